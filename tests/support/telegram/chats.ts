import { badRequest, chatNotFound, forbidden, upgraded } from './failure.ts';
import type { StoredMessage } from './messages.ts';
import type { ChatType, WireChat, WireUser } from './wire.ts';
import type { World } from './world.ts';

export interface UserState {
  profile: WireUser;
  /** Has pressed Start or written to the bot. */
  started: boolean;
  blocked: boolean;
  deleted: boolean;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

export interface Member {
  status: MemberStatus;
  anonymous: boolean;
  /** Rights switched off for an administrator; by default all are on. */
  lacks: readonly string[];
}

export interface Topic {
  id: number;
  name: string;
  closed: boolean;
  deleted: boolean;
}

export interface ChatState {
  id: number;
  type: ChatType;
  title: string | undefined;
  username: string | undefined;
  forum: boolean;
  members: Map<number, Member>;
  topics: Map<number, Topic>;
  messages: Map<number, StoredMessage>;
  /** Live ephemeral messages, in order of sending. */
  ephemeral: StoredMessage[];
  pinned: number[];
  lastId: number;
  migratedTo: number | undefined;
  /** `chat_instance` of callback queries. */
  instance: string;
}

/** System accounts a group may see. Telegram's fixed ids. */
export const ANONYMOUS_ADMIN: WireUser = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
export const CHANNEL_BOT: WireUser = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
export const TELEGRAM: WireUser = { id: 777_000, is_bot: false, first_name: 'Telegram' };

const ADMIN_RIGHTS = ['can_manage_chat', 'can_delete_messages', 'can_manage_video_chats', 'can_restrict_members', 'can_promote_members',
  'can_change_info', 'can_invite_users', 'can_post_stories', 'can_edit_stories', 'can_delete_stories', 'can_pin_messages', 'can_manage_topics',
  'can_post_messages', 'can_edit_messages', 'can_send_welcome_messages'];

export function createChat(world: World, id: number, type: ChatType, more: Partial<Pick<ChatState, 'title' | 'username' | 'forum'>> = {}): ChatState {
  const chat: ChatState = {
    id, type, title: more.title, username: more.username, forum: more.forum ?? false,
    members: new Map(), topics: new Map(), messages: new Map(), ephemeral: [], pinned: [], lastId: 0, migratedTo: undefined,
    instance: String(-7_000_000_000_000_000_000n + BigInt(world.serial()) * 982_451_653n),
  };
  world.chats.set(id, chat);
  return chat;
}

export function wireChat(world: World, chat: ChatState): WireChat {
  if (chat.type !== 'private')
    return { id: chat.id, type: chat.type, title: chat.title, username: chat.username, is_forum: chat.forum ? true : undefined };
  const profile = world.users.get(chat.id)?.profile;
  return { id: chat.id, type: 'private', first_name: profile?.first_name, last_name: profile?.last_name, username: profile?.username };
}

export function nextMessageId(world: World, chat: ChatState): number {
  if (chat.type === 'supergroup' || chat.type === 'channel') {
    chat.lastId += 1;
    return chat.lastId;
  }
  world.sharedMessageId += 1;
  return world.sharedMessageId;
}

export const isPresent = (member: Member | undefined): boolean => member !== undefined && member.status !== 'left' && member.status !== 'kicked';
export const isAdmin = (member: Member | undefined): boolean => member?.status === 'administrator' || member?.status === 'creator';
export const may = (member: Member | undefined, right: string): boolean =>
  member?.status === 'creator' || (member?.status === 'administrator' && !member.lacks.includes(right));

function findChat(world: World, reference: unknown): ChatState {
  const id = typeof reference === 'string' && /^-?\d+$/.test(reference) ? Number(reference) : reference;
  if (typeof id === 'number') {
    const chat = world.chats.get(id);
    if (chat) return chat;
  } else if (typeof id === 'string' && id.startsWith('@')) {
    for (const chat of world.chats.values()) if (chat.username === id.slice(1) && chat.type !== 'private') return chat;
  }
  throw chatNotFound();
}

/** Client.cpp check_chat_access. 'read' suffices for getChat, 'edit' and 'write' are the same to us. */
export function accessChat(world: World, reference: unknown, need: 'read' | 'write'): ChatState {
  const chat = findChat(world, reference);
  if (chat.type === 'private') {
    const user = world.users.get(chat.id);
    if (!user) throw chatNotFound();
    if (need === 'read') return chat;
    if (user.deleted) throw forbidden('user is deactivated');
    if (!user.started) throw forbidden("bot can't initiate conversation with a user");
    if (user.blocked) throw forbidden('bot was blocked by the user');
    return chat;
  }
  if (chat.migratedTo !== undefined && need === 'write') throw upgraded(chat.migratedTo);
  const own = chat.members.get(world.bot.id);
  const strict = chat.type !== 'group' || need === 'write';
  if (own?.status === 'kicked' && strict) throw forbidden(`bot was kicked from the ${chat.type} chat`);
  if (!isPresent(own) && strict && chat.migratedTo === undefined) throw forbidden(`bot is not a member of the ${chat.type} chat`);
  if (chat.type === 'channel' && need === 'write' && !may(own, 'can_post_messages')) throw badRequest('need administrator rights in the channel chat');
  return chat;
}

/** A topic the bot may write to, or undefined for General and for chats without topics. */
export function accessTopic(world: World, chat: ChatState, threadId: number | undefined): number | undefined {
  if (threadId === undefined || threadId === 0) return undefined;
  const topic = chat.topics.get(threadId);
  if (!chat.forum || topic === undefined || topic.deleted) throw badRequest('message thread not found');
  if (topic.closed && !may(chat.members.get(world.bot.id), 'can_manage_topics')) throw badRequest('TOPIC_CLOSED');
  return threadId;
}

export function wireMember(world: World, chat: ChatState, userId: number): Record<string, unknown> {
  const user = userId === world.bot.id ? world.bot : world.users.get(userId)?.profile;
  if (!user) throw badRequest('user not found');
  const member = chat.members.get(userId);
  const status = member?.status ?? 'left';
  if (status === 'kicked') return { user, status, until_date: 0 };
  if (status === 'creator') return { user, status, is_anonymous: member?.anonymous ?? false };
  if (status !== 'administrator') return { user, status };
  const rights = Object.fromEntries(ADMIN_RIGHTS.map((right) => [right, may(member, right)]));
  return { user, status, can_be_edited: false, is_anonymous: member?.anonymous ?? false, ...rights };
}
