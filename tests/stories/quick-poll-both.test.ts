import { M_POLL_KIND_DISCLOSED, type Poll } from 'matrix-js-sdk';
import { expect, test } from 'vitest';
import { POLL } from '../../adapters/matrix/wire.ts';
import { agreeToRoom, bare, foundGroup } from '../support/double-group.ts';
import { DoubleTown } from '../support/double-town.ts';
import type { Human } from '../support/matrix/human.ts';
import { keycap } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

onSynapse('a show of hands, where both messengers are', (server) => {
  test.each([true, false])('people’s own clients know it as a poll, count it and see it end (encrypted room: %s)', async (encrypted) => {
    const town = await DoubleTown.open(server());
    const heard = (): Promise<number[]> => town.store.view(({ kernel }) => Promise.all((['DONE', 'REFUSED', 'DEAD'] as const).map((state) => kernel.inboxCount(state))));
    const pollOf = async (human: Human, room: string): Promise<Poll> => {
      const poll = await human.until(() => [...(human.client.getRoom(room)?.polls.values() ?? [])].at(-1), 'a poll', 20_000);
      await human.until(() => poll.pollEvent !== undefined, 'what it asks');
      return poll;
    };
    try {
      const { lena, dora, direct } = await foundGroup(town);
      lena.say(town.group, '/stimmungsbild Kaffee oder Tee? Kaffee; Tee');
      const refused = 'Zu diesem Thema gibt es mehrere Gruppen im Chat, und ein Stimmungsbild würde nur diese zählen. Alle zusammen zählt /abstimmung.';
      await town.until(() => lena.sees(town.group).some(({ own, text }) => own && text === refused), 'the way to a vote');

      await dora.say(direct, '!ag beitreten ag-arbeit');
      await dora.untilSees(direct, (seen) => bare(seen.body).includes('Sie sind jetzt dabei: AG Arbeit und Beschäftigung'), 20_000);
      town.officer.say('/ag leitung ag-arbeit Dora');
      await dora.untilSees(direct, /Sie leiten jetzt diese Gruppe/, 20_000);
      const room = await town.host.createRoom({ name: 'AG Arbeit', encrypted, invite: [town.account.userId, dora.userId] });
      await dora.acceptInvitation(town.host.userId);
      await town.host.until(() => town.host.client.getRoom(room)?.getMember(town.account.userId)?.membership === 'join', 'the bot');
      await town.host.say(room, '!hier ag-arbeit');
      await agreeToRoom(town);
      await dora.untilSees(room, /1 Mitglied/, 20_000);

      await dora.say(room, '!stimmungsbild Kaffee oder Tee? Kaffee; Tee; beides');
      const { pollEvent, pollId } = await pollOf(town.host, room);
      expect(pollEvent.question.text).toBe('Kaffee oder Tee?\n(Ein Stimmungsbild. Beschlüsse fasst die Gruppe mit !abstimmung.)');
      expect(pollEvent.answers.map(({ text }) => text)).toEqual(['Kaffee', 'Tee', 'beides']);
      expect([pollEvent.kind, pollEvent.maxSelections]).toEqual([M_POLL_KIND_DISCLOSED, 1]);
      const seen = await dora.untilSees(room, ({ id }) => id === pollId);
      expect(seen).toMatchObject({ encrypted, unreadable: null, body: 'Kaffee oder Tee?\n(Ein Stimmungsbild. Beschlüsse fasst die Gruppe mit !abstimmung.)\n1. Kaffee\n2. Tee\n3. beides' });

      await dora.react(room, pollId, keycap(1));
      await dora.untilSees(direct, /Das ist eine Umfrage Ihres Messengers\. Bitte wählen Sie die Antwort dort aus/, 20_000);

      const before = await heard();
      await town.host.send(room, `${POLL}.response`, { [`${POLL}.response`]: { answers: ['2'] }, 'm.relates_to': { rel_type: 'm.reference', event_id: pollId } });
      const counted = await pollOf(dora, room);
      await dora.until(async () => (await counted.getResponses()).getRelations().length === 1, 'the vote');
      await dora.say(room, '!stimmungsbild');
      await dora.untilSees(room, /Was möchten Sie die Gruppe fragen/);
      expect(await heard(), 'the vote was not heard, only what Dora said').toEqual([before[0]! + 1, before[1], before[2]]);

      await dora.reply(room, pollId, '!stimmungsbild ende');
      const watched = await pollOf(town.host, room);
      await town.host.until(() => watched.isEnded, 'the end', 20_000);
      expect((await town.host.untilSees(room, ({ type }) => type === `${POLL}.end`)).body).toBe('Das Stimmungsbild ist beendet.');
    } finally {
      await town.close();
    }
  }, 120_000);
});
