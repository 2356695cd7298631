import { expect, it } from 'vitest';
import { Account, allPoints } from '../support/fault-points.ts';
import { scenarios } from '../support/scenarios.ts';

const ways = [
  { how: 'abandoned', death: 'throw', twice: false },
  { how: 'abandoned, and once more while it recovers', death: 'throw', twice: true },
  { how: 'killed', death: 'kill', twice: false },
] as const;

it.each(ways.flatMap((way) => scenarios.map((scenario) => ({ ...way, scenario, name: scenario.name }))))('$how at every call: $name', { timeout: 3_600_000 }, async ({ how, death, twice, scenario, name }) => {
  const account = new Account();
  await allPoints(scenario, death, account, twice);
  console.log(`${how} at every call, ${name}: ${account.summary}`);
  expect(account.wrong).toEqual([]);
});
