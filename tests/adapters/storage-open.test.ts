import { fork } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../adapters/storage/database.ts';
import { examineDatabase } from '../../adapters/storage/doctor.ts';
import { CommitFailed, DatabaseBusy, DatabaseInUse, DatabaseUnusable } from '../../adapters/storage/errors.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { SqliteConnection } from '../../adapters/storage/sqlite-connection.ts';
import { openStore, storeOn } from '../../adapters/storage/store.ts';

const at = 0 as Instant;
let folder: string;
let file: string;
const onFatal = vi.fn<(error: CommitFailed) => void>();
const open = () => openStore(`file:${file}`, { onFatal });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
  file = join(folder, 'data/town.db');
  onFatal.mockReset();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function made(): Promise<void> {
  const store = await open();
  await store.transact(async (unit) => {
    for (let index = 0; index < 2_000; index += 1) unit.kernel.setMarker(`key ${index}`, 'x'.repeat(200));
  });
  await store.close();
}

describe('opening a SQLite file', () => {
  test('makes folder and schema the first time, and finds everything again', async () => {
    await made();
    const store = await open();
    expect(await store.view((records) => records.kernel.marker('key 7'))).toBe('x'.repeat(200));
    await store.close();
  });

  test('one instance only, with exit code 75', async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(DatabaseInUse);
    await expect(open()).rejects.toMatchObject({ exitCode: 75 });
    await first.close();
    await (await open()).close();
  });

  test('the lock of a killed process does not outlive it', async () => {
    await made();
    const holder = fork(new URL('../support/hold-store.ts', import.meta.url), [`file:${file}`], { stdio: 'ignore' });
    await new Promise((resolve) => holder.once('message', resolve));
    await expect(open()).rejects.toThrow(DatabaseInUse);
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    holder.kill('SIGKILL');
    await ended;
    await (await open()).close();
  });

  test('never begins with an empty database in the place of one that got lost', async () => {
    await made();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    await expect(open()).rejects.toThrow(/is gone although it existed before; restore a backup, or delete .*town\.db\.exists/);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, '');
    await expect(open()).rejects.toThrow(DatabaseUnusable);
  });

  test('never begins on an empty file, whoever left it there', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(file, '');
    await expect(open()).rejects.toMatchObject({ exitCode: 78, message: `The database ${file} is an empty file, which none of ours ever is; restore a backup, or delete the file to begin with an empty database.` });
    expect(statSync(file).size).toBe(0);
    rmSync(file);
    await (await open()).close();
  });

  test('a first start that was killed leaves nothing a second one stumbles over', async () => {
    mkdirSync(join(folder, 'data'));
    for (const end of ['.new', '.new-wal', '.new-shm', '-wal']) writeFileSync(`${file}${end}`, 'half');
    await (await open()).close();
    expect(readdirSync(join(folder, 'data')).sort()).toEqual(['town.db', 'town.db.exists', 'town.db.lock']);
  });

  test('something that is no database', async () => {
    await made();
    writeFileSync(file, 'This is a letter to the mayor. '.repeat(1_000));
    await expect(open()).rejects.toThrow(/is damaged or no database at all; restore the last backup/);
  });

  test('a damaged page', async () => {
    await made();
    const handle = openSync(file, 'r+');
    const middle = Math.floor(statSync(file).size / 4096 / 2) * 4096;
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, middle);
    closeSync(handle);
    await expect(open()).rejects.toThrow(/damaged.*restore the last backup/);
  });

  test('a path that cannot be written', async () => {
    mkdirSync(file, { recursive: true });
    await expect(open()).rejects.toThrow(/cannot be opened for writing; check/);
    file = join(folder, 'file/town.db');
    writeFileSync(join(folder, 'file'), 'x');
    await expect(open()).rejects.toThrow(/cannot be opened for writing; check/);
  });

  test('a link to a folder that is not there yet, as before its disk is mounted, may be tried again; a link to a file is followed', async () => {
    symlinkSync(join(folder, 'disk'), join(folder, 'data'));
    await expect(open()).rejects.toMatchObject({ exitCode: 75, message: `The folder of ${file} leads nowhere; mount its disk or mend the link, and the next start goes on.` });
    expect(await examineDatabase(`file:${file}`, 0)).toEqual([{ level: 'bad', what: `the folder of ${file} leads nowhere`, remedy: 'mount its disk or mend the link, and the next start goes on' }]);
    mkdirSync(join(folder, 'disk'));
    symlinkSync('other.db', file);
    await (await open()).close();
    expect(readdirSync(join(folder, 'disk'))).toContain('other.db');
  });

  test('another address than SQLite or PostgreSQL', async () => {
    await expect(openStore('mysql://localhost/town', { onFatal })).rejects.toMatchObject({ exitCode: 78 });
  });
});

describe('an open store', () => {
  test('waits for other programs, then says that the database is busy and goes on later', { timeout: 20_000 }, async () => {
    const store = await open();
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const write = () => store.transact(async (unit) => unit.kernel.setMarker('a', '1'));
    await expect(write()).rejects.toThrow(DatabaseBusy);
    expect(await store.view((records) => records.kernel.marker('a'))).toBeNull();
    other.close();
    await write();
    expect(onFatal).not.toHaveBeenCalled();
    await store.close();
  });

  test('a failed commit is the end: nothing is acknowledged any more', async () => {
    const store = await open();
    await store.transact(async (unit) => unit.kernel.setMarker('before', '1'));
    const works = Reflect.get(SqliteConnection.prototype, 'execute') as () => number;
    const spy = vi.spyOn(SqliteConnection.prototype, 'execute').mockImplementation(function execute(this: SqliteConnection, query) {
      if (query.sql === 'COMMIT') throw new Error('disk I/O error');
      return Reflect.apply(works, this, [query]) as number;
    });
    const write = (key: string) => store.transact(async (unit) => unit.kernel.setMarker(key, '1'));
    const both = await Promise.allSettled([write('lost'), write('after')]);
    expect(both.map((each) => each.status)).toEqual(['rejected', 'rejected']);
    spy.mockRestore();
    await expect(write('later')).rejects.toThrow(CommitFailed);
    await expect(store.view((records) => records.kernel.marker('before'))).rejects.toMatchObject({ exitCode: 70 });
    expect(onFatal).toHaveBeenCalledOnce();
    await store.close();
    const again = await open();
    const kept = await again.view(async ({ kernel }) => Promise.all(['before', 'lost', 'after', 'later'].map((key) => kernel.marker(key))));
    expect(kept).toEqual(['1', null, null, null]);
    await again.close();
  });

  test('a full disk undoes the whole transaction, is blamed on no attempt, and passes', async () => {
    const database = await openDatabase(`file:${file}`, { onFatal });
    const store = storeOn(database);
    const cap = (pages: number) => database.transact((sql) => sql.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`));
    const fill = () =>
      store.transact(async (unit) => {
        const { kernel } = unit;
        kernel.setMarker('before', '1');
        const failing = unit.attempt(async () => {
          for (let index = 0; index < 500; index += 1) kernel.putDialog({ id: `${index}`, command: 'x'.repeat(2_000), data: {}, startedAt: at, expiresAt: at });
          await kernel.moveChat('telegram', '1', '2');
        });
        await failing.catch(() => {});
        kernel.setMarker('after', '1');
      });
    await cap(100);
    await expect(fill()).rejects.toThrow(/full/);
    expect(await store.view(({ kernel }) => Promise.all([kernel.marker('before'), kernel.marker('after')]))).toEqual([null, null]);
    await cap(100_000);
    await fill();
    expect(await store.view(({ kernel }) => kernel.marker('after'))).toBe('1');
    expect(onFatal).not.toHaveBeenCalled();
    await store.close();
  });

  test('a transaction inside a transaction is refused, not waited for', async () => {
    const store = await open();
    await expect(store.transact(() => store.transact(async () => 1))).rejects.toThrow('inside a transaction');
    await expect(store.transact(() => store.view(async () => 1))).rejects.toThrow('inside a transaction');
    await store.close();
  });

  test('what is not awaited cannot write after the commit', async () => {
    const store = await open();
    const kept = await store.transact(async (unit) => unit);
    expect(() => kept.kernel.setMarker('late', '1')).toThrow('has ended');
    await store.close();
  });

  test('a view cannot write', async () => {
    const store = await open();
    await expect(store.view(async (records) => records.kernel.setMarker('a', '1'))).rejects.toThrow('A view cannot write');
    await expect(store.view((records) => records.kernel.forgetInbox(at))).rejects.toThrow('A view cannot write');
    await store.close();
  });

  test('after a scrub nothing is left either where rows once stood and were moved from page to page', async () => {
    const store = await open();
    // Repeatable: the same rows move in the same way.
    let seed = 1;
    const dice = (sides: number): number => Math.floor(((seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32) * sides);
    const people = Array.from({ length: 3_000 }, (_, i) => `P${String(i).padStart(6, '0')}${dice(1e9).toString(36).padStart(9, 'x')}`);
    const vote = (personId: string, choice: number[] | null) => ({ decisionId: dice(3) === 0 ? 'bbbbbbbbbbbbbbbb' : 'aaaaaaaaaaaaaaaa', personId, choice, channel: 'TELEGRAM' as const, enteredBy: dice(5) === 0 ? 'leaderleaderlead' : null, castAt: at });
    for (let i = 0; i < 240; i += 1) {
      await store.transact(async ({ decisions }) => {
        for (let k = 0; k < 37; k += 1) decisions.putVote(vote(people[dice(people.length)]!, Array.from({ length: 1 + dice(10) }, (_, option) => option)));
      });
    }
    await store.transact(async ({ decisions }) => {
      for (const each of [...(await decisions.votes('aaaaaaaaaaaaaaaa')), ...(await decisions.votes('bbbbbbbbbbbbbbbb'))]) {
        if (dice(10) === 0) decisions.removeVote(each);
        else decisions.putVote({ ...each, choice: null, enteredBy: null });
      }
    });
    expect(await store.scrub()).toBe(true);
    const bytes = [file, `${file}-wal`].filter((path) => existsSync(path)).map((path) => readFileSync(path).toString('latin1')).join('');
    expect(people.filter((id) => bytes.includes(`${id}[0`))).toEqual([]);
    await store.close();
  }, 60_000);

  test('after a scrub, who was erased is gone from the files too', async () => {
    const store = await open();
    const inFiles = () => [file, `${file}-wal`].filter((path) => existsSync(path) && readFileSync(path).includes('Unverwechselbar'));
    const person = { id: 'p', name: 'Frau Unverwechselbar', language: null, noticeAt: null, createdAt: at };
    await store.transact(async (unit) => unit.people.putPerson(person));
    expect(inFiles()).toHaveLength(1);
    await Promise.all([
      store.transact(async (unit) => unit.people.removePerson('p')),
      store.view(async ({ kernel }) => kernel.rooms()),
      store.transact(async (unit) => unit.kernel.setMarker('busy', '1')),
    ]);
    const reader = new Sqlite(file, { readonly: true });
    reader.exec('BEGIN; SELECT 1 FROM Marker');
    expect([await store.scrub(), inFiles()]).toEqual([false, [`${file}-wal`]]);
    reader.close();
    expect([await store.scrub(), inFiles()]).toEqual([true, []]);
    await store.close();
  });
});
