import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DoubleTown } from '../support/double-town.ts';
import type { Human } from '../support/matrix/human.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

onSynapse('one room on Matrix', (server) => {
  test('looks as the README shows it: an installation that speaks Matrix only', async () => {
    const town = await DoubleTown.open(server(), { telegram: false });
    try {
      const { host, room } = town;
      await host.say(room, '!sprachen en');
      await host.untilSees(room, /Saturday, 24 November 2018/);
      const olena = await town.human('olena', 'Olena');
      await olena.join(room);
      await olena.react(room, town.matrixCard, keycap(1));
      const answers = await olena.acceptInvitation(town.account.userId);
      await olena.untilSees(answers, /noted|notiert/);
      const amira = await town.human('amira', 'Amira');
      await amira.join(room);
      const said = await amira.reply(room, town.matrixCard, '2');
      await amira.untilSees(room, ({ id, reactions }) => id === said && reactions['✅'] !== undefined);
      await host.untilSees(room, /1 person \(1 yes reply\) · 1 maybe/);
      const shown = transcript(host, room, town.account.userId);
      const readme = /```matrix Room\n([^`]*)```/.exec(readFileSync('README.md', 'utf8'))?.[1];
      expect(shown).toBe(readme);
    } finally {
      await town.close();
    }
  }, 90_000);
});

/** The card as a client shows it, with what hangs on it. */
function transcript(human: Human, room: string, bot: string): string {
  const card = human.sees(room).find(({ sender, edited }) => sender === bot && edited)!;
  const reactions = Object.entries(card.reactions).map(([key, who]) => `[ ${key} ${who.length} ]`).join(' ');
  return ['╭────', ...card.body.replace(/^\* /, '').split('\n').map((line) => `│ ${line}`.trimEnd()), '╰────', `  ${reactions}`, ''].join('\n');
}
