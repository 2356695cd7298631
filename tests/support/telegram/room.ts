import { ANONYMOUS_ADMIN, CHANNEL_BOT, type ChatState, createChat, isPresent, type MemberStatus, TELEGRAM, wireChat } from './chats.ts';
import { arrive, changeMember, impossible, type SayOptions, service } from './incoming.ts';
import { living, post } from './messages.ts';
import type { MessageRef, Person } from './person.ts';
import { locate } from './person.ts';
import { pollOf, vote } from './polls.ts';
import { type ScreenMessage, screenOf } from './screen.ts';
import type { WireMessage, WireUser } from './wire.ts';
import type { World } from './world.ts';

/** Scripting side of a group, supergroup or channel: what its members, administrators and Telegram itself do. */
export class Room {
  readonly id: number;
  readonly state: ChatState;
  readonly #world: World;
  /** The user in whose name administration happens. */
  readonly #owner: WireUser;

  constructor(world: World, state: ChatState, owner: WireUser) {
    this.#world = world;
    this.state = state;
    this.id = state.id;
    this.#owner = owner;
  }

  /** What the room looks like, to everybody or to one viewer. */
  screen(viewer?: Person): ScreenMessage[] {
    return screenOf(this.#world, this.state, viewer?.id);
  }

  addBot(options: { admin?: boolean } = {}): void {
    const { bot } = this.#world;
    changeMember(this.#world, this.state, bot.id, this.#owner, () => this.#set(bot.id, options.admin === true ? 'administrator' : 'member'));
    if (this.state.type !== 'channel') service(this.#world, this.state, this.#owner, { new_chat_members: [bot] });
  }

  kickBot(): void {
    const { bot } = this.#world;
    changeMember(this.#world, this.state, bot.id, this.#owner, () => this.#set(bot.id, 'kicked'));
  }

  /** Makes the bot administrator, with all rights but those named. */
  promoteBot(...lacks: string[]): void {
    const { bot } = this.#world;
    changeMember(this.#world, this.state, bot.id, this.#owner, () => this.#set(bot.id, 'administrator', lacks));
  }

  demoteBot(): void {
    const { bot } = this.#world;
    changeMember(this.#world, this.state, bot.id, this.#owner, () => this.#set(bot.id, 'member'));
  }

  promote(person: Person, options: { anonymous?: boolean } = {}): void {
    changeMember(this.#world, this.state, person.id, this.#owner, () => {
      this.state.members.set(person.id, { status: 'administrator', anonymous: options.anonymous ?? false, lacks: [] });
    });
  }

  demote(person: Person): void {
    changeMember(this.#world, this.state, person.id, this.#owner, () => this.#set(person.id, 'member'));
  }

  admit(person: Person): void {
    if (isPresent(this.state.members.get(person.id))) return;
    const user = person.state.profile;
    changeMember(this.#world, this.state, person.id, user, () => this.#set(person.id, 'member'));
    if (this.state.type !== 'channel' && this.#botPresent()) service(this.#world, this.state, user, { new_chat_members: [user] });
  }

  dismiss(person: Person, options: { kicked?: boolean } = {}): void {
    const user = person.state.profile;
    changeMember(this.#world, this.state, person.id, user, () => this.#set(person.id, options.kicked === true ? 'kicked' : 'left'));
    if (this.state.type !== 'channel' && this.#botPresent()) service(this.#world, this.state, user, { left_chat_member: user });
  }

  /** An administrator deletes a message; bots are not told. */
  deleteMessage(message: number | MessageRef): void {
    const stored = this.state.messages.get(typeof message === 'number' ? message : locate(message).id);
    if (!stored) throw impossible('no such message');
    stored.deleted = true;
  }

  /** Becomes a supergroup: new id, service messages on both sides, messages stay behind. Returns the new room. */
  migrate(): Room {
    const world = this.#world;
    if (this.state.type !== 'group' || this.state.migratedTo !== undefined) throw impossible('only a basic group can be upgraded');
    const next = createChat(world, -1_000_000_000_000 - 1_500_000_000 - world.serial(), 'supergroup', { title: this.state.title });
    for (const [id, member] of this.state.members) next.members.set(id, member);
    service(world, this.state, this.#owner, { migrate_to_chat_id: next.id });
    this.state.migratedTo = next.id;
    service(world, next, ANONYMOUS_ADMIN, { sender_chat: wireChat(world, next), migrate_from_chat_id: this.id });
    return new Room(world, next, this.#owner);
  }

  /** A topic created by a person; returns its message_thread_id. */
  createTopic(name: string): number {
    if (!this.state.forum) throw impossible('not a forum');
    const { state } = this;
    const stored = post(this.#world, state, false, { from: this.#owner, is_topic_message: true, forum_topic_created: { name, icon_color: 7_322_096 } });
    const id = stored.wire.message_id;
    stored.wire = { ...stored.wire, message_thread_id: id };
    state.topics.set(id, { id, name, closed: false, deleted: false });
    if (this.#botPresent()) this.#world.updates.push('message', stored.wire);
    return id;
  }

  closeTopic(id: number): void {
    this.#topic(id).closed = true;
    service(this.#world, this.state, this.#owner, { message_thread_id: id, is_topic_message: true, forum_topic_closed: {} });
  }
  reopenTopic(id: number): void {
    this.#topic(id).closed = false;
    service(this.#world, this.state, this.#owner, { message_thread_id: id, is_topic_message: true, forum_topic_reopened: {} });
  }
  /** Bots are not told; the topic's messages vanish. */
  deleteTopic(id: number): void {
    this.#topic(id).deleted = true;
    for (const stored of this.state.messages.values()) if (stored.wire.message_thread_id === id) stored.deleted = true;
  }

  /** An administrator who hides behind the group: from GroupAnonymousBot, sender_chat = the group. */
  sayAsAnonymousAdmin(text: string, options: SayOptions = {}): WireMessage {
    return arrive(this.#world, this.state, { from: ANONYMOUS_ADMIN, sender_chat: wireChat(this.#world, this.state) }, text, options);
  }

  /** A channel speaking in this group: from Channel_Bot, sender_chat = the channel. */
  sayAsChannel(channel: Room, text: string, options: SayOptions = {}): WireMessage {
    return arrive(this.#world, this.state, { from: CHANNEL_BOT, sender_chat: wireChat(this.#world, channel.state) }, text, options);
  }

  /** A post of this channel, copied by Telegram into its discussion group. */
  autoForward(group: Room, text = 'Neuer Beitrag im Kanal'): WireMessage {
    const channel = wireChat(this.#world, this.state);
    const original = post(this.#world, this.state, false, { sender_chat: channel, text });
    const forward_origin = { type: 'channel', chat: channel, message_id: original.wire.message_id, date: original.wire.date };
    return arrive(this.#world, group.state, { from: TELEGRAM, sender_chat: channel, is_automatic_forward: true, forward_origin }, text);
  }

  /** A vote cast as this chat (anonymous administrator, or a channel): the bot gets voter_chat, no user. */
  votes(message: MessageRef, ...options: number[]): void {
    const { chatId, id } = locate(message);
    const poll = pollOf(this.#world, chatId, id);
    if (!poll) throw impossible('no such poll');
    vote(this.#world, poll, this.id, options);
  }

  /** Message ids currently pinned, oldest first. */
  get pinned(): number[] {
    return this.state.pinned.filter((id) => living(this.state, id) !== undefined);
  }

  #botPresent(): boolean {
    return isPresent(this.state.members.get(this.#world.bot.id));
  }
  #set(userId: number, status: MemberStatus, lacks: readonly string[] = []): void {
    this.state.members.set(userId, { status, anonymous: false, lacks });
  }
  #topic(id: number): { closed: boolean; deleted: boolean } {
    const topic = this.state.topics.get(id);
    if (!topic) throw impossible(`no topic ${id}`);
    return topic;
  }
}
