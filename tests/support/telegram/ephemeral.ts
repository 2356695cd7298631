import { accessChat, type ChatState, isPresent, wireChat } from './chats.ts';
import { badRequest, messageMissing, misuse } from './failure.ts';
import { type EditParams, readMarkup, readText, replace, type SendParams, type StoredMessage } from './messages.ts';
import type { WireMessage } from './wire.ts';
import type { World } from './world.ts';

/**
 * Ephemeral messages (Bot API 10.3): seen by one member of a group and the bot, message_id 0, addressed by (chat,
 * receiver, ephemeral_message_id), ids reused after deletion. A callback query or an incoming ephemeral message may
 * be referred to for 15 s. Delivery is "not guaranteed": `FakeTelegram.loseEphemeral` simulates the loss.
 */
export interface EphemeralKey {
  chat_id: number | string;
  receiver_user_id: number;
  ephemeral_message_id: number;
}

/** How long a member's ephemeral message may be replied to, ms. */
const REPLY_MS = 15_000;

export function freeId(chat: ChatState, userId: number): number {
  const used = new Set(chat.ephemeral.filter((one) => !one.deleted && one.receiver === userId).map((one) => one.wire.ephemeral_message_id));
  let id = 1;
  while (used.has(id)) id += 1;
  return id;
}

export function sendEphemeral(world: World, chat: ChatState, params: SendParams, content: () => Partial<WireMessage>): WireMessage {
  const wanted = params.ephemeral_message_parameters;
  if (wanted === undefined) throw misuse('a reply to an ephemeral message must itself be an ephemeral message');
  if (chat.type !== 'group' && chat.type !== 'supergroup') throw misuse('ephemeral messages can be sent only to groups');
  if (world.flood.limits.ephemeralCounts) world.flood.take(chat.id, chat.type, world.now());
  const receiver = world.users.get(wanted.receiver_user_id);
  if (receiver === undefined || !isPresent(chat.members.get(wanted.receiver_user_id))) throw badRequest('user not found');
  const press = wanted.callback_query_id === undefined ? undefined : world.callbacks.fresh(wanted.callback_query_id, wanted.receiver_user_id, world.now());
  if (wanted.replace_callback_query_message === true && (press === undefined || press.messageId === 0))
    throw misuse('replace_callback_query_message needs a callback query of an ordinary message');
  const replied = params.reply_parameters?.ephemeral_message_id;
  if (replied !== undefined) {
    const source = chat.ephemeral.find((one) => !one.deleted && !one.own && one.receiver === wanted.receiver_user_id && one.wire.ephemeral_message_id === replied);
    if (source === undefined || world.now() - source.at > REPLY_MS) throw badRequest('message to be replied not found');
  }
  const wire: WireMessage = {
    message_id: 0, date: world.date(), chat: wireChat(world, chat), from: world.bot,
    receiver_user: receiver.profile, ephemeral_message_id: freeId(chat, wanted.receiver_user_id),
    reply_markup: readMarkup(params.reply_markup), ...content(),
  };
  const stored: StoredMessage = { wire, own: true, at: world.now(), deleted: false, receiver: wanted.receiver_user_id };
  if (wanted.replace_callback_query_message === true && press) stored.replaces = press.messageId;
  if (world.ephemeralToLose > 0) {
    world.ephemeralToLose -= 1;
    stored.lost = true;
  }
  chat.ephemeral.push(stored);
  return wire;
}

function find(world: World, params: EphemeralKey, purpose: string): StoredMessage {
  const chat = accessChat(world, params.chat_id, 'write');
  const found = chat.ephemeral.find(
    (one) => !one.deleted && one.own && one.receiver === params.receiver_user_id && one.wire.ephemeral_message_id === params.ephemeral_message_id,
  );
  if (found === undefined) throw messageMissing(purpose);
  if (purpose === 'edit' && world.flood.limits.ephemeralCounts) world.flood.take(chat.id, chat.type, world.now());
  return found;
}

export function editEphemeralMessageText(world: World, params: EphemeralKey & EditParams): true {
  const found = find(world, params, 'edit');
  const text = readText(world, params, 'MESSAGE_TOO_LONG');
  replace(world, found, { ...found.wire, ...text, reply_markup: readMarkup(params.reply_markup), link_preview_options: params.link_preview_options });
  return true;
}

export function editEphemeralMessageReplyMarkup(world: World, params: EphemeralKey & EditParams): true {
  const found = find(world, params, 'edit');
  replace(world, found, { ...found.wire, reply_markup: readMarkup(params.reply_markup) });
  return true;
}

export function deleteEphemeralMessage(world: World, params: EphemeralKey): true {
  find(world, params, 'delete').deleted = true;
  return true;
}
