import type { Instant } from '../kernel/time.ts';

/** Proves that whoever types it reads what was sent, or said, to this person. Only its hash is kept. Single use: it is removed when used. */
export interface LinkCode {
  readonly codeHash: string;
  /** Who asked for it; or the person the office wrote down, for whom it asked. */
  readonly personId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** A wrong code that somebody typed; counts until `expiresAt`. */
export interface LinkGuess {
  readonly id: string;
  /** A hash: whoever guesses need not be anybody we know. */
  readonly account: string;
  readonly expiresAt: Instant;
}

/** Two persons that became one; until `expiresAt` the office can take that back. */
export interface Link {
  readonly id: string;
  /** Ceased to be. */
  readonly fromId: string;
  readonly intoId: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** What each feature needs to give both back what they had, by the feature's key. */
  readonly kept: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface LinkRecords {
  code(codeHash: string): Promise<LinkCode | null>;
  codesOf(personId: string): Promise<LinkCode[]>;
  putCode(code: LinkCode): void;
  removeCode(codeHash: string): void;
  /** Those that still count. */
  guesses(now: Instant): Promise<LinkGuess[]>;
  putGuess(guess: LinkGuess): void;
  link(id: string): Promise<Link | null>;
  /** Newest first. */
  links(): Promise<Link[]>;
  putLink(link: Link): void;
  removeLink(id: string): void;
  /** When the next code, guess or link ends. */
  nextEnd(): Promise<Instant | null>;
  /** Removes codes and guesses that have ended. */
  forget(now: Instant): Promise<void>;
}
