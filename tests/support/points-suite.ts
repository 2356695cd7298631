import { expect, it } from 'vitest';
import { Account, allPoints } from './fault-points.ts';
import type { Death } from './faults-stage.ts';
import { inFiles, type Ground } from './houses.ts';
import { scenarios } from './scenarios.ts';

/** A bot that dies at every call of every story. `part` of `parts`: the stories are shared among files, which run side by side. */
export function everyCall(how: string, death: Death, { twice = false, part = 0, parts = 1, ground = (): Ground => inFiles } = {}): void {
  for (const scenario of scenarios.filter((_scenario, i) => i % parts === part)) {
    it(`${how} at every call: ${scenario.name}`, { timeout: 3_600_000 }, async () => {
      const account = new Account();
      const begin = performance.now();
      await allPoints(scenario, death, account, { twice, ground: ground() });
      console.log(`${how} at every call, ${scenario.name}: ${account.summary}; ${(account.runs / (performance.now() - begin) * 1_000).toFixed(2)} deaths a second`);
      expect(account.wrong).toEqual([]);
      expect(account.runs).toBeGreaterThan(0);
    });
  }
}
