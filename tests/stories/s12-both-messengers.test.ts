import { expect, test } from 'vitest';
import { foundGroup } from '../support/double-group.ts';
import { DoubleTown } from '../support/double-town.ts';
import type { Human } from '../support/matrix/human.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

const DATES = 'Di 13.11. 19-21, Do 15.11. 19 Uhr';

onSynapse('S12 on both messengers', (server) => {
  test('one poll, a card on each side, buttons here and numbers there, one count; the chosen date becomes one meeting', async () => {
    const town = await DoubleTown.open(server());
    try {
      const { lena, boris, dora, direct, newest } = await foundGroup(town);

      lena.say(`/terminumfrage Zweites Treffen: ${DATES}`);
      await town.until(() => newest(lena, 'Umfrage öffnen') !== undefined, 'the draft');
      lena.press(newest(lena, 'Umfrage öffnen'), 'Umfrage öffnen');
      const card = await dora.untilSees(town.room, /Terminumfrage/, 20_000);
      const onTelegram = (): string => town.telegram.screen(town.group).findLast(({ own, text }) => own && text.startsWith('Terminumfrage'))?.text ?? '';
      const onMatrix = (): string => town.host.sees(town.room).find(({ id }) => id === card.id)?.body ?? '';
      await town.until(() => onTelegram() !== '', 'the card on Telegram');

      // Telegram: a button. Matrix: a reaction, and the grid comes into the direct room; there numbers.
      boris.press(town.telegram.screen(town.group).findLast(({ own, text }) => own && text.startsWith('Terminumfrage'))!, 'Abstimmen');
      await town.until(() => newest(boris, 'A: Ja') !== undefined, 'the grid on Telegram');
      boris.press(newest(boris, 'A: Ja'), 'A: Zur Not');
      boris.press(newest(boris, 'A: Ja'), 'B: Ja');
      await dora.react(town.room, card.id, keycap(1));
      const grid = await gridOf(dora, direct);
      await dora.say(direct, '3');
      await dora.until(() => /A: .* · Nein/.test(plainOf(dora, direct, grid)), 'the grid to say no');
      await dora.say(direct, '4');
      await dora.until(() => /B: .* · Ja/.test(plainOf(dora, direct, grid)), 'the grid to say yes');
      await town.until(() => [onTelegram(), onMatrix()].every((text) => /A: .*0 Ja, 1 Zur Not, 1 Nein/.test(text) && /B: .*2 Ja, 0 Zur Not, 0 Nein · zurzeit der beste Termin/.test(text)), 'both cards to say the same', 10_000);
      for (const name of ['Boris', 'Dora']) expect(onMatrix()).not.toContain(name);

      await town.until(() => newest(lena, 'Festlegen: Do., 15.11.') !== undefined, 'the suggestion');
      lena.press(newest(lena, 'Umfrage beenden'), 'Festlegen: Do., 15.11.');
      await town.host.untilSees(town.room, /Der Termin steht fest: AG Wohnen/, 20_000);
      const meetings = (await town.store.view((records) => records.events.events())).filter(({ workingGroup }) => workingGroup === 'ag-wohnen');
      expect(meetings.map(({ startAt }) => new Date(startAt).toISOString())).toEqual(['2018-11-15T18:00:00.000Z']);
      const replies = await town.store.view((records) => records.events.replies(meetings[0]!.key));
      expect(replies.map(({ answer, toConfirm }) => [answer, toConfirm])).toEqual([['ATTENDING', true], ['ATTENDING', true]]);
    } finally {
      await town.close();
    }
  }, 120_000);
});

/** The grid's first event in the direct room. */
async function gridOf(human: Human, direct: string): Promise<string> {
  return (await human.untilSees(direct, /Terminumfrage[^]*noch keine Antwort/, 20_000)).id;
}

const plainOf = (human: Human, direct: string, id: string): string => human.sees(direct).find((each) => each.id === id)?.body ?? '';
