import { openStore } from '../../adapters/storage/store.ts';
import { durations, instant } from '../../src/kernel/time.ts';
import { claimTimes, storeReminders } from './fill.ts';
import { BenchTown, buttonOf, median, until } from './town.ts';

const PEOPLE = 10_000;
const STORED = 100_000;
/** Storing them all takes no longer: the bot is up when the first one falls due. */
const FILLING = 20 * durations.second;

/**
 * 100,000 reminders are stored, 10,000 of them fall due within one minute: the whole way of each, from its row over a
 * card in a private chat to Telegram's receipt. Meanwhile somebody writes and somebody presses every few seconds.
 */
export async function dueReminders() {
  const town = await BenchTown.open(100);
  try {
    const users = (await town.telegram.ask({ do: 'users', count: PEOPLE, started: true, language: 'de' })) as number[];
    const [curious = 0] = (await town.telegram.ask({ do: 'users', count: 1, started: true, language: 'de' })) as number[];
    const store = await openStore(`file:${town.database}`, { onFatal: (error) => { throw error; } });
    const now = instant(Date.now());
    await storeReminders(store, users, { each: STORED / PEOPLE, now, soon: instant(now + FILLING), within: durations.minute });
    const claims = await claimTimes(store, instant(now + FILLING + durations.minute));
    await store.close();
    const bot = await town.startBot();
    // What is said before the first one falls due would count as time in which nothing was handed over.
    await new Promise((resolve) => setTimeout(resolve, now + FILLING - Date.now()));
    await town.telegram.ask({ do: 'reset' });
    const waited: number[] = [];
    let rssMb = 0;
    for (let round = 0; (await town.stats(null)).sends < PEOPLE; round += 1) {
      const begun = performance.now();
      rssMb = Math.max(rssMb, (await bot.usage()).rssMb);
      if (round % 5 === 0) waited.push(await replyTime(town, curious, '/hilfe'));
      if (round % 5 === 2) await town.press([{ user: town.residents[(round / 5) | 0]!, button: buttonOf(round) }]);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1_000 - (performance.now() - begun))));
    }
    const stats = await town.stats(null);
    await bot.stop();
    const { sends, edits, firstAt, lastAt } = stats;
    return { ...stats, claim: median(claims), slowestClaim: Math.max(...claims), perSecond: ((sends + edits - 1) / (lastAt - firstAt)) * 1_000, longestWait: Math.max(...waited), rssMb };
  } finally {
    await town.close();
  }
}

/** Somebody writes to the bot: ms until they read its answer. */
async function replyTime(town: BenchTown, user: number, text: string): Promise<number> {
  const messages = async (): Promise<number> => ((await town.telegram.ask({ do: 'screen', chat: user, last: 1_000 })) as unknown[]).length;
  const before = await messages();
  const begin = performance.now();
  await town.telegram.ask({ do: 'say', texts: [{ user, text }] });
  await until(async () => (await messages()) >= before + 2, 10, 90_000);
  return performance.now() - begin;
}
