import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whyNotReady } from '../../src/kernel/pulse.ts';
import { durations, instant } from '../../src/kernel/time.ts';
import { DoubleTown } from '../support/double-town.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

const YES = keycap(1);
const NOBODY = '0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen';
const ONE = '1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen';

const readiness = async (town: DoubleTown): Promise<string | null> => whyNotReady(await town.bot.pulse(), town.clock.now());
const linesOf = (town: DoubleTown): string[] => town.logger.lines.filter(({ level }) => level === 'warn').map(({ message }) => message);

onSynapse('S16: a messenger has lost us for good', (server) => {
  test('the Telegram token is revoked: Matrix works on and tells the office once; with a new token both are equal', async () => {
    const town = await DoubleTown.open(server());
    try {
      const vera = await town.human('vera', 'Vera');
      const direct = await town.direct(vera);
      town.officer.say('/amt einladen Vertretung');
      const invitation = (): string | undefined => /\/amt ([2-9A-Z]{8})/.exec(town.telegram.screen(town.officer).findLast(({ own, text }) => own && text.includes('/amt '))?.text ?? '')?.[1];
      await town.until(() => invitation() !== undefined, 'an invitation');
      await vera.say(direct, `!amt ${invitation()}`);
      await vera.untilSees(direct, /Übersicht/);
      const lost = (): string[] => vera.sees(direct).map(({ body }) => body).filter((body) => body.includes('keinen Zugang zu Telegram'));

      town.telegram.revoke();
      await town.until(() => lost().length > 0, 'the office to be told');
      expect(await readiness(town)).toContain('TELEGRAM_BOT_TOKEN');
      const dora = await town.resident('dora', 'Dora');
      await dora.react(town.room, town.matrixCard, YES);
      await town.until(() => town.matrixCount() === ONE, 'the card on Matrix');
      expect(town.telegramCount()).toBe(NOBODY);
      // What Telegram is to show waits, and nobody knocks there any more.
      const knocks = town.telegram.strangers;
      await town.clock.advanceTo(instant(town.clock.now() + 20 * durations.minute), () => pause(1));
      await pause(1_500);
      expect(town.telegram.strangers).toBe(knocks);
      expect(knocks).toBeLessThanOrEqual(3);

      const stopping = performance.now();
      await town.bot.stop();
      expect(performance.now() - stopping).toBeLessThan(5_000);
      await town.start();
      await town.bothSay(ONE, 30_000);
      expect(await readiness(town)).toBeNull();
      const back = (): string[] => town.telegram.screen(town.officer).map(({ text }) => text).filter((text) => text.includes('nichts gehört'));
      await town.until(() => back().length > 0, 'the office to be told that Telegram is back');
      await pause(1_000);
      expect([lost().length, back().length]).toEqual([1, 1]);
      expect(town.telegram.screen(town.officer).filter(({ text }) => text.includes('keinen Zugang'))).toEqual([]);
      expect(linesOf(town).filter((line) => line === 'a messenger has lost us for good; the others work on')).toHaveLength(1);
    } finally {
      await town.close();
    }
  });

  test('the homeserver logs the bot out for good: Telegram works on and tells the office once', async () => {
    const town = await DoubleTown.open(server());
    try {
      await fetch(`${server().url}/_matrix/client/v3/logout/all`, { method: 'POST', headers: { authorization: `Bearer ${town.account.accessToken}` } });
      const told = (): string[] => town.telegram.screen(town.officer).map(({ text }) => text).filter((text) => text.includes('keinen Zugang zu Matrix'));
      await town.until(() => told().length > 0, 'the office to be told', 40_000);
      expect(await readiness(town)).toContain('MATRIX_RECOVERY_KEY');
      const card = town.telegram.screen(town.group).find((message) => message.own && message.buttons.length >= 7)!;
      town.neighbour('Amira').press(card, 'Zusage');
      await town.until(() => town.telegramCount() === ONE, 'the card on Telegram');
      expect(town.matrixCount()).toBe(NOBODY);
      expect(told()).toHaveLength(1);
      const stopping = performance.now();
      await town.bot.stop();
      expect(performance.now() - stopping).toBeLessThan(5_000);
    } finally {
      await town.close();
    }
  });
});
