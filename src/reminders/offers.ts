import type { Rsvp } from '../events/records.ts';
import { durations, instant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import { currentProcess } from '../process/commands.ts';
import { OFFER } from './plan.ts';
import { quietHoursOf, wakingBefore } from './quiet.ts';
import type { Reminder } from './records.ts';

/** Somebody who is offered seats is reminded when so much waking time is left. */
const LEAD = 2 * durations.hour;
/** What would follow the offer itself sooner than this reminds of nothing. */
const LEAST_PAUSE = durations.hour;
/** No offer stands longer. */
const FOR_EVER = 20 * 366 * durations.day;

interface Offer {
  readonly id: string;
  readonly planId: string;
  readonly rsvp: Rsvp;
  readonly until: Instant;
}

/** Open offers of which no reminder is planned yet. */
async function unplanned(records: Records, now: Instant): Promise<Offer[]> {
  const open: Offer[] = [];
  for (const rsvp of await records.events.lapsedOffers(instant(now + FOR_EVER))) {
    const planId = `${rsvp.eventKey}/${OFFER}/${rsvp.offerUntil}`;
    if (rsvp.offerUntil !== null && rsvp.offerUntil > now) open.push({ id: `${planId}/${rsvp.personId}`, planId, rsvp, until: rsvp.offerUntil });
  }
  await records.reminders.prefetchReminders(open.map(({ id }) => id));
  const found: Offer[] = [];
  for (const offer of open) if ((await records.reminders.reminder(offer.id)) === null) found.push(offer);
  return found;
}

export async function offersToPlan(records: Records, now: Instant): Promise<boolean> {
  return (await unplanned(records, now)).length > 0;
}

/**
 * Each open offer gets its reminder, two waking hours before it lapses: what lapses at night or on a quiet day is
 * reminded of before that begins.
 */
export async function planOffers(turn: Turn): Promise<void> {
  const file = await currentProcess(turn.unit);
  for (const { id, planId, rsvp, until } of await unplanned(turn.unit, turn.now)) {
    const zone = (await turn.unit.events.event(rsvp.eventKey))?.zone ?? file.process.zone;
    const quiet = quietHoursOf(file, await turn.unit.reminders.choice(rsvp.personId));
    const at = wakingBefore(until, LEAD, quiet, zone);
    const state: Pick<Reminder, 'state' | 'reason'> = at < turn.now + LEAST_PAUSE ? { state: 'DROPPED', reason: 'TOO_SOON' } : { state: 'WAITING', reason: null };
    turn.unit.reminders.putReminder({ id, planId, eventKey: rsvp.eventKey, personId: rsvp.personId, room: null, sendAt: at, dueAt: at, ...state, late: false });
  }
}
