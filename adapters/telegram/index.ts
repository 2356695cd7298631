import type { Logger } from '../../src/ports/logger.ts';
import { SettingsProblem, type Intake, type Limits, type Messenger, type Outcome, type Outgoing, type Profile } from '../../src/ports/messenger.ts';
import { createApis } from './api.ts';
import { ALLOWED_UPDATES } from './batch.ts';
import { describe, isBadRequest, isRemote, lostAccess, outcomeOf, safeError } from './errors.ts';
import { fetchFile } from './files.ts';
import { decode, type Self } from './inbound.ts';
import { publishProfiles } from './menus.ts';
import { carryOut, type Outbound } from './outbound.ts';
import { pause, poll, retryDelay } from './polling.ts';
import type { Features } from './render.ts';
import { listen, receiveWebhook, type WebhookHeaders, type WebhookSettings } from './webhook.ts';

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Telegram calls us instead of us asking. */
  readonly webhook?: WebhookSettings | undefined;
  readonly logger: Logger;
  /** How long a call may stay without an answer before its ending is unknown. */
  readonly stallSeconds?: number;
  readonly features?: Partial<Features>;
}

export interface TelegramMessenger extends Messenger {
  /** Telegram knows no transaction ids: a call's name means nothing to it. */
  send(call: Outgoing): Promise<Outcome>;
  /** For the HTTP adapter to mount where TELEGRAM_WEBHOOK_URL leads; 404 where polling is set. */
  handleWebhook(headers: WebhookHeaders, body: string, method?: string): Promise<{ status: number }>;
}

/**
 * A group takes 20 calls a minute (https://core.telegram.org/bots/faq): 4 and one more every 4 s are at most 19 in any
 * 60 s. Any chat takes one a second, private chats with small bursts; all chats together 30 in any second, which are
 * spaced a little, so that whoever is in a hurry finds room.
 */
const LIMITS: Limits = {
  group: { burst: 4, refill: 4_000, gap: 1_100 },
  person: { burst: 3, refill: 1_050, gap: 0 },
  overall: { calls: 30, within: 1_000, gap: 30 },
  atOnce: 16,
};

const TOKEN_PROBLEM = 'Telegram does not accept TELEGRAM_BOT_TOKEN: copy the current token of the bot from @BotFather (/token) into the settings.';
const CONFLICT =
  "Somebody else receives this bot's updates: stop the other program that uses the same TELEGRAM_BOT_TOKEN, or give this one a bot of its own.";

/** Telegram, over the Bot API 10.3. Receives by long polling, or by webhook where one is given. */
export function createTelegram(options: TelegramOptions): TelegramMessenger {
  const { token, apiRoot, webhook, logger, stallSeconds = 20 } = options;
  const apis = createApis(token, apiRoot, stallSeconds);
  const { calls, polls } = apis;
  const running = new AbortController();
  let features: Features = { dateTime: true, ephemeral: true, ...options.features };
  let self: Self | null = null;
  /** Where deliveries go. */
  let intake: Intake | null = null;
  let receiving: Promise<void> = Promise.resolve();
  let fatalSaid = false;
  const withoutEphemeral = (): void => {
    features = { ...features, ephemeral: false };
    logger.warn({}, 'this Bot API server does not know ephemeral messages (Bot API 10.3 needed); they are switched off');
  };

  const fatal = (sentence: string): void => {
    if (fatalSaid) return;
    fatalSaid = true;
    running.abort();
    messenger.onFatal?.(sentence);
  };

  /** Who are we, and where do updates go? Throws SettingsProblem where trying again cannot help. */
  async function hello(): Promise<Self> {
    try {
      const { id, username } = await calls.getMe();
      if (webhook === undefined) await calls.deleteWebhook({ drop_pending_updates: false });
      else await calls.setWebhook({ url: webhook.url, secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES });
      return { id: String(id), username };
    } catch (error) {
      if (lostAccess(error)) throw new SettingsProblem(TOKEN_PROBLEM);
      if (webhook !== undefined && isBadRequest(error, /webhook|secret/i)) {
        throw new SettingsProblem(`Telegram does not accept TELEGRAM_WEBHOOK_URL or TELEGRAM_WEBHOOK_SECRET: ${describe(error)}. It must be a public https address.`);
      }
      throw error;
    }
  }

  async function begin(known: Self, profiles: readonly Profile[], into: Intake): Promise<void> {
    self = known;
    const reasons = { LOST_ACCESS: TOKEN_PROBLEM, CONFLICT } as const;
    const listening = { account: known.id, intake: into, logger, fatal: (reason: keyof typeof reasons) => fatal(reasons[reason]) };
    if (webhook === undefined) receiving = poll({ api: polls, ...listening }, running.signal);
    else {
      // A delivery is taken once it is known since when things may have waited.
      const opened = into.cursor('telegram', known.id).then(() => void (intake = running.signal.aborted ? null : into));
      receiving = opened.then(() => listen({ api: calls, ...listening }, running.signal), () => undefined);
      await opened;
    }
    await publishProfiles(calls, profiles, logger);
  }

  /** The town's line may be down when we start: tries on, in the background, until it works or we are stopped. */
  async function keepTrying(profiles: readonly Profile[], into: Intake, first: unknown): Promise<void> {
    let error = first;
    for (let failures = 1; ; failures++) {
      await pause(retryDelay(error, failures), running.signal);
      if (running.signal.aborted) return;
      try {
        const known = await hello();
        if (running.signal.aborted) return;
        logger.info({ failures }, 'Telegram answers now');
        void begin(known, profiles, into);
        return await receiving;
      } catch (next) {
        if (next instanceof SettingsProblem) return fatal(next.message);
        error = next;
      }
    }
  }

  const messenger: TelegramMessenger = {
    platform: 'telegram',
    limits: LIMITS,
    whispersAside: false,
    repeatsSafely: false,
    explainsNumbers: false,
    onFatal: null,
    isGroup: (chat) => chat.startsWith('-'),
    decode: (payload) => decode(payload, self),
    deepLink: (payload) => (self !== null && /^[\w-]{1,64}$/.test(payload) ? `https://t.me/${self.username}?start=${payload}` : null),

    async start(into, profiles) {
      let known: Self;
      try {
        known = await hello();
      } catch (error) {
        if (error instanceof SettingsProblem) throw error;
        logger.warn({ problem: describe(error) }, 'Telegram cannot be reached (TELEGRAM_API_ROOT, network); trying on');
        receiving = keepTrying(profiles, into, error);
        return;
      }
      await begin(known, profiles, into);
    },

    async stop() {
      running.abort();
      intake = null;
      await receiving;
    },

    async send(call) {
      const outbound: Outbound = { api: calls, features, withoutEphemeral };
      try {
        return await carryOut(call, outbound);
      } catch (error) {
        return endingOf(call, error);
      }
    },

    download: (reference, most, signal) => fetchFile(apis, reference, most, signal),

    async handleWebhook(headers, body, method = 'POST') {
      if (webhook === undefined) return { status: 404 };
      const [into, known] = [intake, self];
      const ready = into !== null && known !== null;
      return receiveWebhook(webhook.secret, { method, headers, body }, ready ? (updates) => store(into, known, updates) : null);
    },
  };

  /** Whether this has waited, the last answer to `listen` says. */
  async function store(into: Intake, { id: account }: Self, updates: Parameters<Intake['receive']>[1]['updates']): Promise<void> {
    try {
      await into.receive('telegram', { account, updates, cursor: null, caughtUp: false, askedAt: null });
    } catch (error) {
      logger.bug(safeError(error), 'an update could not be stored; Telegram will deliver it again');
      throw error;
    }
  }

  function endingOf(call: Outgoing, error: unknown): Outcome {
    if (!isRemote(error)) {
      const detail = error instanceof RangeError ? error.message : describe(error);
      logger.bug(new Error(detail), 'a call to Telegram could not be made', { op: call.op });
      return { kind: 'refused', reason: 'BAD_CALL', detail };
    }
    if (lostAccess(error)) fatal(TOKEN_PROBLEM);
    const outcome = outcomeOf(error);
    if (outcome.kind === 'sent') return { kind: 'sent', messageId: call.op === 'edit' ? call.messageId : null };
    if (outcome.kind === 'refused' && outcome.reason === 'BAD_CALL') logger.bug(safeError(error), 'Telegram found fault with a call', { op: call.op });
    else logger.debug({ op: call.op, outcome: outcome.kind, problem: describe(error) }, 'a call to Telegram did not succeed');
    return outcome;
  }

  return messenger;
}
