import { expect, it } from 'vitest';
import { modelRun } from '../support/model-run.ts';

const WANTED = 100_000;

it('the model, for a hundred thousand steps', { timeout: 14_400_000 }, async () => {
  let steps = 0;
  for (let seed = 1; steps < WANTED; seed += 1) {
    steps += await modelRun({ runs: 50, commands: 100, seed });
    console.log(`model: ${steps} steps; the database agreed after each`);
  }
  expect(steps).toBeGreaterThanOrEqual(WANTED);
});
