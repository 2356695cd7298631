import type { SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils';
import type { SqliteConnection } from './sqlite-connection.ts';

/** One open transaction. Whatever its end, the connection is left to the next in the queue exactly once. */
export class SqliteTransaction implements Transaction {
  readonly provider = 'sqlite';
  readonly adapterName = 'miteinander-sqlite';
  /** COMMIT and ROLLBACK are ours to send. */
  readonly options = { usePhantomQuery: true };
  readonly #connection: SqliteConnection;
  readonly #leave: () => void;
  #open = true;

  constructor(connection: SqliteConnection, leave: () => void) {
    this.#connection = connection;
    this.#leave = leave;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#live().query(query);
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#live().execute(query);
  }

  async commit(): Promise<void> {
    this.#end('COMMIT');
  }

  async rollback(): Promise<void> {
    if (this.#connection.raw.inTransaction) this.#end('ROLLBACK');
    else this.#close();
  }

  #live(): SqliteConnection {
    if (!this.#open) throw new Error('This transaction has ended; nothing can be read or written through it.');
    // A full disk makes SQLite roll back on its own; every further statement would then commit by itself.
    if (!this.#connection.raw.inTransaction) throw new Error('SQLite has rolled this transaction back.');
    return this.#connection;
  }

  #end(how: 'COMMIT' | 'ROLLBACK'): void {
    try {
      this.#live().execute({ sql: how, args: [], argTypes: [] });
    } finally {
      this.#close();
    }
  }

  #close(): void {
    this.#open = false;
    this.#leave();
  }
}
