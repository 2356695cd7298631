import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { durations, instant, instantFromIso, localDate, localTime, toIso, weekdayOf } from '../../../src/kernel/time.ts';
import { quietHoursOf, sendAt, wakingBefore, type QuietHours } from '../../../src/reminders/quiet.ts';

const ZONE = 'Europe/Berlin';
const NIGHT: QuietHours = { from: '20:00', until: '08:00', sundays: false, holidays: null };
const REST: QuietHours = { ...NIGHT, sundays: true, holidays: 'BW' };
const never = instant(8e15);
const sent = (due: string, quiet: QuietHours | null, useless = never): string => toIso(sendAt(instantFromIso(due), quiet, ZONE, useless));
const iso = (text: string): string => toIso(instantFromIso(text));

describe('what is due in quiet hours waits for their end', () => {
  test.each<[string, QuietHours | null, string, string]>([
    ['in the evening', NIGHT, '2018-11-23T21:00:00+01:00', '2018-11-24T08:00:00+01:00'],
    ['their first instant', NIGHT, '2018-11-23T20:00:00+01:00', '2018-11-24T08:00:00+01:00'],
    ['after midnight', NIGHT, '2018-11-24T03:00:00+01:00', '2018-11-24T08:00:00+01:00'],
    ['their end', NIGHT, '2018-11-24T08:00:00+01:00', '2018-11-24T08:00:00+01:00'],
    ['by day', NIGHT, '2018-11-24T12:00:00+01:00', '2018-11-24T12:00:00+01:00'],
    ['over the spring change', NIGHT, '2019-03-30T22:00:00+01:00', '2019-03-31T08:00:00+02:00'],
    ['an end that does not exist that night', { ...NIGHT, until: '02:30' }, '2019-03-31T01:00:00+01:00', '2019-03-31T03:00:00+02:00'],
    ['a rest at noon', { ...NIGHT, from: '12:00', until: '14:00' }, '2018-11-24T13:00:00+01:00', '2018-11-24T14:00:00+01:00'],
    ['equal ends are no hours', { ...NIGHT, from: '20:00', until: '20:00' }, '2018-11-24T03:00:00+01:00', '2018-11-24T03:00:00+01:00'],
    ['nobody rests', null, '2018-11-24T03:00:00+01:00', '2018-11-24T03:00:00+01:00'],
    ['Saturday night before a quiet Sunday', REST, '2018-11-24T21:00:00+01:00', '2018-11-26T08:00:00+01:00'],
    ['All Saints’ Day', REST, '2018-11-01T12:00:00+01:00', '2018-11-02T08:00:00+01:00'],
    ['the same day where the state has no such holiday', { ...REST, holidays: 'BE' }, '2018-11-01T12:00:00+01:00', '2018-11-01T12:00:00+01:00'],
    ['holidays that are not quiet', { ...REST, holidays: null }, '2018-11-01T12:00:00+01:00', '2018-11-01T12:00:00+01:00'],
    ['Christmas Eve to a Monday: two holidays and a Sunday', REST, '2020-12-24T20:00:00+01:00', '2020-12-28T08:00:00+01:00'],
    ['Good Friday, for Saturday is a day like others', REST, '2019-04-19T09:00:00+02:00', '2019-04-20T08:00:00+02:00'],
    ['Easter Saturday night', REST, '2019-04-20T20:00:00+02:00', '2019-04-23T08:00:00+02:00'],
    ['a quiet Sunday without quiet hours ends at midnight', { ...REST, from: '08:00', until: '08:00' }, '2018-11-25T12:00:00+01:00', '2018-11-26T00:00:00+01:00'],
  ])('%s', (_, quiet, due, expected) => {
    expect(sent(due, quiet)).toBe(iso(expected));
  });

  it('but not until it would be useless: then it comes when it is due', () => {
    const start = instantFromIso('2018-11-24T08:00:00+01:00');
    expect(sent('2018-11-23T21:00:00+01:00', NIGHT, start)).toBe(iso('2018-11-23T21:00:00+01:00'));
    expect(sent('2018-11-23T21:00:00+01:00', NIGHT, instant(start + 1))).toBe(iso('2018-11-24T08:00:00+01:00'));
  });
});

describe('so much waking time before an end', () => {
  const TWO = 2 * durations.hour;
  test.each<[string, QuietHours | null, string, string]>([
    ['by day', NIGHT, '2018-10-23T15:00:00+02:00', '2018-10-23T13:00:00+02:00'],
    ['in the evening: before the quiet hours', NIGHT, '2018-10-23T21:30:00+02:00', '2018-10-23T18:00:00+02:00'],
    ['an hour after waking: an hour of it lies the evening before', NIGHT, '2018-10-23T09:00:00+02:00', '2018-10-22T19:00:00+02:00'],
    ['two hours after waking: on waking', NIGHT, '2018-10-23T10:00:00+02:00', '2018-10-23T08:00:00+02:00'],
    ['on a quiet Sunday: on Saturday', REST, '2018-11-25T15:00:00+01:00', '2018-11-24T18:00:00+01:00'],
    ['after Christmas', REST, '2020-12-28T08:30:00+01:00', '2020-12-24T18:30:00+01:00'],
    ['nobody rests', null, '2018-10-23T03:00:00+02:00', '2018-10-23T01:00:00+02:00'],
  ])('%s', (_, quiet, end, expected) => {
    expect(toIso(wakingBefore(instantFromIso(end), TWO, quiet, ZONE))).toBe(iso(expected));
  });
});

/** The same said minute by minute. */
function isQuiet(at: number, quiet: QuietHours, holidays: ReadonlySet<string>): boolean {
  const [date, time] = [localDate(instant(at), ZONE), localTime(instant(at), ZONE)];
  if ((quiet.sundays && weekdayOf(date) === 7) || (quiet.holidays !== null && holidays.has(date))) return true;
  return quiet.from <= quiet.until ? time >= quiet.from && time < quiet.until : time >= quiet.from || time < quiet.until;
}

it('whatever the hours: nothing is sent within them, and nothing waits longer than to the first minute outside', () => {
  const holidays = new Set(['2018-12-25', '2018-12-26', '2019-01-01']);
  const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30')).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const quietHours = fc.record({ from: clock, until: clock, sundays: fc.boolean(), holidays: fc.constantFrom('BE' as const, null) });
  const minutes = fc.integer({ min: 0, max: 14 * 24 * 60 });
  fc.assert(
    fc.property(quietHours, minutes, (quiet, minute) => {
      const due = instant(instantFromIso('2018-12-21T00:00:00+01:00') + minute * durations.minute);
      let first = due;
      while (isQuiet(first, quiet, holidays)) first = instant(first + durations.minute);
      expect(toIso(sendAt(due, quiet, ZONE, never))).toBe(toIso(first));
      const remind = wakingBefore(due, 30 * durations.minute, quiet, ZONE);
      let waking = 0;
      for (let at = due - durations.minute; at >= remind; at -= durations.minute) if (!isQuiet(at, quiet, holidays)) waking += 1;
      expect([isQuiet(remind, quiet, holidays), waking]).toEqual([false, 30]);
    }),
    { numRuns: 60 },
  );
});

it('what a person chose stands in the place of the process’s hours; Sundays and holidays stay', () => {
  const file = { quietHours: { from: '20:00', until: '08:00', sundays: true, holidays: true }, holidays: { region: 'BW' } } as const;
  const choice = { personId: 'a', off: [], quietFrom: null, quietUntil: null, awake: false, quietAt: null } as const;
  expect(quietHoursOf(file, null)).toEqual(REST);
  expect(quietHoursOf(file, choice)).toEqual(REST);
  expect(quietHoursOf(file, { ...choice, quietFrom: '21:00', quietUntil: '09:00' })).toEqual({ ...REST, from: '21:00', until: '09:00' });
  expect(quietHoursOf(file, { ...choice, awake: true })).toBe(null);
  expect(quietHoursOf({ ...file, quietHours: { ...file.quietHours, holidays: false } }, null)?.holidays).toBe(null);
});
