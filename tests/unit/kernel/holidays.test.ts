import { describe, expect, it, test } from 'vitest';
import { easterSunday, holidayOn, STATES, type State } from '../../../src/kernel/holidays.ts';
import { addDays, weekdayOf } from '../../../src/kernel/time.ts';

const holidaysOf = (state: State, year: number): string[] =>
  Array.from({ length: 366 }, (_, day) => addDays(`${year}-01-01`, day)).filter((date) => date.startsWith(String(year)) && holidayOn(date, state) !== null);

/** Good Friday, Easter Monday, Ascension, Pentecost Monday, Corpus Christi in Baden-Württemberg, as calendars print them. */
const PRINTED: readonly (readonly [year: number, movable: string])[] = [
  [2018, '03-30 04-02 05-10 05-21 05-31'],
  [2019, '04-19 04-22 05-30 06-10 06-20'],
  [2020, '04-10 04-13 05-21 06-01 06-11'],
  [2021, '04-02 04-05 05-13 05-24 06-03'],
  [2022, '04-15 04-18 05-26 06-06 06-16'],
  [2023, '04-07 04-10 05-18 05-29 06-08'],
  [2024, '03-29 04-01 05-09 05-20 05-30'],
  [2025, '04-18 04-21 05-29 06-09 06-19'],
  [2026, '04-03 04-06 05-14 05-25 06-04'],
  [2027, '03-26 03-29 05-06 05-17 05-27'],
  [2028, '04-14 04-17 05-25 06-05 06-15'],
  [2029, '03-30 04-02 05-10 05-21 05-31'],
  [2030, '04-19 04-22 05-30 06-10 06-20'],
];
const FIXED_IN_BW = ['01-01', '01-06', '05-01', '10-03', '11-01', '12-25', '12-26'];

test.each(PRINTED)('Baden-Württemberg has its twelve holidays in %i', (year, movable) => {
  const printed = [...FIXED_IN_BW, ...movable.split(' ')].map((day) => `${year}-${day}`).sort();
  expect(holidaysOf('BW', year)).toEqual(printed);
});

/** The Gregorian paschal full moons by golden number, 1900–2199: the table of the Book of Common Prayer, days after 21 March. */
const FULL_MOON = [24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6];

it('Easter is the Sunday after the full moon of the tables, every year from 1900 to 2199', () => {
  for (let year = 1900; year <= 2199; year += 1) {
    const moon = addDays(`${year}-03-21`, FULL_MOON[year % 19]!);
    expect([year, easterSunday(year)]).toEqual([year, addDays(moon, 7 - (weekdayOf(moon) % 7))]);
  }
});

describe('what differs between the states', () => {
  test.each([
    ['Epiphany', '2025-01-06', 'BW BY ST'],
    ['Women’s Day before Mecklenburg had it', '2022-03-08', 'BE'],
    ['Women’s Day', '2025-03-08', 'BE MV'],
    ['Easter Sunday', '2025-04-20', 'BB'],
    ['Corpus Christi', '2025-06-19', 'BW BY HE NW RP SL'],
    ['the Assumption', '2025-08-15', 'SL'],
    ['Children’s Day before there was one', '2018-09-20', ''],
    ['Children’s Day', '2019-09-20', 'TH'],
    ['Reformation Day', '2018-10-31', 'BB HB HH MV NI SN ST SH TH'],
    ['All Saints’', '2025-11-01', 'BW BY NW RP SL'],
    ['the day of repentance', '2025-11-19', 'SN'],
    ['the liberation, eighty years on', '2025-05-08', 'BE'],
    ['a year later', '2026-05-08', ''],
    ['Unity Day', '2025-10-03', STATES.join(' ')],
    ['the Sunday of the dead', '2025-11-23', ''],
  ])('%s, %s: %s', (_, date, states) => {
    expect(STATES.filter((state) => holidayOn(date, state) !== null).join(' ')).toBe(states.split(' ').sort((a, b) => STATES.indexOf(a as never) - STATES.indexOf(b as never)).join(' '));
  });
});

it('how many there are in each state in 2025', () => {
  const counts = STATES.map((state) => `${state} ${holidaysOf(state, 2025).length}`).join(', ');
  expect(counts).toBe('BW 12, BY 12, BE 11, BB 12, HB 10, HH 10, HE 10, MV 11, NI 10, NW 11, RP 11, SL 12, SN 11, ST 11, SH 10, TH 11');
});

it('before the rules began, and for what is no date, there is none', () => {
  expect([holidayOn('2017-12-25', 'BW'), holidayOn('2019-02-30', 'BW'), holidayOn('', 'BW')]).toEqual([null, null, null]);
});
