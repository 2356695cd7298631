import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Records } from '../ports/store.ts';

/** One kind of thing a room can be about: the open events, the working groups. */
export interface Binding {
  /** Where the room keeps its key; a room is about one thing. */
  readonly field: 'eventKey' | 'groupKey';
  /** Subjects of its cards are `<kind>:<key>`. */
  readonly kind: string;
  readonly bindable: (turn: Turn) => Promise<readonly { readonly key: string; readonly title: string }[]>;
  /** Puts the card of what the room is bound to into it; an older copy there is taken down. */
  readonly postCard: (turn: Turn, key: string, room: RoomId) => Promise<void>;
}

/** What somebody who is not of the office may ask for: the room of the working group they lead, or of any, in a chat they administer. */
export interface Asked {
  readonly binding: Binding;
  /** Keys of what is the actor's own. */
  readonly own: (turn: Turn) => Promise<readonly string[]>;
  /** Per language; null: it is gone. */
  readonly titleOf: (records: Records, key: string) => Promise<Readonly<Record<string, string>> | null>;
}
