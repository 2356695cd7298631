// Preloaded by `npm start` (`node --import`): Node keeps what it has compiled, so that every later start takes less
// time and memory. The folder is ours alone: what lies there is run.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node-compile', import.meta.url)));
// Node writes it down when it ends in order; a process that is killed has done so by then. Takes a moment after an
// update, and nothing when all is known.
setTimeout(flushCompileCache, 3_000).unref();
