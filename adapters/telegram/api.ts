import { Api } from 'grammy';
import { Pool, type Dispatcher } from 'undici';

export type TelegramApi = Api['raw'];

/** How long a getUpdates call may wait for news, in seconds; the server caps it at 50 (Client.cpp LONG_POLL_MAX_TIMEOUT). */
export const LONG_POLL_SECONDS = 30;

/** Two faces of one connection pool: `calls` give up after `stallSeconds`, `polls` only after the long poll could have ended. */
export interface Apis {
  readonly calls: TelegramApi;
  readonly polls: TelegramApi;
}

/**
 * grammY's typed Bot API over an undici Pool (https://core.telegram.org/bots/api#making-requests). Nothing is retried
 * here: whether a call may be repeated is for delivery to decide. Errors carry the token, see `errors.ts`.
 */
export function createApis(token: string, apiRoot: string, stallSeconds: number): Apis {
  const root = apiRoot.replace(/\/+$/, '');
  const pool = new Pool(new URL(root).origin, {
    connections: 64,
    connect: { timeout: stallSeconds * 1_000 },
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const make = (timeoutSeconds: number): TelegramApi =>
    new Api(token, { apiRoot: root, timeoutSeconds, fetch: poolFetch(pool) }).raw;
  return { calls: make(stallSeconds), polls: make(LONG_POLL_SECONDS + stallSeconds) };
}

/** The part of `fetch` that grammY uses: POST, and one look at the answer as JSON. Time limits are grammY's. */
function poolFetch(pool: Pool): (url: string, init: RequestInit) => Promise<{ json: () => Promise<unknown> }> {
  return async (url, init) => {
    const { pathname, search } = new URL(url);
    const options = { path: pathname + search, method: init.method, headers: init.headers, body: init.body, signal: init.signal };
    const { body } = await pool.request(options as Dispatcher.RequestOptions);
    return { json: async () => answer(await body.json()) };
  };
}

/** https://core.telegram.org/bots/api#making-requests: the answer is an object with `ok`. */
function answer(json: unknown): object {
  if (typeof json !== 'object' || json === null || !('ok' in json)) throw new SyntaxError('not an answer of the Bot API');
  return json;
}
