import { createHash, timingSafeEqual } from 'node:crypto';
import type { RawBatch } from '../../src/ports/messenger.ts';
import { rawUpdate } from './batch.ts';
import { describe, lostAccess, safeError } from './errors.ts';
import { pause, retryDelay, type Listening } from './polling.ts';

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

/** Telegram is asked so often whether it has anything more for us, ms, */
const EVERY = 30_000;
/** and while it has, so often: in a rush the moment without is short. */
const WHILE_WAITING = 2_000;

/**
 * The ear of a webhook: deliveries do not say what Telegram still holds back, nor that we could reach it, so it is asked
 * (https://core.telegram.org/bots/api#getwebhookinfo). Ends when aborted; waits are real time.
 */
export async function listen({ api, account, intake, logger, fatal }: Listening, signal: AbortSignal): Promise<void> {
  let resumed = true;
  for (let failures = 0; !signal.aborted; ) {
    const askedAt = intake.now();
    let caughtUp: boolean;
    try {
      caughtUp = (await api.getWebhookInfo(signal as never)).pending_update_count === 0;
    } catch (error) {
      if (signal.aborted) return;
      if (lostAccess(error)) return fatal('LOST_ACCESS');
      resumed = true;
      failures += 1;
      if (failures === 1) logger.warn({ problem: describe(error) }, 'Telegram cannot be asked what waits for us; trying on');
      await pause(retryDelay(error, failures), signal);
      continue;
    }
    if (failures > 0) logger.info({ failures }, 'Telegram answers again');
    failures = 0;
    try {
      await intake.receive('telegram', { account, updates: [], cursor: null, caughtUp, askedAt, resumed });
      resumed = false;
    } catch (error) {
      logger.bug(safeError(error), 'could not note that Telegram was heard');
    }
    await pause(caughtUp ? EVERY : WHILE_WAITING, signal);
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
