import type Sqlite from 'better-sqlite3';
import type { SqlQuery, SqlResultSet, ColumnType } from '@prisma/driver-adapter-utils';
import { asDriverError } from './sqlite-errors.ts';
import { declaredType, inferredType, toSqlite } from './sqlite-values.ts';

interface Prepared {
  readonly statement: Sqlite.Statement<unknown[], unknown[]>;
  readonly names: string[];
  readonly types: readonly (ColumnType | null)[];
}

const keptStatements = 500;

/** One better-sqlite3 connection that prepares every statement once. */
export class SqliteConnection {
  readonly raw: Sqlite.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(raw: Sqlite.Database) {
    this.raw = raw;
  }

  query({ sql, args, argTypes }: SqlQuery): SqlResultSet {
    try {
      const { statement, names, types } = this.#prepare(sql);
      const values = args.map((value, index) => toSqlite(value, argTypes[index]));
      if (!statement.reader) {
        const { lastInsertRowid } = statement.run(...values);
        return { columnNames: [], columnTypes: [], rows: [], lastInsertId: String(lastInsertRowid) };
      }
      const rows = statement.all(...values);
      return { columnNames: names, columnTypes: types.map((type, index) => type ?? inferredType(rows, index)), rows };
    } catch (error) {
      throw asDriverError(error);
    }
  }

  execute({ sql, args, argTypes }: SqlQuery): number {
    try {
      const { statement } = this.#prepare(sql);
      const values = args.map((value, index) => toSqlite(value, argTypes[index]));
      return statement.reader ? statement.all(...values).length : statement.run(...values).changes;
    } catch (error) {
      throw asDriverError(error);
    }
  }

  /** Several statements in one text; they may change the schema, so nothing prepared before is kept. */
  script(sql: string): void {
    try {
      this.#prepared.clear();
      this.raw.exec(sql);
    } catch (error) {
      throw asDriverError(error);
    }
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.raw.prepare<unknown[], unknown[]>(sql);
    const columns = statement.reader ? statement.raw(true).columns() : [];
    const prepared = { statement, names: columns.map((column) => column.name), types: columns.map((column) => declaredType(column.type)) };
    if (this.#prepared.size >= keptStatements) {
      const oldest = this.#prepared.keys().next();
      if (!oldest.done) this.#prepared.delete(oldest.value);
    }
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}
