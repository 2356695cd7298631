import { instant, type Instant } from '../../src/kernel/time.ts';
import type { Cancel, Clock } from '../../src/ports/clock.ts';

interface Plan {
  readonly at: Instant;
  readonly wake: () => void;
}

const LONGEST_SLEEP = 30_000;

/**
 * A clock for rehearsals and stories. Runs `speed` times as fast as real time; at 0 it stands until it is moved.
 * Invariants: it never goes back; wakes come in the order of their instants, and during one wake the clock shows
 * that wake's instant or a later one.
 */
export class VirtualClock implements Clock {
  readonly speed: number;
  private base: Instant;
  /** Real ms at which the clock showed `base`. */
  private since = performance.now();
  /** While it is being moved it stands between wakes. */
  private moving = false;
  private plans: Plan[] = [];
  private timer: NodeJS.Timeout | NodeJS.Immediate | undefined;

  constructor(start: Instant, speed = 0) {
    if (!(speed >= 0 && Number.isFinite(speed))) throw new RangeError(`not a speed: ${speed}`);
    this.base = start;
    this.speed = speed;
  }

  now(): Instant {
    if (this.moving || this.speed === 0) return this.base;
    return instant(this.base + Math.floor((performance.now() - this.since) * this.speed));
  }

  at(planned: Instant, wake: () => void): Cancel {
    const plan: Plan = { at: planned, wake };
    // Behind those of the same instant: first planned, first woken.
    const behind = this.plans.findIndex(({ at }) => at > planned);
    this.plans.splice(behind < 0 ? this.plans.length : behind, 0, plan);
    this.arm();
    return () => {
      this.plans = this.plans.filter((other) => other !== plan);
    };
  }

  /**
   * Moves to `target`: the clock is set to each planned wake on the way, wakes it and awaits `settle` before it goes
   * on, so that what a wake plans happens on the way too. A target in the past moves nothing.
   */
  async advanceTo(target: Instant, settle: () => Promise<void>): Promise<void> {
    if (this.moving) throw new Error('the clock is being moved already');
    this.set(this.now());
    this.moving = true;
    try {
      await settle();
      for (let next = this.plans[0]; next !== undefined && next.at <= target; next = this.plans[0]) {
        this.set(next.at);
        // All of one instant: somebody may be at rest only when their own wake has come, too.
        for (let due = this.plans[0]; due !== undefined && due.at <= next.at; due = this.plans[0]) {
          this.plans.shift();
          due.wake();
        }
        await settle();
      }
      this.set(target);
    } finally {
      this.moving = false;
      this.set(this.base);
      this.arm();
    }
    await settle();
  }

  private set(to: Instant): void {
    this.base = instant(Math.max(this.base, to));
    this.since = performance.now();
  }

  /** What is due without being moved to: at once, or when real time has brought the clock there. */
  private arm(): void {
    clearTimeout(this.timer as NodeJS.Timeout | undefined);
    clearImmediate(this.timer as NodeJS.Immediate | undefined);
    const first = this.plans[0];
    if (first === undefined || this.moving) return;
    const left = first.at - this.now();
    if (left <= 0) this.timer = setImmediate(() => this.ring());
    else if (this.speed > 0) this.timer = setTimeout(() => this.ring(), Math.min(left / this.speed, LONGEST_SLEEP)).unref();
  }

  private ring(): void {
    if (this.moving) return;
    while (this.plans[0] !== undefined && this.plans[0].at <= this.now()) this.plans.shift()!.wake();
    this.arm();
  }
}
