import { expect, test } from 'vitest';
import { killAndCheck } from '../support/matrix/kills.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

onSynapse('Matrix: SIGKILL', (server) => {
  test('thirty times in the middle of encrypted talk', async () => {
    const report = await killAndCheck(server(), 30);
    const restarts = report.restarts.toSorted((a, b) => a - b);
    console.info(JSON.stringify({ ...report, restarts: { median: restarts[Math.floor(restarts.length / 2)], worst: restarts.at(-1) } }));
    expect(report.kills).toBe(30);
    expect(report.saidByPeople).toBeGreaterThan(100);
    expect(report.saidByBot).toBeGreaterThan(100);
  });
});
