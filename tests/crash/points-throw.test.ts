import { expect, it } from 'vitest';
import { Account, somePoints } from '../support/fault-points.ts';
import { scenarios } from '../support/scenarios.ts';

it('a bot that is gone at the n-th call of a port loses nothing and doubles nothing', { timeout: 240_000 }, async () => {
  const account = new Account();
  for (const scenario of scenarios) await somePoints(scenario, 'throw', 4, account);
  console.log(`abandoned in this process, ${scenarios.length} scenarios: ${account.summary}`);
  expect(account.wrong).toEqual([]);
  expect(account.runs).toBeGreaterThanOrEqual(4 * scenarios.length - 4);
});
