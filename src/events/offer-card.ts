import type { CardKind } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { Records } from '../ports/store.ts';
import { document, line, strong, title } from '../view/document.ts';
import { OFFER } from './cards.ts';
import type { Event, Rsvp } from './records.ts';
import type { Replies } from './replies.ts';
import type { Wish } from './rules.ts';
import { freeSeats } from './seats.ts';

/** What an offer card asks: take the seats held for you (`held`), or the fewer that are free now (`fewer`). */
interface OfferData {
  readonly asks: 'held' | 'fewer';
  readonly eventKey: string;
  readonly persons: number;
  readonly free?: number;
  readonly closed?: boolean;
}

/** The question to a waiting party. Whether the offer still stands is looked up at every drawing and press. */
export function offerCardKind(replies: Replies): CardKind {
  const settle = async (turn: Turn, copy: CardCopy, event: Event, wish: Wish): Promise<void> => {
    const result = await replies.own(turn, event, wish);
    await turn.close(copy);
    await replies.answer(turn, event, result);
  };
  return {
    kind: OFFER,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const offer = copy.data as unknown as OfferData;
      const { event, rsvp } = await load(records, copy);
      const language = context.languages[0]!;
      if (event === null) return null;
      const open = offer.closed !== true && stands(offer, rsvp);
      const question =
        offer.asks === 'fewer'
          ? language.t('offer-fewer', { free: offer.free ?? 0, persons: offer.persons })
          : language.t('offer-held', {
              persons: offer.persons,
              date: language.date(rsvp?.offerUntil ?? event.startAt, event.zone),
              time: language.clock(rsvp?.offerUntil ?? event.startAt, event.zone),
            });
      return {
        document: document(title(strong(language.pick(event.title))), line(open ? question : language.t('offer-settled'))),
        actions:
          offer.asks === 'fewer'
            ? [
                { id: 'take', label: language.t('action-take-fewer', { free: offer.free ?? 0 }), row: 0 },
                { id: 'wait', label: language.t('action-wait', { persons: offer.persons }), row: 1 },
              ]
            : [
                { id: 'take', label: language.t('action-take', { persons: offer.persons }), row: 0 },
                { id: 'leave', label: language.t('action-no'), row: 1 },
              ],
        open,
      };
    },
    press: async (turn, copy, actionId) => {
      const offer = copy.data as unknown as OfferData;
      const { event, rsvp } = await load(turn.unit, copy);
      if (event === null || !stands(offer, rsvp)) {
        await turn.close(copy);
        return turn.answer(turn.t('offer-settled'));
      }
      const gone = offer.asks === 'fewer' && (freeSeats(event, await turn.unit.events.tally(event.key)) ?? 0) < (offer.free ?? 0);
      if (actionId === 'take' && gone) {
        await turn.close(copy);
        return turn.answer(turn.t('offer-waiting', { persons: offer.persons }));
      }
      if (actionId === 'take') return settle(turn, copy, event, { answer: 'ATTENDING', partySize: offer.asks === 'fewer' ? (offer.free ?? 1) : offer.persons, children: null });
      if (actionId === 'leave') return settle(turn, copy, event, { answer: 'DECLINED', partySize: null, children: null });
      if (actionId !== 'wait') return turn.answer(turn.t('press-unknown'));
      await turn.close(copy);
      turn.answer(turn.t('offer-waiting', { persons: offer.persons }));
    },
  };
}

function stands(offer: OfferData, rsvp: Rsvp | null): boolean {
  return rsvp?.answer === 'ATTENDING' && rsvp.seat === (offer.asks === 'held' ? 'OFFERED' : 'WAITING') && rsvp.partySize === offer.persons;
}

async function load(records: Records, copy: CardCopy): Promise<{ event: Event | null; rsvp: Rsvp | null }> {
  const { eventKey } = copy.data as unknown as OfferData;
  return { event: await records.events.event(eventKey), rsvp: copy.personId === null ? null : await records.events.rsvp(eventKey, copy.personId) };
}
