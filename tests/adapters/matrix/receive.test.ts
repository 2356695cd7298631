import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenSession } from '../../../adapters/matrix/session.ts';
import type { Account } from '../../support/matrix/accounts.ts';
import { standBetween, type Between } from '../../support/matrix/between.ts';
import { Inbox, placeFor, type Place } from '../../support/matrix/bot-session.ts';
import { Human } from '../../support/matrix/human.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';
import { withholdKeys } from '../../support/matrix/withhold.ts';

onSynapse('receiving', (server) => {
  let account: Account;
  let between: Between;
  let place: Place;
  let inbox: Inbox;
  let session: OpenSession;
  let human: Human;

  beforeEach(async () => {
    account = await server().register('bot', 'Bot');
    between = await standBetween(server().url);
    place = placeFor(between.url, account);
    inbox = new Inbox();
    human = await Human.arrive(server(), 'amira', 'Amira');
    session = await place.open(inbox);
  });
  afterEach(async () => {
    await session.stop();
    human.stop();
    await between.stop();
    place.remove();
    expect(place.told.panics).toEqual([]);
  });

  const restart = async (meanwhile: () => Promise<void> = async () => {}): Promise<void> => {
    await session.stop();
    await meanwhile();
    session = await place.open(inbox);
  };
  const together = async (wish: Parameters<Human['createRoom']>[0] = {}): Promise<string> => {
    const room = await human.createRoom({ name: 'Rathaus', invite: [account.userId], ...wish });
    await inbox.until(({ type, stateKey, room: { id } }) => type === 'm.room.member' && stateKey === account.userId && id === room, 'that we joined');
    await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot');
    return room;
  };
  const syncs = (): (string | null)[] => between.calls.filter(({ path }) => path.endsWith('/sync')).map(({ query }) => query.get('since'));

  /** Fails when the SDK saves or asks in another order than it did. */
  test('the next sync is asked for only after the batch is in the inbox', async () => {
    const room = await together();
    let release = (): void => {};
    const blocked = new Promise<void>((reached) => {
      inbox.before = async ({ updates }) => {
        if (!updates.some(({ payload }) => payload.includes('"Halt"'))) return;
        reached();
        await new Promise<void>((resolve) => (release = resolve));
      };
    });
    await human.say(room, 'Halt');
    await blocked;
    const asked = syncs();
    await human.say(room, 'Danach');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(syncs()).toEqual(asked);
    expect(inbox.heard('Danach')).toEqual([]);
    inbox.before = async () => {};
    release();
    await inbox.untilHeard('Danach');
    // Each request goes on from a batch that the inbox had by then.
    const committed = inbox.batches.map(({ cursor }) => cursor);
    for (const since of syncs().slice(1)) expect(committed).toContain(since);
  });

  test('a batch that cannot be stored is tried again, and nothing is asked for meanwhile', async () => {
    const room = await together();
    let failures = 0;
    inbox.before = async ({ updates }) => {
      if (updates.some(({ payload }) => payload.includes('"Sturm"')) && failures++ < 2) throw new Error('the database is busy');
    };
    const asked = syncs().length;
    await human.say(room, 'Sturm');
    await inbox.untilHeard('Sturm');
    expect(failures).toBe(3);
    expect(inbox.heard('Sturm')).toHaveLength(1);
    expect(syncs().length - asked).toBeLessThanOrEqual(3);
  });

  test('a message whose key comes late is heard as unreadable once, and once when it can be read', async () => {
    const room = await together();
    const keys = withholdKeys(human);
    const id = await human.say(room, 'Spät');
    const unread = await inbox.until(({ unreadable }) => unreadable, 'something unreadable');
    expect(unread).toMatchObject({ id, type: 'm.room.encrypted', sender: human.userId, room: { id: room, encrypted: true } });
    expect((await session.health()).unreadable).toBe(1);
    await keys.release();
    expect(await inbox.untilHeard('Spät')).toMatchObject({ id, type: 'm.room.message' });
    expect(inbox.keys.filter((key) => key.startsWith(id))).toEqual([`${id}?`, id]);
    await expect.poll(async () => (await session.health()).unreadable).toBe(0);
  });

  test('also when the key comes after a restart, or during one', async () => {
    const room = await together();
    const keys = withholdKeys(human);
    await human.say(room, 'Später');
    await inbox.until(({ unreadable }) => unreadable, 'something unreadable');
    await restart();
    await expect.poll(async () => (await session.health()).unreadable, { timeout: 20_000 }).toBe(1);
    await restart(async () => keys.release());
    await inbox.untilHeard('Später');
    expect(inbox.batches.flatMap(({ updates }) => updates).filter(({ key }) => key.endsWith('?'))).toHaveLength(1);
    await expect.poll(async () => (await session.health()).unreadable).toBe(0);
    await restart();
    await human.say(room, 'Schluss');
    await inbox.untilHeard('Schluss');
    expect(inbox.batches.flatMap(({ updates }) => updates).filter(({ payload }) => payload.includes('"Später"'))).toHaveLength(1);
  });

  test('a gap is filled: what was said while we were away is heard, all of it, once and in order', async () => {
    const room = await together();
    await restart(async () => {
      for (let n = 1; n <= 130; n++) await human.say(room, `Nr ${n}`);
      await human.react(room, await human.say(room, 'Ende'), '1️⃣');
    });
    await inbox.untilHeard('Ende');
    await inbox.until(({ type }) => type === 'm.reaction', 'the reaction');
    const numbers = inbox.events.map(({ content }) => /^Nr (\d+)$/.exec(String(content['body']))?.[1]).filter((n) => n !== undefined);
    expect(numbers).toEqual(Array.from({ length: 130 }, (_, index) => String(index + 1)));
    expect((await session.health()).dropped).toBe(0);
    expect(inbox.batches.find(({ updates }) => updates.length > 100)).toMatchObject({ resumed: true, caughtUp: true });
  }, 90_000);

  test('neither our own words nor the past of a room are heard', async () => {
    const room = await human.createRoom({ name: 'Alt', encrypted: false });
    await human.say(room, 'vor unserer Zeit');
    await human.invite(room, account.userId);
    await inbox.until(({ stateKey }) => stateKey === account.userId, 'that we joined');
    await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot');
    await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'von uns' }, 't1');
    await human.untilSees(room, /von uns/);
    await human.say(room, 'zu uns');
    await inbox.untilHeard('zu uns');
    expect(inbox.events.map(({ type, content }) => [type, content['body']])).toEqual([['m.room.member', undefined], ['m.room.message', 'zu uns']]);
  });

  test('edits, reactions, redactions, names, coming and going; no polls and no votes', async () => {
    const room = await together();
    const id = await human.say(room, 'Eins');
    await human.edit(room, id, 'Zwei');
    const reaction = await human.react(room, id, '👍');
    await human.redact(room, reaction);
    const poll = await human.send(room, 'org.matrix.msc3381.poll.start', { 'org.matrix.msc3381.poll.start': { question: { 'org.matrix.msc1767.text': 'Wann?' }, answers: [] } });
    for (const end of ['response', 'end']) await human.send(room, `org.matrix.msc3381.poll.${end}`, { 'm.relates_to': { rel_type: 'm.reference', event_id: poll } });
    await human.client.setRoomName(room, 'Neues Rathaus');
    await inbox.until(({ type }) => type === 'm.room.name', 'the name');
    await human.client.kick(room, account.userId, 'genug');
    await inbox.until(({ type, content }) => type === 'm.room.member' && content['membership'] === 'leave', 'the kick');
    expect(inbox.events.map(({ type }) => type)).toEqual(['m.room.member', 'm.room.message', 'm.room.message', 'm.reaction', 'm.room.redaction', 'm.room.name', 'm.room.member']);
    expect(inbox.events[4]).toMatchObject({ redacts: reaction });
    expect(inbox.events[5]).toMatchObject({ room: { title: 'Neues Rathaus' }, previous: { name: 'Rathaus' } });
    expect(inbox.events[6]).toMatchObject({ sender: human.userId, stateKey: account.userId, content: { membership: 'leave' } });
    await expect(session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'noch da?' }, 't1')).rejects.toMatchObject({ code: 'M_FORBIDDEN' });
  });

  test('kicked while we were away', async () => {
    const room = await together();
    await restart(async () => {
      await human.client.kick(room, account.userId);
    });
    expect(await inbox.until(({ type, content }) => type === 'm.room.member' && content['membership'] === 'leave', 'the kick')).toMatchObject({ sender: human.userId, room: { id: room } });
  });

  test('what is too large is cut to its text or refused, and the rest is heard', async () => {
    const room = await together();
    const long = 'a'.repeat(40_000);
    await human.send(room, 'm.room.message', { msgtype: 'm.text', body: long, wide: Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`k${n}`, n])) });
    let deep: Record<string, unknown> = {};
    for (let n = 0; n < 40; n++) deep = { deeper: deep };
    await human.send(room, 'm.reaction', deep);
    await human.say(room, 'Ende');
    await inbox.untilHeard('Ende');
    const messages = inbox.events.filter(({ type }) => type !== 'm.room.member');
    expect(messages).toHaveLength(2);
    expect(messages[0]!.content).toEqual({ msgtype: 'm.text', body: long.slice(0, 8_192), 'm.relates_to': {} });
    expect((await session.health()).dropped).toBe(1);
  });

  test('what the homeserver makes up does not stop us: events without what events have, rooms that are no rooms', async () => {
    const room = await together();
    let spoiled = 0;
    between.change = (call, { body }) => {
      if (!call.path.endsWith('/sync') || !JSON.stringify(body).includes(room) || spoiled++ > 0) return body;
      const sync = body as { rooms: { join: Record<string, { timeline: { events: unknown[] } }> } };
      sync.rooms.join[room]?.timeline.events.unshift(null, 7, {}, { type: 'm.room.message' }, { event_id: '$x', type: 'm.room.message', sender: '@x:y', origin_server_ts: 1, content: null }, { event_id: '$y', type: 'm.room.encrypted', sender: '@x:y', origin_server_ts: 1, content: { ciphertext: 7 } });
      return sync;
    };
    await human.say(room, 'trotzdem');
    await inbox.untilHeard('trotzdem');
    await human.say(room, 'und weiter');
    await inbox.untilHeard('und weiter');
    expect(spoiled).toBeGreaterThan(0);
  });

  test('memory: the SDK keeps no timeline', async () => {
    const room = await together();
    for (let n = 0; n < 5; n++) await human.say(room, `Nr ${n}`);
    await inbox.untilHeard('Nr 4');
    const { client } = (session as unknown as { parts: { client: Human['client'] } }).parts;
    expect(client.getRoom(room)?.getLiveTimeline().getEvents()).toEqual([]);
  });
});
