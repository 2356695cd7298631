import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { examineDatabase } from '../../adapters/storage/doctor.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { readProcess, takeProcess } from '../../src/take-process.ts';
import { instant } from '../../src/kernel/time.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import { ProcessRun } from '../support/process-run.ts';
import { runScript } from '../support/script-run.ts';
import { FakeTelegram } from '../support/telegram/server.ts';

// Whole processes start and stop here.
vi.setConfig({ testTimeout: 60_000 });

const PORT = 20_000 + (process.pid % 20_000) + 2;
let folder: string;
let telegram: FakeTelegram;
let settings: Record<string, string>;

beforeAll(async () => {
  telegram = await FakeTelegram.start();
});
afterAll(() => telegram.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  const operator = 'operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }\n    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }\n\nmandate:';
  writeFileSync(join(folder, 'process.yaml'), readFileSync('process/moessingen.yaml', 'utf8').replace(/operator:[^]*?\nmandate:/, operator));
  settings = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: `127.0.0.1:${PORT}` };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function doctor(change: Record<string, string> = {}): Promise<{ code: number; ok: string[]; warn: string[]; bad: string[]; all: string }> {
  const { code, out, err } = await runScript('doctor.ts', folder, { ...settings, ...change });
  expect(err).toBe('');
  expect(out).not.toContain(telegram.token);
  expect(out).not.toContain(telegram.token.split(':')[1]);
  const of = (level: string): string[] => out.split('\n').filter((line) => line.startsWith(`${level} `)).map((line) => line.slice(5));
  expect(out.trim().split('\n')).toHaveLength(of('ok').length + of('warn').length + of('bad').length);
  return { code, ok: of('ok'), warn: of('warn'), bad: of('bad'), all: out };
}

it('finds a running bot well, and disturbs it not', async () => {
  const run = new ProcessRun(folder, settings);
  try {
    await run.until(/the bot is up/);
    chmodSync(join(folder, 'data'), 0o700);
    const { code, ok, warn, bad } = await doctor();
    expect([code, bad]).toEqual([0, []]);
    expect(warn).toEqual([expect.stringContaining('facts are still open')]);
    for (const line of [
      'settings  all settings can be read',
      'database  journal_mode is wal',
      'database  synchronous can be FULL, by which the bot writes',
      'database  quick_check finds no damage',
      'database  all migrations are applied',
      'database  no update was left unhandled',
      'clock     the process lives in UTC',
      "clock     the process's zone Europe/Berlin is known",
      'telegram  Telegram knows the bot as @miteinander_test_bot',
      'bot       the bot is running and takes part',
    ]) expect(ok).toContain(line);
    expect(ok).toContainEqual(expect.stringMatching(/^database {2}the counts of \d+ events equal a recount$/));
    expect(ok).toContainEqual(expect.stringMatching(/^clock {5}the zone data \(\d{4}\w\) know the clock changes of 2019 in Berlin$/));
    expect(telegram.violations).toEqual([]);
    expect((await fetch(`http://127.0.0.1:${PORT}/readyz`)).status).toBe(200);
    expect(await run.kill('SIGTERM').exited).toBe(0);
  } finally {
    await run.kill('SIGKILL').exited;
  }
});

it('before the first start it finds nothing bad, and makes nothing', async () => {
  const { code, ok } = await doctor();
  expect(code).toBe(0);
  expect(ok).toContainEqual(expect.stringMatching(/^database {2}there is no database .* yet; the first start makes it$/));
});

it.each<[string, Record<string, string>, RegExp]>([
  ['a wrong setting', { LOG_LEVEL: 'laut' }, /^settings {2}LOG_LEVEL is "laut" → it can be /],
  ['no process file', { PROCESS_FILE: 'missing.yaml' }, /^process {3}PROCESS_FILE missing\.yaml cannot be read \(ENOENT\) → /],
  ['nobody responsible', { PROCESS_FILE: join(process.cwd(), 'process/moessingen.yaml') }, /^process {3}it does not say who is responsible .* → fill in process\.privacy/],
  ['a revoked token', { TELEGRAM_BOT_TOKEN: '123456789:AAFakeTokenForTestsOnly-0123456789' }, /^telegram {2}Telegram does not accept TELEGRAM_BOT_TOKEN → /],
  ['no network', { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }, /^telegram {2}Telegram cannot be reached \(getMe: ECONNREFUSED\) → /],
  ['a file where the folder should be', { DATABASE_URL: 'file:process.yaml/x.db' }, /^database {2}the database \S+x\.db cannot be opened for writing → check the folder's and the file's owner and permissions$/],
  ['no PostgreSQL', { DATABASE_URL: 'postgresql://bot:geheim@127.0.0.1:9/x' }, /^database {2}the database cannot be reached or read \(ECONNREFUSED\) → /],
])('%s is bad, with a remedy', async (_what, change, sentence) => {
  const { code, bad, all } = await doctor(change);
  expect([code, bad]).toEqual([1, [expect.stringMatching(sentence)]]);
  expect(all).not.toMatch(/geheim|AAFakeToken/);
});

it.each<[number, 'ok' | 'warn' | 'bad', string]>([
  [0, 'ok', 'our clock and that of the Telegram server agree'],
  [-30, 'warn', 'our clock is 30 s ahead of that of the Telegram server'],
  [3_600, 'bad', 'our clock is 3600 s behind that of the Telegram server'],
])('a server whose clock is %i s off ours: %s', async (off, level, sentence) => {
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(Date.now() + off * 1_000).toUTCString());
    const result = request.url?.endsWith('/getMe') === true ? { id: 1, is_bot: true, first_name: 'M', username: 'm_bot' } : { url: '', pending_update_count: 0 };
    response.end(JSON.stringify({ ok: true, result }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const found = await doctor({ TELEGRAM_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  server.close();
  // Whole seconds, and the machine may be busy.
  const line = found[level].find((each) => each.includes('of the Telegram server')) ?? '';
  expect(line.replace(/\d+ s/, (seconds) => (Math.abs(Number.parseInt(seconds, 10) - Math.abs(off)) <= 3 ? `${Math.abs(off)} s` : seconds))).toContain(sentence);
});

it('warns of secrets others can read', async () => {
  writeFileSync(join(folder, '.env'), 'LOG_LEVEL=info\n');
  chmodSync(join(folder, '.env'), 0o644);
  expect((await doctor()).warn).toContain('settings  other users of this machine can read .env → chmod 600 .env');
});

describe('a database', () => {
  let file: string;
  const now = Date.parse('2026-11-22T12:00:00Z');
  const sentences = async (at = now): Promise<string[]> => (await examineDatabase(`file:${file}`, at)).filter(({ level }) => level === 'bad').map(({ what, remedy }) => `${what} → ${remedy}`);
  const change = (sql: string): void => {
    const raw = new Database(file);
    raw.exec(sql);
    raw.close();
  };
  beforeEach(async () => {
    file = join(folder, 'x.db');
    await fill(`file:${file}`);
  });

  it('in order', async () => expect(await sentences()).toEqual([]));

  it('that got lost', async () => {
    rmSync(file);
    expect(await sentences()).toEqual([expect.stringMatching(/is gone although it existed before → restore a backup/)]);
  });

  it('that is an empty file', async () => {
    for (const end of ['', '.exists']) rmSync(`${file}${end}`);
    writeFileSync(file, '');
    expect(await sentences()).toEqual([expect.stringMatching(/x\.db is an empty file, which none of ours ever is → restore a backup, or delete the file/)]);
    expect((await examineDatabase(`file:${file}`, now)).map(({ what }) => what).join()).not.toContain('journal_mode');
  });

  it('with a wrong count', async () => {
    change(`UPDATE "EventTally" SET "maybe" = "maybe" + 1`);
    expect(await sentences()).toEqual([expect.stringMatching(/^the counts of auftakt do not equal a recount → /)]);
  });

  it('with a reply nobody counted', async () => {
    change(`DELETE FROM "EventTally"`);
    expect(await sentences()).toEqual([expect.stringMatching(/^the counts of auftakt /)]);
  });

  it('of a newer version, with a migration changed or never finished, or of another program', async () => {
    change(`UPDATE "_prisma_migrations" SET "checksum" = 'x'`);
    expect(await sentences()).toEqual([expect.stringMatching(/was changed after it had been applied to this database → restore the file as it was/)]);
    change(`UPDATE "_prisma_migrations" SET "migration_name" = '99990101000000_later'`);
    expect(await sentences()).toEqual([expect.stringMatching(/made by a newer version .* → start that version or restore an older copy/)]);
    change(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`);
    expect(await sentences()).toEqual([expect.stringMatching(/never finished → restore the last backup/)]);
    change(`DROP TABLE "_prisma_migrations"`);
    expect(await sentences()).toEqual(['this is no database of this program (SQLITE_ERROR) → check DATABASE_URL']);
  });

  it('that waits for migrations is no reason to worry', async () => {
    change(`DELETE FROM "_prisma_migrations" WHERE rowid = (SELECT max(rowid) FROM "_prisma_migrations")`);
    expect(await sentences()).toEqual([]);
    expect(await examineDatabase(`file:${file}`, now)).toContainEqual({ level: 'warn', what: '1 migrations are still to be applied', remedy: 'make a backup; the next start applies them' });
  });

  it('with updates from the future', async () => {
    expect(await sentences(now - 3_600_000)).toEqual(['the last update was received 3600 s in the future → the clock was set back; set it right (NTP)']);
  });

  it('that is damaged, or none', async () => {
    const bytes = readFileSync(file);
    bytes.fill(0xff, 8_192, Math.min(bytes.length, 40_000));
    writeFileSync(file, bytes);
    expect(await sentences()).toEqual([expect.stringMatching(/damaged|cannot be read \(SQLITE_CORRUPT/)]);
    writeFileSync(file, 'no database at all '.repeat(100));
    expect(await sentences()).toEqual([expect.stringMatching(/cannot be read \(SQLITE_NOTADB\) → /)]);
  });
});

describe.skipIf(postgresMissing !== null)(`a database on PostgreSQL${postgresMissing === null ? '' : ` (${postgresMissing})`}`, () => {
  it('in order, and with a wrong count', async () => {
    const postgres = await startPostgres();
    try {
      const url = await postgres.freshDatabase();
      await fill(url, true);
      const found = await examineDatabase(url, Date.parse('2026-11-22T12:00:00Z'));
      expect(found.filter(({ level }) => level === 'bad')).toEqual([{ level: 'bad', what: 'the counts of auftakt do not equal a recount', remedy: 'restore the last backup, and report this as a bug' }]);
      expect(found).toContainEqual({ level: 'ok', what: 'all migrations are applied', remedy: null });
      expect(found).toContainEqual({ level: 'warn', what: 'commits do not wait for the disk: a power cut may take the last of them', remedy: 'set fsync and synchronous_commit to on' });
    } finally {
      await postgres.stop();
    }
  });
});

/** The reference process, one reply, one update received at noon. */
async function fill(url: string, miscounted = false): Promise<void> {
  const store = await openStore(url, { onFatal: () => expect.unreachable() });
  const at = instant(Date.parse('2026-11-22T12:00:00Z'));
  await takeProcess(store, readProcess(readFileSync('process/moessingen.yaml', 'utf8'), 'x'), { now: at, ask: async () => true });
  await store.transact(async (unit) => {
    const tally = await unit.events.tally('auftakt');
    unit.events.putTally({ ...tally, maybe: miscounted ? 2 : 1, nextOrder: 1 });
    unit.events.putRsvp({
      eventKey: 'auftakt', personId: 'p', answer: 'MAYBE', partySize: 1, children: null, seat: 'NONE', waitOrder: null, offerUntil: null,
      channel: 'TELEGRAM', timeliness: 'IN_TIME', toConfirm: false, answeredAt: at, enteredBy: null,
    });
    await unit.kernel.receive([{ platform: 'telegram', account: '1', key: '1', payload: '{}', receivedAt: at, queuedSince: at }]);
  });
  await store.close();
}
