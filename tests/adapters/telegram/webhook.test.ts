/** Delivery by webhook: 200 only after the commit, and nothing for strangers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { SettingsProblem } from '../../../src/ports/messenger.ts';
import { MemoryIntake } from './recorder.ts';
import { stage, type Stage } from './setup.ts';

const secret = 'S'.repeat(40);
const good = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
const body = '{"update_id":5,"message":{}}';
let open: Server | undefined;
afterEach(() => open?.close());

/** The messenger behind a plain HTTP server, as the http adapter would mount it. */
async function mounted(intake = new MemoryIntake()): Promise<Stage> {
  let on: Stage | undefined;
  open = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => void on?.telegram.handleWebhook(request.headers, text, request.method ?? '').then(({ status }) => response.writeHead(status).end()));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => open?.once('listening', resolve));
  const url = `http://127.0.0.1:${(open.address() as AddressInfo).port}/telegram`;
  on = await stage({ intake, telegram: { webhook: { url, secret } } });
  return on;
}

test('an update arrives, is stored, and only then forgotten by Telegram', async () => {
  await using on = await mounted();
  on.intake.refuse = 1;
  on.server.user({}).say('/start');
  await on.server.waitFor(() => on.server.pendingUpdates.length === 0);
  expect(on.intake.rows.size).toBe(1);
  expect(on.intake.batches.find(({ updates }) => updates.length > 0)).toMatchObject({ cursor: null, caughtUp: false, askedAt: null });
  expect(on.logger.of('bug')).toHaveLength(1);
  expect(on.server.calls('getUpdates')).toEqual([]);
});

test.each([
  ['a GET', 405, {}, body, 'GET'],
  ['no secret', 401, { 'x-telegram-bot-api-secret-token': undefined }, body, 'POST'],
  ['a wrong secret', 401, { 'x-telegram-bot-api-secret-token': secret.slice(1) }, body, 'POST'],
  ['two secrets', 401, { 'x-telegram-bot-api-secret-token': [secret, secret] }, body, 'POST'],
  ['another content type', 400, { 'content-type': 'text/plain' }, body, 'POST'],
  ['more than a megabyte', 413, {}, `{"update_id":5,"x":"${'ä'.repeat(500_000)}"}`, 'POST'],
  ['broken JSON', 400, {}, '{"update_id":', 'POST'],
  ['a list', 400, {}, '[]', 'POST'],
  ['an update', 200, {}, body, 'POST'],
])('%s → %i', async (_what, status, headers, text, method) => {
  await using on = await mounted();
  expect(await on.telegram.handleWebhook({ ...good, ...headers }, text, method)).toEqual({ status });
  expect(on.intake.rows.size).toBe(status === 200 ? 1 : 0);
});

test('before the start and after the stop Telegram shall come again', async () => {
  await using on = await mounted();
  await on.telegram.stop();
  expect(await on.telegram.handleWebhook(good, body)).toEqual({ status: 503 });
});

test('where polling is set there is no webhook', async () => {
  await using on = await stage();
  expect(await on.telegram.handleWebhook(good, body)).toEqual({ status: 404 });
});

test('an address Telegram refuses stops the start with its name', async () => {
  await using on = await stage({ start: false, telegram: { webhook: { url: 'https://example.org/x', secret } } });
  const failed = on.telegram.start(on.intake, []);
  await expect(failed).rejects.toThrow(SettingsProblem);
  await expect(failed).rejects.toThrow(/TELEGRAM_WEBHOOK_URL/);
});
