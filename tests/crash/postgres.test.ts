import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account, somePoints } from '../support/fault-points.ts';
import { inPostgres, type Ground } from '../support/houses.ts';
import { postgresMissing, startPostgres, type Postgres } from '../support/postgres.ts';
import { scenarios } from '../support/scenarios.ts';

if (postgresMissing !== null && process.env['CI'] === 'true') it('deaths on PostgreSQL', () => expect.fail(postgresMissing ?? ''));

describe.skipIf(postgresMissing !== null)(`on PostgreSQL${postgresMissing === null ? '' : ` (${postgresMissing})`}`, () => {
  let postgres: Postgres;
  let ground: Ground;
  beforeAll(async () => {
    postgres = await startPostgres();
    ground = inPostgres(postgres);
  }, 60_000);
  afterAll(() => postgres.stop());

  it('a bot that is gone at the n-th call of a port loses nothing and doubles nothing', { timeout: 240_000 }, async () => {
    const account = new Account();
    const some = scenarios.filter((_scenario, i) => i % 4 === 0);
    for (const scenario of some) await somePoints(scenario, 'throw', 2, account, ground);
    console.log(`abandoned in this process, on PostgreSQL, ${some.length} scenarios: ${account.summary}`);
    expect(account.wrong).toEqual([]);
    expect(account.runs).toBeGreaterThanOrEqual(2 * some.length - 2);
  });

  it('a process killed by SIGKILL at the n-th call of a port loses nothing and doubles nothing', { timeout: 240_000 }, async () => {
    const account = new Account();
    for (const scenario of scenarios.slice(0, 1)) await somePoints(scenario, 'kill', 1, account, ground);
    console.log(`killed, on PostgreSQL, one scenario: ${account.summary}`);
    expect(account.wrong).toEqual([]);
    expect(account.runs).toBe(1);
  });
});
