import { BenchTown, buttonOf, until } from './town.ts';

const PEOPLE = 300;
const MINUTE = 60_000;

/** 300 people press in 60 s of real time, 40 % of them in the first 10 s, on one card in one group. */
export async function busyMinute() {
  const town = await BenchTown.open(PEOPLE);
  try {
    const bot = await town.startBot();
    await town.telegram.ask({ do: 'reset' });
    const presses = town.residents.map((user, index) => ({ user, button: buttonOf(index) }));
    const early = PEOPLE * 0.4;
    await town.press(presses.slice(0, early), MINUTE / 6);
    await town.press(presses.slice(early), (MINUTE * 5) / 6);
    const last = performance.now();
    const counts = ['Zusage', 'Vielleicht', 'Absage'].map((button) => presses.filter((press) => press.button === button).length);
    const truth = new RegExp(counts.map((count) => `\\b${count}\\b`).join('[^]*'));
    await until(async () => truth.test((await town.stats()).lastText ?? ''), 10);
    const cardTrueAfter = performance.now() - last;
    // What would still come too much comes within this time.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const stats = await town.stats();
    await bot.stop();
    return { cardTrueAfter, ...stats };
  } finally {
    await town.close();
  }
}
