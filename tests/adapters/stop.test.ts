import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProcessRun } from '../support/process-run.ts';
import type { Person } from '../support/telegram/person.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';
import { FakeTelegram } from '../support/telegram/server.ts';

let folder: string;
let telegram: FakeTelegram;
let run: ProcessRun | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stop-'));
  telegram = await FakeTelegram.start();
  const operator = 'operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }\n    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }\n\nmandate:';
  const far = readFileSync('process/moessingen.yaml', 'utf8').replaceAll('date: 2018-11-24', 'date: 2098-11-22').replaceAll('date: 2018-11-15', 'date: 2098-11-15');
  writeFileSync(join(folder, 'process.yaml'), far.replace(/operator:[^]*?\nmandate:/, operator));
});
afterEach(async () => {
  await run?.kill('SIGKILL').exited;
  await telegram.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(): ProcessRun {
  run = new ProcessRun(folder, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: '' });
  return run;
}

async function secondsToStop(of: ProcessRun): Promise<number> {
  const asked = performance.now();
  expect(await of.kill('SIGTERM').exited).toBe(0);
  return (performance.now() - asked) / 1_000;
}

it('SIGTERM with nothing under way ends at once', async () => {
  const bot = start();
  await bot.until(/the bot is up/);
  expect(await secondsToStop(bot)).toBeLessThan(3);
});

it('SIGTERM while Telegram hangs: out after ten seconds with 0, and the next start sends what was promised', async () => {
  const bot = start();
  await bot.until(/the bot is up/);
  const people = ['Amira', 'Ben'].map((first_name) => telegram.user({ first_name }));
  const own = (person: Person): ScreenMessage[] => telegram.screen(person).filter((message) => message.own);
  // The welcome passes; the card after it, a promise, hangs before Telegram has done anything: it certainly has not arrived.
  const hangs = people.map((chat) => telegram.fault({ kind: 'timeout-after-apply', apply: false, ms: 60_000, method: 'sendMessage', chat, skip: 1, times: Infinity }));
  for (const person of people) person.start();
  await telegram.waitFor(() => hangs.every((hang) => hang.hits() === 1), { timeoutMs: 20_000 });
  const took = await secondsToStop(bot);
  expect(took).toBeGreaterThan(5);
  expect(took).toBeLessThan(12.5);
  expect(bot.err).toContain('stopped before everything was drained; the rest waits for the next start');
  for (const person of people) expect(own(person)).toHaveLength(1);

  const file = new Database(join(folder, 'data', 'miteinander.db'), { readonly: true });
  expect(file.prepare(`SELECT state FROM Inbox WHERE state <> 'DONE'`).all()).toEqual([]);
  expect(file.prepare(`SELECT count(*) AS n FROM Outbox WHERE state = 'SENDING'`).get()).toEqual({ n: 2 });
  file.close();

  for (const hang of hangs) hang.cancel();
  await start().until(/the bot is up/);
  await telegram.waitFor(() => people.every((person) => own(person).some(({ buttons }) => buttons.length > 3)), { timeoutMs: 30_000 });
  for (const person of people) expect(own(person).filter(({ buttons }) => buttons.length > 3)).toHaveLength(1);
  expect(telegram.violations).toEqual([]);
}, 90_000);

it('SIGTERM before Telegram was ever reached, and a second one meanwhile', async () => {
  run = new ProcessRun(folder, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: '' });
  await run.until(/the bot is up/);
  run.kill('SIGTERM');
  expect(await secondsToStop(run)).toBeLessThan(3);
});

it('a second SIGTERM while it drains changes nothing', async () => {
  const bot = start();
  await bot.until(/the bot is up/);
  const amira = telegram.user({ first_name: 'Amira' });
  const hang = telegram.fault({ kind: 'timeout-after-apply', apply: false, ms: 60_000, method: 'sendMessage', chat: amira, times: Infinity });
  amira.start();
  await telegram.waitFor(() => hang.hits() > 0, { timeoutMs: 20_000 });
  bot.kill('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 400));
  const took = await secondsToStop(bot);
  expect(took).toBeGreaterThan(5);
  expect(took).toBeLessThan(12.5);
  expect(bot.err).toContain('stopped before everything was drained');
}, 90_000);

it('SIGTERM while somebody holds half a request open', async () => {
  const port = 20_000 + (process.pid % 20_000) + 3;
  run = new ProcessRun(folder, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: `127.0.0.1:${port}` });
  await run.until(/the bot is up/);
  const half = connect(port, '127.0.0.1');
  try {
    await once(half, 'connect');
    half.on('error', () => {}).write('GET /metrics HTTP/1.1\r\nhost: x\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await secondsToStop(run)).toBeLessThan(3);
  } finally {
    half.destroy();
  }
});
