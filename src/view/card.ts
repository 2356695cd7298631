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

/** A document with actions: what stands in a room and is edited in place. */
export interface Card {
  readonly document: Document;
  readonly actions: readonly Action[];
  /** A closed card shows its last state and offers no more actions. */
  readonly open: boolean;
}
