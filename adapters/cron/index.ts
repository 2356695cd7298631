import { schedule } from 'node-cron';

/** How often the doorbell is rung: what the clock did meanwhile is noticed this soon. */
const EVERY = 5_000;

/**
 * Rings every five seconds, so that due work is looked for again whatever became of the machine's clock. Two bells:
 * node-cron by the wall clock, and its twin by the monotonic one, for a clock set back silences node-cron for as long.
 * The bell decides nothing: what is due stands in the database. It keeps no process alive. Answers the way to stop it.
 * @throws where the process lives in a zone with clock changes, which would silence node-cron for hours.
 */
export function mountDoorbell(ring: () => void): () => void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([0, 6].some((month) => new Date(2026, month, 1).getTimezoneOffset() !== 0)) throw new Error(`The process lives in the zone ${zone}; start it with TZ=UTC.`);
  const nothing = (): void => {};
  const task = schedule(`*/${EVERY / 1_000} * * * * *`, ring, {
    timezone: 'Etc/UTC',
    noOverlap: true,
    suppressMissedWarning: true,
    unref: true,
    logger: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  });
  const twin = setInterval(ring, EVERY).unref();
  return () => {
    clearInterval(twin);
    void task.destroy();
  };
}
