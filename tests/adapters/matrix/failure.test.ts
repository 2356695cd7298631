import { ConnectionError, HTTPError, MatrixError } from 'matrix-js-sdk';
import { expect, test } from 'vitest';
import { failureOf, NoAnswer } from '../../../adapters/matrix/failure.ts';
import { MatrixFailure } from '../../../adapters/matrix/wire.ts';

const URL_WITH_TOKEN = 'https://matrix.example.org/_matrix/client/v3/sync?access_token=syt_secret';
const caused = (code: string): Error => Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(`connect ${code} at ${URL_WITH_TOKEN}`), { code }) });

test.each([
  ['a refusal', new MatrixError({ errcode: 'M_FORBIDDEN', error: 'User @amira:example.org not in room !abc:example.org' }, 403, URL_WITH_TOKEN), { code: 'M_FORBIDDEN', status: 403, retryAfter: null, neverSent: false }],
  ['a rate limit', new MatrixError({ errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', retry_after_ms: 4_200 }, 429, URL_WITH_TOKEN), { code: 'M_LIMIT_EXCEEDED', status: 429, retryAfter: 4_200, neverSent: false }],
  ['a rate limit that makes no sense', new MatrixError({ errcode: 'M_LIMIT_EXCEEDED', error: 'x', retry_after_ms: 'soon' }, 429), { code: 'M_LIMIT_EXCEEDED', retryAfter: null }],
  ['a page of a proxy', new HTTPError(`Server returned 502 from ${URL_WITH_TOKEN}`, 502), { code: null, status: 502, neverSent: false }],
  ['a token that is not known', new MatrixError({ errcode: 'M_UNKNOWN_TOKEN', error: 'Invalid access token syt_secret' }, 401), { code: 'M_UNKNOWN_TOKEN', status: 401 }],
  ['nobody there', new ConnectionError('fetch failed', new NoAnswer(caused('ECONNREFUSED'))), { code: null, status: null, neverSent: true }],
  ['several addresses, nobody there', new NoAnswer(Object.assign(new TypeError('fetch failed'), { cause: new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]) })), { neverSent: true }],
  ['an unknown name', new NoAnswer(caused('ENOTFOUND')), { status: null, neverSent: true }],
  ['a line that broke', new ConnectionError('fetch failed', new NoAnswer(caused('ECONNRESET'))), { status: null, neverSent: false }],
  ['a timeout', Object.assign(new Error(`timed out ${URL_WITH_TOKEN}`), { name: 'TimeoutError' }), { status: null, neverSent: false }],
  ['nonsense', 'syt_secret', { code: null, status: null, neverSent: false }],
])('%s, and no token, id or address in it', (_what, error, expected) => {
  const failure = failureOf(error);
  expect(failure).toBeInstanceOf(MatrixFailure);
  expect(failure).toMatchObject(expected);
  expect(`${failure.message} ${failure.stack} ${JSON.stringify(failure)}`).not.toMatch(/secret|amira|abc:|matrix\.example\.org/);
});
