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

/** Pictures are asked for like any answer. */
export function callKind(effect: Effect): CallKind {
  return effect.kind === 'PICTURE' || (effect.kind === 'SAY' && effect.chatter) ? 'CHATTER' : effect.kind;
}

/** Where a call can be repeated under its name without being seen twice, not knowing is as good as not sent (P3). */
export function repeatable(outcome: Outcome): Outcome {
  return outcome.kind === 'unknown' ? { kind: 'notSent', retryAfter: null, everywhere: false } : outcome;
}

/** Calls whose repetition changes nothing. Everything else could be seen twice. */
export function isIdempotent(kind: CallKind): boolean {
  return kind === 'EDIT' || kind === 'DELETE' || kind === 'ANSWER' || kind === 'MARK';
}

const UNKNOWN_PAUSE = 10 * durations.second;
/** Before jitter, which adds a quarter at most: no wait is longer than five minutes. */
const LONGEST = 4 * durations.minute;
/** Nobody waits longer for the answer to what they typed. */
const CHATTER_PATIENCE = durations.minute;

/** What is known of the effect a call was made for. */
export interface Tried {
  readonly effectId: string;
  /** The calls made so far, this one included (1 …). */
  readonly attempt: number;
  /** An earlier call of this effect may have been carried out. */
  readonly wasUnknown: boolean;
}

/**
 * Pure. The wait before the next attempt: one second, doubled each time up to five minutes, spread over a quarter of
 * itself, so that what failed together does not come back together. The spread is a hash of effect and attempt, the
 * same at every replay.
 */
function backoff({ effectId, attempt }: Tried): number {
  const wait = Math.min(LONGEST, durations.second * 2 ** Math.min(attempt - 1, 9));
  return Math.round(wait * (1 + hash(`${effectId}/${attempt}`) / 4));
}

/** FNV-1a, 32 bits, as a number from 0 to 1. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  // The last characters differ most and must reach the high bits.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return ((value ^ (value >>> 13)) >>> 0) / 0xffffffff;
}

/** Pure. `whisper`: there is another way to the reader after this one. */
export function nextStep(outcome: Outcome, kind: CallKind, tried: Tried, whisper: boolean): Step {
  switch (outcome.kind) {
    case 'sent':
      return { do: 'done', messageId: outcome.messageId };
    case 'moved':
      return { do: 'follow', newChat: outcome.newChat };
    case 'notSent': {
      const after = outcome.retryAfter ?? backoff(tried);
      if (kind === 'ANSWER' || (kind === 'CHATTER' && after > CHATTER_PATIENCE)) return { do: 'giveUp', as: 'DEAD', reason: 'too late for an answer' };
      return { do: 'retry', after };
    }
    case 'refused':
      if (whisper) return { do: 'nextRoute' };
      if (outcome.reason === 'NOT_FOUND' && isIdempotent(kind) && kind !== 'EDIT') return { do: 'done', messageId: null };
      return { do: 'giveUp', as: 'DEAD', reason: outcome.reason };
    case 'unknown':
      if (kind === 'ANSWER') return { do: 'giveUp', as: 'DEAD', reason: 'too late for an answer' };
      if (kind === 'CHATTER') return { do: 'giveUp', as: 'UNKNOWN', reason: 'an answer is given once at most' };
      if (isIdempotent(kind)) return { do: 'retry', after: backoff(tried) };
      return tried.wasUnknown ? { do: 'giveUp', as: 'UNKNOWN', reason: 'nobody can say whether it arrived' } : { do: 'retryUnknown', after: UNKNOWN_PAUSE };
    default:
      return outcome satisfies never;
  }
}
