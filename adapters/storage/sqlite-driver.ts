import Sqlite from 'better-sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
import type { ConnectionInfo, IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils';
import { SqliteConnection } from './sqlite-connection.ts';
import { isBusy } from './sqlite-errors.ts';
import { SqliteTransaction } from './sqlite-transaction.ts';
import { WriterQueue } from './writer-queue.ts';

const busyTimeout = 5000;

/** Pages the write-ahead log gathers before they move to the file (16 MB): pages written again and again move once. */
const logPages = 4000;

/** What every connection must answer after it was told; a database that does not keep these promises is not used. */
const promises = { journal_mode: 'wal', synchronous: 2, busy_timeout: busyTimeout, foreign_keys: 1, secure_delete: 1 } as const;

/** Opens one connection and asserts that its settings took. */
export function openSqlite(path: string, options: Sqlite.Options = {}): Sqlite.Database {
  const raw = new Sqlite(path, { timeout: busyTimeout, ...options });
  try {
    for (const [name, wanted] of Object.entries(promises)) {
      if (path === ':memory:' && name === 'journal_mode') continue;
      if (!raw.readonly) raw.pragma(`${name} = ${wanted}`);
      const found: unknown = raw.pragma(name, { simple: true });
      if (found !== wanted) throw new Error(`SQLite answers ${name} = ${String(found)} instead of ${wanted}.`);
    }
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/**
 * Prisma's driver for SQLite. Invariants:
 * - One connection writes, and only inside a transaction; such transactions take turns in the order they came, and
 *   begin IMMEDIATE, so that none fails half-way for want of the write lock.
 * - Everything else runs on a second connection that cannot write (`query_only`): it sees committed rows only, and no
 *   write can slip into somebody else's transaction.
 * - A transaction that asks for an isolation level is a reading one: a snapshot on the second connection.
 */
export class SqliteDriver implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = 'miteinander-sqlite';
  readonly #path: string;
  #adapter: SqliteAdapter | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const writer = new SqliteConnection(openSqlite(this.#path));
    if (this.#path === ':memory:') return new SqliteAdapter(writer, writer);
    writer.raw.pragma(`wal_autocheckpoint = ${logPages}`);
    const reader = new SqliteConnection(openSqlite(this.#path));
    reader.raw.pragma('query_only = 1');
    this.#adapter = new SqliteAdapter(writer, reader);
    return this.#adapter;
  }

  /** See {@link SqliteAdapter.rebuild}. */
  async scrub(): Promise<boolean> {
    return (await this.#adapter?.rebuild()) ?? true;
  }
}

class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = 'sqlite';
  readonly adapterName = 'miteinander-sqlite';
  readonly #writer: SqliteConnection;
  readonly #reader: SqliteConnection;
  readonly #writing = new WriterQueue();
  readonly #reading = new WriterQueue();

  constructor(writer: SqliteConnection, reader: SqliteConnection) {
    this.#writer = writer;
    this.#reader = reader;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#reader.query(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#reader.execute(query);
  }

  async executeScript(script: string): Promise<void> {
    const leave = await this.#writing.enter();
    try {
      this.#writer.script(script);
    } finally {
      leave();
    }
  }

  async startTransaction(isolation?: IsolationLevel): Promise<Transaction> {
    const reads = isolation !== undefined;
    const leave = await (reads ? this.#reading : this.#writing).enter();
    try {
      if (reads) this.#reader.execute(statement('BEGIN'));
      else await this.#beginWriting();
      return new SqliteTransaction(reads ? this.#reader : this.#writer, leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Waits for another process's write lock without holding up the event loop. */
  async #beginWriting(): Promise<void> {
    const { raw } = this.#writer;
    const deadline = performance.now() + busyTimeout;
    for (;;) {
      raw.pragma('busy_timeout = 0');
      try {
        this.#writer.execute(statement('BEGIN IMMEDIATE'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
      } finally {
        raw.pragma(`busy_timeout = ${busyTimeout}`);
      }
      await pause(25);
    }
  }

  /**
   * What was erased is in the files no more. `secure_delete` overwrites rows that go, but not what stays behind where
   * rows were moved from one page to another: so the file is written anew from its living rows, and the log, which still
   * holds the old pages, is emptied. False: another process reads or writes. Nobody of ours may do so meanwhile, and
   * others are not waited for: that would hold up the event loop.
   */
  async rebuild(): Promise<boolean> {
    const { raw } = this.#writer;
    const emptied = (): boolean => raw.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
    return this.#alone(() => {
      raw.pragma('busy_timeout = 0');
      try {
        // Not while others read: the log would only grow.
        if (!emptied()) return false;
        raw.exec('VACUUM');
        return emptied();
      } finally {
        raw.pragma(`busy_timeout = ${busyTimeout}`);
      }
    });
  }

  getConnectionInfo(): ConnectionInfo {
    return { supportsRelationJoins: false, maxBindValues: 32_766 };
  }

  async dispose(): Promise<void> {
    await this.#alone(() => {
      this.#reader.raw.close();
      this.#writer.raw.close();
    });
  }

  async #alone<T>(work: () => T): Promise<T> {
    const leaveWriting = await this.#writing.enter();
    const leaveReading = await this.#reading.enter();
    try {
      return work();
    } finally {
      leaveReading();
      leaveWriting();
    }
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
