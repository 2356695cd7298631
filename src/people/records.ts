import type { Instant } from '../kernel/time.ts';
import type { Platform, RoomId } from '../kernel/update.ts';

/** One human being; or, without any chat account, a name the office wrote down. */
export interface Person {
  readonly id: string;
  /** Cleaned; null when the messenger gave nothing visible. */
  readonly name: string | null;
  readonly language: string | null;
  /** When the information notice (GDPR Art. 13) was shown. */
  readonly noticeAt: Instant | null;
  readonly createdAt: Instant;
}

/** A person's account in a messenger. (platform, account) is unique. */
export interface ChatIdentity {
  readonly id: string;
  readonly platform: Platform;
  readonly account: string;
  readonly personId: string;
  readonly name: string | null;
  readonly languageHint: string | null;
  /** Whether a private message would arrive. */
  readonly reach: 'UNKNOWN' | 'OPEN' | 'BLOCKED' | 'GONE';
  readonly room: RoomId | null;
  /** When they last wrote to us in private; while a private message would not arrive, when they were last seen. */
  readonly seenAt: Instant;
}

export interface PeopleRecords {
  person(id: string): Promise<Person | null>;
  prefetchPersons(ids: readonly string[]): Promise<void>;
  putPerson(person: Person): void;
  removePerson(id: string): void;
  identity(platform: Platform, account: string): Promise<ChatIdentity | null>;
  prefetchIdentities(keys: readonly { platform: Platform; account: string }[]): Promise<void>;
  /** Whose private room this is. */
  identityIn(room: RoomId): Promise<ChatIdentity | null>;
  identitiesOf(personId: string): Promise<ChatIdentity[]>;
  /** Of these persons those who have a chat account. */
  withChat(personIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Persons a private message would reach. */
  reachable(): Promise<string[]>;
  putIdentity(identity: ChatIdentity): void;
  removeIdentity(identity: ChatIdentity): void;
}
