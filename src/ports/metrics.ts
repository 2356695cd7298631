import type { Effect } from '../kernel/effect.ts';
import type { Instant } from '../kernel/time.ts';
import type { Platform } from '../kernel/update.ts';
import type { Outcome } from './messenger.ts';

/** A call to a messenger: an effect carried out, or a card drawn anew. */
export type CallKind = Effect['kind'] | 'EDIT';

/** What became of an update: `ignored` needed no decision, `refused` was nothing the platform allows, `dead` met a bug of ours. */
export type Decision = 'done' | 'ignored' | 'refused' | 'dead';

/** How the bot is doing at this moment. */
export interface Pulse {
  /** When each messenger last told us what it has, if only that there is nothing; null: not since the start. */
  readonly heard: ReadonlyMap<Platform, Instant | null>;
  /** Why messengers have lost us until the next start, a sentence each. */
  readonly lost: readonly string[];
  /** Since when another program has held the database; null: it does not. */
  readonly heldSince: Instant | null;
  /** Updates received and not decided, and since when the first of them has been waiting. */
  readonly undecided: number;
  readonly undecidedSince: Instant | null;
  /** Updates no code of ours could handle, of the last week. */
  readonly dead: number;
  /** Effects on their way out, and when the first of those that are due became so. */
  readonly unsent: number;
  readonly dueSince: Instant | null;
  /** Copies of cards that wait to be drawn. */
  readonly behind: number;
}

/** Counts of what happened, never of whom: no ids, no names, no chats, in no argument. */
export interface Metrics {
  /** A batch from a messenger; `repeated`: delivered once more than needed, and known as such. */
  received(platform: Platform, fresh: number, repeated: number): void;
  /** `ms` from receipt to the decision on disk. */
  decided(platform: Platform, decision: Decision, ms: number): void;
  /** Work that fell due was done, `ms` after it fell due. */
  workedOff(ms: number): void;
  /** What became of one call. */
  outcome(platform: Platform, kind: CallKind, outcome: Outcome['kind']): void;
  /** An effect nobody will try again: refused for good (a dead letter), or nobody can say whether it arrived. */
  givenUp(platform: Platform, kind: CallKind, as: 'DEAD' | 'UNKNOWN'): void;
  /** A change that so many copies of cards lack. */
  touched(copies: number): void;
  /** So many of these need no edit of their own: a later drawing shows them too, or nothing visible changed. */
  editsSaved(copies: number): void;
  /** A transaction, `ms` from the wish to the commit on disk. */
  committed(ms: number): void;
}
