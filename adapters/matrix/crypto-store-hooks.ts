import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange, IDBTransaction } from 'fake-indexeddb';

/**
 * Where we reach into fake-indexeddb 6.2.8, which is why its version is pinned: the inner object store through which every
 * change of a record goes, the log of undo steps that names the transaction of a change, and the event 'complete',
 * before which a change must be on the disk. tests/adapters/matrix/crypto-store-hooks.test.ts fails where these change.
 */
export interface RawStore {
  readonly name: string;
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly keyGenerator: { num: number } | null;
  readonly rawIndexes: ReadonlyMap<string, { readonly name: string; readonly keyPath: string | string[]; readonly unique: boolean; readonly multiEntry: boolean }>;
  readonly records: { get(key: unknown): { readonly value: unknown } | undefined };
  getAllKeys(range?: unknown): unknown[];
  storeRecord: (this: RawStore, record: unknown, noOverwrite: boolean, undo?: object) => unknown;
  deleteRecord: (this: RawStore, key: unknown, undo?: object) => void;
  clear: (this: RawStore, undo?: object) => void;
}

export interface RawDatabase {
  readonly name: string;
  readonly version: number;
  readonly rawObjectStores: ReadonlyMap<string, RawStore>;
  readonly transactions: readonly unknown[];
}

interface Transaction {
  readonly mode: 'readonly' | 'readwrite' | 'versionchange';
  readonly db: { readonly _rawDatabase: RawDatabase };
  readonly _rollbackLog: object;
}

/** The keys that a transaction changed, by store. What became of them is read when it completes. */
export type Changes = ReadonlyMap<RawStore, readonly unknown[]>;

/** Makes changes durable. What it throws stops the transaction: nobody is told that it completed. */
export interface Keeper {
  /** The schema, and with it everything in the database, may be new. */
  schemaChanged(base: RawDatabase): void;
  changed(base: RawDatabase, changes: Changes): void;
  deleted(name: string): void;
  failed(error: unknown): void;
}

const keepers = new WeakMap<RawDatabase, Keeper>();
const touched = new WeakMap<object, Map<RawStore, unknown[]>>();
let hooked: Promise<void> | null = null;

interface Request {
  readonly result: { readonly _rawDatabase: RawDatabase };
  addEventListener(type: string, listener: () => void): void;
}

/** Their types are the browser's, which this project does not have. */
const Factory = IDBFactory as unknown as new () => { open(name: string, version?: number): Request; deleteDatabase(name: string): Request };

/** An `indexedDB` whose transactions complete only after its keeper has made them durable. */
export class DurableFactory extends Factory {
  private readonly keeper: Keeper;
  /** Until then it is filled from what is durable already. */
  private live = false;
  readonly bases = new Set<RawDatabase>();

  static async create(keeper: Keeper): Promise<DurableFactory> {
    await (hooked ??= hook());
    return new DurableFactory(keeper);
  }

  private constructor(keeper: Keeper) {
    super();
    this.keeper = keeper;
  }

  /** From here on what happens is kept. */
  goLive(): void {
    this.live = true;
  }

  override open(name: string, version?: number): Request {
    const request = version === undefined ? super.open(name) : super.open(name, version);
    if (this.live) for (const type of ['upgradeneeded', 'success']) request.addEventListener(type, () => this.keep(request.result._rawDatabase));
    return request;
  }

  override deleteDatabase(name: string): Request {
    const request = super.deleteDatabase(name);
    if (this.live) request.addEventListener('success', () => guarded(this.keeper, () => this.keeper.deleted(name)));
    return request;
  }

  private keep(base: RawDatabase): void {
    keepers.set(base, this.keeper);
    this.bases.add(base);
  }
}

async function hook(): Promise<void> {
  const store = await innerStore();
  const { storeRecord, deleteRecord, clear } = store;
  store.storeRecord = function (record, noOverwrite, undo) {
    const key = storeRecord.call(this, record, noOverwrite, undo);
    note(this, undo, [key]);
    return key;
  };
  store.deleteRecord = function (key, undo) {
    const keys = key instanceof IDBKeyRange ? this.getAllKeys(key) : [key];
    deleteRecord.call(this, key, undo);
    note(this, undo, keys);
  };
  store.clear = function (undo) {
    const keys = this.getAllKeys();
    clear.call(this, undo);
    note(this, undo, keys);
  };
  const transaction = IDBTransaction.prototype as { dispatchEvent: (this: Transaction, event: { readonly type: string }) => boolean };
  const { dispatchEvent } = transaction;
  transaction.dispatchEvent = function (event) {
    return event.type === 'complete' && !settled(this) ? false : dispatchEvent.call(this, event);
  };
}

function note(store: RawStore, undo: object | undefined, keys: readonly unknown[]): void {
  if (undo === undefined) return;
  const stores = touched.get(undo) ?? new Map<RawStore, unknown[]>();
  touched.set(undo, stores);
  const known = stores.get(store);
  if (known === undefined) stores.set(store, [...keys]);
  else known.push(...keys);
}

/** Whether a transaction may be called complete: it changed nothing that is kept, or that is durable now. */
function settled({ mode, db, _rollbackLog }: Transaction): boolean {
  const keeper = keepers.get(db._rawDatabase);
  if (keeper === undefined || mode === 'readonly') return true;
  const changes = touched.get(_rollbackLog);
  touched.delete(_rollbackLog);
  if (mode === 'versionchange') return guarded(keeper, () => keeper.schemaChanged(db._rawDatabase));
  return changes === undefined || guarded(keeper, () => keeper.changed(db._rawDatabase, changes));
}

function guarded(keeper: Keeper, save: () => void): boolean {
  try {
    save();
    return true;
  } catch (error) {
    keeper.failed(error);
    return false;
  }
}

/** fake-indexeddb does not export its inner store; a throwaway database shows it. */
async function innerStore(): Promise<RawStore> {
  const opening = new IDBFactory().open('probe', 1);
  return new Promise((resolve, reject) => {
    opening.addEventListener('upgradeneeded', () => resolve(Object.getPrototypeOf(opening.result.createObjectStore('probe')._rawObjectStore) as RawStore));
    opening.addEventListener('error', () => reject(new Error('fake-indexeddb opens no database')));
  });
}
