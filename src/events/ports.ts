import type { Turn } from '../kernel/turn.ts';
import type { Document } from '../view/document.ts';
import type { Language } from '../view/language.ts';

/** What events need from the office, without knowing it. */
export interface OfficeLine {
  /** Writes to everybody in the office who can be reached. */
  tell(turn: Turn, content: (language: Language) => Document | string): Promise<void>;
  /** Proposes to look whether a person who just answered is one the office had written down; never merges. */
  newReply(turn: Turn, eventKey: string, personId: string): Promise<void>;
  /** "Integrationsbeauftragte/r, Telefon …, E-Mail …": every refusal ends with it. */
  contact(turn: Turn): Promise<string>;
  /** Which facts the source does not give and the office has not supplied yet, one line each. */
  missing(turn: Turn): Promise<(language: Language) => readonly string[]>;
}

