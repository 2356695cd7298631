import type { Outcome } from '../ports/messenger.ts';
import type { Effect } from './effect.ts';
import { durations } from './time.ts';

/** What to do after a call (reliability 2.1). */
export type Step =
  | { readonly do: 'done'; readonly messageId: string | null }
  | { readonly do: 'retry'; readonly after: number }
  /** Try once more although it may have happened; afterwards it is accounted for as unknown. */
  | { readonly do: 'retryUnknown'; readonly after: number }
  | { readonly do: 'giveUp'; readonly as: 'UNKNOWN' | 'DEAD'; readonly reason: string }
  /** The next way to reach the reader (whispers only). */
  | { readonly do: 'nextRoute' }
  | { readonly do: 'follow'; readonly newChat: string };

/** CHATTER: the answer to something just typed, at most once. */
export type CallKind = Effect['kind'] | 'EDIT' | 'CHATTER';

/** Calls whose repetition changes nothing. Everything else could be seen twice. */
export function isIdempotent(kind: CallKind): boolean {
  return kind === 'EDIT' || kind === 'DELETE' || kind === 'ANSWER';
}

const UNKNOWN_PAUSE = 10 * durations.second;
const LONGEST = 5 * durations.minute;

/**
 * Pure. `attempt` counts the calls made so far, this one included (1 …); `wasUnknown`: an earlier call of this
 * effect may have been carried out.
 */
export function nextStep(outcome: Outcome, kind: CallKind, attempt: number, wasUnknown: boolean, whisper: boolean): Step {
  switch (outcome.kind) {
    case 'sent':
      return { do: 'done', messageId: outcome.messageId };
    case 'moved':
      return { do: 'follow', newChat: outcome.newChat };
    case 'notSent': {
      const after = outcome.retryAfter ?? Math.min(LONGEST, durations.second * 2 ** Math.min(attempt - 1, 9));
      if (kind === 'ANSWER') return { do: 'giveUp', as: 'DEAD', reason: 'too late for an answer' };
      return { do: 'retry', after };
    }
    case 'refused':
      if (whisper) return { do: 'nextRoute' };
      if (outcome.reason === 'NOT_FOUND' && isIdempotent(kind) && kind !== 'EDIT') return { do: 'done', messageId: null };
      return { do: 'giveUp', as: 'DEAD', reason: outcome.reason };
    case 'unknown':
      if (kind === 'ANSWER') return { do: 'giveUp', as: 'DEAD', reason: 'too late for an answer' };
      if (kind === 'CHATTER') return { do: 'giveUp', as: 'UNKNOWN', reason: 'an answer is given once at most' };
      if (isIdempotent(kind)) return { do: 'retry', after: Math.min(LONGEST, durations.second * 2 ** Math.min(attempt - 1, 9)) };
      return wasUnknown ? { do: 'giveUp', as: 'UNKNOWN', reason: 'nobody can say whether it arrived' } : { do: 'retryUnknown', after: UNKNOWN_PAUSE };
    default:
      return outcome satisfies never;
  }
}
