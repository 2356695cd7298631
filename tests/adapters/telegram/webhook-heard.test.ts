/** By webhook Telegram comes to us: what it held back, and whether it can be reached, only it can say (getWebhookInfo). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../adapters/storage/store.ts';
import { VirtualClock } from '../../../adapters/system/virtual-clock.ts';
import { createTelegram, type TelegramMessenger } from '../../../adapters/telegram/index.ts';
import { DurableIntake, silenceMarker } from '../../../src/kernel/intake.ts';
import { noMetrics } from '../../../src/kernel/pulse.ts';
import { durations, instant, instantFromIso } from '../../../src/kernel/time.ts';
import type { InboxRow } from '../../../src/kernel/records.ts';
import type { Store } from '../../../src/ports/store.ts';
import { FakeTelegram } from '../../support/telegram/server.ts';
import { MemoryLogger } from './recorder.ts';

const secret = 'S'.repeat(40);
const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };

let folder: string;
let store: Store;
let server: FakeTelegram;
let clock: VirtualClock;
let logger: MemoryLogger;
const open: TelegramMessenger[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'webhook-'));
  store = await openStore(`file:${join(folder, 'town.db')}`, { onFatal: () => {} });
  server = await FakeTelegram.start();
  clock = new VirtualClock(instantFromIso('2018-11-15T23:50:00+01:00'));
  logger = new MemoryLogger();
});
afterEach(async () => {
  for (const telegram of open.splice(0)) await telegram.stop();
  await server.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Life {
  readonly telegram: TelegramMessenger;
  readonly intake: DurableIntake;
  readonly rows: InboxRow[];
  readonly deliver: (id: number) => Promise<void>;
}

/** A messenger with a durable inbox; deliveries are made by hand, and Telegram's own fail. */
async function live(): Promise<Life> {
  const rows: InboxRow[] = [];
  const intake = new DurableIntake(store, clock, (fresh) => rows.push(...fresh), noMetrics);
  const telegram = createTelegram({ token: server.token, apiRoot: server.url, logger, stallSeconds: 1, webhook: { url: 'http://127.0.0.1:9/telegram', secret } });
  open.push(telegram);
  await telegram.start(intake, []);
  return {
    telegram, intake, rows,
    async deliver(id) {
      expect(await telegram.handleWebhook(headers, `{"update_id":${id}}`)).toEqual({ status: 200 });
    },
  };
}

const later = async (ms: number): Promise<void> => clock.advanceTo(instant(clock.now() + ms), async () => {});
/** How often Telegram has told what waits. */
const asked = (): number => server.calls('getWebhookInfo').length;

test('after a stop everything that waited was held back, not only the first of it', async () => {
  const before = await live();
  await expect.poll(asked).toBe(1);
  await before.deliver(1);
  await before.telegram.stop();
  await later(20 * durations.minute);
  for (const id of [2, 3, 4]) server.inject({ update_id: id });
  const after = await live();
  await expect.poll(asked).toBeGreaterThan(1);
  await pause(50);
  for (const id of [2, 3, 4]) await after.deliver(id);
  expect(after.rows.map(({ receivedAt, queuedSince }) => receivedAt - queuedSince)).toEqual([1_200_000, 1_200_000, 1_200_000]);
  expect(await store.view(({ kernel }) => kernel.marker(silenceMarker('telegram')))).toMatch(/^\d+\/\d+$/);
});

test('what comes between two questions may have waited since the first', async () => {
  const { intake, rows, deliver } = await live();
  await expect.poll(() => intake.asked.get('telegram')).toBe(clock.now());
  await later(20 * durations.second);
  await deliver(1);
  await deliver(2);
  expect(rows.map(({ receivedAt, queuedSince }) => receivedAt - queuedSince)).toEqual([20_000, 20_000]);
  expect(server.violations).toEqual([]);
});

test('only an answer of Telegram is heard: no delivery, no hope', async () => {
  const fault = server.fault({ kind: '502-html', method: 'getWebhookInfo', times: Infinity });
  const { intake, deliver } = await live();
  const start = clock.now();
  await later(5 * durations.minute);
  await expect.poll(() => fault.hits(), { timeout: 10_000 }).toBeGreaterThan(1);
  await deliver(1);
  expect(intake.heard.get('telegram')).toBe(start);
  expect(intake.asked.get('telegram')).toBeUndefined();
  expect(logger.of('warn')).toHaveLength(1);
  fault.cancel();
  await expect.poll(() => intake.asked.get('telegram'), { timeout: 10_000 }).toBe(clock.now());
  expect(intake.heard.get('telegram')).toBe(clock.now());
}, 25_000);

test('a silence in the middle is noted for the office', async () => {
  // While something waits, Telegram is asked every two seconds.
  server.inject({ update_id: 1 });
  const { intake } = await live();
  await expect.poll(() => intake.asked.get('telegram')).toBe(clock.now());
  const fault = server.fault({ kind: '502-html', method: 'getWebhookInfo', times: Infinity });
  const from = clock.now();
  await expect.poll(() => fault.hits(), { timeout: 5_000 }).toBeGreaterThan(0);
  await later(30 * durations.minute);
  fault.cancel();
  await expect.poll(() => store.view(({ kernel }) => kernel.marker(silenceMarker('telegram'))), { timeout: 10_000 }).toBe(`${from}/${clock.now()}`);
}, 25_000);

test('a revoked token is fatal by webhook, too', async () => {
  server.fault({ kind: '401', method: 'getWebhookInfo' });
  const fatal: string[] = [];
  const telegram = createTelegram({ token: server.token, apiRoot: server.url, logger, stallSeconds: 1, webhook: { url: 'http://127.0.0.1:9/telegram', secret } });
  telegram.onFatal = (sentence) => fatal.push(sentence);
  open.push(telegram);
  await telegram.start(new DurableIntake(store, clock, () => 0, noMetrics), []);
  await expect.poll(() => fatal).toEqual([expect.stringContaining('TELEGRAM_BOT_TOKEN')]);
});

test('when the line is dead at the start it begins to hear when the line does, and stops at once', async () => {
  server.fault({ kind: '502-html', method: 'getMe' });
  const { intake, telegram, deliver } = await live();
  await expect.poll(() => intake.asked.get('telegram'), { timeout: 5_000 }).toBe(clock.now());
  await deliver(1);
  const begun = performance.now();
  await telegram.stop();
  expect(performance.now() - begun).toBeLessThan(1_000);
}, 15_000);
