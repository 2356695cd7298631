import { join } from 'node:path';
import { openSqlite } from '../../adapters/storage/sqlite-driver.ts';
import { migrate, migrationsFolder } from '../../adapters/storage/migrate.ts';

/** As many updates as one getUpdates call brings: what the bot commits together. */
const BATCH = 100;

/**
 * The rows of so many presses written by better-sqlite3 alone, with the bot's own schema, settings (FULL) and commits:
 * inbox and cursor; person, account, reply, effect, count and mark; the effect gone again. Answers presses a second.
 */
export async function rawWrites(folder: string, presses: number): Promise<number> {
  const sqlite = openSqlite(join(folder, `raw-${Date.now()}.db`));
  const target = {
    ledger: 'SELECT 1', places: '', query: async () => [],
    script: async (sql: string) => void sqlite.exec(sql),
  };
  await migrate(target, migrationsFolder('sqlite'));
  const now = new Date().toISOString();
  const payload = 'x'.repeat(2_500);
  const receive = sqlite.prepare(`INSERT INTO "Inbox" ("platform", "account", "key", "receivedAt", "queuedSince", "state", "attempts", "payload") VALUES ('telegram', '1', ?, ?, ?, 'NEW', 0, ?)`);
  const cursor = sqlite.prepare(`INSERT INTO "Cursor" VALUES ('telegram', '1', ?, ?) ON CONFLICT DO UPDATE SET "value" = excluded."value"`);
  const person = sqlite.prepare(`INSERT INTO "Person" ("id", "name", "noticeAt", "createdAt") VALUES (?, 'Amira', ?, ?)`);
  const identity = sqlite.prepare(`INSERT INTO "ChatIdentity" ("id", "platform", "account", "personId", "name", "reach", "seenAt") VALUES (?, 'telegram', ?, ?, 'Amira', 'UNKNOWN', ?)`);
  const reply = sqlite.prepare(`INSERT INTO "Rsvp" ("eventKey", "personId", "answer", "partySize", "seat", "channel", "timeliness", "toConfirm", "answeredAt") VALUES ('auftakt', ?, 'ATTENDING', 1, 'CONFIRMED', 'TELEGRAM', 'IN_TIME', 0, ?)`);
  const effect = sqlite.prepare(`INSERT INTO "Outbox" ("effectId", "seq", "room", "effect", "state", "attempt", "notBefore", "createdAt") VALUES (?, ?, 'telegram:-1001', ?, 'READY', 0, ?, ?)`);
  const count = sqlite.prepare(`INSERT INTO "Subject" VALUES ('EVENT:auftakt', ?) ON CONFLICT DO UPDATE SET "version" = excluded."version"`);
  const mark = sqlite.prepare(`UPDATE "Inbox" SET "state" = 'DONE', "payload" = '' WHERE "seq" = ?`);
  const settled = sqlite.prepare(`DELETE FROM "Outbox" WHERE "effectId" = ?`);
  const each = (from: number, work: (press: number) => void) => sqlite.transaction(() => {
    for (let press = from; press < from + BATCH; press += 1) work(press);
  }).immediate();

  const start = performance.now();
  for (let from = 1; from <= presses; from += BATCH) {
    each(from, (press) => {
      receive.run(String(press), now, now, payload);
      if (press === from) cursor.run(String(press), now);
    });
    each(from, (press) => {
      const id = `person-${String(press).padStart(9, '0')}`;
      person.run(id, now, now);
      identity.run(`account-${id}`, String(press), id, now);
      reply.run(id, now);
      effect.run(`in.${press}.1`, press, '{"kind":"ANSWER","pressId":"4200000000000000001","text":"Danke, Sie sind dabei."}', now, now);
      mark.run(press);
      if (press === from) count.run(press);
    });
    each(from, (press) => void settled.run(`in.${press}.1`));
  }
  const seconds = (performance.now() - start) / 1_000;
  sqlite.close();
  return presses / seconds;
}
