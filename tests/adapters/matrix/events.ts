import type { Content, RoomEvent } from '../../../adapters/matrix/wire.ts';

export const US = '@mitmachen:example.org';
export const AMIRA = '@amira:example.org';
const GROUP: RoomEvent['room'] = { id: '!gruppe:example.org', title: 'Wir im Viertel', direct: false, encrypted: true };
export const DIRECT: RoomEvent['room'] = { id: '!direkt:example.org', title: null, direct: true, encrypted: true };

/** Something Amira did in the group, as the session hands it over. */
export function event(change: Partial<RoomEvent>): RoomEvent {
  return {
    id: '$amiras-event', self: US, type: 'm.room.message', stateKey: null, sender: AMIRA, senderName: 'Amira', senderIsBot: false, moderator: false,
    at: Date.UTC(2018, 9, 22, 7), content: {}, previous: null, redacts: null, unreadable: false, room: GROUP, ...change,
  };
}

/** A message of hers. */
export const said = (body: string, more: Content = {}, change: Partial<RoomEvent> = {}): RoomEvent =>
  event({ content: { msgtype: 'm.text', body, ...more }, ...change });

export const replyTo = (id: string): Content => ({ 'm.relates_to': { 'm.in_reply_to': { event_id: id } } });

/** In a thread, `answered`: to one of its messages, else as every message there. */
export const inThread = (root: string, answered: string | null = null): Content => ({
  'm.relates_to': { rel_type: 'm.thread', event_id: root, is_falling_back: answered === null, 'm.in_reply_to': { event_id: answered ?? '$last' } },
});

export const reacted = (key: string, change: Partial<RoomEvent> = {}): RoomEvent =>
  event({ type: 'm.reaction', content: { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$card', key } }, ...change });

/** Somebody's membership of the room, from `was` to `is`. */
export const member = (who: string, was: string | null, is: string, change: Partial<RoomEvent> = {}): RoomEvent =>
  event({ type: 'm.room.member', stateKey: who, sender: who, content: { membership: is }, previous: was === null ? null : { membership: was }, ...change });

/** One of each kind that means something. */
export const FIXTURES: readonly RoomEvent[] = [
  said('!zusage 2'),
  said('2', replyTo('$card')),
  said('> <@mitmachen:example.org> Auftakt\n> 1. Zusage\n\nZusage', replyTo('$card')),
  said('3', inThread('$card')),
  said('Hallo', inThread('$root', '$other')),
  said('/start', {}, { room: DIRECT }),
  reacted('1️⃣'),
  event({ type: 'm.room.redaction', redacts: '$reaction' }),
  member(AMIRA, 'invite', 'join', { room: DIRECT }),
  member(AMIRA, 'join', 'leave', { room: DIRECT }),
  member(US, 'invite', 'join'),
  member(US, 'join', 'leave', { sender: AMIRA }),
  event({ type: 'm.room.tombstone', stateKey: '', content: { body: 'Wir ziehen um', replacement_room: '!neu:example.org' } }),
  event({ id: '$secret?', type: 'm.room.encrypted', unreadable: true, content: { algorithm: 'm.megolm.v1.aes-sha2' } }),
];
