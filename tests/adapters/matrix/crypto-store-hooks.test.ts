import { beforeEach, describe, expect, test } from 'vitest';
import { DurableFactory, type Keeper } from '../../../adapters/matrix/crypto-store-hooks.ts';
import { open, put, read, type Base, type Store } from './idb.ts';

/**
 * The contract with fake-indexeddb: every way a record can change goes through what we hook, names its transaction, and
 * is told before anybody hears 'complete'. It fails when a new version goes another way.
 */
let told: string[];
let factory: DurableFactory;
let base: Base;

const keeper: Keeper = {
  changed: (raw, changes) => {
    for (const [store, keys] of changes) told.push(`${raw.name}.${store.name}: ${keys.map((key) => `${String(key)}=${String(store.records.get(key)?.value)}`).join(', ')}`);
  },
  schemaChanged: (raw) => told.push(`${raw.name} ${raw.version}: ${[...raw.rawObjectStores.values()].map(({ name, keyPath, autoIncrement, rawIndexes }) => [name, keyPath, autoIncrement, ...rawIndexes.keys()].join(' ')).join(', ')}`),
  deleted: (name) => told.push(`${name} deleted`),
  failed: (error) => told.push(`failed: ${String(error)}`),
};

beforeEach(async () => {
  told = [];
  factory = await DurableFactory.create(keeper);
  factory.goLive();
  base = await open(factory, 'b', 1, (fresh) => {
    fresh.createObjectStore('s');
    fresh.createObjectStore('n', { keyPath: 'id', autoIncrement: true }).createIndex('i', 'x', { unique: true, multiEntry: false });
  });
  for (const key of ['k1', 'k2', 'k3']) await put(base, 's', 'old', key);
});

const change = async (work: (store: Store) => void): Promise<void> => {
  told = [];
  await base.transaction('s', 'readwrite', (transaction) => work(transaction.objectStore('s')));
};

test('a schema is told when it is whole, and every database on its own', () => {
  expect(told).toEqual(['b 1: s  false, n id true i', 'b.s: k1=old', 'b.s: k2=old', 'b.s: k3=old']);
});

describe('every way to change a record is told with its keys', () => {
  const ways: readonly (readonly [string, (store: Store) => void, string])[] = [
    ['put', (store) => store.put('new', 'k1'), 'k1=new'],
    ['add', (store) => store.add('new', 'k4'), 'k4=new'],
    ['delete one', (store) => store.delete('k2'), 'k2=undefined'],
    ['delete a range', (store) => store.delete(range('k2', 'k9')), 'k2=undefined, k3=undefined'],
    ['clear', (store) => store.clear(), 'k1=undefined, k2=undefined, k3=undefined'],
    ['a cursor that updates and deletes', walk, 'k1=walked, k2=undefined, k3=walked'],
    ['several together', (store) => [store.put('new', 'k1'), store.delete('k1'), store.put('newest', 'k3')], 'k1=undefined, k1=undefined, k3=newest'],
  ];
  test.each(ways)('%s', async (_way, work, expected) => {
    await change(work);
    expect(told).toEqual([`b.s: ${expected}`]);
  });
});

test('an insertion that its index refuses is undone and not told as made', async () => {
  await base.transaction('n', 'readwrite', (transaction) => transaction.objectStore('n').put({ x: 1 }));
  told = [];
  await base.transaction('n', 'readwrite', (transaction) => {
    const refused = transaction.objectStore('n').put({ x: 1 }) as unknown as { addEventListener(type: 'error', listener: (event: { preventDefault(): void }) => void): void };
    refused.addEventListener('error', (event) => event.preventDefault());
    transaction.objectStore('n').put({ x: 2 });
  });
  expect(await base.request('n', (store) => store.getAll())).toEqual([{ id: 1, x: 1 }, { id: 2, x: 2 }]);
  expect(told).toEqual(['b.n: 2=[object Object]']);
});

test('reading, and what was aborted, is not told', async () => {
  told = [];
  await read(base, 's', 'k1');
  await expect(
    base.transaction('s', 'readwrite', (transaction) => {
      transaction.objectStore('s').put('new', 'k1');
      transaction.abort();
    }),
  ).rejects.toThrow('aborted');
  expect(told).toEqual([]);
});

test('nobody hears complete before the keeper is done, and nobody at all when it fails', async () => {
  told = [];
  await change((store) => store.put('new', 'k1')).then(() => told.push('complete'));
  expect(told).toEqual(['b.s: k1=new', 'complete']);
  const failing = await DurableFactory.create({ ...keeper, changed: () => { throw new Error('disk'); } });
  failing.goLive();
  const other = await open(failing, 'b', 1, (fresh) => fresh.createObjectStore('s'));
  told = [];
  void put(other, 's', 1, 'k').then(() => told.push('complete'));
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(told).toEqual(['failed: Error: disk']);
});

test('a deleted database is told', async () => {
  base.close();
  told = [];
  await new Promise((resolve) => factory.deleteDatabase('b').addEventListener('success', () => resolve(null)));
  expect(told).toEqual(['b deleted']);
});

function range(from: string, to: string): unknown {
  return (globalThis as unknown as { IDBKeyRange: { bound(from: string, to: string): unknown } }).IDBKeyRange.bound(from, to);
}

function walk(store: Store): void {
  const asked = store.openCursor();
  asked.addEventListener('success', () => {
    const cursor = asked.result;
    if (cursor === null) return;
    if (cursor.key === 'k2') cursor.delete();
    else cursor.update('walked');
    cursor.continue();
  });
}
