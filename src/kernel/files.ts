import type { Instant } from './time.ts';
import type { Platform } from './update.ts';

/** No larger file is kept, bytes: Telegram hands bots up to 20 MB, but a database and everybody's telephone have to carry it too. */
export const MOST_BYTES = 10 * 1024 * 1024;

/** A file somebody sent, which a feature has decided to keep. What merely arrives in a chat is never fetched. */
export interface KeptFile {
  readonly id: string;
  /** `${kind}:${what}`, as with cards: whose file it is. */
  readonly subject: string;
  /** Cleaned, with the ending of its type. */
  readonly name: string;
  readonly mime: string;
  /** WANTED: decided, but its bytes are not here yet. */
  readonly state: 'WANTED' | 'KEPT';
  /** Where its bytes are to be had, in its messenger's own words; empty once they are here. */
  readonly platform: Platform;
  readonly reference: string;
  /** null: they were forgotten; the file is the group's. */
  readonly sentBy: string | null;
  readonly createdAt: Instant;
  /** Attempts that ended without the bytes. */
  readonly attempts: number;
  /** When it is tried (again); null: it is here. */
  readonly fetchAt: Instant | null;
}

export interface FileRecords {
  file(id: string): Promise<KeptFile | null>;
  /** Oldest first; also those still wanted. */
  filesOf(subject: string): Promise<KeptFile[]>;
  filesSentBy(personId: string): Promise<KeptFile[]>;
  putFile(file: KeptFile): void;
  /** With its bytes. */
  removeFile(id: string): void;
  /** null: not here (yet). */
  content(id: string): Promise<Uint8Array | null>;
  putContent(id: string, bytes: Uint8Array): void;
  /** The WANTED file that is to be tried first. */
  nextFetch(): Promise<KeptFile | null>;
}
