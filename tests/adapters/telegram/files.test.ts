import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTelegram, type TelegramMessenger } from '../../../adapters/telegram/index.ts';
import { FakeTelegram } from '../../support/telegram/server.ts';
import type { Person } from '../../support/telegram/person.ts';
import { RememberingLogger } from '../../support/virtual-time.ts';

let server: FakeTelegram;
let telegram: TelegramMessenger;
let amira: Person;
const logger = new RememberingLogger();
const never = new AbortController().signal;

beforeEach(async () => {
  server = await FakeTelegram.start();
  telegram = createTelegram({ token: server.token, apiRoot: server.url, logger });
  amira = server.user({ first_name: 'Amira' });
});
afterEach(async () => {
  expect(server.violations).toEqual([]);
  await server.stop();
});

const sent = (bytes: Buffer): string => amira.send(null, { filename: 'p.pdf', mime: 'application/pdf', bytes }).document!.file_id;

test('a file comes byte by byte; one that is larger than wished, or than Telegram hands out, does not', async () => {
  const bytes = Buffer.alloc(3_000_000, 7);
  const id = sent(bytes);
  expect(await telegram.download(id, bytes.length, never)).toEqual({ kind: 'bytes', bytes });
  expect(await telegram.download(id, bytes.length - 1, never)).toEqual({ kind: 'never', why: 'TOO_LARGE' });
  expect(await telegram.download(sent(Buffer.alloc(21 * 1024 * 1024)), 1, never)).toEqual({ kind: 'never', why: 'TOO_LARGE' });
  expect(server.calls('download')).toHaveLength(1);
});

test('what may pass is tried again; nothing that goes wrong shows the token', async () => {
  const id = sent(Buffer.from('%PDF'));
  for (const kind of ['reset-before', 'truncated', '502-html', '500-json', '401'] as const) {
    server.fault({ kind, method: 'download' });
    expect([kind, await telegram.download(id, 100, never)]).toEqual([kind, { kind: 'notNow', retryAfter: null }]);
  }
  server.fault({ kind: '429', method: 'getFile', retryAfter: 7 });
  expect(await telegram.download(id, 100, never)).toEqual({ kind: 'notNow', retryAfter: 7_000 });
  expect(await telegram.download('foreign', 100, never)).toEqual({ kind: 'notNow', retryAfter: null });
  expect(JSON.stringify([logger.bugs.map(({ error }) => String((error as Error).stack)), logger.lines])).not.toContain(server.token.split(':')[1]);
});

test('a stop breaks it off', async () => {
  server.fault({ kind: 'timeout-after-apply', method: 'download' });
  const stop = new AbortController();
  const ending = telegram.download(sent(Buffer.from('%PDF')), 100, stop.signal);
  await server.waitFor(() => server.calls('download').length === 1);
  stop.abort();
  expect(await ending).toEqual({ kind: 'notNow', retryAfter: null });
});
