import { setTimeout as delay } from 'node:timers/promises';
import { durations, type Instant } from '../../src/kernel/time.ts';
import { splitRoom } from '../../src/kernel/update.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { SettingsProblem, type CallName, type Intake, type Limits, type Messenger, type Outcome, type Outgoing } from '../../src/ports/messenger.ts';
import { describe, isRateLimit, outcomeOf } from './errors.ts';
import { fetchFile } from './files.ts';
import { decode } from './inbound.ts';
import { openSession } from './open.ts';
import { carryOut } from './outbound.ts';
import { Seeding } from './seeding.ts';
import type { MatrixSettings, OpenSession, SessionCallbacks, SessionHealth } from './session.ts';
import { MatrixFailure } from './wire.ts';

export interface MatrixOptions extends Pick<SessionCallbacks, 'isOfficer' | 'showRecoveryKey' | 'showEmojis' | 'onPanic'> {
  readonly settings: MatrixSettings;
  /** The kernel's: it says when a call was first made. */
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface MatrixMessenger extends Messenger {
  /** null: not logged in (yet). */
  health(): Promise<SessionHealth | null>;
}

/**
 * A homeserver counts what an account sends, not where to: 10 at once, then one every 5 s by Synapse's default
 * (rc_message), any number where the operator raised it (docs/matrix.md). So we send 10 at once, then as fast as a Synapse
 * takes it, and where it refuses, pause everywhere as long as it says. A single room needs no limit of its own, whoever reads it.
 */
const ROOM = { burst: 10, refill: 100, gap: 0 } as const;
const LIMITS: Limits = { group: ROOM, person: ROOM, overall: { burst: 10, refill: 34, gap: 0 }, atOnce: 4 };

/** Homeservers remember a transaction for a day (Synapse: 24 h); an older call may already stand in the room. */
const REMEMBERED = 20 * durations.hour;
/** The operator is told so often that the homeserver slows us down. */
const TOLD_AGAIN = durations.hour;
const LONGEST_PAUSE = 10 * durations.second;

/** Matrix, over the client-server API, encrypted wherever the room is. */
export function createMatrix(options: MatrixOptions): MatrixMessenger {
  const { settings, clock, logger } = options;
  const seeding = new Seeding(() => clock.now());
  const running = new AbortController();
  let session: OpenSession | null = null;
  let opening: Promise<void> = Promise.resolve();
  const underWay = new Set<Promise<Outcome>>();
  let toldAt: Instant | null = null;
  let fatalSaid = false;

  const fatal = (sentence: string): void => {
    if (fatalSaid) return;
    fatalSaid = true;
    running.abort();
    messenger.onFatal?.(sentence);
  };

  /** Logs in and begins to receive. */
  async function begin(intake: Intake): Promise<void> {
    const { isOfficer, showRecoveryKey, showEmojis, onPanic } = options;
    const opened = await openSession(settings, { mayInvite: isOfficer, isOfficer, showRecoveryKey, showEmojis, onPanic, onLost: fatal }, logger);
    if (running.signal.aborted) return opened.stop();
    try {
      await opened.start(intake);
    } catch (error) {
      await opened.stop();
      throw error;
    }
    session = opened;
  }

  /** The homeserver may be away when we start: tries on, in the background, until it answers or we are stopped. */
  async function keepTrying(intake: Intake): Promise<void> {
    for (let failures = 1; ; failures++) {
      await pause(Math.min(LONGEST_PAUSE, durations.second * 2 ** Math.min(failures - 1, 10)), running.signal);
      if (running.signal.aborted) return;
      try {
        await begin(intake);
        return logger.info({ failures }, 'the homeserver answers now');
      } catch (error) {
        if (error instanceof SettingsProblem) return fatal(error.message);
        if (!(error instanceof MatrixFailure)) return options.onPanic(error);
        logger.debug({ problem: describe(error) }, 'the homeserver is still away');
      }
    }
  }

  const messenger: MatrixMessenger = {
    platform: 'matrix',
    limits: LIMITS,
    whispersAside: true,
    repeatsSafely: true,
    explainsNumbers: true,
    onFatal: null,
    isGroup: (chat) => session?.isDirect(chat) !== true,
    decode,
    // There is no payload to give along: a link only shows whom to write to.
    deepLink: (payload) => (payload === '' && session !== null ? `https://matrix.to/#/${encodeURIComponent(session.userId)}` : null),
    download: async (reference, most, signal) => (session === null ? { kind: 'notNow', retryAfter: null } : fetchFile(session, reference, most, signal)),
    health: async () => (await session?.health()) ?? null,

    async start(intake) {
      try {
        await begin(intake);
      } catch (error) {
        if (!(error instanceof MatrixFailure)) throw error;
        logger.warn({ problem: describe(error) }, 'the homeserver cannot be reached (MATRIX_HOMESERVER_URL, network); trying on');
        opening = keepTrying(intake);
      }
    },

    async stop() {
      running.abort();
      await opening;
      const opened = session;
      // What is still wanted from now on is done after the next start.
      session = null;
      await Promise.all(underWay);
      await seeding.end();
      await opened?.stop();
    },

    async send(call, name) {
      // Not logged in yet, or no more.
      if (session === null) return { kind: 'notSent', retryAfter: null, everywhere: true };
      const ending = attempt(session, call, name);
      underWay.add(ending);
      return ending.finally(() => underWay.delete(ending));
    },
  };

  async function attempt(opened: OpenSession, call: Outgoing, name: CallName): Promise<Outcome> {
    try {
      const outcome = await carryOut(call, name, { session: opened, isOld });
      if (call.op === 'post' && outcome.kind === 'sent' && outcome.messageId !== null) seeding.plant(opened, splitRoom(call.room).chat, outcome.messageId, call.buttons, name);
      return outcome;
    } catch (error) {
      return endingOf(call, error, opened);
    }
  }

  const isOld = ({ firstMade }: CallName): boolean => firstMade !== null && clock.now() - firstMade > REMEMBERED;

  function endingOf(call: Outgoing, error: unknown, opened: OpenSession): Outcome {
    // The session has ended under it, and so does the process.
    if (error instanceof Error && error.name === 'AbortError') return { kind: 'notSent', retryAfter: null, everywhere: true };
    if (!(error instanceof MatrixFailure)) {
      const detail = error instanceof RangeError ? error.message : describe(error);
      logger.bug(new Error(detail), 'a call to Matrix could not be made', { op: call.op });
      return { kind: 'refused', reason: 'BAD_CALL', detail };
    }
    if (isRateLimit(error)) slowedDown();
    const outcome = outcomeOf(error, { op: call.op, direct: opened.isDirect(splitRoom(call.room).chat) });
    if (outcome.kind === 'refused' && outcome.reason === 'BAD_CALL') logger.bug(new Error(outcome.detail), 'the homeserver found fault with a call', { op: call.op });
    else logger.debug({ op: call.op, outcome: outcome.kind, problem: describe(error) }, 'a call to Matrix did not succeed');
    return outcome;
  }

  function slowedDown(): void {
    seeding.limited();
    if (toldAt !== null && clock.now() - toldAt < TOLD_AGAIN) return;
    toldAt = clock.now();
    logger.warn({}, 'the homeserver limits how fast the bot may write, so cards and answers come late; lift the limit for its account (docs/matrix.md, "Ratenbegrenzung")');
  }

  return messenger;
}

/** Real time, whatever clock the bot lives by, because the network does. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => {});
}
