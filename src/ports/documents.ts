/** Files the bot hands out. Pure text in, text out: sending and storing them is the messenger's and the web's work. */
import type { Instant } from '../kernel/time.ts';

/** `text` becomes bytes as UTF-8; a byte order mark, where the format wants one, is already its first character. */
export type FileContent = { readonly name: string; readonly mime: string; readonly text: string };

/** A file somebody sent us, as it came. */
export type SentContent = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

export type CalendarEntry = {
  /** Stays the same for the event's whole life, or calendars show it twice. Letters, digits and `.@:+-_`. */
  readonly uid: string;
  /** Grows by one with every change people were told about (RFC 5545, 3.8.7.4). */
  readonly sequence: number;
  /** `CANCELLED` takes the event out of calendars that hold it. */
  readonly status: 'CONFIRMED' | 'CANCELLED';
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  readonly start: Instant;
  /** After `start`. */
  readonly end: Instant;
  /** IANA name of the wall the event is told by; a format that writes UTC has no use for it. */
  readonly zone: string;
  /** When this state of the event was decided. */
  readonly stamp: Instant;
  /** BCP 47 tag of `title`, `description` and `place`. */
  readonly language: string;
  readonly organizerEmail?: string | null;
  /** With its ending, without a path: `auftakt.ics`. */
  readonly fileName: string;
};

export interface Documents {
  /** One event as an iCalendar file (RFC 5545). @throws RangeError for a `uid` or an `end` other than described. */
  calendar(entry: CalendarEntry): FileContent;

  /**
   * A table for a spreadsheet (RFC 4180). Texts can never become formulas; numbers stay numbers; null is an empty cell.
   * `fileName` with its ending, `liste.csv` where none is given.
   */
  csv(
    header: readonly string[],
    rows: readonly (readonly (string | number | null)[])[],
    fileName?: string,
  ): FileContent;
}
