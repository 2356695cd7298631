import type { Clock } from '../ports/clock.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Metrics, Pulse } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { Board } from './board.ts';
import { Crossing, type Spot } from './crossing.ts';
import type { OutboxRow } from './effect.ts';
import type { Passage } from './gate.ts';
import type { Next } from './lane.ts';
import type { Outbound } from './outbound.ts';
import { durations, instant, type Instant } from './time.ts';
import { splitRoom, type Platform, type RoomId } from './update.ts';

/** Answers to presses under way at once. */
const ANSWERS_AT_ONCE = 48;

/** Whoever waits for a messenger to be heard again looks so often, ms. */
const LISTENING = 10 * durations.second;

/** What so many waiting effects say is kept in memory; what others say is read again when their turn comes. */
const KEPT = 256;

/**
 * From the outbox to the messengers: every chat has its lane and budget; where the lanes of a messenger cross, it is
 * decided whose turn it is; at its gate what is prepared waits for the overall budget. Answers to presses know no budget and wait for nobody.
 * What a call's outcome means is decided in retry-policy; what is written down, in outbound.
 */
export class Delivery {
  private readonly clock: Clock;
  private readonly store: Store;
  private readonly outbound: Outbound;
  private readonly board: Board;
  private readonly metrics: Metrics;
  /** When a messenger was last asked something that it has answered, if only that there is nothing. */
  private readonly asked: (platform: Platform) => Instant | null;
  private readonly onError: (error: unknown) => void;
  private readonly crossings: Map<Platform, Crossing>;
  /** Of messengers that are lost: what was under way there ends. */
  private readonly leaving: Crossing[] = [];
  private readonly answers: OutboxRow[] = [];
  private answering = 0;
  private kept = 0;
  private wakeUp: { at: Instant; cancel: () => void } | null = null;
  private stopped = false;

  constructor(parts: {
    clock: Clock;
    store: Store;
    messengers: ReadonlyMap<Platform, Messenger>;
    outbound: Outbound;
    board: Board;
    metrics: Metrics;
    asked: (platform: Platform) => Instant | null;
    onError: (error: unknown) => void;
  }) {
    this.clock = parts.clock;
    this.store = parts.store;
    this.outbound = parts.outbound;
    this.board = parts.board;
    this.metrics = parts.metrics;
    this.asked = parts.asked;
    this.onError = parts.onError;
    this.crossings = new Map([...parts.messengers].map(([platform, messenger]) => [platform, new Crossing(messenger)]));
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
    for (const copy of behind) this.markStale(copy, this.clock.now(), false);
    // The platforms remember what we sent just before we stopped; our budgets do not.
    if (left + behind.length > 0) for (const { gate } of this.crossings.values()) gate.pause(instant(this.clock.now() + durations.second));
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
      for (const copy of copies) if (this.markStale(copy, now, copy.personId !== null && actors.has(copy.personId))) drawings += 1;
      this.metrics.touched(times * copies.length);
      this.metrics.editsSaved(times * copies.length - drawings);
    }
    this.pump();
  }

  /** Somebody was forgotten: what is prepared may speak of them. */
  forgot(): void {
    for (const { gate } of this.crossings.values()) gate.turnBack();
  }

  /** The messenger is lost until the next start: what is promised there waits in the database, as where none was set up. */
  lose(platform: Platform): void {
    const crossing = this.crossings.get(platform);
    if (crossing === undefined) return;
    this.crossings.delete(platform);
    this.leaving.push(crossing);
    for (const { waiting } of crossing.lanes) this.kept -= waiting.effects.filter(({ row }) => row !== null).length;
    crossing.gate.close();
  }

  stop(): void {
    this.stopped = true;
    this.wakeUp?.cancel();
    for (const { gate } of this.crossings.values()) gate.close();
  }

  /** What is on its way out, for {@link Pulse}. A retry counts from when it was first due. */
  get waiting(): Pick<Pulse, 'unsent' | 'dueSince' | 'behind'> {
    const now = this.clock.now();
    let [unsent, behind, first] = [this.answers.length + this.answering, 0, Infinity];
    for (const { underWay, lanes } of this.crossings.values()) {
      unsent += underWay;
      for (const { waiting } of lanes) {
        unsent += waiting.effects.length;
        behind += waiting.behind;
        for (const { attempt, createdAt, notBefore } of waiting.effects) first = Math.min(first, attempt > 0 ? createdAt : Math.max(createdAt, notBefore));
      }
    }
    return { unsent, behind, dueSince: first <= now ? instant(first) : null };
  }

  /** Looks again; `setBack`: the clock goes by an earlier time than it did. */
  ring(setBack: boolean): void {
    const now = this.clock.now();
    if (setBack) for (const crossing of this.crossings.values()) crossing.setBack(now);
    this.pump();
  }

  /** Nothing under way and nothing that could go out before the clock moves. */
  get idle(): boolean {
    if (this.answering > 0 || this.answers.length > 0 || !this.outbound.idle) return false;
    if (this.leaving.some(({ underWay }) => underWay > 0)) return false;
    const now = this.clock.now();
    for (const crossing of this.crossings.values()) if (crossing.moves(now) || (!this.stopped && (crossing.next(now)?.at ?? Infinity) <= now)) return false;
    return true;
  }

  private accept(row: OutboxRow | null): void {
    if (row === null) return;
    if (row.effect.kind === 'ANSWER') this.answers.push(row);
    else this.put(row, false);
  }

  /** Where no messenger is, nothing can be carried out: that waits in the database for a start with it. */
  private at(room: RoomId, lane: string): { crossing: Crossing; spot: Spot } | null {
    const crossing = this.crossings.get(splitRoom(room).platform);
    return crossing === undefined ? null : { crossing, spot: crossing.spot(lane, this.clock.now()) };
  }

  /** The chat in whose turn a row goes: its own; for a whisper that goes aside, the private chat, or one that is still to be opened. */
  private laneOf({ room, effect }: OutboxRow): string {
    const { platform, chat } = splitRoom(room);
    if (effect.kind !== 'SAY' || effect.whisper?.account == null || this.crossings.get(platform)?.whispersAside !== true) return chat;
    const { account, privateRoom } = effect.whisper;
    return privateRoom === null ? account : splitRoom(privateRoom).chat;
  }

  private put(row: OutboxRow, back: boolean): void {
    const place = this.at(row.room, this.laneOf(row));
    if (place === null) return;
    const keep = this.kept < KEPT;
    if (keep) this.kept += 1;
    if (back) place.spot.lane.putBack(row, keep);
    else place.spot.lane.push(row, keep);
    place.crossing.sort(place.spot, this.clock.now());
  }

  /** Answers whether one drawing more is to be made. */
  private markStale(copy: { readonly id: string; readonly room: RoomId }, now: Instant, urgent: boolean): boolean {
    const place = this.at(copy.room, splitRoom(copy.room).chat);
    if (place === null) return false;
    const more = place.spot.lane.markStale(copy.id, now, urgent);
    // Another change to a private copy that waits anyway moves nothing.
    if (more || urgent || place.spot.lane.inGroup) place.crossing.sort(place.spot, now);
    return more;
  }

  /** Starts every call that may start now; plans to come back when the next one may. */
  private pump(): void {
    // Answers wait for nobody, at the end neither: there are few of them, and people look at their phones.
    this.pumpAnswers();
    if (this.stopped) return;
    const now = this.clock.now();
    let soonest = Infinity;
    for (const crossing of this.crossings.values()) {
      crossing.gate.admit(now);
      let due = crossing.next(now);
      for (; due !== null && due.spot !== null && due.at <= now; due = crossing.next(now)) this.begin(crossing, due.spot, due.next, now);
      soonest = Math.min(soonest, due?.at ?? Infinity, crossing.gate.opensAt(now) ?? Infinity);
    }
    this.wakeAt(Number.isFinite(soonest) ? instant(soonest) : null, now);
  }

  private pumpAnswers(): void {
    while (this.answering < ANSWERS_AT_ONCE) {
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

  private begin(crossing: Crossing, spot: Spot, next: Next, now: Instant): void {
    crossing.begin(spot, now);
    const passage = this.passage(crossing, spot, next.rank);
    const work = next.kind === 'send' ? this.send(crossing, spot, passage) : this.edit(spot, next.cardId, now, passage);
    void this.run(work).finally(() => {
      crossing.end(spot, this.clock.now());
      this.pump();
    });
  }

  /** The way of a lane's calls through the gate to the messenger. */
  private passage(crossing: Crossing, spot: Spot, rank: number): Passage {
    const pass = crossing.gate.approach(rank);
    return async (call, name) => {
      const passed = pass();
      this.pump();
      if (!(await passed)) return null;
      crossing.calls(spot);
      const begun = this.clock.now();
      const outcome = await crossing.messenger.send(call, name);
      crossing.heed(spot, outcome, begun, this.clock.now());
      return outcome;
    };
  }

  private async send(crossing: Crossing, spot: Spot, passage: Passage): Promise<void> {
    const waiting = spot.lane.takeSend();
    if (waiting === undefined) return;
    if (waiting.row !== null) this.kept -= 1;
    const row = waiting.row ?? (await this.store.view(({ kernel }) => kernel.outbox(waiting.effectId)));
    // Its person was forgotten.
    if (row === null) return;
    if (this.laneOf(row) !== spot.chat) return this.put(row, false);
    // What may have arrived already is tried once more: not while nothing gets through, or an outage would use up that try.
    if (row.unknownAt !== null && !crossing.gate.trouble.isOver(this.asked(splitRoom(row.room).platform))) {
      this.put({ ...row, notBefore: instant(this.clock.now() + LISTENING) }, true);
      return;
    }
    const again = await this.outbound.send(row, passage);
    if (again !== null) this.put(again, true);
  }

  private async edit(spot: Spot, cardId: string, now: Instant, passage: Passage): Promise<void> {
    spot.lane.beginDrawing(cardId, now);
    const again = await this.board.redraw(cardId, passage);
    if (again !== null) spot.lane.markStale(cardId, instant(this.clock.now() + again.after), false);
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
