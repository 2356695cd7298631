import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { backupSqlite } from '../../adapters/storage/backup.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { instant } from '../../src/kernel/time.ts';
import { runScript } from '../support/script-run.ts';
import { KICKOFF, Town } from '../support/town.ts';

let folder: string;
let town: Town | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
});
afterEach(async () => {
  await town?.close();
  town = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const backup = (url: string, ...args: string[]) => runScript('backup.ts', folder, { DATABASE_URL: url }, args);

/** An empty database as the first start makes it. */
async function emptyDatabase(): Promise<string> {
  const file = join(folder, 'live.db');
  await (await openStore(`file:${file}`, { onFatal: () => expect.unreachable() })).close();
  return file;
}

it('copies a town while it answers, and the copies are towns', async () => {
  town = await Town.open({ databaseUrl: `file:${join(folder, 'live.db')}` });
  const people = Array.from({ length: 120 }, (_, i) => town!.resident(`Person${i}`));
  const copied = new AbortController();
  const copies: string[] = [];
  const copyAll = (async () => {
    for (let i = 0; i < 5; i += 1) {
      const path = join(folder, 'copies', `${i}.db`);
      const { code, out, err } = await backup(`file:${join(folder, 'live.db')}`, path);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/^Backed up to \S+\.db: \d+\.\d MB in \d+ ms, integrity checked\.\n$/);
      copies.push(path);
    }
  })().finally(() => copied.abort());
  let taps = 0;
  for (let i = 0; !copied.signal.aborted; i += 1) {
    people[i % people.length]!.press(town.card(), i % 3 === 0 ? 'Vielleicht' : i % 7 === 0 ? '+1 Person' : 'Zusage');
    taps += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await copyAll;
  await town.settle();
  expect(taps).toBeGreaterThan(50);

  const received: number[] = [];
  for (const path of copies) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const raw = new Database(path, { readonly: true });
    expect([raw.pragma('integrity_check', { simple: true }), raw.pragma('foreign_key_check')]).toEqual(['ok', []]);
    raw.close();
    // Restored by pointing DATABASE_URL at it; nothing of the running bot's lock or marker is in the way.
    const store = await openStore(`file:${path}`, { onFatal: () => expect.unreachable() });
    const seen = await store.view(async ({ events, kernel }) => ({
      tally: await events.tally(KICKOFF),
      recount: await events.recount(KICKOFF),
      replies: (await events.replies(KICKOFF)).length,
      done: await kernel.inboxCount('DONE'),
      dead: await kernel.inboxCount('DEAD'),
    }));
    expect(seen.tally).toEqual(seen.recount);
    expect(seen.tally.attendingReplies + seen.tally.maybe + seen.tally.declined + seen.tally.waitingReplies).toBe(seen.replies);
    expect(seen.dead).toBe(0);
    received.push(seen.done);
    await store.close();
  }
  // Each copy is of a later moment than the one before, and none is of the end.
  expect(received).toEqual([...received].sort((a, b) => a - b));
  expect(received.at(-1)).toBeGreaterThan(received[0]!);
  expect(readdirSync(join(folder, 'copies')).filter((name) => name.endsWith('.part'))).toEqual([]);
}, 60_000);

it('goes on from the copy: what came after it is lost, what came before is not', async () => {
  const file = await emptyDatabase();
  const store = await openStore(`file:${file}`, { onFatal: () => expect.unreachable() });
  await store.transact(async (unit) => unit.kernel.setMarker('before', '1'));
  expect((await backup(`file:${file}`, 'copy.db')).code).toBe(0);
  await store.transact(async (unit) => unit.kernel.setMarker('after', '1'));
  await store.close();
  // The other way: the copy in the place of the lost file, whose marker still stands there.
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  await expect(openStore(`file:${file}`, { onFatal: () => {} })).rejects.toThrow(/is gone although it existed/);
  copyFileSync(join(folder, 'copy.db'), file);
  const restored = await openStore(`file:${file}`, { onFatal: () => expect.unreachable() });
  expect(await restored.view(async ({ kernel }) => [await kernel.marker('before'), await kernel.marker('after')])).toEqual(['1', null]);
  await restored.transact(async (unit) => unit.kernel.setMarker('later', '1'));
  await restored.close();
  const raw = new Database(file);
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
  raw.close();
});

it('never overwrites, and leaves nothing half done', async () => {
  const file = await emptyDatabase();
  writeFileSync(join(folder, 'there.db'), 'precious');
  const refused = await backup(`file:${file}`, 'there.db');
  expect([refused.code, refused.out, statSync(join(folder, 'there.db')).size]).toEqual([1, '', 8]);
  expect(refused.err).toMatch(/there\.db exists already; name another file, or remove it\.\n$/);
  expect((await backup(`file:${file}`, file)).code).toBe(1);

  const missing = await backup('file:./nothing.db', 'new.db');
  expect([missing.code, existsSync(join(folder, 'nothing.db')), existsSync(join(folder, 'new.db'))]).toEqual([1, false, false]);
  writeFileSync(join(folder, 'empty.db'), '');
  writeFileSync(join(folder, 'text.db'), 'no database at all '.repeat(100));
  for (const wrong of ['empty.db', 'text.db']) {
    expect((await backup(`file:./${wrong}`, 'new.db')).code).toBe(1);
    expect(readdirSync(folder).filter((name) => name.startsWith('new.db'))).toEqual([]);
  }
});

it('killed while it copies, it leaves nothing under the final name, and the next one is not hindered', async () => {
  const file = await emptyDatabase();
  const raw = new Database(file);
  raw.exec('CREATE TABLE ballast (bytes BLOB)');
  const insert = raw.prepare('INSERT INTO ballast VALUES (randomblob(1048576))');
  raw.transaction(() => Array.from({ length: 150 }, () => insert.run()))();
  raw.close();
  const target = join(folder, 'copy.db');
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../scripts/backup.ts', import.meta.url)), target], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: `file:${file}` }, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await vi.waitUntil(() => (statSync(`${target}.part`, { throwIfNoEntry: false })?.size ?? 0) > 0, { timeout: 30_000, interval: 1 });
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  expect(readdirSync(folder).filter((name) => name.startsWith('copy.db'))).toContain('copy.db.part');
  expect(existsSync(target)).toBe(false);
  // What a kill in the middle of leaving out secrets leaves: SQLite would write it into the next copy.
  writeFileSync(`${target}.part-journal`, 'of another copy');
  expect(await backup(`file:${file}`, target)).toMatchObject({ code: 0, err: '' });
  expect(statSync(target).size).toBeGreaterThan(150 * 1_048_576);
  expect(readdirSync(folder).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db']);
}, 60_000);

it.each(['EPERM', 'ENOTSUP'])('where the disk has no hard links (%s) it is copied all the same, and nothing is overwritten', async (code) => {
  const file = await emptyDatabase();
  const link = vi.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('no links here'), { code });
  });
  syncBuiltinESMExports();
  try {
    const target = join(folder, 'copy.db');
    expect(backupSqlite(file, target)).toMatchObject({ path: target, withheld: 0 });
    expect(() => backupSqlite(file, target)).toThrow(/copy\.db exists already/);
    expect(link).toHaveBeenCalledOnce();
    expect(readdirSync(folder).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db']);
    await (await openStore(`file:${target}`, { onFatal: () => expect.unreachable() })).close();
  } finally {
    link.mockRestore();
    syncBuiltinESMExports();
  }
});

it('two at once under one name: one copy, complete', async () => {
  const file = await emptyDatabase();
  const both = await Promise.all([backup(`file:${file}`, 'copy.db'), backup(`file:${file}`, 'copy.db')]);
  expect(both.filter(({ code }) => code === 0).length).toBeLessThanOrEqual(1);
  for (const { code, err } of both) if (code !== 0) expect(err).toMatch(/^[^\n]+\n$/);
  if (existsSync(join(folder, 'copy.db'))) await (await openStore(`file:${join(folder, 'copy.db')}`, { onFatal: () => expect.unreachable() })).close();
});

it('finds a place of its own: a folder, or `backups` beside the database', async () => {
  const file = await emptyDatabase();
  mkdirSync(join(folder, 'stick'));
  expect((await backup(`file:${file}`, 'stick')).code).toBe(0);
  expect((await backup(`file:${file}`)).code).toBe(0);
  for (const place of ['stick', 'backups']) expect(readdirSync(join(folder, place))).toEqual([expect.stringMatching(/^live-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/)]);
  expect(statSync(join(folder, 'backups')).mode & 0o777).toBe(0o700);
});

it('says in one sentence that the ballots of an open secret vote are not in the copy', async () => {
  const file = await emptyDatabase();
  const store = await openStore(`file:${file}`, { onFatal: () => expect.unreachable() });
  const at = instant(1_557_000_000_000);
  const decision = { groupKey: 'ag-wohnen', question: 'Wo?', options: ['Hier', 'Dort'], zone: 'Europe/Berlin', method: 'PLURALITY', majority: 'SIMPLE', tieRule: 'REJECTED', quorum: 0, quorumUnit: 'PERSONS', seed: null, electorate: 'ROSTER', state: 'OPEN', closesAt: at, remindAt: null, createdBy: null, createdAt: at, openedAt: at, counted: null, runoffOf: null } as const;
  const vote = { personId: 'amira', choice: [1], channel: 'TELEGRAM', enteredBy: null, castAt: at } as const;
  await store.transact(async ({ decisions }) => {
    for (const id of ['named', 'secret']) {
      decisions.putDecision({ ...decision, id, secret: id === 'secret' });
      decisions.putVote({ ...vote, decisionId: id });
    }
  });
  expect(await backup(`file:${file}`, 'copy.db')).toMatchObject({ code: 0, err: 'Of 1 open secret vote(s) the copy holds no ballots: after restoring it they are open and everybody is asked again (docs/abstimmungen.md).\n' });
  await store.close();
  const restored = await openStore(`file:${join(folder, 'copy.db')}`, { onFatal: () => expect.unreachable() });
  const found = await restored.view(async ({ decisions }) => Promise.all(['named', 'secret'].map(async (id) => ({ votes: (await decisions.votes(id)).length, ...(await decisions.decision(id)) }))));
  expect(found).toMatchObject([{ votes: 1, state: 'OPEN', closesAt: at }, { votes: 0, state: 'OPEN', closesAt: null }]);
  await restored.close();
});

it('PostgreSQL: names the commands, without the password, and is no success', async () => {
  const { code, out, err } = await backup('postgresql://bot:geheim@db.example.org/miteinander', 'x.dump');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain("pg_dump --format=custom --no-owner --no-privileges --file='x.dump' 'postgresql://bot@db.example.org/miteinander'");
  expect(err).toContain('While a secret vote is open such a copy holds who chose what');
  expect(err).not.toContain('geheim');
});
