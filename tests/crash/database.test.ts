/** The database held by another program, and a disk that is full: before the real process, with real files. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { RealTown } from '../support/kill-run.ts';
import { smallDisk } from '../support/small-disk.ts';

it.each([1, 8])('another program holds the database for %i s: nothing is confirmed, nothing lost, nobody has to do anything', { timeout: 60_000 }, async (seconds) => {
  const town = await RealTown.open();
  try {
    const { telegram } = town;
    const other = new Database(join(town.folder, 'data/miteinander.db'));
    other.exec('BEGIN IMMEDIATE');
    const people = Array.from({ length: 5 }, (_, i) => telegram.user({ first_name: `Person${i}` }));
    for (const person of people) town.group.admit(person);
    const presses = people.map((person) => person.press(town.card, 'Zusage'));
    await pause(seconds * 1_000);
    expect(telegram.pendingUpdates.length).toBeGreaterThanOrEqual(presses.length);
    other.exec('ROLLBACK');
    other.close();
    await telegram.waitFor(() => presses.every(({ answer }) => answer !== undefined), { timeoutMs: 15_000 });
    await telegram.waitFor(() => town.card.text.includes('5 Personen (5 Zusagen)'), { timeoutMs: 15_000 });
    expect(await town.read((reader) => town.lost(reader))).toEqual([]);
    expect(town.output).not.toContain('"level":50');
  } finally {
    await town.close();
  }
});

const disk = smallDisk();
if (typeof disk === 'string') {
  it('a full disk', ({ skip }) => skip(disk));
} else {
  it('a full disk: nothing is confirmed that is not on it; when there is room again the bot goes on or starts cleanly', { timeout: 120_000 }, async () => {
    const town = await RealTown.open({ env: { DATABASE_URL: `file:${disk.folder}/town.db` } });
    const ballast = join(disk.folder, 'ballast');
    try {
      const { telegram } = town;
      for (let mega = 64; mega >= 1; mega /= 2) {
        try {
          writeFileSync(ballast, Buffer.alloc(mega * 65_536), { flag: 'a' });
        } catch {
          // As full as it gets.
        }
      }
      const people = Array.from({ length: 400 }, (_, i) => telegram.user({ first_name: `Unverwechselbar${i}`.repeat(4) }));
      for (const person of people) town.group.admit(person);
      for (const person of people) person.press(town.card, 'Zusage');
      const code = await Promise.race([town.run.exited, pause(15_000).then(() => 'lives' as const)]);
      expect(['lives', 70]).toContain(code);
      const lostInFile = (): Promise<number[]> =>
        town.read(async (reader) => {
          expect(await reader.integrity()).toBe('ok');
          return town.lost(reader);
        });
      expect(telegram.pendingUpdates.length).toBeGreaterThan(0);
      // Started on a disk that is still full it either manages or says why not.
      let again: number | 'lives' | null = null;
      if (code === 70) {
        town.start();
        again = await Promise.race([town.run.exited, pause(8_000).then(() => 'lives' as const)]);
        expect([70, 75, 78, 'lives']).toContain(again);
        await town.run.kill('SIGKILL').exited;
      }
      rmSync(ballast);
      if (code === 70) town.start();
      await telegram.waitFor(() => telegram.pendingUpdates.length === 0, { timeoutMs: 40_000 });
      await telegram.waitFor(() => town.card.text.includes('400 Personen (400 Zusagen)'), { timeoutMs: 40_000 });
      await town.run.kill('SIGTERM').exited;
      expect(await lostInFile()).toEqual([]);
      expect(town.output).not.toContain('Unverwechselbar');
      console.log(`full disk: the bot ${code === 'lives' ? 'waited' : `ended with ${code}, and on the full disk again: ${again}`}; with room again all 400 presses counted`);
    } finally {
      await town.close();
      disk.remove();
    }
  });
}
