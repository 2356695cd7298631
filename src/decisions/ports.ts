import type { Rosters } from '../groups/ports.ts';
import type { Instant } from '../kernel/time.ts';
import type { QuietHours } from '../polls/ports.ts';

/** What decisions need of the features beside them. */
export interface DecisionParts {
  readonly rosters: Rosters;
  readonly quiet: QuietHours;
  /** Since when we are up: what was voted while we were down still has to come in. */
  readonly startedAt: Instant;
}
