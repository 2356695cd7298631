import { isAboutTheWork } from './blame.ts';
import type { Provider, Sql } from './database.ts';
import type { Stored } from './table.ts';
import { WriterQueue } from './writer-queue.ts';

/** Something that gathers changes in memory and writes them when told. */
export interface Gathering {
  readonly hasSure: boolean;
  readonly hasTrial: boolean;
  write(layer: 'sure' | 'trial'): Promise<void>;
  accept(): void;
  discard(): void;
  /** What was read may no longer be true. */
  forget(): void;
}

/**
 * One transaction's work: what is read is kept, what is changed is gathered and written together at the end, or
 * earlier where a query must see it. Invariants:
 * - A query sees every change made before it in this unit.
 * - A failed attempt leaves no trace, in memory or in the database, and takes nothing with it that was there before.
 * - When the database itself fails, the unit fails as a whole.
 */
export class UnitOfWork {
  readonly provider: Provider;
  readonly #sql: Sql;
  readonly #writable: boolean;
  readonly #gatherings: Gathering[] = [];
  readonly #turns = new WriterQueue();
  #attempt: 'none' | 'memory' | 'savepoint' = 'none';
  #broken: { readonly error: unknown } | undefined;
  #ended = false;

  constructor(sql: Sql, provider: Provider, writable: boolean) {
    this.#sql = sql;
    this.provider = provider;
    this.#writable = writable;
  }

  /** Registered in the order in which they are written. */
  register(gathering: Gathering): void {
    this.#gatherings.push(gathering);
  }

  /** Whether a change made now belongs to an attempt. Throws where nothing may be changed. */
  change(): boolean {
    this.#assertUsable();
    if (!this.#writable) throw new Error('A view cannot write; use a transaction.');
    return this.#attempt !== 'none';
  }

  /** Reads, after what was gathered for these tables has been written. */
  async read<T>(tables: readonly Gathering[], query: (sql: Sql) => Promise<T>): Promise<T> {
    return this.#exclusive(async () => {
      await this.#flush(tables);
      return query(this.#sql);
    });
  }

  /** Changes rows of these tables past their gatherings. */
  async write<T>(tables: readonly Gathering[], statement: (sql: Sql) => Promise<T>): Promise<T> {
    this.change();
    return this.#exclusive(async () => {
      if (this.#attempt !== 'none') await this.#savepoint();
      await this.#flush(tables);
      for (const table of tables) table.forget();
      return statement(this.#sql);
    });
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    this.change();
    if (this.#attempt !== 'none') throw new Error('An attempt was begun inside an attempt.');
    this.#attempt = 'memory';
    try {
      const result = await work();
      await this.#exclusive(() => this.#accept());
      return result;
    } catch (error) {
      await this.#exclusive(() => this.#discard(), true);
      throw error;
    } finally {
      this.#attempt = 'none';
    }
  }

  /** Writes what is left; afterwards the unit is of no use to anybody who still holds it. */
  async finish(): Promise<void> {
    if (this.#attempt !== 'none') throw new Error('The transaction ended inside an attempt; something was not awaited.');
    await this.#exclusive(() => this.#flush(this.#gatherings));
    this.#ended = true;
  }

  /** Rows of these keys, which are not gathered (or they would not be asked for). */
  async load(text: string, keys: readonly unknown[][]): Promise<Stored[]> {
    return this.#exclusive(() => this.query(text, [JSON.stringify(keys)]));
  }

  /** Statements of our own, for use inside {@link read}, {@link write} and {@link Gathering.write}; `?` stands for a value. */
  query(text: string, values: readonly unknown[]): Promise<Stored[]> {
    return this.#sql.$queryRawUnsafe(this.#dialect(text), ...values);
  }

  execute(text: string, values: readonly unknown[]): Promise<number> {
    return this.#sql.$executeRawUnsafe(this.#dialect(text), ...values);
  }

  #dialect(text: string): string {
    return this.provider === 'sqlite' ? text : numbered(text);
  }

  async #flush(tables: readonly Gathering[]): Promise<void> {
    if (tables.some((table) => table.hasTrial)) await this.#savepoint();
    for (const table of this.#gatherings) if (tables.includes(table) && table.hasSure) await this.#writeSure(table);
    for (const table of this.#gatherings) if (tables.includes(table) && table.hasTrial) await table.write('trial');
  }

  /** What was sure before the attempt goes before the savepoint, or undoing the attempt would lose it. */
  async #savepoint(): Promise<void> {
    if (this.#attempt !== 'memory') return;
    for (const table of this.#gatherings) if (table.hasSure) await this.#writeSure(table);
    await this.#sql.$executeRawUnsafe('SAVEPOINT attempt');
    this.#attempt = 'savepoint';
  }

  /** A failure here concerns changes that were already promised to stay: the whole unit is lost. */
  async #writeSure(table: Gathering): Promise<void> {
    try {
      await table.write('sure');
    } catch (error) {
      this.#broken = { error };
      throw error;
    }
  }

  async #accept(): Promise<void> {
    if (this.#attempt === 'savepoint') await this.#sql.$executeRawUnsafe('RELEASE SAVEPOINT attempt');
    for (const table of this.#gatherings) table.accept();
  }

  async #discard(): Promise<void> {
    for (const table of this.#gatherings) table.discard();
    if (this.#attempt !== 'savepoint' || this.#broken !== undefined) return;
    for (const table of this.#gatherings) table.forget();
    await this.#sql.$executeRawUnsafe('ROLLBACK TO SAVEPOINT attempt');
    await this.#sql.$executeRawUnsafe('RELEASE SAVEPOINT attempt');
  }

  async #exclusive<T>(work: () => Promise<T>, evenBroken = false): Promise<T> {
    if (!evenBroken) this.#assertUsable();
    const leave = await this.#turns.enter();
    try {
      return await work();
    } catch (error) {
      // Not to be blamed on the attempt that happened to meet it: the whole unit fails and can be tried again.
      if (!isAboutTheWork(error)) this.#broken ??= { error };
      throw error;
    } finally {
      leave();
    }
  }

  #assertUsable(): void {
    if (this.#ended) throw new Error('This unit of work has ended; something was not awaited.');
    if (this.#broken !== undefined) throw this.#broken.error;
  }
}

const numberedTexts = new Map<string, string>();

/** PostgreSQL counts its places for values. */
function numbered(text: string): string {
  const known = numberedTexts.get(text);
  if (known !== undefined) return known;
  let place = 0;
  const made = text.replaceAll('?', () => `$${(place += 1)}`);
  numberedTexts.set(text, made);
  return made;
}
