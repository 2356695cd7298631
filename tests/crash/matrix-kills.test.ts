import { expect, test } from 'vitest';
import { killAndCheck } from '../support/matrix/kills.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

/** tests/long/matrix-kills.test.ts has thirty. */
const KILLS = 6;

onSynapse('Matrix: SIGKILL', (server) => {
  test('in the middle of encrypted talk: nothing is lost, unreadable or said twice, and it stays one device', async () => {
    const report = await killAndCheck(server(), KILLS);
    expect(report.saidByPeople).toBeGreaterThan(20);
    expect(report.saidByBot).toBeGreaterThan(20);
  }, 240_000);
});
