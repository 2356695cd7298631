/** Events as rooms bring them, in the words every messenger shares. */
import { expect, test } from 'vitest';
import { decode } from '../../../adapters/matrix/inbound.ts';
import type { RoomEvent } from '../../../adapters/matrix/wire.ts';
import type { Decoded, Update } from '../../../src/kernel/update.ts';
import { AMIRA, DIRECT, event, inThread, member, reacted, replyTo, said, US } from './events.ts';

const read = (one: RoomEvent): Decoded => decode(JSON.stringify(one));

function update(one: RoomEvent): Update {
  const decoded = read(one);
  if (decoded.kind !== 'update') throw new Error(`${decoded.kind}: ${decoded.why}`);
  return decoded.update;
}

test('a message tells who, where and when', () => {
  expect(update(said('!zusage 2', {}, { moderator: true }))).toEqual({
    at: Date.UTC(2018, 9, 22, 7),
    sender: { kind: 'person', account: AMIRA, name: 'Amira', username: null, languageHint: null, moderator: true },
    place: { room: 'matrix:!gruppe:example.org', kind: 'GROUP', title: 'Wir im Viertel' },
    what: { kind: 'text', text: '!zusage 2', messageId: '$amiras-event', replyTo: null },
  });
  expect(update(said('Hallo', {}, { room: DIRECT })).place).toEqual({ room: 'matrix:!direkt:example.org', kind: 'PRIVATE', title: null });
});

test('names stay as they came; who has none is called by the account', () => {
  expect(update(said('x', {}, { senderName: '\u202Eevil\u0000' })).sender).toMatchObject({ name: '\u202Eevil\u0000' });
  expect(update(said('x', {}, { senderName: null })).sender).toMatchObject({ name: 'amira' });
});

test.each([
  ['a bare number in a direct room', said('2', {}, { room: DIRECT }), { choice: '2', target: null }],
  ['a number with a dot', said(' 12. ', {}, { room: DIRECT }), { choice: '12', target: null }],
  ['a number in Arabic digits', said('٣', {}, { room: DIRECT }), { choice: '3', target: null }],
  ['a keycap typed', said('4️⃣', {}, { room: DIRECT }), { choice: '4', target: null }],
  ['a number as a reply', said('2', replyTo('$card')), { choice: '2', target: '$card' }],
  ['a label as a reply', said('Zusage', replyTo('$card')), { choice: 'Zusage', target: '$card' }],
  ['a label behind a quotation', said('> <@mitmachen:example.org> Auftakt\n> 1. Zusage\n\n+1 Person', replyTo('$card')), { choice: '+1 Person', target: '$card' }],
  ['a number in a thread', said('3', inThread('$card')), { choice: '3', target: '$card' }],
  ['a reply inside a thread', said('3', inThread('$root', '$card')), { choice: '3', target: '$card' }],
])('%s is a choice', (_what, said_, what) => {
  expect(update(said_).what).toEqual({ kind: 'choice', messageId: '$amiras-event', reaction: false, ...what });
});

test.each([
  ['a number among words', said('2 Personen'), null],
  ['zero', said('0'), null],
  ['a year', said('2018'), null],
  ['a command as a reply', said('!zusage', replyTo('$card')), '$card'],
  ['a slash command as a reply', said('/absage', replyTo('$card')), '$card'],
  ['a long reply', said('Ich würde sehr gern kommen, weiß es aber noch nicht', replyTo('$card')), '$card'],
  ['a reply of two lines', said('Zusage\nBis bald', replyTo('$card')), '$card'],
  ['a label without a reply', said('Zusage'), null],
  ['a label in a thread, which is no reply', said('Zusage', inThread('$card')), null],
])('%s is text', (_what, said_, replied) => {
  expect(update(said_).what).toMatchObject({ kind: 'text', replyTo: replied });
});

test.each([
  ['the quotation of a reply', said('> <@a:b> eins\n> zwei\n\n!zusage 2\n> bleibt', replyTo('$x')), '!zusage 2\n> bleibt'],
  ['the quotation of an emote', said('> * <@a:b> winkt\n\nDas war eine ganze Zeile zu viel', replyTo('$x')), 'Das war eine ganze Zeile zu viel'],
  ['nothing of what somebody quoted by hand', said('> eins\n\nDas sehe ich ebenso und nicht anders', replyTo('$x')), '> eins\n\nDas sehe ich ebenso und nicht anders'],
  ['nothing where there is no reply', said('> <@a:b> eins\n\nzwei'), '> <@a:b> eins\n\nzwei'],
])('takes away %s', (_what, said_, text) => {
  expect(update(said_).what).toMatchObject({ kind: 'text', text });
});

test('a thread is a room of its own, but not in a direct room', () => {
  expect(update(said('Hallo', inThread('$root'))).place.room).toBe('matrix:!gruppe:example.org/$root');
  expect(update(said('Hallo', inThread('$root'), { room: DIRECT })).place.room).toBe('matrix:!direkt:example.org');
  expect(update(reacted('1')).place.room, 'reactions do not tell their thread').toBe('matrix:!gruppe:example.org');
});

test.each(['1️⃣', '1⃣', '1', '1\uFE0F'])('the reaction %j chooses', (key) => {
  expect(update(reacted(key)).what).toEqual({ kind: 'choice', choice: '1', messageId: '$amiras-event', target: '$card', reaction: true });
});

test.each(['👍', '0️⃣', '🔟', '12', '', 'Zusage', '1️⃣2️⃣', '١'])('the reaction %j is only a sign', (key) => {
  expect(read(reacted(key)).kind).toBe('ignored');
});

test('what is taken back, what cannot be read', () => {
  expect(update(event({ type: 'm.room.redaction', redacts: '$reaction' })).what).toEqual({ kind: 'undone', messageId: '$reaction' });
  expect(update(event({ id: '$secret?', type: 'm.room.encrypted', unreadable: true })).what).toEqual({ kind: 'unreadable', messageId: '$secret' });
  expect(update(event({ id: '$secret', type: 'm.room.encrypted', unreadable: true })).what).toEqual({ kind: 'unreadable', messageId: '$secret' });
});

test.each([
  ['somebody accepts our invitation', member(AMIRA, 'invite', 'join', { room: DIRECT }), 'opened', 'person'],
  ['somebody leaves the direct room', member(AMIRA, 'join', 'leave', { room: DIRECT }), 'blocked', 'person'],
  ['somebody declines the direct room', member(AMIRA, 'invite', 'leave', { room: DIRECT }), 'blocked', 'person'],
  ['somebody sends us out of the direct room', member(US, 'join', 'leave', { sender: AMIRA, room: DIRECT }), 'blocked', 'person'],
  ['we are let into a group', member(US, 'invite', 'join'), 'joined', 'bot'],
  ['we are in a group of which we know nothing before', member(US, null, 'join'), 'joined', 'bot'],
  ['we are sent out of a group', member(US, 'join', 'leave', { sender: AMIRA }), 'left', 'person'],
  ['we are banned from a group', member(US, 'join', 'ban', { sender: AMIRA }), 'left', 'person'],
  ['we left a group ourselves', member(US, 'join', 'leave'), 'left', 'bot'],
])('%s', (_what, change, kind, sender) => {
  expect(update(change)).toMatchObject({ what: { kind }, sender: { kind: sender } });
});

test('an upgraded room lives on under another id', () => {
  const tombstone = event({ type: 'm.room.tombstone', stateKey: '', content: { replacement_room: '!neu:example.org' } });
  expect(update(tombstone)).toMatchObject({ place: { room: 'matrix:!gruppe:example.org' }, sender: { kind: 'bot' }, what: { kind: 'moved', newChat: '!neu:example.org' } });
  expect(read({ ...tombstone, content: { replacement_room: '!gruppe:example.org' } }).kind).toBe('malformed');
  expect(read({ ...tombstone, content: { replacement_room: 'neu' } }).kind).toBe('malformed');
});

test.each([
  ['our own words', said('1', {}, { sender: US })],
  ['our own reaction', reacted('1️⃣', { sender: US })],
  ['an edit', said('* 2', { 'm.new_content': { msgtype: 'm.text', body: '2' }, 'm.relates_to': { rel_type: 'm.replace', event_id: '$x' } })],
  ['a notice', event({ content: { msgtype: 'm.notice', body: '!zusage' } })],
  ['a voice message', event({ content: { msgtype: 'm.audio', body: '1', url: 'mxc://x/y' } })],
  ['a bot’s file', event({ content: { msgtype: 'm.file', body: 'x.pdf', url: 'mxc://x/y' }, senderIsBot: true })],
  ['a poll', event({ type: 'org.matrix.msc3381.poll.start', content: {} })],
  ['a change of name', member(AMIRA, 'join', 'join', { room: DIRECT })],
  ['a change of our name', member(US, 'join', 'join')],
  ['somebody else coming', member(AMIRA, 'invite', 'join')],
  ['our invitation taken back', member(US, 'invite', 'leave', { sender: AMIRA })],
  ['our own invitation', member(US, null, 'invite', { sender: AMIRA })],
  ['our joining a direct room', member(US, 'invite', 'join', { room: DIRECT })],
  ['our inviting somebody', member(AMIRA, null, 'invite', { sender: US, room: DIRECT })],
  ['the room’s name', event({ type: 'm.room.name', stateKey: '', content: { name: 'Neu' } })],
])('%s means nothing', (_what, one) => {
  expect(read(one).kind).toBe('ignored');
});

test('a file is a message with only what is said of it; its name is no caption, and a digit with it chooses nothing', () => {
  const key = { v: 'v2', key: { k: 'k' }, iv: 'i', hashes: { sha256: 'h' } };
  const info = { mimetype: 'application/pdf', size: 52_000 };
  const sealed = event({ content: { msgtype: 'm.file', body: '!protokoll', filename: 'p.pdf', info, file: { url: 'mxc://example.org/abc', ...key, more: 1 } } });
  expect(update(sealed).what).toMatchObject({ kind: 'text', text: '!protokoll', replyTo: null, attachment: { reference: JSON.stringify({ url: 'mxc://example.org/abc', key }), name: 'p.pdf', mime: 'application/pdf', size: 52_000 } });
  const bare = event({ content: { msgtype: 'm.image', body: '2', url: 'mxc://example.org/abc', 'm.relates_to': { 'm.in_reply_to': { event_id: '$card' } } } });
  expect(update(bare).what).toMatchObject({ kind: 'text', text: '', replyTo: '$card', attachment: { reference: '{"url":"mxc://example.org/abc","key":null}', name: '2', mime: null, size: null } });
});

test.each(['https://example.org/abc', 'mxc://example.org/../abc', 'mxc://example.org/a/b', 'mxc://exa mple/abc', null])('a file that lies at %j is malformed', (url) => {
  expect(read(event({ content: { msgtype: 'm.file', body: 'p.pdf', url } })).kind).toBe('malformed');
});

test('bots and the accounts of a bridge are never persons', () => {
  const bot = { senderIsBot: true };
  expect(update(said('!zusage', {}, bot)).sender).toEqual({ kind: 'bot' });
  expect(update(said('2', replyTo('$card'), bot)).sender).toEqual({ kind: 'bot' });
  const quiet = [said('2', {}, bot), reacted('1️⃣', bot), event({ type: 'm.room.redaction', redacts: '$x', ...bot }), event({ unreadable: true, ...bot })];
  const emote = event({ content: { msgtype: 'm.emote', body: '!zusage' }, ...bot });
  expect([...quiet, emote, member(AMIRA, 'invite', 'join', { room: DIRECT, ...bot })].map((one) => read(one).kind)).toEqual(Array.from({ length: 6 }, () => 'ignored'));
});

test('a person’s emote is heard', () => {
  expect(update(event({ content: { msgtype: 'm.emote', body: 'kommt gern' } })).what).toMatchObject({ kind: 'text', text: 'kommt gern' });
});

test.each([
  ['no id', { id: '' }],
  ['an id that is none', { id: 'x' }],
  ['an endless id', { id: `$${'x'.repeat(300)}` }],
  ['a sender that is none', { sender: 'amira' }],
  ['a room with a slash', { room: { ...DIRECT, id: '!a/b:c' } }],
  ['no body', { content: { msgtype: 'm.text' } }],
  ['a relation that is none', { content: { msgtype: 'm.text', body: '1', 'm.relates_to': 'x' } }],
  ['a thread without a root', { content: { msgtype: 'm.text', body: '1', 'm.relates_to': { rel_type: 'm.thread' } } }],
  ['a redaction of nothing', { type: 'm.room.redaction' }],
  ['a member without a state', { type: 'm.room.member', stateKey: AMIRA }],
] as [string, Partial<RoomEvent>][])('%s is malformed', (_what, change) => {
  expect(read(event(change)).kind).toBe('malformed');
});

test.each([-1, 0, 1e300, 1.5, null])('the moment %j is not one', (at) => {
  expect(update({ ...said('Hallo'), at: at as number }).at).toBeNull();
});
