import type { Language } from '../view/language.ts';
import type { Unit, Records } from '../ports/store.ts';
import type { Instant } from './time.ts';
import type { Place, Platform, RoomId, Sender } from './update.ts';

/** What somebody may do for the town. */
export type Role = 'OFFICER' | 'DEPUTY' | 'HELPER';

/** Who is acting in a turn. Nothing is stored about a person before `Directory.remember`. */
export interface Actor {
  /** `hidden`: an administrator who speaks as the group. `nobody`: channels, bots, the bot's own due work. */
  readonly kind: 'person' | 'hidden' | 'nobody';
  readonly platform: Platform;
  readonly account: string;
  /** Cleaned; null when nothing visible is left of it. */
  readonly name: string | null;
  readonly languageHint: string | null;
  /** null: we know nothing about them yet. */
  readonly personId: string | null;
  readonly role: Role | null;
  /** May organise in this very room (a moderator of the group), whatever they are to the town. */
  readonly moderator: boolean;
  readonly language: Language;
  /** The private room, when a message there would arrive. */
  readonly privateRoom: RoomId | null;
}

/** Where and in which language a person can be written to. */
export interface Address {
  readonly room: RoomId;
  readonly language: Language;
}

/** The kernel's view of people; the people feature implements it. */
export interface Directory {
  identify(unit: Unit, sender: Sender, place: Place, now: Instant): Promise<Actor>;
  /** Loads everything `identify` needs for a batch in few reads. */
  prefetch(unit: Unit, updates: readonly { readonly sender: Sender; readonly place: Place }[]): Promise<void>;
  /** Makes sure the actor is a stored person; the notice must have been shown before. */
  remember(unit: Unit, actor: Actor, now: Instant): Promise<Actor & { personId: string }>;
  /** null: no private message would arrive. @param lost a messenger that delivers none */
  addressOf(records: Records, personId: string, lost?: Platform): Promise<Address | null>;
  languageOf(records: Records, personId: string): Promise<Language>;
  /** A private message did not arrive for good. */
  lost(unit: Unit, room: RoomId, reason: 'BLOCKED' | 'GONE'): Promise<void>;
}
