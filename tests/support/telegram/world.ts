import type { ChatState, UserState } from './chats.ts';
import { Callbacks } from './callbacks.ts';
import { FloodControl, type FloodLimits } from './limits.ts';
import type { PollState } from './polls.ts';
import { Updates } from './updates.ts';
import type { Upload, WireUser } from './wire.ts';

/** The server's clock, ms since 1970. Message dates, expiry and flood control follow it. */
export interface ServerClock {
  now(): number;
}

/** What setMyCommands, setMyName … have stored, keyed by scope and language. */
export interface BotProfile {
  commands: Map<string, Record<string, unknown>[]>;
  texts: Map<string, string>;
}

/** Everything the fake Telegram knows. Methods (the bot's side) and people (the residents' side) both work on it. */
export class World {
  readonly clock: ServerClock;
  readonly bot: WireUser;
  readonly users = new Map<number, UserState>();
  readonly chats = new Map<number, ChatState>();
  readonly polls = new Map<string, PollState>();
  readonly files = new Map<string, Upload>();
  /** What getFile has said where to find. */
  readonly filePaths = new Map<string, Upload>();
  readonly profile: BotProfile = { commands: new Map(), texts: new Map() };
  readonly flood: FloodControl;
  readonly updates: Updates;
  readonly callbacks: Callbacks;
  readonly #watchers = new Set<() => void>();
  #serial = 0;
  /** Message ids of private chats and basic groups come from one sequence per bot, as on Telegram. */
  sharedMessageId = 0;
  /** So many coming ephemeral messages are accepted but never shown. */
  ephemeralToLose = 0;

  constructor(bot: WireUser, clock: ServerClock, limits: Partial<FloodLimits>, callbackTtlMs: number) {
    this.bot = bot;
    this.clock = clock;
    this.flood = new FloodControl(limits);
    this.updates = new Updates(() => this.changed());
    this.callbacks = new Callbacks(callbackTtlMs);
  }

  now(): number {
    return this.clock.now();
  }

  /** Unix seconds. */
  date(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  serial(): number {
    this.#serial += 1;
    return this.#serial;
  }

  /** Told after every call and confirmation; see `FakeTelegram.waitFor`. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
