import type { CallbackAnswer, Press } from './callbacks.ts';
import { type ChatState, isAdmin, isPresent, type UserState, wireChat } from './chats.ts';
import { arrive, arriveEphemeral, impossible, isEphemeralCommand, type SayOptions, type SentFile } from './incoming.ts';
import { living } from './messages.ts';
import { pollOf, vote } from './polls.ts';
import type { Room } from './room.ts';
import { type ScreenMessage, screenOf } from './screen.ts';
import type { WireMessage } from './wire.ts';
import type { World } from './world.ts';

/** A message as tests hold it: from a screen, from an update, or by its two ids. */
export type MessageRef = ApiMessage | { chatId: number; id: number; ephemeralId?: number };
interface ApiMessage {
  message_id: number;
  chat: { id: number };
  ephemeral_message_id?: number | undefined;
}
export interface PressOptions {
  /** Sends this data whatever the message shows: stale or malicious clients. */
  forge?: string;
  /** Telegram hands the bot only the shell of the message (old or deleted card). */
  inaccessible?: boolean;
}
export interface PressHandle extends Press {
  /** Resolves when the bot answers. */
  answered: Promise<CallbackAnswer>;
}

/** Scripting side of a user: whatever a person can do to the bot in their client. */
export class Person {
  readonly id: number;
  readonly #world: World;
  readonly state: UserState;

  constructor(world: World, state: UserState) {
    this.#world = world;
    this.state = state;
    this.id = state.profile.id;
  }

  get name(): string {
    return this.state.profile.first_name;
  }

  /** The private chat with the bot. */
  get #private(): ChatState {
    const chat = this.#world.chats.get(this.id);
    if (!chat) throw impossible('user without a private chat');
    return chat;
  }

  /** Writes into a room, or to the bot in private with `say(text)`. */
  say(text: string): WireMessage;
  say(room: Room, text: string, options?: SayOptions): WireMessage;
  say(where: Room | string, text?: string, options: SayOptions = {}): WireMessage {
    this.#alive();
    if (typeof where === 'string') {
      if (this.state.blocked) throw impossible('a user who blocked the bot cannot write to it');
      this.state.started = true;
      return arrive(this.#world, this.#private, { from: this.state.profile }, where);
    }
    const chat = where.state;
    this.#present(chat);
    const words = text ?? '';
    if (isEphemeralCommand(this.#world, chat, words)) return arriveEphemeral(this.#world, chat, this.state.profile, words);
    if (chat.type === 'channel') return arrive(this.#world, chat, { sender_chat: wireChat(this.#world, chat) }, words, options);
    return arrive(this.#world, chat, { from: this.state.profile }, words, options);
  }

  /** Sends a document or photo into a room or, with null, to the bot in private. */
  send(where: Room | null, file: SentFile, caption = '', options: SayOptions = {}): WireMessage {
    this.#alive();
    if (where !== null) this.#present(where.state);
    else this.state.started = true;
    return arrive(this.#world, where?.state ?? this.#private, { from: this.state.profile }, caption, { ...options, file });
  }

  /** Presses Start, with the payload of a t.me/bot?start= link. Unblocks first, as clients do. */
  start(payload?: string): WireMessage {
    if (this.state.blocked) this.unblock();
    return this.say(payload === undefined ? '/start' : `/start ${payload}`);
  }

  /** Presses a button given by label, callback data or index; label prefix or part is enough when unambiguous. */
  press(message: MessageRef, button: string | number, options: PressOptions = {}): PressHandle {
    const world = this.#world;
    this.#alive();
    const ref = locate(message);
    const chat = world.chats.get(ref.chatId);
    if (!chat) throw impossible(`no chat ${ref.chatId}`);
    this.#present(chat);
    const stored =
      ref.ephemeralId === undefined
        ? chat.messages.get(ref.id)
        : chat.ephemeral.findLast((one) => one.receiver === this.id && one.wire.ephemeral_message_id === ref.ephemeralId && one.own);
    if (!stored) throw impossible(`no message ${ref.id} in chat ${ref.chatId} for ${this.name}`);
    const data = options.forge ?? this.#dataOf(stored.deleted ? undefined : stored.wire, button);
    const at = world.now();
    const { press, answered } = world.callbacks.create(this.id, chat.id, ref.id, data, at);
    const shell = stored.deleted || options.inaccessible === true;
    world.updates.push('callback_query', {
      id: press.id,
      from: this.state.profile,
      message: shell ? { chat: wireChat(world, chat), message_id: ref.id, date: 0 } : stored.wire,
      chat_instance: chat.instance,
      data,
    });
    return Object.assign(press, { answered });
  }

  #dataOf(wire: WireMessage | undefined, wanted: string | number): string {
    const buttons = (wire?.reply_markup?.inline_keyboard ?? []).flat();
    const offered = `offered: ${buttons.map((button) => JSON.stringify(button.text)).join(', ') || 'none'}`;
    const matches = (test: (label: string) => boolean): typeof buttons => buttons.filter((button) => test(button.text));
    const text = String(wanted);
    const candidates = [
      typeof wanted === 'number' ? buttons.slice(wanted, wanted + 1) : matches((label) => label === text),
      buttons.filter((button) => button.callback_data === text),
      matches((label) => label.startsWith(text)),
      matches((label) => label.includes(text)),
    ];
    const hit = candidates.find((list) => list.length > 0) ?? [];
    const [button] = hit;
    if (button === undefined || hit.length > 1) throw impossible(`${hit.length} buttons match ${JSON.stringify(wanted)}; ${offered}`);
    if (button.callback_data === undefined) throw impossible(`button ${JSON.stringify(button.text)} is not a callback button`);
    return button.callback_data;
  }

  block(): void {
    this.#changeBlock(true);
  }
  unblock(): void {
    this.#changeBlock(false);
  }
  #changeBlock(blocked: boolean): void {
    if (this.state.blocked === blocked) return;
    const view = (gone: boolean): unknown => ({ user: this.#world.bot, status: gone ? 'kicked' : 'member', ...(gone ? { until_date: 0 } : {}) });
    this.state.blocked = blocked;
    this.#world.updates.push('my_chat_member', {
      chat: wireChat(this.#world, this.#private), from: this.state.profile, date: this.#world.date(),
      old_chat_member: view(!blocked), new_chat_member: view(blocked),
    });
  }

  /** Name becomes empty, direct messages answer 403 "user is deactivated"; memberships end without a word. */
  deleteAccount(): void {
    this.state.deleted = true;
    this.state.profile = { id: this.id, is_bot: false, first_name: '' };
    for (const chat of this.#world.chats.values()) chat.members.delete(this.id);
  }

  joins(room: Room): void {
    room.admit(this);
  }
  leaves(room: Room): void {
    room.dismiss(this);
  }

  /** Sets or (empty) removes a reaction; the bot hears of it as administrator who asked for message_reaction. */
  reacts(message: MessageRef, emoji: string): void {
    const { chatId, id } = locate(message);
    const chat = this.#world.chats.get(chatId);
    const stored = chat && living(chat, id);
    if (!chat || !stored) throw impossible('no such message');
    const list = (one: string | undefined): unknown[] => (one === undefined || one === '' ? [] : [{ type: 'emoji', emoji: one }]);
    const old_reaction = list(stored.reactions?.[this.id]);
    stored.reactions = { ...stored.reactions, [this.id]: emoji };
    if (chat.type !== 'private' && !isAdmin(chat.members.get(this.#world.bot.id))) return;
    this.#world.updates.push('message_reaction', {
      chat: wireChat(this.#world, chat), message_id: id, user: this.state.profile, date: this.#world.date(), old_reaction, new_reaction: list(emoji),
    });
  }

  /** Votes in a native poll by option index; no options = withdraws. */
  votes(message: MessageRef, ...options: number[]): void {
    const { chatId, id } = locate(message);
    const poll = pollOf(this.#world, chatId, id);
    if (!poll) throw impossible('no such poll');
    vote(this.#world, poll, this.id, options);
  }

  /** What this person sees in a room, or in the private chat with the bot. */
  sees(room?: Room): ScreenMessage[] {
    return screenOf(this.#world, room?.state ?? this.#private, this.id);
  }

  #alive(): void {
    if (this.state.deleted) throw impossible('this account is deleted');
  }
  #present(chat: ChatState): void {
    if (chat.type !== 'private' && !isPresent(chat.members.get(this.id))) throw impossible(`${this.name} is not in chat ${chat.id}`);
    if (chat.type === 'private' && chat.id !== this.id) throw impossible('that is somebody else’s private chat');
    if (chat.migratedTo !== undefined) throw impossible('this group became a supergroup; act there');
  }
}

export function locate(message: MessageRef): { chatId: number; id: number; ephemeralId?: number | undefined } {
  if ('chatId' in message) return message;
  return { chatId: message.chat.id, id: message.message_id, ephemeralId: message.ephemeral_message_id };
}
