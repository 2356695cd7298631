import { expect, it } from 'vitest';
import { randomKills } from '../support/kill-run.ts';

it('killed at random times while people press: what was acknowledged is on disk', { timeout: 120_000 }, async () => {
  const { restarts, ...found } = await randomKills(5, 2018);
  const sorted = restarts.toSorted((a, b) => a - b);
  console.log(`random kills: ${JSON.stringify(found)}; restart ${Math.round(sorted[sorted.length >> 1]!)} ms (median), ${Math.round(sorted.at(-1)!)} ms (longest)`);
  expect(found).toMatchObject({ lost: 0, damaged: 0, miscounted: 0 });
});
