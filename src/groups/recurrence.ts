import { err, ok, type Result } from '../kernel/result.ts';
import { addDays, localTime, weekdayOf, zonedInstant, type Instant } from '../kernel/time.ts';
import type { WhenProblem } from '../kernel/when.ts';
import type { MeetingSeries, Recurrence } from './records.ts';
import { readWhenAndWhere } from './when-and-where.ts';

export interface Rule {
  readonly recurrence: Recurrence;
  /** Local "HH:MM". */
  readonly start: string;
  readonly end: string | null;
  readonly where: string;
}

export type RuleProblem =
  | { readonly kind: 'NO_WEEKDAY' }
  /** "jeden zweiten Dienstag": the second of the month, or every other week? */
  | { readonly kind: 'TWO_MEANINGS' }
  | { readonly kind: 'WHEN'; readonly problem: WhenProblem };

const WEEKDAYS = [
  'montags? monday mondays', 'dienstags? tuesdays?', 'mittwochs? wednesdays?', 'donnerstags? thursdays?',
  'freitags? fridays?', '(?:samstag|sonnabend)s? saturdays?', 'sonntags? sundays?',
].map((names) => new RegExp(`(?<!\\p{L})(?:${names.replaceAll(' ', '|')})(?!\\p{L})`, 'u'));
const NTHS: readonly (readonly [RegExp, 1 | 2 | 3 | 4 | -1])[] = [
  [/(?<!\p{L})(?:ersten?|first)(?!\p{L})|(?<!\d)1\.\s(?=\p{L})/u, 1],
  [/(?<!\p{L})(?:zweiten?|second)(?!\p{L})|(?<!\d)2\.\s(?=\p{L})/u, 2],
  [/(?<!\p{L})(?:dritten?|third)(?!\p{L})|(?<!\d)3\.\s(?=\p{L})/u, 3],
  [/(?<!\p{L})(?:vierten?|fourth)(?!\p{L})|(?<!\d)4\.\s(?=\p{L})/u, 4],
  [/(?<!\p{L})(?:letzten?|last)(?!\p{L})/u, -1],
];
const TWO_WEEKS = /(?<!\p{L})(?:alle|every)\s(?:zwei|2|two)\s(?:wochen|weeks)(?!\p{L})|(?<!\p{L})every\sother\sweek(?!\p{L})|(?<!\p{L})14-?tägig(?!\p{L})/u;
const OF_MONTH = /(?<!\p{L})(?:im|des|eines|jedes)\smonats?(?!\p{L})|(?<!\p{L})(?:of the|in the|each|a)\smonth(?!\p{L})/u;

/** Whether a text is meant as a rule: "jeden …", "alle zwei Wochen …", "every …". */
export const soundsRecurring = (text: string): boolean => /^(?:jeden?|jede|alle|immer|14-?tägig|every)(?!\p{L})/iu.test(text.trim());

/**
 * "jeden ersten Dienstag 19-21 Rathaus", "jeden Dienstag 19 Uhr", "alle zwei Wochen donnerstags 18:30 Uhr". Times are
 * read by the same reader as every other date (kernel/when.ts).
 */
export function readRule(text: string, zone: string): Result<Rule, RuleProblem> {
  const line = text.trim().replace(/\s+/gu, ' ').slice(0, 200);
  const low = line.toLowerCase();
  const weekday = WEEKDAYS.findIndex((name) => name.test(low)) + 1;
  if (weekday === 0) return err({ kind: 'NO_WEEKDAY' });
  const day = WEEKDAYS[weekday - 1]!.exec(low)!;
  const before = low.slice(0, day.index);
  const twoWeeks = TWO_WEEKS.test(low);
  const nth = twoWeeks ? null : (NTHS.find(([name]) => name.test(`${before}x`))?.[1] ?? null);
  if (nth === 2 && !OF_MONTH.test(low)) return err({ kind: 'TWO_MEANINGS' });
  const recurrence: Recurrence = nth === null ? { kind: 'WEEKLY', weeks: twoWeeks ? 2 : 1, weekday } : { kind: 'MONTHLY', nth, weekday };
  // What is left behind the weekday is a time and a place; a day far from any clock change stands in for the date.
  const after = line.slice(day.index + day[0].length).replace(new RegExp(OF_MONTH, 'iu'), '').replace(new RegExp(TWO_WEEKS, 'iu'), '').replace(/^[\s,;]+/u, '');
  const read = readWhenAndWhere(`2019-01-15 ${after}`, { zone, today: '2019-01-15' });
  if (!read.ok) return err({ kind: 'WHEN', problem: read.error });
  const { when, where } = read.value;
  return ok({ recurrence, start: localTime(when.start, zone), end: when.end === null ? null : localTime(when.end, zone), where });
}

/** The first day after `date` (YYYY-MM-DD) on which the rule holds; for every two weeks `date` must be a day of the rule. */
export function nextDay(recurrence: Recurrence, date: string): string {
  if (recurrence.kind === 'WEEKLY') {
    const ahead = (recurrence.weekday - weekdayOf(date) + 7) % 7;
    return addDays(date, ahead === 0 ? recurrence.weeks * 7 : ahead);
  }
  for (let month = date.slice(0, 7); ; month = nextMonth(month)) {
    const day = dayOfMonth(recurrence, month);
    if (day > date) return day;
  }
}

/** The rule's one day in a month given as YYYY-MM. Every month has at least four of each weekday. */
function dayOfMonth({ nth, weekday }: Extract<Recurrence, { kind: 'MONTHLY' }>, month: string): string {
  if (nth === -1) {
    const last = addDays(`${nextMonth(month)}-01`, -1);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = `${month}-01`;
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

function nextMonth(month: string): string {
  return addDays(`${month}-28`, 4).slice(0, 7);
}

export interface Occurrence {
  readonly date: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** When the rule holds on a day: the wall clock shows the same on both sides of a clock change. `24:00` is its end. */
export function occurrenceOn(series: Pick<MeetingSeries, 'start' | 'end'>, date: string, zone: string): Occurrence {
  const end = series.end <= series.start ? zonedInstant(addDays(date, 1), series.end, zone) : zonedInstant(date, series.end, zone);
  return { date, start: zonedInstant(date, series.start, zone), end };
}

/** The first time after `date` by the rule that begins after `after`; what passed unseen is not made up for. */
export function nextOccurrence(series: Pick<MeetingSeries, 'recurrence' | 'start' | 'end'>, date: string, after: Instant, zone: string): Occurrence {
  for (let day = nextDay(series.recurrence, date); ; day = nextDay(series.recurrence, day)) {
    const occurrence = occurrenceOn(series, day, zone);
    if (occurrence.start > after) return occurrence;
  }
}
