import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import type { Actor } from './directory.ts';
import { DueLoop, type Due } from './due-loop.ts';
import type { DueWork } from './feature.ts';
import { durations, instant, type Instant } from './time.ts';
import { noAftermath, Turn, type Aftermath, type House } from './turn.ts';

/** Work that falls due again and again in quick succession is gathered so long: one transaction for many reminders. */
const GATHERING = durations.second;

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
  private readonly loop: DueLoop;
  /** When each work was last done: it has seen what was due by then. */
  private readonly done = new Map<DueWork, Instant>();

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
    this.loop = new DueLoop(parts.clock, () => this.next(), parts.onError);
  }

  /** Something may have become due earlier than we knew, or is due now. */
  poke(): void {
    this.loop.poke();
  }

  get idle(): boolean {
    return this.loop.idle;
  }

  stop(): void {
    this.loop.stop();
  }

  private next(): Promise<Due | null> {
    return this.store.view(async (records) => {
      let first: Due | null = null;
      for (const work of this.work) {
        const since = await work.next(records, this.clock.now());
        if (since === null) continue;
        const done = this.done.get(work) ?? since;
        const at = since > done ? instant(Math.max(since, done + GATHERING)) : since;
        if (first === null || at < first.at) first = { at, run: () => this.doWork(work, since) };
      }
      return first;
    });
  }

  /** `since`: when it fell due. */
  private async doWork(work: DueWork, since: Instant): Promise<void> {
    const aftermath = noAftermath();
    this.done.set(work, this.clock.now());
    await this.store.transact(async (unit) => {
      const now = this.clock.now();
      const when = { at: now, after: now, received: now };
      await work.run(new Turn(this.house, unit, `due.${this.house.ids.id()}`, now, when, this.nobody, null, aftermath));
    });
    this.committed(aftermath);
    this.house.metrics.workedOff(this.clock.now() - since);
  }
}
