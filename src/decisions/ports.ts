import type { Rosters } from '../groups/ports.ts';
import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Documents } from '../ports/documents.ts';
import type { QuietHours } from '../polls/ports.ts';

/** What decisions need of the features beside them. */
export interface DecisionParts {
  /** What is now put to the vote is no longer asked by a show of hands in this room. */
  readonly endQuickPolls: (turn: Turn, room: RoomId, question: string) => Promise<void>;
  readonly rosters: Rosters;
  readonly quiet: QuietHours;
  readonly documents: Documents;
  /** Since when we are up: what was voted while we were down still has to come in. */
  readonly startedAt: Instant;
}
