/** What must stand in no log, and not in the database any more: tokens, names, words. Through faults, a kill and a crash. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { expect, it } from 'vitest';
import { RealTown } from '../support/kill-run.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import type { Person } from '../support/telegram/person.ts';

const TOKEN = '700100200:AACanaryCanaryCanaryCanaryCanary123';
const [FIRST, LAST, WORDS, ENTERED] = ['Kanarienvogelin', 'Zwitscherbaum', 'Vogelfutterwunsch', 'Federkleidfrau'];

const SECRETS = [TOKEN, TOKEN.split(':')[1]!, FIRST, LAST, WORDS, ENTERED, 'kanarienkonto', 'Körnermischung'];
if (postgresMissing !== null && process.env['CI'] === 'true') it('canaries on PostgreSQL', () => expect.fail(postgresMissing ?? ''));

/** Through faults, a kill and a restart; nothing is on its way any more. */
async function lived(town: RealTown): Promise<Person> {
  const { telegram } = town;
  const anna = telegram.user({ first_name: FIRST, last_name: LAST, username: 'kanarienkonto', language_code: 'de' });
  town.group.admit(anna);
  for (const kind of ['502-html', 'truncated'] as const) telegram.fault({ kind, method: 'sendMessage' });
  telegram.fault({ kind: 'reset-after', method: 'editMessageText' });
  telegram.fault({ kind: 'truncated', method: 'getUpdates' });
  anna.start();
  anna.say(WORDS);
  anna.press(town.card, 'Zusage');
  anna.say('/mitbringen kulinarisches Körnermischung');
  anna.say(`/zusage ${WORDS}`);
  town.officer.say(`/erfassen Telefon 2 ${ENTERED}`);
  telegram.inject({ update_id: 900_001, message: { text: WORDS, from: { first_name: FIRST } } });
  telegram.world.updates.jumpTo(900_002);
  await telegram.waitFor(() => telegram.presses.at(-1)?.answer !== undefined, { timeoutMs: 20_000 });
  await town.run.kill('SIGKILL').exited;
  anna.say('/meine_daten');
  await town.startAndMeasure();
  await telegram.waitFor(() => telegram.screen(anna).some(({ document }) => document !== undefined), { timeoutMs: 40_000 });
  await telegram.waitFor(() => telegram.pendingUpdates.length === 0, { timeoutMs: 20_000 });
  return anna;
}

/** What of it can be read in what the processes wrote. */
function leaked(town: RealTown, anna: Person): string[] {
  expect(town.output.length).toBeGreaterThan(0);
  return [...SECRETS, String(anna.id)].filter((secret) => town.output.includes(secret));
}

it('canaries: no token, no name and no word of a person in what the processes write, however they end', { timeout: 90_000 }, async () => {
  const town = await RealTown.open({ token: TOKEN });
  try {
    const anna = await lived(town);
    // The token is revoked: the process ends, and says why.
    town.telegram.fault({ kind: '401', method: 'getUpdates', times: Infinity });
    anna.say('/hilfe');
    expect(await town.run.exited).toBe(78);
    expect(leaked(town, anna)).toEqual([]);
    await town.read(async (reader) => {
      const left = await reader.all(`SELECT "state", "payload" FROM "Inbox" WHERE "state" IN ('DONE', 'REFUSED') AND "payload" <> ''`);
      expect(left).toEqual([]);
      const told = JSON.stringify(await reader.all(`SELECT * FROM "Outbox" WHERE "state" NOT IN ('READY', 'SENDING')`));
      expect([FIRST, LAST, WORDS, ENTERED, 'Körnermischung'].filter((secret) => told.includes(secret))).toEqual([]);
      for (const name of await reader.tables()) expect(JSON.stringify(await reader.all(`SELECT * FROM "${name}"`)), name).not.toContain(TOKEN.split(':')[1]);
    });
  } finally {
    await town.close();
  }
});

const databases: readonly [string, () => Promise<{ url: string | null; away: () => Promise<void> }>][] = [
  ['SQLite', async () => ({ url: null, away: async () => {} })],
  ['PostgreSQL', async () => {
    const postgres = await startPostgres();
    return { url: await postgres.freshDatabase(), away: () => postgres.stop() };
  }],
];

it.for(databases.filter(([name]) => name === 'SQLite' || postgresMissing === null))('canaries on %s: tables vanish below it, it cannot work off, then not commit, and ends with 70', { timeout: 120_000 }, async ([, open]) => {
  const { url, away } = await open();
  const town = await RealTown.open({ token: TOKEN, ...(url === null ? {} : { env: { DATABASE_URL: url } }) });
  try {
    const anna = await lived(town);
    const drop = (table: string): Promise<void> => dropTable(url ?? join(town.folder, 'data/miteinander.db'), table);
    await drop('BringItem');
    anna.say(`/mitbringen kulinarisches ${WORDS}`);
    await town.until(() => town.output.includes('"level":50'), 20_000);
    await drop('Outbox');
    town.officer.say(`/erfassen Telefon 3 ${ENTERED}`);
    expect(await town.run.exited).toBe(70);
    expect(leaked(town, anna)).toEqual([]);
  } finally {
    await town.close();
    await away();
  }
});

async function dropTable(where: string, table: string): Promise<void> {
  if (where.startsWith('postgres')) {
    const client = new pg.Client({ connectionString: where });
    await client.connect();
    await client.query(`DROP TABLE "${table}" CASCADE`);
    return client.end();
  }
  const file = new Database(where);
  file.pragma('foreign_keys = OFF');
  file.exec(`DROP TABLE "${table}"`);
  file.close();
}
