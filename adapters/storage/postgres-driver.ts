import { PrismaPg } from '@prisma/adapter-pg';
import type { ConnectionInfo, IsolationLevel, SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, SqlResultSet, Transaction } from '@prisma/driver-adapter-utils';

/**
 * Prisma's driver for PostgreSQL under the same invariants as the one for SQLite: a single connection writes, whole
 * transactions only, one after the other; everything else, and a transaction that asks for an isolation level, runs on
 * connections that cannot write.
 */
export class PostgresDriver implements SqlDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const settings = { statementNameGenerator: statementNames() };
    const pool = { connectionString: this.#url, application_name: 'miteinander', keepAlive: true };
    const writer = await new PrismaPg({ ...pool, max: 1 }, settings).connect();
    const reader = await new PrismaPg({ ...pool, max: 4, options: '-c default_transaction_read_only=on' }, settings).connect();
    return new PostgresAdapter(writer, reader);
  }
}

class PostgresAdapter implements SqlDriverAdapter {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #writer: SqlDriverAdapter;
  readonly #reader: SqlDriverAdapter;

  constructor(writer: SqlDriverAdapter, reader: SqlDriverAdapter) {
    this.#writer = writer;
    this.#reader = reader;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#reader.queryRaw(query);
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#reader.executeRaw(query);
  }

  executeScript(script: string): Promise<void> {
    return this.#writer.executeScript(script);
  }

  startTransaction(isolation?: IsolationLevel): Promise<Transaction> {
    return isolation === undefined ? this.#writer.startTransaction() : this.#reader.startTransaction('REPEATABLE READ');
  }

  getConnectionInfo(): ConnectionInfo {
    return { supportsRelationJoins: true };
  }

  async dispose(): Promise<void> {
    await this.#reader.dispose();
    await this.#writer.dispose();
  }
}

const keptStatements = 500;

/** Names for prepared statements, so that the server plans each text once per connection; rare texts stay unnamed. */
function statementNames(): (query: SqlQuery) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= keptStatements) return known ?? '';
    const name = `m${names.size}`;
    names.set(sql, name);
    return name;
  };
}
