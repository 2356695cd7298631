import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../../adapters/storage/store.ts';
import { VirtualClock } from '../../../adapters/system/virtual-clock.ts';
import type { DueWork } from '../../../src/kernel/feature.ts';
import { noMetrics } from '../../../src/kernel/pulse.ts';
import { Schedule } from '../../../src/kernel/schedule.ts';
import { durations, instant, type Instant } from '../../../src/kernel/time.ts';
import type { House } from '../../../src/kernel/turn.ts';
import type { Store } from '../../../src/ports/store.ts';

const BEGIN = instant(Date.parse('2018-11-20T12:00:00Z'));

let folder: string;
let store: Store;
let clock: VirtualClock;
let schedule: Schedule;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  store = await openStore(`file:${folder}/s.db`, { onFatal: (error) => { throw error; } });
  clock = new VirtualClock(BEGIN);
});
afterEach(async () => {
  schedule.stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Work that is due at these ms after the beginning, at most `atOnce` pieces a run. Answers when each run was, and how much it did. */
function working(due: readonly number[], atOnce = Infinity): { at: number; pieces: number }[] {
  const left = [...due];
  const runs: { at: number; pieces: number }[] = [];
  const work: DueWork = {
    name: 'pieces',
    next: async () => (left[0] === undefined ? null : instant(BEGIN + left[0])),
    run: async ({ now }) => {
      const ready = left.filter((at) => BEGIN + at <= now).slice(0, atOnce);
      left.splice(0, ready.length);
      runs.push({ at: now - BEGIN, pieces: ready.length });
    },
  };
  const house = { ids: { id: () => 'x' }, metrics: noMetrics } as unknown as House;
  const fatal = (error: unknown): never => { throw error; };
  schedule = new Schedule({ store, house, clock, work: [work], nobody: {} as never, committed: () => {}, onError: fatal });
  return runs;
}

async function until(end: Instant): Promise<void> {
  const settle = async (): Promise<void> => {
    do await new Promise((resolve) => setImmediate(resolve)); while (!schedule.idle);
  };
  schedule.poke();
  await clock.advanceTo(end, settle);
}

it('what falls due by itself is done at its instant', async () => {
  const runs = working([1_000, 5_000, 9_000]);
  await until(instant(BEGIN + 20_000));
  expect(runs).toEqual([{ at: 1_000, pieces: 1 }, { at: 5_000, pieces: 1 }, { at: 9_000, pieces: 1 }]);
});

it('what falls due in quick succession is done together, none later than a second', async () => {
  const due = Array.from({ length: 500 }, (_, i) => 1_000 + 20 * i);
  const runs = working(due);
  await until(instant(BEGIN + durations.minute));
  expect(runs.reduce((sum, { pieces }) => sum + pieces, 0)).toBe(500);
  expect(runs.length).toBeLessThanOrEqual(12);
  let done = 0;
  for (const { at, pieces } of runs) {
    expect(at - due[done]!).toBeLessThanOrEqual(1_000);
    done += pieces;
  }
});

it('a backlog is worked off without a pause', async () => {
  const runs = working(Array.from({ length: 1_000 }, () => 1_000), 200);
  await until(instant(BEGIN + 1_000));
  expect(runs).toEqual(Array.from({ length: 5 }, () => ({ at: 1_000, pieces: 200 })));
});
