import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createMetrics } from '../../adapters/system/metrics.ts';
import { ProcessRun } from '../support/process-run.ts';
import { FakeTelegram } from '../support/telegram/server.ts';
import { Town } from '../support/town.ts';

let town: Town | undefined;
let run: ProcessRun | undefined;
let server: FakeTelegram | undefined;
const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
afterEach(async () => {
  await run?.kill('SIGKILL').exited;
  await server?.stop();
  await town?.close();
  rmSync(folder, { recursive: true, force: true });
  town = run = server = undefined;
});

/** What may stand in a label. Nothing else may: a label lives in other people's systems for years. */
const LABELS: Readonly<Record<string, RegExp>> = {
  platform: /^(telegram|matrix|console)$/,
  figure: /^[a-z]+$/i,
  decision: /^(done|ignored|refused|dead)$/,
  kind: /^(ANSWER|SAY|POST|FILE|PICTURE|DELETE|MARK|EDIT)$/,
  outcome: /^(sent|notSent|refused|moved|unknown)$/,
  state: /^(DEAD|UNKNOWN)$/,
  le: /^([\d.]+|\+Inf)$/,
};

/** `miteinander_` metrics as "name{labels}" → value. */
function read(body: string): Map<string, number> {
  const lines = body.split('\n').filter((line) => line.startsWith('miteinander_'));
  return new Map(lines.map((line) => [line.slice('miteinander_'.length, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

it('counts what a town does, and knows nobody', async () => {
  const metrics = createMetrics();
  town = await Town.open({ metrics });
  metrics.watch(() => town!.bot.pulse(), () => town!.now, async () => ({ unreadable: 3 }));
  const people = Array.from({ length: 60 }, (_, i) => town!.resident(`Amira${i}`, { started: i % 2 === 0 }));
  for (const person of people.slice(0, 10)) person.start();
  for (const person of people) {
    person.press(town.card(), 'Zusage');
    if (person === people[30]) await town.move('+3s');
  }
  await town.move('+2m');

  const { type, body } = await metrics.exposition();
  const seen = read(body);
  expect(type).toContain('text/plain');
  expect(seen.get('updates_received_total{platform="telegram"}')).toBeGreaterThanOrEqual(70);
  const sum = (prefix: string): number => [...seen].reduce((all, [name, value]) => (name.startsWith(prefix) ? all + value : all), 0);
  expect(sum('updates_decided_total')).toBe(seen.get('updates_received_total{platform="telegram"}'));
  expect(seen.get('decision_seconds_count{platform="telegram"}')).toBe(sum('updates_decided_total'));
  expect(seen.get('calls_total{platform="telegram",kind="ANSWER",outcome="sent"}')).toBe(60);

  // Each change that a copy lacked was shown by an edit or saved one; nothing waits any more.
  const edits = seen.get('calls_total{platform="telegram",kind="EDIT",outcome="sent"}') ?? 0;
  expect(edits).toBe(town.telegram.calls('editMessageText').length);
  expect(seen.get('edits_saved_total')).toBe((seen.get('card_touches_total') ?? 0) - edits);
  expect(seen.get('edits_saved_total')).toBeGreaterThan(edits);
  for (const gauge of ['updates_undecided', 'oldest_undecided_seconds', 'updates_dead', 'effects_unsent', 'oldest_due_seconds', 'cards_behind']) expect([gauge, seen.get(gauge)]).toEqual([gauge, 0]);

  for (const name of seen.keys()) {
    for (const [, label, value] of name.matchAll(/(\w+)="([^"]*)"/g)) expect(value, `${label} in ${name}`).toMatch(LABELS[label!] ?? /^no such label$/);
  }
  expect(body).not.toMatch(/Amira|Ina|Beauftragte|Zusammenleben/);
  for (const person of [...people, town.officer]) expect(body).not.toContain(String(person.id));
  expect(body).not.toContain(String(town.group.id));
  expect(body).toMatch(/^process_resident_memory_bytes /m);
  expect(body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
});

it('tells dead letters, unknown endings and what waits', async () => {
  const metrics = createMetrics();
  town = await Town.open({ metrics });
  metrics.watch(() => town!.bot.pulse(), () => town!.now, async () => ({ unreadable: 3 }));
  const [ben, cem] = ['Ben', 'Cem'].map((name) => town!.resident(name));
  // The welcome passes, the card after it does not: cards are promises, tried again.
  town.telegram.fault({ kind: 'timeout-after-apply', ms: 1, method: 'sendMessage', chat: ben!, skip: 1, times: 2 });
  ben!.start();
  await town.move('+30s');
  const limit = town.telegram.fault({ kind: '429', retryAfter: 60, method: 'sendMessage', chat: cem!, skip: 1 });
  cem!.start();
  await town.move('+20s');
  const waiting = read((await metrics.exposition()).body);
  expect(limit.hits()).toBe(1);
  expect(waiting.get('effects_given_up_total{platform="telegram",kind="POST",state="UNKNOWN"}')).toBe(1);
  expect(waiting.get('calls_total{platform="telegram",kind="POST",outcome="unknown"}')).toBe(2);
  expect(waiting.get('effects_unsent')).toBe(1);
  expect(waiting.get('oldest_due_seconds')).toBe(20);
  await town.move('+2m');
  const after = read((await metrics.exposition()).body);
  expect([after.get('effects_unsent'), after.get('oldest_due_seconds')]).toEqual([0, 0]);
});

it('the running bot shows its metrics and health, and says why it is not ready', async () => {
  server = await FakeTelegram.start();
  mkdirSync(folder, { recursive: true });
  const operator = 'operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }\n    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }\n\nmandate:';
  writeFileSync(join(folder, 'process.yaml'), readFileSync('process/moessingen.yaml', 'utf8').replace(/operator:[^]*?\nmandate:/, operator));
  const port = 20_000 + (process.pid % 20_000) + 1;
  const at = `http://127.0.0.1:${port}`;
  const settings = { TELEGRAM_BOT_TOKEN: server.token, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: `127.0.0.1:${port}` };

  run = new ProcessRun(folder, { ...settings, TELEGRAM_API_ROOT: server.url, TZ: 'Europe/Berlin' });
  await run.until(/the bot is up/);
  expect((await fetch(`${at}/healthz`)).status).toBe(200);
  expect((await fetch(`${at}/readyz`)).status).toBe(200);
  const answer = await fetch(`${at}/metrics`);
  const body = await answer.text();
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
  expect(read(body).get('silence_seconds{platform="telegram"}')).toBeLessThan(60);
  expect(read(body).get('transaction_seconds_count')).toBeGreaterThan(0);
  expect(body).not.toContain(server.token);
  expect(await run.kill('SIGTERM').exited).toBe(0);

  run = new ProcessRun(folder, { ...settings, TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });
  await run.until(/the bot is up/);
  const ready = await fetch(`${at}/readyz`);
  expect([ready.status, await ready.text()]).toEqual([503, 'telegram has not answered since the start\n']);
  expect((await fetch(`${at}/healthz`)).status).toBe(200);
  expect(await run.kill('SIGTERM').exited).toBe(0);
}, 60_000);
