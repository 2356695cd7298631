import { pictures } from '../../adapters/documents/picture.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import { Bot, type BotParts } from '../../src/kernel/bot.ts';
import { instant, instantFromIso, parseDuration, type Instant } from '../../src/kernel/time.ts';
import type { LogFields, Logger } from '../../src/ports/logger.ts';
import type { FakeTelegram } from './telegram/server.ts';

type Idle = Pick<Bot, 'idle'>;
type Server = Pick<FakeTelegram, 'pendingUpdates' | 'waitFor'>;

/** In real ms: a busy machine takes its time, and only a bot that never asks again is at fault. */
const PATIENCE = 30_000;

/** Every update the server holds is confirmed (so committed), and the bot has nothing left to do until the clock moves. */
export async function settle(bot: Idle, server?: Server): Promise<void> {
  for (;;) {
    if (server !== undefined) await server.waitFor(() => server.pendingUpdates.length === 0, { timeoutMs: PATIENCE });
    await bot.idle();
    if (server === undefined || server.pendingUpdates.length === 0) return;
  }
}

/** A logger that remembers. A story that ran well has no bugs in it. */
export class RememberingLogger implements Logger {
  readonly bugs: { readonly error: unknown; readonly message: string }[] = [];
  readonly lines: { readonly level: string; readonly fields: LogFields; readonly message: string }[] = [];

  debug(fields: LogFields, message: string): void {
    this.lines.push({ level: 'debug', fields, message });
  }
  info(fields: LogFields, message: string): void {
    this.lines.push({ level: 'info', fields, message });
  }
  warn(fields: LogFields, message: string): void {
    this.lines.push({ level: 'warn', fields, message });
  }
  bug(error: unknown, message: string): string {
    this.bugs.push({ error, message });
    return `bug-${this.bugs.length}`;
  }
}

/** Where and when a story plays. The same clock drives the bot and the fake server. */
export class VirtualTime {
  readonly clock: VirtualClock;

  /** `iso` with an offset. */
  constructor(iso: string) {
    this.clock = new VirtualClock(instantFromIso(iso));
  }

  /** To `2018-11-15T23:59:30+01:00`, or on by `+3d`; everything due on the way happens in order. Never back. */
  async move(to: string, bot: Idle, server?: Server): Promise<void> {
    const by = parseDuration(to);
    const target: Instant = by === null ? instantFromIso(to) : instant(this.clock.now() + by);
    if (target < this.clock.now()) throw new RangeError(`${to} is past`);
    await this.clock.advanceTo(target, () => settle(bot, server));
  }
}

type Given = Pick<BotParts, 'store' | 'clock' | 'languages' | 'directory' | 'features' | 'messengers'> & Partial<BotParts>;

/** A bot for a story. What would end the process in real life is kept in `fatal`: a good story leaves it empty. */
export function buildBot(parts: Given): { bot: Bot; logger: RememberingLogger; fatal: unknown[] } {
  const logger = new RememberingLogger();
  const fatal: unknown[] = [];
  const bot = new Bot({ ids: randomIds, logger, pictures, secret: 'the secret of a story', onFatal: (error) => void fatal.push(error), ...parts });
  return { bot, logger, fatal };
}
