import { expect } from 'vitest';
import { DoubleTown } from '../support/double-town.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';
import { test } from 'vitest';

const [YES, MAYBE] = [keycap(1), keycap(2)];

onSynapse('S1 on both messengers', (server) => {
  test('Telegram, an encrypted Matrix room and the phone make one count; both cards show it within ten seconds', async () => {
    const town = await DoubleTown.open(server());
    try {
      const [amira, ben, cem] = ['Amira', 'Ben', 'Cem'].map((name) => town.neighbour(name));
      const [dora, emil, fatma] = [await town.resident('dora', 'Dora'), await town.resident('emil', 'Emil'), await town.resident('fatma', 'Fatma')];
      const card = town.telegram.screen(town.group).find((message) => message.own && message.buttons.length >= 7)!;
      amira!.press(card, 'Zusage');
      amira!.press(card, '+1 Person');
      amira!.press(card, '+1 Person');
      ben!.press(card, 'Zusage');
      cem!.press(card, 'Zusage');
      await dora.react(town.room, town.matrixCard, YES);
      await emil.react(town.room, town.matrixCard, YES);
      await fatma.react(town.room, town.matrixCard, MAYBE);
      town.officer.say('/erfassen Telefon 4 Frau K.');
      const took = await town.bothSay('11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen', 10_000);
      expect(took).toBeLessThan(10_000);

      const shown = town.host.sees(town.room).find(({ id }) => id === town.matrixCard)!;
      expect(shown.encrypted).toBe(true);
      for (const name of ['Amira', 'Ben', 'Cem', 'Dora', 'Emil', 'Fatma', 'Frau K.']) expect(shown.body).not.toContain(name);

      // A double tap changes nothing: the same reaction again is refused by the homeserver, another form of the same answer changes nothing.
      town.officer.say('/liste');
      town.officer.say('/amt');
      await town.until(() => town.telegram.screen(town.officer).some(({ text }) => text.includes('7 Rückmeldungen')), 'the list');
      const texts = town.telegram.screen(town.officer).map(({ text }) => text.replace(/[\u2068\u2069]/g, ''));
      const list = texts.find((text) => text.includes('7 Rückmeldungen'))!;
      expect(list).toContain('Dora · Zusage 1 · Matrix');
      expect(list).toContain('Amira · Zusage 3 · Telegram');
      await town.until(() => town.telegram.screen(town.officer).some(({ text }) => text.includes('Personen nach Weg: Telegram 5 · Matrix 2 · Telefon 4')), 'the board');
    } finally {
      await town.close();
    }
  }, 60_000);

  test('who takes their reaction back takes their answer back; what was answered since stands', async () => {
    const town = await DoubleTown.open(server());
    try {
      const dora = await town.resident('dora', 'Dora');
      const reaction = await dora.react(town.room, town.matrixCard, YES);
      await town.bothSay('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
      await dora.redact(town.room, reaction);
      await town.bothSay('0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen');
      const yes = await dora.react(town.room, town.matrixCard, YES);
      await town.bothSay('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
      await dora.react(town.room, town.matrixCard, MAYBE);
      await town.bothSay('0 Personen (0 Zusagen) · 1 Vielleicht · 0 Absagen');
      await dora.redact(town.room, yes);
      await town.host.say(town.room, '!hier');
      await town.bothSay('0 Personen (0 Zusagen) · 1 Vielleicht · 0 Absagen');
    } finally {
      await town.close();
    }
  }, 60_000);
});
