import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import type { Document } from '../view/document.ts';
import type { Language } from '../view/language.ts';

/** What a feature remembers of two persons it made one: plain JSON (instants as numbers), nothing about anybody else. */
export type Kept = Readonly<Record<string, unknown>>;

/**
 * A feature that stores something about people says what it has, and takes it away when asked (GDPR Art. 15, 17, 20);
 * and when two accounts turn out to be one person, it makes one of what it has about the two.
 */
export interface PersonalData {
  /** The feature's name in stored snapshots: never change it. */
  readonly key: string;
  /** For the JSON file: plain values, dates as ISO instants. */
  export(records: Records, personId: string): Promise<Readonly<Record<string, unknown>>>;
  /** The same for reading. */
  describe(records: Records, personId: string, language: Language): Promise<Document['blocks']>;
  /** Everything about the person goes, in this turn's transaction; counts stay true. */
  erase(turn: Turn, personId: string): Promise<void>;
  /**
   * `from` and `into` are one human being: all that is kept about `from` becomes `into`'s, in this turn's transaction.
   * Afterwards no row of the feature names `from`, and it is as if one person had done all of it, each thing when it was
   * done. Rules (docs/handbuch.md, "Zwei Konten, eine Person"): of two answers to one question the newest stands, at
   * equal instants `into`'s; an earlier place in a line is kept; of two consents the stricter; of two roles the higher;
   * lists are united, what stands in both stands once; counts stay equal to a recount; what is closed stays as it was
   * counted. Nobody is written to about the merge itself, that is told once for all features.
   * Private cards, chat accounts and the person's own row are moved by the people feature, after all others.
   * @param into has a chat account and stays; `from` may be a name the office wrote down, and ceases to be.
   * @returns what `part` needs to give both back what they had. Kept for a day, erased with the person.
   */
  merge(turn: Turn, from: string, into: string): Promise<Kept>;
  /**
   * The office takes a merge back within a day: `from` and `into` have again what they had (`kept`, as `merge` returned
   * it), as far as the world allows: nobody else loses a seat or a place for it, what was closed meanwhile stays closed.
   * What the one person did since then is given up; both are asked to look at their answers.
   * Both persons exist again when this is called.
   */
  part(turn: Turn, from: string, into: string, kept: Kept): Promise<void>;
}
