import { expect, it } from 'vitest';
import { modelRun } from '../support/model-run.ts';

it('a small model in memory and the bot agree after every step, crashes and repeats included', { timeout: 60_000 }, async () => {
  const steps = await modelRun({ runs: 50, commands: 40, limitMs: 15_000 });
  console.log(`model: ${steps} steps; the database agreed after each`);
  expect(steps).toBeGreaterThan(100);
});
