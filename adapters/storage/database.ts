import { AsyncLocalStorage } from 'node:async_hooks';
import { resolve } from 'node:path';
import { PrismaClient } from '../../prisma/generated/sqlite/client.ts';
import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import { CommitFailed, DatabaseBusy, DatabaseUnusable } from './errors.ts';
import { SqliteDriver } from './sqlite-driver.ts';
import { isBusy } from './sqlite-errors.ts';
import { prepareSqlite } from './sqlite-open.ts';

/** Prisma inside one transaction. The two clients differ in type only; SQLite's is the smaller set. */
export type Sql = Prisma.TransactionClient;
export type Provider = 'sqlite' | 'postgresql';

export interface DatabaseOptions {
  /** Called once, when nothing may be acknowledged any more: log it and exit with its code. */
  readonly onFatal: (error: CommitFailed) => void;
  /** Another folder of migrations, for tests. */
  readonly migrations?: string;
}

/** Long, because our own code decides when to stop; a hung transaction must still end some day. */
const patience = { maxWait: 600_000, timeout: 600_000 };

/** No excerpt of our code or of values in errors; without it Prisma takes down a stack trace at every query. */
const errorFormat = 'minimal';

/** @throws StorageError with one sentence for the operator. */
export async function openDatabase(url: string, options: DatabaseOptions): Promise<Database> {
  if (url.startsWith('file:')) {
    const path = resolve(url.slice('file:'.length).replace(/\?.*$/, ''));
    const release = await prepareSqlite(path, options.migrations);
    const driver = new SqliteDriver(path);
    const client = new PrismaClient({ adapter: driver, errorFormat });
    return new Database({ provider: 'sqlite', client, onFatal: options.onFatal, scrub: () => driver.scrub(), release: async () => release() });
  }
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, options);
  throw new DatabaseUnusable('DATABASE_URL must begin with file: or postgresql:');
}

/** Loaded only where it is used: it takes memory, and time at the start. */
async function openPostgres(url: string, options: DatabaseOptions): Promise<Database> {
  const { PrismaClient: PostgresClient } = await import('../../prisma/generated/postgresql/client.ts');
  const { PostgresDriver } = await import('./postgres-driver.ts');
  const { preparePostgres } = await import('./postgres-open.ts');
  const lost = Promise.withResolvers<CommitFailed>();
  const release = await preparePostgres(url, lost.resolve, options.migrations);
  // Checked by the contract suite: every record runs on both.
  const client = new PostgresClient({ adapter: new PostgresDriver(url), errorFormat }) as unknown as PrismaClient;
  const opened = new Database({ provider: 'postgresql', client, onFatal: options.onFatal, scrub: async () => true, release });
  void lost.promise.then((error) => opened.fail(error));
  return opened;
}

interface Parts {
  readonly provider: Provider;
  readonly client: PrismaClient;
  readonly onFatal: (error: CommitFailed) => void;
  readonly scrub: () => Promise<boolean>;
  /** Gives the lock back. */
  readonly release: () => Promise<void>;
}

/**
 * The only way to the database. Invariants: writes happen in `transact` alone, one at a time, in order of call; what
 * `transact` resolved is on disk; after a commit of unknown outcome nothing is ever resolved again.
 */
export class Database {
  readonly provider: Provider;
  readonly #parts: Parts;
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();
  #fatal: CommitFailed | undefined;

  constructor(parts: Parts) {
    this.provider = parts.provider;
    this.#parts = parts;
  }

  /** Rejects with nothing changed, except by {@link CommitFailed}. */
  async transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#run(work, patience);
  }

  /** A snapshot of the last committed state. */
  async view<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#run(work, { ...patience, isolationLevel: 'Serializable' });
  }

  /** Nothing is acknowledged from here on. */
  fail(error: CommitFailed): void {
    if (this.#fatal !== undefined) return;
    this.#fatal = error;
    this.#parts.onFatal(error);
  }

  /** After an erasure: makes sure that no copy lingers in the database's log. False: it could not, now. PostgreSQL's is not ours to empty. */
  async scrub(): Promise<boolean> {
    return this.#parts.scrub().catch(() => false);
  }

  async close(): Promise<void> {
    await this.#parts.client.$disconnect();
    await this.#parts.release();
  }

  async #run<T>(work: (sql: Sql) => Promise<T>, options: typeof patience & { isolationLevel?: 'Serializable' }): Promise<T> {
    if (this.#inside.getStore()?.open === true) throw new Error('A transaction was begun inside a transaction; hand the open one down instead.');
    let worked = false;
    try {
      return await this.#parts.client.$transaction(async (sql) => {
        if (this.#fatal !== undefined) throw this.#fatal;
        const scope = { open: true };
        try {
          const result = await this.#inside.run(scope, () => work(sql));
          worked = true;
          return result;
        } finally {
          scope.open = false;
        }
      }, options);
    } catch (error) {
      if (worked && options.isolationLevel === undefined) this.fail(new CommitFailed(error));
      if (this.#fatal !== undefined) throw this.#fatal;
      throw isBusyAtBegin(error) ? new DatabaseBusy('Another program holds the database; nothing was changed.', error) : error;
    }
  }
}

function isBusyAtBegin(error: unknown): boolean {
  return isBusy(error) || (error instanceof Error && 'code' in error && error.code === 'P1008');
}
