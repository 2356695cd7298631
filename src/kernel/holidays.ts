/**
 * Public holidays of the German states, by rule. Pure: a date, a state, a name.
 *
 * Sources: 3 October is a federal holiday (Einigungsvertrag, Art. 2 (2)); all others are state law, the Sunday and
 * holiday acts as in force since 2018 (for example FTG Baden-Württemberg § 1, BayFTG Art. 1, FTG Brandenburg § 2,
 * Feiertagsgesetz NW § 2). Only what holds in a whole state counts: the Assumption in parts of Bavaria, Corpus Christi
 * in parts of Saxony and Thuringia and Augsburg's Peace Festival are not here.
 */
import { durations, isDate, weekdayOf } from './time.ts';

/** ISO 3166-2:DE without its "DE-". */
export const STATES = ['BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const;
export type State = (typeof STATES)[number];

/** The earliest year for which the rules are right; Reformation Day became a holiday in the north in 2018. */
const FIRST_YEAR = 2018;

interface Rule {
  readonly name: string;
  /** "MM-DD", days after Easter Sunday, or (null) the Wednesday before 23 November. */
  readonly on: string | number | null;
  /** null: all. */
  readonly states: readonly State[] | null;
  /** First and last year. */
  readonly from?: number;
  readonly until?: number;
}

const RULES: readonly Rule[] = [
  { name: 'NEW_YEAR', on: '01-01', states: null },
  { name: 'EPIPHANY', on: '01-06', states: ['BW', 'BY', 'ST'] },
  { name: 'WOMENS_DAY', on: '03-08', states: ['BE'], from: 2019 },
  { name: 'WOMENS_DAY', on: '03-08', states: ['MV'], from: 2023 },
  { name: 'GOOD_FRIDAY', on: -2, states: null },
  { name: 'EASTER_SUNDAY', on: 0, states: ['BB'] },
  { name: 'EASTER_MONDAY', on: 1, states: null },
  { name: 'LABOUR_DAY', on: '05-01', states: null },
  { name: 'LIBERATION_DAY', on: '05-08', states: ['BE'], from: 2020, until: 2020 },
  { name: 'LIBERATION_DAY', on: '05-08', states: ['BE'], from: 2025, until: 2025 },
  { name: 'ASCENSION', on: 39, states: null },
  { name: 'PENTECOST_SUNDAY', on: 49, states: ['BB'] },
  { name: 'PENTECOST_MONDAY', on: 50, states: null },
  { name: 'UPRISING_1953', on: '06-17', states: ['BE'], from: 2028, until: 2028 },
  { name: 'CORPUS_CHRISTI', on: 60, states: ['BW', 'BY', 'HE', 'NW', 'RP', 'SL'] },
  { name: 'ASSUMPTION', on: '08-15', states: ['SL'] },
  { name: 'CHILDRENS_DAY', on: '09-20', states: ['TH'], from: 2019 },
  { name: 'GERMAN_UNITY', on: '10-03', states: null },
  { name: 'REFORMATION', on: '10-31', states: ['BB', 'HB', 'HH', 'MV', 'NI', 'SN', 'ST', 'SH', 'TH'] },
  { name: 'ALL_SAINTS', on: '11-01', states: ['BW', 'BY', 'NW', 'RP', 'SL'] },
  { name: 'REPENTANCE', on: null, states: ['SN'] },
  { name: 'CHRISTMAS', on: '12-25', states: null },
  { name: 'BOXING_DAY', on: '12-26', states: null },
];

/**
 * Western Easter in the Gregorian calendar ("Meeus/Jones/Butcher": J. Meeus, Astronomical Algorithms, ch. 8), as YYYY-MM-DD.
 */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${two(month)}-${two(day)}`;
}

/** The name of the public holiday on a date (YYYY-MM-DD) in a state; null: none. Before 2018 there is none: the rules were others. */
export function holidayOn(date: string, state: State): string | null {
  if (!isDate(date)) return null;
  const year = Number(date.slice(0, 4));
  const sinceEaster = (Date.parse(date) - Date.parse(easterSunday(year))) / durations.day;
  const rule = RULES.find(({ on, states, from, until }) => {
    if (!(states?.includes(state) ?? true) || year < (from ?? FIRST_YEAR) || year > (until ?? Infinity)) return false;
    if (on === null) return date >= `${year}-11-16` && date <= `${year}-11-22` && weekdayOf(date) === 3;
    return typeof on === 'number' ? on === sinceEaster : on === date.slice(5);
  });
  return rule?.name ?? null;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
