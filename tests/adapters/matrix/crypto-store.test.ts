import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CryptoStore } from '../../../adapters/matrix/crypto-store.ts';
import { StoreFile, StoreProblem } from '../../../adapters/matrix/crypto-store-file.ts';
import { SettingsProblem } from '../../../src/ports/messenger.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { open, put, read, type Base } from './idb.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  path = join(folder, 'matrix.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function opened(passphrase: string | null = null, onFatal: (error: unknown) => void = (error) => expect.unreachable(String(error))): Promise<CryptoStore> {
  return CryptoStore.open(path, passphrase, onFatal);
}

async function withBase<Result>(use: (base: Base, store: CryptoStore) => Promise<Result>, passphrase: string | null = null): Promise<Result> {
  const store = await opened(passphrase);
  const base = await open(store.factory, 'keys', 1, (fresh) => {
    fresh.createObjectStore('sessions').createIndex('by room', 'room', { unique: false, multiEntry: false });
    fresh.createObjectStore('numbered', { keyPath: 'id', autoIncrement: true });
  });
  try {
    return await use(base, store);
  } finally {
    base.close();
    await store.close();
  }
}

describe('what was saved is there at the next start', () => {
  test('records of every kind, deletions, indexes and counters', async () => {
    const binary = new Uint8Array([0, 1, 255]);
    await withBase(async (base) => {
      await put(base, 'sessions', { room: 'r1', secret: binary, when: new Date(5), nothing: undefined }, 'one');
      await put(base, 'sessions', { room: 'r2' }, ['two', 2]);
      await put(base, 'sessions', { room: 'r1' }, binary);
      await put(base, 'sessions', { room: 'r3' }, 'gone');
      await put(base, 'numbered', { text: 'first' });
      await base.transaction('sessions', 'readwrite', (transaction) => transaction.objectStore('sessions').delete('gone'));
    });
    await withBase(async (base) => {
      expect(await read(base, 'sessions', 'one')).toEqual({ room: 'r1', secret: binary, when: new Date(5), nothing: undefined });
      expect(await read(base, 'sessions', ['two', 2])).toEqual({ room: 'r2' });
      expect(await read(base, 'sessions', binary)).toEqual({ room: 'r1' });
      expect(await read(base, 'sessions', 'gone')).toBeUndefined();
      expect(await base.request('sessions', (store) => store.index('by room').getAllKeys('r1'))).toHaveLength(2);
      await put(base, 'numbered', { text: 'second' });
      expect(await base.request('numbered', (store) => store.getAll())).toEqual([{ id: 1, text: 'first' }, { id: 2, text: 'second' }]);
    });
  });

  test('a key is the same key however its text came about', async () => {
    const wide = 'ä€'.slice(0, 1);
    await withBase(async (base) => {
      await put(base, 'sessions', 'old', 'ä');
      await put(base, 'sessions', 'new', wide);
    });
    await withBase(async (base) => {
      expect(await base.request('sessions', (store) => store.getAll())).toEqual(['new']);
    });
  });

  test('a new version of the schema, with what it moved, and a deleted database', async () => {
    await withBase(async (base, store) => {
      await put(base, 'sessions', 'kept', 'one');
      base.close();
      const next = await open(store.factory, 'keys', 2, (fresh, transaction) => {
        fresh.deleteObjectStore('numbered');
        fresh.createObjectStore('added').put('inside', 'here');
        transaction.objectStore('sessions').put('moved', 'two');
      });
      next.close();
      const scratch = await open(store.factory, 'scratch', 1, (fresh) => fresh.createObjectStore('s').put(1, 'a'));
      scratch.close();
      await new Promise((resolve) => store.factory.deleteDatabase('scratch').addEventListener('success', () => resolve(null)));
    });
    const store = await opened();
    const base = await open(store.factory, 'keys', 2, () => expect.unreachable('the version was not kept'));
    expect(base.names).toEqual(['added', 'sessions']);
    expect([await read(base, 'sessions', 'one'), await read(base, 'sessions', 'two'), await read(base, 'added', 'here')]).toEqual(['kept', 'moved', 'inside']);
    await open(store.factory, 'scratch', 1, (fresh) => expect(fresh.createObjectStore('s')).toBeDefined());
    await store.close();
  });

  test('an aborted transaction leaves nothing', async () => {
    await withBase(async (base) => {
      await put(base, 'sessions', 'before', 'one');
      await expect(
        base.transaction('sessions', 'readwrite', (transaction) => {
          transaction.objectStore('sessions').put('after', 'one');
          transaction.objectStore('sessions').put('new', 'two');
          transaction.abort();
        }),
      ).rejects.toThrow('aborted');
    });
    await withBase(async (base) => expect(await base.request('sessions', (store) => store.getAll())).toEqual(['before']));
  });
});

test('a commit that fails is told, and the transaction never completes, nor does any later one', async () => {
  const told: unknown[] = [];
  const store = await opened(null, (error) => told.push(error));
  const base = await open(store.factory, 'keys', 1, (fresh) => fresh.createObjectStore('sessions'));
  await put(base, 'sessions', 'saved', 'one');
  // The table is taken away under it, as a broken disk would.
  store.file.run('ALTER TABLE idb_record RENAME TO hidden');
  const completed: string[] = [];
  void put(base, 'sessions', 'lost', 'two').then(() => completed.push('two'));
  await expect.poll(() => told.length).toBe(1);
  store.file.run('ALTER TABLE hidden RENAME TO idb_record');
  void put(base, 'sessions', 'late', 'three').then(() => completed.push('three'));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(completed).toEqual([]);
  expect(told).toHaveLength(1);
  await store.close();
  await withBase(async (again) => expect(await again.request('sessions', (kept) => kept.getAll())).toEqual(['saved']));
});

describe('SIGKILL', () => {
  test('twelve kills in the middle of writing: what was reported saved is there, and pairs are whole', async () => {
    let said = -1;
    for (let kill = 0; kill < 12; kill++) {
      const child = spawn(process.execPath, [join(import.meta.dirname, '../../support/matrix/store-child.ts'), path, String(said + 1)], { stdio: ['ignore', 'pipe', 'inherit'] });
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      await expect.poll(() => output.includes('\n'), { timeout: 10_000 }).toBe(true);
      await delay(Math.random() * 60);
      child.kill('SIGKILL');
      await once(child, 'close');
      said = Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
      const store = await opened();
      const base = await open(store.factory, 'sessions', 1, () => expect.unreachable('the database is gone'));
      const keys = (await base.request('ratchet', (kept) => kept.getAllKeys())) as string[];
      const [as, bs] = ['a', 'b'].map((letter) => keys.filter((key) => key.startsWith(letter)).length);
      expect(as).toBe(bs);
      expect(as).toBeGreaterThanOrEqual(said + 1);
      said = (as ?? 0) - 1;
      base.close();
      await store.close();
    }
    expect(said).toBeGreaterThan(100);
  });
});

describe('the file', () => {
  test('is for its owner only', async () => {
    await withBase(async (base) => {
      await put(base, 'sessions', 1, 'one');
      for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    });
  });

  test('a second process is refused with one sentence and exit code 75', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../support/matrix/store-child.ts'), path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const refusal = await opened().then(() => null, (error: unknown) => error);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(refusal).toBeInstanceOf(StoreProblem);
    expect(refusal).toMatchObject({ exitCode: 75, message: `Another instance already uses the Matrix key store ${path}; stop it first, or leave it to this one to try again whenever it is restarted.` });
  });

  test('on a full disk the start may be tried again: exit code 75', async ({ skip }) => {
    const disk = smallDisk();
    if (typeof disk === 'string') return skip(disk);
    try {
      path = join(disk.folder, 'matrix.db');
      const makeRoom = disk.fill();
      await expect(opened()).rejects.toMatchObject({ exitCode: 75, message: `The disk that holds the Matrix key store ${path} is full; make room, and the next start goes on.` });
      makeRoom();
      await (await opened()).close();
    } finally {
      disk.remove();
    }
  });

  test('what is no store, or of a newer version, is refused for a person to look at', async () => {
    const file = new StoreFile(path, null);
    file.run('PRAGMA user_version = 99');
    file.close();
    await expect(opened()).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('newer version') as string });
    await expect(CryptoStore.open(folder, null, () => {})).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('cannot be opened') as string });
    const letter = join(folder, 'letter.txt');
    writeFileSync(letter, 'Dear Sir or Madam,'.repeat(99));
    await expect(CryptoStore.open(letter, null, () => {})).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('damaged') as string });
  });

  test('with a passphrase holds no secret in the clear, and opens with no other', async () => {
    const store = await opened('open sesame');
    expect(store.file.seal.storageKey).toHaveLength(32);
    store.file.setEntry('account', 'token', 'syt_very_secret');
    await store.close();
    expect(readFileSync(path, 'latin1')).not.toContain('syt_very');
    for (const [wrong, sentence] of [['other', 'does not open'], [null, 'is encrypted']] as const) {
      const refusal: unknown = await opened(wrong).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(SettingsProblem);
      expect(String(refusal)).toContain('MATRIX_STORE_PASSPHRASE');
      expect(String(refusal)).toContain(sentence);
    }
    const again = await opened('open sesame');
    expect(again.file.entry('account', 'token')).toBe('syt_very_secret');
    await again.close();
  });

  test('made without a passphrase does not take one later', async () => {
    await (await opened()).close();
    await expect(opened('late')).rejects.toThrow('remove MATRIX_STORE_PASSPHRASE');
  });
});
