import { durations, instant, type Instant } from './time.ts';

/** So many commands at once, and one more every `refill` ms (docs/reliability.md, "What the bot does when"). */
interface Allowance {
  readonly burst: number;
  readonly refill: number;
}

const PERSON: Allowance = { burst: 20, refill: 3 * durations.second };
const ROOM: Allowance = { burst: 60, refill: durations.second };

/** Whoever is told to wait is told no more for so long. */
const TOLD = durations.minute;
/** A clock that is being corrected bit by bit is not set back. */
const STEP = 5 * durations.second;
/** So many persons and rooms are remembered, the latest. */
const KEPT = 10_000;

/** GO: it is worked off. TELL: it is not, and its writer is to be told. STILL: it is not, and they were told a moment ago. */
export type Verdict = 'GO' | 'TELL' | 'STILL';

interface Asked {
  readonly person: string;
  /** null: in private, where there is nobody else. */
  readonly room: string | null;
  /** When it was sent: what waited while we were away did not come at once. */
  readonly at: Instant;
  readonly now: Instant;
}

interface Writer {
  readonly bucket: Bucket;
  told: Instant | null;
}

/**
 * Who writes more commands than anybody can mean. In memory: after a restart everybody begins anew. Whoever goes on
 * although too much was said already stays out until they pause; in a room the others are let in as the room's own
 * allowance refills.
 */
export class Flood {
  private readonly writers = new Map<string, Writer>();
  private readonly rooms = new Map<string, Bucket>();
  private asked: Instant = instant(0);

  weigh({ person, room, at, now }: Asked): Verdict {
    if (now < this.asked - STEP) this.forget();
    this.asked = now;
    const writer = latest(this.writers, person, () => ({ bucket: new Bucket(PERSON), told: null }));
    const all = room === null ? null : latest(this.rooms, room, () => new Bucket(ROOM));
    if (!writer.bucket.has(at)) writer.bucket.empty();
    else if (all?.has(at) !== false) {
      writer.bucket.take();
      all?.take();
      return 'GO';
    }
    if (writer.told !== null && now - writer.told < TOLD) return 'STILL';
    writer.told = now;
    return 'TELL';
  }

  /** The clock was set back: by it, what is remembered has yet to happen. */
  private forget(): void {
    this.writers.clear();
    this.rooms.clear();
  }

  /** So many are remembered. */
  get size(): number {
    return this.writers.size + this.rooms.size;
  }
}

/** A token bucket. What travelled longer and comes after younger messages counts as sent with them. */
class Bucket {
  private readonly allowance: Allowance;
  private latest: Instant = instant(0);
  /** When it will be full again. */
  private fullAt: Instant = instant(0);

  constructor(allowance: Allowance) {
    this.allowance = allowance;
  }

  has(at: Instant): boolean {
    this.latest = instant(Math.max(this.latest, at));
    return this.fullAt - this.latest <= (this.allowance.burst - 1) * this.allowance.refill;
  }

  /** One token of what {@link has} has found. */
  take(): void {
    this.fullAt = instant(Math.max(this.fullAt, this.latest) + this.allowance.refill);
  }

  empty(): void {
    this.fullAt = instant(this.latest + this.allowance.burst * this.allowance.refill);
  }
}

function latest<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, found);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return found;
}
