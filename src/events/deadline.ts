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
  if (deadline === null || when.received <= deadline) return 'IN_TIME';
  const heldBack = when.received - when.after > DISTURBANCE;
  if (when.at !== null) return secondOf(when.at) > deadline ? 'LATE' : heldBack ? 'DISTURBANCE' : 'IN_TIME';
  return heldBack && when.after <= deadline ? 'DISTURBANCE' : 'LATE';
}

/** Telegram tells whole seconds; 23:59:59 is in time. */
const secondOf = (at: Instant): number => Math.floor(at / 1_000) * 1_000;

export type EventTime = 'OPEN' | 'PAST_DEADLINE' | 'OVER';

export function eventTime(event: Event, now: Instant): EventTime {
  if (now >= event.endAt) return 'OVER';
  return event.deadlineAt !== null && now > event.deadlineAt ? 'PAST_DEADLINE' : 'OPEN';
}
