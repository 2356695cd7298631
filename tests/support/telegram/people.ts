import { createChat, type UserState } from './chats.ts';
import { impossible } from './incoming.ts';
import { Person } from './person.ts';
import { Room } from './room.ts';
import type { WireUser } from './wire.ts';
import type { World } from './world.ts';

export interface UserSpec {
  /** May exceed 2^32; default: a fresh one. */
  id?: number;
  first_name?: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  is_bot?: boolean;
  /** Has already pressed Start, without an update for it. */
  started?: boolean;
}

export interface RoomSpec {
  title?: string;
  username?: string;
  members?: Person[];
  /** Who the bot is in it: default 'member' ('admin' in channels); false = not there yet, see `addBot`. */
  bot?: 'member' | 'admin' | false;
  forum?: boolean;
}

/** The people and rooms around the bot; what a test script starts from. Setting up sends no updates. */
export class Town {
  readonly world: World;
  readonly #owner: WireUser;

  constructor(world: World) {
    this.world = world;
    this.#owner = this.user({ id: 4_000_000_001, first_name: 'Gruppengründerin' }).state.profile;
  }

  user(spec: UserSpec = {}): Person {
    const { started, ...profile } = spec;
    const serial = this.world.serial();
    const state: UserState = {
      profile: { ...profile, id: spec.id ?? 5_000_000_000 + serial * 17, is_bot: spec.is_bot ?? false, first_name: spec.first_name ?? `Person ${serial}` },
      started: started ?? false, blocked: false, deleted: false,
    };
    const { id } = state.profile;
    if (this.world.users.has(id)) throw impossible(`user ${id} exists already`);
    this.world.users.set(id, state);
    createChat(this.world, id, 'private');
    return new Person(this.world, state);
  }

  group(spec: RoomSpec = {}): Room {
    return this.#room(-4_000_000 - this.world.serial(), 'group', spec);
  }
  supergroup(spec: RoomSpec = {}): Room {
    return this.#room(-1_002_000_000_000 - this.world.serial(), 'supergroup', spec);
  }
  channel(spec: RoomSpec = {}): Room {
    return this.#room(-1_003_000_000_000 - this.world.serial(), 'channel', { bot: 'admin', ...spec });
  }

  #room(id: number, type: 'group' | 'supergroup' | 'channel', spec: RoomSpec): Room {
    const chat = createChat(this.world, id, type, {
      title: spec.title ?? `${type} ${-id}`, forum: spec.forum ?? false, ...(spec.username === undefined ? {} : { username: spec.username }),
    });
    chat.members.set(this.#owner.id, { status: 'creator', anonymous: false, lacks: [] });
    for (const person of spec.members ?? []) chat.members.set(person.id, { status: 'member', anonymous: false, lacks: [] });
    const bot = spec.bot ?? 'member';
    if (bot !== false) chat.members.set(this.world.bot.id, { status: bot === 'admin' ? 'administrator' : 'member', anonymous: false, lacks: [] });
    return new Room(this.world, chat, this.#owner);
  }
}
