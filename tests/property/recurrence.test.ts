import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedIn } from '../../src/groups/names.ts';
import { nextOccurrence, occurrenceOn, readRule } from '../../src/groups/recurrence.ts';
import type { Recurrence } from '../../src/groups/records.ts';
import { readWhenAndWhere } from '../../src/groups/when-and-where.ts';
import { addDays, localDate, localTime, weekdayOf, zonedInstant } from '../../src/kernel/time.ts';

const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia');
const weekday = fc.integer({ min: 1, max: 7 });
const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ kind: fc.constant('MONTHLY' as const), nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const), weekday }),
  fc.record({ kind: fc.constant('WEEKLY' as const), weeks: fc.constantFrom(1 as const, 2 as const), weekday }),
);
const days = fc.integer({ min: 0, max: 15_000 }).map((offset) => addDays('2000-01-01', offset));
/** Hours that no clock change of these zones skips. */
const hours = fc.integer({ min: 5, max: 21 });
const two = (n: number): string => String(n).padStart(2, '0');

/** A second way to the same: is this day one of the rule's, by counting the days of its month? */
function holdsOn(rule: Recurrence, date: string, anchor: string): boolean {
  if (weekdayOf(date) !== rule.weekday) return false;
  if (rule.kind === 'WEEKLY') return rule.weeks === 1 || Math.round((Date.parse(date) - Date.parse(anchor)) / 86_400_000) % 14 === 0;
  const day = Number(date.slice(8));
  return rule.nth === -1 ? addDays(date, 7).slice(0, 7) !== date.slice(0, 7) : Math.ceil(day / 7) === rule.nth;
}

test('a rule holds on its weekday, at its time on the wall, and on no day in between', () => {
  fc.assert(
    fc.property(recurrences, days, hours, zones, (recurrence, from, hour, zone) => {
      // Every two weeks counts from a day of the rule.
      let date = from;
      if (recurrence.kind === 'WEEKLY') while (weekdayOf(date) !== recurrence.weekday) date = addDays(date, 1);
      const series = { recurrence, start: `${two(hour)}:30`, end: `${two(hour + 2)}:00` };
      const next = nextOccurrence(series, date, zonedInstant(date, '23:59', zone), zone);
      expect([next.date, localDate(next.start, zone), localTime(next.start, zone), localTime(next.end, zone)]).toEqual([next.date, next.date, series.start, series.end]);
      expect(holdsOn(recurrence, next.date, date)).toBe(true);
      for (let between = addDays(date, 1); between < next.date; between = addDays(between, 1)) expect(holdsOn(recurrence, between, date)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('whatever is typed, reading it ends with a value, and quickly', () => {
  const piece = fc.constantFrom('jeden ', 'alle zwei Wochen ', 'ersten ', 'Dienstag ', 'dienstags ', '14.5. ', '19-21 ', '19 Uhr ', 'im Monat ', 'Rathaus ', '2. ', '- ', ', ', 'every ', '  ');
  const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')));
  fc.assert(
    fc.property(typed, (text) => {
      const begun = performance.now();
      for (const read of [readRule(text, 'Europe/Berlin'), readWhenAndWhere(text, { zone: 'Europe/Berlin', today: '2019-05-01' })]) expect(typeof read.ok).toBe('boolean');
      namedIn(text, []);
      expect(performance.now() - begun).toBeLessThan(2_000);
    }),
    { numRuns: 500 },
  );
});

test('an occurrence never ends before it begins', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }), (date, from, until) => {
      const { start, end } = occurrenceOn({ start: `${two(from)}:00`, end: `${two(until)}:00` }, date, 'Europe/Berlin');
      // A night that loses an hour can leave nothing of an hour; it never turns round.
      expect(end).toBeGreaterThanOrEqual(start);
    }),
  );
});
