import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import type { Document } from '../view/document.ts';
import type { Language } from '../view/language.ts';

/** A feature that stores something about people says what it has, and takes it away when asked (GDPR Art. 15, 17, 20). */
export interface PersonalData {
  /** For the JSON file: plain values, dates as ISO instants. */
  export(records: Records, personId: string): Promise<Readonly<Record<string, unknown>>>;
  /** The same for reading. */
  describe(records: Records, personId: string, language: Language): Promise<Document['blocks']>;
  /** Everything about the person goes, in this turn's transaction; counts stay true. */
  erase(turn: Turn, personId: string): Promise<void>;
}
