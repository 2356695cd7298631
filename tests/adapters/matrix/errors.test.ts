/** What became of a call, from how the homeserver or the network ended it. */
import { expect, test } from 'vitest';
import { outcomeOf } from '../../../adapters/matrix/errors.ts';
import { MatrixFailure } from '../../../adapters/matrix/wire.ts';
import type { Outgoing } from '../../../src/ports/messenger.ts';

const failure = (code: string | null, status: number | null, more: Partial<MatrixFailure> = {}): MatrixFailure =>
  new MatrixFailure({ code, status, retryAfter: null, neverSent: false, message: `${status} ${code}`, ...more });

const ending = (problem: MatrixFailure, op: Outgoing['op'] = 'post', direct = false) => outcomeOf(problem, { op, direct });

test.each([
  ['the connection was refused', failure(null, null, { neverSent: true }), { kind: 'notSent', retryAfter: null, everywhere: true }],
  ['the room is not known yet', failure(null, null, { neverSent: true, retryAfter: 10_000 }), { kind: 'notSent', retryAfter: 10_000, everywhere: false }],
  ['too fast', failure('M_LIMIT_EXCEEDED', 429, { retryAfter: 4_321 }), { kind: 'notSent', retryAfter: 4_321, everywhere: true }],
  ['too fast, says a proxy', failure(null, 429), { kind: 'notSent', retryAfter: 5_000, everywhere: true }],
  ['our token is gone', failure('M_UNKNOWN_TOKEN', 401), { kind: 'notSent', retryAfter: null, everywhere: true }],
  ['the account is suspended', failure('M_USER_SUSPENDED', 403), { kind: 'notSent', retryAfter: null, everywhere: true }],
  ['the server is full this month', failure('M_RESOURCE_LIMIT_EXCEEDED', 403), { kind: 'notSent', retryAfter: null, everywhere: true }],
  ['no answer came', failure(null, null), { kind: 'unknown' }],
  ['the server broke', failure('M_UNKNOWN', 500), { kind: 'unknown' }],
  ['the proxy waited too long', failure(null, 504), { kind: 'unknown' }],
  ['the proxy redirected', failure(null, 302), { kind: 'unknown' }],
  ['not there', failure('M_NOT_FOUND', 404), { kind: 'refused', reason: 'NOT_FOUND' }],
  ['too large', failure('M_TOO_LARGE', 413), { kind: 'refused', reason: 'BAD_CALL' }],
  ['nonsense', failure('M_BAD_JSON', 400), { kind: 'refused', reason: 'BAD_CALL' }],
  ['the endpoint is unknown', failure('M_UNRECOGNIZED', 404), { kind: 'refused', reason: 'UNSUPPORTED' }],
])('%s', (_what, problem, outcome) => {
  expect(ending(problem)).toMatchObject(outcome);
});

test('forbidden means what the call was for', () => {
  const out = failure('M_FORBIDDEN', 403, { message: '403 M_FORBIDDEN User [id] not in room [id]' });
  const weak = failure('M_FORBIDDEN', 403, { message: "403 M_FORBIDDEN You don't have permission to post that to the room. user_level (0) < send_level (50)" });
  const reasons = (problem: MatrixFailure): unknown[] => [ending(problem), ending(problem, 'edit', true), ending(problem, 'mark'), ending(problem, 'whisper', true)].map((each) => 'reason' in each && each.reason);
  expect(reasons(out)).toEqual(['KICKED', 'BLOCKED', 'UNSUPPORTED', 'UNSUPPORTED']);
  expect(reasons(weak)).toEqual(['UNSUPPORTED', 'UNSUPPORTED', 'UNSUPPORTED', 'UNSUPPORTED']);
});

test('the same sign twice is one sign', () => {
  expect(ending(failure('M_DUPLICATE_ANNOTATION', 400), 'mark')).toEqual({ kind: 'sent', messageId: null });
});

test('what is stored of a refusal holds no words of anybody', () => {
  expect(ending(failure('M_FORBIDDEN', 403, { message: 'Amira may not' }))).toMatchObject({ detail: '403 M_FORBIDDEN' });
});
