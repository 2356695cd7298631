import { createTelegram, type TelegramMessenger, type TelegramOptions } from '../../../adapters/telegram/index.ts';
import type { Button } from '../../../src/ports/messenger.ts';
import { FakeTelegram, type FakeTelegramOptions } from '../../support/telegram/server.ts';
import { MemoryIntake, MemoryLogger } from './recorder.ts';

export interface Stage extends AsyncDisposable {
  server: FakeTelegram;
  telegram: TelegramMessenger;
  intake: MemoryIntake;
  logger: MemoryLogger;
  fatal: string[];
}

/** A messenger of ours at a fake Telegram. `start: false` leaves the start to the test. */
export async function stage(
  options: { server?: FakeTelegramOptions; telegram?: Partial<TelegramOptions>; start?: boolean; intake?: MemoryIntake } = {},
): Promise<Stage> {
  const server = await FakeTelegram.start({ limits: { enabled: false }, ...options.server });
  const logger = new MemoryLogger();
  const intake = options.intake ?? new MemoryIntake();
  const telegram = createTelegram({ token: server.token, apiRoot: server.url, logger, stallSeconds: 1, ...options.telegram });
  const fatal: string[] = [];
  telegram.onFatal = (sentence) => fatal.push(sentence);
  if (options.start !== false) await telegram.start(intake, []);
  const close = async (): Promise<void> => {
    await telegram.stop();
    await server.stop();
  };
  return { server, telegram, intake, logger, fatal, [Symbol.asyncDispose]: close };
}

export const button = (label: string, row = 0, more: Partial<Button> = {}): Button => ({ label, row, data: `1.${label}`, url: null, ...more });
