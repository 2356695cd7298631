import { expect, it } from 'vitest';
import { RealTown } from '../support/kill-run.ts';

it('asked to stop with more answers to give than are given at once, it gives them all', { timeout: 60_000 }, async () => {
  const town = await RealTown.open();
  try {
    const { telegram } = town;
    const people = Array.from({ length: 100 }, (_, i) => telegram.user({ first_name: `Person${i}`, language_code: 'de' }));
    for (const person of people) town.group.admit(person);
    await town.run.kill('SIGKILL').exited;
    const presses = people.map((person) => person.press(town.card, 'Zusage'));
    town.start();
    await telegram.waitFor(() => presses.some(({ answer }) => answer !== undefined), { timeoutMs: 20_000 });
    const asked = performance.now();
    expect(await town.run.kill('SIGTERM').exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(8_000);
    // All hundred were fetched as one.
    expect(telegram.pendingUpdates.length % 100).toBe(0);
    expect(presses.filter(({ answer }) => answer === undefined)).toEqual([]);
  } finally {
    await town.close();
  }
});
