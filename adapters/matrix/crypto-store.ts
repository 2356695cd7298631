import { deserialize, serialize } from 'node:v8';
import { DurableFactory, type Changes, type Keeper, type RawDatabase, type RawStore } from './crypto-store-hooks.ts';
import { StoreFile } from './crypto-store-file.ts';

interface Shape {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean }[];
}

/**
 * An IndexedDB that survives SIGKILL: a transaction is called complete only when it is on the disk (WAL, synchronous=FULL).
 * Invariant: what the crypto library has been told is saved, is saved; a commit that fails ends the process, for the library
 * would go on and that message's key would be lost for ever.
 */
export class CryptoStore {
  readonly file: StoreFile;
  readonly factory: DurableFactory;
  private readonly life: { open: boolean };

  private constructor(file: StoreFile, factory: DurableFactory, life: { open: boolean }) {
    this.file = file;
    this.factory = factory;
    this.life = life;
  }

  /** `onFatal` is told of the first commit that fails; from then on no transaction completes. Throws StoreProblem and SettingsProblem. */
  static async open(path: string, passphrase: string | null, onFatal: (error: unknown) => void): Promise<CryptoStore> {
    const file = new StoreFile(path, passphrase);
    try {
      const life = { open: true };
      const factory = await DurableFactory.create(keeperOf(file, life, onFatal));
      await replay(file, factory);
      factory.goLive();
      return new CryptoStore(file, factory, life);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** The global `indexedDB` is this one; to be called before anything opens a database. */
  install(): void {
    Object.defineProperty(globalThis, 'indexedDB', { value: this.factory, configurable: true, writable: true });
  }

  /** Waits for what is under way, then lets go of the file. */
  async close(): Promise<void> {
    while ([...this.factory.bases].some((base) => base.transactions.length > 0) && this.life.open) await new Promise((resolve) => setImmediate(resolve));
    this.life.open = false;
    this.file.close();
  }
}

function keeperOf(file: StoreFile, life: { open: boolean }, onFatal: (error: unknown) => void): Keeper {
  const save = (change: () => void): void => {
    if (!life.open) throw new Error('the store is closed');
    file.write(change);
  };
  return {
    changed: (base, changes) => save(() => saveChanges(file, base.name, changes)),
    schemaChanged: (base) => save(() => saveBase(file, base)),
    deleted: (name) => save(() => forget(file, name)),
    failed(error) {
      if (!life.open) return;
      life.open = false;
      onFatal(error);
    },
  };
}

function saveChanges(file: StoreFile, base: string, changes: Changes): void {
  for (const [store, keys] of changes) {
    for (const key of keys) saveRecord(file, base, store, key);
    if (store.keyGenerator !== null) file.run('UPDATE idb_store SET counter = ? WHERE base = ? AND name = ?', store.keyGenerator.num, base, store.name);
  }
}

function saveRecord(file: StoreFile, base: string, store: RawStore, key: unknown): void {
  const record = store.records.get(key);
  if (record === undefined) return file.run('DELETE FROM idb_record WHERE base = ? AND store = ? AND key = ?', base, store.name, keyText(key));
  const upsert = 'INSERT INTO idb_record (base, store, key, value) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
  file.run(upsert, base, store.name, keyText(key), serialize(record.value));
}

/** Rare (when the crypto library changes its schema), so everything is written anew. */
function saveBase(file: StoreFile, base: RawDatabase): void {
  forget(file, base.name);
  file.run('INSERT INTO idb_database (name, version) VALUES (?, ?)', base.name, base.version);
  for (const store of base.rawObjectStores.values()) {
    const indexes = [...store.rawIndexes.values()].map(({ name, keyPath, unique, multiEntry }) => ({ name, keyPath, unique, multiEntry }));
    const shape: Shape = { keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes };
    file.run('INSERT INTO idb_store (base, name, shape, counter) VALUES (?, ?, ?, ?)', base.name, store.name, JSON.stringify(shape), store.keyGenerator?.num ?? null);
    for (const key of store.getAllKeys()) saveRecord(file, base.name, store, key);
  }
}

function forget(file: StoreFile, base: string): void {
  file.run('DELETE FROM idb_database WHERE name = ?', base);
  file.run('DELETE FROM idb_store WHERE base = ?', base);
  file.run('DELETE FROM idb_record WHERE base = ?', base);
}

/** Through IndexedDB's public face, as if it had all just been written. */
async function replay(file: StoreFile, factory: DurableFactory): Promise<void> {
  for (const { name, version } of file.all<{ name: string; version: number }>('SELECT name, version FROM idb_database')) {
    const opening = factory.open(name, version) as unknown as IdbRequest<IdbDatabase>;
    opening.addEventListener('upgradeneeded', () => {
      for (const store of file.all<{ name: string; shape: string; counter: number | null }>('SELECT name, shape, counter FROM idb_store WHERE base = ?', name)) {
        const { keyPath, autoIncrement, indexes } = JSON.parse(store.shape) as Shape;
        const made = opening.result.createObjectStore(store.name, { keyPath, autoIncrement });
        for (const index of indexes) made.createIndex(index.name, index.keyPath, index);
        for (const { key, value } of file.all<{ key: string; value: Buffer }>('SELECT key, value FROM idb_record WHERE base = ? AND store = ?', name, store.name)) {
          made._rawObjectStore.storeRecord({ key: keyOf(key), value: deserialize(value) as unknown }, true);
        }
        if (store.counter !== null && made._rawObjectStore.keyGenerator !== null) made._rawObjectStore.keyGenerator.num = store.counter;
      }
    });
    await new Promise<void>((resolve, reject) => {
      opening.addEventListener('success', () => resolve());
      opening.addEventListener('error', () => reject(new Error(`the saved database ${name} could not be opened`)));
    });
    opening.result.close();
  }
}

interface IdbRequest<Result> {
  readonly result: Result;
  addEventListener(type: 'success' | 'error' | 'upgradeneeded', listener: () => void): void;
}

interface IdbDatabase {
  createObjectStore(name: string, options: { keyPath: string | string[] | null; autoIncrement: boolean }): IdbStore;
  close(): void;
}

interface IdbStore {
  readonly _rawObjectStore: RawStore;
  createIndex(name: string, keyPath: string | string[], options: { unique: boolean; multiEntry: boolean }): void;
}

type TaggedKey = readonly ['text' | 'number' | 'date' | 'bytes', string | number] | readonly ['list', readonly TaggedKey[]];

/** One text for each key: v8's form of a string depends on how it was built, and equal keys must meet. */
function keyText(key: unknown): string {
  return JSON.stringify(tagged(key));
}

function tagged(key: unknown): TaggedKey {
  if (typeof key === 'string') return ['text', key];
  if (typeof key === 'number') return ['number', Number.isFinite(key) ? key : String(key)];
  if (key instanceof Date) return ['date', key.getTime()];
  if (Array.isArray(key)) return ['list', key.map(tagged)];
  if (key instanceof ArrayBuffer) return ['bytes', Buffer.from(key).toString('base64')];
  if (ArrayBuffer.isView(key)) return ['bytes', Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('base64')];
  throw new TypeError('not a key of IndexedDB');
}

function keyOf(text: string): unknown {
  return untagged(JSON.parse(text) as TaggedKey);
}

function untagged([kind, value]: TaggedKey): unknown {
  switch (kind) {
    case 'text':
      return value;
    case 'number':
      return Number(value);
    case 'date':
      return new Date(value);
    case 'bytes':
      return new Uint8Array(Buffer.from(String(value), 'base64')).buffer;
    case 'list':
      return value.map(untagged);
  }
}
