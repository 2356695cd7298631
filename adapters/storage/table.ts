import type { Instant } from '../../src/kernel/time.ts';
import type { Provider, Sql } from './database.ts';

/** How a value of the core stands in a column. `null` is NULL in every kind. */
type Kind<V> = [V] extends [Instant] ? 'instant' : [V] extends [string] ? 'text' : [V] extends [number] ? 'int' : [V] extends [boolean] ? 'bool' : 'json';

/** A row as the database layer hands it over. */
export type Stored = Readonly<Record<string, unknown>>;

/**
 * One table and the domain row that stands in it. Columns are named like the row's properties.
 * `key` must be the primary key or a unique constraint; a row's key never changes.
 */
export interface Table<Row extends object, Key extends keyof Row & string, Args extends object> {
  readonly name: string;
  readonly key: readonly Key[];
  readonly columns: { readonly [K in keyof Row & string]: Kind<NonNullable<Row[K]>> };
  readonly findMany: (sql: Sql, args: Args) => Promise<Stored[]>;
}

/** Lets `Row` be given while the rest is inferred. */
export function tableOf<Row extends object>() {
  return <Key extends keyof Row & string, Args extends object>(table: Table<Row, Key, Args>): Table<Row, Key, Args> => table;
}

export function encode(kind: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (kind === 'instant') return new Date(Number(value)).toISOString();
  if (kind === 'json') return JSON.stringify(value);
  return typeof value === 'string' ? storable(value) : value;
}

/** PostgreSQL keeps no U+0000, and neither database keeps half a surrogate pair. */
function storable(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text).toWellFormed();
}

export function decode(kind: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'instant':
      return value instanceof Date ? value.getTime() : value;
    case 'json':
      return typeof value === 'string' ? JSON.parse(value) : value;
    case 'int':
      return Number(value);
    case 'bool':
      return value === true || value === 1;
    default:
      return value;
  }
}

/** Any table, for what does not depend on its row's type. */
export type AnyTable = Pick<Table<Stored, string, object>, 'name' | 'key'> & { readonly columns: object };

/** Its columns with their kinds, in one order for ever. */
export function columnsOf(table: AnyTable): (readonly [string, string])[] {
  return Object.entries(table.columns).map(([column, kind]) => [column, String(kind)]);
}

const casts: Readonly<Record<string, string>> = { int: '::int', bool: '::boolean', instant: '::timestamp(3)', text: '', json: '' };

/**
 * The SQL a table needs. All rows travel in one value, an array of arrays as JSON: one statement text per table
 * whatever the number of rows, so each is prepared once; and no limit of variables to mind.
 */
export function statementsOf(table: AnyTable, provider: Provider) {
  const kinds = new Map(columnsOf(table));
  const columns = [...kinds.keys()];
  const names = columns.map(quote).join(', ');
  const changes = columns.filter((column) => !table.key.includes(column)).map((column) => `${quote(column)} = excluded.${quote(column)}`);
  const fields = (of: readonly string[]): string => of.map((column, index) => field(provider, index, kinds.get(column))).join(', ');
  const isGiven = `(${table.key.map(quote).join(', ')}) IN (SELECT ${fields(table.key)} FROM ${given(provider)})`;
  return {
    select: `SELECT ${names} FROM ${quote(table.name)} WHERE ${isGiven}`,
    upsert: `INSERT INTO ${quote(table.name)} (${names}) SELECT ${fields(columns)} FROM ${given(provider)} WHERE true
      ON CONFLICT (${table.key.map(quote).join(', ')}) DO ${changes.length > 0 ? `UPDATE SET ${changes.join(', ')}` : 'NOTHING'}`,
    remove: `DELETE FROM ${quote(table.name)} WHERE ${isGiven}`,
  };
}

/** The given rows as a table of one column, `value`. */
export function given(provider: Provider): string {
  return provider === 'sqlite' ? 'json_each(?)' : 'jsonb_array_elements(?::jsonb) AS given(value)';
}

/** One field of a given row. */
export function field(provider: Provider, index: number, kind = 'text'): string {
  return provider === 'sqlite' ? `value->>${index}` : `(value->>${index})${casts[kind] ?? ''}`;
}

function quote(name: string): string {
  return `"${name}"`;
}
