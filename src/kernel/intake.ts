import type { Clock } from '../ports/clock.ts';
import type { Intake, RawBatch } from '../ports/messenger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { InboxRow } from './records.ts';
import { durations, type Instant } from './time.ts';
import type { Platform } from './update.ts';

/** A messenger from which nothing was heard for longer than this was away, or we were: the office is told. */
const SILENCE = 10 * durations.minute;

/** Where a silence that the office has not been told of is noted: "<from>/<until>", empty once it was. */
export function silenceMarker(platform: Platform): string {
  return `silence.${platform}`;
}

/** Where it is noted that a messenger has lost us for good, and that the office has not been told: since when, empty once it was. */
export function lossMarker(platform: Platform): string {
  return `loss.${platform}`;
}

/** More undecided updates than this and the messengers wait: memory stays bounded, their servers keep the rest. */
const MAX_PENDING = 2_000;

/**
 * Raw updates into the durable inbox. Invariant (P1): `receive` resolves only when the rows and the cursor are
 * committed together, so whatever a platform was told to forget is in our inbox.
 */
export class DurableIntake implements Intake {
  private readonly store: Store;
  private readonly clock: Clock;
  /** Hands committed rows to the pipeline; answers how many are waiting there. */
  private readonly hand: (rows: readonly InboxRow[]) => number;
  private readonly metrics: Metrics;
  private readonly caughtUp = new Map<string, Instant>();
  /** When each platform last answered, if only that there is nothing. At first: when we began. */
  readonly heard = new Map<Platform, Instant>();
  /** When the last question was asked that was answered. */
  readonly asked = new Map<Platform, Instant>();
  private open = 0;
  private waiting: (() => void)[] = [];

  constructor(store: Store, clock: Clock, hand: (rows: readonly InboxRow[]) => number, metrics: Metrics) {
    this.store = store;
    this.clock = clock;
    this.hand = hand;
    this.metrics = metrics;
  }

  now(): Instant {
    return this.clock.now();
  }

  async cursor(platform: Platform, account: string): Promise<string | null> {
    const saved = await this.store.view((records) => records.kernel.cursor(platform, account));
    this.heard.set(platform, this.clock.now());
    if (saved === null) return null;
    this.caughtUp.set(`${platform} ${account}`, saved.caughtUpAt);
    return saved.value === '' ? null : saved.value;
  }

  async receive(platform: Platform, batch: RawBatch): Promise<void> {
    this.open += 1;
    try {
      const who = `${platform} ${batch.account}`;
      const receivedAt = this.clock.now();
      const queuedSince = this.caughtUp.get(who) ?? receivedAt;
      const caughtUpAt = batch.caughtUp ? receivedAt : queuedSince;
      const fresh = await this.store.transact(async (unit) => {
        const rows = await unit.kernel.receive(
          batch.updates.map(({ key, payload }) => ({ platform, account: batch.account, key, payload, receivedAt, queuedSince })),
        );
        const gap = receivedAt - queuedSince;
        if (batch.resumed === true && gap > SILENCE) unit.kernel.setMarker(silenceMarker(platform), `${queuedSince}/${receivedAt}`);
        unit.kernel.saveCursor({ platform, account: batch.account, value: batch.cursor ?? '', caughtUpAt });
        return rows;
      });
      this.caughtUp.set(who, caughtUpAt);
      if (batch.resumed === true && receivedAt - queuedSince > SILENCE) this.afterSilence();
      if (batch.askedAt !== null) {
        this.heard.set(platform, receivedAt);
        this.asked.set(platform, batch.askedAt);
      }
      this.metrics.received(platform, fresh.length, batch.updates.length - fresh.length);
      if (this.hand(fresh) > MAX_PENDING) await new Promise<void>((resolve) => this.waiting.push(resolve));
    } finally {
      this.open -= 1;
    }
  }

  /** Something is to be told to the office (set by the composition root). */
  afterSilence: () => void = () => {};

  /** The pipeline has room again. */
  drained(pending: number): void {
    if (pending > MAX_PENDING / 2) return;
    for (const go of this.waiting.splice(0)) go();
  }

  get idle(): boolean {
    return this.open === 0;
  }
}
