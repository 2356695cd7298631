import { Pending } from './pending.ts';
import { columnsOf, decode, encode, statementsOf } from './table.ts';
import type { AnyTable, Stored, Table } from './table.ts';
import type { Gathering, UnitOfWork } from './unit.ts';

type Change<Row, Key> = { readonly row: Row; readonly key: Key } | { readonly row: null; readonly key: Key };

/** One table inside one unit of work. Invariant: a row (or its absence) is read once; from then on memory knows it. */
export class Shelf<Row extends object, K extends keyof Row & string, Args extends object> implements Gathering {
  readonly #table: Table<Row, K, Args>;
  readonly #unit: UnitOfWork;
  readonly #columns: readonly (readonly [keyof Row & string, string])[];
  readonly #texts: ReturnType<typeof statementsOf>;
  /** Rows as they stand in the database inside this transaction; null: known to be absent. */
  readonly #known = new Map<string, Row | null>();
  readonly #pending = new Pending<Change<Row, Pick<Row, K>>>();

  constructor(table: Table<Row, K, Args>, unit: UnitOfWork) {
    this.#table = table;
    this.#unit = unit;
    const prepared = preparation(table, unit.provider);
    this.#columns = prepared.columns as readonly (readonly [keyof Row & string, string])[];
    this.#texts = prepared.texts;
    unit.register(this);
  }

  async find(key: Pick<Row, K>): Promise<Row | null> {
    const id = this.#id(key);
    const found = this.#look(id);
    if (found !== undefined) return found;
    await this.#load([key]);
    return this.#look(id) ?? null;
  }

  /** Answers those that exist, in the order asked for. */
  async findMany(keys: readonly Pick<Row, K>[]): Promise<Row[]> {
    await this.prefetch(keys);
    return keys.map((key) => this.#look(this.#id(key))).filter((row) => row !== null && row !== undefined);
  }

  /** Makes later `find`s of these keys free. */
  async prefetch(keys: readonly Pick<Row, K>[]): Promise<void> {
    const missing = new Map(keys.map((key) => [this.#id(key), key]));
    for (const id of missing.keys()) if (this.#look(id) !== undefined) missing.delete(id);
    if (missing.size > 0) await this.#load([...missing.values()]);
  }

  /** Any other question, in Prisma's words. `others`: tables the question looks at as well. */
  async select(args: Args, others: readonly Gathering[] = []): Promise<Row[]> {
    const rows = await this.#unit.read([this, ...others], (sql) => this.#table.findMany(sql, args));
    return rows.map((row) => this.adopt(row));
  }

  async selectFirst(args: Args): Promise<Row | null> {
    return (await this.select({ ...args, take: 1 }))[0] ?? null;
  }

  put(row: Row): void {
    const onTrial = this.#unit.change();
    this.#pending.set(this.#id(row), { row, key: row }, onTrial);
  }

  remove(key: Pick<Row, K>): void {
    const onTrial = this.#unit.change();
    this.#pending.set(this.#id(key), { row: null, key }, onTrial);
  }

  /** A row some query has read; what is known already wins, as it cannot be older. */
  adopt(stored: Stored): Row {
    const row: Record<string, unknown> = {};
    for (const column of this.#table.key) row[column] = decode(this.#table.columns[column], stored[column]);
    const id = this.#id(row as Row);
    const known = this.#look(id);
    if (known !== undefined && known !== null) return known;
    for (const [column, kind] of this.#columns) row[column] = decode(kind, stored[column]);
    this.#known.set(id, row as Row);
    return row as Row;
  }

  get hasSure(): boolean {
    return this.#pending.hasSure;
  }

  get hasTrial(): boolean {
    return this.#pending.hasTrial;
  }

  accept(): void {
    this.#pending.accept();
  }

  discard(): void {
    this.#pending.discard();
  }

  forget(): void {
    this.#known.clear();
  }

  async write(layer: 'sure' | 'trial'): Promise<void> {
    const changes = this.#pending.take(layer);
    for (const { row, key } of changes) this.#known.set(this.#id(key), row);
    const gone = changes.filter((change) => change.row === null).map((change) => change.key);
    const rows = changes.map((change) => change.row).filter((row) => row !== null);
    if (gone.length > 0) await this.#unit.execute(this.#texts.remove, [JSON.stringify(gone.map((key) => this.#keyValues(key)))]);
    if (rows.length > 0) await this.#unit.execute(this.#texts.upsert, [JSON.stringify(rows.map((row) => this.#values(row)))]);
  }

  async #load(keys: readonly Pick<Row, K>[]): Promise<void> {
    const found = await this.#unit.load(this.#texts.select, keys.map((key) => this.#keyValues(key)));
    for (const row of found) this.adopt(row);
    for (const key of keys) if (!this.#known.has(this.#id(key))) this.#known.set(this.#id(key), null);
  }

  #values(row: Row): unknown[] {
    return this.#columns.map(([column, kind]) => encode(kind, row[column]));
  }

  #keyValues(key: Pick<Row, K>): unknown[] {
    return this.#table.key.map((column) => encode(this.#table.columns[column], key[column]));
  }

  #look(id: string): Row | null | undefined {
    const pending = this.#pending.get(id);
    return pending === undefined ? this.#known.get(id) : pending.row;
  }

  #id(key: Pick<Row, K>): string {
    return this.#table.key.map((column) => String(key[column])).join('\u0000');
  }
}

const preparations = { sqlite: new WeakMap<object, Preparation>(), postgresql: new WeakMap<object, Preparation>() };

interface Preparation {
  readonly columns: readonly (readonly [string, string])[];
  readonly texts: ReturnType<typeof statementsOf>;
}

/** What follows from the table alone is worked out once, not in every unit of work. */
function preparation(table: AnyTable, provider: UnitOfWork['provider']): Preparation {
  const known = preparations[provider].get(table) ?? { columns: columnsOf(table), texts: statementsOf(table, provider) };
  preparations[provider].set(table, known);
  return known;
}
