import type { Logger } from '../ports/logger.ts';
import type { Store } from '../ports/store.ts';

/** What an error says that asks to be tried again later (the exit code a process would end with). */
const LATER = 75;

/**
 * A store whose transactions wait while another program holds the database, however long that takes: meanwhile nothing
 * is confirmed to a messenger and nothing dropped. (The store itself waits some seconds before it calls itself busy.)
 */
export function patient(store: Store, logger: Logger): Store {
  return {
    transact: async (work) => {
      for (let waited = false; ; waited = true) {
        try {
          return await store.transact(work);
        } catch (error) {
          if (!(error instanceof Error && 'exitCode' in error && error.exitCode === LATER)) throw error;
          if (!waited) logger.warn({}, 'another program holds the database; nothing is received or decided until it lets go');
        }
      }
    },
    view: (work) => store.view(work),
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}
