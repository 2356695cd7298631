import { createHash, timingSafeEqual } from 'node:crypto';
import type { RawBatch } from '../../src/ports/messenger.ts';
import { rawUpdate } from './batch.ts';

export interface WebhookSettings {
  /** Public HTTPS address that leads to us. */
  readonly url: string;
  /** 32 to 256 characters of A-Z, a-z, 0-9, _ and -; Telegram sends it with every update. */
  readonly secret: string;
}

export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Most bytes of one update we read. */
const MAX_BODY_BYTES = 1_000_000;
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

/**
 * One delivery (https://core.telegram.org/bots/api#setwebhook). 200 only after `store` has committed the update;
 * anything else makes Telegram deliver it again. Header names are lower case.
 */
export async function receiveWebhook(
  secret: string,
  request: { readonly method: string; readonly headers: WebhookHeaders; readonly body: string },
  store: ((updates: RawBatch['updates']) => Promise<void>) | null,
): Promise<{ status: number }> {
  const { method, headers, body } = request;
  if (method !== 'POST') return { status: 405 };
  if (!sameSecret(secret, single(headers[SECRET_HEADER]))) return { status: 401 };
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) return { status: 413 };
  if (!/^application\/json\b/i.test(single(headers['content-type']))) return { status: 400 };
  const update = parse(body);
  if (update === null) return { status: 400 };
  if (store === null) return { status: 503 };
  try {
    await store([rawUpdate(update)]);
    return { status: 200 };
  } catch {
    return { status: 500 };
  }
}

/** Compared by hash, so that the time it takes tells nothing about the secret, not even its length. */
function sameSecret(expected: string, given: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

function single(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}

function parse(body: string): object | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
