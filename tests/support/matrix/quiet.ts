import { logger as global, type Logger } from 'matrix-js-sdk/lib/logger.js';

const nothing = (): void => {};

/** For the SDK, which otherwise tells the terminal all it does. */
export const quiet: Logger = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, getChild: () => quiet };

// Parts of the SDK that belong to no client take theirs from this one.
Object.assign(global, { ...quiet, log: nothing });
