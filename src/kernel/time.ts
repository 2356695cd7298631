/**
 * Wall clocks and instants.
 *
 * Everything stored or compared is an {@link Instant}; everything people say ("24 November, 14:00") is a local
 * date, a local time and a zone. The two rules for clock changes stand in {@link zonedInstant} and nowhere else.
 * Nothing here asks what time it is: that is the clock port's work.
 */
import { Temporal } from 'temporal-polyfill';
import { err, ok } from './result.ts';
import type { Result } from './result.ts';

/** Milliseconds since 1970-01-01T00:00Z. Always a whole number inside the range of ECMAScript time. */
export type Instant = number & { readonly __brand: 'Instant' };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Lengths in milliseconds. `day` is 24 hours; for "the next calendar day" use {@link addDays}. */
export const durations = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const FARTHEST = 8_640_000_000_000_000;
const ISO_INSTANT =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;
const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** @throws RangeError unless `ms` is a whole number of milliseconds inside the range of ECMAScript time. */
export function instant(ms: number): Instant {
  if (!Number.isInteger(ms) || Math.abs(ms) > FARTHEST) throw new RangeError(`not an instant: ${ms}`);
  return ms as Instant;
}

/**
 * Reads an ISO 8601 instant a person or a setting gave, e.g. `2018-11-15T23:59:30+01:00`.
 * Without `Z` or an offset it would mean a different moment on every machine, so that is its own refusal.
 * Fractions below the millisecond are cut off.
 */
export function parseInstant(text: string): Result<Instant, 'NO_INSTANT' | 'NO_OFFSET'> {
  const match = ISO_INSTANT.exec(text.slice(0, 40).trim());
  if (match === null) return err('NO_INSTANT');
  if (match[3] === undefined) return err('NO_OFFSET');
  try {
    return ok(instant(Temporal.Instant.from(match[0]).epochMilliseconds));
  } catch {
    return err('NO_INSTANT');
  }
}

/** {@link parseInstant} for texts our own code wrote. @throws RangeError where that would refuse. */
export function instantFromIso(iso: string): Instant {
  const read = parseInstant(iso);
  if (!read.ok) throw new RangeError(`${read.error}: not an ISO instant with offset: ${JSON.stringify(iso.slice(0, 40))}`);
  return read.value;
}

/** `2018-11-15T22:59:59.000Z` */
export function toIso(i: Instant): string {
  return new Date(i).toISOString();
}

/**
 * The moment a wall clock in `zone` shows `date` (YYYY-MM-DD) and `time` (HH:MM or HH:MM:SS).
 *
 * - A time the clock skips means the first moment after the gap: Berlin 2019-03-31 02:30 is 03:00 local (01:00Z),
 *   and any time on Apia's missing 2011-12-30 is the first moment of the 31st. (Temporal alone would say 03:30.)
 * - A time the clock shows twice means the first of the two: Berlin 2019-10-27 02:30 is 00:30Z.
 *
 * @throws RangeError for a malformed or impossible date or time, or an unknown zone: check what people type first.
 */
export function zonedInstant(date: string, time: string, zone: string): Instant {
  if (!LOCAL_TIME.test(time)) throw new RangeError(`not a local time HH:MM[:SS]: ${JSON.stringify(time.slice(0, 40))}`);
  const wall = plainDate(date).toPlainDateTime(Temporal.PlainTime.from(time));
  // In a gap "earlier" and "later" lie on the two sides of the change, and neither shows the wanted time.
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (later.toPlainDateTime().equals(wall)) return instant(earlier.epochMilliseconds);
  return changeBetween(earlier, later);
}

/** The first millisecond after `before` that has the UTC offset of `after`. */
function changeBetween(before: Temporal.ZonedDateTime, after: Temporal.ZonedDateTime): Instant {
  const zone = after.timeZoneId;
  let low = before.epochMilliseconds;
  let high = after.epochMilliseconds;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (inZone(middle, zone).offsetNanoseconds === after.offsetNanoseconds) high = middle;
    else low = middle;
  }
  return instant(high);
}

/** The date on the calendar in `zone`: `2018-11-24`. @throws RangeError for an unknown zone. */
export function localDate(i: Instant, zone: string): string {
  return inZone(i, zone).toPlainDate().toString();
}

/** The time on the wall in `zone`, seconds cut off: `14:00`. @throws RangeError for an unknown zone. */
export function localTime(i: Instant, zone: string): string {
  return inZone(i, zone).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** @throws RangeError for an impossible date. */
export function weekdayOf(date: string): Weekday {
  return plainDate(date).dayOfWeek as Weekday;
}

/**
 * 23:59:59 local on `date`: the last second that still counts for "until the 15th" (Berlin 15.11.2018: 22:59:59Z).
 * @throws RangeError for an impossible date or an unknown zone.
 */
export function endOfDay(date: string, zone: string): Instant {
  return zonedInstant(date, '23:59:59', zone);
}

/** `n` calendar days after (before, if negative) `date`. @throws RangeError for an impossible date. */
export function addDays(date: string, n: number): string {
  return plainDate(date).add({ days: n }).toString();
}

/** Whether `text` is a YYYY-MM-DD that stands on the calendar. */
export function isDate(text: string): boolean {
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the platform knows the IANA zone `text`, e.g. `Europe/Berlin`. */
export function isZone(text: string): boolean {
  try {
    inZone(0, text);
    return true;
  } catch {
    return false;
  }
}

const UNITS: Readonly<Record<string, number>> = {
  s: durations.second,
  m: durations.minute,
  h: durations.hour,
  d: durations.day,
};

/**
 * Reads how far the rehearsal's clock shall move: `+3d`, `+2h`, `+30m`, `+90s`, or several as `+1d12h`.
 * Elapsed time, so `+1d` is 24 hours even over a clock change. Milliseconds, or null for anything else
 * (also for more than ten years, the horizon of every rule).
 */
export function parseDuration(text: string): number | null {
  const parts = /^\s*\+((?:\d{1,9}[dhms])+)\s*$/.exec(text.slice(0, 40).toLowerCase())?.[1];
  if (parts === undefined) return null;
  let total = 0;
  for (const [, count, unit] of parts.matchAll(/(\d+)([dhms])/g)) total += Number(count) * (UNITS[unit ?? ''] ?? 0);
  return total <= 3_653 * durations.day ? total : null;
}

function plainDate(date: string): Temporal.PlainDate {
  if (!LOCAL_DATE.test(date)) throw new RangeError(`not a local date YYYY-MM-DD: ${JSON.stringify(date.slice(0, 40))}`);
  return Temporal.PlainDate.from(date);
}

function inZone(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}
