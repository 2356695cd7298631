import { durations, type Instant } from '../kernel/time.ts';
import type { When } from '../kernel/turn.ts';
import type { Event, Timeliness } from './records.ts';

/** An update that the platform held back for longer than this was held back by a disturbance, not by the network. */
const DISTURBANCE = 2 * durations.minute;

/**
 * Whether a reply came in time. The platform's own time decides where it gives one. A button press on Telegram has
 * none: it happened somewhere between `after` and `received`; when we were down in between and the deadline passed
 * meanwhile, the person gets the benefit of the doubt and the reply is marked as a disturbance.
 */
export function timeliness(deadline: Instant | null, when: When): Timeliness {
  if (deadline === null || !isPast(deadline, when.received)) return 'IN_TIME';
  const heldBack = when.received - when.after > DISTURBANCE;
  if (when.at !== null) return isPast(deadline, when.at) ? 'LATE' : heldBack ? 'DISTURBANCE' : 'IN_TIME';
  return heldBack && !isPast(deadline, when.after) ? 'DISTURBANCE' : 'LATE';
}

/** The deadline names its last second, and all of that second is in time (Telegram tells whole seconds only). */
function isPast(deadline: Instant, at: Instant): boolean {
  return Math.floor(at / durations.second) > Math.floor(deadline / durations.second);
}

export type EventTime = 'OPEN' | 'PAST_DEADLINE' | 'OVER';

export function eventTime(event: Event, now: Instant): EventTime {
  if (now >= event.endAt) return 'OVER';
  return event.deadlineAt !== null && isPast(event.deadlineAt, now) ? 'PAST_DEADLINE' : 'OPEN';
}
