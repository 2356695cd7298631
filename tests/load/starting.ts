import { BenchTown, median } from './town.ts';

/** An update waits; the bot is started (installed, with a database). Milliseconds from there to the answer. */
export async function starting(rounds: number) {
  const town = await BenchTown.open(rounds + 1);
  const times: number[] = [];
  try {
    for (const user of town.residents) {
      await town.telegram.ask({ do: 'reset' });
      await town.press([{ user, button: 'Zusage' }]);
      const bot = town.spawnBot({ probed: false });
      times.push((await town.answered(1)).max);
      await bot.stop();
    }
    return { median: median(times.slice(1)), times: times.slice(1) };
  } finally {
    await town.close();
  }
}
