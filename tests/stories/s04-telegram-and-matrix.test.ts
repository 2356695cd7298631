import { expect, test } from 'vitest';
import { KICKOFF } from '../support/town.ts';
import { DoubleTown } from '../support/double-town.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

onSynapse('S4 over Telegram and Matrix', (server) => {
  test('a code from Telegram, typed on Matrix, makes one person; the newest answer stands; how many come is asked once', async () => {
    const town = await DoubleTown.open(server());
    try {
      const amira = town.neighbour('Amira');
      amira.start();
      await town.until(() => town.telegram.screen(amira).some(({ own }) => own), 'a greeting on Telegram');
      amira.say('/zusage 2');
      await town.bothSay('2 Personen (1 Zusage) · 0 Vielleicht · 0 Absagen');

      const human = await town.human('amira', 'Amira K.');
      const direct = await town.direct(human);
      await human.say(direct, '!zusage 1');
      await town.bothSay('3 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen');

      amira.say('/verknuepfen');
      const code = (): string | undefined => town.telegram.screen(amira).map(({ text }) => /\/verknuepfen ([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(text)?.[1]).findLast((each) => each !== undefined);
      await town.until(() => code() !== undefined, 'a code on Telegram');
      await human.say(direct, `!verknuepfen ${code()}`);
      await town.bothSay('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
      const [left, ...more] = await town.store.view((records) => records.events.replies(KICKOFF));
      expect(more).toEqual([]);
      expect(left).toMatchObject({ partySize: 1, channel: 'MATRIX' });

      const asked = (): number => human.sees(direct).filter(({ body }) => body.includes('1 oder 2 Personen?')).length;
      const question = await human.untilSees(direct, /1 oder 2 Personen\?/);
      expect(question.encrypted).toBe(true);
      expect(asked()).toBe(1);
      // Chosen by number, as a reply to the question.
      await human.reply(direct, question.id, '2');
      await town.bothSay('2 Personen (1 Zusage) · 0 Vielleicht · 0 Absagen');
      expect(asked()).toBeLessThanOrEqual(1);
      expect(town.telegram.screen(amira).filter(({ text }) => text.includes('1 oder 2 Personen?'))).toEqual([]);

      // Used once, the code says nothing more to anybody.
      const stranger = await town.human('stranger', 'Fremd');
      const theirs = await town.direct(stranger);
      await stranger.say(theirs, `!verknuepfen ${code()}`);
      const foreign = await stranger.untilSees(theirs, /Code/);
      expect(foreign.body).not.toContain('Amira');
    } finally {
      await town.close();
    }
  }, 90_000);
});
