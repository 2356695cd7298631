import { holidayOn, type State } from '../kernel/holidays.ts';
import { addDays, durations, instant, localDate, localTime, weekdayOf, zonedInstant, type Instant } from '../kernel/time.ts';
import type { ProcessFile } from '../process/file.ts';
import type { ReminderChoice } from './records.ts';

/** When somebody is left in peace, by the wall clock of the event's zone. */
export interface QuietHours {
  /** "HH:MM"; they may span midnight; equal ends: no hours. */
  readonly from: string;
  readonly until: string;
  /** Whole Sundays too. */
  readonly sundays: boolean;
  /** Whole public holidays of this state too; null: none. */
  readonly holidays: State | null;
}

/** A chain of nights, Sundays and holidays is never longer than this many. */
const CHAIN = 14;

/** The process's quiet hours with what the person chose (/ruhe) in their place; null: none at all. */
export function quietHoursOf({ quietHours, holidays }: Pick<ProcessFile, 'quietHours' | 'holidays'>, choice: ReminderChoice | null): QuietHours | null {
  if (choice?.awake === true) return null;
  return {
    from: choice?.quietFrom ?? quietHours.from,
    until: choice?.quietUntil ?? quietHours.until,
    sundays: quietHours.sundays,
    holidays: quietHours.holidays ? holidays.region : null,
  };
}

/**
 * The first instant at or after `due` outside the quiet hours. What would thereby come only at `uselessAt` or later
 * is not held back over a day of rest, and if that does not help, not over the night: a reminder in the evening is
 * better than none.
 */
export function sendAt(due: Instant, quiet: QuietHours | null, zone: string, uselessAt: Instant): Instant {
  if (quiet === null) return due;
  const at = firstAfter(due, quiet, zone);
  if (at < uselessAt || due >= uselessAt) return at;
  const morning = firstAfter(due, { ...quiet, sundays: false, holidays: null }, zone);
  return morning < uselessAt ? morning : due;
}

function firstAfter(due: Instant, quiet: QuietHours, zone: string): Instant {
  let at = due;
  for (let round = 0; round < CHAIN; round += 1) {
    const next = quietEnd(at, quiet, zone);
    if (next === null) break;
    at = next;
  }
  return at;
}

/** So long before `end`, counted in waking time: quiet hours in between do not count, and it never falls into them. */
export function wakingBefore(end: Instant, ms: number, quiet: QuietHours | null, zone: string): Instant {
  let at = end;
  for (let left = ms; left > 0; ) {
    const earlier = instant(at - durations.minute);
    const began = quiet === null ? null : quietStart(earlier, quiet, zone);
    at = began ?? earlier;
    if (began === null) left -= durations.minute;
  }
  return at;
}

/** When the quiet time ends that `at` lies in; another may follow. null: it lies in none. */
function quietEnd(at: Instant, quiet: QuietHours, zone: string): Instant | null {
  const date = localDate(at, zone);
  if (isDayOfRest(date, quiet)) return zonedInstant(addDays(date, 1), '00:00', zone);
  if (!inTheHours(localTime(at, zone), quiet)) return null;
  const endsTomorrow = quiet.from > quiet.until && localTime(at, zone) >= quiet.from;
  return zonedInstant(endsTomorrow ? addDays(date, 1) : date, quiet.until, zone);
}

/** When the quiet time began that `at` lies in; another may lie before it. null: it lies in none. */
function quietStart(at: Instant, quiet: QuietHours, zone: string): Instant | null {
  const date = localDate(at, zone);
  if (isDayOfRest(date, quiet)) return zonedInstant(date, '00:00', zone);
  if (!inTheHours(localTime(at, zone), quiet)) return null;
  const beganYesterday = quiet.from > quiet.until && localTime(at, zone) < quiet.until;
  return zonedInstant(beganYesterday ? addDays(date, -1) : date, quiet.from, zone);
}

function inTheHours(time: string, { from, until }: QuietHours): boolean {
  return from > until ? time >= from || time < until : time >= from && time < until;
}

function isDayOfRest(date: string, { sundays, holidays }: QuietHours): boolean {
  return (sundays && weekdayOf(date) === 7) || (holidays !== null && holidayOn(date, holidays) !== null);
}
