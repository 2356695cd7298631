import type { Card } from '../view/card.ts';
import type { Language } from '../view/language.ts';
import type { Records, Unit } from '../ports/store.ts';
import type { Command } from './command.ts';
import type { KeptFile } from './files.ts';
import type { CardCopy } from './records.ts';
import type { Instant } from './time.ts';
import type { Turn } from './turn.ts';
import type { Update } from './update.ts';

/** What drawing a copy may look at: committed state, the moment, the languages of the place it stands in. */
export interface DrawContext {
  readonly now: Instant;
  /** One or two for a group, one for a person. */
  readonly languages: readonly Language[];
  /** `payload` opens the private chat with `/start payload`; null where the messenger has no such link. */
  deepLink(payload: string): string | null;
}

/** A kind of card: how it looks and what its actions do. */
export interface CardKind {
  readonly kind: string;
  /** null: what it showed no longer exists; the copy is taken down. */
  draw(records: Records, copy: CardCopy, context: DrawContext): Promise<Card | null>;
  /** Loads what presses in a batch will need. Optional work, never a decision. */
  prefetch(unit: Unit, presses: readonly { readonly copy: CardCopy; readonly personId: string | null }[]): Promise<void>;
  /** The copy is live, the press came from its room and its person; whether the action still makes sense is decided here. */
  press(turn: Turn, copy: CardCopy, actionId: string): Promise<void>;
  /** The copy is out, since `now`: written down with it. Decides nothing more. */
  posted?(unit: Unit, copy: CardCopy, now: Instant): Promise<void>;
  /** The copy will never be out: refused, too late, or nothing was left to say. Written down with that. */
  lost?(unit: Unit, copy: CardCopy, now: Instant): Promise<void>;
}

/** Work that falls due without anybody writing: a deadline passes, an offer lapses. */
export interface DueWork {
  readonly name: string;
  /** The next instant at which there is something to do; null: nothing planned. */
  next(records: Records, now: Instant): Promise<Instant | null>;
  /** Does all that is due at `now`, and nothing twice. */
  run(turn: Turn): Promise<void>;
}

/** Why a wanted file will not come: larger than is kept, no longer (or not completely) there. */
export type MissedWhy = 'TOO_LARGE' | 'GONE';

/** A kind of file that people send, and what becomes of it. */
export interface FileKind {
  readonly kind: string;
  /** A file without a command, in reply to a card. False: such a card has nothing to do with these files. */
  offered(turn: Turn, copy: CardCopy): Promise<boolean>;
  /** The bytes are here and kept with this commit, unless the file is removed again. */
  arrived(turn: Turn, file: KeptFile, bytes: Uint8Array): Promise<void>;
  /** It will not come; its row is gone already. */
  missed(turn: Turn, file: KeptFile, why: MissedWhy): Promise<void>;
}

/** Everything one feature brings to the bot. */
export interface Feature {
  readonly commands: readonly Command[];
  readonly cards: readonly CardKind[];
  readonly due: readonly DueWork[];
  readonly files?: readonly FileKind[];
  /** What it does when something else than words and presses happens. */
  readonly hears: Partial<Record<Update['what']['kind'], (turn: Turn) => Promise<void>>>;
}
