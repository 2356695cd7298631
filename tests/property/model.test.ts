import { expect, it } from 'vitest';
import { modelRun } from '../support/model-run.ts';

const WANTED = 1_000;

it('a small model in memory and the bot agree after every step, crashes and repeats included', { timeout: 240_000 }, async () => {
  let steps = 0;
  for (let seed = 20_181_124; steps < WANTED; seed += 1) steps += await modelRun({ runs: 10, commands: 40, seed });
  console.log(`model: ${steps} steps; the database agreed after each`);
  expect(steps).toBeGreaterThanOrEqual(WANTED);
});
