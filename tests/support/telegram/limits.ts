import { tooMany } from './failure.ts';
import type { ChatType } from './wire.ts';

/**
 * Flood control, by the server's clock. Telegram publishes no exact figures; these are its FAQ ("20 messages per
 * minute to the same group", "about 30 messages per second", "one message per second in a single chat, short bursts
 * allowed") and the word of its developers that sends, edits and new topics share one budget (tdlib/td 2592, 3034).
 */
export interface FloodLimits {
  enabled: boolean;
  /** Sends and edits in one group, supergroup or channel within any 60 s. */
  groupPerMinute: number;
  /** Lasting rate in any single chat, per second. */
  chatPerSecond: number;
  /** How many may come at once in a private chat before the rate per second holds. */
  privateBurst: number;
  /** The same for groups and channels; 1 = none, stricter than the live service. */
  groupBurst: number;
  /** All chats together, per second. */
  overallPerSecond: number;
  /** Whether ephemeral messages use up the budget. Unknown for the live service, so the strict answer is the default. */
  ephemeralCounts: boolean;
}

const DEFAULT_LIMITS: FloodLimits = {
  enabled: true,
  groupPerMinute: 20,
  chatPerSecond: 1,
  privateBurst: 3,
  groupBurst: 1,
  overallPerSecond: 30,
  ephemeralCounts: true,
};

/** One refused request: `at` is the server's clock in ms, `retryAfter` seconds. */
export interface Flood {
  at: number;
  chatId: number;
  retryAfter: number;
}

export class FloodControl {
  readonly limits: FloodLimits;
  readonly floods: Flood[] = [];
  readonly #minute = new Map<number, number[]>();
  readonly #buckets = new Map<number, { tokens: number; at: number }>();
  #second: number[] = [];

  constructor(limits: Partial<FloodLimits>) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
  }

  /** Uses one unit of the chat's budget, or throws 429 with the whole seconds until a unit is free. */
  take(chatId: number, type: ChatType, now: number): void {
    if (!this.limits.enabled) return;
    const wait = Math.max(this.#overall(now), this.#perSecond(chatId, type, now), type === 'private' ? 0 : this.#perMinute(chatId, now));
    if (wait > 0) {
      const retryAfter = Math.max(1, Math.ceil(wait / 1000));
      this.floods.push({ at: now, chatId, retryAfter });
      throw tooMany(retryAfter);
    }
    this.#second.push(now);
    const bucket = this.#buckets.get(chatId);
    if (bucket) bucket.tokens -= 1;
    if (type !== 'private') this.#minute.get(chatId)?.push(now);
  }

  #overall(now: number): number {
    this.#second = this.#second.filter((at) => at > now - 1000 && at <= now);
    return this.#second.length < this.limits.overallPerSecond ? 0 : (this.#second[0] ?? now) + 1000 - now;
  }

  #perSecond(chatId: number, type: ChatType, now: number): number {
    const burst = type === 'private' ? this.limits.privateBurst : this.limits.groupBurst;
    const rate = this.limits.chatPerSecond;
    const before = this.#buckets.get(chatId) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + (Math.max(0, now - before.at) * rate) / 1000);
    this.#buckets.set(chatId, { tokens, at: now });
    return tokens >= 1 ? 0 : ((1 - tokens) * 1000) / rate;
  }

  #perMinute(chatId: number, now: number): number {
    const recent = (this.#minute.get(chatId) ?? []).filter((at) => at > now - 60_000 && at <= now);
    this.#minute.set(chatId, recent);
    return recent.length < this.limits.groupPerMinute ? 0 : (recent[0] ?? now) + 60_000 - now;
  }
}
