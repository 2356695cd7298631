import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerDownload, failure, misfortune, type Outcome, reply } from './answer.ts';
import type { CallbackAnswer, Press } from './callbacks.ts';
import { ApiFailure } from './failure.ts';
import { type FaultHandle, type FaultScript, Faults } from './faults.ts';
import { type Call, describe, Ledger, type Violation } from './ledger.ts';
import type { Flood, FloodLimits } from './limits.ts';
import { METHODS } from './methods.ts';
import { Town } from './people.ts';
import { type PressHandle, type PressOptions, Person } from './person.ts';
import { decodeParams, readBody } from './request.ts';
import type { Room } from './room.ts';
import { RequestJudge } from './schema.ts';
import { type ScreenMessage, screenOf } from './screen.ts';
import type { Params, Upload, WireUpdate } from './wire.ts';
import { type ServerClock, World } from './world.ts';

export interface FakeTelegramOptions {
  /** Message dates, expiry and flood control follow it; default: the machine's clock. */
  clock?: ServerClock;
  token?: string;
  username?: string;
  /** Judge requests by the generated schema; default true. */
  schema?: boolean;
  limits?: Partial<FloodLimits>;
  /** How long a callback query can be answered, ms by the clock; default 15 000 (reports: 5–20 s). */
  callbackTtlMs?: number;
  /** Calls remembered; default 200 000. */
  keepCalls?: number;
  port?: number;
}

/** A strict stand-in for api.telegram.org plus the residents, groups and accidents around a bot. */
export class FakeTelegram extends Town {
  readonly violations: Violation[] = [];
  /** Calls with a token that is none (any more). */
  strangers = 0;
  #token: string;
  #tokens = 0;
  readonly #http: Server;
  readonly #judge: RequestJudge | undefined;
  readonly #faults = new Faults();
  readonly #ledger: Ledger;
  #url = '';

  private constructor(options: FakeTelegramOptions, judge: RequestJudge | undefined) {
    const token = options.token ?? '700100200:AAFakeTokenForTestsOnly-0123456789abcde';
    const bot = { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Miteinander', username: options.username ?? 'miteinander_test_bot' };
    super(new World(bot, options.clock ?? { now: () => Date.now() }, options.limits ?? {}, options.callbackTtlMs ?? 15_000));
    this.#token = token;
    this.#judge = judge;
    this.#ledger = new Ledger(options.keepCalls ?? 200_000);
    this.#http = createServer((request, response) => readBody(request, (body) => this.#receive(request, response, body)));
    // Longer than any client keeps idle sockets, so that a reset is always a scripted one.
    this.#http.keepAliveTimeout = 75_000;
  }

  static async start(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
    const judge = options.schema === false ? undefined : await RequestJudge.load(Object.keys(METHODS));
    const server = new FakeTelegram(options, judge);
    await new Promise<void>((resolve) => {
      server.#http.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    server.#url = `http://127.0.0.1:${(server.#http.address() as AddressInfo).port}`;
    return server;
  }

  /** Base address for clients (`apiRoot` of grammY). */
  get url(): string {
    return this.#url;
  }

  get token(): string {
    return this.#token;
  }

  /** Takes the bot's token away and gives it another (@BotFather, /revoke). Whoever still comes with the old one is told so. */
  revoke(): void {
    this.#token = `${this.#token.split(':')[0]}:AAAnotherTokenForTestsOnly-${String((this.#tokens += 1)).padStart(10, '0')}`;
    this.world.updates.refuse(new ApiFailure(401, 'Unauthorized'));
  }

  async stop(): Promise<void> {
    this.world.updates.stop();
    const closed = new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
    });
    this.#http.closeAllConnections();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #receive(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const prefix = `/bot${this.token}/`;
    if (!path.startsWith(prefix)) {
      this.#elsewhere(path, response);
      return;
    }
    const method = path.slice(prefix.length);
    const unreadable = (error: unknown): void => {
      const failed = new ApiFailure(400, `Bad Request: can't parse request: ${String(error)}`, { violation: true });
      this.#note(method, {}, failed);
      reply(response, 400, failure(failed));
    };
    try {
      const params = decodeParams(method, query, request.headers['content-type'] ?? '', body, this.#judge);
      if (params instanceof Promise) params.then((decoded) => this.#serve(method, decoded, response), unreadable);
      else this.#serve(method, params, response);
    } catch (error) {
      unreadable(error);
    }
  }

  /** Downloads, wrong tokens, nonsense. */
  #elsewhere(path: string, response: ServerResponse): void {
    const prefix = `/file/bot${this.token}/`;
    const file = path.startsWith(prefix) ? this.world.filePaths.get(decodeURIComponent(path.slice(prefix.length))) : undefined;
    if (file) {
      this.#download(file, response);
      return;
    }
    const foreign = /^\/(?:file\/)?bot[^/]+\/./.test(path) && !path.includes(`bot${this.token}/`);
    if (foreign) this.strangers += 1;
    const failed = foreign ? new ApiFailure(401, 'Unauthorized') : new ApiFailure(404, 'Not Found');
    reply(response, failed.code, failure(failed));
  }

  /** For faults and the ledger a method called `download`. */
  #download(file: Upload, response: ServerResponse): void {
    const fault = this.#faults.next('download', {});
    this.#ledger.record({ method: 'download', params: {}, at: this.world.now(), realAt: Date.now(), applied: fault === undefined });
    this.world.changed();
    answerDownload(response, file, fault);
  }

  #serve(method: string, params: Params, response: ServerResponse): void {
    const fault = this.#faults.next(method, params);
    const call: Call = { method, params, at: this.world.now(), realAt: Date.now(), applied: fault?.applies ?? true };
    if (fault) call.fault = fault.kind;
    if (method === 'getUpdates') response.on('close', () => response.writableFinished || this.world.updates.abandon(response));
    const settle = (outcome: Outcome): void => {
      if (outcome.error) call.error = describe(outcome.error);
      else if (call.applied) call.result = outcome.result;
      this.#ledger.record(call);
      if (!response.destroyed) misfortune(response, outcome, fault);
      this.world.changed();
    };
    const outcome = call.applied ? this.#apply(method, params, response) : {};
    if (outcome instanceof Promise) void outcome.then(settle);
    else settle(outcome);
  }

  #apply(method: string, params: Params, owner: object): Outcome | Promise<Outcome> {
    const failed = (error: unknown): Outcome => {
      if (error instanceof ApiFailure) this.#note(method, params, error);
      else this.violations.push({ method, params, description: `fake server failed: ${error instanceof Error ? error.stack : String(error)}` });
      return { error: error instanceof ApiFailure ? error : new ApiFailure(500, 'Internal Server Error') };
    };
    try {
      const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
      if (run === undefined) throw new ApiFailure(404, 'Not Found', { violation: true });
      const objection = this.#judge?.objection(method, params);
      if (objection !== undefined) throw new ApiFailure(400, `Bad Request: schema: ${objection}`, { violation: true });
      const result = method === 'getUpdates' ? this.world.updates.getUpdates(params, owner) : run(this.world, params as never);
      return result instanceof Promise ? result.then((value: unknown) => ({ result: value }), failed) : { result };
    } catch (error) {
      return failed(error);
    }
  }

  #note(method: string, params: Params, error: ApiFailure): void {
    if (error.violation) this.violations.push({ method, params, description: error.message });
  }

  /** Scripts a misfortune for coming calls. */
  fault(script: FaultScript): FaultHandle {
    return this.#faults.add(script);
  }

  /** The receivers of the next ephemeral messages are offline: accepted, never shown. */
  loseEphemeral(count = 1): void {
    this.world.ephemeralToLose = count;
  }

  /** Requests refused with 429. */
  get floods(): readonly Flood[] {
    return this.world.flood.floods;
  }

  calls(method?: string): Call[] {
    return this.#ledger.calls(method);
  }

  /** Accepted calls that used the flood budget of a chat, since a moment of the server's clock (ms). */
  sendsAndEdits(chat?: Room | Person | number, sinceMs?: number): Call[] {
    return this.#ledger.sendsAndEdits(typeof chat === 'object' ? chat.id : chat, sinceMs);
  }

  /** What a chat shows now, oldest first; with a viewer including their ephemeral messages. A person = their private chat. */
  screen(chat: Room | Person | number, viewer?: Person): ScreenMessage[] {
    const state = this.world.chats.get(typeof chat === 'number' ? chat : chat.id);
    return state === undefined ? [] : screenOf(this.world, state, viewer?.id ?? (chat instanceof Person ? chat.id : undefined));
  }

  /** Every button pressed, with answer and latency. */
  get presses(): readonly Press[] {
    return this.world.callbacks.presses;
  }

  /** The notifications a person saw after pressing buttons, in order of the presses. */
  toasts(person: Person): CallbackAnswer[] {
    return this.presses.flatMap((press) => (press.userId === person.id && press.answer !== undefined && press.answer.text !== '' ? [press.answer] : []));
  }

  press(person: Person, chat: Room | Person | number, messageId: number, button: string | number, options?: PressOptions): PressHandle {
    return person.press({ chatId: typeof chat === 'number' ? chat : chat.id, id: messageId }, button, options);
  }

  /** Updates the bot has not confirmed. */
  get pendingUpdates(): readonly WireUpdate[] {
    return this.world.updates.pending;
  }

  /** Queues a ready-made update: repeats, kinds unknown to the bot, odd shapes. */
  inject(update: WireUpdate): void {
    this.world.updates.inject(update);
  }

  /**
   * Resolves with the first truthy value of `look`, asked now and after every call or confirmation. Real time.
   */
  waitFor<T>(look: () => T, options: { timeoutMs?: number } = {}): Promise<NonNullable<T>> {
    const timeoutMs = options.timeoutMs ?? 5000;
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        unwatch();
        settle();
      };
      const ask = (): void => {
        try {
          const value = look();
          if (value) finish(() => resolve(value));
        } catch (error) {
          finish(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      };
      const timer = setTimeout(() => {
        const last = this.calls().slice(-8).map((call) => `${call.method} ${call.error?.description ?? 'ok'}`).join('\n  ');
        finish(() => reject(new Error(`fake Telegram: nothing to see after ${timeoutMs} ms; last calls:\n  ${last}`)));
      }, timeoutMs);
      const unwatch = this.world.watch(ask);
      ask();
    });
  }
}
