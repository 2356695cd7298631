import type { Turn } from '../kernel/turn.ts';
import type { Documents } from '../ports/documents.ts';
import { document } from '../view/document.ts';
import { calendarFile } from './calendar.ts';
import { detailsDocument } from './cards.ts';
import type { Event } from './records.ts';
import type { Replies } from './replies.ts';
import type { Wish } from './rules.ts';

/** What the actions of an event do, wherever they stand: on its card and on its reminders. */
export type EventActs = Readonly<Record<string, (turn: Turn, event: Event) => Promise<void>>>;

export function eventActs(replies: Replies, documents: Documents): EventActs {
  const answer = async (turn: Turn, event: Event, wish: Wish): Promise<void> => {
    await replies.answer(turn, event, await replies.own(turn, event, wish));
  };
  /** +1 and −1 count from what the person said before; before any yes, they come themselves. */
  const change = async (turn: Turn, event: Event, by: 1 | -1): Promise<void> => {
    const { personId } = turn.actor;
    const before = personId === null ? null : await turn.unit.events.rsvp(event.key, personId);
    const now = before?.answer === 'ATTENDING' ? before.partySize : by === 1 ? 1 : 0;
    if (now + by < 1) return turn.answer(turn.t(before?.answer === 'ATTENDING' ? 'minus-last' : 'minus-none'));
    await answer(turn, event, { answer: 'ATTENDING', partySize: now + by, children: null });
  };
  return {
    yes: (turn, event) => answer(turn, event, { answer: 'ATTENDING', partySize: null, children: null }),
    maybe: (turn, event) => answer(turn, event, { answer: 'MAYBE', partySize: null, children: null }),
    no: (turn, event) => answer(turn, event, { answer: 'DECLINED', partySize: null, children: null }),
    plus: (turn, event) => change(turn, event, 1),
    minus: (turn, event) => change(turn, event, -1),
    calendar: async (turn, event) => {
      const room = turn.actor.privateRoom ?? (turn.isPrivate ? turn.place.room : null);
      if (room === null) return turn.answer(turn.t('calendar-open-private'));
      turn.file(room, calendarFile(documents, event, turn.language, turn.now), turn.language.pick(event.title));
      turn.answer(turn.t('calendar-sent'));
    },
    details: async (turn, event) => turn.answer(document(...detailsDocument(event, turn.language)), turn.t(turn.actor.privateRoom === null ? 'details-open-private' : 'details-sent')),
  };
}
