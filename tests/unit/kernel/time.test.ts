import { describe, expect, it, test } from 'vitest';
import {
  addDays, durations, endOfDay, instant, instantFromIso, isDate, isZone, localDate, localTime, parseDuration,
  parseInstant, toIso, weekdayOf, zonedInstant,
} from '../../../src/kernel/time.ts';

const BERLIN = 'Europe/Berlin';

describe('zonedInstant', () => {
  it.each([
    ['an ordinary winter day', '2018-11-24', '14:00', BERLIN, '2018-11-24T13:00:00.000Z'],
    ['the end of a deadline', '2018-11-15', '23:59:59', BERLIN, '2018-11-15T22:59:59.000Z'],
    ['a gap becomes its first valid moment', '2019-03-31', '02:30', BERLIN, '2019-03-31T01:00:00.000Z'],
    ['the first moment of a gap', '2019-03-31', '02:00', BERLIN, '2019-03-31T01:00:00.000Z'],
    ['the moment after a gap', '2019-03-31', '03:00', BERLIN, '2019-03-31T01:00:00.000Z'],
    ['a fold means its first occurrence', '2019-10-27', '02:30', BERLIN, '2019-10-27T00:30:00.000Z'],
    ['a gap of thirty minutes', '2018-10-07', '02:15', 'Australia/Lord_Howe', '2018-10-06T15:30:00.000Z'],
    ['a fold of thirty minutes', '2019-04-07', '01:45', 'Australia/Lord_Howe', '2019-04-06T14:45:00.000Z'],
    ['a day the calendar skipped', '2011-12-30', '15:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_what, date, time, zone, expected) => {
    expect(toIso(zonedInstant(date, time, zone))).toBe(expected);
  });

  it('refuses what is no date, time or zone', () => {
    for (const [date, time, zone] of [
      ['2018-02-31', '12:00', BERLIN], ['18-2-3', '12:00', BERLIN], ['2018-02-03', '24:00', BERLIN],
      ['2018-02-03', '1:00', BERLIN], ['2018-02-03', '12:00', 'Europe/Moessingen'],
    ] as const) expect(() => zonedInstant(date, time, zone)).toThrow(RangeError);
  });
});

describe('instants', () => {
  test('a text without offset is refused with its own reason', () => {
    expect(parseInstant('2018-11-15T23:59:30')).toEqual({ ok: false, error: 'NO_OFFSET' });
    expect(parseInstant('2018-02-31T12:00Z')).toEqual({ ok: false, error: 'NO_INSTANT' });
    expect(parseInstant('15.11.2018')).toEqual({ ok: false, error: 'NO_INSTANT' });
    expect(() => instantFromIso('2018-11-15T23:59:30')).toThrow(/NO_OFFSET/);
  });

  test('reading and writing', () => {
    expect(toIso(instantFromIso('2018-11-15T23:59:30+01:00'))).toBe('2018-11-15T22:59:30.000Z');
    expect(instantFromIso('2018-11-15T22:59:30.1239Z')).toBe(Date.UTC(2018, 10, 15, 22, 59, 30, 123));
    expect(() => instant(0.5)).toThrow(RangeError);
    expect(() => instant(Number.NaN)).toThrow(RangeError);
  });

  test('the wall in a zone', () => {
    const i = instantFromIso('2018-11-15T23:30:59Z');
    expect([localDate(i, BERLIN), localTime(i, BERLIN)]).toEqual(['2018-11-16', '00:30']);
    expect([localDate(i, 'America/New_York'), localTime(i, 'America/New_York')]).toEqual(['2018-11-15', '18:30']);
  });
});

describe('calendar', () => {
  test('weekdays, days and the end of a day', () => {
    expect(weekdayOf('2018-11-24')).toBe(6);
    expect(weekdayOf('2018-11-25')).toBe(7);
    expect(addDays('2018-12-31', 1)).toBe('2019-01-01');
    expect(addDays('2020-03-01', -1)).toBe('2020-02-29');
    expect(toIso(endOfDay('2018-11-15', BERLIN))).toBe('2018-11-15T22:59:59.000Z');
  });

  test('an event over the spring change lasts what the wall shows', () => {
    expect(zonedInstant('2019-03-31', '13:00', BERLIN) - zonedInstant('2019-03-31', '11:00', BERLIN)).toBe(2 * durations.hour);
  });

  test('checks', () => {
    expect([isDate('2018-11-24'), isDate('2018-02-29'), isDate('morgen')]).toEqual([true, false, false]);
    expect([isZone(BERLIN), isZone('Berlin'), isZone('')]).toEqual([true, false, false]);
  });
});

test.each([
  ['+3d', 3 * durations.day], ['+2h', 2 * durations.hour], ['+30m', 30 * durations.minute], ['+90s', 90 * durations.second],
  ['+1d12h', 36 * durations.hour], [' +1H ', durations.hour],
  ['3d', null], ['-1h', null], ['+', null], ['+3', null], ['+3w', null], ['+99999d', null], ['+1.5h', null], ['', null],
])('parseDuration %s', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});
