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

const planOf = ({ eventKey, offerUntil }: Rsvp): string => `${eventKey}/${OFFER}/${offerUntil}`;
const idOf = (rsvp: Rsvp): string => `${planOf(rsvp)}/${rsvp.personId}`;

/** Open offers of which no reminder is planned yet. */
async function unplanned(records: Records, now: Instant): Promise<Rsvp[]> {
  const open = (await records.events.lapsedOffers(instant(now + FOR_EVER))).filter(({ offerUntil }) => offerUntil !== null && offerUntil > now);
  await records.reminders.prefetchReminders(open.map(idOf));
  const found: Rsvp[] = [];
  for (const rsvp of open) if ((await records.reminders.reminder(idOf(rsvp))) === null) found.push(rsvp);
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
  for (const rsvp of await unplanned(turn.unit, turn.now)) {
    const event = await turn.unit.events.event(rsvp.eventKey);
    if (event === null || rsvp.offerUntil === null) continue;
    const quiet = quietHoursOf(file, await turn.unit.reminders.choice(rsvp.personId));
    const at = wakingBefore(rsvp.offerUntil, LEAD, quiet, event.zone);
    const state: Pick<Reminder, 'state' | 'reason'> = at < turn.now + LEAST_PAUSE ? { state: 'DROPPED', reason: 'TOO_SOON' } : { state: 'WAITING', reason: null };
    turn.unit.reminders.putReminder({ id: idOf(rsvp), planId: planOf(rsvp), eventKey: event.key, personId: rsvp.personId, room: null, sendAt: at, dueAt: at, ...state, late: false });
  }
}
