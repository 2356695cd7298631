import type { Metrics, Pulse } from '../ports/metrics.ts';
import { durations, type Instant } from './time.ts';

/** A messenger asked for news answers within half a minute, be it with nothing; three of these missed are silence. */
const SILENCE = 90 * durations.second;
/** So long somebody else may use the database without being named. */
const HELD = 5 * durations.second;
const BACKLOG = 60 * durations.second;

/** Pure: why the bot takes no part in the conversation just now, for an operator; null: it does. */
export function whyNotReady({ lost, heldSince, heard, undecidedSince }: Pulse, now: Instant): string | null {
  if (lost[0] !== undefined) return lost[0];
  if (heldSince !== null && now - heldSince >= HELD) return `another program has held the database for ${seconds(now - heldSince)}`;
  for (const [platform, at] of heard) {
    if (at === null) return `${platform} has not answered since the start`;
    if (now - at > SILENCE) return `${platform} has not been heard for ${seconds(now - at)}`;
  }
  if (undecidedSince !== null && now - undecidedSince > BACKLOG) return `the oldest update has been waiting for ${seconds(now - undecidedSince)}`;
  return null;
}

const seconds = (ms: number): string => `${Math.round(ms / durations.second)} s`;

/** For those who do not count. */
export const noMetrics: Metrics = {
  received() {},
  decided() {},
  workedOff() {},
  outcome() {},
  givenUp() {},
  touched() {},
  editsSaved() {},
  committed() {},
};
