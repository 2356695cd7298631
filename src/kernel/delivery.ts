import type { Clock } from '../ports/clock.ts';
import type { Messenger, Outcome } from '../ports/messenger.ts';
import type { Metrics, Pulse } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { Board } from './board.ts';
import type { OutboxRow } from './effect.ts';
import { Lane, type Next } from './lane.ts';
import type { Outbound } from './outbound.ts';
import { Bucket, Trouble } from './pace.ts';
import { durations, instant, type Instant } from './time.ts';
import { splitRoom, type Platform, type RoomId } from './update.ts';

/** Calls under way at once: answers to presses, and everything else. */
const ANSWERS_AT_ONCE = 48;
const CALLS_AT_ONCE = 8;

/** What a lane may do, and when. Among those of the same instant sends come first, then groups, then private copies. */
interface Due {
  readonly lane: Lane;
  readonly platform: Platform;
  readonly next: Next;
  readonly at: Instant;
  readonly rank: number;
}

/**
 * From the outbox to the messengers: every chat has its lane and budget, every messenger an overall budget; sends go
 * before edits, groups before private copies. Answers to presses know no budget and wait for nobody.
 * What a call's outcome means is decided in retry-policy; what is written down, in outbound.
 */
export class Delivery {
  private readonly clock: Clock;
  private readonly store: Store;
  private readonly messengers: ReadonlyMap<Platform, Messenger>;
  private readonly outbound: Outbound;
  private readonly board: Board;
  private readonly metrics: Metrics;
  private readonly onError: (error: unknown) => void;
  private readonly lanes = new Map<string, Lane>();
  private readonly overall = new Map<Platform, Bucket>();
  private readonly trouble = new Map<Platform, Trouble>();
  private readonly answers: OutboxRow[] = [];
  private answering = 0;
  private calling = 0;
  private wakeUp: { at: Instant; cancel: () => void } | null = null;
  private stopped = false;

  constructor(parts: {
    clock: Clock;
    store: Store;
    messengers: ReadonlyMap<Platform, Messenger>;
    outbound: Outbound;
    board: Board;
    metrics: Metrics;
    onError: (error: unknown) => void;
  }) {
    this.clock = parts.clock;
    this.store = parts.store;
    this.messengers = parts.messengers;
    this.outbound = parts.outbound;
    this.board = parts.board;
    this.metrics = parts.metrics;
    this.onError = parts.onError;
    for (const messenger of parts.messengers.values()) this.overall.set(messenger.platform, new Bucket(messenger.limits.overall));
  }

  /** Everything promised before the last stop, and every card that is behind. */
  async recover(): Promise<void> {
    let left = 0;
    for (let after = 0; ; ) {
      const rows = await this.store.view((records) => records.kernel.pendingOutbox(500, after));
      for (const row of rows) this.accept(await this.outbound.recover(row));
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last.seq;
      left += rows.length;
    }
    const behind = await this.board.behind();
    for (const copy of behind) this.lane(copy.room).markStale(copy.id, this.clock.now(), false);
    // The platforms remember what we sent just before we stopped; our buckets do not.
    if (left + behind.length > 0) for (const bucket of this.overall.values()) bucket.pause(instant(this.clock.now() + durations.second));
    this.pump();
  }

  enqueue(rows: readonly OutboxRow[]): void {
    for (const row of rows) this.accept(row);
    this.pump();
  }

  /** Copies of these subjects are behind. `by`: whose own act it was. */
  async stale(touched: readonly { subject: string; by: string | null }[]): Promise<void> {
    const now = this.clock.now();
    const subjects = new Map<string, { times: number; readonly actors: Set<string> }>();
    for (const { subject, by } of touched) {
      const known = subjects.get(subject) ?? { times: 0, actors: new Set<string>() };
      known.times += 1;
      if (by !== null) known.actors.add(by);
      subjects.set(subject, known);
    }
    for (const [subject, { times, actors }] of subjects) {
      const copies = await this.board.copiesOf(subject);
      let drawings = 0;
      for (const copy of copies) if (this.lane(copy.room).markStale(copy.id, now, copy.personId !== null && actors.has(copy.personId))) drawings += 1;
      this.metrics.touched(times * copies.length);
      this.metrics.editsSaved(times * copies.length - drawings);
    }
    this.pump();
  }

  stop(): void {
    this.stopped = true;
    this.wakeUp?.cancel();
  }

  /** What is on its way out, for {@link Pulse}. A retry counts from when it was first due. */
  get waiting(): Pick<Pulse, 'unsent' | 'dueSince' | 'behind'> {
    const now = this.clock.now();
    let [unsent, behind, first] = [this.answers.length + this.answering + this.calling, 0, Infinity];
    for (const { waiting } of this.lanes.values()) {
      unsent += waiting.effects.length;
      behind += waiting.behind;
      for (const { attempt, createdAt, notBefore } of waiting.effects) first = Math.min(first, attempt > 0 ? createdAt : Math.max(createdAt, notBefore));
    }
    return { unsent, behind, dueSince: first <= now ? instant(first) : null };
  }

  /** Looks again; `setBack`: the clock goes by an earlier time than it did. */
  ring(setBack: boolean): void {
    const now = this.clock.now();
    if (setBack) for (const lane of this.lanes.values()) lane.setBack(now);
    if (setBack) for (const bucket of this.overall.values()) bucket.setBack(now);
    this.pump();
  }

  /** Nothing under way and nothing that could go out before the clock moves. */
  get idle(): boolean {
    if (this.answering > 0 || this.calling > 0 || this.answers.length > 0 || !this.outbound.idle) return false;
    if (this.stopped) return true;
    const now = this.clock.now();
    return (this.soonest(now)?.at ?? Infinity) > now;
  }

  private accept(row: OutboxRow | null): void {
    if (row === null) return;
    if (row.effect.kind === 'ANSWER') this.answers.push(row);
    else this.lane(row.room).push(row);
  }

  private lane(room: RoomId): Lane {
    const { platform, chat } = splitRoom(room);
    const key = `${platform}:${chat}`;
    const found = this.lanes.get(key);
    if (found !== undefined) return found;
    const messenger = this.messengers.get(platform);
    const inGroup = messenger?.isGroup(chat) ?? true;
    const made = new Lane(inGroup, messenger?.limits[inGroup ? 'group' : 'person'] ?? { burst: 1, refill: 1_000, gap: 1_000 });
    this.lanes.set(key, made);
    return made;
  }

  /** Starts every call that may start now; plans to come back when the next one may. */
  private pump(): void {
    if (this.stopped) return;
    this.pumpAnswers();
    const now = this.clock.now();
    let due: Due | null = null;
    while (this.calling < CALLS_AT_ONCE) {
      due = this.soonest(now);
      if (due === null || due.at > now) break;
      this.begin(due.lane, due.platform, due.next, now);
      due = null;
    }
    this.wakeAt(due?.at ?? null, now);
  }

  private pumpAnswers(): void {
    while (!this.stopped && this.answering < ANSWERS_AT_ONCE) {
      const row = this.answers.shift();
      if (row === undefined) break;
      this.answering += 1;
      void this.run(this.outbound.answer(row)).finally(() => {
        this.answering -= 1;
        this.pumpAnswers();
        if (this.answering === 0) this.outbound.answered();
      });
    }
  }

  /** What may be done first; null: nothing. One look at each lane, so it stays cheap with a town's worth of them. */
  private soonest(now: Instant): Due | null {
    let first: Due | null = null;
    const ready = new Map([...this.overall].map(([platform, bucket]) => [platform, bucket.readyAt(now)]));
    for (const [key, lane] of this.lanes) {
      if (lane.busy) continue;
      const next = lane.next(now);
      if (next === null) {
        if (lane.rested(now)) this.lanes.delete(key);
        continue;
      }
      const platform = key.slice(0, key.indexOf(':')) as Platform;
      const at = Math.max(next.at, ready.get(platform) ?? now) as Instant;
      const rank = next.kind === 'send' ? 0 : lane.inGroup ? 1 : 2;
      if (first === null || at < first.at || (at === first.at && rank < first.rank)) first = { lane, platform, next, at, rank };
    }
    return first;
  }

  private begin(lane: Lane, platform: Platform, next: Next, now: Instant): void {
    lane.busy = true;
    this.calling += 1;
    void this.run(next.kind === 'send' ? this.send(lane, platform, now) : this.edit(lane, platform, next.cardId, now)).finally(() => {
      lane.ended(now, this.clock.now());
      lane.busy = false;
      this.calling -= 1;
      this.pump();
    });
  }

  private async send(lane: Lane, platform: Platform, now: Instant): Promise<void> {
    const row = lane.takeSend();
    if (row === undefined) return;
    this.spend(lane, platform, now);
    const result = await this.outbound.send(row);
    this.heed(lane, platform, result.outcome, now);
    if (result.again !== null) lane.putBack(result.again);
  }

  private async edit(lane: Lane, platform: Platform, cardId: string, now: Instant): Promise<void> {
    lane.beginDrawing(cardId, now);
    this.spend(lane, platform, now);
    const result = await this.board.redraw(cardId);
    if (result === null) return;
    this.heed(lane, platform, result.outcome, now);
    if (result.again) lane.markStale(cardId, instant(this.clock.now() + result.after), false);
  }

  private spend(lane: Lane, platform: Platform, now: Instant): void {
    lane.spend(now);
    const overall = this.overall.get(platform);
    overall?.take(now);
    if (this.troubleOf(platform).any) overall?.pause(instant(now + 1_000));
  }

  /** Waits exactly as long as the platform named; where nothing gets through, the whole platform waits longer and longer. */
  private heed(lane: Lane, platform: Platform, outcome: Outcome | null, begun: Instant): void {
    if (outcome === null) return;
    const now = this.clock.now();
    if (outcome.kind === 'unknown' || (outcome.kind === 'notSent' && outcome.retryAfter === null)) {
      this.overall.get(platform)?.pause(this.troubleOf(platform).failed(begun, now));
      return;
    }
    this.troubleOf(platform).passed();
    if (outcome.kind !== 'notSent') return;
    const until = instant(now + (outcome.retryAfter ?? 1_000));
    lane.pause(until);
    if (outcome.everywhere) this.overall.get(platform)?.pause(until);
  }

  private troubleOf(platform: Platform): Trouble {
    const known = this.trouble.get(platform) ?? new Trouble();
    this.trouble.set(platform, known);
    return known;
  }

  private async run(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.onError(error);
    }
  }

  private wakeAt(at: Instant | null, now: Instant): void {
    if (this.wakeUp !== null && at !== null && this.wakeUp.at <= at && this.wakeUp.at > now) return;
    this.wakeUp?.cancel();
    this.wakeUp = null;
    if (at === null) return;
    const planned = instant(Math.max(at, now + 1));
    this.wakeUp = {
      at: planned,
      cancel: this.clock.at(planned, () => {
        this.wakeUp = null;
        this.pump();
      }),
    };
  }
}
