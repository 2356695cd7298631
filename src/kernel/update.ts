import type { Instant } from './time.ts';

/** The messengers we know. A platform's name is part of every room id and every stored row; never rename one. */
export type Platform = 'telegram' | 'matrix' | 'console';
export const PLATFORMS: readonly Platform[] = ['telegram', 'matrix', 'console'];

/** "telegram:-100123", with a topic "telegram:-100123/45". Budgets count per chat, cards and dialogs live per room. */
export type RoomId = string & { readonly __brand: 'RoomId' };

export function roomId(platform: Platform, chat: string, thread: string | null = null): RoomId {
  return `${platform}:${chat}${thread === null ? '' : `/${thread}`}` as RoomId;
}

export function splitRoom(room: RoomId): { platform: Platform; chat: string; thread: string | null } {
  const colon = room.indexOf(':');
  const slash = room.indexOf('/', colon);
  return {
    platform: room.slice(0, colon) as Platform,
    chat: slash < 0 ? room.slice(colon + 1) : room.slice(colon + 1, slash),
    thread: slash < 0 ? null : room.slice(slash + 1),
  };
}

/** Who sent an update, as the messenger tells it. Names are raw: clean them before use. */
export type Sender =
  | { readonly kind: 'person'; readonly account: string; readonly name: string; readonly username: string | null; readonly languageHint: string | null; /** has a moderator's power in this room, as far as the messenger tells */ readonly moderator: boolean }
  /** An administrator hidden behind the group's own name: may organise, is nobody in particular. */
  | { readonly kind: 'anonymousAdmin' }
  /** A channel speaking in a group, an automatic forward, another bot: never a person. */
  | { readonly kind: 'channel' | 'bot' };

/** Where an update came from. */
export interface Place {
  readonly room: RoomId;
  readonly kind: 'PRIVATE' | 'GROUP' | 'CHANNEL';
  readonly title: string | null;
}

/** A file that came with a message: only what the messenger says of it. Its bytes are fetched where somebody asked for it, never else. */
export interface Attachment {
  /** Where its bytes are to be had; means something to its messenger only. */
  readonly reference: string;
  /** Raw; clean it before use. */
  readonly name: string | null;
  readonly mime: string | null;
  /** Bytes, as the messenger says. */
  readonly size: number | null;
}

/** One thing that happened in a messenger, in words every messenger shares. */
export interface Update {
  /** When the platform says it happened; null where it does not say (Telegram button presses). */
  readonly at: Instant | null;
  readonly sender: Sender;
  readonly place: Place;
  readonly what:
    | { readonly kind: 'text'; readonly text: string; readonly messageId: string; /** deep-link payload or text after the command is part of text */ readonly replyTo: string | null; /** `text` is then its caption, perhaps empty */ readonly attachment?: Attachment }
    | { readonly kind: 'press'; readonly pressId: string; readonly data: string; readonly messageId: string | null }
    /**
     * The console and Matrix: "action 2" (a number, or the action's label) of the card whose message is `target`;
     * null: of the newest card here. `messageId` is the reply's or the reaction's own id.
     */
    | { readonly kind: 'choice'; readonly choice: string; readonly messageId: string; readonly target: string | null; /** true: a reaction, which itself cannot be reacted to */ readonly reaction: boolean }
    /** Somebody took a message or a reaction of theirs back: `messageId` is its id. */
    | { readonly kind: 'undone'; readonly messageId: string }
    /** A message that cannot be read (yet), for its keys are missing. */
    | { readonly kind: 'unreadable'; readonly messageId: string }
    | { readonly kind: 'joined' }
    | { readonly kind: 'left' }
    /** A person opened or blocked the private chat. */
    | { readonly kind: 'opened' }
    | { readonly kind: 'blocked' }
    /** The chat lives on under another id; every row that names the old one must follow. */
    | { readonly kind: 'moved'; readonly newChat: string };
}

/** What a messenger makes of a raw payload. Nothing here throws. */
export type Decoded =
  | { readonly kind: 'update'; readonly update: Update }
  /** Something we do not react to (an edit, a service message). */
  | { readonly kind: 'ignored'; readonly why: string }
  /** Not what the platform's own rules allow; counted, never fatal. */
  | { readonly kind: 'malformed'; readonly why: string };
