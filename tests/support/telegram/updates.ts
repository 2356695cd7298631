import { conflict, misuse } from './failure.ts';
import type { WireUpdate } from './wire.ts';

/** Kinds Telegram sends only when they are listed in allowed_updates. */
const ONLY_ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);
/** Longest long poll, seconds (Client.cpp LONG_POLL_MAX_TIMEOUT). */
const MAX_TIMEOUT = 50;
const WEBHOOK_TIMEOUT_MS = 60_000;

interface Poll {
  offset: number;
  limit: number;
  answer(updates: WireUpdate[]): void;
  refuse(error: Error): void;
  timer: NodeJS.Timeout;
  /** The response it will be answered on. */
  owner: object | undefined;
}

export interface GetUpdatesParams {
  offset?: number;
  limit?: number;
  timeout?: number;
  allowed_updates?: string[];
}

export interface SetWebhookParams {
  url: string;
  secret_token?: string;
  allowed_updates?: string[];
  drop_pending_updates?: boolean;
  max_connections?: number;
}

/** The queue of updates and its two ways out: long polling and webhook. Timeouts are real time. */
export class Updates {
  #queue: WireUpdate[] = [];
  #nextId = 100_001;
  #allowed: string[] = [];
  #poll: Poll | undefined;
  #webhook: { url: string; secret: string | undefined; maxConnections: number } | undefined;
  #lastError: { date: number; message: string } | undefined;
  #delivering = false;
  #waking = false;
  readonly #changed: () => void;
  /** How many times a poll was refused because another one came. */
  conflicts = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Updates the bot has not confirmed yet. */
  get pending(): readonly WireUpdate[] {
    return this.#queue;
  }

  get allowed(): readonly string[] {
    return this.#allowed;
  }

  wants(kind: string): boolean {
    return this.#allowed.length === 0 ? !ONLY_ON_REQUEST.has(kind) : this.#allowed.includes(kind);
  }

  /** Queues an update unless the bot has not asked for its kind. */
  push(kind: string, payload: unknown): WireUpdate | undefined {
    if (!this.wants(kind)) return undefined;
    const update = { update_id: this.#nextId++, [kind]: payload };
    this.inject(update);
    return update;
  }

  /** Queues a ready-made update as it is: repeats, unknown kinds, odd shapes. */
  inject(update: WireUpdate): void {
    this.#queue.push(update);
    this.#wake();
  }

  /** From now on ids start here (Telegram may choose new ones after a quiet week). */
  jumpTo(id: number): void {
    this.#nextId = id;
  }

  getUpdates(params: GetUpdatesParams, owner?: object): Promise<WireUpdate[]> | WireUpdate[] {
    if (this.#webhook)
      throw conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
    if (this.#poll) {
      this.conflicts += 1;
      this.#finish(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'));
    }
    if (params.allowed_updates !== undefined) this.#allowed = [...params.allowed_updates];
    const offset = params.offset ?? 0;
    if (offset > 0) {
      const before = this.#queue.length;
      this.#queue = this.#queue.filter((update) => update.update_id >= offset);
      if (this.#queue.length < before) this.#changed();
    } else if (offset < 0) this.#queue = this.#queue.slice(offset);
    const limit = Math.min(Math.max(params.limit ?? 100, 1), 100);
    const timeout = Math.min(Math.max(params.timeout ?? 0, 0), MAX_TIMEOUT);
    if (this.#queue.length > 0 || timeout === 0) return this.#queue.slice(0, limit);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#finish(), timeout * 1000);
      this.#poll = { offset, limit, answer: resolve, refuse: reject, timer, owner };
    });
  }

  /** True while a long poll is open. */
  get polling(): boolean {
    return this.#poll !== undefined;
  }

  /** The client hung up (its poll only), or the server stops (any poll). */
  abandon(owner?: object): void {
    if (owner !== undefined && this.#poll?.owner !== owner) return;
    if (this.#poll) clearTimeout(this.#poll.timer);
    this.#poll = undefined;
  }

  /** Ends the long poll that is open with this error. */
  refuse(error: Error): void {
    this.#finish(error);
  }

  #finish(refusal?: Error): void {
    const poll = this.#poll;
    if (!poll) return;
    this.abandon();
    if (refusal) poll.refuse(refusal);
    else poll.answer(this.#queue.slice(0, poll.limit));
  }

  /** A moment later, so that updates made together arrive together. */
  #wake(): void {
    if (this.#waking) return;
    this.#waking = true;
    setImmediate(() => {
      this.#waking = false;
      if (this.#webhook) void this.#deliver();
      else if (this.#queue.length > 0) this.#finish();
    });
  }

  setWebhook(params: SetWebhookParams): true {
    if (params.url === '') return this.deleteWebhook(params);
    let host = '';
    try {
      host = new URL(params.url).hostname;
    } catch {
      throw misuse('invalid webhook URL specified');
    }
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(host)) throw misuse('bad webhook: only loopback addresses here');
    this.#finish(conflict('terminated by setWebhook request'));
    if (params.allowed_updates !== undefined) this.#allowed = [...params.allowed_updates];
    if (params.drop_pending_updates === true) this.#queue = [];
    this.#webhook = { url: params.url, secret: params.secret_token, maxConnections: params.max_connections ?? 40 };
    this.#wake();
    return true;
  }

  deleteWebhook(params: { drop_pending_updates?: boolean }): true {
    this.#webhook = undefined;
    if (params.drop_pending_updates === true) this.#queue = [];
    return true;
  }

  webhookInfo(): Record<string, unknown> {
    return {
      url: this.#webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.#queue.length,
      ...(this.#webhook ? { max_connections: this.#webhook.maxConnections, ip_address: '127.0.0.1' } : {}),
      ...(this.#lastError ? { last_error_date: this.#lastError.date, last_error_message: this.#lastError.message } : {}),
      ...(this.#allowed.length > 0 ? { allowed_updates: this.#allowed } : {}),
    };
  }

  /** One update at a time, in order; anything but 2xx is tried again after 50 ms … 2 s. */
  async #deliver(): Promise<void> {
    if (this.#delivering) return;
    this.#delivering = true;
    let pause = 50;
    for (let update = this.#queue[0]; update !== undefined && this.#webhook; update = this.#queue[0]) {
      const { url, secret } = this.#webhook;
      const headers = { 'content-type': 'application/json', ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }) };
      try {
        const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update), signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS) });
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
        if (this.#queue[0] === update) this.#queue.shift();
        pause = 50;
        this.#changed();
      } catch (error) {
        this.#lastError = { date: Math.floor(Date.now() / 1000), message: error instanceof Error ? error.message : String(error) };
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
        pause = Math.min(pause * 2, 2000);
      }
    }
    this.#delivering = false;
  }

  stop(): void {
    this.#webhook = undefined;
    this.abandon();
  }
}
