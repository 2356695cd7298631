import { performance } from 'node:perf_hooks';
import { misuse, queryTooOld } from './failure.ts';

/** A pressed button. Times in ms: `at` by the server's clock, latency by the machine's. */
export interface Press {
  id: string;
  userId: number;
  chatId: number;
  /** 0 for a button on an ephemeral message. */
  messageId: number;
  data: string;
  at: number;
  answer?: CallbackAnswer;
  latencyMs?: number;
  /** A late or repeated answer was refused. */
  refused: number;
}

export interface CallbackAnswer {
  text: string;
  alert: boolean;
  url: string | undefined;
  at: number;
}

export interface AnswerParams {
  callback_query_id: string;
  text?: string;
  show_alert?: boolean;
  url?: string;
}

/** Callback queries: they expire, and are answered once. */
export class Callbacks {
  readonly ttlMs: number;
  readonly presses: Press[] = [];
  readonly #byId = new Map<string, Press & { realAt: number; done?: (answer: CallbackAnswer) => void }>();
  #next = 4_200_000_000_000_000_001n;

  constructor(ttlMs: number) {
    this.ttlMs = ttlMs;
  }

  create(userId: number, chatId: number, messageId: number, data: string, at: number): { press: Press; answered: Promise<CallbackAnswer> } {
    this.#next += 7919n;
    const press: Press & { realAt: number; done?: (answer: CallbackAnswer) => void } = {
      id: String(this.#next), userId, chatId, messageId, data, at, refused: 0, realAt: performance.now(),
    };
    const answered = new Promise<CallbackAnswer>((resolve) => {
      press.done = resolve;
    });
    this.presses.push(press);
    this.#byId.set(press.id, press);
    return { press, answered };
  }

  answer(params: AnswerParams, now: number): true {
    const press = this.#byId.get(params.callback_query_id);
    if (press === undefined) throw queryTooOld();
    if (press.answer !== undefined || now - press.at > this.ttlMs) {
      press.refused += 1;
      throw queryTooOld();
    }
    if (params.url !== undefined && !/^(https?:\/\/)?t\.me\/\w+\?start=[\w-]{0,64}$/.test(params.url)) throw misuse('URL_INVALID');
    press.answer = { text: params.text ?? '', alert: params.show_alert ?? false, url: params.url, at: now };
    press.latencyMs = performance.now() - press.realAt;
    press.done?.(press.answer);
    return true;
  }

  /** The press an ephemeral message may refer to: same person, still fresh. */
  fresh(id: string, userId: number, now: number): Press {
    const press = this.#byId.get(id);
    if (press === undefined || press.userId !== userId || now - press.at > this.ttlMs) throw queryTooOld();
    return press;
  }
}
