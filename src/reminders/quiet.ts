import { addDays, localDate, localTime, zonedInstant, weekdayOf, type Instant } from '../kernel/time.ts';
import type { ReminderChoice } from './records.ts';

/** When the process leaves people in peace. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  /** Whole Sundays too. */
  readonly sundays: boolean;
}

/**
 * The first instant at or after `due` outside the quiet hours. They may span midnight; equal ends mean none. What
 * would thereby come only when the event has begun is not held back: a reminder in the evening is better than none.
 */
export function sendAt(due: Instant, quiet: QuietHours, choice: ReminderChoice | null, zone: string, eventStart: Instant): Instant {
  const after = afterQuiet(due, quiet, choice, zone);
  return after < eventStart || due >= eventStart ? after : due;
}

function afterQuiet(due: Instant, quiet: QuietHours, choice: ReminderChoice | null, zone: string): Instant {
  if (choice?.awake === true) return due;
  const from = choice?.quietFrom ?? quiet.from;
  const until = choice?.quietUntil ?? quiet.until;
  let at = due;
  // A Sunday may follow a night: two rounds settle it, the third is for the morning after.
  for (let round = 0; round < 3; round += 1) {
    const next = afterSunday(afterNight(at, from, until, zone), quiet, until, zone);
    if (next === at) break;
    at = next;
  }
  return at;
}

function afterNight(at: Instant, from: string, until: string, zone: string): Instant {
  if (from === until) return at;
  const time = localTime(at, zone);
  const date = localDate(at, zone);
  const overMidnight = from > until;
  const inside = overMidnight ? time >= from || time < until : time >= from && time < until;
  if (!inside) return at;
  return zonedInstant(overMidnight && time >= from ? addDays(date, 1) : date, until, zone);
}

function afterSunday(at: Instant, quiet: QuietHours, until: string, zone: string): Instant {
  const date = localDate(at, zone);
  return quiet.sundays && weekdayOf(date) === 7 ? zonedInstant(addDays(date, 1), until, zone) : at;
}
