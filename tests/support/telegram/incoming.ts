import { type ChatState, isAdmin, isPresent, wireChat, wireMember } from './chats.ts';
import { automatic } from './entities.ts';
import { freeId } from './ephemeral.ts';
import { living, post, type StoredMessage } from './messages.ts';
import type { Upload, WireEntity, WireMessage, WireUser } from './wire.ts';
import type { World } from './world.ts';

/** How residents' doings become updates for the bot: privacy mode, threads, membership changes. */

/** A document as a client sends it; a photo arrives in two sizes and without its name. */
export interface SentFile extends Upload {
  photo?: true;
}

export interface SayOptions {
  file?: SentFile;
  thread?: number;
  replyTo?: number | { id: number } | { message_id: number };
  entities?: WireEntity[];
}

/** A script error: the test asks for something no Telegram user could do. */
export const impossible = (what: string): Error => new Error(`fake Telegram: ${what}`);

function idOf(reference: NonNullable<SayOptions['replyTo']>): number {
  if (typeof reference === 'number') return reference;
  return 'id' in reference ? reference.id : reference.message_id;
}

/** Puts somebody's message into a chat and tells the bot if it may see it. */
export function arrive(world: World, chat: ChatState, sender: Partial<WireMessage>, text: string, options: SayOptions = {}): WireMessage {
  if (chat.migratedTo !== undefined) throw impossible('this group became a supergroup; write there');
  const topic = options.thread === undefined ? undefined : chat.topics.get(options.thread);
  if (options.thread !== undefined && (topic === undefined || topic.deleted)) throw impossible(`no topic ${options.thread} in this chat`);
  if (topic?.closed === true) throw impossible(`topic ${topic.id} is closed`);
  const target = options.replyTo === undefined ? undefined : living(chat, idOf(options.replyTo));
  if (options.replyTo !== undefined && target === undefined) throw impossible('the message to reply to does not exist');
  const reply = target ?? (topic === undefined ? undefined : living(chat, topic.id));
  const given = options.entities ?? [];
  const entities = [...given, ...automatic(text, given)].toSorted((a, b) => a.offset - b.offset);
  const stored = post(world, chat, false, {
    ...sender,
    ...(options.file === undefined ? { text, entities: entities.length > 0 ? entities : undefined } : { ...sentFile(world, options.file), ...(text === '' ? {} : { caption: text, caption_entities: entities.length > 0 ? entities : undefined }) }),
    message_thread_id: topic?.id,
    is_topic_message: topic === undefined ? undefined : true,
    reply_to_message: reply === undefined ? undefined : { ...reply.wire, reply_to_message: undefined },
  });
  if (visibleToBot(world, chat, stored.wire, target)) world.updates.push(chat.type === 'channel' ? 'channel_post' : 'message', stored.wire);
  return stored.wire;
}

function sentFile(world: World, { photo, ...file }: SentFile): Partial<WireMessage> {
  const id = `${photo === true ? 'photo' : 'document'}-${world.serial()}`;
  world.files.set(id, file);
  const about = { file_id: id, file_unique_id: `u-${id}`, file_size: file.bytes.length };
  if (photo !== true) return { document: { ...about, file_name: file.filename, mime_type: file.mime } };
  const small = { file_id: `${id}-s`, file_unique_id: `u-${id}-s`, file_size: 1_000, width: 90, height: 60 };
  return { photo: [small, { ...about, width: 1_280, height: 853 }] };
}

/** Privacy mode: commands, replies to the bot and mentions of it; everything for an administrator and in channels. */
function visibleToBot(world: World, chat: ChatState, message: WireMessage, target: StoredMessage | undefined): boolean {
  if (chat.type === 'private') return true;
  const own = chat.members.get(world.bot.id);
  if (!isPresent(own)) return false;
  if (chat.type === 'channel' || isAdmin(own) || target?.own === true) return true;
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    const part = (message.text ?? message.caption ?? '').slice(entity.offset, entity.offset + entity.length);
    const [, addressee] = part.split('@');
    if (entity.type === 'bot_command') return entity.offset === 0 && (addressee === undefined || addressee.toLowerCase() === world.bot.username?.toLowerCase());
    return entity.type === 'mention' && addressee?.toLowerCase() === world.bot.username?.toLowerCase();
  });
}

/** A command registered with is_ephemeral reaches only the bot, and is gone from the group. */
export function arriveEphemeral(world: World, chat: ChatState, user: WireUser, text: string): WireMessage {
  const wire: WireMessage = {
    message_id: 0, date: world.date(), chat: wireChat(world, chat), from: user, receiver_user: world.bot,
    ephemeral_message_id: freeId(chat, user.id), text, entities: automatic(text, []),
  };
  chat.ephemeral.push({ wire, own: false, at: world.now(), deleted: false, receiver: user.id });
  world.updates.push('message', wire);
  return wire;
}

export function isEphemeralCommand(world: World, chat: ChatState, text: string): boolean {
  if (chat.type !== 'group' && chat.type !== 'supergroup') return false;
  const name = /^\/([a-z0-9_]+)/.exec(text)?.[1];
  if (name === undefined) return false;
  return [...world.profile.commands.values()].flat().some((command) => command['command'] === name && command['is_ephemeral'] === true);
}

/** Service messages are seen by every bot in the chat. */
export function service(world: World, chat: ChatState, from: WireUser, content: Partial<WireMessage>): StoredMessage {
  const stored = post(world, chat, false, { from, ...content });
  if (chat.type !== 'private') world.updates.push(chat.type === 'channel' ? 'channel_post' : 'message', stored.wire);
  return stored;
}

/** Changes a membership and sends my_chat_member or, to an administrator who asked for it, chat_member. */
export function changeMember(world: World, chat: ChatState, userId: number, by: WireUser, change: () => void): void {
  const old_chat_member = wireMember(world, chat, userId);
  change();
  const own = chat.members.get(world.bot.id);
  const payload = { chat: wireChat(world, chat), from: by, date: world.date(), old_chat_member, new_chat_member: wireMember(world, chat, userId) };
  if (userId === world.bot.id) world.updates.push('my_chat_member', payload);
  else if (isAdmin(own)) world.updates.push('chat_member', payload);
}
