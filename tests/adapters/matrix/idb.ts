import type { DurableFactory } from '../../../adapters/matrix/crypto-store-hooks.ts';

/** As much of the browser's IndexedDB as the tests use. */
export interface Store {
  put(value: unknown, key?: unknown): IdbRequest<unknown>;
  add(value: unknown, key?: unknown): IdbRequest<unknown>;
  delete(key: unknown): IdbRequest<unknown>;
  clear(): IdbRequest<unknown>;
  get(key: unknown): IdbRequest<unknown>;
  getAll(): IdbRequest<unknown[]>;
  getAllKeys(): IdbRequest<unknown[]>;
  openCursor(): IdbRequest<Cursor | null>;
  index(name: string): { getAllKeys(key: unknown): IdbRequest<unknown[]> };
  createIndex(name: string, keyPath: string, options: { unique: boolean; multiEntry: boolean }): void;
}

export interface Cursor {
  readonly key: unknown;
  update(value: unknown): void;
  delete(): void;
  continue(): void;
}

export interface Transaction {
  objectStore(name: string): Store;
  abort(): void;
}

interface IdbRequest<Result> {
  readonly result: Result;
  addEventListener(type: 'success' | 'error' | 'upgradeneeded', listener: () => void): void;
}

interface RawTransaction extends Transaction {
  addEventListener(type: 'complete' | 'abort', listener: () => void): void;
}

interface RawBase {
  readonly objectStoreNames: Iterable<string>;
  createObjectStore(name: string, options?: { keyPath: string; autoIncrement: boolean }): Store;
  deleteObjectStore(name: string): void;
  transaction(store: string, mode: string): RawTransaction;
  close(): void;
}

export interface Base {
  readonly names: readonly string[];
  /** Resolves when the transaction says that it is complete. */
  transaction(store: string, mode: 'readonly' | 'readwrite', work: (transaction: Transaction) => void): Promise<void>;
  request<Result>(store: string, ask: (store: Store) => IdbRequest<Result>): Promise<Result>;
  close(): void;
}

export async function open(factory: DurableFactory, name: string, version: number, upgrade: (fresh: RawBase, transaction: Transaction) => void): Promise<Base> {
  const opening = factory.open(name, version) as unknown as IdbRequest<RawBase> & { transaction: Transaction };
  const raw = await new Promise<RawBase>((resolve, reject) => {
    opening.addEventListener('upgradeneeded', () => upgrade(opening.result, opening.transaction));
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('not opened')));
  });
  return {
    names: [...raw.objectStoreNames],
    transaction: async (store, mode, work) =>
      new Promise((resolve, reject) => {
        const transaction = raw.transaction(store, mode);
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => reject(new Error('aborted')));
        work(transaction);
      }),
    request: async (store, ask) =>
      new Promise((resolve, reject) => {
        const request = ask(raw.transaction(store, 'readonly').objectStore(store));
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('refused')));
      }),
    close: () => raw.close(),
  };
}

export const put = async (base: Base, store: string, value: unknown, key?: unknown): Promise<void> =>
  base.transaction(store, 'readwrite', (transaction) => (key === undefined ? transaction.objectStore(store).put(value) : transaction.objectStore(store).put(value, key)));

export const read = async (base: Base, store: string, key: unknown): Promise<unknown> => base.request(store, (kept) => kept.get(key));
