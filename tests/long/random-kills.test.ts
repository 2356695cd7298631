import { expect, it } from 'vitest';
import { randomKills } from '../support/kill-run.ts';

it('two hundred kills at random times under load', { timeout: 3_600_000 }, async () => {
  const { restarts, ...found } = await randomKills(200, 7);
  const sorted = restarts.toSorted((a, b) => a - b);
  const median = sorted[sorted.length >> 1]!;
  console.log(`random kills: ${JSON.stringify(found)}; restart ${Math.round(median)} ms (median), ${Math.round(sorted.at(-1)!)} ms (longest)`);
  expect(found).toMatchObject({ lost: 0, damaged: 0, miscounted: 0 });
  expect(found.kills).toBeGreaterThanOrEqual(200);
  expect(median).toBeLessThanOrEqual(3_000);
});
