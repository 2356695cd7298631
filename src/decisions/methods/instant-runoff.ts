import { zeroes, type Choice, type Count } from './count.ts';

/**
 * Instant run-off: each ballot counts for its best option still in the race; while none has more than half of the
 * ballots that still name one, the weakest leaves. Figures: first preferences.
 * Where several are equally weak, every order in which they could leave is followed, and who wins in any of them is
 * among the winners: so no order of the options decides (parallel-universe tie-breaking; Conitzer, Rognlie, Xia:
 * Preference Functions that Score Rankings and Maximum Likelihood Estimation, IJCAI 2009).
 * Time and memory grow with two to the number of options, of which there are at most ten.
 */
export function instantRunoff(choices: readonly Choice[], options: number): Count {
  const figures = firstPreferences(choices, options, everything(options));
  if (figures.every((votes) => votes === 0)) return { figures, winners: [] };
  const known = new Map<number, ReadonlySet<number>>();
  return { figures, winners: [...winnersAmong(everything(options), choices, options, known)].sort((a, b) => a - b) };
}

const everything = (options: number): number => 2 ** options - 1;
const isIn = (race: number, option: number): boolean => (race & (1 << option)) !== 0;

/** @param race the options still in it, as bits */
function firstPreferences(choices: readonly Choice[], options: number, race: number): number[] {
  const votes = zeroes(options);
  for (const choice of choices) {
    const best = choice.find((option) => isIn(race, option));
    if (best !== undefined) votes[best] = votes[best]! + 1;
  }
  return votes;
}

function winnersAmong(race: number, choices: readonly Choice[], options: number, known: Map<number, ReadonlySet<number>>): ReadonlySet<number> {
  const seen = known.get(race);
  if (seen !== undefined) return seen;
  const votes = firstPreferences(choices, options, race);
  const running = votes.flatMap((_votes, option) => (isIn(race, option) ? [option] : []));
  const cast = votes.reduce((sum, each) => sum + each, 0);
  const winner = running.find((option) => running.length === 1 || votes[option]! * 2 > cast);
  const found = new Set<number>(winner === undefined ? [] : [winner]);
  if (winner === undefined) {
    const fewest = Math.min(...running.map((option) => votes[option]!));
    for (const weakest of running.filter((option) => votes[option] === fewest)) {
      for (const each of winnersAmong(race & ~(1 << weakest), choices, options, known)) found.add(each);
    }
  }
  known.set(race, found);
  return found;
}
