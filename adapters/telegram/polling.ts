import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '../../src/kernel/time.ts';
import type { Intake } from '../../src/ports/messenger.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { TelegramApi } from './api.ts';
import { LONG_POLL_SECONDS } from './api.ts';
import { ALLOWED_UPDATES, BATCH_LIMIT, nextOffset, rawUpdate } from './batch.ts';
import { describe, isConflict, lostAccess, outcomeOf, safeError } from './errors.ts';

/** Who asks Telegram, and for whom. */
export interface Listening {
  readonly api: TelegramApi;
  readonly account: string;
  readonly intake: Intake;
  readonly logger: Logger;
  /** Receiving is over for good; says why. */
  readonly fatal: (reason: 'LOST_ACCESS' | 'CONFLICT') => void;
}

/**
 * Long polling that loses nothing (P1): an update is confirmed to Telegram, by asking for the next one, only after
 * the intake has committed it. What was received but not confirmed comes again and is known by its key. Ends when
 * aborted; waits are real time, whatever clock the bot lives by, because the network does.
 */
export async function poll(polling: Listening, signal: AbortSignal): Promise<void> {
  const { api, account, intake, logger } = polling;
  let offset: number | null | undefined;
  let failures = 0;
  let resumed = true;
  while (!signal.aborted) {
    let updates: readonly unknown[];
    let askedAt: Instant;
    try {
      offset ??= await savedOffset(polling);
      // After a start or a failure the first question waits for no news: that it is answered is news.
      const timeout = resumed || failures > 0 ? 0 : LONG_POLL_SECONDS;
      const request = { limit: BATCH_LIMIT, timeout, allowed_updates: ALLOWED_UPDATES };
      askedAt = intake.now();
      updates = await api.getUpdates(offset === null ? request : { ...request, offset }, signal as never);
      if (!Array.isArray(updates)) throw new TypeError('getUpdates answered no list');
      resumed ||= failures > 0;
      if (failures > 0) logger.info({ failures }, 'receiving from Telegram works again');
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (lostAccess(error)) return polling.fatal('LOST_ACCESS');
      if (isConflict(error)) return polling.fatal('CONFLICT');
      failures += 1;
      if (failures === 1) logger.warn({ problem: describe(error) }, 'receiving from Telegram does not work; trying on');
      await pause(retryDelay(error, failures), signal);
      continue;
    }
    try {
      const next = nextOffset(updates, offset);
      const caughtUp = updates.length < BATCH_LIMIT;
      await intake.receive('telegram', { account, updates: updates.map(rawUpdate), cursor: next === null ? null : String(next), caughtUp, askedAt, resumed });
      resumed = false;
      if (updates.length > 0 && next === offset) await pause(1_000, signal);
      offset = next;
    } catch (error) {
      logger.bug(safeError(error), 'updates could not be stored; asking for them again');
      await pause(1_000, signal);
    }
  }
}

async function savedOffset({ intake, account }: Listening): Promise<number | null> {
  const saved = Number((await intake.cursor('telegram', account)) ?? Number.NaN);
  return Number.isSafeInteger(saved) ? saved : null;
}

/** At least a second, doubling to half a minute, never two instances in step; Telegram's own wish where it has one. */
export function retryDelay(error: unknown, failures: number): number {
  const outcome = outcomeOf(error);
  const wished = outcome.kind === 'notSent' ? (outcome.retryAfter ?? 0) : 0;
  const grown = Math.min(1_000 * 2 ** (failures - 1), 20_000);
  return Math.max(wished, grown * (1 + Math.random() / 2));
}

/** Waits, or returns at once when aborted. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
