import Sqlite from 'better-sqlite3';
import { BenchTown, median } from './town.ts';

const PEOPLE = 1_000;
const WISHES = ['Vielleicht', 'Zusage'];

/**
 * What a press costs with 1,000 and with 1,000,000 stored replies: two towns, the same thousand people change their
 * minds in both, in turns. Processor time of the bot per press, and time from press to answer of a whole backlog.
 */
export async function storedReplies(many: number, rounds: number) {
  const towns = await Promise.all([0, many - PEOPLE].map(async (more) => {
    const town = await BenchTown.open(PEOPLE, { schema: false, callbackTtlMs: 3_600_000 });
    const first = await town.startBot();
    await town.backlog(town.residents.map((user) => ({ user, button: 'Zusage' })));
    await first.stop();
    fill(town.database, more);
    return { town, bot: await town.startBot() };
  }));
  const cpu: [number, number][] = [];
  const wall: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const costs: [number, number][] = [[0, 0], [0, 0]];
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const { town, bot } = towns[which]!;
      const before = await bot.usage();
      const { max } = await town.backlog(town.residents.map((user) => ({ user, button: WISHES[round % 2]! })));
      costs[which] = [((await bot.usage()).cpuMs - before.cpuMs) / PEOPLE, max / PEOPLE];
    }
    // The first round warms up.
    if (round === 0) continue;
    cpu.push([costs[0]![0], costs[1]![0]]);
    wall.push([costs[0]![1], costs[1]![1]]);
  }
  for (const { town, bot } of towns) {
    await bot.stop();
    await town.close();
  }
  const ratio = (pairs: [number, number][]): number => median(pairs.map(([few, manyMore]) => manyMore / few));
  return { cpuFew: median(cpu.map(([few]) => few)), cpuMany: median(cpu.map(([, most]) => most)), cpuRatio: ratio(cpu), wallRatio: ratio(wall) };
}

/** So many more people with an account and a yes, counted. */
function fill(path: string, more: number): void {
  if (more <= 0) return;
  const sqlite = new Sqlite(path);
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${more})`;
  const id = `printf('filler%010d', i)`;
  const now = `'${new Date().toISOString()}'`;
  sqlite.exec(`BEGIN;
    INSERT INTO "Person" ("id", "name", "noticeAt", "createdAt") ${numbers} SELECT ${id}, 'Amira', ${now}, ${now} FROM n;
    INSERT INTO "ChatIdentity" ("id", "platform", "account", "personId", "name", "reach", "seenAt")
      ${numbers} SELECT ${id}, 'telegram', printf('9%012d', i), ${id}, 'Amira', 'UNKNOWN', ${now} FROM n;
    INSERT INTO "Rsvp" ("eventKey", "personId", "answer", "partySize", "seat", "channel", "timeliness", "toConfirm", "answeredAt")
      ${numbers} SELECT 'auftakt', ${id}, 'ATTENDING', 1, 'CONFIRMED', 'TELEGRAM', 'IN_TIME', 0, ${now} FROM n;
    UPDATE "EventTally" SET "attendingReplies" = "attendingReplies" + ${more}, "attendingPersons" = "attendingPersons" + ${more} WHERE "eventKey" = 'auftakt';
    COMMIT;`);
  sqlite.close();
}
