import { METHODS } from './telegram/methods.ts';
import { RequestJudge } from './telegram/schema.ts';
import { loadShapeJudge } from './telegram/update-judge.ts';

/**
 * Once before all tests: the Bot API's schema is made and kept on disk. Made inside a test file's hook on a cold
 * cache, by several workers at once, it would eat that hook's time.
 */
export default async function warmSchema(): Promise<void> {
  await RequestJudge.load(Object.keys(METHODS));
  await loadShapeJudge();
}
