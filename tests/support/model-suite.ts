import { expect, it } from 'vitest';
import { modelRun } from './model-run.ts';

const WANTED = 50_000;

/** Half of a hundred thousand steps. The halves run side by side: odd seeds in one, even ones in the other. */
export function halfTheModel(firstSeed: 1 | 2): void {
  it('the model, for fifty thousand steps', { timeout: 14_400_000 }, async () => {
    const begin = performance.now();
    let steps = 0;
    for (let seed: number = firstSeed; steps < WANTED; seed += 2) {
      steps += await modelRun({ runs: 50, commands: 100, seed });
      console.log(`model: ${steps} steps, ${(steps / (performance.now() - begin) * 1_000).toFixed(1)} a second; the database agreed after each`);
    }
    expect(steps).toBeGreaterThanOrEqual(WANTED);
  });
}
