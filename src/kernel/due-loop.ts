import type { Cancel, Clock } from '../ports/clock.ts';
import type { Instant } from './time.ts';

/** What is to be done first, and when. */
export interface Due {
  readonly at: Instant;
  readonly run: () => Promise<void>;
}

/**
 * Does what is due, the first first, and sleeps until the next is. `next` asks the database; the clock only knocks.
 * Invariants: nothing runs twice at once; a poke while something runs is not lost, so that `next` is asked once more.
 */
export class DueLoop {
  private readonly clock: Clock;
  private readonly next: () => Promise<Due | null>;
  private readonly onError: (error: unknown) => void;
  private planned: Cancel = () => {};
  private running = false;
  private again = false;
  private stopped = false;

  constructor(clock: Clock, next: () => Promise<Due | null>, onError: (error: unknown) => void) {
    this.clock = clock;
    this.next = next;
    this.onError = onError;
  }

  /** Something may have become due earlier than we knew, or is due now. */
  poke(): void {
    this.again = true;
    if (!this.running && !this.stopped) void this.run();
  }

  get idle(): boolean {
    return !this.running;
  }

  /** What is under way comes to its end; nothing else begins. */
  stop(): void {
    this.stopped = true;
    this.planned();
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        const due = await this.next();
        this.planned();
        if (due === null || this.stopped) continue;
        if (due.at <= this.clock.now()) {
          await due.run();
          this.again = true;
        } else {
          this.planned = this.clock.at(due.at, () => this.poke());
        }
      }
    } catch (error) {
      this.onError(error);
    } finally {
      this.running = false;
    }
  }
}
