import { accessChat, accessTopic, type ChatState, nextMessageId, wireChat } from './chats.ts';
import { formatText } from './entities.ts';
import { ApiFailure, badRequest, messageMissing, misuse, notModified } from './failure.ts';
import { sendEphemeral } from './ephemeral.ts';
import type { Upload, WireEntity, WireMarkup, WireMessage } from './wire.ts';
import type { World } from './world.ts';

/** `wire` is never changed in place, only replaced: updates and screens keep what they saw. */
export interface StoredMessage {
  wire: WireMessage;
  /** Written by the bot under test. */
  own: boolean;
  /** Server clock, ms. */
  at: number;
  editedAt?: number;
  deleted: boolean;
  /** Ephemeral messages only. */
  receiver?: number;
  replaces?: number;
  /** The receiver was offline and never got it. */
  lost?: boolean;
  /** User or chat id → emoji. */
  reactions?: Record<number, string>;
}

export interface SendParams {
  chat_id: number | string;
  message_thread_id?: number;
  text?: string;
  parse_mode?: string;
  entities?: WireEntity[];
  link_preview_options?: unknown;
  reply_parameters?: { message_id?: number; ephemeral_message_id?: number; allow_sending_without_reply?: boolean };
  reply_markup?: WireMarkup;
  disable_notification?: boolean;
  ephemeral_message_parameters?: { receiver_user_id: number; callback_query_id?: string; replace_callback_query_message?: boolean };
  caption?: string;
  caption_entities?: WireEntity[];
  document?: Upload | string;
  photo?: Upload | string;
  rich_message?: unknown;
}

export interface EditParams {
  chat_id?: number | string;
  message_id?: number;
  text?: string;
  parse_mode?: string;
  entities?: WireEntity[];
  link_preview_options?: unknown;
  reply_markup?: WireMarkup;
  rich_message?: unknown;
}

/** Characters (UTF-16 units) of a text and of a caption after entity parsing. */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
/** Undocumented but long observed: buttons per keyboard and per row. */
const MAX_BUTTONS = 100;
const MAX_ROW = 8;
/** What a link button may open: a host with a dot (no localhost), t.me links, tg:// links. */
const LINK = /^(?:tg:\/\/\S+|(?:https?:\/\/)?[^\s/:]+\.[^\s/:.]{2,}(?::\d+)?(?:[/?#]\S*)?)$/i;
/** Bytes of an uploaded document. */
const MAX_FILE = 50 * 1024 * 1024;
const MAX_PHOTO = 10 * 1024 * 1024;
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Messages can be deleted for 48 hours. */
const DELETE_MS = 48 * 3_600_000;

/** A message that exists and is not deleted. */
export const living = (chat: ChatState, id: number | undefined): StoredMessage | undefined => {
  const found = id === undefined ? undefined : chat.messages.get(id);
  return found === undefined || found.deleted ? undefined : found;
};

/** Stores a message with the next id of its chat. */
export function post(world: World, chat: ChatState, own: boolean, content: Partial<WireMessage>): StoredMessage {
  const wire: WireMessage = { message_id: nextMessageId(world, chat), date: world.date(), chat: wireChat(world, chat), ...content };
  const stored: StoredMessage = { wire, own, at: world.now(), deleted: false };
  chat.messages.set(wire.message_id, stored);
  return stored;
}

/** Parsed text of a message; `tooLong` differs between sending and editing on the live service. */
export function readText(world: World, params: EditParams, tooLong: string): Pick<WireMessage, 'text' | 'entities'> {
  if (params.rich_message !== undefined) throw misuse('schema: rich messages are not supported by this server');
  if (params.text === undefined || params.text === '') throw misuse('message text is empty');
  const { text, entities } = formatText(params.text, params.parse_mode, params.entities);
  if (text === '') throw misuse('text must be non-empty');
  if (text.length > MAX_TEXT) throw misuse(tooLong);
  return { text, entities: resolveMentions(world, entities) };
}

/** text_mention of somebody the bot has never met is dropped; else the person is filled in. */
function resolveMentions(world: World, entities: WireEntity[]): WireEntity[] | undefined {
  const known = entities.flatMap((entity) => {
    if (entity.type !== 'text_mention') return [entity];
    const user = world.users.get(entity.user?.id ?? 0)?.profile;
    return user === undefined ? [] : [{ ...entity, user }];
  });
  return known.length > 0 ? known : undefined;
}

export function readMarkup(markup: WireMarkup | undefined): WireMarkup | undefined {
  if (markup?.inline_keyboard === undefined) return undefined;
  const rows = markup.inline_keyboard.filter((row) => row.length > 0);
  if (rows.flat().length > MAX_BUTTONS || rows.some((row) => row.length > MAX_ROW)) throw misuse('reply markup is too long');
  for (const button of rows.flat()) {
    if (button.text.trim() === '') throw misuse("can't parse inline keyboard button: Text is empty");
    const actions = Object.keys(button).filter((key) => !['text', 'style', 'icon_custom_emoji_id'].includes(key));
    if (actions.length === 0) throw misuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    if (button.url !== undefined && !LINK.test(button.url)) throw misuse('BUTTON_URL_INVALID');
    if (actions.length > 1) throw misuse(`schema: button with several actions: ${actions.join(', ')}`);
  }
  return rows.length > 0 ? { ...markup, inline_keyboard: rows } : undefined;
}

function replyTarget(chat: ChatState, params: SendParams): WireMessage | undefined {
  const wanted = params.reply_parameters;
  if (wanted?.message_id === undefined) return undefined;
  const target = living(chat, wanted.message_id);
  if (target === undefined && wanted.allow_sending_without_reply !== true) throw badRequest('message to be replied not found');
  return target === undefined ? undefined : { ...target.wire, reply_to_message: undefined };
}

/** Common way of everything the bot sends: access, budget, topic, reply, then the content. */
export function send(world: World, params: SendParams, content: () => Partial<WireMessage>): WireMessage {
  const chat = accessChat(world, params.chat_id, 'write');
  if (params.ephemeral_message_parameters !== undefined || params.reply_parameters?.ephemeral_message_id !== undefined)
    return sendEphemeral(world, chat, params, content);
  world.flood.take(chat.id, chat.type, world.now());
  const inherited = chat.forum ? living(chat, params.reply_parameters?.message_id)?.wire.message_thread_id : undefined;
  const thread = accessTopic(world, chat, params.message_thread_id ?? inherited);
  const reply = replyTarget(chat, params);
  const body = content();
  return post(world, chat, true, {
    ...(chat.type === 'channel' ? { sender_chat: wireChat(world, chat) } : { from: world.bot }),
    message_thread_id: thread,
    is_topic_message: thread === undefined ? undefined : true,
    reply_to_message: reply,
    reply_markup: readMarkup(params.reply_markup),
    ...body,
  }).wire;
}

export const sendMessage = (world: World, params: SendParams): WireMessage =>
  send(world, params, () => ({ ...readText(world, params, 'message is too long'), link_preview_options: params.link_preview_options }));

export const sendDocument = (world: World, params: SendParams): WireMessage =>
  send(world, params, () => {
    const { id, file } = upload(world, params.document, 'document');
    if (file.bytes.length > MAX_FILE) throw new ApiFailure(413, 'Request Entity Too Large');
    return {
      document: { file_id: id, file_unique_id: `u-${id}`, file_name: file.filename, mime_type: file.mime, file_size: file.bytes.length },
      ...readCaption(world, params),
    };
  });

/** https://core.telegram.org/bots/api#sendphoto: 10 MB, width and height 10000 together, at most 20 to 1. Here PNG only. */
export const sendPhoto = (world: World, params: SendParams): WireMessage =>
  send(world, params, () => {
    const { id, file } = upload(world, params.photo, 'photo');
    if (file.bytes.length > MAX_PHOTO) throw badRequest('file is too big');
    if (!file.bytes.subarray(0, 8).equals(PNG_SIGNATURE)) throw misuse('IMAGE_PROCESS_FAILED');
    const [width, height] = [file.bytes.readUInt32BE(16), file.bytes.readUInt32BE(20)];
    if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) throw misuse('PHOTO_INVALID_DIMENSIONS');
    return { photo: [{ file_id: id, file_unique_id: `u-${id}`, width, height, file_size: file.bytes.length }], ...readCaption(world, params) };
  });

function upload(world: World, given: Upload | string | undefined, kind: string): { id: string; file: Upload } {
  if (typeof given === 'string' && !world.files.has(given)) throw badRequest('wrong file identifier/HTTP URL specified');
  const id = typeof given === 'string' ? given : `${kind}-${world.serial()}`;
  if (typeof given === 'object') world.files.set(id, given);
  const file = world.files.get(id);
  if (file === undefined || file.bytes.length === 0) throw misuse('file must be non-empty');
  return { id, file };
}

function readCaption(world: World, params: SendParams): Pick<WireMessage, 'caption' | 'caption_entities'> {
  const caption = params.caption === undefined ? undefined : formatText(params.caption, params.parse_mode, params.caption_entities);
  if ((caption?.text.length ?? 0) > MAX_CAPTION) throw misuse('message caption is too long');
  return {
    caption: caption === undefined || caption.text === '' ? undefined : caption.text,
    caption_entities: caption === undefined ? undefined : resolveMentions(world, caption.entities),
  };
}

/** Entities, text, keyboard and preview as one comparable string. */
const digest = (wire: WireMessage): string => JSON.stringify([wire.text, wire.entities, wire.reply_markup, wire.link_preview_options]);

export function findOwn(chat: ChatState, id: number | undefined): StoredMessage {
  const found = living(chat, id);
  if (found === undefined) throw messageMissing('edit');
  if (!found.own) throw badRequest("message can't be edited");
  return found;
}

function editable(world: World, params: EditParams): { chat: ChatState; found: StoredMessage } {
  if (params.chat_id === undefined) throw misuse('chat_id is empty');
  if (params.message_id === undefined) throw misuse('message identifier is not specified');
  const chat = accessChat(world, params.chat_id, 'write');
  world.flood.take(chat.id, chat.type, world.now());
  return { chat, found: findOwn(chat, params.message_id) };
}

/** Replaces a stored message unless nothing would change. */
export function replace(world: World, found: StoredMessage, next: WireMessage): WireMessage {
  if (digest(next) === digest(found.wire)) throw notModified();
  found.wire = { ...next, edit_date: world.date() };
  found.editedAt = world.now();
  return found.wire;
}

export function editMessageText(world: World, params: EditParams): WireMessage {
  const { found } = editable(world, params);
  if (found.wire.text === undefined) throw badRequest('there is no text in the message to edit');
  const text = readText(world, params, 'MESSAGE_TOO_LONG');
  return replace(world, found, { ...found.wire, ...text, reply_markup: readMarkup(params.reply_markup), link_preview_options: params.link_preview_options });
}

export function editMessageReplyMarkup(world: World, params: EditParams): WireMessage {
  const { found } = editable(world, params);
  return replace(world, found, { ...found.wire, reply_markup: readMarkup(params.reply_markup) });
}

export function deleteMessage(world: World, params: { chat_id: number | string; message_id: number }): true {
  const chat = accessChat(world, params.chat_id, 'write');
  const found = living(chat, params.message_id);
  if (found === undefined) throw messageMissing('delete');
  const own = chat.members.get(world.bot.id);
  const allowed = found.own || chat.type === 'private' || (own?.status === 'administrator' && !own.lacks.includes('can_delete_messages'));
  if (!allowed || world.now() - found.at > DELETE_MS) throw badRequest("message can't be deleted");
  found.deleted = true;
  return true;
}

/** Missing messages are skipped, as documented; the rest obey the rules of deleteMessage. */
export function deleteMessages(world: World, params: { chat_id: number | string; message_ids: number[] }): true {
  const chat = accessChat(world, params.chat_id, 'write');
  for (const id of params.message_ids) if (living(chat, id)) deleteMessage(world, { chat_id: chat.id, message_id: id });
  return true;
}
