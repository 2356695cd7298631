import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import type { Bot } from '../../src/kernel/bot.ts';
import { instant, type Instant } from '../../src/kernel/time.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { ChildOrder, FromChild, ToChild } from './child.ts';
import { Died, type FaultPoints } from './faults.ts';
import { newFile } from './houses.ts';
import type { FakeTelegram } from './telegram/server.ts';
import { settle } from './virtual-time.ts';

/** A bot that lives, here or elsewhere. Both reject with Died when it dies meanwhile. */
export interface Life {
  settled(): Promise<void>;
  advance(target: Instant): Promise<void>;
  end(): Promise<void>;
}

/** What a bot has around it. */
interface Surroundings {
  readonly telegram: FakeTelegram;
  readonly clock: VirtualClock;
  /** What a child wrote. */
  output: string;
}

/** As `npm start` does. */
const WARM = new URL('../../scripts/warm.mjs', import.meta.url).href;

/** In this process; where it dies it is abandoned. */
export class LocalLife implements Life {
  readonly points: FaultPoints;
  private readonly around: Surroundings;
  private readonly bot: Bot;
  private readonly messenger: Messenger;

  constructor(around: Surroundings, bot: Bot, messenger: Messenger, points: FaultPoints) {
    this.around = around;
    this.bot = bot;
    this.messenger = messenger;
    this.points = points;
  }

  settled(): Promise<void> {
    return Promise.race([settle(this.bot, this.around.telegram), this.points.died]);
  }

  advance(target: Instant): Promise<void> {
    return this.around.clock.advanceTo(target, () => this.settled());
  }

  /** A dead bot's line is cut, and nobody waits for it to come to rest; a living one ends in order. */
  async end(): Promise<void> {
    if (!this.points.dead) {
      // A death still to come is not one of these: a bot that dies while it stops would be waited for without end.
      this.points.arm(null);
      return this.bot.stop();
    }
    void this.messenger.stop();
    const still = { idle: true, loop: { idle: true } };
    for (const part of ['intake', 'pipeline', 'fetcher', 'schedule', 'scrubber', 'delivery']) Reflect.set(this.bot, part, still);
    Reflect.set(this.bot, 'following', 0);
  }
}

/** In a process of its own, which ends itself with SIGKILL. */
export class ChildLife implements Life {
  readonly up: Promise<void>;
  private readonly around: Surroundings;
  private readonly child: ChildProcess;
  private readonly died: Promise<never>;
  private readonly gone: Promise<void>;
  private arrived = (): void => {};

  constructor(around: Surroundings, ordered: Omit<ChildOrder, 'note'>) {
    const order: ChildOrder = { ...ordered, note: newFile('death') };
    this.around = around;
    this.child = fork(new URL('child.ts', import.meta.url), { env: { PATH: process.env['PATH'] ?? '', CHILD: JSON.stringify(order) }, execArgv: ['--import', WARM], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (around.output += text));
    this.gone = new Promise((resolve) => this.child.once('close', () => resolve()));
    this.died = this.gone.then(async () => {
      if (this.child.signalCode !== 'SIGKILL') throw new Error(`the child ended with ${this.child.exitCode ?? this.child.signalCode}:\n${around.output.slice(-2_000)}`);
      // Who goes on in its place does so at that instant: time never runs backwards.
      if (existsSync(order.note)) await around.clock.advanceTo(instant(Number(readFileSync(order.note, 'utf8'))), async () => {});
      throw new Died(`SIGKILL at call ${order.plan?.n} ${order.plan?.side}`);
    });
    this.died.catch(() => {});
    const up = Promise.withResolvers<void>();
    this.up = Promise.race([up.promise, this.died]);
    this.child.on('message', (message: FromChild) => {
      if ('up' in message) up.resolve();
      else if ('arrived' in message) this.arrived();
      else void this.rest(instant(message.resting));
    });
  }

  settled(): Promise<void> {
    return this.advance(this.around.clock.now());
  }

  async advance(target: Instant): Promise<void> {
    const arrived = new Promise<void>((resolve) => (this.arrived = resolve));
    this.tell({ to: target });
    await Promise.race([arrived, this.died]);
    await this.around.clock.advanceTo(target, async () => {});
  }

  /** The server's clock goes with the child's; both rest when all that waited is confirmed. */
  private async rest(at: Instant): Promise<void> {
    const { telegram, clock } = this.around;
    await clock.advanceTo(at, async () => {});
    await telegram.waitFor(() => telegram.pendingUpdates.length === 0, { timeoutMs: 20_000 }).catch(() => {});
    this.tell({ calm: true });
  }

  private tell(message: ToChild): void {
    if (this.child.connected) this.child.send(message, () => {});
  }

  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}
