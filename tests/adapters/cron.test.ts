import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mountDoorbell } from '../../adapters/cron/index.ts';

const MINUTE = 60_000;
const zoneBefore = process.env['TZ'];
let rings = 0;
let stop = (): void => {};

beforeEach(() => {
  process.env['TZ'] = 'UTC';
  rings = 0;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  if (zoneBefore === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zoneBefore;
});

function mountAt(iso: string): void {
  vi.useFakeTimers({ now: Date.parse(iso), toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  stop = mountDoorbell(() => void (rings += 1));
}

async function ringsIn(ms: number): Promise<number> {
  const before = rings;
  await vi.advanceTimersByTimeAsync(ms);
  return rings - before;
}

it('rings by both clocks every five seconds, and not after it was stopped', async () => {
  mountAt('2026-11-22T12:00:02Z');
  expect(await ringsIn(MINUTE)).toBe(24);
  stop();
  expect(await ringsIn(MINUTE)).toBe(0);
});

it.each([
  ['61 minutes back', -61],
  ['a day back', -1_440],
  ['an hour forward', 60],
  ['a week forward', 10_080],
  ['from 1970 to today, as on a machine without a battery', 56 * 525_960],
])('rings on when the clock is set %s', async (_what, minutes) => {
  mountAt('2026-11-22T12:00:02Z');
  await ringsIn(MINUTE);
  vi.setSystemTime(Date.now() + minutes * MINUTE);
  const began = process.hrtime.bigint();
  expect(await ringsIn(5_000)).toBeGreaterThanOrEqual(1);
  expect(await ringsIn(60 * MINUTE)).toBeGreaterThanOrEqual(1_438);
  // Real time: nobody stood still to count what was missed.
  expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(15);
});

it.each(['2026-03-29T00:30:00Z', '2026-10-25T00:30:00Z'])('loses no ring over the clock change of Berlin (%s)', async (iso) => {
  mountAt(iso);
  for (let hour = 0; hour < 3; hour += 1) expect(await ringsIn(60 * MINUTE)).toBe(1_440);
});

it('rings at once after a machine has slept, when no timer ran', async () => {
  mountAt('2026-11-22T12:00:02Z');
  vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
  expect(await ringsIn(5_000)).toBeGreaterThanOrEqual(1);
});

it.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])('refuses a process that lives in %s', (zone) => {
  process.env['TZ'] = zone;
  expect(() => mountDoorbell(() => {})).toThrow(`The process lives in the zone ${zone}; start it with TZ=UTC.`);
});

it('the first import of the program makes any zone UTC', () => {
  const script = `import ${JSON.stringify(pathToFileURL('adapters/system/utc.ts').href)};
    const { mountDoorbell } = await import(${JSON.stringify(pathToFileURL('adapters/cron/index.ts').href)});
    mountDoorbell(() => {})();
    process.stdout.write(Intl.DateTimeFormat().resolvedOptions().timeZone);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { ...process.env, TZ: 'Europe/Berlin' } });
  expect([stdout, stderr]).toEqual(['UTC', '']);
});

it('keeps no process alive', () => {
  const script = `const { mountDoorbell } = await import(${JSON.stringify(pathToFileURL('adapters/cron/index.ts').href)}); mountDoorbell(() => {});`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ: 'UTC' }, timeout: 20_000 });
  expect(status).toBe(0);
});
