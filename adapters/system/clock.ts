import { instant } from '../../src/kernel/time.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A timer sleeps no longer than this: so a clock that was set, or a machine that slept, is noticed soon. */
const LONGEST_SLEEP = 30_000;

/**
 * The machine's clock. A wake never comes early: after each sleep the clock is read again, so a clock set back makes
 * it wait on. The timers keep no process alive; messengers and servers do.
 */
export const systemClock: Clock = {
  now: () => instant(Date.now()),
  at(planned, wake) {
    let timer: NodeJS.Timeout;
    const sleep = (): void => {
      const left = planned - Date.now();
      timer = setTimeout(() => (planned <= Date.now() ? wake() : sleep()), Math.min(Math.max(left, 0), LONGEST_SLEEP));
      timer.unref();
    };
    sleep();
    return () => clearTimeout(timer);
  },
};
