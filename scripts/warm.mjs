// Preloaded by `npm start` (`node --import`): Node keeps what it has compiled, so that every later start takes less
// time and memory. The folder is ours alone: what lies there is run.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node-compile', import.meta.url)));
