import { describe, expect, it, test } from 'vitest';
import { instantFromIso, localDate, localTime } from '../../../src/kernel/time.ts';
import { MAX_SLOTS, parseSlots } from '../../../src/polls/slots.ts';

const zone = 'Europe/Berlin';

/** "2019-05-14 19:00-21:00", or the problem and what it is about. */
function read(text: string, at = '2019-05-02T12:00:00+02:00', known: Parameters<typeof parseSlots>[1]['known'] = []): string[] {
  const slots = parseSlots(text, { zone, now: instantFromIso(at), known });
  if (slots.ok) return slots.value.map(({ startAt, endAt }) => `${localDate(startAt, zone)} ${localTime(startAt, zone)}-${localTime(endAt, zone)}`);
  const { error } = slots;
  return [error.kind === 'WHEN' ? error.problem.kind : error.kind, 'given' in error ? error.given : ''];
}

describe('dates as people type them', () => {
  it.each([
    ['Di 14.5. 19–21, Do 16.5. 19 Uhr', ['2019-05-14 19:00-21:00', '2019-05-16 19:00-21:00']],
    ['Do 16.5. 19 Uhr, Di 14.5. 18-19:30', ['2019-05-14 18:00-19:30', '2019-05-16 19:00-21:00']],
    ['Di 14.5. 18-21\nDo 16.5. 19 Uhr', ['2019-05-14 18:00-21:00', '2019-05-16 19:00-22:00']],
    ['Tue 14 May 7pm-9pm; Thu 16 May 7 pm', ['2019-05-14 19:00-21:00', '2019-05-16 19:00-21:00']],
    ['nächsten Dienstag 19-21, Do 16.5. 19 Uhr', ['2019-05-07 19:00-21:00', '2019-05-16 19:00-21:00']],
    ['Do 2.5. 19-21', ['2019-05-02 19:00-21:00']],
    ['1.5. 19-21', ['2020-05-01 19:00-21:00']],
    ['Sa 30.3.2019 11-13', ['IN_PAST', 'Sa 30.3.2019 11-13']],
    ['Di 14.5. 19-21, am 31.2. 19 Uhr', ['NO_SUCH_DATE', 'am 31.2. 19 Uhr']],
    ['Mi 14.5. 19-21', ['WEEKDAY_MISMATCH', 'Mi 14.5. 19-21']],
    ['Do 2.5. 11-13', ['PASSED', 'Do 2.5. 11-13']],
    ['Di 14.5. 21-19', ['END_BEFORE_START', 'Di 14.5. 21-19']],
    ['Di 14.5. 19-21, Do 16.5. 19 Uhr, 14.5. 19:00-21:00', ['TWICE', '14.5. 19:00-21:00']],
    ['14.5.2023 19-21', ['TOO_FAR', '14.5.2023 19-21']],
    ['Dienstag', ['NO_TIME', 'Dienstag']],
    ['bald', ['NO_DATE', 'bald']],
    ['', ['NONE', '']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  test('"nächsten Dienstag" is read by the clock on the town’s wall, also around midnight', () => {
    expect(read('nächsten Dienstag 19-21', '2019-05-06T23:59:59+02:00')).toEqual(['2019-05-07 19:00-21:00']);
    expect(read('nächsten Dienstag 19-21', '2019-05-07T00:00:00+02:00')).toEqual(['2019-05-14 19:00-21:00']);
    expect(read('nächsten Dienstag 19-21', '2019-05-06T22:30:00Z')).toEqual(['2019-05-14 19:00-21:00']);
    expect(read('heute 0:30', '2019-05-06T22:10:00Z')).toEqual(['2019-05-07 00:30-02:30']);
  });

  test('two hundred dates are told as too many, and what the poll has already counts', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `${1 + (i % 28)}.6. ${8 + Math.floor(i / 28)}:00 Uhr`).join(', ');
    expect(read(many(200))[0]).toBe('TOO_MANY');
    expect(read(many(MAX_SLOTS))).toHaveLength(MAX_SLOTS);
    const known = [{ startAt: instantFromIso('2019-05-14T19:00:00+02:00'), endAt: instantFromIso('2019-05-14T21:00:00+02:00') }];
    expect(read(many(MAX_SLOTS), undefined, known)[0]).toBe('TOO_MANY');
    expect(read('Di 14.5. 19-21', undefined, known)[0]).toBe('TWICE');
  });

  test('the night the clock is put forward has two hours less one', () => {
    expect(read('31.3.2019 1-4 Uhr', '2019-03-01T12:00:00+01:00')).toEqual(['2019-03-31 01:00-04:00']);
  });
});
