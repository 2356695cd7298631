/** Reliability 2.1, line by line, at a hostile server; and nothing of the token anywhere. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createApis } from '../../../adapters/telegram/api.ts';
import { describe as describeError, outcomeOf, safeError } from '../../../adapters/telegram/errors.ts';
import { createTelegram } from '../../../adapters/telegram/index.ts';
import { roomId } from '../../../src/kernel/update.ts';
import { say } from '../../../src/view/document.ts';
import type { FaultKind } from '../../support/telegram/faults.ts';
import { MemoryLogger } from './recorder.ts';
import { stage } from './setup.ts';

const SECRET = 'AAFakeTokenForTestsOnly';
const CANARY = 'canary-words-of-a-person';
const post = (chat: number | string, thread: string | null = null) =>
  ({ op: 'post', room: roomId('telegram', String(chat), thread), document: say(CANARY), buttons: [], replyTo: null }) as const;

test.each([
  ['reset-before', 'unknown'],
  ['reset-after', 'unknown'],
  ['502-html', 'unknown'],
  ['500-json', 'unknown'],
  ['truncated', 'unknown'],
  ['timeout-after-apply', 'unknown'],
  ['slow', 'sent'],
] as const satisfies [FaultKind, string][])('%s → %s, without the token in any line', async (kind, expected) => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  on.server.fault({ kind, method: 'sendMessage', ms: kind === 'slow' ? 200 : 60_000 });
  expect((await on.telegram.send(post(amira.id))).kind).toBe(expected);
  expect(on.logger.lines.join('\n')).not.toContain(SECRET);
  expect(on.logger.lines.join('\n')).not.toContain(CANARY);
  expect(on.server.calls('sendMessage')).toHaveLength(1);
});

test('429 names the wait, for this chat only', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  on.server.fault({ kind: '429', method: 'sendMessage', retryAfter: 17 });
  expect(await on.telegram.send(post(amira.id))).toEqual({ kind: 'notSent', retryAfter: 17_000, everywhere: false });
  expect(amira.sees()).toEqual([]);
});

test('401 stops everything and tells which setting is wrong, once', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  on.server.fault({ kind: '401', method: 'sendMessage', times: 2 });
  expect(await on.telegram.send(post(amira.id))).toEqual({ kind: 'notSent', retryAfter: null, everywhere: true });
  await on.telegram.send(post(amira.id));
  expect(on.fatal).toEqual([expect.stringContaining('TELEGRAM_BOT_TOKEN')]);
});

test('people who cannot be reached', async () => {
  await using on = await stage();
  const [never, blocked, gone] = [on.server.user({}), on.server.user({ started: true }), on.server.user({ started: true })];
  blocked.block();
  gone.deleteAccount();
  expect(await on.telegram.send(post(never.id))).toMatchObject({ kind: 'refused', reason: 'BLOCKED' });
  expect(await on.telegram.send(post(blocked.id))).toMatchObject({ kind: 'refused', reason: 'BLOCKED' });
  expect(await on.telegram.send(post(gone.id))).toMatchObject({ kind: 'refused', reason: 'GONE' });
  expect(await on.telegram.send(post(123))).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
});

test('groups that cannot be reached', async () => {
  await using on = await stage();
  const [kicked, moved, forum] = [on.server.supergroup({}), on.server.group({}), on.server.supergroup({ forum: true })];
  kicked.kickBot();
  const target = moved.migrate();
  const topic = forum.createTopic('Alt');
  expect(await on.telegram.send(post(kicked.id))).toMatchObject({ kind: 'refused', reason: 'KICKED' });
  expect(await on.telegram.send(post(on.server.group({ bot: false }).id))).toMatchObject({ kind: 'refused', reason: 'KICKED' });
  expect(await on.telegram.send(post(moved.id))).toEqual({ kind: 'moved', newChat: String(target.id) });
  forum.closeTopic(topic);
  expect(await on.telegram.send(post(forum.id, String(topic)))).toMatchObject({ kind: 'refused', reason: 'NO_TOPIC' });
  forum.deleteTopic(topic);
  expect(await on.telegram.send(post(forum.id, String(topic)))).toMatchObject({ kind: 'refused', reason: 'NO_TOPIC' });
  const edit = { op: 'edit', room: roomId('telegram', String(forum.id)), messageId: '999', document: say('x'), buttons: [] } as const;
  expect(await on.telegram.send(edit)).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
});

test('a server that is not there carried nothing out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  for (const apiRoot of [`http://127.0.0.1:${port}`, 'http://no-such-host.invalid']) {
    const telegram = createTelegram({ token: `1:${SECRET}`, apiRoot, logger: new MemoryLogger(), stallSeconds: 2 });
    expect(await telegram.send(post(1))).toEqual({ kind: 'notSent', retryAfter: null, everywhere: true });
  }
});

test.each([
  [400, "Bad Request: can't parse entities: Unsupported start tag", 'BAD_CALL'],
  [400, 'Bad Request: message text is empty', 'BAD_CALL'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'UNSUPPORTED'],
  [400, "Bad Request: message can't be deleted", 'UNSUPPORTED'],
  [400, 'Bad Request: BOT_NOT_ADMIN', 'UNSUPPORTED'],
  [400, 'Bad Request: TOPIC_CLOSED', 'NO_TOPIC'],
  [400, 'Bad Request: PEER_ID_INVALID', 'NOT_FOUND'],
  [400, 'Bad Request: query is too old and response timeout expired or query ID is invalid', 'NOT_FOUND'],
  [403, 'Forbidden: the group chat was deleted', 'KICKED'],
  [403, "Forbidden: bot can't send messages to bots", 'UNSUPPORTED'],
  [403, 'Forbidden: something new', 'BLOCKED'],
  [404, 'Not Found: method not found', 'UNSUPPORTED'],
])('%i %s → %s', async (error_code, description, reason) => {
  const error = await failWith(JSON.stringify({ ok: false, error_code, description }));
  expect(outcomeOf(error)).toMatchObject({ kind: 'refused', reason });
});

test.each(['', 'null', '[]', '{"ok":', '<html>bot1:AAFakeTokenForTestsOnly</html>', '{"ok":true}'])('the answer %j leaves it unknown', async (body) => {
  const apiRoot = await serve(body);
  const logger = new MemoryLogger();
  const telegram = createTelegram({ token: `1:${SECRET}`, apiRoot, logger, stallSeconds: 2 });
  expect(await telegram.send(post(1))).toEqual({ kind: 'unknown' });
  expect(logger.lines.join('\n')).not.toContain(SECRET);
});

test('errors keep the token where no logger finds it', async () => {
  const errors = [await failWith('<html>'), await failWith(JSON.stringify({ ok: false, error_code: 400, description: `see https://api.telegram.org/bot700100200:${SECRET}/x` }))];
  for (const error of errors) {
    const told = [describeError(error), inspect(safeError(error), { depth: 9, showHidden: true }), JSON.stringify(outcomeOf(error))].join('\n');
    expect(told).not.toContain(SECRET);
    expect(told).not.toContain(CANARY);
  }
});

async function serve(body: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('connection', 'close').end(body));
  }).listen(0, '127.0.0.1');
  server.unref();
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function failWith(body: string): Promise<unknown> {
  const { calls } = createApis(`1:${SECRET}`, await serve(body), 2);
  return calls.sendMessage({ chat_id: 1, text: CANARY }).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}
