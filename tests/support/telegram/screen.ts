import type { ChatState } from './chats.ts';
import type { StoredMessage } from './messages.ts';
import type { Upload, WireButton, WireEntity } from './wire.ts';
import type { World } from './world.ts';

/** A message as a member sees it now. */
export interface ScreenMessage {
  chatId: number;
  /** 0 for ephemeral messages. */
  id: number;
  /** Text, or caption of a document or photo, or question of a poll, or "[kind]" of a service message. */
  text: string;
  /** Labels in reading order. */
  buttons: string[];
  keyboard: WireButton[][];
  entities: WireEntity[];
  edited: boolean;
  own: boolean;
  /** Display name of the writer. */
  from: string;
  thread: number | undefined;
  replyTo: number | undefined;
  pinned: boolean;
  /** Emoji set on it, the bot's included. */
  reactions: string[];
  document?: Upload & { fileId: string };
  photo?: Upload;
  poll?: unknown;
  ephemeralFor?: number;
  ephemeralId?: number;
}

const SERVICE = ['new_chat_members', 'left_chat_member', 'migrate_to_chat_id', 'migrate_from_chat_id', 'pinned_message', 'forum_topic_created', 'forum_topic_closed'];

/**
 * The chat as it looks now, oldest first. With a viewer: their ephemeral messages too, in the place of a message
 * where the bot asked for it. Service messages appear as "[kind]".
 */
export function screenOf(world: World, chat: ChatState, viewer?: number): ScreenMessage[] {
  const live = [...chat.messages.values()].filter((one) => !one.deleted);
  const own = viewer === undefined ? [] : chat.ephemeral.filter((one) => !one.deleted && one.lost !== true && one.receiver === viewer);
  const shown = live.map((one) => own.findLast((other) => other.replaces === one.wire.message_id) ?? one);
  const rest = own.filter((one) => !shown.includes(one));
  return [...shown, ...rest].toSorted((a, b) => a.at - b.at || order(a) - order(b)).map((one) => view(world, chat, one));
}

const order = (one: StoredMessage): number => (one.wire.message_id === 0 ? (one.replaces ?? Number.MAX_SAFE_INTEGER) : one.wire.message_id);

function view(world: World, chat: ChatState, stored: StoredMessage): ScreenMessage {
  const { wire } = stored;
  const poll = wire.poll as { question?: string } | undefined;
  const service = SERVICE.find((kind) => wire[kind] !== undefined);
  const file = wire.document === undefined ? undefined : world.files.get(wire.document.file_id);
  const photo = world.files.get(wire.photo?.[0]?.file_id ?? '');
  const keyboard = wire.reply_markup?.inline_keyboard ?? [];
  return {
    chatId: chat.id,
    id: wire.message_id,
    text: wire.text ?? wire.caption ?? poll?.question ?? (service === undefined ? '' : `[${service}]`),
    buttons: keyboard.flat().map((button) => button.text),
    keyboard,
    entities: wire.entities ?? wire.caption_entities ?? [],
    edited: wire.edit_date !== undefined,
    own: stored.own,
    from: wire.sender_chat?.title ?? [wire.from?.first_name, wire.from?.last_name].filter(Boolean).join(' '),
    thread: wire.message_thread_id,
    replyTo: wire.reply_to_message?.message_id,
    pinned: wire.message_id > 0 && chat.pinned.includes(wire.message_id),
    reactions: Object.values(stored.reactions ?? {}).filter((emoji) => emoji !== ''),
    ...(file && wire.document ? { document: { ...file, fileId: wire.document.file_id } } : {}),
    ...(photo ? { photo } : {}),
    ...(poll ? { poll } : {}),
    ...(stored.receiver === undefined ? {} : { ephemeralFor: stored.receiver }),
    ...(wire.ephemeral_message_id === undefined ? {} : { ephemeralId: wire.ephemeral_message_id }),
  };
}
