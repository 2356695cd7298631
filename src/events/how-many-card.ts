import type { CardKind } from '../kernel/feature.ts';
import { document, line, strong, title } from '../view/document.ts';
import { HOW_MANY, type Asked } from './how-many.ts';
import type { Replies } from './replies.ts';

/** The two numbers as buttons. Which one is pressed is answered as if it were said anew. */
export function howManyCardKind(replies: Replies): CardKind {
  return {
    kind: HOW_MANY,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const { eventKey, sizes } = copy.data as unknown as Asked;
      const event = await records.events.event(eventKey);
      const language = context.languages[0]!;
      if (event === null) return null;
      const open = copy.data['closed'] !== true && event.state === 'OPEN' && context.now < event.endAt;
      const [fewer, larger] = sizes;
      return {
        document: document(title(strong(language.pick(event.title))), line(open ? language.t('how-many', { fewer, larger }) : language.t('how-many-settled'))),
        actions: sizes.map((persons) => ({ id: `n${persons}`, label: language.t('action-how-many', { persons }), row: 0 })),
        open,
      };
    },
    press: async (turn, copy, actionId) => {
      const { eventKey, sizes } = copy.data as unknown as Asked;
      const event = await turn.unit.events.event(eventKey);
      const persons = sizes.find((each) => actionId === `n${each}`);
      if (event === null || persons === undefined) return turn.refuse(turn.t('press-unknown'));
      const result = await replies.own(turn, event, { answer: 'ATTENDING', partySize: persons, children: null });
      await turn.close(copy);
      await replies.answer(turn, event, result);
    },
  };
}
