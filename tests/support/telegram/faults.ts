import type { Params } from './wire.ts';

/**
 * Scripted misfortunes. "applied" = the request had its effect although the client cannot know.
 * timeout-after-apply: applied, no answer (socket cut after `ms`, default 60 000, or when the client gives up)
 * reset-before: not applied, connection reset. reset-after: applied, connection reset.
 * 502-html, 500-json: not applied unless `apply`. truncated: applied, half of the JSON body, then the connection ends.
 * slow: applied at once, answered after `ms` (default 1000). 429 (`retryAfter` s, default 3), 401: not applied.
 */
export type FaultKind =
  | 'timeout-after-apply' | 'reset-before' | 'reset-after' | '502-html' | '500-json' | 'slow' | 'truncated' | '429' | '401';

export interface FaultScript {
  kind: FaultKind;
  /** Default: every method except getUpdates. */
  method?: string;
  /** Only calls whose chat_id is this. */
  chat?: number | { id: number };
  /** How many matching calls are hit; default 1, Infinity = all until `cancel()`. */
  times?: number;
  /** How many matching calls pass unharmed first; default 0. */
  skip?: number;
  ms?: number;
  retryAfter?: number;
  apply?: boolean;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly ms: number | undefined;
  readonly retryAfter: number;
  readonly applies: boolean;
}

/** What a test holds after scripting a fault. */
export interface FaultHandle {
  /** How many calls it has hit so far. */
  hits(): number;
  cancel(): void;
}

const APPLYING = new Set<FaultKind>(['timeout-after-apply', 'reset-after', 'slow', 'truncated']);

export class Faults {
  #scripts: { script: FaultScript; left: number; skip: number; hits: number }[] = [];

  add(script: FaultScript): FaultHandle {
    const entry = { script, left: script.times ?? 1, skip: script.skip ?? 0, hits: 0 };
    this.#scripts.push(entry);
    return { hits: () => entry.hits, cancel: () => (this.#scripts = this.#scripts.filter((other) => other !== entry)) };
  }

  /** The fault that hits this call, if any; counts it. */
  next(method: string, params: Params): Fault | undefined {
    if (this.#scripts.length === 0) return undefined;
    for (const entry of this.#scripts) {
      const { script } = entry;
      if (script.method === undefined ? method === 'getUpdates' : script.method !== method) continue;
      const chat = typeof script.chat === 'object' ? script.chat.id : script.chat;
      if (chat !== undefined && Number(params['chat_id']) !== chat) continue;
      if (entry.left <= 0) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.left -= 1;
      entry.hits += 1;
      return { kind: script.kind, ms: script.ms, retryAfter: script.retryAfter ?? 3, applies: script.apply ?? APPLYING.has(script.kind) };
    }
    return undefined;
  }
}
