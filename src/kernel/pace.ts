import type { Limit, Quota } from '../ports/messenger.ts';
import type { Instant } from './time.ts';

/** A platform that named a longer pause will name it again. */
const LONGEST_PAUSE = 300_000;

/** What all chats of a messenger share. */
export interface Budget {
  /** When a call may begin: now, or later. */
  readyAt(now: Instant): Instant;
  begin(now: Instant): void;
  end(now: Instant): void;
  /** Nothing leaves before this instant. */
  pause(until: Instant): void;
  /** The clock was set back. */
  setBack(now: Instant): void;
}

export function budgetOf(limit: Limit | Quota): Budget {
  return 'within' in limit ? new Window(limit) : new Bucket(limit);
}

/**
 * A token bucket: `burst` calls at once, then one every `refill` ms, never two within `gap` ms. In any 60 s at most
 * burst + 60 000 / refill calls leave it, however the demand falls.
 */
export class Bucket implements Budget {
  private readonly limit: Limit;
  /** The instant at which the bucket would be full again. */
  private fullAt = 0;
  private earliest = 0;

  constructor(limit: Limit) {
    this.limit = limit;
  }

  /** When a call may be made: now, or later. */
  readyAt(now: Instant): Instant {
    return Math.max(now, this.earliest, this.fullAt - (this.limit.burst - 1) * this.limit.refill) as Instant;
  }

  take(now: Instant): void {
    this.fullAt = Math.max(this.fullAt, now) + this.limit.refill;
    this.earliest = Math.max(this.earliest, now + this.limit.gap);
  }

  begin(now: Instant): void {
    this.take(now);
  }

  /** A bucket counts beginnings. */
  end(): void {}

  /** Nothing was taken for so long that the bucket is full. */
  isFull(now: Instant): boolean {
    return this.fullAt <= now && this.earliest <= now;
  }

  /** The clock was set back: nothing was planned for later than an empty bucket would wait. */
  setBack(now: Instant): void {
    this.fullAt = Math.min(this.fullAt, now + this.limit.burst * this.limit.refill);
    this.earliest = Math.min(this.earliest, now + LONGEST_PAUSE);
  }

  /** Nothing leaves before this instant (a platform named a pause). */
  pause(until: Instant): void {
    this.earliest = Math.max(this.earliest, until);
  }
}

/**
 * The mirror of "so many calls in any second". The platform saw a call at some moment between its beginning and its
 * end, so one may begin when it is `within` ms since the end of the one that is so many before it: then the platform,
 * too, has surely forgotten that one. Costs nothing but the time a call is under way.
 */
export class Window implements Budget {
  private readonly quota: Quota;
  /** When the last calls ended, the newest last; never more than the quota. */
  private ends: number[] = [];
  private underWay = 0;
  private earliest = 0;

  constructor(quota: Quota) {
    this.quota = quota;
  }

  readyAt(now: Instant): Instant {
    const free = this.quota.calls - this.underWay;
    const inTheWay = this.ends.length - free;
    const freed = free <= 0 ? Infinity : inTheWay < 0 ? now : this.ends[inTheWay]! + this.quota.within;
    return Math.max(now, this.earliest, freed) as Instant;
  }

  begin(now: Instant): void {
    this.underWay += 1;
    this.earliest = Math.max(this.earliest, now + this.quota.gap);
  }

  end(now: Instant): void {
    this.underWay -= 1;
    this.ends = [...this.ends, now].sort((a, b) => a - b).slice(-this.quota.calls);
  }

  pause(until: Instant): void {
    this.earliest = Math.max(this.earliest, until);
  }

  setBack(now: Instant): void {
    this.ends = this.ends.map((end) => Math.min(end, now));
    this.earliest = Math.min(this.earliest, now + LONGEST_PAUSE);
  }
}

/** A messenger that carries nothing out is asked again after this, doubling, */
const TROUBLE_PAUSE = 1_000;
/** but at least so often. */
const TROUBLE_LONGEST = 30_000;

/** Calls to a messenger that did not get through: each leads to a longer pause for all its chats, until one does. */
export class Trouble {
  private times = 0;
  private last = 0;

  get any(): boolean {
    return this.times > 0;
  }

  /**
   * As far as anybody can tell without a call.
   * @param asked when the last question was asked that the messenger has answered: one from before may have been answered before, too
   */
  isOver(asked: Instant | null): boolean {
    return this.times === 0 || (asked !== null && asked >= this.last);
  }

  /** Answers when the next call may be made. Calls that were under way together are one trouble. */
  failed(begun: Instant, now: Instant): Instant {
    if (this.times === 0 || begun > this.last) {
      this.times += 1;
      this.last = now;
    }
    return (this.last + Math.min(TROUBLE_PAUSE * 2 ** (this.times - 1), TROUBLE_LONGEST)) as Instant;
  }

  passed(): void {
    this.times = 0;
  }
}

/** After a press, so long without another one means that people have paused: draw now. */
const QUIET = 1_000;
/** While presses keep coming a group's card is drawn this often. */
const GROUP_GAP = 4_000;
/** Private copies follow other people's replies at leisure. */
const PRIVATE_GAP = 10_000;

export interface Staleness {
  /** Since when the copy is behind. */
  readonly since: Instant;
  /** The last change it lacks. */
  readonly touched: Instant;
  /** When it was last drawn; null: never since the start. */
  readonly drawn: Instant | null;
  readonly inGroup: boolean;
  /** The reader's own act: they wait for it. */
  readonly urgent: boolean;
}

/**
 * When a stale copy should be drawn, its chat's bucket permitting. Leading edge: the first change after a pause is
 * shown at once. While changes keep coming, once a gap. When they stop, soon after the last one.
 */
export function drawAt(stale: Staleness): Instant {
  if (stale.urgent || stale.drawn === null) return stale.since;
  const gap = stale.inGroup ? GROUP_GAP : PRIVATE_GAP;
  const atLatest = Math.max(stale.since, stale.drawn + gap);
  const whenQuiet = stale.inGroup ? stale.touched + QUIET : atLatest;
  return Math.min(atLatest, whenQuiet) as Instant;
}
