import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';
import type { Instant } from './time.ts';

/** What an error says that asks to be tried again later (the exit code a process would end with). */
const LATER = 75;

export interface PatientStore extends Store {
  /** Since when another program has held the database; null: it does not. */
  readonly heldSince: Instant | null;
}

/**
 * A store whose transactions wait while another program holds the database, however long that takes: meanwhile nothing
 * is confirmed to a messenger and nothing dropped. (The store itself waits some seconds before it calls itself busy.)
 */
export function patient(store: Store, clock: Clock, logger: Logger): PatientStore {
  let heldSince: Instant | null = null;
  return {
    get heldSince() {
      return heldSince;
    },
    transact: async (work) => {
      for (;;) {
        const begun = clock.now();
        try {
          const done = await store.transact(work);
          heldSince = null;
          return done;
        } catch (error) {
          const waits = error instanceof Error && 'exitCode' in error && error.exitCode === LATER;
          if (waits && heldSince === null) logger.warn({}, 'another program holds the database; nothing is received or decided until it lets go');
          heldSince = waits ? (heldSince ?? begun) : null;
          if (!waits) throw error;
        }
      }
    },
    view: (work) => store.view(work),
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}
