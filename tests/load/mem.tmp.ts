import { BenchTown, until } from './town.ts';
const town = await BenchTown.open(10, { schema: false, callbackTtlMs: 600_000 });
for (const flags of process.argv.slice(2)) {
  process.env['BENCH_EXEC_ARGV'] = flags;
  for (let i = 0; i < 2; i++) {
    const t = performance.now();
    const bot = await town.startBot();
    const up = performance.now() - t;
    const u = await bot.usage();
    await new Promise((r) => setTimeout(r, 1500));
    const v = await bot.usage();
    console.log(flags, Math.round(up), u, v);
    await bot.stop();
  }
}
await town.close();
