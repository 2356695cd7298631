import type { Event } from '../../src/events/records.ts';
import { instant, instantFromIso, parseDuration, type Instant } from '../../src/kernel/time.ts';
import type { Store } from '../../src/ports/store.ts';
import { officerCode } from '../../src/start.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import { Died, FaultPoints, type FaultPlan } from './faults.ts';
import { raise } from './faults-house.ts';
import { inFiles, type Ground, type House } from './houses.ts';
import { ChildLife, LocalLife, type Life } from './lives.ts';
import { openReader } from './reader.ts';
import type { Person } from './telegram/person.ts';
import type { Room } from './telegram/room.ts';
import type { ScreenMessage } from './telegram/screen.ts';
import { FakeTelegram } from './telegram/server.ts';
import type { WireUpdate } from './telegram/wire.ts';
import { RememberingLogger } from './virtual-time.ts';

/** How a bot dies: by a throw in this process, abandoned; or by SIGKILL in a process of its own. */
export type Death = 'throw' | 'kill';

const BEGIN = '2018-10-22T09:00:00+02:00';

/** Mössingen before the strict fake Telegram, with a bot that may die at any call of a port and is raised again. */
export class Stage {
  readonly telegram: FakeTelegram;
  readonly clock: VirtualClock;
  readonly logger = new RememberingLogger();
  readonly fatal: unknown[];
  /** The update ids Telegram has ever had for us. */
  readonly updates: number[] = [];
  /** Where the bot died, in order. */
  readonly deaths: string[] = [];
  /** So many messages were out at each of these. */
  readonly sentAtDeath: number[] = [];
  /** Sends that were under way when the bot died, by effect: the room. Nobody can know what became of them, and nothing else. */
  readonly underWay = new Map<string, string>();
  /** What a child wrote. */
  output = '';
  officer!: Person;
  group!: Room;
  store: Store;
  private readonly house: House;
  /** Where the database is: until a bot lives in a process of its own, in the house. */
  private home: Pick<House, 'url' | 'leave'>;
  private life!: Life;
  private next: FaultPlan | null = null;
  private held: WireUpdate[] | null = null;

  private constructor(telegram: FakeTelegram, clock: VirtualClock, house: House, fatal: unknown[]) {
    this.telegram = telegram;
    this.clock = clock;
    this.house = house;
    this.home = house;
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

  get url(): string {
    return this.home.url;
  }

  /** Of a database that is a file. */
  get file(): string {
    return this.url.slice('file:'.length);
  }

  static async open(options: { at?: string; event?: Partial<Event> } = {}, ground: Ground = inFiles): Promise<Stage> {
    const clock = new VirtualClock(instantFromIso(options.at ?? BEGIN));
    const telegram = await FakeTelegram.start({ clock });
    const fatal: unknown[] = [];
    const stage = new Stage(telegram, clock, await ground.moveIn(clock.now(), (error) => void fatal.push(error)), fatal);
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
  async arm(plan: FaultPlan | null, death: Death, again: FaultPlan | null = null, meanwhile?: () => void | Promise<void>): Promise<void> {
    this.next = again;
    if (death === 'throw' && meanwhile === undefined && this.life instanceof LocalLife) return this.life.points.arm(plan);
    await this.life.end();
    await meanwhile?.();
    if (death === 'throw') return this.live(plan);
    await this.moveOut();
    const child = new ChildLife(this, { url: this.url, now: this.clock.now(), token: this.telegram.token, apiRoot: this.telegram.url, plan, anew: meanwhile !== undefined });
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
    this.store = await openStore(this.url, { onFatal: (error) => void this.fatal.push(error) });
  }

  /** Nobody here holds the database open any more. */
  private async moveOut(): Promise<void> {
    if (this.home !== this.house) return this.store.close();
    this.home = await this.house.moveOut();
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
      this.sentAtDeath.push(this.telegram.calls('sendMessage').length);
      return false;
    }
  }

  private async revive(): Promise<void> {
    await this.life.end();
    await this.noteUnderWay();
    if (this.life instanceof ChildLife) await this.openStore();
    await this.heardUntilNow();
    const plan = this.next;
    this.next = null;
    await this.live(plan);
  }

  /** A bot that lives asks Telegram at least every minute; our clock jumps over those questions, so that hours look like silence. */
  private async heardUntilNow(): Promise<void> {
    const account = this.telegram.token.split(':')[0]!;
    await this.store.transact(async ({ kernel }) => {
      const cursor = await kernel.cursor('telegram', account);
      if (cursor !== null && cursor.caughtUpAt < this.now) kernel.saveCursor({ ...cursor, caughtUpAt: this.now });
    });
  }

  private async noteUnderWay(): Promise<void> {
    const reader = await openReader(this.url);
    for (const { effectId, room } of await reader.all(`SELECT "effectId", "room" FROM "Outbox" WHERE "state" = 'SENDING'`)) this.underWay.set(String(effectId), String(room));
    await reader.close();
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
    if (this.home !== this.house) await this.store.close().catch(() => {});
    await this.home.leave();
  }
}
