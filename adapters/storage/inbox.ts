import type { InboxRow, KernelRecords } from '../../src/kernel/records.ts';
import type { Provider } from './database.ts';
import { inbox } from './kernel-tables.ts';
import { Pending } from './pending.ts';
import { Shelf } from './shelf.ts';
import { encode, field, given } from './table.ts';
import type { Gathering, UnitOfWork } from './unit.ts';

type Mark = Pick<InboxRow, 'seq' | 'state' | 'attempts' | 'problem'>;
type Arriving = Parameters<KernelRecords['receive']>[0][number];

const arrivals = { platform: 'text', account: 'text', key: 'text', receivedAt: 'instant', queuedSince: 'instant', payload: 'text' } as const;
const columns = Object.entries(arrivals) as [keyof typeof arrivals, string][];

/** The unique key (platform, account, key) is what makes a repeated update a no-op. */
const receive = (provider: Provider): string => `INSERT INTO "Inbox" (${columns.map(([name]) => `"${name}"`).join(', ')}, "state", "attempts")
  SELECT ${columns.map(([, kind], index) => field(provider, index, kind)).join(', ')}, 'NEW', 0 FROM ${given(provider)} WHERE true
  ON CONFLICT DO NOTHING RETURNING "seq", "platform", "account", "key"`;

const mark = (provider: Provider, emptied: boolean): string => `UPDATE "Inbox" SET "state" = ?, "attempts" = ?, "problem" = ?${emptied ? `, "payload" = ''` : ''}
  WHERE "seq" IN (SELECT ${field(provider, 0, 'int')} FROM ${given(provider)})`;

const nameOf = (row: Readonly<Record<'platform' | 'account' | 'key', unknown>>): string => JSON.stringify([row.platform, row.account, row.key]);

/**
 * The durable inbox. Rows arrive in bulk and are marked in bulk; a mark needs no reading, since marks that say the
 * same share one statement.
 */
export class Inbox implements Gathering {
  readonly #unit: UnitOfWork;
  readonly #rows: Shelf<InboxRow, 'seq', Parameters<typeof inbox.findMany>[1]>;
  readonly #marks = new Pending<Mark>();

  constructor(unit: UnitOfWork) {
    this.#unit = unit;
    this.#rows = new Shelf(inbox, unit);
    unit.register(this);
  }

  async receive(arriving: readonly Arriving[]): Promise<InboxRow[]> {
    const rows = arriving.map((row) => columns.map(([name, kind]) => encode(kind, row[name])));
    const stored = await this.#unit.write([], () => this.#unit.query(receive(this.#unit.provider), [JSON.stringify(rows)]));
    const seqs = new Map(stored.map((row) => [nameOf(row), Number(row['seq'])]));
    const fresh: InboxRow[] = [];
    for (const row of arriving) {
      const asStored = { ...row, key: String(encode('text', row.key)), payload: String(encode('text', row.payload)) };
      const seq = seqs.get(nameOf(asStored));
      // What was given twice is stored once.
      if (seq !== undefined && seqs.delete(nameOf(asStored))) fresh.push({ ...asStored, seq, state: 'NEW', attempts: 0, problem: null });
    }
    return fresh.sort((a, b) => a.seq - b.seq);
  }

  pending(limit: number): Promise<InboxRow[]> {
    return this.#rows.select({ where: { state: 'NEW' }, orderBy: { seq: 'asc' }, take: limit }, [this]);
  }

  count(state: InboxRow['state']): Promise<number> {
    return this.#unit.read([this], (sql) => sql.inbox.count({ where: { state } }));
  }

  mark(mark: Mark): void {
    this.#marks.set(String(mark.seq), mark, this.#unit.change());
  }

  async emptyDead(): Promise<void> {
    await this.#unit.write([this, this.#rows], (sql) => sql.inbox.updateMany({ where: { state: 'DEAD' }, data: { payload: '' } }));
  }

  async forgetBefore(instant: number): Promise<number> {
    const where = { state: { not: 'NEW' }, receivedAt: { lt: new Date(instant) } };
    return (await this.#unit.write([this, this.#rows], (sql) => sql.inbox.deleteMany({ where }))).count;
  }

  get hasSure(): boolean {
    return this.#marks.hasSure;
  }

  get hasTrial(): boolean {
    return this.#marks.hasTrial;
  }

  accept(): void {
    this.#marks.accept();
  }

  discard(): void {
    this.#marks.discard();
  }

  forget(): void {}

  async write(layer: 'sure' | 'trial'): Promise<void> {
    const alike = Object.values(Object.groupBy(this.#marks.take(layer), ({ state, attempts, problem }) => JSON.stringify([state, attempts, problem])));
    this.#rows.forget();
    for (const marks of alike) {
      const [first] = marks ?? [];
      if (marks === undefined || first === undefined) continue;
      const text = mark(this.#unit.provider, first.state === 'DONE' || first.state === 'REFUSED');
      await this.#unit.execute(text, [first.state, first.attempts, first.problem, JSON.stringify(marks.map(({ seq }) => [seq]))]);
    }
  }
}
