import type { Feature } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Documents } from '../ports/documents.ts';
import type { PersonalData } from '../people/personal-data.ts';
import { eventActs, type EventActs } from './acts.ts';
import { bringCardKind } from './bring-card.ts';
import { bringCommand } from './bring.ts';
import { calendarFile } from './calendar.ts';
import { EVENT } from './cards.ts';
import { Changes } from './change.ts';
import { eventCommands, postPrivateCard } from './commands.ts';
import { eventTime } from './deadline.ts';
import { eventTurns, lapsingOffers } from './due.ts';
import { eventCardKind } from './event-card.ts';
import { howManyCardKind } from './how-many-card.ts';
import { movedCardKind } from './moved-card.ts';
import { offerCardKind } from './offer-card.ts';
import { openEvents } from './params.ts';
import type { OfficeLine } from './ports.ts';
import { Replies } from './replies.ts';
import { undo } from './undo.ts';
import { keepingWallTimes } from './zone-data.ts';
import { eventsData } from './personal-data.ts';

export interface EventsParts {
  readonly office: OfficeLine;
  readonly documents: Documents;
}

export interface EventsFeature extends Feature {
  readonly replies: Replies;
  readonly acts: EventActs;
  readonly changes: Changes;
  readonly data: PersonalData;
  /** What somebody sees who opens the bot; the payload of a poster's or card's link names the event. */
  readonly greet: (turn: Turn, payload: string) => Promise<void>;
  readonly bindable: (turn: Turn) => Promise<readonly { readonly key: string; readonly title: string }[]>;
  readonly postInRoom: (turn: Turn, key: string, room: RoomId) => Promise<void>;
}

export function eventsFeature(parts: EventsParts): EventsFeature {
  const { office, documents } = parts;
  const replies = new Replies(office);
  const acts = eventActs(replies, documents);
  return {
    replies,
    acts,
    changes: new Changes(replies),
    data: eventsData(replies),
    commands: [...eventCommands(replies), bringCommand],
    cards: [eventCardKind(acts), offerCardKind(replies), movedCardKind(replies), bringCardKind(), howManyCardKind(replies)],
    due: [keepingWallTimes(), lapsingOffers(replies), eventTurns(office)],
    hears: { undone: (turn) => undo(turn, replies) },
    greet: async (turn, payload) => {
      const [what, key] = [payload.slice(0, payload.indexOf('-')), payload.slice(payload.indexOf('-') + 1)];
      const named = key === '' ? null : await turn.unit.events.event(key);
      if (what === 'calendar' && named !== null) turn.file(turn.place.room, calendarFile(documents, named, turn.language, turn.now), null);
      for (const event of named === null ? await openEvents(turn) : [named]) await postPrivateCard(turn, event);
    },
    // A group's meetings hang where the group does.
    bindable: async (turn) => (await turn.unit.events.events()).filter((event) => event.workingGroup === null && eventTime(event, turn.now) !== 'OVER').map((event) => ({ key: event.key, title: turn.language.pick(event.title) })),
    postInRoom: async (turn, key, room) => {
      await turn.repost(room, { kind: EVENT, what: key, personId: null });
    },
  };
}
