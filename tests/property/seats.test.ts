/** The arithmetic of tallies and the wait list, for any replies. LONG=1 runs the nightly number of cases. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { EventTally, Rsvp } from '../../src/events/records.ts';
import { freeSeats, lapse, promote, retally } from '../../src/events/seats.ts';
import { durations, instant } from '../../src/kernel/time.ts';
import { BEFORE, kickoff, NOBODY, recount, START } from '../unit/events/guest-list.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 1_000;
vi.setConfig({ testTimeout: 7_200_000 });

const partySize = fc.integer({ min: 1, max: 20 });
const common = {
  eventKey: fc.constant('auftakt'),
  personId: fc.uuid(),
  children: fc.constant(null),
  channel: fc.constantFrom<Rsvp['channel']>('TELEGRAM', 'CONSOLE', 'PHONE', 'PAPER'),
  timeliness: fc.constantFrom<Rsvp['timeliness']>('IN_TIME', 'LATE', 'DISTURBANCE'),
  toConfirm: fc.boolean(),
  answeredAt: fc.constant(BEFORE),
  enteredBy: fc.option(fc.constant('officer')),
};
const none = { seat: fc.constant('NONE' as const), waitOrder: fc.constant(null), offerUntil: fc.constant(null) };
const waiting: fc.Arbitrary<Rsvp> = fc.record({ ...common, ...none, answer: fc.constant('ATTENDING'), partySize, seat: fc.constant('WAITING'), waitOrder: fc.integer({ min: 1, max: 9_999 }) });
const offered: fc.Arbitrary<Rsvp> = waiting.map((rsvp) => ({ ...rsvp, seat: 'OFFERED', offerUntil: START }));
const rsvp: fc.Arbitrary<Rsvp> = fc.oneof(
  fc.record({ ...common, ...none, answer: fc.constant('ATTENDING'), partySize, seat: fc.constant('CONFIRMED') }),
  fc.record({ ...common, ...none, answer: fc.constant('MAYBE'), partySize }),
  fc.record({ ...common, ...none, answer: fc.constant('DECLINED'), partySize: fc.constant(1) }),
  waiting,
  offered,
);
const tallyOf = (replies: readonly Rsvp[]): EventTally => ({ ...NOBODY, ...recount(replies) });

test('a tally that follows every change equals the recount, in whatever order the changes came', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.option(rsvp), fc.option(rsvp)), { maxLength: 40 }), fc.nat(), (changes, turn) => {
      let tally = NOBODY;
      for (const [first] of changes) tally = retally(tally, null, first);
      const rotated = changes.map((_, i) => changes[(i + turn) % changes.length]!);
      for (const [before, after] of rotated) tally = retally(tally, before, after);
      expect(tally).toEqual(tallyOf(changes.flatMap(([, after]) => after ?? [])));
    }),
    { numRuns: RUNS },
  );
});

test('whoever moves up, moves up in order, fits, and the seats they get are the seats that were free', () => {
  const capacity = fc.option(fc.integer({ min: 0, max: 60 }));
  const untilStart = fc.integer({ min: 1, max: 30 * 24 }).map((hours) => instant(START - hours * durations.hour));
  const offerHours = fc.integer({ min: 1, max: 72 });
  fc.assert(
    fc.property(fc.array(rsvp, { maxLength: 10 }), fc.array(waiting, { maxLength: 15 }), capacity, untilStart, offerHours, (others, line, seats, now, hours) => {
      const event = kickoff({ capacity: seats, offerHours: hours });
      const tally = tallyOf([...others, ...line]);
      const { promotions, tally: counted } = promote(event, tally, line, now);
      const moved = promotions.map(({ after }) => after);
      // The first ones, without a gap; then one that does not fit, or nobody.
      expect(promotions.map(({ before }) => before)).toEqual(line.slice(0, moved.length));
      const next = line[moved.length];
      if (next !== undefined) expect(next.partySize).toBeGreaterThan(freeSeats(event, counted)!);
      if (moved.length > 0 && seats !== null) expect(freeSeats(event, counted)).toBeGreaterThanOrEqual(0);
      for (const after of moved) {
        expect(after.seat).toBe(after.partySize === 1 ? 'CONFIRMED' : 'OFFERED');
        if (after.offerUntil === null) continue;
        expect(after.offerUntil).toBeGreaterThan(now);
        expect(after.offerUntil).toBeLessThanOrEqual(Math.min(START, now + hours * durations.hour));
      }
      expect(counted).toEqual(tallyOf([...others, ...moved, ...line.slice(moved.length)]));
      // Looking again changes nothing.
      expect(promote(event, counted, line.slice(moved.length), now).promotions).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test('an offer that lapses gives back exactly what it held', () => {
  fc.assert(
    fc.property(fc.array(rsvp, { maxLength: 10 }), offered, (others, held) => {
      const event = kickoff({ capacity: 100 });
      const before = tallyOf([...others, held]);
      const after = retally(before, held, lapse(held));
      expect(freeSeats(event, after)! - freeSeats(event, before)!).toBe(held.partySize);
      expect(after).toEqual(tallyOf([...others, lapse(held)]));
    }),
    { numRuns: RUNS },
  );
});
