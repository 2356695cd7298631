import type { Instant } from '../kernel/time.ts';
import type { Decoded, Platform, RoomId } from '../kernel/update.ts';
import type { Poll } from '../view/card.ts';
import type { Document } from '../view/document.ts';
import type { FileContent, SentContent } from './documents.ts';

/** An action with the sealed data that comes back when it is pressed; or a link. */
export interface Button {
  readonly label: string;
  readonly row: number;
  readonly data: string | null;
  readonly url: string | null;
}

/** One call to a messenger, complete in itself. */
export type Outgoing =
  | { readonly op: 'post'; readonly room: RoomId; readonly document: Document; readonly buttons: readonly Button[]; readonly replyTo: string | null }
  | { readonly op: 'edit'; readonly room: RoomId; readonly messageId: string; readonly document: Document; readonly buttons: readonly Button[] }
  /** A message in a group that only one member sees. REFUSED with reason UNSUPPORTED where the messenger cannot. */
  | { readonly op: 'whisper'; readonly room: RoomId; readonly account: string; readonly document: Document; readonly replyTo: string | null }
  | { readonly op: 'file'; readonly room: RoomId; readonly file: FileContent | SentContent; readonly caption: string | null }
  /**
   * A poll of the messenger's own: one answer each, results seen during the vote. Votes never come to us. `document` goes
   * with the question. Seen twice it would be two counts, so its name matters as that of a post.
   */
  | { readonly op: 'poll'; readonly room: RoomId; readonly poll: Poll; readonly document: Document }
  /** No more votes in a poll of ours; `document` says so where the messenger asks for words. Twice is as once. */
  | { readonly op: 'endPoll'; readonly room: RoomId; readonly messageId: string; readonly document: Document }
  /** A PNG image; `alt` says in words what it shows. */
  | { readonly op: 'picture'; readonly room: RoomId; readonly png: Uint8Array; readonly alt: string; readonly name: string }
  | { readonly op: 'answer'; readonly room: RoomId; readonly pressId: string; readonly text: string }
  /** A quiet sign on somebody's message: heard and done, or not accepted (the words follow elsewhere). */
  | { readonly op: 'mark'; readonly room: RoomId; readonly messageId: string; readonly sign: 'DONE' | 'REFUSED' }
  | { readonly op: 'delete'; readonly room: RoomId; readonly messageId: string };

/** Which call this is, over all its repetitions. */
export interface CallName {
  /** Stable, at most 64 ASCII characters: a messenger that knows transaction ids carries the same id out once. */
  readonly id: string;
  /** When a call of this name was first made; null: this is the first. */
  readonly firstMade: Instant | null;
}

/** Why a messenger will never carry out a call, however often it is tried. */
export type RefusalReason =
  /** The person blocked the bot or never opened it: private chat only. */
  | 'BLOCKED'
  /** The person's account is deleted. */
  | 'GONE'
  /** The bot is no longer in the group. */
  | 'KICKED'
  /** The message, press or chat does not exist (any more). */
  | 'NOT_FOUND'
  /** The topic is closed or deleted; the room's General remains. */
  | 'NO_TOPIC'
  /** The messenger or this chat cannot do this kind of call. */
  | 'UNSUPPORTED'
  /** Anything else the messenger found wrong with the call: a bug on our side. */
  | 'BAD_CALL';

/** What became of a call (reliability 2.1). */
export type Outcome =
  | { readonly kind: 'sent'; readonly messageId: string | null }
  /** Certainly not carried out. `retryAfter` in ms where the platform named it; `everywhere` when all chats must wait. */
  | { readonly kind: 'notSent'; readonly retryAfter: number | null; readonly everywhere: boolean }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  /** The chat lives on under another id. */
  | { readonly kind: 'moved'; readonly newChat: string }
  /** Nobody can say whether it was carried out. */
  | { readonly kind: 'unknown' };

/** What became of fetching a file. */
export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Tried again later. `retryAfter` in ms where the platform named it. */
  | { readonly kind: 'notNow'; readonly retryAfter: number | null }
  /** However often it is tried. GONE: not there, or not what was sent. */
  | { readonly kind: 'never'; readonly why: 'TOO_LARGE' | 'GONE' };

/** `burst` calls at once, then one every `refill` ms, and never two within `gap` ms. */
export interface Limit {
  readonly burst: number;
  readonly refill: number;
  readonly gap: number;
}

/** At most `calls` in any `within` ms, and never two within `gap` ms. */
export interface Quota {
  readonly calls: number;
  readonly within: number;
  readonly gap: number;
}

/** How often a messenger lets itself be called; see telegram.md section 3 for Telegram's figures. */
export interface Limits {
  /** Per group; sends and edits share it. */
  readonly group: Limit;
  readonly person: Limit;
  readonly overall: Limit | Quota;
  /** Calls under way at once, answers to presses aside. A server that works on one thing at a time gets no faster by more, only what matters most waits longer. */
  readonly atOnce: number;
}

/** A handful of raw updates as the platform delivered them together. */
export interface RawBatch {
  readonly account: string;
  /** `payload` is the update's JSON as it came, but for what we said ourselves; `key` makes it unique within platform and account. */
  readonly updates: readonly { readonly key: string; readonly payload: string }[];
  /** Saved in the same transaction as the updates; null when the platform keeps no cursor (webhook). */
  readonly cursor: string | null;
  /** True when the platform has nothing more waiting: what comes next happens later than now. */
  readonly caughtUp: boolean;
  /**
   * When the question was asked that this answers ({@link Intake.now}). null: the platform came by itself, which does not
   * say that it can be reached.
   */
  readonly askedAt: Instant | null;
  /** The first answer after a start or after a failure: what it brings may have waited. */
  readonly resumed?: boolean;
}

/** The kernel's side of receiving. */
export interface Intake {
  /** The kernel's clock. */
  now(): Instant;
  /** The saved cursor, null at the very first start. */
  cursor(platform: Platform, account: string): Promise<string | null>;
  /** Resolves when the batch and the cursor are committed; only then may the platform be told to forget it. */
  receive(platform: Platform, batch: RawBatch): Promise<void>;
}

export interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

/** What the messenger shows about the bot before anybody writes to it. */
export interface Profile {
  /** Language tag as the messenger knows it (ISO 639-1); null: for everyone else. */
  readonly language: string | null;
  readonly privateMenu: readonly MenuEntry[];
  readonly groupMenu: readonly MenuEntry[];
  /** Shown in the empty chat before Start: who we are and the information notice in short (≤ 512 characters). */
  readonly description: string;
  readonly shortDescription: string;
}

/** A messenger: decodes what comes in, carries out calls. Decides nothing. */
export interface Messenger {
  readonly platform: Platform;
  readonly limits: Limits;
  /** Whether a whisper goes to a room of its own, so that it neither waits for the group's turn nor takes it. */
  readonly whispersAside: boolean;
  /** Whether a call that may have been carried out can be repeated under its name without being seen twice (P3). */
  readonly repeatsSafely: boolean;
  /** Whether each card must say how it is answered: there are no buttons, only numbers (the terminal says it once). */
  readonly explainsNumbers: boolean;
  /** Whether the chat with this id has more than one reader (its budget is the group's). */
  isGroup(chat: string): boolean;
  /** Pure and total: never throws, whatever the payload. */
  decode(payload: string): Decoded;
  /** Says hello (getMe, menus) and begins to receive. Rejects with SettingsProblem where the settings are wrong. */
  start(intake: Intake, profiles: readonly Profile[]): Promise<void>;
  /** Receives nothing more after this resolves. What is still to be sent is, where the messenger can, or comes back as notSent. */
  stop(): Promise<void>;
  /** Never throws for anything the platform or network does: every ending is an Outcome. */
  send(call: Outgoing, name: CallName): Promise<Outcome>;
  /**
   * The bytes of an attachment that this messenger decoded, decrypted and checked where it was encrypted.
   * @param most bytes; of a larger file no more is read. Never throws for anything the platform or network does.
   */
  download(reference: string, most: number, signal: AbortSignal): Promise<Fetched>;
  /** A link that opens the private chat with `/start payload`; null where there is no such thing. */
  deepLink(payload: string): string | null;
  /** Called once when the messenger has lost us for good (token revoked): it receives nothing more; set by main. */
  onFatal: ((sentence: string) => void) | null;
}

/** Settings that cannot work: one sentence that names the setting and the remedy. Main exits 78. */
export class SettingsProblem extends Error {}


