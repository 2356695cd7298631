import { zonedInstant, type Instant } from '../kernel/time.ts';
import type { ProcessEvent } from './file-schema.ts';

export interface EventInstants {
  readonly start: Instant;
  readonly end: Instant;
  /** Replies up to and including this instant are in time. */
  readonly deadline: Instant | null;
}

/** The town clock's dates and times of an event as instants; clock changes follow {@link zonedInstant}. */
export function eventInstants(
  { date, start, end, replyDeadline }: Pick<ProcessEvent, 'date' | 'start' | 'end' | 'replyDeadline'>,
  zone: string,
): EventInstants {
  return {
    start: zonedInstant(date, start, zone),
    end: zonedInstant(date, end, zone),
    deadline: replyDeadline === null ? null : zonedInstant(replyDeadline.date, replyDeadline.time, zone),
  };
}
