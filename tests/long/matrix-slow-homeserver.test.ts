import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { DoubleTown } from '../support/double-town.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onOwnSynapse } from '../support/matrix/synapse-suite.ts';

onOwnSynapse('a homeserver with the limits it came with', 'default', (server) => {
  test('one message in five seconds: the card shows the newest state, Telegram is not held up, the operator is told once how to raise the limit', async () => {
    const town = await DoubleTown.open(server());
    try {
      const card = town.telegram.screen(town.group).find((message) => message.own && message.buttons.length >= 7)!;
      // Twelve strangers at once, whose answers alone need more than the homeserver gives.
      const residents = [];
      for (let i = 0; i < 12; i += 1) residents.push(await town.resident(`r${i}`, `Bewohner${i}`));
      await Promise.all(residents.map((resident) => resident.react(town.room, town.matrixCard, keycap(1))));
      const neighbours = Array.from({ length: 24 }, (_, i) => town.neighbour(`Person${i}`));
      for (const person of neighbours) {
        person.press(card, 'Zusage');
        await pause(500);
      }
      const line = '36 Personen (36 Zusagen) · 0 Vielleicht · 0 Absagen';
      await town.until(() => town.telegramCount() === line, 'the card on Telegram', 10_000);
      expect(town.telegram.presses.filter(({ answer }) => answer === undefined)).toEqual([]);
      // The homeserver has confirmed the newest state of every card; what the host's own client shows under these limits comes later.
      const took = await town.until(async () => (await town.bot.pulse()).behind === 0, 'the card on Matrix', 40_000);
      process.stdout.write(`default rate limits: both cards true ${Math.round(took)} ms after Telegram's\n`);
      const told = town.logger.lines.filter(({ level, message }) => level === 'warn' && message.includes('Ratenbegrenzung'));
      expect(told).toHaveLength(1);
    } finally {
      await town.close();
    }
  }, 120_000);
});
