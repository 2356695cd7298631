import type { CardKind } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { EventActs } from './acts.ts';
import { EVENT, eventCard } from './cards.ts';

/** The card of an event, in groups and in private: one tap answers. */
export function eventCardKind(acts: EventActs): CardKind {
  return {
    kind: EVENT,
    draw: async (records, copy, context) => {
      const event = await records.events.event(eventKeyOf(copy));
      if (event === null) return null;
      const tally = await records.events.tally(event.key);
      const own = copy.personId === null ? null : await records.events.rsvp(event.key, copy.personId);
      return eventCard({ event, tally, own, isPrivate: copy.personId !== null, funding: (await records.process.current())?.file.funding?.name ?? null }, context);
    },
    prefetch: async (unit, presses) => {
      const keys = presses.flatMap(({ copy, personId }) => (personId === null ? [] : [{ eventKey: eventKeyOf(copy), personId }]));
      await unit.events.prefetchRsvps(keys);
    },
    press: async (turn, copy, actionId) => {
      const event = await turn.unit.events.event(eventKeyOf(copy));
      const act = acts[actionId];
      if (event === null || act === undefined) return turn.answer(turn.t('press-unknown'));
      await act(turn, event);
    },
  };
}

function eventKeyOf(copy: CardCopy): string {
  return copy.subject.slice(EVENT.length + 1);
}
