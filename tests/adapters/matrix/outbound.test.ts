/** Every call, carried out at a real homeserver: what people's own clients see of it. */
import { createDecipheriv } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictures } from '../../../adapters/documents/picture.ts';
import { MARKER } from '../../../adapters/matrix/wire.ts';
import { roomId, splitRoom } from '../../../src/kernel/update.ts';
import type { Outgoing } from '../../../src/ports/messenger.ts';
import { instant } from '../../../src/kernel/time.ts';
import { document, gap, line, say, strong, title } from '../../../src/view/document.ts';
import type { Account } from '../../support/matrix/accounts.ts';
import type { Human } from '../../support/matrix/human.ts';
import { onOwnSynapse, onSynapse } from '../../support/matrix/synapse-suite.ts';
import { button, idOf, stage, type Stage } from './setup.ts';

const card = document(title('Auftakt'), line(strong('11 Personen'), ' (6 Zusagen)'), gap, line('Bitte antworten Sie mit der Nummer:'));
const buttons = ['Zusage', 'Vielleicht', 'Absage', '+1 Person', '−1 Person'].map((label) => button(label));

onSynapse('Matrix, sent', (server) => {
  // One bot and one person for all tests, for they take seconds to come; a room for each.
  let on: Stage;
  let amira: Human;
  beforeAll(async () => {
    on = await stage(server());
    amira = await on.human('amira');
  });
  afterAll(() => on[Symbol.asyncDispose]());

  test('a card is posted with its numbers and four reactions, edited in place and closed', async () => {
    const room = await on.room(amira);
    const { chat } = splitRoom(room);
    const id = idOf(await on.send({ op: 'post', room, document: card, buttons, replyTo: null }, { id: 'in.1.1' }));
    const seen = await amira.untilSees(chat, /Auftakt/);
    expect(seen).toMatchObject({ id, encrypted: true, unreadable: null, body: 'Auftakt\n11 Personen (6 Zusagen)\n\nBitte antworten Sie mit der Nummer:\n1. Zusage\n2. Vielleicht\n3. Absage\n4. +1 Person\n5. −1 Person' });
    expect(seen.content).toMatchObject({ msgtype: 'm.text', 'm.mentions': {}, [MARKER]: 'in.1.1' });
    const planted = await amira.untilSees(chat, ({ reactions }) => Object.keys(reactions).length === 4);
    expect(planted.reactions).toEqual({ '1️⃣': [on.userId], '2️⃣': [on.userId], '3️⃣': [on.userId], '4️⃣': [on.userId] });

    expect(await on.send({ op: 'edit', room, messageId: id, document: say('12 Personen'), buttons })).toEqual({ kind: 'sent', messageId: id });
    await amira.untilSees(chat, /^12 Personen/);
    expect(await on.send({ op: 'edit', room, messageId: id, document: say('Vorbei'), buttons: [] })).toEqual({ kind: 'sent', messageId: id });
    await amira.untilSees(chat, /^Vorbei$/);
    expect(amira.sees(chat).map((one) => [one.id, one.edited, one.content['m.mentions']])).toEqual([[id, true, {}]]);
  });

  test('the same call again is the same event', async () => {
    const room = await on.room(amira);
    const call = { op: 'post', room, document: say('Einmal'), buttons: [], replyTo: null } as const;
    const ids = [await on.send(call, { id: 'in.2.1' }), await on.send(call, { id: 'in.2.1' })].map(idOf);
    expect(new Set(ids).size).toBe(1);
    await on.send({ ...call, document: say('Ende') });
    await amira.untilSees(splitRoom(room).chat, /Ende/);
    expect(amira.sees(splitRoom(room).chat).map(({ body }) => body)).toEqual(['Einmal', 'Ende']);
  });

  test('a call of yesterday is looked for first, and made where it is not found', async () => {
    const room = await on.room(amira);
    const call = { op: 'post', room, document: say('Gestern'), buttons: [], replyTo: null } as const;
    const first = idOf(await on.send(call, { id: 'in.3.1' }));
    const yesterday = instant(Date.now() - 21 * 3_600_000);
    expect(idOf(await on.send({ ...call, document: say('Noch einmal') }, { id: 'in.3.1', firstMade: yesterday }))).toBe(first);
    const other = idOf(await on.send({ ...call, document: say('Nie gesagt') }, { id: 'in.3.2', firstMade: yesterday }));
    expect(other).not.toBe(first);
    await amira.untilSees(splitRoom(room).chat, /Nie gesagt/);
    expect(amira.sees(splitRoom(room).chat).map(({ body }) => body)).toEqual(['Gestern', 'Nie gesagt']);
  });

  test('an answer is a quiet reply; in a thread it stays there', async () => {
    const room = await on.room(amira);
    const { chat } = splitRoom(room);
    const asked = await amira.say(chat, '!termine');
    await on.send({ op: 'post', room, document: say('Hier ist sie.'), buttons: [], replyTo: asked });
    expect(await amira.untilSees(chat, /Hier/)).toMatchObject({ replyTo: asked, thread: null, content: { msgtype: 'm.notice' } });

    const inside = await amira.sayInThread(chat, asked, '!absage');
    const thread = roomId('matrix', chat, asked);
    const answers = [await on.send({ op: 'post', room: thread, document: say('Schade.'), buttons: [], replyTo: inside }), await on.send({ op: 'post', room: thread, document: say('Bis bald.'), buttons: [], replyTo: null })].map(idOf);
    const relations = await Promise.all(answers.map((id) => amira.until(() => relationOf(amira, chat, id), 'the thread')));
    expect(relations).toEqual([
      { rel_type: 'm.thread', event_id: asked, is_falling_back: false, 'm.in_reply_to': { event_id: inside } },
      { rel_type: 'm.thread', event_id: asked, is_falling_back: true, 'm.in_reply_to': { event_id: asked } },
    ]);
  });

  test('a whisper comes in a direct room, encrypted, and nobody else sees it', async () => {
    const room = await on.room(amira);
    const call = { op: 'whisper', room, account: amira.userId, replyTo: null } as const;
    expect(await on.send({ ...call, document: say('Nur für Sie') })).toEqual({ kind: 'sent', messageId: null });
    const direct = await amira.acceptInvitation(on.userId);
    expect(await amira.untilSees(direct, /Nur für Sie/)).toMatchObject({ encrypted: true, content: { msgtype: 'm.notice', 'm.mentions': {} } });
    expect(await on.send({ ...call, document: say('Noch etwas') })).toEqual({ kind: 'sent', messageId: null });
    await amira.untilSees(direct, /Noch etwas/);
    expect(amira.sees(splitRoom(room).chat)).toEqual([]);
    expect(on.matrix.isGroup(direct)).toBe(false);
    expect(on.matrix.isGroup(splitRoom(room).chat)).toBe(true);
    await amira.leave(direct);
    await amira.until(() => [...on.intake.rows.values()].some((row) => row.includes(direct) && row.includes('"leave"')), 'the bot to hear of it');
    expect(await on.send({ ...call, document: say('Hallo?') }), 'who has left is not invited again').toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
  });

  test.each([true, false])('a file arrives whole (encrypted room: %s)', async (encrypted) => {
    const room = await on.room(amira, { encrypted });
    const text = 'BEGIN:VCALENDAR\r\nSUMMARY:Für alle\r\n';
    const file = { name: 'auftakt ä"\r\n.ics', mime: 'text/calendar', text };
    const id = idOf(await on.send({ op: 'file', room, file, caption: 'Kalender @alle' }));
    const seen = await amira.untilSees(splitRoom(room).chat, /Kalender/);
    expect(seen).toMatchObject({ id, encrypted, body: 'Kalender @\u2060alle', content: { msgtype: 'm.file', filename: 'auftakt ä_.ics', info: { mimetype: 'text/calendar', size: Buffer.byteLength(text) }, 'm.mentions': {} } });
    expect('file' in seen.content).toBe(encrypted);
    expect((await readFile(amira, seen.content)).toString()).toBe(text);
    idOf(await on.send({ op: 'file', room, file: { ...file, name: 'liste.csv' }, caption: null }));
    await amira.untilSees(splitRoom(room).chat, /^liste\.csv$/);
  });

  test.each([true, false])('a picture arrives whole, with its words as its body (encrypted room: %s)', async (encrypted) => {
    const room = await on.room(amira, { encrypted });
    const png = await pictures.png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>');
    const id = idOf(await on.send({ op: 'picture', room, png, alt: 'Termine @alle\nA: 6 Ja', name: 'bild.png' }));
    const seen = await amira.untilSees(splitRoom(room).chat, /Termine/);
    expect(seen).toMatchObject({ id, encrypted, body: 'Termine @\u2060alle\nA: 6 Ja', content: { msgtype: 'm.image', filename: 'bild.png', info: { mimetype: 'image/png', size: png.length, w: 40, h: 30 }, 'm.mentions': {} } });
    expect('file' in seen.content).toBe(encrypted);
    expect((await readFile(amira, seen.content)).equals(png)).toBe(true);
  });

  test.each([true, false])('a poll that people’s own clients know, once however often, and its end (encrypted room: %s)', async (encrypted) => {
    const room = await on.room(amira, { encrypted });
    const { chat } = splitRoom(room);
    const call = { op: 'poll', room, poll: { question: 'Kaffee @alle?', options: ['Kaffee', 'Tee'] }, document: say('Mehr mit /abstimmung.') } as const;
    const ids = [await on.send(call, { id: 'in.9.1' }), await on.send(call, { id: 'in.9.1' })].map(idOf);
    expect(new Set(ids).size).toBe(1);
    const seen = await amira.untilSees(chat, /Kaffee/);
    expect(seen).toMatchObject({ id: ids[0], type: 'org.matrix.msc3381.poll.start', encrypted, unreadable: null, body: 'Kaffee @\u2060alle?\n(Mehr mit !abstimmung.)\n1. Kaffee\n2. Tee', content: { [MARKER]: 'in.9.1', 'm.mentions': {} } });
    const poll = await amira.until(() => amira.client.getRoom(chat)?.polls.get(ids[0]!), 'the poll');
    expect(poll.pollEvent.answers.map(({ id, text }) => [id, text])).toEqual([['1', 'Kaffee'], ['2', 'Tee']]);
    expect(poll.isEnded).toBe(false);
    expect(await on.send({ op: 'endPoll', room, messageId: ids[0]!, document: say('Zu Ende.') })).toEqual({ kind: 'sent', messageId: ids[0] });
    await amira.until(() => poll.isEnded, 'the end');
    const found = idOf(await on.send(call, { id: 'in.9.1', firstMade: instant(Date.now() - 21 * 3_600_000) }));
    expect(found, 'a call of yesterday is looked for first').toBe(ids[0]);
  });

  test('a poll in a thread stays there', async () => {
    const room = await on.room(amira);
    const { chat } = splitRoom(room);
    const asked = await amira.say(chat, 'Pause');
    const id = idOf(await on.send({ op: 'poll', room: roomId('matrix', chat, asked), poll: { question: 'Kaffee?', options: ['ja', 'nein'] }, document: say('Mehr.') }));
    expect(await amira.until(() => relationOf(amira, chat, id), 'the thread')).toMatchObject({ rel_type: 'm.thread', event_id: asked });
  });

  test('a sign on somebody’s message, once however often', async () => {
    const room = await on.room(amira);
    const { chat } = splitRoom(room);
    const said = await amira.say(chat, '1');
    const mark = { op: 'mark', room, messageId: said } as const;
    expect(await on.send({ ...mark, sign: 'DONE' })).toEqual({ kind: 'sent', messageId: null });
    expect(await on.send({ ...mark, sign: 'DONE' })).toEqual({ kind: 'sent', messageId: null });
    expect(await on.send({ ...mark, sign: 'REFUSED' })).toEqual({ kind: 'sent', messageId: null });
    const seen = await amira.untilSees(chat, ({ reactions }) => Object.keys(reactions).length === 2);
    expect(seen.reactions).toEqual({ '✅': [on.userId], '⛔': [on.userId] });
  });

  test('an own message is taken away', async () => {
    const room = await on.room(amira);
    const messageId = idOf(await on.send({ op: 'post', room, document: say('kurz'), buttons: [], replyTo: null }));
    await amira.untilSees(splitRoom(room).chat, /kurz/);
    expect(await on.send({ op: 'delete', room, messageId })).toEqual({ kind: 'sent', messageId: null });
    await amira.untilSees(splitRoom(room).chat, ({ redacted }) => redacted);
    expect(await on.send({ op: 'delete', room, messageId })).toEqual({ kind: 'sent', messageId: null });
  });

  test('where we may not write, or are not, the refusal says which', async () => {
    const room = await on.room(amira);
    const { chat } = splitRoom(room);
    const post = { op: 'post', room, document: say('x'), buttons: [], replyTo: null } as const;
    await amira.client.sendStateEvent(chat, 'm.room.power_levels' as never, { users: { [amira.userId]: 100 }, events_default: 50 } as never, '');
    expect(await on.send(post)).toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
    await amira.client.kick(chat, on.userId);
    expect(await on.send(post)).toMatchObject({ kind: 'refused', reason: 'KICKED' });
    expect(await on.send({ ...post, room: roomId('matrix', '!nirgends:synapse.test') })).toMatchObject({ kind: 'refused' });
    expect(await on.send({ ...post, room: roomId('telegram', '-1') })).toMatchObject({ kind: 'refused', reason: 'BAD_CALL' });
    expect(await on.send({ op: 'answer', room, pressId: '1', text: 'x' })).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
    expect(on.fatal).toEqual([]);
  });

  test('a bug of ours is refused without a call, and logged', async () => {
    const room = await on.room(amira);
    const call: Outgoing = { op: 'post', room, document: say('x'), buttons: [button(' ')], replyTo: null };
    expect(on.logger.of('bug')).toEqual([]);
    expect(await on.send(call)).toMatchObject({ kind: 'refused', reason: 'BAD_CALL' });
    expect(on.logger.of('bug')).toEqual([expect.stringContaining('a button without a label')]);
  });

  test('after the end nothing is sent, and nothing is lost', async () => {
    const room = await on.room(amira);
    const post = { op: 'post', room, document: say('Zuletzt'), buttons, replyTo: null } as const;
    const last = on.send(post);
    await on.matrix.stop();
    expect(await last).toMatchObject({ kind: 'sent' });
    expect(await on.send(post)).toEqual({ kind: 'notSent', retryAfter: null, everywhere: true });
  });
});

onOwnSynapse('Matrix, where the homeserver limits us as it usually does', 'default', (server) => {
  let account: Account;
  beforeAll(async () => {
    account = await server().register('mitmachen');
  });

  test('a homeserver that is away at the start is waited for; nothing is lost meanwhile', async () => {
    await server().kill();
    await using on = await stage({ ...server(), register: async () => account });
    expect(on.logger.of('warn')).toEqual([expect.stringContaining('the homeserver cannot be reached')]);
    const post = { op: 'post', room: roomId('matrix', '!x:synapse.test'), document: say('x'), buttons: [], replyTo: null } as const;
    expect(await on.send(post)).toEqual({ kind: 'notSent', retryAfter: null, everywhere: true });
    expect([await on.matrix.health(), on.matrix.deepLink('')]).toEqual([null, null]);
    await server().restart();
    await expect.poll(() => on.logger.of('info').join(), { timeout: 25_000 }).toContain('the homeserver answers now');
    expect(on.matrix.deepLink('')).toBe(`https://matrix.to/#/${encodeURIComponent(on.userId)}`);
    expect(on.matrix.deepLink('event-auftakt')).toBeNull();
    expect(on.fatal).toEqual([]);
  }, 60_000);

  test('what is refused waits as long as the server says, and the operator is told once', async () => {
    await using on = await stage(server());
    const amira = await on.human('amira');
    const room = await on.room(amira);
    const { chat } = splitRoom(room);
    const outcomes = [];
    for (let i = 0; i < 15; i++) outcomes.push(await on.send({ op: 'post', room, document: say(`Nummer ${i}`), buttons: [], replyTo: null }));
    const limited = outcomes.filter(({ kind }) => kind !== 'sent');
    expect(limited.length).toBeGreaterThan(0);
    for (const one of limited) expect(one).toEqual({ kind: 'notSent', retryAfter: expect.any(Number) as number, everywhere: true });
    const wait = Math.max(...limited.map((one) => (one.kind === 'notSent' ? (one.retryAfter ?? 0) : 0)));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(10_000);
    expect(on.logger.of('warn').filter((one) => one.includes('limits how fast'))).toHaveLength(1);

    await amira.until(async () => (await on.send({ op: 'post', room, document: card, buttons, replyTo: null }, { id: 'card' })).kind === 'sent', 'the card to get through', 20_000);
    await amira.untilSees(chat, /Auftakt/);
  });
});

/** As it travels, outside of what is encrypted. */
function relationOf(human: Human, chat: string, id: string): unknown {
  const room = human.client.getRoom(chat);
  const event = room?.findEventById(id);
  return event?.getWireContent()['m.relates_to'];
}

/** What a person's client does with a file, by hand. */
async function readFile(human: Human, content: Readonly<Record<string, unknown>>): Promise<Buffer> {
  const file = content['file'] as { url: string; iv: string; key: { k: string } } | undefined;
  const [server, media] = (file?.url ?? String(content['url'])).replace('mxc://', '').split('/');
  const response = await fetch(`${human.client.getHomeserverUrl()}/_matrix/client/v1/media/download/${server}/${media}`, { headers: { authorization: `Bearer ${human.account.accessToken}` } });
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (file === undefined) return bytes;
  const decipher = createDecipheriv('aes-256-ctr', Buffer.from(file.key.k, 'base64url'), Buffer.from(file.iv, 'base64'));
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}
