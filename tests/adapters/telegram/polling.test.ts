/** P1: what Telegram was told to forget is in the inbox. */
import { expect, test } from 'vitest';
import { createTelegram } from '../../../adapters/telegram/index.ts';
import { nextOffset, rawUpdate } from '../../../adapters/telegram/batch.ts';
import { retryDelay } from '../../../adapters/telegram/polling.ts';
import { SettingsProblem } from '../../../src/ports/messenger.ts';
import { MemoryIntake, MemoryLogger } from './recorder.ts';
import { stage } from './setup.ts';

test('updates reach the inbox, then the cursor moves, then Telegram forgets', async () => {
  await using on = await stage();
  const amira = on.server.user({});
  for (const text of ['/start', 'eins', 'zwei']) amira.say(text);
  await on.server.waitFor(() => on.intake.rows.size === 3 && on.server.pendingUpdates.length === 0);
  const last = Math.max(...[...on.intake.rows.keys()].map(Number));
  expect(on.intake.saved).toBe(String(last + 1));
  expect(on.intake.batches.at(-1)).toMatchObject({ account: on.server.token.split(':')[0], caughtUp: true });
  expect([...on.intake.rows.values()].map((payload) => on.telegram.decode(payload).kind)).toEqual(['update', 'update', 'update']);
});

test('a commit that fails confirms nothing; the same updates come again', async () => {
  await using on = await stage({ start: false });
  on.intake.refuse = 1;
  on.server.user({}).say('/start');
  await on.telegram.start(on.intake, []);
  await on.server.waitFor(() => on.logger.of('bug').length === 1);
  expect(on.server.pendingUpdates).toHaveLength(1);
  await on.server.waitFor(() => on.intake.rows.size === 1 && on.server.pendingUpdates.length === 0);
  const offsets = on.server.calls('getUpdates').map((call) => call.params['offset']);
  expect(offsets.slice(0, 2)).toEqual([undefined, undefined]);
});

test('killed between receiving and confirming: the next process gets it again and knows it by its key', async () => {
  const intake = new MemoryIntake();
  await using on = await stage({ intake, start: false });
  on.server.user({}).say('/start');
  let revive = (): void => undefined;
  const killed = new Promise<void>((resolve) => (revive = resolve));
  const receive = intake.receive.bind(intake);
  // The first process commits the rows and never comes to confirm them.
  intake.receive = async (platform, batch) => {
    await receive(platform, { ...batch, cursor: null });
    await killed;
  };
  await on.telegram.start(intake, []);
  await expect.poll(() => intake.rows.size).toBe(1);
  expect(on.server.pendingUpdates).toHaveLength(1);
  intake.receive = receive;
  const second = createTelegram({ token: on.server.token, apiRoot: on.server.url, logger: new MemoryLogger(), stallSeconds: 1 });
  await second.start(intake, []);
  await on.server.waitFor(() => on.server.pendingUpdates.length === 0);
  expect(intake.rows.size).toBe(1);
  expect(intake.batches.filter((batch) => batch.updates.length > 0)).toHaveLength(2);
  await second.stop();
  revive();
});

test('goes on from the saved cursor', async () => {
  const intake = new MemoryIntake();
  intake.saved = '100003';
  await using on = await stage({ intake, start: false });
  const amira = on.server.user({});
  for (const text of ['eins', 'zwei', 'drei']) amira.say(text);
  await on.telegram.start(intake, []);
  await on.server.waitFor(() => intake.rows.size > 0);
  expect([...intake.rows.keys()]).toEqual(['100003']);
});

test('a hundred at once mean that more may be waiting', async () => {
  await using on = await stage({ start: false });
  const amira = on.server.user({});
  for (let i = 0; i < 150; i++) amira.say(`nr ${i}`);
  await on.telegram.start(on.intake, []);
  await on.server.waitFor(() => on.intake.rows.size === 150);
  expect(on.intake.batches.slice(0, 2).map((batch) => [batch.updates.length, batch.caughtUp])).toEqual([[100, false], [50, true]]);
});

test('an update without a readable number does not block the others', async () => {
  await using on = await stage({ start: false });
  on.server.inject({ update_id: 'seven' as unknown as number, message: {} });
  on.server.user({}).say('/start');
  await on.telegram.start(on.intake, []);
  await on.server.waitFor(() => on.intake.rows.size === 2);
  const [strange] = [...on.intake.rows].find(([key]) => key.startsWith('?')) ?? [];
  expect(strange).toMatch(/^\?[\w-]{43}$/);
  expect(on.telegram.decode(on.intake.rows.get(strange ?? '') ?? '').kind).toBe('malformed');
});

test('while Telegram fails: at most one request a second, one line in the log, then on it goes', async () => {
  await using on = await stage({ start: false });
  const fault = on.server.fault({ kind: '502-html', method: 'getUpdates', times: 2 });
  on.server.user({}).say('/start');
  await on.telegram.start(on.intake, []);
  await on.server.waitFor(() => on.intake.rows.size === 1, { timeoutMs: 8_000 });
  expect(fault.hits()).toBe(2);
  const times = on.server.calls('getUpdates').map((call) => call.realAt);
  for (const [i, at] of times.slice(1, 3).entries()) expect(at - (times[i] ?? 0)).toBeGreaterThanOrEqual(990);
  expect(on.logger.of('warn')).toHaveLength(1);
}, 10_000);

test('a second instance is fatal, and says so', async () => {
  await using on = await stage();
  await expect.poll(() => on.server.world.updates.polling).toBe(true);
  const other = createTelegram({ token: on.server.token, apiRoot: on.server.url, logger: new MemoryLogger(), stallSeconds: 1 });
  await other.start(new MemoryIntake(), []);
  await expect.poll(() => on.fatal).toEqual([expect.stringContaining('TELEGRAM_BOT_TOKEN')]);
  await other.stop();
});

test('a revoked token while polling is fatal', async () => {
  await using on = await stage({ start: false });
  on.server.fault({ kind: '401', method: 'getUpdates' });
  await on.telegram.start(on.intake, []);
  await expect.poll(() => on.fatal).toEqual([expect.stringContaining('TELEGRAM_BOT_TOKEN')]);
});

test('stop ends the long poll at once; sending stays possible', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  await expect.poll(() => on.server.world.updates.polling).toBe(true);
  const before = Date.now();
  await on.telegram.stop();
  expect(Date.now() - before).toBeLessThan(500);
  expect(await on.telegram.send({ op: 'delete', room: `telegram:${amira.id}` as never, messageId: '1' })).toMatchObject({ kind: 'refused' });
});

test('a wrong token stops the start', async () => {
  await using on = await stage({ start: false });
  const wrong = createTelegram({ token: '1:wrong-token-000', apiRoot: on.server.url, logger: new MemoryLogger(), stallSeconds: 1 });
  const failed = wrong.start(on.intake, []);
  await expect(failed).rejects.toThrow(SettingsProblem);
  await expect(failed).rejects.toThrow(/TELEGRAM_BOT_TOKEN/);
});

test('a dead line at the start is told once; the bot comes up when the line does', async () => {
  await using on = await stage({ start: false });
  on.server.fault({ kind: '502-html', method: 'getMe', times: 2 });
  await on.telegram.start(on.intake, []);
  expect(on.telegram.deepLink('abc')).toBeNull();
  on.server.user({}).say('/start');
  await on.server.waitFor(() => on.intake.rows.size === 1, { timeoutMs: 8_000 });
  expect(on.logger.of('warn')).toHaveLength(1);
  expect(on.telegram.deepLink('abc')).toBe('https://t.me/miteinander_test_bot?start=abc');
  expect(on.telegram.deepLink('not allowed')).toBeNull();
}, 10_000);

test('waits grow from one second to half a minute', () => {
  for (let failures = 1; failures < 40; failures++) {
    const wait = retryDelay(new Error('x'), failures);
    expect(wait).toBeGreaterThanOrEqual(Math.min(1_000 * 2 ** (failures - 1), 20_000));
    expect(wait).toBeLessThanOrEqual(30_000);
  }
});

test('the offset follows the newest numbers, even when they start anew', () => {
  expect(nextOffset([{ update_id: 7 }, { update_id: 9 }, { update_id: 8 }], 900)).toBe(10);
  expect(nextOffset([], 900)).toBe(900);
  expect(nextOffset([{ update_id: 1.5 }, null, 'x'], null)).toBeNull();
  expect(rawUpdate({ update_id: 7, x: 1 })).toEqual({ key: '7', payload: '{"update_id":7,"x":1}' });
});
