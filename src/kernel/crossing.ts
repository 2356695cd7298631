import type { Messenger, Outcome } from '../ports/messenger.ts';
import { Gate } from './gate.ts';
import { Heap, type Member } from './heap.ts';
import { Lane, type Next } from './lane.ts';
import { durations, instant, type Instant } from './time.ts';

/** For so long after such a pause we call one by one. */
const CAREFUL = 10 * durations.second;

/** A lane and its place among those of the same messenger. */
export interface Spot extends Member {
  readonly chat: string;
  readonly lane: Lane;
  /** PREPARING: nothing has been called yet. */
  state: 'IDLE' | 'PREPARING' | 'CALLING';
  /** When the lane may go; in the ready queue: since when. */
  at: Instant;
  rank: number;
  turn: number;
}

/** What may be done, and when. */
export type Due = { readonly at: Instant; readonly spot: Spot; readonly next: Next } | { readonly at: Instant; readonly spot: null };

/**
 * Where the lanes of one messenger meet: they take turns at its gate. Lanes that may go wait in the
 * ready queue, the lower rank first, then whoever has been ready longest, so that after its call a lane goes to the
 * back; all others wait until their time comes. Finding the next one costs O(log n).
 * Invariant: a lane is in one of the two queues, or at work, or resting (it has nothing to do).
 */
export class Crossing {
  readonly gate: Gate;
  readonly messenger: Messenger;
  private readonly spots = new Map<string, Spot>();
  private readonly ready = new Heap<Spot>((a, b) => (a.rank - b.rank || a.at - b.at || a.turn - b.turn) < 0);
  private readonly later = new Heap<Spot>((a, b) => a.at < b.at);
  private readonly resting = new Set<Spot>();
  private turns = 0;
  /** Until then one call at a time: the server has just refused some for their number, and what matters most must not race the rest. */
  private carefulUntil = 0;
  private working = 0;
  private preparing = 0;

  constructor(messenger: Messenger) {
    this.messenger = messenger;
    this.gate = new Gate(messenger.limits);
  }

  /** The chat's own lane, from now on there. */
  spot(chat: string, now: Instant): Spot {
    const found = this.spots.get(chat);
    if (found !== undefined) return found;
    const inGroup = this.messenger.isGroup(chat);
    const lane = new Lane(inGroup, this.messenger.limits[inGroup ? 'group' : 'person']);
    const made: Spot = { chat, lane, state: 'IDLE', at: now, rank: 0, turn: 0, place: -1 };
    this.spots.set(chat, made);
    this.resting.add(made);
    return made;
  }

  /** The lane has changed: what it would do next, and when, is looked up anew. */
  sort(spot: Spot, now: Instant): void {
    if (spot.state !== 'IDLE') return;
    const wasReady = this.takeOut(spot);
    const next = spot.lane.next(now);
    if (next === null) {
      this.resting.add(spot);
      return;
    }
    const isReady = next.at <= now;
    // Whoever waits in the ready queue keeps their turn, whatever is added to their lane.
    if (!(isReady && wasReady)) [spot.at, spot.turn] = [next.at, (this.turns += 1)];
    spot.rank = next.rank;
    (isReady ? this.ready : this.later).add(spot);
  }

  /** What may be done first; null: nothing until something changes. */
  next(now: Instant): Due | null {
    if (this.working >= (now < this.carefulUntil ? 1 : this.messenger.limits.atOnce)) return null;
    for (let due = this.later.first; due !== undefined && due.at <= now; due = this.later.first) this.sort(due, now);
    const open = this.gate.preparesAt(now, this.preparing);
    if (open === null) return null;
    for (let spot = this.ready.first; spot !== undefined; spot = this.ready.first) {
      const next = spot.lane.next(now);
      if (next !== null && next.at <= now) return { at: open, spot, next };
      this.sort(spot, now);
    }
    const soonest = this.later.first;
    return soonest === undefined ? null : { at: Math.max(soonest.at, open) as Instant, spot: null };
  }

  /** What the lane would do is being prepared. */
  begin(spot: Spot, now: Instant): void {
    this.takeOut(spot);
    spot.state = 'PREPARING';
    this.working += 1;
    this.preparing += 1;
    this.forgetRested(now);
  }

  /** It has passed the gate. */
  calls(spot: Spot): void {
    if (spot.state === 'PREPARING') this.preparing -= 1;
    spot.state = 'CALLING';
  }

  /** Waits exactly as long as the platform named; where nothing gets through, the whole platform waits longer and longer. */
  heed({ lane }: Spot, outcome: Outcome, begun: Instant, now: Instant): void {
    const { gate } = this;
    gate.ended(now);
    lane.spend(now);
    if (outcome.kind === 'unknown' || (outcome.kind === 'notSent' && outcome.retryAfter === null)) {
      gate.pause(gate.trouble.failed(begun, now));
      return;
    }
    gate.trouble.passed();
    if (outcome.kind !== 'notSent') return;
    const until = instant(now + (outcome.retryAfter ?? durations.second));
    lane.pause(until);
    if (!outcome.everywhere) return;
    gate.pause(until);
    this.carefulUntil = Math.max(this.carefulUntil, until + CAREFUL);
  }

  end(spot: Spot, now: Instant): void {
    if (spot.state === 'PREPARING') this.preparing -= 1;
    spot.state = 'IDLE';
    this.working -= 1;
    this.sort(spot, now);
  }

  /** The clock goes by an earlier time than it did. */
  setBack(now: Instant): void {
    this.gate.setBack(now);
    this.carefulUntil = 0;
    for (const spot of this.spots.values()) {
      spot.lane.setBack(now);
      this.sort(spot, now);
    }
  }

  get whispersAside(): boolean {
    return this.messenger.whispersAside;
  }

  /** Effects and drawings that were begun and have not ended. */
  get underWay(): number {
    return this.working;
  }

  /** Something goes on before the clock moves. */
  moves(now: Instant): boolean {
    const opensAt = this.gate.opensAt(now);
    return this.working > this.gate.stood || (opensAt !== null && opensAt <= now);
  }

  get lanes(): Iterable<Lane> {
    return this.spots.values().map(({ lane }) => lane);
  }

  /** Answers whether it was ready. */
  private takeOut(spot: Spot): boolean {
    this.resting.delete(spot);
    for (const queue of [this.ready, this.later]) {
      if (!queue.has(spot)) continue;
      queue.remove(spot);
      return queue === this.ready;
    }
    return false;
  }

  /** With every call a look at the two that have rested longest: so lanes are forgotten as fast as they are made. */
  private forgetRested(now: Instant): void {
    for (const spot of this.resting.values().take(2)) {
      this.resting.delete(spot);
      if (spot.lane.rested(now)) this.spots.delete(spot.chat);
      else this.resting.add(spot);
    }
  }
}
