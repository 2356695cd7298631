import { durations, instant, type Instant } from '../kernel/time.ts';
import type { Event, EventTally, Rsvp } from './records.ts';

/** Seats that nobody has and nobody is offered; null: there is no limit. Never negative unless the office cut the capacity. */
export function freeSeats(event: Pick<Event, 'capacity'>, tally: EventTally): number | null {
  return event.capacity === null ? null : event.capacity - tally.attendingPersons - tally.reservedPersons;
}

export function fits(event: Pick<Event, 'capacity'>, tally: EventTally, persons: number): boolean {
  const free = freeSeats(event, tally);
  return free === null || persons <= free;
}

/** The tally after a reply changed from `before` to `after` (null: no reply). The only arithmetic on tallies. */
export function retally(tally: EventTally, before: Rsvp | null, after: Rsvp | null): EventTally {
  return add(add(tally, before, -1), after, 1);
}

function add(tally: EventTally, rsvp: Rsvp | null, sign: 1 | -1): EventTally {
  if (rsvp === null) return tally;
  const seated = rsvp.seat === 'CONFIRMED' ? sign : 0;
  const waiting = rsvp.seat === 'WAITING' || rsvp.seat === 'OFFERED' ? sign : 0;
  return {
    ...tally,
    attendingReplies: tally.attendingReplies + seated,
    attendingPersons: tally.attendingPersons + seated * rsvp.partySize,
    maybe: tally.maybe + (rsvp.answer === 'MAYBE' ? sign : 0),
    declined: tally.declined + (rsvp.answer === 'DECLINED' ? sign : 0),
    waitingReplies: tally.waitingReplies + waiting,
    waitingPersons: tally.waitingPersons + waiting * rsvp.partySize,
    reservedReplies: tally.reservedReplies + (rsvp.seat === 'OFFERED' ? sign : 0),
    reservedPersons: tally.reservedPersons + (rsvp.seat === 'OFFERED' ? sign * rsvp.partySize : 0),
    toConfirm: tally.toConfirm + (rsvp.toConfirm ? sign : 0),
    late: tally.late + (rsvp.timeliness === 'LATE' ? sign : 0),
    entered: tally.entered + (rsvp.enteredBy === null ? 0 : sign),
  };
}

export interface Promotion {
  readonly before: Rsvp;
  readonly after: Rsvp;
}

/**
 * Who moves up from the wait list now that seats are free. `waiting` in order of receipt.
 *
 * Nobody is overtaken: when the first party does not fit, nobody behind it moves. Somebody who waits alone gets the
 * seat at once; a party of several is asked first, because plans of several people change: its seats are held for
 * `offerHours`, but never beyond the start. Confirmed and held seats together never exceed the capacity.
 */
export function promote(event: Event, tally: EventTally, waiting: readonly Rsvp[], now: Instant): { promotions: Promotion[]; tally: EventTally } {
  const promotions: Promotion[] = [];
  let counted = tally;
  if (event.state !== 'OPEN' || now >= event.startAt) return { promotions, tally: counted };
  for (const before of waiting) {
    if (!fits(event, counted, before.partySize)) break;
    const after: Rsvp =
      before.partySize === 1
        ? { ...before, seat: 'CONFIRMED', waitOrder: null }
        : { ...before, seat: 'OFFERED', offerUntil: instant(Math.min(now + event.offerHours * durations.hour, event.startAt)) };
    promotions.push({ before, after });
    counted = retally(counted, before, after);
  }
  return { promotions, tally: counted };
}

/**
 * Two replies become one and the newest stands. Nothing is lost by it: a seat that one of them has, the newest takes
 * over, for all its persons where nobody waits for the seats it lacks; in the line it takes the earlier place.
 * `tally` counts neither.
 */
export function keepSeat(event: Pick<Event, 'capacity'>, tally: EventTally, newest: Rsvp, older: Rsvp | null): Rsvp {
  if (older === null || newest.answer !== 'ATTENDING' || newest.seat === 'CONFIRMED') return newest;
  if (older.seat !== 'CONFIRMED') return { ...newest, waitOrder: Math.min(newest.waitOrder ?? Infinity, older.waitOrder ?? Infinity) };
  const had = Math.max(older.partySize, newest.seat === 'OFFERED' ? newest.partySize : 0);
  const lineIsEmpty = tally.waitingReplies === tally.reservedReplies;
  const partySize = lineIsEmpty && fits(event, tally, newest.partySize) ? newest.partySize : Math.min(newest.partySize, had);
  const children = newest.children !== null && newest.children > partySize ? null : newest.children;
  return { ...newest, partySize, children, seat: 'CONFIRMED', waitOrder: null, offerUntil: null };
}

/**
 * A reply as it was before two persons were made one by mistake. Seats that were given away since are not taken from
 * anybody: who had one and finds none stands first in line (`place`), who waited has the old place again.
 * `tally` does not count it.
 */
export function takeBack(event: Event, tally: EventTally, rsvp: Rsvp, place: number, now: Instant): Rsvp {
  const held = rsvp.seat === 'OFFERED' && rsvp.offerUntil !== null && rsvp.offerUntil > now;
  if (rsvp.seat === 'NONE' || rsvp.seat === 'WAITING') return rsvp;
  if ((rsvp.seat === 'CONFIRMED' || held) && fits(event, tally, rsvp.partySize)) return rsvp;
  return { ...rsvp, seat: 'WAITING', waitOrder: rsvp.waitOrder ?? place, offerUntil: null };
}

/** An offer nobody took: the party leaves the line, so that it holds nobody up; a new yes brings it back. */
export function lapse(offered: Rsvp): Rsvp {
  return { ...offered, answer: 'MAYBE', seat: 'NONE', offerUntil: null, waitOrder: null, toConfirm: false };
}
