import { fork, type ChildProcess } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Event } from '../../src/events/records.ts';
import type { Bot } from '../../src/kernel/bot.ts';
import { instant, instantFromIso, parseDuration, type Instant } from '../../src/kernel/time.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { Store } from '../../src/ports/store.ts';
import { officerCode } from '../../src/start.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import type { ChildOrder, FromChild, ToChild } from './child.ts';
import { Died, FaultPoints, type FaultPlan } from './faults.ts';
import { raise } from './faults-house.ts';
import { moveIn, newFolder, type House } from './houses.ts';
import type { Person } from './telegram/person.ts';
import type { Room } from './telegram/room.ts';
import type { ScreenMessage } from './telegram/screen.ts';
import { FakeTelegram } from './telegram/server.ts';
import type { WireUpdate } from './telegram/wire.ts';
import { RememberingLogger, settle } from './virtual-time.ts';

/** How a bot dies: by a throw in this process, abandoned; or by SIGKILL in a process of its own. */
export type Death = 'throw' | 'kill';

/** A bot that lives, here or elsewhere. Both reject with Died when it dies meanwhile. */
interface Life {
  settled(): Promise<void>;
  advance(target: Instant): Promise<void>;
  end(): Promise<void>;
}

const BEGIN = '2018-10-22T09:00:00+02:00';
/** As `npm start` does. */
const WARM = new URL('../../scripts/warm.mjs', import.meta.url).href;

/** Mössingen before the strict fake Telegram, with a bot that may die at any call of a port and is raised again. */
export class Stage {
  readonly telegram: FakeTelegram;
  readonly clock: VirtualClock;
  /** The database: until a bot lives in a process of its own, that of the house; then a copy of our own. */
  file: string;
  readonly logger = new RememberingLogger();
  readonly fatal: unknown[];
  /** The update ids Telegram has ever had for us. */
  readonly updates: number[] = [];
  /** Where the bot died, in order. */
  readonly deaths: string[] = [];
  /** Sends that were under way when the bot died, by effect: the room. Nobody can know what became of them, and nothing else. */
  readonly underWay = new Map<string, string>();
  /** What a child wrote. */
  output = '';
  officer!: Person;
  group!: Room;
  store: Store;
  private house: House | null;
  private folder: string | null = null;
  private life!: Life;
  private next: FaultPlan | null = null;
  private held: WireUpdate[] | null = null;

  private constructor(telegram: FakeTelegram, clock: VirtualClock, house: House, fatal: unknown[]) {
    this.telegram = telegram;
    this.clock = clock;
    this.house = house;
    this.file = house.file;
    this.store = house.store;
    this.fatal = fatal;
    const { updates } = telegram.world;
    const inject = updates.inject.bind(updates);
    updates.inject = (update) => {
      if (this.held !== null) return void this.held.push(update);
      this.updates.push(update.update_id);
      inject(update);
    };
  }

  /** What happens from now on reaches the bot when the answer is called, the last first. */
  reverseUpdates(): () => void {
    const held: WireUpdate[] = (this.held = []);
    return () => {
      this.held = null;
      for (const update of held.toReversed()) this.telegram.inject(update);
    };
  }

  static async open(options: { at?: string; event?: Partial<Event> } = {}): Promise<Stage> {
    const clock = new VirtualClock(instantFromIso(options.at ?? BEGIN));
    const telegram = await FakeTelegram.start({ clock });
    const fatal: unknown[] = [];
    const stage = new Stage(telegram, clock, await moveIn(clock.now(), (error) => void fatal.push(error)), fatal);
    const { event } = options;
    if (event !== undefined) await stage.store.transact(async (unit) => unit.events.putEvent({ ...(await unit.events.event('auftakt'))!, ...event }));
    const code = await officerCode(stage.store, randomIds, null, stage.clock.now());
    await stage.live(null);
    stage.officer = telegram.user({ first_name: 'Ina', last_name: 'Beauftragte', language_code: 'de' });
    stage.officer.start();
    stage.officer.say(`/amt ${code}`);
    await stage.move('+5s');
    stage.group = telegram.supergroup({ title: 'Zusammenleben in Mössingen', members: [stage.officer] });
    return stage;
  }

  /**
   * From now on the bot counts its calls and dies as planned, and after it has been raised a second time as `again`
   * says. `meanwhile` happens while the bot is down; its start, which comes then, counts too.
   */
  async arm(plan: FaultPlan | null, death: Death, again: FaultPlan | null = null, meanwhile?: () => void): Promise<void> {
    this.next = again;
    if (death === 'throw' && meanwhile === undefined && this.life instanceof LocalLife) return this.life.points.arm(plan);
    await this.life.end();
    meanwhile?.();
    if (death === 'throw') return this.live(plan);
    await this.moveOut();
    const order: ChildOrder = { file: this.file, now: this.clock.now(), token: this.telegram.token, apiRoot: this.telegram.url, plan, anew: meanwhile !== undefined };
    const child = new ChildLife(this, order);
    this.life = child;
    if (!(await this.survived(() => child.up))) await this.revive();
  }

  settle(): Promise<void> {
    return this.surviving(() => this.life.settled());
  }

  /** "+10s" or an instant with offset. The bot that dies on the way is raised where it died. */
  async move(to: string): Promise<void> {
    await this.settle();
    const by = parseDuration(to);
    const target = by === null ? instantFromIso(to) : instant(this.clock.now() + by);
    await this.surviving(() => this.life.advance(target));
  }

  /** A bot that lived elsewhere ends by SIGKILL and goes on here. */
  async raiseHere(): Promise<void> {
    await this.life.end();
    await this.openStore();
    await this.live(null);
    await this.settle();
  }

  /** A crash at rest: nothing is under way. */
  async crash(): Promise<void> {
    const { life } = this;
    if (!(life instanceof LocalLife)) throw new Error('only here');
    this.deaths.push(life.points.die('at rest').message);
    await this.revive();
  }

  get now(): Instant {
    return this.clock.now();
  }

  private async openStore(): Promise<void> {
    this.store = await openStore(`file:${this.file}`, { onFatal: (error) => void this.fatal.push(error) });
  }

  /** Nobody here holds the database open any more. */
  private async moveOut(): Promise<void> {
    if (this.house === null) return this.store.close();
    // So that all of it is in the one file.
    await this.store.scrub();
    this.folder = newFolder();
    this.file = join(this.folder, 'town.db');
    copyFileSync(this.house.file, this.file);
    this.house.leave();
    this.house = null;
  }

  /** The calls of ports the bot that lives now has made since it was armed. */
  get calls(): readonly string[] {
    return this.life instanceof LocalLife ? this.life.points.names : [];
  }

  private async live(plan: FaultPlan | null): Promise<void> {
    const points = new FaultPoints(plan);
    const onFatal = (error: unknown): void => {
      if (!points.dead) this.fatal.push(error);
    };
    const parts = { store: this.store, clock: this.clock, token: this.telegram.token, apiRoot: this.telegram.url, logger: this.logger, onFatal };
    const { bot, messenger } = await raise(parts, points);
    this.life = new LocalLife(this, bot, messenger, points);
    if (!(await this.survived(() => Promise.race([bot.start(), points.died])))) await this.revive();
  }

  /** Works on with the bot that was raised in the place of a dead one. */
  private async surviving(work: () => Promise<void>): Promise<void> {
    while (!(await this.survived(work))) await this.revive();
  }

  private async survived(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      this.deaths.push(error.message);
      return false;
    }
  }

  private async revive(): Promise<void> {
    await this.life.end();
    this.noteUnderWay();
    if (this.life instanceof ChildLife) await this.openStore();
    const plan = this.next;
    this.next = null;
    await this.live(plan);
  }

  private noteUnderWay(): void {
    const file = new Database(this.file, { readonly: true });
    const rows = file.prepare(`SELECT effectId, room FROM Outbox WHERE state = 'SENDING'`).all() as { effectId: string; room: string }[];
    file.close();
    for (const { effectId, room } of rows) this.underWay.set(effectId, room);
  }

  /** Presses a button of the newest message in the person's private chat that has it. */
  pressLast(person: Person, label: string | number): void {
    const offers = (message: ScreenMessage): boolean => message.own && (typeof label === 'number' ? message.buttons.length > label : message.buttons.some((button) => button.startsWith(label)));
    const message = this.telegram.screen(person).findLast(offers);
    if (message === undefined) throw new Error(`${person.name} sees no button ${label}`);
    person.press(message, label);
  }

  card(room: Room = this.group): ScreenMessage {
    const card = this.telegram.screen(room).findLast((message) => message.own && message.text.startsWith('Zusammenleben in Mössingen'));
    if (card === undefined) throw new Error('there is no card in the group');
    return card;
  }

  /** The text of a person's own copy of the card. */
  lastCard(person: Person): string {
    return this.telegram.screen(person).findLast((message) => message.own && message.buttons.length >= 7)?.text ?? '';
  }

  resident(first_name: string, more: { last_name?: string; started?: boolean } = {}): Person {
    const person = this.telegram.user({ first_name, language_code: 'de', ...more });
    this.group.admit(person);
    return person;
  }

  async close(): Promise<void> {
    await this.life.end();
    await this.telegram.stop();
    if (this.house !== null) return this.house.leave();
    await this.store.close().catch(() => {});
    rmSync(this.folder!, { recursive: true, force: true });
  }
}

class LocalLife implements Life {
  readonly points: FaultPoints;
  private readonly stage: Stage;
  private readonly bot: Bot;
  private readonly messenger: Messenger;

  constructor(stage: Stage, bot: Bot, messenger: Messenger, points: FaultPoints) {
    this.stage = stage;
    this.bot = bot;
    this.messenger = messenger;
    this.points = points;
  }

  settled(): Promise<void> {
    return Promise.race([settle(this.bot, this.stage.telegram), this.points.died]);
  }

  advance(target: Instant): Promise<void> {
    return this.stage.clock.advanceTo(target, () => this.settled());
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

class ChildLife implements Life {
  readonly up: Promise<void>;
  private readonly stage: Stage;
  private readonly child: ChildProcess;
  private readonly died: Promise<never>;
  private readonly gone: Promise<void>;
  private arrived = (): void => {};

  constructor(stage: Stage, order: ChildOrder) {
    this.stage = stage;
    this.child = fork(new URL('child.ts', import.meta.url), { env: { PATH: process.env['PATH'] ?? '', CHILD: JSON.stringify(order) }, execArgv: ['--import', WARM], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (stage.output += text));
    this.gone = new Promise((resolve) => this.child.once('close', () => resolve()));
    this.died = this.gone.then(() => {
      if (this.child.signalCode !== 'SIGKILL') throw new Error(`the child ended with ${this.child.exitCode ?? this.child.signalCode}:\n${stage.output.slice(-2_000)}`);
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
    return this.advance(this.stage.now);
  }

  async advance(target: Instant): Promise<void> {
    const arrived = new Promise<void>((resolve) => (this.arrived = resolve));
    this.tell({ to: target });
    await Promise.race([arrived, this.died]);
    await this.stage.clock.advanceTo(target, async () => {});
  }

  /** The server's clock goes with the child's; both rest when all that waited is confirmed. */
  private async rest(at: Instant): Promise<void> {
    const { telegram, clock } = this.stage;
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
