import { openStore } from '../../adapters/storage/store.ts';
import { durations, instant } from '../../src/kernel/time.ts';
import { storeReminders } from './fill.ts';
import { BenchTown, median } from './town.ts';

/** People with ten stored reminders each, where any are stored. */
const REMINDED = 10_000;

/**
 * An update waits; the bot is started (installed, with a database, and with so many stored reminders in it).
 * Milliseconds from there to the answer. `killed`: in the middle of its work, each time before.
 */
export async function starting(rounds: number, { reminders = 0, killed = false } = {}) {
  const town = await BenchTown.open(rounds + 1);
  const times: number[] = [];
  try {
    if (reminders > 0) await store(town, reminders);
    for (const user of town.residents) {
      await town.telegram.ask({ do: 'reset' });
      await town.press([{ user, button: 'Zusage' }]);
      const bot = town.spawnBot({ probed: false });
      times.push((await town.answered(1)).max);
      await (killed ? bot.kill() : bot.stop());
    }
    return { median: median(times.slice(1)), times: times.slice(1) };
  } finally {
    await town.close();
  }
}

async function store(town: BenchTown, reminders: number): Promise<void> {
  const users = (await town.telegram.ask({ do: 'users', count: REMINDED, started: true, language: 'de' })) as number[];
  const database = await openStore(`file:${town.database}`, { onFatal: (error) => { throw error; } });
  const now = instant(Date.now());
  await storeReminders(database, users, { each: reminders / REMINDED, now, soon: instant(now + durations.day), within: durations.minute });
  await database.close();
}
