/** What must stand in no log, and not in the database any more: tokens, names, words. Through faults, a kill and a crash. */
import { expect, it } from 'vitest';
import { RealTown } from '../support/kill-run.ts';

const TOKEN = '700100200:AACanaryCanaryCanaryCanaryCanary123';
const [FIRST, LAST, WORDS, ENTERED] = ['Kanarienvogelin', 'Zwitscherbaum', 'Vogelfutterwunsch', 'Federkleidfrau'];

it('canaries: no token, no name and no word of a person in what the processes write, however they end', { timeout: 90_000 }, async () => {
  const town = await RealTown.open({ token: TOKEN });
  try {
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
    // The token is revoked: the process ends, and says why.
    telegram.fault({ kind: '401', method: 'getUpdates', times: Infinity });
    anna.say('/hilfe');
    expect(await town.run.exited).toBe(78);

    expect(town.output.length).toBeGreaterThan(0);
    const secrets = [TOKEN, TOKEN.split(':')[1]!, FIRST, LAST, WORDS, ENTERED, 'kanarienkonto', 'Körnermischung', String(anna.id)];
    expect(secrets.filter((secret) => town.output.includes(secret))).toEqual([]);
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
