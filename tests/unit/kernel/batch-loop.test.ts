import { expect, it } from 'vitest';
import { BatchLoop } from '../../../src/kernel/batch-loop.ts';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
async function rest(loop: BatchLoop<number>): Promise<void> {
  while (!loop.idle) await turn();
}

/** Handles at its own pace: each batch waits until the test lets it go. */
function slow(most: number) {
  const batches: number[][] = [];
  const errors: unknown[] = [];
  let atOnce = 0;
  let worst = 0;
  let go: () => void = () => {};
  let gate = new Promise<void>((resolve) => (go = resolve));
  const loop = new BatchLoop<number>(
    most,
    async (items) => {
      atOnce += 1;
      worst = Math.max(worst, atOnce);
      batches.push(items);
      await gate;
      atOnce -= 1;
    },
    (error) => errors.push(error),
  );
  return {
    loop,
    batches,
    errors,
    worst: () => worst,
    letGo: () => go(),
    hold: () => {
      gate = new Promise<void>((resolve) => (go = resolve));
    },
  };
}

it('what comes together is handled together, in order', async () => {
  const { loop, batches, letGo } = slow(100);
  letGo();
  loop.push(1, 2);
  loop.push(3);
  await rest(loop);
  expect(batches).toEqual([[1, 2, 3]]);
});

it('what comes while it works is gathered for the next round, and never two rounds at once', async () => {
  const { loop, batches, worst, letGo } = slow(100);
  loop.push(1);
  await turn();
  for (let i = 2; i <= 50; i += 1) loop.push(i);
  await turn();
  expect(batches).toEqual([[1]]);
  expect(loop.pending).toBe(49);
  letGo();
  await rest(loop);
  expect(batches).toEqual([[1], Array.from({ length: 49 }, (_, i) => i + 2)]);
  expect(worst()).toBe(1);
});

it('no round is larger than it may be, and nothing is left out', async () => {
  const { loop, batches, letGo } = slow(4);
  letGo();
  loop.push(...Array.from({ length: 10 }, (_, i) => i));
  await rest(loop);
  expect(batches).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]);
});

it('pushing nothing starts nothing', () => {
  const { loop } = slow(1);
  loop.push();
  expect(loop.idle).toBe(true);
});

it('is idle only when everything was handled', async () => {
  const { loop, letGo } = slow(1);
  expect(loop.idle).toBe(true);
  loop.push(1);
  expect(loop.idle).toBe(false);
  await turn();
  expect([loop.pending, loop.idle]).toEqual([0, false]);
  letGo();
  await rest(loop);
});

it('a failure is told once and stops the round; what comes afterwards goes on behind what was left', async () => {
  const seen: number[] = [];
  const errors: unknown[] = [];
  const loop = new BatchLoop<number>(
    1,
    async ([item]) => {
      if (item === 2) throw new Error('the disk is full');
      seen.push(item!);
    },
    (error) => errors.push(error),
  );
  loop.push(1, 2, 3);
  while (errors.length === 0) await turn();
  expect([seen, loop.pending]).toEqual([[1], 1]);
  loop.push(4);
  await rest(loop);
  expect([seen, errors.length]).toEqual([[1, 3, 4], 1]);
});
