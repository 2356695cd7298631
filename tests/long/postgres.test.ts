import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inPostgres, type Ground } from '../support/houses.ts';
import { randomKills } from '../support/kill-run.ts';
import { everyCall } from '../support/points-suite.ts';
import { postgresMissing, startPostgres, type Postgres } from '../support/postgres.ts';

describe.skipIf(postgresMissing !== null)(`on PostgreSQL${postgresMissing === null ? '' : ` (${postgresMissing})`}`, () => {
  let postgres: Postgres;
  let ground: Ground;
  beforeAll(async () => {
    postgres = await startPostgres();
    ground = inPostgres(postgres);
  }, 60_000);
  afterAll(() => postgres.stop());

  it('fifty kills at random times under load', { timeout: 3_600_000 }, async () => {
    const { restarts, ...found } = await randomKills(50, 7, { DATABASE_URL: await postgres.freshDatabase() });
    const sorted = restarts.toSorted((a, b) => a - b);
    console.log(`random kills on PostgreSQL: ${JSON.stringify(found)}; restart ${Math.round(sorted[sorted.length >> 1]!)} ms (median), ${Math.round(sorted.at(-1)!)} ms (longest)`);
    expect(found).toMatchObject({ lost: 0, damaged: 0, miscounted: 0 });
  });

  // Every fourth story: what differs is the database, and each story goes through all of its calls.
  everyCall('abandoned on PostgreSQL', 'throw', { part: 0, parts: 4, ground: () => ground });
});
