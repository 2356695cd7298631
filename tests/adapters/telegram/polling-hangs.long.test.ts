import { expect, test } from 'vitest';
import { LONG_POLL_SECONDS } from '../../../adapters/telegram/api.ts';
import { stage } from './setup.ts';

test('a long poll that nobody will ever answer (a half-open line) is given up and asked again, with a line in the log', async () => {
  await using on = await stage();
  await expect.poll(() => on.server.world.updates.polling).toBe(true);
  const amira = on.server.user({});
  const hang = on.server.fault({ kind: 'timeout-after-apply', apply: false, ms: 600_000, method: 'getUpdates' });
  amira.say('/start');
  await expect.poll(() => hang.hits(), { timeout: 5_000 }).toBe(1);
  const begun = performance.now();
  amira.say('zwei');
  await on.server.waitFor(() => on.intake.rows.size === 2, { timeoutMs: 45_000 });
  // As long as the poll may take, the second a call may stall here, and the pause after a failure.
  const seconds = (performance.now() - begun) / 1_000;
  expect(seconds).toBeGreaterThan(LONG_POLL_SECONDS - 1);
  expect(seconds).toBeLessThan(LONG_POLL_SECONDS + 6);
  expect(on.logger.of('warn')).toHaveLength(1);
  expect(on.logger.of('info').join()).toContain('receiving from Telegram works again');
}, 60_000);
