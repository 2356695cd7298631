import type { Event } from '../events/records.ts';
import type { Meetings, Rosters } from '../groups/ports.ts';
import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Documents } from '../ports/documents.ts';

/** When somebody may be reminded. */
export interface QuietHours {
  /** The first instant at or after `due` outside the person's quiet hours; null: they want no reminders to answer. */
  sendAt(turn: Turn, personId: string, due: Instant, zone: string, worthlessFrom: Instant): Promise<Instant | null>;
}

/** A meeting gets another time; everybody who answered is asked again. */
export interface Moving {
  move(turn: Turn, event: Event, start: Instant, end: Instant): Promise<unknown>;
}

/** What date polls need of the features beside them. */
export interface PollParts {
  /** What is now asked as a date poll is no longer asked by a show of hands in this room. */
  readonly endQuickPolls: (turn: Turn, room: RoomId, question: string) => Promise<void>;
  readonly rosters: Rosters;
  readonly meetings: Meetings;
  readonly moving: Moving;
  readonly quiet: QuietHours;
  readonly documents: Documents;
}
