import { expect, it } from 'vitest';
import { Account, somePoints } from '../support/fault-points.ts';
import { scenarios } from '../support/scenarios.ts';

it('a process killed by SIGKILL at the n-th call of a port loses nothing and doubles nothing', { timeout: 240_000 }, async () => {
  const account = new Account();
  for (const scenario of scenarios) await somePoints(scenario, 'kill', 1, account);
  console.log(`killed, ${scenarios.length} scenarios: ${account.summary}`);
  expect(account.wrong).toEqual([]);
  expect(account.runs).toBeGreaterThanOrEqual(scenarios.length);
});
