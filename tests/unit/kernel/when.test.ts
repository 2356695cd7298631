import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { localDate, localTime } from '../../../src/kernel/time.ts';
import { parseWhen, splitWhens } from '../../../src/kernel/when.ts';

const zone = 'Europe/Berlin';
const context = { zone, today: '2018-10-01' };

/** "2018-12-01 14:00-18:30", or the problem. */
function read(text: string, today = context.today): string {
  const when = parseWhen(text, { zone, today });
  if (!when.ok) return when.error.kind;
  const { date, start, end } = when.value;
  expect(localDate(start, zone)).toBe(date);
  return `${date} ${localTime(start, zone)}${end === null ? '' : `-${localTime(end, zone)}`}`;
}

describe('what is understood', () => {
  const whole = '2018-12-01 14:00-18:30';
  const open = '2018-12-01 14:00';
  it.each([
    ['1.12.2018 14:00-18:30', whole],
    ['01.12.2018 14:00 - 18:30', whole],
    ['1.12.18 14-18:30', whole],
    ['1. 12. 2018 14.00 bis 18.30', whole],
    ['Sa 1.12.2018 14-18:30 Uhr', whole],
    ['Samstag, den 1.12.2018, 14:00–18:30 Uhr', whole],
    ['Sa., 1.12. 14 Uhr - 18 Uhr 30', whole],
    ['1.12.2018 (Samstag) 14:00-18:30', whole],
    ['2018-12-01 14:00–18:30', whole],
    ['2018-12-01T14:00', open],
    ['1. Dezember 2018, 14 Uhr bis 18.30 Uhr', whole],
    ['am 1. Dez. 2018 von 14 bis 18:30 Uhr', whole],
    ['14:00-18:30 am 1.12.2018', whole],
    ['2pm-6:30pm 1 December 2018', whole],
    ['1.12. mit Musik, so um 14 Uhr', open],
    ['1 December 2018, 2 pm to 6:30 pm', whole],
    ['Saturday, December 1, 2018 2-6:30pm', whole],
    ['Sat 1st of December 2018 14:00 to 18:30', whole],
    ['Dec 1 14:00-18:30', whole],
    ['1.12. 14 Uhr', open],
    ['1.12. 14:00', open],
    ['1.12.14 Uhr', open],
    ['1.12. um 14', open],
    ['1.12.2018 14 Uhr im Bürgersaal', open],
    ['١.١٢.٢٠١٨ ١٤:٠٠', open],
    ['Di 14.5. 19-21', '2019-05-14 19:00-21:00'],
    ['Do 16.5. 19 Uhr', '2019-05-16 19:00'],
    ['nächsten Dienstag 19-21', '2018-10-02 19:00-21:00'],
    ['nächsten Montag 19 Uhr', '2018-10-08 19:00'],
    ['am Do 19 Uhr', '2018-10-04 19:00'],
    ['Dienstag, 19:30 Uhr', '2018-10-02 19:30'],
    ['Dienstag morgen um 9', '2018-10-02 09:00'],
    ['heute 19 Uhr', '2018-10-01 19:00'],
    ['morgen 19-21 Uhr', '2018-10-02 19:00-21:00'],
    ['übermorgen um 9', '2018-10-03 09:00'],
    ['next Tuesday 7pm', '2018-10-02 19:00'],
    ['tomorrow at 19', '2018-10-02 19:00'],
    ['1.10. 14 Uhr', '2018-10-01 14:00'],
    ['30.9. 14 Uhr', '2019-09-30 14:00'],
    ['29.2. 14 Uhr', '2020-02-29 14:00'],
    ['31.12.2018 20 Uhr bis 24 Uhr', '2018-12-31 20:00-00:00'],
    ['31.3.2019 11:00-13:00', '2019-03-31 11:00-13:00'],
    ['31.3.2019 2:30', '2019-03-31 03:00'],
    ['1.12.2018 12 am', '2018-12-01 00:00'],
    ['1.12.2018 12 pm', '2018-12-01 12:00'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what is refused, and why', () => {
  it.each([
    ['', 'NO_DATE'],
    ['morgen', 'NO_TIME'],
    ['übernächsten Dienstag 19 Uhr', 'NO_DATE'],
    ['14:00', 'NO_DATE'],
    ['1/12/2018 14:00', 'NO_DATE'],
    ['31.2. 14 Uhr', 'NO_SUCH_DATE'],
    ['29.2.2019 14 Uhr', 'NO_SUCH_DATE'],
    ['1.13.2018 14 Uhr', 'NO_SUCH_DATE'],
    ['0.0.0000 14 Uhr', 'NO_SUCH_DATE'],
    ['So 1.12.2018 14 Uhr', 'WEEKDAY_MISMATCH'],
    ['2018-12-01 (Fri) 14:00', 'WEEKDAY_MISMATCH'],
    ['1.12.2018', 'NO_TIME'],
    ['1.12.2018 nachmittags', 'NO_TIME'],
    ['1.12.2018 18:30-14:00', 'END_BEFORE_START'],
    ['1.12.2018 14:00-14:00', 'END_BEFORE_START'],
    ['1.12.2017 14:00', 'IN_PAST'],
    ['30.9.2018 14:00', 'IN_PAST'],
    ['1.12.2018 25 Uhr', 'UNCLEAR'],
    ['1.12.2018 14:75', 'UNCLEAR'],
    ['1.12.2018 14', 'UNCLEAR'],
    ['1.12.2018 13 pm', 'UNCLEAR'],
    ['1.12.2018 14:00 - 2.12.2018 12:00', 'UNCLEAR'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('a problem carries what its sentence needs', () => {
    expect(parseWhen('So 1.12.2018 14 Uhr', context)).toEqual({
      ok: false,
      error: { kind: 'WEEKDAY_MISMATCH', given: 7, actual: 6, date: '2018-12-01' },
    });
    expect(parseWhen('31.2. 14 Uhr', context)).toEqual({ ok: false, error: { kind: 'NO_SUCH_DATE', given: '31.2.' } });
    expect(parseWhen('1.12.2018 25 Uhr', context)).toEqual({ ok: false, error: { kind: 'UNCLEAR', given: '25 uhr' } });
  });
});

test('any text gives an answer, quickly', () => {
  const piece = fc.constantFrom('1', '12', '.', ':', '-', ' ', 'bis', 'uhr', '2018', 'dez', 'sa', 'pm', 'um', ',', '|', '$&', '٣', 'İ');
  const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')));
  fc.assert(
    fc.property(typed, (text) => {
      const when = parseWhen(text, context);
      if (when.ok) expect(when.value.date >= context.today).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  for (const hostile of ['1'.repeat(65_536), '1.'.repeat(32_768), ' '.repeat(65_536), '1.12. 14-'.repeat(7_000)]) {
    // What it takes, not what it waits for: the machine may be doing other things.
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now();
      parseWhen(hostile, context);
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  }
});

test.each([
  ['Di 14.5. 19-21, Do 16.5. 19 Uhr', ['Di 14.5. 19-21', 'Do 16.5. 19 Uhr']],
  ['1. Dezember 2018, 14 Uhr; 8. Dezember 2018, 14 Uhr', ['1. Dezember 2018, 14 Uhr', '8. Dezember 2018, 14 Uhr']],
  ['Sa, 1.12. 14 Uhr,', ['Sa, 1.12. 14 Uhr']],
  ['', []],
])('splitWhens %s', (text, expected) => {
  expect(splitWhens(text)).toEqual(expected);
});
