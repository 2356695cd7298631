import { expect, it } from 'vitest';
import { Account } from '../support/fault-points.ts';
import { disturbed, undisturbed } from '../support/scenario-run.ts';
import type { Scenario } from '../support/scenarios.ts';
import { foundGroup, type StageGroup } from '../support/stage-group.ts';

const scenario: Scenario<StageGroup> = {
  name: 'minutes come as a file and are approved',
  async prepare(stage) {
    const group = await foundGroup(stage, 'Ayşe');
    group.lena.say('/treffen heute 9:03-9:30 Rathaus');
    // Soon, so that nobody takes the wait for an outage.
    await stage.move('2018-10-22T09:03:30+02:00');
    return group;
  },
  async play(stage, { lena, others: [ayse] }) {
    ayse!.send(null, { filename: 'Protokoll.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4') }, '/protokoll');
    await stage.move('+25s');
    stage.pressLast(lena, 'Freigeben');
    await stage.move('+25s');
  },
};

it('who dies around a download fetches the file again, keeps it once and loses nothing of what follows', { timeout: 240_000 }, async () => {
  const { trace, calls } = await undisturbed(scenario);
  const fetching = calls.indexOf('download') + 1;
  expect(fetching).toBeGreaterThan(0);
  const account = new Account();
  for (const n of [fetching - 1, fetching, fetching + 1, fetching + 2]) {
    for (const side of ['before', 'inside', 'after'] as const) {
      if (side === 'inside' && calls[n - 1] !== 'transact') continue;
      account.add(scenario, 'throw', await disturbed(scenario, trace, { n, side }, 'throw'));
    }
  }
  account.add(scenario, 'kill', await disturbed(scenario, trace, { n: fetching, side: 'after' }, 'kill'));
  expect(account.wrong).toEqual([]);
  expect(account.runs).toBeGreaterThanOrEqual(8);
});
