/** The suggestion of a date poll against a second, plain implementation. LONG=1 runs the nightly number of cases. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Sector } from '../../src/groups/records.ts';
import { instant } from '../../src/kernel/time.ts';
import type { DateAnswer, TieRule } from '../../src/polls/records.ts';
import { suggest, type Ballot, type PollRule, type Slot, type Suggestion, type Voter } from '../../src/polls/rules.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 10_000;
vi.setConfig({ testTimeout: 7_200_000 });

const SECTORS: readonly Sector[] = ['CITIZENS', 'ADMINISTRATION', 'POLITICS', 'INSTITUTIONS'];

interface Poll {
  readonly slots: Slot[];
  readonly voters: Voter[];
  readonly ballots: Ballot[];
  readonly rule: PollRule;
}

const poll: fc.Arbitrary<Poll> = fc
  .record({
    starts: fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 }),
    sectors: fc.array(fc.constantFrom<Sector | null>(...SECTORS, null), { maxLength: 6 }),
    // One more than there are voters: somebody who left the group.
    said: fc.array(fc.tuple(fc.nat(5), fc.nat(6), fc.constantFrom<DateAnswer>('YES', 'IF_NEEDED', 'NO'), fc.integer({ min: 0, max: 9 })), { maxLength: 40 }),
    must: fc.oneof({ weight: 2, arbitrary: fc.constant<number[]>([]) }, { weight: 1, arbitrary: fc.uniqueArray(fc.nat(6), { maxLength: 3 }) }),
    minimum: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4) }),
    sectorMinimum: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...SECTORS), fc.nat(2), { maxKeys: 2 }) }),
    tieRule: fc.constantFrom<TieRule>('FEWER_IF_NEEDED', 'EARLIER', 'LEADER'),
  })
  .map(({ starts, sectors, said, must, minimum, sectorMinimum, tieRule }) => ({
    slots: starts.map((start, index) => ({ id: `s${index}`, startAt: instant(start) })),
    voters: sectors.map((sector, index) => ({ personId: `p${index}`, sector })),
    ballots: said.map(([slot, person, answer, at]) => ({ slotId: `s${slot}`, personId: `p${person}`, answer, answeredAt: instant(at) })),
    rule: { mustHave: must.map((n) => `p${n}`), minimum, sectorMinimum, tieRule },
  }));

/** Plainly: look everything up anew, compare every pair. */
function plainly({ slots, voters, ballots, rule }: Poll) {
  const said = (slotId: string, personId: string): DateAnswer | null => {
    const theirs = ballots.filter((each) => each.slotId === slotId && each.personId === personId);
    const last = Math.max(...theirs.map(({ answeredAt }) => answeredAt));
    const words = theirs.filter(({ answeredAt }) => answeredAt === last).map(({ answer }) => answer);
    return (['YES', 'IF_NEEDED', 'NO'] as const).find((answer) => words.includes(answer)) ?? null;
  };
  const of = (slot: Slot) => {
    const answers = voters.map((voter) => ({ ...voter, answer: said(slot.id, voter.personId) }));
    const coming = answers.filter(({ answer }) => answer === 'YES' || answer === 'IF_NEEDED');
    const isVoter = (personId: string) => voters.some((voter) => voter.personId === personId);
    const missing = rule.mustHave.filter((personId) => !coming.some((each) => each.personId === personId));
    const short = SECTORS.filter((sector) => coming.filter((each) => each.sector === sector).length < (rule.sectorMinimum[sector] ?? 0));
    return {
      id: slot.id,
      startAt: slot.startAt,
      people: coming.length,
      ifNeeded: answers.filter(({ answer }) => answer === 'IF_NEEDED').length,
      obstacles: [...missing.map((personId) => `${personId} ${isVoter(personId) ? said(slot.id, personId) : null}`), ...(coming.length < rule.minimum ? ['minimum'] : []), ...short].sort(),
    };
  };
  const all = slots.map(of);
  type Plain = (typeof all)[number];
  const beats = (a: Plain, b: Plain): boolean => {
    if ((a.obstacles.length === 0) !== (b.obstacles.length === 0)) return a.obstacles.length === 0;
    if (a.people !== b.people) return a.people > b.people;
    if (rule.tieRule !== 'EARLIER' && a.ifNeeded !== b.ifNeeded) return a.ifNeeded < b.ifNeeded;
    return a.startAt === b.startAt ? a.id < b.id : a.startAt < b.startAt;
  };
  const ranked = all.map((each) => ({ each, rank: all.filter((other) => other !== each && beats(other, each)).length })).sort((a, b) => a.rank - b.rank).map(({ each }) => each);
  const fit = ranked.filter(({ obstacles }) => obstacles.length === 0);
  const tied = fit.filter((each) => each.people === fit[0]?.people);
  return { ranked, best: rule.tieRule === 'LEADER' && tied.length > 1 ? null : (fit[0]?.id ?? null), tied: tied.map(({ id }) => id) };
}

/** What both implementations can be compared by. */
function shown({ standings, best, tied }: Suggestion) {
  return {
    ranked: standings.map(({ slot, yes, ifNeeded, obstacles }) => ({
      id: slot.id,
      startAt: slot.startAt,
      people: yes + ifNeeded,
      ifNeeded,
      obstacles: obstacles.map((each) => (each.kind === 'MUST_HAVE' ? `${each.personId} ${each.answer}` : each.kind === 'MINIMUM' ? 'minimum' : each.sector)).sort(),
    })),
    best: best?.slot.id ?? null,
    tied: tied.map(({ slot }) => slot.id),
  };
}

const of = ({ slots, voters, ballots, rule }: Poll) => suggest(slots, voters, ballots, rule);
const rankOf = (suggestion: Suggestion, id: string) => suggestion.standings.findIndex(({ slot }) => slot.id === id);

test('the suggestion equals a second, plain implementation', () => {
  let decided = 0;
  fc.assert(fc.property(poll, (each) => {
    const found = of(each);
    if (found.best !== null && found.tied.length > 1) decided += 1;
    expect(shown(found)).toEqual(plainly(each));
  }), { numRuns: RUNS });
  // The cases were worth it: the tie rule had to speak often.
  expect(decided).toBeGreaterThan(RUNS / 50);
});

test('no order of arrival, of slots or of people changes anything', () => {
  fc.assert(fc.property(poll, fc.nat(), (each, turn) => {
    const rotated = <T>(list: readonly T[]): T[] => list.map((_, index) => list[(index + turn) % list.length]!).reverse();
    expect(of({ ...each, slots: rotated(each.slots), voters: rotated(each.voters), ballots: rotated(each.ballots) })).toEqual(of(each));
  }), { numRuns: RUNS });
});

test('one more yes never lowers a slot', () => {
  fc.assert(fc.property(poll.filter(({ slots, voters }) => slots.length > 0 && voters.length > 0), fc.nat(), fc.nat(), (each, s, p) => {
    const slot = each.slots[s % each.slots.length]!;
    const { personId } = each.voters[p % each.voters.length]!;
    const after = of({ ...each, ballots: [...each.ballots, { slotId: slot.id, personId, answer: 'YES', answeredAt: instant(100) }] });
    expect(rankOf(after, slot.id)).toBeLessThanOrEqual(rankOf(of(each), slot.id));
  }), { numRuns: RUNS });
});

test('who votes again counts once: only the newest word on a slot is heard', () => {
  fc.assert(fc.property(poll, (each) => {
    const { standings } = of(each);
    for (const { slot, yes, ifNeeded, no } of standings) {
      const spoke = new Set(each.ballots.filter((ballot) => ballot.slotId === slot.id && each.voters.some(({ personId }) => personId === ballot.personId)).map(({ personId }) => personId));
      expect(yes + ifNeeded + no).toBe(spoke.size);
    }
    expect(of({ ...each, ballots: [...each.ballots, ...each.ballots] })).toEqual(of(each));
  }), { numRuns: RUNS });
});

test('what would change if somebody could come, does change when they say so', () => {
  fc.assert(fc.property(poll, (each) => {
    for (const { personId, slotId, people } of of(each).whatIf) {
      if (!each.voters.some((voter) => voter.personId === personId)) continue;
      const then = of({ ...each, ballots: [...each.ballots, { slotId, personId, answer: 'YES', answeredAt: instant(100) }] });
      expect(then.tied.map(({ slot }) => slot.id)).toContain(slotId);
      expect(then.standings[0]?.slot.id).toBe(slotId);
      expect(then.standings[0]!.yes + then.standings[0]!.ifNeeded).toBe(people);
    }
  }), { numRuns: RUNS });
});
