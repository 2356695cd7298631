import type { OutboxRow } from './effect.ts';
import type { Instant } from './time.ts';
import type { Platform, RoomId } from './update.ts';

export interface InboxRow {
  readonly seq: number;
  readonly platform: Platform;
  readonly account: string;
  readonly key: string;
  readonly receivedAt: Instant;
  /** It happened after this instant. */
  readonly queuedSince: Instant;
  readonly state: 'NEW' | 'DONE' | 'REFUSED' | 'DEAD';
  readonly attempts: number;
  readonly problem: string | null;
  /** The raw update; emptied once it is worked off. */
  readonly payload: string;
}

export interface Cursor {
  readonly platform: Platform;
  readonly account: string;
  readonly value: string;
  /** The last instant at which the platform had nothing more for us. */
  readonly caughtUpAt: Instant;
}

/** A place in a messenger that more than one person reads. */
export interface Room {
  readonly id: RoomId;
  readonly platform: Platform;
  readonly chat: string;
  readonly thread: string | null;
  readonly kind: 'GROUP' | 'CHANNEL';
  readonly title: string | null;
  /** One or two languages of its cards; empty: the process's own. */
  readonly languages: readonly string[];
  readonly state: 'ACTIVE' | 'LEFT';
  readonly eventKey: string | null;
  /** The working group whose room this is; never together with an event. */
  readonly groupKey: string | null;
  readonly addedAt: Instant;
}

export interface CardCopy {
  readonly id: string;
  readonly kind: string;
  /** `${kind}:${what}`; cards of one subject go stale together. */
  readonly subject: string;
  readonly room: RoomId;
  readonly personId: string | null;
  readonly messageId: string | null;
  readonly shownVersion: number;
  readonly digest: string | null;
  /** What the feature needs to draw this copy (small, JSON). */
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: 'LIVE' | 'CLOSED' | 'LOST';
  readonly createdAt: Instant;
  readonly editedAt: Instant | null;
}

export interface Dialog {
  /** `${room}|${account}` */
  readonly id: string;
  readonly command: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly startedAt: Instant;
  readonly expiresAt: Instant;
}

/** What a message or a reaction did, so that taking it back can undo it. */
export interface Deed {
  readonly room: RoomId;
  readonly messageId: string;
  readonly personId: string;
  /** What it changed: "EVENT:auftakt". */
  readonly subject: string;
  /** How it was before (JSON); what that means, the feature knows that did it. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly at: Instant;
}

export interface KernelRecords {
  /** Inserts what is new (platform, account, key not seen before), in order, and answers those rows with their seq. */
  receive(rows: readonly Omit<InboxRow, 'seq' | 'state' | 'attempts' | 'problem'>[]): Promise<InboxRow[]>;
  /** Oldest first. */
  pendingInbox(limit: number): Promise<InboxRow[]>;
  inboxCount(state: InboxRow['state']): Promise<number>;
  /** Empties the payload of DONE and REFUSED rows; DEAD ones keep it until they are forgotten. */
  markInbox(seq: number, state: InboxRow['state'], attempts: number, problem: string | null): void;
  /** Empties the payloads of DEAD rows: what they say may no longer be known. */
  emptyDeadInbox(): Promise<void>;
  /** Forgets worked-off rows older than the instant (dedupe window). Answers how many. */
  forgetInbox(before: Instant): Promise<number>;

  cursor(platform: Platform, account: string): Promise<Cursor | null>;
  saveCursor(cursor: Cursor): void;

  putOutbox(row: OutboxRow): void;
  outbox(effectId: string): Promise<OutboxRow | null>;
  /** READY, SENDING and UNKNOWN rows in seq order. */
  pendingOutbox(limit: number, afterSeq: number): Promise<OutboxRow[]>;
  highestOutboxSeq(): Promise<number>;
  removeOutbox(effectId: string): void;
  forgetOutbox(before: Instant): Promise<number>;
  /**
   * Removes every row that concerns a person or goes to one of their private rooms (erasure), but not the answer to the
   * tap that asked for it: that goes by itself, within seconds.
   */
  purgeOutbox(personId: string, rooms: readonly RoomId[]): Promise<void>;

  room(id: RoomId): Promise<Room | null>;
  rooms(): Promise<Room[]>;
  putRoom(room: Room): void;
  /**
   * Rewrites every row that names the old chat (rooms, cards, outbox, dialogs, identities, waiting reminders). The old messages are
   * gone: LIVE copies lose their messageId and digest and are answered, to be posted anew. Doing it twice is harmless.
   */
  moveChat(platform: Platform, oldChat: string, newChat: string): Promise<CardCopy[]>;

  /** Version 0 when the subject was never touched. */
  subjectVersion(subject: string): Promise<number>;
  /** Adds one; every copy that shows the subject is stale from now on. */
  touch(subject: string): Promise<void>;

  card(id: string): Promise<CardCopy | null>;
  /** Reads many at once, so that the batch's single look-ups cost nothing. */
  prefetchCards(ids: readonly string[]): Promise<void>;
  putCard(card: CardCopy): void;
  /** LIVE copies of a subject. */
  cardsOf(subject: string): Promise<CardCopy[]>;
  /** LIVE, posted copies whose shownVersion is behind their subject's. */
  staleCards(limit: number): Promise<CardCopy[]>;
  /** The newest LIVE posted card in a room (for "press action 1"). */
  newestCard(room: RoomId, personId: string | null): Promise<CardCopy | null>;
  cardByMessage(room: RoomId, messageId: string): Promise<CardCopy | null>;
  /** LIVE private copies of a person. */
  cardsOfPerson(personId: string): Promise<CardCopy[]>;
  /** All private copies of a person, also those that are closed or lost. */
  everyCardOf(personId: string): Promise<CardCopy[]>;
  removeCardsOfPerson(personId: string): Promise<void>;

  dialog(id: string): Promise<Dialog | null>;
  putDialog(dialog: Dialog): void;
  removeDialog(id: string): void;

  deed(room: RoomId, messageId: string): Promise<Deed | null>;
  putDeed(deed: Deed): void;
  removeDeed(deed: Deed): void;
  deedsOf(personId: string): Promise<Deed[]>;
  /** Answers how many. */
  forgetDeeds(before: Instant): Promise<number>;

  marker(key: string): Promise<string | null>;
  setMarker(key: string, value: string): void;
  removeMarker(key: string): void;
}
