import { Api } from 'grammy';
import { Pool, type Dispatcher } from 'undici';
import type { Fetched } from '../../src/ports/messenger.ts';

export type TelegramApi = Api['raw'];

/** How long a getUpdates call may wait for news, in seconds; the server caps it at 50 (Client.cpp LONG_POLL_MAX_TIMEOUT). */
export const LONG_POLL_SECONDS = 30;

/** A file that takes longer does not come, ms. */
const DOWNLOAD_PATIENCE = 60_000;

/** Two faces of one connection pool: `calls` give up after `stallSeconds`, `polls` only after the long poll could have ended. */
export interface Apis {
  readonly calls: TelegramApi;
  readonly polls: TelegramApi;
  /** The bytes behind a `file_path`. The address holds the token: nothing of it leaves this file. */
  readonly download: (path: string, most: number, signal: AbortSignal) => Promise<Fetched>;
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
  return { calls: make(stallSeconds), polls: make(LONG_POLL_SECONDS + stallSeconds), download: downloads(pool, `${new URL(root).pathname.replace(/\/$/, '')}/file/bot${token}/`) };
}

/** https://core.telegram.org/bots/api#getfile; a file may take a minute. Whatever goes wrong is tried again, but for what is not there. */
function downloads(pool: Pool, prefix: string): Apis['download'] {
  return async (filePath, most, stop) => {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(DOWNLOAD_PATIENCE)]);
    const path = prefix + filePath.split('/').map(encodeURIComponent).join('/');
    try {
      const { statusCode, body } = await pool.request({ path, method: 'GET', signal });
      if (statusCode !== 200) {
        await body.dump();
        return statusCode === 404 ? { kind: 'never', why: 'GONE' } : { kind: 'notNow', retryAfter: null };
      }
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > most) return { kind: 'never', why: 'TOO_LARGE' };
        chunks.push(chunk);
      }
      return { kind: 'bytes', bytes: Buffer.concat(chunks) };
    } catch {
      return { kind: 'notNow', retryAfter: null };
    }
  };
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
