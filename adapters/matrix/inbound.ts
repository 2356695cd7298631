import { asciiDigits, shortName } from '../../src/kernel/text.ts';
import { instant, type Instant } from '../../src/kernel/time.ts';
import { attachmentOf, captionOf } from './files.ts';
import { roomId, type Decoded, type Place, type Sender, type Update } from '../../src/kernel/update.ts';

type Raw = Readonly<Record<string, unknown>>;
type What = Update['what'];

/** What our own inbox or the specification promises and the payload does not keep. */
class Malformed extends Error {}

/** Nothing in the specification is longer (https://spec.matrix.org/latest/appendices/#identifier-grammar). */
const MAX_ID = 255;
/** Longest label of an action, in graphemes: what is longer is no choice. */
const MAX_LABEL = 24;

/** An event as decoded so far: everything but what it says. */
interface Heard {
  readonly event: Raw;
  readonly messageId: string;
  readonly content: Raw;
  readonly sender: string;
  readonly at: Instant | null;
  readonly place: Place;
}

/**
 * One `RoomEvent` (wire.ts) in the words every messenger shares. Pure and total: what is new to us is ignored, what is
 * broken is malformed, and nothing throws. Event types: https://spec.matrix.org/latest/client-server-api/
 */
export function decode(payload: string): Decoded {
  try {
    const event = object(JSON.parse(payload), 'event');
    const sender = account(event['sender'], 'sender');
    // An event that could not be read is stored under its id and a question mark.
    const messageId = identifier(event['id'], 'id').replace(/\?$/, '');
    const heard: Heard = { event, messageId, content: object(event['content'], 'content'), sender, at: moment(event['at']), place: placeOf(event, null) };
    if (event['stateKey'] !== null) return decodeState(heard);
    if (sender === account(event['self'], 'self')) return ignored('our own');
    if (event['unreadable'] === true) return isBot(event) ? ignored('a bot') : update(heard, { kind: 'unreadable', messageId });
    switch (event['type']) {
      case 'm.room.message':
        return decodeMessage(heard);
      case 'm.reaction':
        return decodeReaction(heard);
      case 'm.room.redaction':
        return isBot(event) ? ignored('a bot') : update(heard, { kind: 'undone', messageId: identifier(event['redacts'], 'redacts') });
      default:
        return ignored('event type');
    }
  } catch (error) {
    return malformed(error instanceof Malformed ? error.message : 'not readable');
  }
}

function decodeState(heard: Heard): Decoded {
  const { event, content, place } = heard;
  const stateKey = event['stateKey'];
  if (typeof stateKey !== 'string') throw new Malformed('stateKey');
  if (event['type'] === 'm.room.member') return decodeMembership(heard, account(stateKey, 'stateKey'));
  if (event['type'] !== 'm.room.tombstone' || stateKey !== '') return ignored('room state');
  const newChat = roomName(content['replacement_room']);
  if (roomId('matrix', newChat) === place.room) return malformed('replacement_room');
  return update(heard, { kind: 'moved', newChat }, { kind: 'bot' });
}

/** We were let in or sent away; or a person opened or left the direct room. Changes of names mean nothing to us. */
function decodeMembership(heard: Heard, member: string): Decoded {
  const { event, content, sender, place } = heard;
  const self = account(event['self'], 'self');
  const alone = place.kind === 'PRIVATE';
  const before = event['previous'] === null ? null : object(event['previous'], 'previous')['membership'];
  const is = membership(content['membership']);
  const was = before === null ? null : membership(before);
  if (is === 'in' ? was === 'in' : is !== 'out' || was === 'out') return ignored('membership unchanged');
  // An invitation taken back or declined: only in a direct room it shuts a door.
  if (was === 'asked' && is === 'out' && !alone) return ignored('an invitation');
  if (!alone) {
    if (member !== self) return ignored('a member');
    return update(heard, { kind: is === 'in' ? 'joined' : 'left' }, sender === self ? { kind: 'bot' } : senderOf(heard));
  }
  const theirOwn = member === sender && sender !== self;
  const shutOut = member === self && sender !== self && is === 'out';
  if ((!theirOwn && !shutOut) || isBot(event)) return ignored('a member');
  return update(heard, { kind: is === 'in' ? 'opened' : 'blocked' });
}

function membership(value: unknown): 'in' | 'asked' | 'out' {
  if (typeof value !== 'string') throw new Malformed('membership');
  if (value === 'join') return 'in';
  return value === 'leave' || value === 'ban' ? 'out' : 'asked';
}

/** A notice or an emote of a bot, and an edit, are said to nobody who answers. */
function decodeMessage(heard: Heard): Decoded {
  const { event, messageId, content } = heard;
  const msgtype = content['msgtype'];
  const body = content['body'];
  const isFile = msgtype === 'm.file' || msgtype === 'm.image';
  if (isFile && isBot(event)) return ignored('a bot');
  if (!isFile && msgtype !== 'm.text' && (msgtype !== 'm.emote' || isBot(event))) return ignored('message type');
  if (typeof body !== 'string') return malformed('body');
  const relation = content['m.relates_to'] === undefined ? null : object(content['m.relates_to'], 'm.relates_to');
  if (relation?.['rel_type'] === 'm.replace' || content['m.new_content'] !== undefined) return ignored('an edit');
  const thread = relation?.['rel_type'] === 'm.thread' ? identifier(relation['event_id'], 'thread') : null;
  const answered = relation === null || relation['m.in_reply_to'] === undefined ? null : object(relation['m.in_reply_to'], 'm.in_reply_to');
  // In a thread every message "replies" to the last one, for clients that know no threads; that is no reply.
  const replyTo = answered === null || (thread !== null && relation?.['is_falling_back'] === true) ? null : identifier(answered['event_id'], 'm.in_reply_to');
  const where: Heard = { ...heard, place: placeOf(event, thread) };
  if (isFile) {
    const attachment = attachmentOf(content);
    return attachment === null ? malformed('file') : update(where, { kind: 'text', text: captionOf(content), messageId, replyTo: replyTo ?? thread, attachment });
  }
  const text = answered === null ? body : withoutFallback(body);
  const target = replyTo ?? thread;
  const choice = chosen(text, replyTo !== null);
  // A bridge's people are told to write themselves, but only where they chose or commanded.
  if (choice !== null && isBot(event) && replyTo === null) return ignored('a bot');
  // In a room numbers are said about many things; one to a card, or in a private chat, is meant for us.
  if (choice === null || (target === null && where.place.kind !== 'PRIVATE')) return update(where, { kind: 'text', text, messageId, replyTo });
  return update(where, { kind: 'choice', choice, messageId, target, reaction: false });
}

/** The keycaps 1️⃣–9️⃣, with or without their variation selector, or the bare digit; every other sign is only a sign. */
function decodeReaction(heard: Heard): Decoded {
  const { event, messageId, content } = heard;
  const relation = object(content['m.relates_to'], 'm.relates_to');
  if (relation['rel_type'] !== 'm.annotation') return ignored('relation');
  const key = relation['key'];
  if (typeof key !== 'string') return malformed('key');
  const choice = /^([1-9])\uFE0F?\u20E3?\uFE0F?$/u.exec(key)?.[1];
  if (choice === undefined || isBot(event)) return ignored('reaction');
  return update(heard, { kind: 'choice', choice, messageId, target: identifier(relation['event_id'], 'event_id'), reaction: true });
}

/** A number alone chooses; a short line in a reply may be an action's label. null: neither. */
function chosen(text: string, isReply: boolean): string | null {
  const line = text.trim();
  if (line.length > 8 * MAX_LABEL || /[\n\r]/.test(line)) return null;
  const number = /^([1-9]\d?)[.)]?$/.exec(asciiDigits(line).replace(/[\uFE0F\u20E3]/gu, ''))?.[1];
  if (number !== undefined) return number;
  return isReply && line !== '' && !/^[/!]/.test(line) && shortName(line, MAX_LABEL) === line ? line : null;
}

/** Older clients quote what they reply to before the reply (removed from the specification with 1.13). */
function withoutFallback(body: string): string {
  if (!/^> (\* )?</.test(body)) return body;
  const lines = body.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('>'));
  return first < 0 ? '' : lines.slice(lines[first] === '' ? first + 1 : first).join('\n');
}

/** Threads of a direct room are one room: people have one dialog with us. */
function placeOf(event: Raw, thread: string | null): Place {
  const room = object(event['room'], 'room');
  const chat = roomName(room['id']);
  if (room['direct'] === true) return { room: roomId('matrix', chat), kind: 'PRIVATE', title: null };
  return { room: roomId('matrix', chat, thread), kind: 'GROUP', title: typeof room['title'] === 'string' ? room['title'] : null };
}

function senderOf({ event, sender }: Heard): Sender {
  if (isBot(event)) return { kind: 'bot' };
  const name = typeof event['senderName'] === 'string' ? event['senderName'] : sender.slice(1, sender.indexOf(':'));
  return { kind: 'person', account: sender, name, username: null, languageHint: null, moderator: event['moderator'] === true };
}

const isBot = (event: Raw): boolean => event['senderIsBot'] !== false;

/** `origin_server_ts`: what the sender's own homeserver says. */
function moment(at: unknown): Instant | null {
  return typeof at === 'number' && Number.isInteger(at) && at > 0 && at < 8.64e15 ? instant(at) : null;
}

/** `$…`: an event's id. */
function identifier(value: unknown, name: string): string {
  return shaped(value, /^\$[^\s\0]+$/u, name);
}

function account(value: unknown, name: string): string {
  return shaped(value, /^@[^:\s\0]*:[^\s\0]+$/u, name);
}

/** A slash would look like a topic's beginning in our own room ids; no server makes such names. */
function roomName(value: unknown): string {
  return shaped(value, /^![^\s\0/]+$/u, 'room');
}

function shaped(value: unknown, form: RegExp, name: string): string {
  if (typeof value !== 'string' || value.length > MAX_ID || !form.test(value)) throw new Malformed(name);
  return value;
}

function object(value: unknown, name: string): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(name);
  return value as Raw;
}

const ignored = (why: string): Decoded => ({ kind: 'ignored', why });
const malformed = (why: string): Decoded => ({ kind: 'malformed', why });
const update = (heard: Heard, what: What, sender: Sender = senderOf(heard)): Decoded => ({
  kind: 'update',
  update: { at: heard.at, sender, place: heard.place, what },
});
