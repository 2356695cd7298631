import type { Usage } from './probe.ts';
import { rawWrites } from './raw-sqlite.ts';
import { BenchTown, buttonOf, median } from './town.ts';

const PRESSES = 10_000;

/**
 * A backlog of 10,000 presses by 10,000 people, each answered: by the bot, durably; by the least that grammY and
 * Telegraf can do, without any storage; and the same rows written by better-sqlite3 alone. In turns, presses a second
 * from the first press to the last answer. Also what the bot's process holds, idle and afterwards.
 */
export async function durablePresses(rounds: number) {
  const town = await BenchTown.open(PRESSES * rounds, { schema: false, callbackTtlMs: 3_600_000 });
  const rates = { ours: [] as number[], grammy: [] as number[], telegraf: [] as number[], raw: [] as number[] };
  const memory: { idle: Usage; after: Usage; later: Usage }[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const people = town.residents.slice(round * PRESSES, (round + 1) * PRESSES);
      const presses = people.map((user, index) => ({ user, button: buttonOf(index) }));
      const bot = await town.startBot();
      await rest();
      const idle = await bot.usage();
      rates.ours.push(PRESSES / (await town.backlog(presses)).max * 1_000);
      const after = await bot.usage();
      await rest();
      memory.push({ idle, after, later: await bot.usage() });
      await bot.stop();
      for (const rival of ['grammy', 'telegraf'] as const) {
        const program = await town.startRival(`rival-${rival}.ts`);
        rates[rival].push(PRESSES / (await town.backlog(presses)).max * 1_000);
        await program.stop();
      }
      rates.raw.push(await rawWrites(town.folder, PRESSES));
    }
    const each = (what: (of: (typeof memory)[number]) => number): number => median(memory.map(what));
    return {
      ours: median(rates.ours), grammy: median(rates.grammy), telegraf: median(rates.telegraf), raw: median(rates.raw),
      cpuMsPerPress: each(({ idle, after }) => after.cpuMs - idle.cpuMs) / PRESSES,
      rssIdle: each(({ idle }) => idle.rssMb), rssAfter: each(({ after }) => after.rssMb), rssLater: each(({ later }) => later.rssMb),
    };
  } finally {
    await town.close();
  }
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3_000));
