import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from '../../adapters/documents/index.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { createTelegram } from '../../adapters/telegram/index.ts';
import { createFeatures } from '../../src/features.ts';
import { Bot } from '../../src/kernel/bot.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { Store } from '../../src/ports/store.ts';
import { installation } from '../../src/start.ts';
import { readProcess, takeProcess } from '../../src/take-process.ts';
import { createLanguages } from '../../src/view/language.ts';
import { faultyClock, faultyMessenger, faultyStore, type FaultPoints } from './faults.ts';

const PROCESS = 'process/moessingen.yaml';
const source = readProcess(readFileSync(PROCESS, 'utf8'), PROCESS);
const languages = createLanguages(readTexts());

export interface HouseParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly token: string;
  readonly apiRoot: string;
  readonly logger: Logger;
  readonly onFatal: (error: unknown) => void;
}

/** The database of a house, with the process in it. */
export async function openHouse(file: string, clock: Clock, onFatal: (error: unknown) => void): Promise<Store> {
  if (!existsSync(file)) copyFileSync(await templateOf(clock.now()), file);
  const store = await openStore(`file:${file}`, { onFatal });
  await takeProcess(store, source, { now: clock.now(), ask: async () => true });
  return store;
}

/** New houses of one instant are alike: built once in this process, then copied. */
const templates = new Map<Instant, Promise<string>>();

function templateOf(now: Instant): Promise<string> {
  const known = templates.get(now) ?? build(now);
  templates.set(now, known);
  return known;
}

async function build(now: Instant): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'new.db');
  const store = await openStore(`file:${file}`, { onFatal: (error) => { throw error; } });
  await takeProcess(store, source, { now, ask: async () => true });
  await store.close();
  return file;
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
