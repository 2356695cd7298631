import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenSession } from '../../../adapters/matrix/session.ts';
import { Inbox, placeFor, type Place } from '../../support/matrix/bot-session.ts';
import { Human } from '../../support/matrix/human.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';
import type { Account } from '../../support/matrix/accounts.ts';

onSynapse('a session', (server) => {
  let account: Account;
  let place: Place;
  let inbox: Inbox;
  let session: OpenSession | null;
  let human: Human;

  beforeEach(async () => {
    account = await server().register('bot', 'Bot');
    place = placeFor(server().url, account);
    inbox = new Inbox();
    session = null;
    human = await Human.arrive(server(), 'amira', 'Amira');
  });
  afterEach(async () => {
    await session?.stop();
    human.stop();
    place.remove();
    expect(place.told.panics).toEqual([]);
  });

  test('logs in, is invited, hears and answers, encrypted, a strict client', async () => {
    session = await place.open(inbox);
    expect(place.told.recoveryKeys).toHaveLength(1);
    const room = await human.createRoom({ name: 'Rathaus', invite: [account.userId] });
    await inbox.until(({ type, stateKey, content }) => type === 'm.room.member' && stateKey === account.userId && content['membership'] === 'join', 'that we joined');
    await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot');
    await human.say(room, 'Guten Tag');
    const heard = await inbox.untilHeard('Guten Tag');
    expect(heard).toMatchObject({ type: 'm.room.message', sender: human.userId, senderName: 'Amira', moderator: true, unreadable: false, room: { id: room, title: 'Rathaus', direct: false, encrypted: true } });
    const id = await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'Willkommen' }, 'effect-1');
    expect(await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'Willkommen' }, 'effect-1')).toBe(id);
    expect(await human.untilSees(room, /Willkommen/)).toMatchObject({ id, encrypted: true, unreadable: null });
    expect(await session.health()).toMatchObject({ crossSigned: true, backedUp: true, unreadable: 0 });
  });
});
