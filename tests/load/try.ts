import { BenchTown, buttonOf, median } from './town.ts';
const count = Number(process.argv[2] ?? 10000), reps = Number(process.argv[3] ?? 2);
const town = await BenchTown.open(count * reps, { schema: false, callbackTtlMs: 600_000 });
for (let rep = 0; rep < reps; rep++) {
  const presses = town.residents.slice(rep * count, (rep + 1) * count).map((user, index) => ({ user, button: buttonOf(index) }));
  const bot = await town.startBot();
  const idle = await bot.usage();
  const f0 = await town.stats();
  const stats = await town.backlog(presses);
  const after = await bot.usage();
  console.log({ rate: Math.round(count / (stats.max / 1000)), p50: stats.p50, max: stats.max, cpu: after.cpuMs - idle.cpuMs, fakeCpu: stats.cpuMs - f0.cpuMs, idle, after, text: stats.lastText?.split('\n').filter(l=>/Viell/.test(l)) });
  await bot.stop();
  for (const rival of (process.argv[4] ?? '').split(',').filter(Boolean)) {
    const bot = await town.startRival(`rival-${rival}.ts`);
    const stats = await town.backlog(presses);
    console.log(rival, Math.round(count / (stats.max / 1000)));
    await bot.stop();
  }
}
await town.close();
