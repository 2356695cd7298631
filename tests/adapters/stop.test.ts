import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProcessRun } from '../support/process-run.ts';
import { FakeTelegram } from '../support/telegram/server.ts';

let folder: string;
let telegram: FakeTelegram;
let run: ProcessRun | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stop-'));
  telegram = await FakeTelegram.start();
  const operator = 'operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }\n    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }\n\nmandate:';
  writeFileSync(join(folder, 'process.yaml'), readFileSync('process/moessingen.yaml', 'utf8').replace(/operator:[^]*?\nmandate:/, operator));
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
  // Hangs before it does anything: what is sent now certainly has not arrived.
  const hang = telegram.fault({ kind: 'timeout-after-apply', apply: false, ms: 60_000, method: 'sendMessage', times: Infinity });
  const [amira, ben] = [telegram.user({ first_name: 'Amira' }), telegram.user({ first_name: 'Ben' })];
  amira.start();
  ben.start();
  await telegram.waitFor(() => hang.hits() === 2);
  // This one's answer is decided while its chat waits for the first.
  amira.say('/hilfe');
  await telegram.waitFor(() => telegram.pendingUpdates.length === 0);
  const took = await secondsToStop(bot);
  expect(took).toBeGreaterThan(5);
  expect(took).toBeLessThan(11.5);
  expect(bot.err).toContain('stopped before everything was drained; the rest waits for the next start');
  expect(telegram.screen(amira).filter(({ own }) => own)).toEqual([]);

  const file = new Database(join(folder, 'data', 'miteinander.db'), { readonly: true });
  expect(file.prepare(`SELECT state FROM Inbox WHERE state <> 'DONE'`).all()).toEqual([]);
  expect(file.prepare(`SELECT count(*) AS n FROM Outbox WHERE state = 'SENDING'`).get()).toEqual({ n: 2 });
  file.close();

  hang.cancel();
  await start().until(/the bot is up/);
  const own = (person: typeof amira): string[] => telegram.screen(person).filter((message) => message.own).map(({ text }) => text);
  await telegram.waitFor(() => own(amira).some((text) => text.includes('/zusage')) && own(ben).length > 0, { timeoutMs: 30_000 });
  expect(new Set(own(amira)).size).toBe(own(amira).length);
  expect(telegram.violations).toEqual([]);
}, 90_000);

it('SIGTERM before Telegram was ever reached, and a second one meanwhile', async () => {
  run = new ProcessRun(folder, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: '' });
  await run.until(/the bot is up/);
  run.kill('SIGTERM');
  expect(await secondsToStop(run)).toBeLessThan(3);
});
