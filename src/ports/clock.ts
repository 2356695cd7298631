import type { Instant } from '../kernel/time.ts';

/** Stops what was planned; harmless when it has already happened. */
export type Cancel = () => void;

/** The only source of time. Real in production, virtual in rehearsals and stories. */
export interface Clock {
  now(): Instant;
  /** Calls `wake` once, at or after the instant on this clock. A moved virtual clock wakes in order of instants. */
  at(instant: Instant, wake: () => void): Cancel;
}
