import { expect, it } from 'vitest';
import { patient } from '../../../src/kernel/patient.ts';
import { durations, instant } from '../../../src/kernel/time.ts';
import type { Store } from '../../../src/ports/store.ts';
import { RememberingLogger, VirtualTime } from '../../support/virtual-time.ts';

/** A store that another program holds for so many attempts, five seconds each. */
function held(attempts: number, time: VirtualTime, failure: () => Error): Store {
  let left = attempts;
  return {
    transact: async (work) => {
      if (left === 0) return work({} as never);
      left -= 1;
      await time.clock.advanceTo(instant(time.clock.now() + 5 * durations.second), async () => {});
      throw failure();
    },
    view: () => Promise.reject(new Error('not asked')),
    scrub: async () => true,
    close: async () => {},
  };
}

const busy = (): Error => Object.assign(new Error('busy'), { exitCode: 75 });

it('waits however long, says once that it does, and since when', async () => {
  const time = new VirtualTime('2018-11-15T12:00:00+01:00');
  const begun = time.clock.now();
  const logger = new RememberingLogger();
  const seen: (number | null)[] = [];
  const inner = held(3, time, busy);
  const store = patient({ ...inner, transact: (work) => (seen.push(store.heldSince), inner.transact(work)) }, time.clock, logger);
  expect(await store.transact(async () => 'done')).toBe('done');
  expect(seen).toEqual([null, begun, begun, begun]);
  expect(store.heldSince).toBeNull();
  expect(logger.lines).toHaveLength(1);
});

it('what is wrong otherwise is no reason to wait', async () => {
  const time = new VirtualTime('2018-11-15T12:00:00+01:00');
  const store = patient(held(1, time, () => new Error('disk gone')), time.clock, new RememberingLogger());
  await expect(store.transact(async () => 'done')).rejects.toThrow('disk gone');
  expect(store.heldSince).toBeNull();
});
