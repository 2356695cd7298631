import type { Turn } from '../kernel/turn.ts';
import { eventTime } from './deadline.ts';
import type { Event, Rsvp } from './records.ts';

/** Asks a person whose two accounts said yes for different numbers which one is meant. Subject `HOWMANY:<event key>/<person>`. */
export const HOW_MANY = 'HOWMANY';

export interface Asked {
  readonly eventKey: string;
  /** The two numbers, the smaller first. */
  readonly sizes: readonly [number, number];
}

/** Once per link, in the private chat; where there is none, the newest answer stands unasked. */
export async function askHowMany(turn: Turn, event: Event, personId: string, [one, two]: readonly [Rsvp, Rsvp]): Promise<void> {
  if (one.answer !== 'ATTENDING' || two.answer !== 'ATTENDING' || one.partySize === two.partySize) return;
  if (event.state !== 'OPEN' || eventTime(event, turn.now) === 'OVER') return;
  const address = await turn.house.directory.addressOf(turn.unit, personId);
  if (address === null) return;
  const asked: Asked = { eventKey: event.key, sizes: [Math.min(one.partySize, two.partySize), Math.max(one.partySize, two.partySize)] };
  turn.post(address.room, { kind: HOW_MANY, what: `${event.key}/${personId}`, personId, data: { ...asked } });
}

/** The accounts are two persons' after all: there is nothing to ask. */
export async function closeHowMany(turn: Turn, eventKey: string, personIds: readonly string[]): Promise<void> {
  for (const personId of personIds) {
    for (const copy of await turn.unit.kernel.cardsOf(`${HOW_MANY}:${eventKey}/${personId}`)) await turn.close(copy);
  }
}
