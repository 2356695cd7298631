import type { Clock, Cancel } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Actor } from './directory.ts';
import type { DueWork } from './feature.ts';
import { durations, instant, type Instant } from './time.ts';
import { noAftermath, Turn, type Aftermath, type House } from './turn.ts';

/** Work that falls due again and again in quick succession is gathered so long: one transaction for many reminders. */
const GATHERING = durations.second;

/** `since`: when it fell due; `at`: when it is to be done. */
interface Planned {
  readonly work: DueWork;
  readonly since: Instant;
  readonly at: Instant;
}

/**
 * What falls due without anybody writing. The database decides what is due; the clock only knocks. Work is done in
 * the order of its due instants, each piece in one transaction like any other turn.
 */
export class Schedule {
  private readonly store: Store;
  private readonly house: House;
  private readonly clock: Clock;
  private readonly work: readonly DueWork[];
  private readonly nobody: Actor;
  private readonly committed: (aftermath: Aftermath) => void;
  private readonly onError: (error: unknown) => void;
  /** When each work was last done: it has seen what was due by then. */
  private readonly done = new Map<DueWork, Instant>();
  private planned: { at: Instant; cancel: Cancel } | null = null;
  private running = false;
  private again = false;
  private stopped = false;

  constructor(parts: {
    store: Store;
    house: House;
    clock: Clock;
    work: readonly DueWork[];
    nobody: Actor;
    committed: (aftermath: Aftermath) => void;
    onError: (error: unknown) => void;
  }) {
    this.store = parts.store;
    this.house = parts.house;
    this.clock = parts.clock;
    this.work = parts.work;
    this.nobody = parts.nobody;
    this.committed = parts.committed;
    this.onError = parts.onError;
  }

  /** Something may have become due earlier than we knew, or is due now. */
  poke(): void {
    this.again = true;
    if (!this.running && !this.stopped) void this.run();
  }

  get idle(): boolean {
    return !this.running;
  }

  stop(): void {
    this.stopped = true;
    this.planned?.cancel();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        const next = await this.next();
        this.planned?.cancel();
        this.planned = null;
        if (next === null) continue;
        if (next.at <= this.clock.now()) {
          await this.doWork(next.work);
          this.house.metrics.workedOff(this.clock.now() - next.since);
          this.again = true;
        } else {
          this.planned = { at: next.at, cancel: this.clock.at(next.at, () => this.poke()) };
        }
      }
    } catch (error) {
      this.onError(error);
    } finally {
      this.running = false;
    }
  }

  private next(): Promise<Planned | null> {
    return this.store.view(async (records) => {
      let first: Planned | null = null;
      for (const work of this.work) {
        const since = await work.next(records, this.clock.now());
        if (since === null) continue;
        const done = this.done.get(work) ?? since;
        const at = since > done ? instant(Math.max(since, done + GATHERING)) : since;
        if (first === null || at < first.at) first = { work, since, at };
      }
      return first;
    });
  }

  private async doWork(work: DueWork): Promise<void> {
    const aftermath = noAftermath();
    this.done.set(work, this.clock.now());
    await this.store.transact(async (unit) => {
      const now = this.clock.now();
      const when = { at: now, after: now, received: now };
      await work.run(new Turn(this.house, unit, `due.${this.house.ids.id()}`, now, when, this.nobody, null, aftermath));
    });
    this.committed(aftermath);
  }
}
