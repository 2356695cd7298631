import type { IRequestOpts } from 'matrix-js-sdk';
import { failureOf, NoAnswer, refusal } from './failure.ts';
import { MatrixFailure } from './wire.ts';

/** A call that has no answer after this long has none, ms. */
const PATIENCE = 20_000;
/** A file may take longer, ms. */
const DOWNLOAD_PATIENCE = 60_000;

export interface Call {
  readonly base: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

/** One call to the client API without the SDK: before there is a client, and where the SDK would retry for itself. Rejects with MatrixFailure. */
export async function call({ base, method, path, token, body }: Call): Promise<Record<string, unknown>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${base}${path}`, {
      method,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    text = await response.text();
  } catch (error) {
    throw failureOf(new NoAnswer(error));
  }
  const answer = jsonObject(text);
  if (response.ok && answer !== null) return answer;
  const wait = answer?.['retry_after_ms'];
  throw refusalOf(answer, response.status, typeof wait === 'number' ? wait : null);
}

/** Bytes; null: more than `most`, and no more was read. Rejects with MatrixFailure. */
export async function download({ base, path, token }: Required<Pick<Call, 'base' | 'path' | 'token'>>, most: number, stop: AbortSignal): Promise<Uint8Array | null> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(DOWNLOAD_PATIENCE)]);
  try {
    const response = await fetch(`${base.replace(/\/$/, '')}${path}`, { headers: { authorization: `Bearer ${token}` }, redirect: 'error', signal });
    if (response.ok) return await bytesOf(response, most);
    const wait = response.headers.get('retry-after');
    throw refusalOf(jsonObject(await response.text()), response.status, wait === null || !/^\d{1,6}$/.test(wait) ? null : Number(wait) * 1_000);
  } catch (error) {
    throw error instanceof MatrixFailure ? error : failureOf(new NoAnswer(error));
  }
}

async function bytesOf({ body }: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A refusal that remembers whether the device lives on (https://spec.matrix.org/v1.16/client-server-api/#soft-logout). */
function refusalOf(answer: Record<string, unknown> | null, status: number, retryAfter: number | null): Error {
  const failure = refusal(typeof answer?.['errcode'] === 'string' ? answer['errcode'] : null, status, retryAfter, typeof answer?.['error'] === 'string' ? answer['error'] : '');
  return answer?.['soft_logout'] === true ? Object.assign(failure, { softLogout: true }) : failure;
}

export function isSoftLogout(error: unknown): boolean {
  return error instanceof Error && 'softLogout' in error && error.softLogout === true;
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** For a call through the SDK; its own type of this needs the browser's. */
export function within(localTimeoutMs: number, abortSignal?: AbortSignal): IRequestOpts {
  return { localTimeoutMs, ...(abortSignal === undefined ? {} : { abortSignal }) } as unknown as IRequestOpts;
}

export interface FetchHooks {
  /** Every answer to /sync, before the SDK sees it; what it answers is what the SDK gets. */
  synced(answer: Record<string, unknown>): Record<string, unknown>;
  /** The homeserver does not know our token any more. A new token, or null when there is none to be had. */
  loggedOut(soft: boolean, token: string): Promise<string | null>;
  /** When aborted, no call begins and none ends any more. */
  readonly frozen: AbortSignal;
}

/**
 * The SDK's way to the network. Its errors name a code and never the address. At the end it is frozen rather than stopped: the
 * SDK's loose ends would go on and fail in promises that nobody catches.
 */
export function createFetch(hooks: FetchHooks): typeof fetch {
  const send = async (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
    const sent = hooks.frozen.aborted ? null : await fetch(input, init).catch((error: unknown) => (isAbort(error) ? (error as Error) : new NoAnswer(error)));
    if (sent === null || hooks.frozen.aborted) return new Promise(() => {});
    if (sent instanceof Error) throw sent;
    return sent;
  };
  return async (input, init) => {
    let response = await send(input, init);
    if (isMedia(input)) return response;
    let text = await response.text();
    const token = tokenOf(init);
    if (response.status === 401 && token !== null) {
      const answer = jsonObject(text);
      const fresh = answer?.['errcode'] === 'M_UNKNOWN_TOKEN' ? await hooks.loggedOut(answer['soft_logout'] === true, token) : null;
      if (fresh !== null) {
        response = await send(input, { ...init, headers: { ...(init?.headers as Record<string, string>), Authorization: `Bearer ${fresh}` } });
        text = await response.text();
      }
    }
    if (!response.ok) return new Response(text, response);
    const answer = jsonObject(text);
    // Somebody's page of maintenance: the SDK would take it for done, and a key that was never sent for sent.
    if (answer === null) throw new NoAnswer(new SyntaxError());
    return Response.json(isSync(input) ? hooks.synced(answer) : answer);
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function isSync(input: Parameters<typeof fetch>[0]): boolean {
  return pathOf(input).endsWith('/_matrix/client/v3/sync');
}

/** Downloads are bytes. */
function isMedia(input: Parameters<typeof fetch>[0]): boolean {
  return pathOf(input).includes('/media/');
}

function pathOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof URL ? input.pathname : (URL.parse(typeof input === 'string' ? input : input.url)?.pathname ?? '');
}

function tokenOf(init: RequestInit | undefined): string | null {
  const header = (init?.headers as Record<string, string> | undefined)?.['Authorization'];
  return header?.startsWith('Bearer ') === true ? header.slice('Bearer '.length) : null;
}
