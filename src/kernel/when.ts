/**
 * Reads the dates and times people type: `1.12.2018 14:00-18:30`, `Sa 1.12. 14-18:30 Uhr`,
 * `1. Dezember 2018, 14 Uhr bis 18.30 Uhr`, `December 1, 2018 2-6:30 pm`, `2018-12-01 14:00–18:30`,
 * `nächsten Dienstag 19-21`, `morgen 19 Uhr`.
 *
 * Nothing is guessed: digits that were not understood, a weekday that does not fit or a date that does not exist are
 * problems, told as values, so that the bot can ask with one sentence. `1/12` is not read at all (January or December?).
 */
import { err, ok } from './result.ts';
import type { Result } from './result.ts';
import { asciiDigits } from './text.ts';
import { addDays, isDate, weekdayOf, zonedInstant } from './time.ts';
import type { Instant, Weekday } from './time.ts';

export type When = {
  /** The local date of the start, YYYY-MM-DD. */
  readonly date: string;
  readonly start: Instant;
  /** Null when only a start was given. */
  readonly end: Instant | null;
};

export type WhenProblem =
  | { readonly kind: 'NO_DATE' }
  /** `given` as typed, e.g. `31.2.` */
  | { readonly kind: 'NO_SUCH_DATE'; readonly given: string }
  | { readonly kind: 'WEEKDAY_MISMATCH'; readonly given: Weekday; readonly actual: Weekday; readonly date: string }
  | { readonly kind: 'NO_TIME'; readonly date: string }
  /** Also when both are the same moment. Nothing runs over midnight, but `24 Uhr` is a valid end. */
  | { readonly kind: 'END_BEFORE_START'; readonly date: string }
  /** The date lies before `today`. Whether a time of today has passed only the caller's clock knows. */
  | { readonly kind: 'IN_PAST'; readonly date: string }
  /** Digits were left over (`25 Uhr`, a second date); `given` is the part that was not understood. */
  | { readonly kind: 'UNCLEAR'; readonly given: string };

const LONGEST = 200;

const MONTHS = names(
  'jan januar jänner january', 'feb februar feber february', 'mär mrz maerz märz mar march', 'apr april', 'mai may',
  'jun juni june', 'jul juli july', 'aug august', 'sep sept september', 'okt oktober oct october', 'nov november',
  'dez dezember dec december',
);
const WEEKDAYS = names(
  'mo montag mon monday', 'di dienstag tue tues tuesday', 'mi mittwoch wed wednesday',
  'do donnerstag thu thur thurs thursday', 'fr freitag fri friday', 'sa samstag sonnabend sat saturday',
  'so sonntag sun sunday',
);

const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');
/** Two digits are a year only right behind the dot and not before `:` or `Uhr`: `1.12.18`, but `1.12. 18 Uhr`. */
const YEAR = String.raw`(?<year>\d{4}|(?<=\.)\d{2}(?!\d|\s?:|\s?uhr|\s?-))`;
const DATES = [
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)(?:t(?=\d))?`,
  String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.(?:\s?${YEAR}(?!\d))?`,
  String.raw`(?<day>\d{1,2})(?:\.|st|nd|rd|th)?\s?(?:of\s)?(?<name>${MONTH})(?![a-zäöüß])\.?(?:,?\s?(?<year>\d{4})(?!\d))?`,
  String.raw`(?<!\p{L})(?<name>${MONTH})\.?\s(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.])(?:,?\s(?<year>\d{4})(?!\d))?`,
].map((form) => new RegExp(`(?<![\\d.])${form}`, 'u'));

const WEEKDAY = [...WEEKDAYS.keys()].sort((a, b) => b.length - a.length).join('|');
/** A day told from today, at the very beginning: elsewhere these are ordinary words ("Dienstag morgen", "so gegen acht"). */
const TOLD = new RegExp(String.raw`^(?:(?<word>heute|today|übermorgen|uebermorgen|morgen|tomorrow)|(?<next>(?:am |den |on )?(?:nächsten|naechsten|kommenden|diesen|next|coming|this) |am |on )?(?<weekday>${WEEKDAY}))(?![\p{L}\p{N}])[.,]?`, 'u');

/** `am` right before the date (`|`) is German for "on". */
const time = (n: 1 | 2): string =>
  String.raw`(?<h${n}>\d{1,2})(?:(?:[:.]|\s?uhr\s?)(?<m${n}>\d{2}))?(?![\d:]|\.\d)(?<u${n}>\s?(?:uhr|h|p\.?m|a\.m|am(?! ?\|))\b\.?)?`;
const RANGE = new RegExp(String.raw`(?<![\d.:])${time(1)}\s?(?:-|bis|to|until|till)\s?${time(2)}`, 'u');
const SINGLE = new RegExp(String.raw`(?<![\d.:])(?<at>(?:um|ab|at|from)\s)?${time(1)}`, 'u');

/**
 * `today` (YYYY-MM-DD, local) picks the year where none is given: the nearest in which the date exists and is not past.
 * Times are wall-clock times in `zone`, with the clock-change rules of {@link zonedInstant}.
 */
export function parseWhen(text: string, { zone, today }: { zone: string; today: string }): Result<When, WhenProblem> {
  const line = plain(text);
  const found = dateIn(line) ?? toldIn(line);
  if (found === undefined) return err({ kind: 'NO_DATE' });

  const date = found.groups?.['day'] === undefined ? toldDate(found.groups ?? {}, today) : dateOf(found.groups, today);
  if (date === null) return err({ kind: 'NO_SUCH_DATE', given: found[0].trim() });
  const before = line.slice(0, found.index);
  const after = line.slice(found.index + found[0].length);
  const given = weekdayBeside(before, after);
  const actual = weekdayOf(date);
  if (given !== null && given !== actual) return err({ kind: 'WEEKDAY_MISMATCH', given, actual, date });
  if (date < today) return err({ kind: 'IN_PAST', date });

  const rest = `${before}|${after}`;
  const times = timesIn(rest);
  const unread = times === null ? rest : rest.replace(times.text, ' ');
  if (/\d/.test(unread)) return err({ kind: 'UNCLEAR', given: unread.replaceAll('|', ' ').replace(/\s+/gu, ' ').trim() });
  if (times === null) return err({ kind: 'NO_TIME', date });

  const start = zonedInstant(date, times.start, zone);
  if (times.end === null) return ok({ date, start, end: null });
  const end = times.end === '24:00' ? zonedInstant(addDays(date, 1), '00:00', zone) : zonedInstant(date, times.end, zone);
  return end > start ? ok({ date, start, end }) : err({ kind: 'END_BEFORE_START', date });
}

/** Divides a list of dates at its commas, semicolons and line ends: `Di 14.5. 19-21, Do 16.5. 19 Uhr` is two. */
export function splitWhens(text: string): readonly string[] {
  const whens: string[] = [];
  let dated = false;
  for (const piece of text.slice(0, 40 * LONGEST).split(/[,;\n]/u).filter((part) => part.trim() !== '')) {
    const line = plain(piece);
    // "Samstag, den 1.12." is one: a weekday alone is a date only with a time beside it.
    const hasDate = dateIn(line) !== undefined || (/\d/.test(line) && toldIn(line) !== undefined);
    if (whens.length === 0 || (dated && hasDate)) {
      whens.push(piece.trim());
      dated = hasDate;
    } else {
      whens[whens.length - 1] += `, ${piece.trim()}`;
      dated ||= hasDate;
    }
  }
  return whens;
}

function plain(text: string): string {
  return asciiDigits(text.slice(0, LONGEST)).toLowerCase().normalize('NFC').replace(/[‐-―−]/gu, '-').replace(/\s+/gu, ' ').trim();
}

function dateIn(line: string): RegExpExecArray | undefined {
  return DATES.map((form) => form.exec(line)).find((match) => match !== null);
}

/** `Dienstag 19-21`, `nächsten Di 19 Uhr`, `morgen 19 Uhr`; a weekday in short only behind "am" or "nächsten". */
function toldIn(line: string): RegExpExecArray | undefined {
  const told = TOLD.exec(line);
  const { word, next, weekday } = told?.groups ?? {};
  return told !== null && (word !== undefined || next !== undefined || (weekday ?? '').length >= 6) ? told : undefined;
}

/** The next such weekday after today; what is meant for today is called "heute". */
function toldDate({ word, weekday }: Groups, today: string): string {
  if (word !== undefined) return addDays(today, word.startsWith('heute') || word === 'today' ? 0 : /^[uü]/.test(word) ? 2 : 1);
  const ahead = ((WEEKDAYS.get(weekday ?? '') ?? 1) - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

type Groups = Readonly<Record<string, string | undefined>>;

/** Null when the date stands on no calendar. */
function dateOf({ year, month, name, day }: Groups, today: string): string | null {
  const monthAndDay = `${(month ?? String(MONTHS.get(name ?? ''))).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  if (year !== undefined) {
    const date = `${year.length === 2 ? `20${year}` : year}-${monthAndDay}`;
    return isDate(date) ? date : null;
  }
  const thisYear = Number(today.slice(0, 4));
  for (let y = thisYear; y <= thisYear + 8; y++) { // a 29 February may be eight years away
    const date = `${y}-${monthAndDay}`;
    if (date >= today && isDate(date)) return date;
  }
  return null;
}

/** The weekday written right before or right behind the date; behind it in full or in brackets, for "so" and "do" are words too. */
function weekdayBeside(before: string, after: string): Weekday | null {
  const left = /(\p{L}+)\.?,? ?(?:(?:den|dem|the) )?$/u.exec(before)?.[1];
  const right = /^,? ?(\(\p{L}+|\p{L}{6,})/u.exec(after)?.[1]?.replace('(', '');
  return ((WEEKDAYS.get(left ?? '') ?? WEEKDAYS.get(right ?? '')) as Weekday | undefined) ?? null;
}

type Times = { readonly text: string; readonly start: string; readonly end: string | null };

function timesIn(rest: string): Times | null {
  const range = RANGE.exec(rest);
  if (range !== null) {
    const { h1, m1, u1, h2, m2, u2 } = range.groups ?? {};
    const start = clock(h1, m1, u1?.trim() || (isHalfDay(u2) ? u2 : undefined));
    const end = clock(h2, m2, u2);
    return start === null || start === '24:00' || end === null ? null : { text: range[0], start, end };
  }
  const single = SINGLE.exec(rest);
  if (single === null) return null;
  const { at, h1, m1, u1 } = single.groups ?? {};
  if (at === undefined && m1 === undefined && u1 === undefined) return null; // a bare number may be anything
  const start = clock(h1, m1, u1);
  return start === null || start === '24:00' ? null : { text: single[0], start, end: null };
}

/** HH:MM, `24:00` included; null where no clock shows it. `unit` may be `pm`, `a.m.`, `uhr` or nothing. */
function clock(hour = '', minute = '00', unit = ''): string | null {
  let h = Number(hour);
  if (isHalfDay(unit)) {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (unit.trim().startsWith('p') ? 12 : 0);
  }
  const m = Number(minute);
  if (m > 59 || h > 24 || (h === 24 && m > 0)) return null;
  return `${String(h).padStart(2, '0')}:${minute}`;
}

function isHalfDay(unit: string | undefined): boolean {
  return /^[ap]/.test(unit?.trim() ?? '');
}

/** Spellings → number from 1; each argument lists the spellings of one month or weekday. */
function names(...rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, i) => row.split(' ').map((name) => [name, i + 1] as const)));
}
