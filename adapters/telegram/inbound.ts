import { instant, type Instant } from '../../src/kernel/time.ts';
import { roomId, type Attachment, type Decoded, type Place, type Sender, type Update } from '../../src/kernel/update.ts';

/** Who we are, known after getMe: commands for other bots are told apart by it. */
export interface Self {
  readonly id: string;
  readonly username: string;
}

/** Telegram's own accounts (https://core.telegram.org/bots/api#message, field `from`). */
const GROUP_ANONYMOUS_BOT = '1087968824';
const TELEGRAM_SERVICE = '777000';

type Raw = Readonly<Record<string, unknown>>;
type What = Update['what'];

/** What Telegram's documentation promises and the payload does not keep. */
class Malformed extends Error {}

/**
 * One update (https://core.telegram.org/bots/api#update) in the words every messenger shares. Pure and total: what
 * is new to us is ignored, what is broken is malformed, and nothing throws.
 */
export function decode(payload: string, self: Self | null): Decoded {
  try {
    const update = object(JSON.parse(payload), 'update');
    if (idOf(update['update_id']) === null) return malformed('update_id');
    if (update['message'] !== undefined) return decodeMessage(object(update['message'], 'message'), self);
    if (update['callback_query'] !== undefined) return decodePress(object(update['callback_query'], 'callback_query'));
    if (update['my_chat_member'] !== undefined) return decodeMembership(object(update['my_chat_member'], 'my_chat_member'));
    return ignored(Object.keys(update).find((key) => key !== 'update_id') ?? 'empty');
  } catch (error) {
    return malformed(error instanceof Malformed ? error.message : 'not readable');
  }
}

function decodeMessage(message: Raw, self: Self | null): Decoded {
  const chat = object(message['chat'], 'chat');
  const chatId = required(chat['id'], 'chat.id');
  const at = moment(message['date']);
  const place = placeOf(chat, threadOf(message));
  if (place === null || chat['is_direct_messages'] === true) return ignored('chat type');
  if (message['business_connection_id'] !== undefined) return ignored('business');
  const movedTo = idOf(message['migrate_to_chat_id']);
  if (movedTo !== null) return moved(at, chatId, movedTo, chat);
  const movedFrom = idOf(message['migrate_from_chat_id']);
  if (movedFrom !== null) return moved(at, movedFrom, chatId, chat);
  const from = message['from'] === undefined ? null : object(message['from'], 'from');
  if (message['is_automatic_forward'] === true || idOf(from?.['id']) === TELEGRAM_SERVICE) return ignored('automatic forward');
  const attachment = attachmentOf(message);
  const said = message['text'] ?? (attachment === null ? undefined : (message['caption'] ?? ''));
  if (said === undefined) return ignored('no text');
  if (typeof said !== 'string') return malformed('text');
  const text = forUs(said, self);
  if (text === null) return ignored('for another bot');
  const messageId = messageIdOf(message);
  if (messageId === null) return malformed('message_id');
  const sender = senderOfMessage(message, from, chatId);
  if (sender === null) return ignored('nobody');
  return update(at, sender, place, { kind: 'text', text, messageId, replyTo: replyTo(message), ...(attachment === null ? {} : { attachment }) });
}

/** A document, or a photo in the largest of its sizes (https://core.telegram.org/bots/api#document, #photosize). Null: neither. */
function attachmentOf(message: Raw): Attachment | null {
  const { document, photo } = message;
  const isPhoto = document === undefined && Array.isArray(photo) && photo.length > 0;
  if (document === undefined && !isPhoto) return null;
  const file = object(isPhoto ? photo.at(-1) : document, 'file');
  if (typeof file['file_id'] !== 'string' || file['file_id'] === '') throw new Malformed('file_id');
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const size = file['file_size'];
  return { reference: file['file_id'], name: text(file['file_name']), mime: isPhoto ? 'image/jpeg' : text(file['mime_type']), size: typeof size === 'number' && Number.isSafeInteger(size) ? size : null };
}

/** A press. Old or deleted cards come as InaccessibleMessage (date 0): chat and id are still true, the topic is not told. */
function decodePress(query: Raw): Decoded {
  const pressId = query['id'];
  if (typeof pressId !== 'string' || pressId === '') return malformed('callback_query.id');
  const sender = personOrBot(object(query['from'], 'from'));
  if (query['message'] === undefined) return ignored('inline card');
  const message = object(query['message'], 'message');
  const place = placeOf(object(message['chat'], 'chat'), threadOf(message));
  if (place === null) return ignored('chat type');
  const data = query['data'];
  if (data === undefined) return ignored('no data');
  if (typeof data !== 'string') return malformed('data');
  return update(null, sender, place, { kind: 'press', pressId, data, messageId: messageIdOf(message) });
}

/** Added to or removed from a group, or a person blocking and unblocking us; promotions mean nothing to us. */
function decodeMembership(change: Raw): Decoded {
  const chat = object(change['chat'], 'chat');
  const chatId = required(chat['id'], 'chat.id');
  const place = placeOf(chat, null);
  if (place === null) return ignored('chat type');
  const was = isMember(object(change['old_chat_member'], 'old_chat_member'));
  const is = isMember(object(change['new_chat_member'], 'new_chat_member'));
  if (was === is) return ignored('membership unchanged');
  const from = object(change['from'], 'from');
  const anonymous = idOf(from['id']) === GROUP_ANONYMOUS_BOT && chatId !== GROUP_ANONYMOUS_BOT;
  const sender: Sender = anonymous ? { kind: 'anonymousAdmin' } : personOrBot(from);
  const alone = place.kind === 'PRIVATE';
  return update(moment(change['date']), sender, place, { kind: is ? (alone ? 'opened' : 'joined') : alone ? 'blocked' : 'left' });
}

/** https://core.telegram.org/bots/api#chatmember; a restricted member may be out of the group. */
function isMember(member: Raw): boolean {
  const status = member['status'];
  if (typeof status !== 'string') throw new Malformed('status');
  return ['creator', 'administrator', 'member'].includes(status) || (status === 'restricted' && member['is_member'] === true);
}

/** A group became a supergroup: told once in the old chat and once in the new one; both say the same of the old room. */
function moved(at: Instant | null, oldChat: string, newChat: string, chat: Raw): Decoded {
  const title = typeof chat['title'] === 'string' ? chat['title'] : null;
  const place: Place = { room: roomId('telegram', oldChat), kind: 'GROUP', title };
  return update(at, { kind: 'bot' }, place, { kind: 'moved', newChat });
}

function senderOfMessage(message: Raw, from: Raw | null, chatId: string): Sender | null {
  if (message['via_bot'] !== undefined) return { kind: 'bot' };
  if (message['sender_chat'] !== undefined) {
    const speaker = required(object(message['sender_chat'], 'sender_chat')['id'], 'sender_chat.id');
    return { kind: speaker === chatId ? 'anonymousAdmin' : 'channel' };
  }
  return from === null ? null : personOrBot(from);
}

function personOrBot(user: Raw): Sender {
  const account = required(user['id'], 'from.id');
  if (user['is_bot'] !== false) return { kind: 'bot' };
  const names = [user['first_name'], user['last_name']].filter((part) => typeof part === 'string' && part !== '');
  return {
    kind: 'person',
    account,
    name: names.join(' '),
    username: typeof user['username'] === 'string' ? user['username'] : null,
    languageHint: typeof user['language_code'] === 'string' ? user['language_code'] : null,
    // The update does not say; who hides behind the group's name is told apart.
    moderator: false,
  };
}

/** Null for kinds of chat Telegram may invent. Topics of a private chat are one room: people have one dialog with us. */
function placeOf(chat: Raw, thread: string | null): Place | null {
  const id = required(chat['id'], 'chat.id');
  const title = typeof chat['title'] === 'string' ? chat['title'] : null;
  switch (chat['type']) {
    case 'private':
      return { room: roomId('telegram', id), kind: 'PRIVATE', title: null };
    case 'group':
    case 'supergroup':
      return { room: roomId('telegram', id, thread), kind: 'GROUP', title };
    case 'channel':
      return { room: roomId('telegram', id), kind: 'CHANNEL', title };
    default:
      return null;
  }
}

/** Replies outside forums carry a thread id too; only a topic's is a room. */
function threadOf(message: Raw): string | null {
  return message['is_topic_message'] === true ? idOf(message['message_thread_id']) : null;
}

/** Ephemeral messages all have message_id 0 and a number of their own per receiver: `e7`. */
function messageIdOf(message: Raw): string | null {
  const id = idOf(message['message_id']);
  if (id !== '0') return id;
  const ephemeral = idOf(message['ephemeral_message_id']);
  return ephemeral === null ? null : `e${ephemeral}`;
}

/** In a topic every message "replies" to the topic's first one; that is no reply. */
function replyTo(message: Raw): string | null {
  if (message['reply_to_message'] === undefined) return null;
  const replied = messageIdOf(object(message['reply_to_message'], 'reply_to_message'));
  return replied === threadOf(message) ? null : replied;
}

/** `/cmd@us args` → `/cmd args`; null when the command is for another bot. */
function forUs(text: string, self: Self | null): string | null {
  const [addressed, command = '', username = ''] = /^(\/\w{1,64})@(\w{3,64})(?!\w)/.exec(text) ?? [];
  if (addressed === undefined || self === null) return text;
  return username.toLowerCase() === self.username.toLowerCase() ? command + text.slice(addressed.length) : null;
}

/** Seconds since 1970; 0 means that Telegram does not say. */
function moment(date: unknown): Instant | null {
  return typeof date === 'number' && Number.isInteger(date) && date > 0 && date < 1e12 ? instant(date * 1_000) : null;
}

function object(value: unknown, name: string): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(name);
  return value as Raw;
}

/** Telegram's ids have at most 52 significant bits (https://core.telegram.org/bots/api#user); as text they never lose any. */
function idOf(value: unknown): string | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : null;
}

function required(value: unknown, name: string): string {
  const id = idOf(value);
  if (id === null) throw new Malformed(name);
  return id;
}

const ignored = (why: string): Decoded => ({ kind: 'ignored', why });
const malformed = (why: string): Decoded => ({ kind: 'malformed', why });
const update = (at: Instant | null, sender: Sender, place: Place, what: What): Decoded => ({
  kind: 'update',
  update: { at, sender, place, what },
});
