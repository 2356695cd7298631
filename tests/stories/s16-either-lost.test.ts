import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { durations, instant } from '../../src/kernel/time.ts';
import { DoubleTown } from '../support/double-town.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onOwnSynapse } from '../support/matrix/synapse-suite.ts';

const YES = keycap(1);

onOwnSynapse('S16 with two messengers', 'none', (server) => {
  test('the homeserver is away for two hours: Telegram works on, afterwards both are equal, the office is told once', async () => {
    const town = await DoubleTown.open(server());
    try {
      const dora = await town.resident('dora', 'Dora');
      await dora.react(town.room, town.matrixCard, YES);
      await town.bothSay('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
      await server().kill();
      const card = town.telegram.screen(town.group).find((message) => message.own && message.buttons.length >= 7)!;
      town.neighbour('Amira').press(card, 'Zusage');
      await town.until(() => town.telegramCount() === '2 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen', 'the card on Telegram', 10_000);
      await town.clock.advanceTo(instant(town.clock.now() + 2 * durations.hour), () => pause(1));
      town.neighbour('Ben').press(card, 'Zusage');
      await town.until(() => town.telegramCount() === '3 Personen (3 Zusagen) · 0 Vielleicht · 0 Absagen', 'the card on Telegram', 10_000);
      await server().restart();
      await town.bothSay('3 Personen (3 Zusagen) · 0 Vielleicht · 0 Absagen', 60_000);
      await dora.react(town.room, town.matrixCard, keycap(2));
      await town.bothSay('2 Personen (2 Zusagen) · 1 Vielleicht · 0 Absagen', 60_000);
      const told = (): string[] => town.telegram.screen(town.officer).map(({ text }) => text).filter((text) => text.includes('nichts gehört'));
      await town.until(() => told().length > 0, 'the office to be told');
      expect(told()).toHaveLength(1);
      expect(told()[0]).toContain('Matrix');
    } finally {
      await town.close();
    }
  }, 120_000);

  test('Telegram is away: Matrix works on, afterwards both are equal', async () => {
    const town = await DoubleTown.open(server());
    try {
      const mute = town.telegram.fault({ kind: '502-html', times: 1_000_000 });
      const dora = await town.resident('dora', 'Dora');
      await dora.react(town.room, town.matrixCard, YES);
      await town.until(() => town.matrixCount() === '1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen', 'the card on Matrix', 10_000);
      expect(town.telegramCount()).toBe('0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen');
      mute.cancel();
      await town.bothSay('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen', 60_000);
    } finally {
      await town.close();
    }
  }, 120_000);
});
