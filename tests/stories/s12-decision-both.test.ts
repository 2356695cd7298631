import { expect, test } from 'vitest';
import { bare, foundGroup } from '../support/double-group.ts';
import { DoubleTown } from '../support/double-town.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

onSynapse('S12: a secret decision on both messengers', (server) => {
  test('a button here, a number there, one tally; a reaction is never a vote', async () => {
    const town = await DoubleTown.open(server());
    const onTelegram = () => town.telegram.screen(town.group).findLast(({ own, text }) => own && text.startsWith('Abstimmung'));
    try {
      const { lena, boris, dora, direct, newest } = await foundGroup(town);

      lena.say('/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus');
      await town.until(() => newest(lena, 'Geheim abstimmen') !== undefined, 'the draft');
      lena.press(newest(lena, 'Geheim abstimmen'), 'Geheim abstimmen');
      await town.until(() => newest(lena, 'Offen abstimmen') !== undefined, 'the rule');
      lena.press(newest(lena, 'Abstimmung öffnen'), 'Abstimmung öffnen');
      const card = await dora.untilSees(town.room, /Abstimmung: /, 20_000);
      await town.until(() => onTelegram() !== undefined, 'the card on Telegram');

      boris.press(onTelegram()!, 'Abstimmen');
      await town.until(() => newest(boris, 'B: Bürgerhaus') !== undefined, 'the ballot on Telegram');
      boris.press(newest(boris, 'B: Bürgerhaus'), 'B: Bürgerhaus');
      await dora.react(town.room, card.id, keycap(1));
      const ballot = await dora.untilSees(direct, /Ihre Wahl: noch nichts/, 20_000);
      const plain = (): string => bare(dora.sees(direct).find(({ id }) => id === ballot.id)?.body ?? '');
      await dora.react(direct, ballot.id, keycap(1));
      await dora.untilSees(direct, /Bitte antworten Sie mit der Zahl/, 20_000);
      expect(plain()).toContain('Ihre Wahl: noch nichts');
      await dora.say(direct, '2');
      await dora.until(() => plain().includes('Ihre Wahl: Bürgerhaus'), 'the ballot to show the vote');
      await town.until(() => onTelegram()!.text.includes('2 von 3 haben abgestimmt.'), 'the count');

      await town.until(() => newest(lena, 'Abstimmung beenden') !== undefined, 'the desk');
      lena.press(newest(lena, 'Abstimmung beenden'), 'Abstimmung beenden');
      const outcome = 'Beschlossen ist „Bürgerhaus“: Rathaus 0, Bürgerhaus 2.';
      await town.until(() => bare(onTelegram()!.text).includes(outcome) && bare(town.host.sees(town.room).find(({ id }) => id === card.id)?.body ?? '').includes(outcome), 'both cards to say what came out', 10_000);
      await dora.until(() => plain().includes(outcome) && !plain().includes('Ihre Wahl'), 'the ballot to forget the vote');
      const choices = await town.store.view(async ({ decisions }) => (await decisions.votes((await decisions.decisionsOf('ag-wohnen'))[0]!.id)).map(({ choice }) => choice));
      expect(choices).toEqual([null, null]);
    } finally {
      await town.close();
    }
  }, 120_000);
});
