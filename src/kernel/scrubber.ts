import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import { durations, instant } from './time.ts';

/** Marker, written with every erasure, a word of its own each: the files may still hold what was erased. */
export const ERASED = 'erased';

/** So long after an erasure, that the last words to the person are out and forgotten too; and between two tries. */
const FAREWELL = durations.minute;

/**
 * Scrubs the files after an erasure. Invariant: an erasure's marker goes only after a scrub that was due for that
 * erasure and succeeded. Whoever dies before, or finds the files in use, tries again, at the next start too. While one
 * is planned no other is: a crowd that leaves costs one scrub a minute.
 */
export class Scrubber {
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly logger: Logger;
  private readonly onError: (error: unknown) => void;
  private running = 0;
  private planned = false;
  private stopped = false;

  constructor(parts: { store: Store; clock: Clock; logger: Logger; onError: (error: unknown) => void }) {
    this.store = parts.store;
    this.clock = parts.clock;
    this.logger = parts.logger;
    this.onError = parts.onError;
  }

  /** Something was erased, or perhaps before the start. */
  async look(): Promise<void> {
    if (this.planned) return;
    const erasure = await this.store.view(({ kernel }) => kernel.marker(ERASED));
    if (erasure !== null && !this.planned) this.plan(erasure);
  }

  get idle(): boolean {
    return this.running === 0;
  }

  stop(): void {
    this.stopped = true;
  }

  private plan(erasure: string): void {
    this.planned = true;
    this.clock.at(instant(this.clock.now() + FAREWELL), () => void this.run(erasure));
  }

  private async run(erasure: string): Promise<void> {
    if (this.stopped) return;
    this.planned = false;
    this.running += 1;
    try {
      if (!(await this.store.scrub())) {
        this.logger.warn({}, 'what was erased could not be scrubbed from the files, which may be in use; it is tried again in a minute');
        return this.plan(erasure);
      }
      await this.store.transact(async ({ kernel }) => {
        if ((await kernel.marker(ERASED)) === erasure) kernel.removeMarker(ERASED);
      });
      // Somebody was forgotten since it was planned.
      await this.look();
    } catch (error) {
      this.onError(error);
    } finally {
      this.running -= 1;
    }
  }
}
