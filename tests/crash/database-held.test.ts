import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { RealTown } from '../support/kill-run.ts';

it('another program holds the database: /readyz says so within seconds, and that it is over', { timeout: 90_000 }, async () => {
  const address = `127.0.0.1:${20_000 + (process.pid % 20_000) + 4}`;
  const town = await RealTown.open({ env: { HTTP_ADDRESS: address } });
  const ready = async (): Promise<string> => (await fetch(`http://${address}/readyz`)).text();
  const until = async (sentence: string, timeout: number): Promise<void> => expect.poll(ready, { timeout, interval: 200 }).toContain(sentence);
  try {
    const person = town.telegram.user({ first_name: 'Amira' });
    town.group.admit(person);
    await until('ok', 10_000);
    const other = new Database(join(town.folder, 'data/miteinander.db'));
    other.exec('BEGIN IMMEDIATE');
    const press = person.press(town.card, 'Zusage');
    // The store waits for five seconds before it calls itself busy.
    await until('another program has held the database for', 9_000);
    other.exec('ROLLBACK');
    other.close();
    await until('ok', 10_000);
    await town.telegram.waitFor(() => press.answer !== undefined, { timeoutMs: 15_000 });
    expect(town.output.split('another program holds the database')).toHaveLength(2);
  } finally {
    await town.close();
  }
});
