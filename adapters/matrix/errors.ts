import type { Outcome, Outgoing, RefusalReason } from '../../src/ports/messenger.ts';
import { MatrixFailure } from './wire.ts';

/** Synapse's default is one message every five seconds; a server that names no pause means about that. */
export const USUAL_PAUSE = 5_000;

/** What a call was for, as far as its ending depends on it. */
export interface Attempt {
  readonly op: Outgoing['op'];
  /** In a room with one person and us. */
  readonly direct: boolean;
}

/**
 * The account as a whole is stopped, for a while or until somebody acts: no room is at fault, and nothing is dropped.
 * https://spec.matrix.org/latest/client-server-api/#standard-error-response
 */
const ACCOUNT_STOPPED = new Set(['M_CONSENT_NOT_GIVEN', 'M_RESOURCE_LIMIT_EXCEEDED', 'M_USER_SUSPENDED', 'M_USER_LOCKED']);
const ACCESS_LOST = new Set(['M_UNKNOWN_TOKEN', 'M_MISSING_TOKEN', 'M_USER_DEACTIVATED']);

/** Refusals that mean the same whatever the call was. */
const REFUSALS: Readonly<Record<string, RefusalReason>> = {
  M_NOT_FOUND: 'NOT_FOUND',
  M_UNRECOGNIZED: 'UNSUPPORTED',
  M_UNSUPPORTED_ROOM_VERSION: 'UNSUPPORTED',
};

/**
 * What became of a call that the homeserver or the network ended (reliability 2.1). What is not certain is `unknown`;
 * under its transaction id such a call may be repeated without being seen twice (P3).
 */
export function outcomeOf(failure: MatrixFailure, { op, direct }: Attempt): Outcome {
  const { code, status, retryAfter, neverSent } = failure;
  // Where a pause is named, what was missing is the room's (a key, its state); else nothing gets through to anywhere.
  if (neverSent) return { kind: 'notSent', retryAfter, everywhere: retryAfter === null };
  if (isRateLimit(failure)) return { kind: 'notSent', retryAfter: retryAfter ?? USUAL_PAUSE, everywhere: true };
  if (lostAccess(failure) || (code !== null && ACCOUNT_STOPPED.has(code))) return { kind: 'notSent', retryAfter: null, everywhere: true };
  // The same sign is already there.
  if (code === 'M_DUPLICATE_ANNOTATION') return { kind: 'sent', messageId: null };
  if (status === null || status < 400 || status >= 500) return { kind: 'unknown' };
  const reason = status === 403 ? forbidden(failure, op, direct) : ((code === null ? undefined : REFUSALS[code]) ?? (status === 404 ? 'NOT_FOUND' : 'BAD_CALL'));
  // Whatever shuts the direct room: there are other ways to the reader.
  return { kind: 'refused', reason: op === 'whisper' ? 'UNSUPPORTED' : reason, detail: describe(failure) };
}

export function isRateLimit({ code, status }: MatrixFailure): boolean {
  return code === 'M_LIMIT_EXCEEDED' || status === 429;
}

/** The access token is no longer ours, or the account is gone. */
function lostAccess({ code, status }: MatrixFailure): boolean {
  return (code !== null && ACCESS_LOST.has(code)) || (status === 401 && code === null);
}

/** A sentence that may be logged and stored. */
export function describe(error: unknown): string {
  if (!(error instanceof MatrixFailure)) return error instanceof Error ? error.name : 'failed';
  return `${error.status ?? 'no answer'} ${error.code ?? ''}`.trim();
}

/**
 * Either we may not do this here (its words speak of power levels: `You don't have permission to post that to the room.
 * user_level (0) < send_level (50)`, Synapse event_auth.py), or we are not in the room at all.
 */
function forbidden({ message }: MatrixFailure, op: Outgoing['op'], direct: boolean): RefusalReason {
  if (op === 'mark' || op === 'delete' || /permission|power|level/i.test(message)) return 'UNSUPPORTED';
  return direct ? 'BLOCKED' : 'KICKED';
}
