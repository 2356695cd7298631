import { accessChat, type ChatState, isAdmin, isPresent, may, wireChat, wireMember } from './chats.ts';
import type { AnswerParams } from './callbacks.ts';
import { deleteEphemeralMessage, editEphemeralMessageReplyMarkup, editEphemeralMessageText } from './ephemeral.ts';
import { badRequest, messageMissing } from './failure.ts';
import { deleteMessage, deleteMessages, editMessageReplyMarkup, editMessageText, living, post, sendDocument, sendMessage, sendPhoto } from './messages.ts';
import { sendPoll, stopPoll } from './polls.ts';
import type { World } from './world.ts';

interface ChatParams {
  chat_id: number | string;
}
interface MessageParams extends ChatParams {
  message_id: number;
}
interface CommandParams {
  commands?: { command: string; description: string }[];
  scope?: { type: string; chat_id?: number | string; user_id?: number };
  language_code?: string;
}
interface TextParams {
  language_code?: string;
  name?: string;
  description?: string;
  short_description?: string;
}

const MAX_DOWNLOAD = 20 * 1024 * 1024;

/** Parameters were judged by the schema before a method sees them. */
export type Method = (world: World, params: never) => unknown;

/** Everything this server can do. getUpdates answers later; all else at once. */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe: (world) => ({
    ...world.bot, can_join_groups: true, can_read_all_group_messages: false, supports_guest_queries: false, supports_inline_queries: false,
    can_connect_to_business: false, has_main_web_app: false, has_topics_enabled: false, allows_users_to_create_topics: false,
    can_manage_bots: false, supports_join_request_queries: false,
  }),
  getUpdates: (world, params) => world.updates.getUpdates(params),
  setWebhook: (world, params) => world.updates.setWebhook(params),
  deleteWebhook: (world, params) => world.updates.deleteWebhook(params),
  getWebhookInfo: (world) => world.updates.webhookInfo(),
  sendMessage,
  sendDocument,
  sendPhoto,
  sendPoll,
  stopPoll,
  editMessageText,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  editEphemeralMessageText,
  editEphemeralMessageReplyMarkup,
  deleteEphemeralMessage,
  answerCallbackQuery: (world, params: AnswerParams) => world.callbacks.answer(params, world.now()),
  pinChatMessage,
  unpinChatMessage,
  setMessageReaction,
  getChat,
  getChatMember: (world, params: ChatParams & { user_id: number }) => wireMember(world, accessChat(world, params.chat_id, 'read'), params.user_id),
  getChatAdministrators,
  getChatMemberCount: (world, params: ChatParams) => {
    const chat = accessChat(world, params.chat_id, 'read');
    return chat.type === 'private' ? 2 : [...chat.members.values()].filter(isPresent).length;
  },
  leaveChat,
  createForumTopic,
  sendChatAction: (world, params: ChatParams) => accessChat(world, params.chat_id, 'write') !== undefined,
  getFile,
  setMyCommands: (world, params: CommandParams) => {
    world.profile.commands.set(commandKey(params), params.commands ?? []);
    return true;
  },
  getMyCommands: (world, params: CommandParams) => world.profile.commands.get(commandKey(params)) ?? [],
  deleteMyCommands: (world, params: CommandParams) => {
    world.profile.commands.delete(commandKey(params));
    return true;
  },
  setMyName: (world, params: TextParams) => setText(world, 'name', params),
  setMyDescription: (world, params: TextParams) => setText(world, 'description', params),
  setMyShortDescription: (world, params: TextParams) => setText(world, 'short_description', params),
  getMyName: (world, params: TextParams) => getText(world, 'name', params, world.bot.first_name),
  getMyDescription: (world, params: TextParams) => getText(world, 'description', params, ''),
  getMyShortDescription: (world, params: TextParams) => getText(world, 'short_description', params, ''),
};

const commandKey = (params: CommandParams): string =>
  [params.scope?.type ?? 'default', params.scope?.chat_id ?? '', params.scope?.user_id ?? '', params.language_code ?? ''].join('/');

type TextKind = 'name' | 'description' | 'short_description';
function setText(world: World, kind: TextKind, params: TextParams): true {
  world.profile.texts.set(`${kind}/${params.language_code ?? ''}`, params[kind] ?? '');
  return true;
}
function getText(world: World, kind: TextKind, params: TextParams, fallback: string): Record<string, string> {
  const { texts } = world.profile;
  return { [kind]: texts.get(`${kind}/${params.language_code ?? ''}`) ?? texts.get(`${kind}/`) ?? fallback };
}

/** https://core.telegram.org/bots/api#getfile: 20 MB; the path is of no use before it was asked for. */
function getFile(world: World, params: { file_id: string }): Record<string, unknown> {
  const file = world.files.get(params.file_id);
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.bytes.length > MAX_DOWNLOAD) throw badRequest('file is too big');
  const file_path = `documents/file_${params.file_id}`;
  world.filePaths.set(file_path, file);
  return { file_id: params.file_id, file_unique_id: `u-${params.file_id}`, file_size: file.bytes.length, file_path };
}

function pinRights(world: World, chat: ChatState): void {
  if (chat.type !== 'private' && !may(chat.members.get(world.bot.id), 'can_pin_messages'))
    throw badRequest('not enough rights to manage pinned messages in the chat');
}

function pinChatMessage(world: World, params: MessageParams & { disable_notification?: boolean }): true {
  const chat = accessChat(world, params.chat_id, 'write');
  pinRights(world, chat);
  const found = living(chat, params.message_id);
  if (!found) throw messageMissing('pin');
  chat.pinned = [...chat.pinned.filter((id) => id !== params.message_id), params.message_id];
  if (chat.type !== 'private') post(world, chat, true, { from: world.bot, pinned_message: { ...found.wire, reply_to_message: undefined } });
  return true;
}

function unpinChatMessage(world: World, params: ChatParams & { message_id?: number }): true {
  const chat = accessChat(world, params.chat_id, 'write');
  pinRights(world, chat);
  const id = params.message_id ?? chat.pinned.at(-1);
  if (id === undefined || !chat.pinned.includes(id)) throw messageMissing('unpin');
  chat.pinned = chat.pinned.filter((other) => other !== id);
  return true;
}

function setMessageReaction(world: World, params: MessageParams & { reaction?: { type: string; emoji?: string }[] }): true {
  const chat = accessChat(world, params.chat_id, 'write');
  const found = living(chat, params.message_id);
  if (!found) throw messageMissing('react');
  if ((params.reaction?.length ?? 0) > 1) throw badRequest('REACTIONS_TOO_MANY');
  found.reactions = { ...found.reactions, [world.bot.id]: params.reaction?.[0]?.emoji ?? '' };
  return true;
}

function getChat(world: World, params: ChatParams): Record<string, unknown> {
  const chat = accessChat(world, params.chat_id, 'read');
  const pinned = living(chat, chat.pinned.at(-1));
  return {
    ...wireChat(world, chat), accent_color_id: 0, max_reaction_count: 11,
    accepted_gift_types: { unlimited_gifts: false, limited_gifts: false, unique_gifts: false, premium_subscription: false, gifts_from_channels: false },
    ...(pinned ? { pinned_message: pinned.wire } : {}),
  };
}

function getChatAdministrators(world: World, params: ChatParams): Record<string, unknown>[] {
  const chat = accessChat(world, params.chat_id, 'read');
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  return [...chat.members].filter(([, member]) => isAdmin(member)).map(([id]) => wireMember(world, chat, id));
}

function leaveChat(world: World, params: ChatParams): true {
  const chat = accessChat(world, params.chat_id, 'write');
  if (chat.type === 'private') throw badRequest("chat can't be left");
  chat.members.set(world.bot.id, { status: 'left', anonymous: false, lacks: [] });
  return true;
}

function createForumTopic(world: World, params: ChatParams & { name: string; icon_color?: number }): Record<string, unknown> {
  const chat = accessChat(world, params.chat_id, 'write');
  if (!chat.forum) throw badRequest('the chat is not a forum');
  if (!may(chat.members.get(world.bot.id), 'can_manage_topics')) throw badRequest('not enough rights to create a topic');
  world.flood.take(chat.id, chat.type, world.now());
  const icon_color = params.icon_color ?? 7_322_096;
  const service = post(world, chat, true, { from: world.bot, is_topic_message: true, forum_topic_created: { name: params.name, icon_color } });
  const id = service.wire.message_id;
  service.wire = { ...service.wire, message_thread_id: id };
  chat.topics.set(id, { id, name: params.name, closed: false, deleted: false });
  return { message_thread_id: id, name: params.name, icon_color };
}
