import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenSession, SessionCallbacks } from '../../../adapters/matrix/session.ts';
import type { Account } from '../../support/matrix/accounts.ts';
import { standBetween, type Between } from '../../support/matrix/between.ts';
import { Inbox, placeFor, type Place } from '../../support/matrix/bot-session.ts';
import { Human } from '../../support/matrix/human.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';

onSynapse('rooms', (server) => {
  let account: Account;
  let between: Between;
  let place: Place;
  let inbox: Inbox;
  let session: OpenSession;
  let human: Human;
  let officer: string | null;
  const callbacks: Partial<SessionCallbacks> = { mayInvite: (who) => who === officer };

  beforeEach(async () => {
    account = await server().register('bot', 'Bot');
    between = await standBetween(server().url);
    place = placeFor(between.url, account);
    inbox = new Inbox();
    human = await Human.arrive(server(), 'amira', 'Amira');
    officer = null;
    session = await place.open(inbox, {}, callbacks);
    await expect.poll(() => inbox.batches.length, { timeout: 20_000 }).toBeGreaterThan(0);
  });
  afterEach(async () => {
    await session.stop();
    human.stop();
    await between.stop();
    place.remove();
    expect(place.told.panics).toEqual([]);
  });

  const restart = async (change = {}): Promise<void> => {
    await session.stop();
    session = await place.open(inbox, change, callbacks);
  };
  const joined = async (room: string) => inbox.until(({ type, stateKey, content, room: { id } }) => type === 'm.room.member' && stateKey === account.userId && content['membership'] === 'join' && id === room, `to be in ${room}`);
  const joins = (): string[] => between.calls.filter(({ path }) => path.includes('/join/')).map(({ path }) => decodeURIComponent(path.split('/').at(-1)!));
  const created = (): number => between.calls.filter(({ path }) => path.endsWith('/createRoom')).length;
  const toldOf = async (n: number): Promise<void> => {
    const before = inbox.batches.length;
    await expect.poll(() => inbox.batches.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(before + n);
  };

  describe('invitations', () => {
    test('to a group are accepted from the officer only, also when they became one later', async () => {
      const room = await human.createRoom({ invite: [account.userId] });
      await toldOf(1);
      expect(joins()).toEqual([]);
      officer = human.userId;
      await restart();
      await joined(room);
      expect(joins()).toEqual([room]);
    });

    test('into allowed rooms, and from allowed servers', async () => {
      const room = await human.createRoom({});
      await restart({ allowedRooms: [room] });
      await human.invite(room, account.userId);
      await joined(room);
      const other = await human.createRoom({ invite: [account.userId] });
      await toldOf(1);
      expect(joins()).toEqual([room]);
      await restart({ allowedRooms: [`:${server().name}`] });
      await joined(other);
    });

    test('to a private chat from anybody, who is heard as such', async () => {
      const room = await human.createRoom({ direct: true, invite: [account.userId] });
      expect(await joined(room)).toMatchObject({ room: { direct: true, encrypted: true } });
      await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot');
      await human.say(room, 'Hallo');
      expect(await inbox.untilHeard('Hallo')).toMatchObject({ room: { direct: true } });
      expect(session.isDirect(room)).toBe(true);
      expect(await session.openDirect(human.userId)).toBe(room);
      await human.leave(room);
      expect(await inbox.until(({ stateKey, content }) => stateKey === human.userId && content['membership'] === 'leave', 'her leaving')).toMatchObject({ room: { id: room, direct: true } });
      await expect(session.openDirect(human.userId)).rejects.toMatchObject({ code: 'M_FORBIDDEN' });
      expect(created()).toBe(0);
    });

    test('to a space are ignored, whoever invites', async () => {
      officer = human.userId;
      const { room_id: space } = await human.client.createRoom({ creation_content: { type: 'm.space' }, invite: [account.userId] });
      await toldOf(1);
      await restart();
      await toldOf(1);
      expect(joins()).not.toContain(space);
    });

    test('a flood of a thousand costs a bounded number of calls and loses no officer', async () => {
      const flood = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`!flood${n}:else.org`, { invite_state: { events: [{ type: 'm.room.member', state_key: account.userId, sender: `@s${n}:else.org`, content: { membership: 'invite', is_direct: true } }] } }]));
      let flooded = false;
      between.change = (call, { body }) => {
        if (!call.path.endsWith('/sync') || flooded) return body;
        flooded = true;
        return { ...(body as object), rooms: { ...(body as { rooms?: object }).rooms, invite: flood } };
      };
      between.instead = ({ path }) => (path.includes('/join/') && path.includes('flood') ? { status: 200, body: { room_id: decodeURIComponent(path.split('/').at(-1)!) } } : null);
      await human.createRoom({ invite: [account.userId] });
      await expect.poll(async () => (await session.health()).invitesRefused, { timeout: 40_000 }).toBe(900);
      const { client } = (session as unknown as { parts: { client: Human['client'] } }).parts;
      await expect.poll(() => joins().length).toBe(10);
      expect(client.getRooms().filter(({ roomId }) => roomId.startsWith('!flood'))).toEqual([]);
      officer = human.userId;
      const room = await human.createRoom({ direct: true, invite: [account.userId] });
      await restart();
      await human.invite(await human.createRoom({}), account.userId);
      await toldOf(1);
      expect(joins().length).toBeLessThanOrEqual(25);
      expect(room).toBeDefined();
    });
  });

  test('a room that is replaced is followed, and told as such', async () => {
    officer = human.userId;
    const old = await human.createRoom({ name: 'Alt', invite: [account.userId] });
    await joined(old);
    officer = null;
    const { replacement_room: next } = await human.client.upgradeRoom(old, '11');
    expect(await inbox.until(({ type }) => type === 'm.room.tombstone', 'the tombstone')).toMatchObject({ content: { replacement_room: next }, stateKey: '', room: { id: old } });
    await human.client.invite(next, account.userId);
    await joined(next);
  });

  describe('a private chat that we open', () => {
    test('is one room, encrypted, however many ask at once, and the same after a restart', async () => {
      const rooms = await Promise.all([1, 2, 3, 4].map(async () => session.openDirect(human.userId)));
      expect(new Set(rooms).size).toBe(1);
      const [room] = rooms as [string];
      expect(created()).toBe(1);
      expect([session.isDirect(room), session.isEncrypted(room)]).toEqual([true, true]);
      await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'Guten Tag' }, 't1');
      expect(await human.acceptInvitation(account.userId)).toBe(room);
      expect(await human.untilSees(room, /Guten Tag/)).toMatchObject({ encrypted: true, unreadable: null });
      expect(await inbox.until(({ stateKey, content }) => stateKey === human.userId && content['membership'] === 'join', 'her joining')).toMatchObject({ room: { direct: true } });
      await restart();
      expect(await session.openDirect(human.userId)).toBe(room);
      expect(created()).toBe(1);
      await expect.poll(async () => mDirect()).toEqual({ [human.userId]: [room] });
    });

    test('when the answer is lost, and when we are killed before it is noted: still one room', async () => {
      let lost = 0;
      between.change = (call, { body }) => {
        if (call.path.endsWith('/createRoom') && lost++ === 0) throw new Error('the line is down');
        return body;
      };
      await expect(session.openDirect(human.userId)).rejects.toMatchObject({ status: null, neverSent: false });
      await restart();
      const room = await session.openDirect(human.userId);
      await restart();
      expect(await session.openDirect(human.userId)).toBe(room);
      expect(created()).toBe(1);
    });

    test('with somebody who is nobody is refused', async () => {
      await expect(session.openDirect('@nobody-at-all:elsewhere.invalid')).rejects.toMatchObject({ name: 'Error', neverSent: false });
    });
  });

  test('never plaintext into an encrypted room, also when the homeserver hides that it is encrypted', async () => {
    officer = human.userId;
    const room = await human.createRoom({ invite: [account.userId] });
    await joined(room);
    await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'geheim' }, 't1');
    const { client } = (session as unknown as { parts: { client: Human['client'] } }).parts;
    const known = client.getRoom(room)!;
    known.hasEncryptionStateEvent = () => false;
    await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'geheim' }, 't2');
    await expect(session.send('!never-seen:else.org', 'm.room.message', { msgtype: 'm.text', body: 'geheim' }, 't3')).rejects.toMatchObject({ code: 'M_FORBIDDEN' });
    expect(between.calls.filter(({ method, path }) => method === 'PUT' && path.includes('/send/m.room.message/'))).toEqual([]);
    expect(between.calls.filter(({ body }) => body.includes('geheim'))).toEqual([]);
  });

  test('finds what it sent by its mark, encrypted or not', async () => {
    officer = human.userId;
    for (const encrypted of [true, false]) {
      const room = await human.createRoom({ encrypted, invite: [account.userId] });
      await joined(room);
      const id = await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'x', 'de.miteinander.effect': 'e1' }, 't1');
      for (let n = 0; n < 3; n++) await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'y', 'de.miteinander.effect': `o${n}` }, `o${n}`);
      await restart();
      await toldOf(1);
      expect(await session.findByMarker(room, 'e1')).toBe(id);
      expect(await session.findByMarker(room, 'never')).toBeNull();
    }
  });

  test('uploads bytes, redacts', async () => {
    officer = human.userId;
    expect(await session.upload(new Uint8Array([1, 2, 3]), 'application/octet-stream', 'a.bin')).toMatch(/^mxc:\/\//);
    const room = await human.createRoom({ invite: [account.userId] });
    await joined(room);
    const id = await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'weg' }, 't1');
    await human.untilSees(room, /weg/);
    await session.redact(room, id, 'r1');
    await session.redact(room, id, 'r1');
    await human.until(() => human.sees(room).find((seen) => seen.id === id)?.redacted, 'the redaction');
  });

  async function mDirect(): Promise<unknown> {
    const answer = await fetch(`${server().url}/_matrix/client/v3/user/${encodeURIComponent(account.userId)}/account_data/m.direct`, { headers: { authorization: `Bearer ${account.accessToken}` } });
    return answer.json();
  }
});
