import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approval } from '../../src/decisions/methods/approval.ts';
import type { Choice } from '../../src/decisions/methods/count.ts';
import { instantRunoff } from '../../src/decisions/methods/instant-runoff.ts';
import { plurality } from '../../src/decisions/methods/plurality.ts';
import { resistance } from '../../src/decisions/methods/resistance.ts';
import { schulze } from '../../src/decisions/methods/schulze.ts';
import type { DecisionRule, Method } from '../../src/decisions/records.ts';
import { standingVotes } from '../../src/decisions/standing.ts';
import { decide, drawn, isChoice, neededToTakePart } from '../../src/decisions/verdict.ts';

const POLLS = { numRuns: 10_000 };

interface Ballots {
  readonly options: number;
  readonly choices: readonly Choice[];
}

/** Few options and few values, so that ties are frequent. */
const ballots = (choice: (options: number) => fc.Arbitrary<Choice>): fc.Arbitrary<Ballots> =>
  fc.integer({ min: 2, max: 5 }).chain((options) => fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 8, arbitrary: choice(options) }), { maxLength: 9 }).map((choices) => ({ options, choices })));
const single = ballots((options) => fc.nat({ max: options - 1 }).map((option) => [option]));
const several = ballots((options) => fc.subarray([...Array(options).keys()]));
const ranking = ballots((options) => fc.shuffledSubarray([...Array(options).keys()]));
const resistances = ballots((options) => fc.array(fc.integer({ min: 0, max: 10 }), { minLength: options, maxLength: options }));

const all = (options: number): number[] => [...Array(options).keys()];
/** The options for which nothing speaks against winning, said as a sentence and not as a sum. */
const those = (options: number, wins: (option: number) => boolean): number[] => all(options).filter(wins);
const anybody = (choices: readonly Choice[]): boolean => choices.some((choice) => choice.length > 0);

describe('each method counts as a second, plain implementation does', () => {
  it('single choice', () => {
    fc.assert(fc.property(single, ({ options, choices }) => {
      const votes = (option: number): number => choices.filter((choice) => choice[0] === option).length;
      expect(plurality(choices, options)).toEqual({ figures: all(options).map(votes), winners: anybody(choices) ? those(options, (one) => all(options).every((other) => votes(one) >= votes(other))) : [] });
    }), POLLS);
  });

  it('approval of several', () => {
    fc.assert(fc.property(several, ({ options, choices }) => {
      const votes = (option: number): number => choices.filter((choice) => choice.includes(option)).length;
      expect(approval(choices, options)).toEqual({ figures: all(options).map(votes), winners: anybody(choices) ? those(options, (one) => all(options).every((other) => votes(one) >= votes(other))) : [] });
    }), POLLS);
  });

  it('resistance', () => {
    fc.assert(fc.property(resistances, ({ options, choices }) => {
      const total = (option: number): number => choices.reduce((sum, choice) => sum + (choice[option] ?? 0), 0);
      expect(resistance(choices, options)).toEqual({ figures: all(options).map(total), winners: anybody(choices) ? those(options, (one) => all(options).every((other) => total(one) <= total(other))) : [] });
    }), POLLS);
  });

  it('instant run-off: ballots are rewritten round by round, every order in which equals may leave is walked', () => {
    const walk = (race: readonly string[], papers: readonly string[]): string => {
      const left = papers.map((paper) => [...paper].filter((option) => race.includes(option)).join('')).filter((paper) => paper !== '');
      const votes = (option: string): number => left.filter((paper) => paper.startsWith(option)).length;
      const won = race.filter((option) => race.length === 1 || votes(option) > left.length / 2);
      if (won.length > 0) return won.join('');
      const weakest = race.filter((option) => race.every((other) => votes(option) <= votes(other)));
      return weakest.map((option) => walk(race.filter((other) => other !== option), left)).join('');
    };
    fc.assert(fc.property(ranking, ({ options, choices }) => {
      const race = all(options).map((option) => 'ABCDE'[option]!);
      const papers = choices.map((choice) => choice.map((option) => race[option]).join(''));
      const winners = anybody(choices) ? [...new Set(walk(race, papers))].sort().map((option) => race.indexOf(option)) : [];
      expect(instantRunoff(choices, options).winners).toEqual(winners);
    }), POLLS);
  });

  it('Schulze: every chain is walked, and the strongest is looked for', () => {
    fc.assert(fc.property(ranking, ({ options, choices }) => {
      const place = (choice: Choice, option: number): number => (choice.includes(option) ? choice.indexOf(option) : options);
      const prefer = (one: number, other: number): number => choices.filter((choice) => place(choice, one) < place(choice, other)).length;
      const link = (one: number, other: number): number => (prefer(one, other) > prefer(other, one) ? prefer(one, other) : 0);
      const strength = (from: number, to: number, seen: readonly number[]): number =>
        Math.max(link(from, to), ...all(options).filter((next) => next !== to && !seen.includes(next)).map((next) => Math.min(link(from, next), strength(next, to, [...seen, next]))));
      const best = all(options).map((one) => all(options).map((other) => (one === other ? 0 : strength(one, other, [one]))));
      const winners = those(options, (one) => all(options).every((other) => best[one]![other]! >= best[other]![one]!));
      expect(schulze(choices, options)).toEqual({ figures: all(options).map((one) => all(options).filter((other) => best[one]![other]! > best[other]![one]!).length), winners: anybody(choices) ? winners : [] });
    }), POLLS);
  });
});

const polls: fc.Arbitrary<Ballots & { method: Method }> = fc.oneof(
  single.map((each) => ({ ...each, method: 'PLURALITY' as const })),
  several.map((each) => ({ ...each, method: 'APPROVAL' as const })),
  ranking.map((each) => ({ ...each, method: 'INSTANT_RUNOFF' as const })),
  ranking.map((each) => ({ ...each, method: 'SCHULZE' as const })),
  resistances.map((each) => ({ ...each, method: 'RESISTANCE' as const })),
);
const rules = fc.record<Omit<DecisionRule, 'method'>>({
  majority: fc.constantFrom('SIMPLE', 'ABSOLUTE', 'TWO_THIRDS'),
  tieRule: fc.constantFrom('REJECTED', 'RUNOFF', 'LOT', 'LEADER'),
  quorum: fc.constantFrom(0, 3, 50),
  quorumUnit: fc.constantFrom('PERSONS', 'PERCENT'),
  seed: fc.string({ minLength: 16, maxLength: 16 }),
});

describe('what is decided', () => {
  it('does not depend on the order in which votes arrive', () => {
    fc.assert(fc.property(polls.chain((poll) => fc.tuple(fc.constant(poll), fc.shuffledSubarray([...poll.choices], { minLength: poll.choices.length }))), rules, ([{ options, choices, method }, shuffled], rule) => {
      expect(decide(shuffled, options, 9, { ...rule, method })).toEqual(decide(choices, options, 9, { ...rule, method }));
    }), POLLS);
  });

  it('does not depend on the order in which the options stand, a lot apart', () => {
    fc.assert(fc.property(polls.filter(({ method }) => method !== 'RESISTANCE').chain((poll) => fc.tuple(fc.constant(poll), fc.shuffledSubarray(all(poll.options), { minLength: poll.options }))), rules, ([{ options, choices, method }, renamed], rule) => {
      const one = decide(choices, options, 9, { ...rule, tieRule: 'LEADER', method }).verdict;
      const other = decide(choices.map((choice) => choice.map((option) => renamed[option]!)), options, 9, { ...rule, tieRule: 'LEADER', method }).verdict;
      expect(other.kind).toBe(one.kind);
      if (one.kind === 'CHOSEN' && other.kind === 'CHOSEN') expect(other.option).toBe(renamed[one.option]);
      if (one.kind === 'TIED' && other.kind === 'TIED') expect(new Set(other.between)).toEqual(new Set(one.between.map((option) => renamed[option]!)));
    }), POLLS);
  });

  it('equals are parted by the rule fixed before, and nothing but it: the same seed draws the same option, one of them', () => {
    fc.assert(fc.property(polls, rules, ({ options, choices, method }, rule) => {
      const tied = decide(choices, options, 9, { ...rule, method, tieRule: 'LEADER' }).verdict;
      if (tied.kind !== 'TIED') return;
      expect(tied.between.length).toBeGreaterThan(1);
      expect(decide(choices, options, 9, { ...rule, method, tieRule: 'REJECTED' }).verdict).toEqual({ kind: 'REJECTED', why: 'TIE' });
      expect(decide(choices, options, 9, { ...rule, method, tieRule: 'RUNOFF' }).verdict).toEqual({ kind: 'RUNOFF', between: tied.between });
      expect(decide(choices, options, 9, { ...rule, method, tieRule: 'LOT' }).verdict).toEqual({ kind: 'CHOSEN', option: tied.between[drawn(rule.seed!, tied.between.length)], by: 'LOT' });
    }), POLLS);
  });

  it('takes part who abstains; below the quorum nothing is decided', () => {
    fc.assert(fc.property(polls, rules, ({ options, choices, method }, rule) => {
      const { voted, abstained, verdict } = decide(choices, options, 9, { ...rule, method });
      expect([voted, abstained]).toEqual([choices.length, choices.filter(({ length }) => length === 0).length]);
      expect(verdict.kind === 'NO_QUORUM').toBe(voted < neededToTakePart(rule, 9));
      for (const choice of choices) expect(isChoice(choice, options, method)).toBe(true);
    }), POLLS);
  });
});

describe('seats and substitutes', () => {
  it('each seat has at most one vote: its holder\'s, else the substitute\'s; whoever has no seat decides nothing else', () => {
    const persons = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pairs = fc.uniqueArray(fc.record({ personId: fc.constantFrom(...persons), holderId: fc.constantFrom(...persons) }), { selector: ({ personId }) => personId });
    fc.assert(fc.property(fc.subarray(persons), pairs, fc.subarray(persons), (electorate, drawnPairs, voting) => {
      // Of two who stand for one seat the desk keeps one.
      const pairsByHolder = [...new Map(drawnPairs.map((pair) => [pair.holderId, pair])).values()];
      const counted = standingVotes(electorate, pairsByHolder, voting.map((personId) => ({ personId })));
      const plain = electorate.flatMap((holder) => {
        if (voting.includes(holder)) return [[holder, holder]];
        const standIn = pairsByHolder.find(({ holderId, personId }) => holderId === holder && !electorate.includes(personId));
        return standIn !== undefined && voting.includes(standIn.personId) ? [[holder, standIn.personId]] : [];
      });
      expect([...counted].map(([holder, { personId }]) => [holder, personId])).toEqual(plain);
      expect(new Set(counted.values()).size).toBe(counted.size);
    }), POLLS);
  });
});
