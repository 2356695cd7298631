import type { ApiFailure } from './failure.ts';
import type { Params } from './wire.ts';

/** One request and what became of it. `at` is the server's clock, `realAt` the machine's, both in ms. */
export interface Call {
  method: string;
  params: Params;
  at: number;
  realAt: number;
  result?: unknown;
  error?: { code: number; description: string; retryAfter?: number | undefined };
  /** The scripted fault that hit it, and whether the request had its effect. */
  fault?: string;
  applied: boolean;
}

/** A request only a faulty program makes. */
export interface Violation {
  method: string;
  params: Params;
  description: string;
}

const BUDGETED = new Set(['sendMessage', 'editMessageText', 'editMessageReplyMarkup', 'sendDocument', 'sendPhoto', 'sendPoll', 'stopPoll', 'createForumTopic',
  'editEphemeralMessageText', 'editEphemeralMessageReplyMarkup']);

export class Ledger {
  /** Oldest calls are forgotten beyond this number, so that long benchmarks stay in memory. */
  readonly #keep: number;
  #calls: Call[] = [];

  constructor(keep: number) {
    this.#keep = keep;
  }

  record(call: Call): void {
    this.#calls.push(call);
    if (this.#calls.length > this.#keep * 1.25) this.#calls = this.#calls.slice(-this.#keep);
  }

  calls(method?: string): Call[] {
    return method === undefined ? [...this.#calls] : this.#calls.filter((call) => call.method === method);
  }

  /** Calls that used up the flood budget of a chat (accepted ones only) since a moment of the server's clock, in ms. */
  sendsAndEdits(chatId?: number, sinceMs = -Infinity): Call[] {
    return this.#calls.filter(
      (call) =>
        BUDGETED.has(call.method) && call.applied && call.error === undefined && call.at >= sinceMs &&
        (chatId === undefined || Number(call.params['chat_id']) === chatId),
    );
  }
}

export function describe(error: ApiFailure): NonNullable<Call['error']> {
  return { code: error.code, description: error.message, retryAfter: error.parameters?.retry_after };
}
