import type { Document } from '../view/document.ts';
import type { FileContent } from '../ports/documents.ts';
import type { Instant } from './time.ts';
import type { RoomId } from './update.ts';

/**
 * What the bot has decided to do to the outside world. Written to the outbox in the same transaction as the
 * decision; only delivery carries it out (P2). Effects for one room go out in the order they were decided.
 */
export type Effect =
  /** The private answer to a button press. At most once; worthless after some seconds. */
  | { readonly kind: 'ANSWER'; readonly pressId: string; readonly text: string }
  /**
   * A message without buttons. `whisper`: meant for one person in a group room (see Whisper). `chatter`: the answer
   * to something somebody just typed, at most once and worthless after a minute; everything else is a promise.
   */
  | { readonly kind: 'SAY'; readonly document: Document; readonly replyTo: string | null; readonly whisper: Whisper | null; readonly chatter: boolean }
  /** The first posting of a card copy; later changes are the board's. */
  | { readonly kind: 'POST'; readonly cardId: string; readonly replyTo: string | null }
  | { readonly kind: 'FILE'; readonly file: FileContent | { readonly keptId: string }; readonly caption: string | null }
  /**
   * A picture somebody has just asked for, kept as the text of its SVG and drawn when it goes out; at most once and
   * worthless after a minute. `alt` says the same in words, for whoever cannot see it and wherever it cannot be drawn.
   */
  | { readonly kind: 'PICTURE'; readonly svg: string; readonly alt: string }
  | { readonly kind: 'DELETE'; readonly messageId: string }
  /** A quiet sign on somebody's message. At most as good as the words that go with it. */
  | { readonly kind: 'MARK'; readonly messageId: string; readonly sign: 'DONE' | 'REFUSED' };

/**
 * An answer to one person in a group: as an ephemeral message where the messenger can, else in the private chat
 * where one is open, else as a reply in the group that is removed after a minute.
 */
export interface Whisper {
  /** null: an administrator who hides behind the group's name. */
  readonly account: string | null;
  readonly privateRoom: RoomId | null;
}

/** An effect with the data delivery needs. `effectId` is stable over replays. */
export interface OutboxRow {
  readonly effectId: string;
  readonly seq: number;
  readonly room: RoomId;
  readonly personId: string | null;
  readonly effect: Effect;
  readonly state: 'READY' | 'SENDING' | 'SENT' | 'UNKNOWN' | 'DEAD';
  readonly attempt: number;
  readonly notBefore: Instant;
  /** After this instant it is dropped unsent. */
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant;
  readonly sendingAt: Instant | null;
  readonly unknownAt: Instant | null;
  readonly messageId: string | null;
}
