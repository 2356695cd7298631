import { expect, test } from 'vitest';
import { localDate, localTime } from '../../../src/kernel/time.ts';
import { instantFromIso } from '../../../src/kernel/time.ts';
import { nextDay, nextOccurrence, occurrenceOn, readRule, soundsRecurring } from '../../../src/groups/recurrence.ts';
import type { Recurrence } from '../../../src/groups/records.ts';

const ZONE = 'Europe/Berlin';
const TUESDAY = 2;

test.each<[string, Recurrence, string, string | null, string]>([
  ['jeden ersten Dienstag 19 Uhr', { kind: 'MONTHLY', nth: 1, weekday: TUESDAY }, '19:00', null, ''],
  ['jeden ersten Dienstag im Monat 19-21 Uhr Rathaus, Raum 12', { kind: 'MONTHLY', nth: 1, weekday: TUESDAY }, '19:00', '21:00', 'Rathaus, Raum 12'],
  ['jeden 2. Dienstag im Monat um 18:30', { kind: 'MONTHLY', nth: 2, weekday: TUESDAY }, '18:30', null, ''],
  ['jeden zweiten Dienstag im Monat 19 Uhr', { kind: 'MONTHLY', nth: 2, weekday: TUESDAY }, '19:00', null, ''],
  ['Jeden letzten Freitag 17–19', { kind: 'MONTHLY', nth: -1, weekday: 5 }, '17:00', '19:00', ''],
  ['jeden Dienstag 19 Uhr', { kind: 'WEEKLY', weeks: 1, weekday: TUESDAY }, '19:00', null, ''],
  ['alle zwei Wochen donnerstags 18:30-20 Uhr Café Chamäleon', { kind: 'WEEKLY', weeks: 2, weekday: 4 }, '18:30', '20:00', 'Café Chamäleon'],
  ['alle 2 Wochen am Sonnabend um 10 Uhr', { kind: 'WEEKLY', weeks: 2, weekday: 6 }, '10:00', null, ''],
  ['every first Tuesday 7-9 pm town hall', { kind: 'MONTHLY', nth: 1, weekday: TUESDAY }, '19:00', '21:00', 'town hall'],
  ['every two weeks on Wednesday at 6 pm', { kind: 'WEEKLY', weeks: 2, weekday: 3 }, '18:00', null, ''],
])('%s', (text, recurrence, start, end, where) => {
  expect(soundsRecurring(text)).toBe(true);
  expect(readRule(text, ZONE)).toEqual({ ok: true, value: { recurrence, start, end, where } });
});

test.each([
  ['jede Woche 19 Uhr', { kind: 'NO_WEEKDAY' }],
  ['jeden zweiten Dienstag 19 Uhr', { kind: 'TWO_MEANINGS' }],
  ['jeden Dienstag', { kind: 'WHEN', problem: expect.objectContaining({ kind: 'NO_TIME' }) as unknown }],
  ['jeden Dienstag 21-19', { kind: 'WHEN', problem: expect.objectContaining({ kind: 'END_BEFORE_START' }) as unknown }],
  ['jeden Dienstag 25 Uhr', { kind: 'WHEN', problem: expect.objectContaining({ kind: 'UNCLEAR' }) as unknown }],
])('%s is a problem', (text, error) => expect(readRule(text, ZONE)).toEqual({ ok: false, error }));

test('an ordinary date is no rule', () => expect(['Di 14.5. 19-21', 'nächsten Dienstag 19 Uhr', 'allein 14.5.'].map(soundsRecurring)).toEqual([false, false, false]));

/** Looked up in a printed calendar. */
test('first, second and last weekdays of months', () => {
  const after = (recurrence: Recurrence, date: string, count: number): string[] => {
    const days: string[] = [];
    for (let day = date; days.length < count; ) days.push((day = nextDay(recurrence, day)));
    return days;
  };
  expect(after({ kind: 'MONTHLY', nth: 1, weekday: TUESDAY }, '2018-10-22', 4)).toEqual(['2018-11-06', '2018-12-04', '2019-01-01', '2019-02-05']);
  expect(after({ kind: 'MONTHLY', nth: 2, weekday: TUESDAY }, '2018-11-13', 2)).toEqual(['2018-12-11', '2019-01-08']);
  expect(after({ kind: 'MONTHLY', nth: -1, weekday: 5 }, '2019-01-31', 3)).toEqual(['2019-02-22', '2019-03-29', '2019-04-26']);
  expect(after({ kind: 'MONTHLY', nth: 4, weekday: 4 }, '2020-01-31', 2)).toEqual(['2020-02-27', '2020-03-26']);
  expect(after({ kind: 'WEEKLY', weeks: 2, weekday: TUESDAY }, '2019-03-19', 3)).toEqual(['2019-04-02', '2019-04-16', '2019-04-30']);
});

test('the wall clock shows the same on both sides of a clock change, and in the gap the first moment after it', () => {
  const weekly = { recurrence: { kind: 'WEEKLY', weeks: 1, weekday: 7 } as const, start: '19:00', end: '21:00' };
  const before = occurrenceOn(weekly, '2019-03-24', ZONE);
  const after = nextOccurrence(weekly, '2019-03-24', before.end, ZONE);
  expect([before, after].map(({ start }) => new Date(start).toISOString())).toEqual(['2019-03-24T18:00:00.000Z', '2019-03-31T17:00:00.000Z']);
  expect([localDate(after.start, ZONE), localTime(after.start, ZONE), localTime(after.end, ZONE)]).toEqual(['2019-03-31', '19:00', '21:00']);
  const night = occurrenceOn({ start: '02:30', end: '04:00' }, '2019-03-31', ZONE);
  expect(new Date(night.start).toISOString()).toBe('2019-03-31T01:00:00.000Z');
});

test('what passed while nobody looked is not made up for', () => {
  const monthly = { recurrence: { kind: 'MONTHLY', nth: 1, weekday: TUESDAY } as const, start: '19:00', end: '21:00' };
  expect(nextOccurrence(monthly, '2018-11-06', instantFromIso('2019-03-10T00:00:00+01:00'), ZONE).date).toBe('2019-04-02');
});

test('an end at midnight belongs to the next day', () => {
  const { start, end } = occurrenceOn({ start: '22:00', end: '00:00' }, '2019-05-14', ZONE);
  expect((end - start) / 3_600_000).toBe(2);
});
