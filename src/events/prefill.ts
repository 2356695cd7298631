import type { Turn } from '../kernel/turn.ts';
import type { Channel, Event, Rsvp } from './records.ts';
import { retally } from './seats.ts';

/** What somebody has said about a date before it became this event; a yes waits to be confirmed. */
export interface Prefilled {
  readonly personId: string;
  readonly answer: Rsvp['answer'];
  readonly channel: Channel;
  readonly enteredBy: string | null;
}

/** Fills in replies of an event that has just been made and knows no limit of seats. Counts stay equal to a recount. */
export async function prefill(turn: Turn, event: Event, replies: readonly Prefilled[]): Promise<void> {
  const { events } = turn.unit;
  for (const each of replies) {
    const rsvp: Rsvp = {
      ...each,
      eventKey: event.key,
      partySize: 1,
      children: null,
      seat: each.answer === 'ATTENDING' ? 'CONFIRMED' : 'NONE',
      waitOrder: null,
      offerUntil: null,
      timeliness: 'IN_TIME',
      toConfirm: each.answer === 'ATTENDING',
      answeredAt: turn.now,
    };
    events.putRsvp(rsvp);
    events.putTally(retally(await events.tally(event.key), null, rsvp));
  }
}
