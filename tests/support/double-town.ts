import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { documents } from '../../adapters/documents/index.ts';
import { pictures } from '../../adapters/documents/picture.ts';
import { createMatrix } from '../../adapters/matrix/index.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import { createTelegram } from '../../adapters/telegram/index.ts';
import type { Event, EventTally, Rsvp } from '../../src/events/records.ts';
import { createFeatures } from '../../src/features.ts';
import { Bot } from '../../src/kernel/bot.ts';
import { instantFromIso } from '../../src/kernel/time.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { Store } from '../../src/ports/store.ts';
import { installation, officerCode } from '../../src/start.ts';
import { readProcess, takeProcess } from '../../src/take-process.ts';
import { createLanguages } from '../../src/view/language.ts';
import type { Account } from './matrix/accounts.ts';
import { Human } from './matrix/human.ts';
import { Resident } from './matrix/resident.ts';
import type { SharedHomeserver } from './matrix/synapse.ts';
import type { Person } from './telegram/person.ts';
import type { Room } from './telegram/room.ts';
import { FakeTelegram } from './telegram/server.ts';
import { KICKOFF } from './town.ts';
import { RememberingLogger } from './virtual-time.ts';

export interface DoubleTownOptions {
  /** null: an installation that speaks Matrix only. */
  readonly telegram?: boolean;
  readonly event?: Partial<Event>;
  /** Where the bot meets the homeserver, if not directly (a proxy). */
  readonly homeserverUrl?: string;
}

/**
 * Mössingen with both messengers: the whole bot on a real database, the strict fake Telegram, a real homeserver, and an
 * encrypted Matrix room and a Telegram group that show the same card. The clock shows 2018 and runs as fast as real time,
 * so what is measured here is measured.
 */
export class DoubleTown {
  readonly server: SharedHomeserver;
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly logger = new RememberingLogger();
  readonly fatal: unknown[] = [];
  readonly telegram: FakeTelegram;
  /** The bot's account. */
  readonly account: Account;
  bot!: Bot;
  officer!: Person;
  group!: Room;
  /** Made the Matrix room and reads it, with a client that trusts signed devices only. */
  host!: Human;
  room!: string;
  /** The card's first event in the Matrix room. */
  matrixCard!: string;
  private readonly folder: string;
  private readonly options: DoubleTownOptions;
  private readonly secret: string;
  private readonly humans: Human[] = [];

  private constructor(parts: Pick<DoubleTown, 'server' | 'clock' | 'store' | 'telegram' | 'account'> & { folder: string; options: DoubleTownOptions; secret: string }) {
    this.server = parts.server;
    this.clock = parts.clock;
    this.store = parts.store;
    this.telegram = parts.telegram;
    this.account = parts.account;
    this.folder = parts.folder;
    this.options = parts.options;
    this.secret = parts.secret;
  }

  static async open(server: SharedHomeserver, options: DoubleTownOptions = {}): Promise<DoubleTown> {
    const folder = mkdtempSync(join(tmpdir(), 'double-town-'));
    const clock = new VirtualClock(instantFromIso('2018-10-22T09:00:00+02:00'), 1);
    const telegram = await FakeTelegram.start({ clock, keepCalls: 100_000 });
    const store = await openStore(`file:${join(folder, 'town.db')}`, { onFatal: (error) => void town.fatal.push(error) });
    const path = 'process/moessingen.yaml';
    await takeProcess(store, readProcess(readFileSync(path, 'utf8'), path), { now: clock.now(), ask: async () => true });
    const { secret } = await installation(store, randomIds, 'virtual');
    const account = await server.register('mitmachen', 'Miteinander');
    const town: DoubleTown = new DoubleTown({ server, clock, store, telegram, account, folder, options, secret });
    if (options.event !== undefined) await store.transact(async (unit) => unit.events.putEvent({ ...(await unit.events.event(KICKOFF))!, ...options.event }));
    await town.start();
    if (options.telegram !== false) await town.openTelegram();
    await town.openMatrix();
    return town;
  }

  /** Also after `stop`: on the same database and the same keys. */
  async start(): Promise<void> {
    const languages = createLanguages(readTexts());
    const { features, directory } = createFeatures({ languages, documents, ids: randomIds, startedAt: this.clock.now() });
    const onFatal = (error: unknown): void => void this.fatal.push(error);
    this.bot = new Bot({ store: this.store, clock: this.clock, ids: randomIds, logger: this.logger, languages, directory, features, messengers: this.messengers(), secret: this.secret, pictures, onFatal });
    await this.bot.start();
  }

  private messengers(): Messenger[] {
    const matrix = createMatrix({
      settings: {
        homeserver: this.options.homeserverUrl ?? this.server.url,
        user: this.account.userId,
        password: this.account.password,
        accessToken: null,
        recoveryKey: null,
        store: join(this.folder, 'matrix.db'),
        storePassphrase: null,
        allowedRooms: [`:${this.server.name}`],
        shareKeys: 'any',
        deviceName: 'Miteinander',
      },
      isOfficer: async () => false,
      showRecoveryKey: () => {},
      showEmojis: () => {},
      onPanic: (error) => void this.fatal.push(error),
      clock: this.clock,
      logger: this.logger,
    });
    const telegram = createTelegram({ token: this.telegram.token, apiRoot: this.telegram.url, logger: this.logger });
    const messengers = this.options.telegram === false ? [matrix] : [telegram, matrix];
    for (const messenger of messengers) {
      messenger.onFatal = (sentence) => {
        if (!this.bot.lose(messenger.platform, sentence)) this.fatal.push(sentence);
      };
    }
    return messengers;
  }

  private async openTelegram(): Promise<void> {
    const code = await officerCode(this.store, randomIds, null, this.clock.now());
    this.officer = this.telegram.user({ first_name: 'Ina', last_name: 'Beauftragte', language_code: 'de' });
    this.officer.start();
    this.officer.say(`/amt ${code}`);
    this.group = this.telegram.supergroup({ title: 'Zusammenleben in Mössingen', members: [this.officer] });
    await this.until(async () => this.telegram.screen(this.officer).some((message) => message.own && message.text.includes('Übersicht')), 'the officer to be in office');
    this.officer.say(this.group, '/hier');
    await this.until(async () => this.telegramCount() !== null, 'a card on Telegram');
  }

  private async openMatrix(): Promise<void> {
    this.host = await this.human('host', 'Gastgeberin');
    this.room = await this.host.createRoom({ name: 'Zusammenleben in Mössingen', invite: [this.account.userId], state: [{ type: 'm.room.join_rules', state_key: '', content: { join_rule: 'public' } }] });
    await this.host.until(() => this.host.client.getRoom(this.room)?.getMember(this.account.userId)?.membership === 'join', 'the bot in the room');
    await this.host.say(this.room, '!hier');
    this.matrixCard = (await this.host.untilSees(this.room, COUNT, 20_000)).id;
  }

  /** A code for the first officer, where nobody holds the office yet. */
  async code(): Promise<string> {
    return (await officerCode(this.store, randomIds, null, this.clock.now())) ?? '';
  }

  /** Somebody with an encrypted client of their own. */
  async human(localpart: string, name: string): Promise<Human> {
    const human = await Human.arrive(this.server, localpart, name);
    this.humans.push(human);
    return human;
  }

  /** Their private chat with the bot, opened by them. */
  async direct(human: Human): Promise<string> {
    const room = await human.createRoom({ direct: true, invite: [this.account.userId] });
    await human.until(() => human.client.getRoom(room)?.getMember(this.account.userId)?.membership === 'join', 'the bot in the direct room');
    return room;
  }

  /** Somebody in the Matrix room who only reacts. */
  async resident(localpart: string, name: string): Promise<Resident> {
    const resident = new Resident(this.server.url, await this.server.register(localpart, name));
    await resident.join(this.room);
    return resident;
  }

  /** Somebody in the Telegram group who has never opened the bot. */
  neighbour(first_name: string): Person {
    const person = this.telegram.user({ first_name });
    this.group.admit(person);
    return person;
  }

  telegramCount(): string | null {
    return countLine(this.telegram.screen(this.group).find((message) => message.own && COUNT.test(message.text))?.text);
  }

  matrixCount(): string | null {
    return countLine(this.host.sees(this.room).find(({ id }) => id === this.matrixCard)?.body);
  }

  /** Resolves with the ms it took. */
  async until(holds: () => boolean | Promise<boolean>, name: string, timeout = 20_000): Promise<number> {
    const began = performance.now();
    while (!(await holds())) {
      if (performance.now() - began > timeout) throw new Error(`waited ${timeout} ms in vain for ${name}`);
      await pause(20);
    }
    return performance.now() - began;
  }

  /** Both cards say the same; resolves with the ms it took. */
  bothSay(line: string, timeout?: number): Promise<number> {
    return this.until(() => this.telegramCount() === line && this.matrixCount() === line, `both cards to say "${line}"; they say "${this.telegramCount()}" and "${this.matrixCount()}"`, timeout);
  }

  tally(): Promise<EventTally> {
    return this.store.view((records) => records.events.tally(KICKOFF));
  }

  reply(platform: 'telegram' | 'matrix', account: string): Promise<Rsvp | null> {
    return this.store.view(async (records) => {
      const identity = await records.people.identity(platform, account);
      return identity === null ? null : records.events.rsvp(KICKOFF, identity.personId);
    });
  }

  /** Ends the story: no bug, no wrong call, no flood, and the count is right. */
  async close(): Promise<void> {
    try {
      const [{ nextOrder: _tally, ...tally }, { nextOrder: _recount, ...recount }] = [await this.tally(), await this.store.view((records) => records.events.recount(KICKOFF))];
      const complaints = { fatal: this.fatal, bugs: this.logger.bugs, violations: this.telegram.violations, floods: this.telegram.floods, miscount: JSON.stringify(tally) === JSON.stringify(recount) ? [] : [tally, recount] };
      for (const [what, found] of Object.entries(complaints)) if (found.length > 0) throw new Error(`${what}: ${JSON.stringify(found, (_key, value) => (value instanceof Error ? value.stack : value), 1).slice(0, 2_000)}`);
    } finally {
      await this.bot.stop();
      for (const human of this.humans) human.stop();
      await this.telegram.stop();
      await this.store.close();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

const COUNT = /\d+ Person(en)? \(\d+ Zusagen?\)/;

const countLine = (text: string | undefined): string | null => text?.split('\n').find((each) => COUNT.test(each)) ?? null;
