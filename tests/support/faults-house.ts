import { documents } from '../../adapters/documents/index.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { createTelegram } from '../../adapters/telegram/index.ts';
import { createFeatures } from '../../src/features.ts';
import { Bot } from '../../src/kernel/bot.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { Store } from '../../src/ports/store.ts';
import { installation } from '../../src/start.ts';
import { createLanguages } from '../../src/view/language.ts';
import { faultyClock, faultyMessenger, faultyStore, type FaultPoints } from './faults.ts';

const languages = createLanguages(readTexts());

export interface HouseParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly token: string;
  readonly apiRoot: string;
  readonly logger: Logger;
  readonly onFatal: (error: unknown) => void;
}

/** The bot as main composes it, every port with its fault points. `messenger`: to hang it up when the bot is dead. */
export async function raise(parts: HouseParts, points: FaultPoints): Promise<{ bot: Bot; messenger: Messenger }> {
  const { secret } = await installation(parts.store, randomIds, 'virtual');
  const messenger = createTelegram({ token: parts.token, apiRoot: parts.apiRoot, logger: parts.logger });
  const { features, directory } = createFeatures({ languages, documents, ids: randomIds, startedAt: parts.clock.now() });
  const bot = new Bot({
    store: faultyStore(parts.store, points), clock: faultyClock(parts.clock, points), messengers: [faultyMessenger(messenger, points)],
    ids: randomIds, logger: parts.logger, languages, directory, features, secret, onFatal: parts.onFatal,
  });
  return { bot, messenger };
}
