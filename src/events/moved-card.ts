import type { CardKind } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import { document, line, strong, title } from '../view/document.ts';
import { whenText } from './cards.ts';
import type { Replies } from './replies.ts';

/** Asks everybody anew after an event moved. Subject `MOVED:<event key>/<person>`; the date is read at drawing time. */
export const MOVED = 'MOVED';

export function movedCardKind(replies: Replies): CardKind {
  return {
    kind: MOVED,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const event = await records.events.event(eventKeyOf(copy));
      const language = context.languages[0]!;
      if (event === null) return null;
      return {
        document: document(title(strong(language.t('moved-title', { event: language.pick(event.title) }))), line(whenText(event, language)), line(language.t('moved-question'))),
        actions: [
          { id: 'fits', label: language.t('action-fits'), row: 0 },
          { id: 'no', label: language.t('action-fits-not'), row: 0 },
        ],
        open: copy.data['closed'] !== true && event.state === 'OPEN' && context.now < event.endAt,
      };
    },
    press: async (turn, copy, actionId) => {
      const event = await turn.unit.events.event(eventKeyOf(copy));
      if (event === null || (actionId !== 'fits' && actionId !== 'no')) return turn.answer(turn.t('press-unknown'));
      const result = await replies.own(turn, event, { answer: actionId === 'fits' ? 'ATTENDING' : 'DECLINED', partySize: null, children: null });
      await turn.close(copy);
      await replies.answer(turn, event, result);
    },
  };
}

const eventKeyOf = (copy: CardCopy): string => copy.subject.slice(MOVED.length + 1, copy.subject.indexOf('/'));
