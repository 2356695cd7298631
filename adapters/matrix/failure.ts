import { ConnectionError, HTTPError, MatrixError } from 'matrix-js-sdk';
import { MatrixFailure } from './wire.ts';

/** No connection ever stood, so nothing was carried out. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_ALTNAME_INVALID|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Thrown where `fetch` fails, in the place of an error that quotes the address: its message is a code. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(cause: unknown) {
    super(codeOf(cause) ?? (cause instanceof Error ? cause.name : 'failed'));
  }
}

/** What is missing for a call is looked for again after this long, ms. */
const LOOK_AGAIN = 10_000;

/** Before anything was sent: what is wrong lies with us or with what we know of this room, and no other room need wait for it. */
export function notSent(message: string): MatrixFailure {
  return new MatrixFailure({ code: null, status: null, retryAfter: LOOK_AGAIN, neverSent: true, message });
}

/** What a call ended in, without the URL, the token or the words of a person: errors of the SDK hold them. */
export function failureOf(error: unknown): MatrixFailure {
  if (error instanceof MatrixFailure) return error;
  if (error instanceof MatrixError) return refusal(error.errcode ?? null, error.httpStatus ?? null, waitOf(error), error.data.error ?? '');
  if (error instanceof HTTPError) return refusal(null, error.httpStatus ?? null, waitOf(error), '');
  const code = error instanceof NoAnswer ? error.message : error instanceof ConnectionError ? error.message.replace(/^fetch failed: /, '') : (codeOf(error) ?? (error instanceof Error ? error.name : 'failed'));
  return new MatrixFailure({ code: null, status: null, retryAfter: null, neverSent: NEVER_CONNECTED.test(code), message: `no answer: ${safe(code)}` });
}

/** From an answer that we read ourselves. */
export function refusal(code: string | null, status: number | null, retryAfter: number | null, words: string): MatrixFailure {
  const named = code === null ? null : safe(code);
  return new MatrixFailure({ code: named, status, retryAfter, neverSent: false, message: safe(`${status ?? ''} ${named ?? 'no error code'} ${words}`.trim()) });
}

function waitOf(error: HTTPError): number | null {
  try {
    return error.getRetryAfterMs();
  } catch {
    return null;
  }
}

/** Without tokens, ids and addresses as they appear in a server's sentence, and short enough to store. */
function safe(text: string): string {
  return text
    .replace(/\b(syt|syr|mat|mct|mar)_\w+/g, '[token]')
    .replace(/https?:\/\/\S+/g, '[url]')
    .replace(/[@!#$][^\s:]+:[\w.:-]+/g, '[id]')
    .slice(0, 200);
}

/** The error's own code, or that of what lies under it. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return 'cause' in error ? codeOf(error.cause) : null;
}
