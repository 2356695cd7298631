import type { Document } from './document.ts';

/** Something a reader can do with a card. Labels are words (≤ 24 graphemes); emoji never stand alone. */
export interface Action {
  /** The feature's short word for it, ≤ 12 characters of [a-z0-9-]: "yes", "plus". It comes back in a press. */
  readonly id: string;
  readonly label: string;
  /** Buttons with the same row number stand side by side (at most three). */
  readonly row: number;
  /** A link button instead of a press (deep link into the private chat). */
  readonly url?: string;
}

/** A question in the messenger's own form. It counts by itself and the bot hears no vote; it cannot be changed, only ended. */
export interface Poll {
  readonly question: string;
  /** 2–12, each once. */
  readonly options: readonly string[];
}

/** A document with actions: what stands in a room and is edited in place. */
export interface Card {
  readonly document: Document;
  readonly actions: readonly Action[];
  /** A closed card shows its last state and offers no more actions. */
  readonly open: boolean;
  /** Stands as this poll, and the document goes with the question. ENDED: it did, and the document says that it is over. */
  readonly poll?: Poll | 'ENDED';
}
