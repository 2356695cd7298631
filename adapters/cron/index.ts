import { schedule, type ScheduledTask } from 'node-cron';

/** How often the doorbell is rung: what the clock did meanwhile is noticed this soon. */
const EVERY = 5_000;
const YEAR = 366 * 86_400_000;

/**
 * Rings every five seconds, so that due work is looked for again whatever became of the machine's clock. Two bells:
 * node-cron by the wall clock, and its twin by the monotonic one, for a clock set back silences node-cron for as long.
 * The bell decides nothing: what is due stands in the database. It keeps no process alive. Answers the way to stop it.
 *
 * Each ring of node-cron is a task of its own, once a year: after a clock set forward, or a machine that slept, it goes
 * through every time it missed, one by one, and every five seconds for a week that is 24 s of standing still.
 * @throws where the process lives in a zone with clock changes, which would silence node-cron for hours.
 */
export function mountDoorbell(ring: () => void): () => void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([0, 6].some((month) => new Date(2026, month, 1).getTimezoneOffset() !== 0)) throw new Error(`The process lives in the zone ${zone}; start it with TZ=UTC.`);
  let task: ScheduledTask | undefined;
  let next = 0;
  const arm = (): void => {
    void task?.destroy();
    next = (Math.floor(Date.now() / EVERY) + 1) * EVERY;
    task = schedule(expression(new Date(next)), () => (arm(), ring()), OPTIONS);
  };
  arm();
  const twin = setInterval(() => {
    const left = next - Date.now();
    if (left > EVERY || left < -EVERY) arm();
    ring();
  }, EVERY).unref();
  return () => {
    clearInterval(twin);
    void task?.destroy();
  };
}

const nothing = (): void => {};
const OPTIONS = {
  timezone: 'Etc/UTC',
  noOverlap: true,
  unref: true,
  /** Late is better than never. */
  missedExecutionTolerance: YEAR,
  logger: { debug: nothing, info: nothing, warn: nothing, error: nothing },
} as const;

function expression(at: Date): string {
  return `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} ${at.getUTCDate()} ${at.getUTCMonth() + 1} *`;
}
