/** Preloaded into the process under test (`node --import`): tells the bench, when asked, what the process has used so far. */
export interface Usage {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly externalMb: number;
  /** Processor time since the start, all threads. */
  readonly cpuMs: number;
}

process.on('message', () => {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const usage: Usage = { rssMb: rss / 1e6, heapMb: heapUsed / 1e6, externalMb: external / 1e6, cpuMs: (user + system) / 1_000 };
  process.send?.(usage);
});
process.channel?.unref();
