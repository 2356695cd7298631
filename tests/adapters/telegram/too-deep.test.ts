/** An update nested deeper than anybody can write down again: refused, and no obstacle to the next. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTelegram, type TelegramMessenger } from '../../../adapters/telegram/index.ts';
import { MemoryIntake, MemoryLogger } from './recorder.ts';
import { stage } from './setup.ts';

const DEPTH = 200_000;
const deep = `{"update_id":7,"message":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`;
const next = '{"update_id":8,"message":{}}';

let server: Server | undefined;
let telegram: TelegramMessenger | undefined;
afterEach(async () => {
  await telegram?.stop();
  server?.closeAllConnections();
  server?.close();
});

test('by polling: both are confirmed, the deep one to be refused', async () => {
  const offsets: (number | undefined)[] = [];
  const answers: Readonly<Record<string, string>> = { getMe: '{"id":1,"is_bot":true,"first_name":"B","username":"b_bot"}' };
  server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      if (method !== 'getUpdates') return response.end(`{"ok":true,"result":${answers[method] ?? 'true'}}`);
      const { offset } = JSON.parse(text) as { offset?: number };
      offsets.push(offset);
      // Asked for what comes after both, it has nothing and waits.
      if (offset !== 9) response.end(`{"ok":true,"result":[${deep},${next}]}`);
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server?.once('listening', resolve));
  const [intake, logger] = [new MemoryIntake(), new MemoryLogger()];
  telegram = createTelegram({ token: '1:token-for-tests', apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, logger, stallSeconds: 1 });
  await telegram.start(intake, []);
  await expect.poll(() => offsets, { timeout: 5_000 }).toEqual([undefined, 9]);
  expect([...intake.rows.keys()]).toEqual(['7', '8']);
  expect(telegram.decode(intake.rows.get('7')!)).toMatchObject({ kind: 'malformed' });
  expect(logger.of('bug')).toEqual([]);
});

test('by webhook: it is taken, to be refused', async () => {
  const secret = 'S'.repeat(40);
  await using on = await stage({ telegram: { webhook: { url: 'http://127.0.0.1:9/telegram', secret } } });
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  expect(await on.telegram.handleWebhook(headers, deep)).toEqual({ status: 200 });
  expect(on.telegram.decode(on.intake.rows.get('7')!)).toMatchObject({ kind: 'malformed' });
});
