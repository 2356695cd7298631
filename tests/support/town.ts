import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from '../../adapters/documents/index.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { createTelegram } from '../../adapters/telegram/index.ts';
import { createFeatures } from '../../src/features.ts';
import type { Bot } from '../../src/kernel/bot.ts';
import { instant, type Instant } from '../../src/kernel/time.ts';
import type { Event, EventTally, Rsvp } from '../../src/events/records.ts';
import type { Metrics } from '../../src/ports/metrics.ts';
import type { Store } from '../../src/ports/store.ts';
import { installation, officerCode } from '../../src/start.ts';
import { readProcess, takeProcess } from '../../src/take-process.ts';
import { createLanguages } from '../../src/view/language.ts';
import type { Person } from './telegram/person.ts';
import type { Room } from './telegram/room.ts';
import type { ScreenMessage } from './telegram/screen.ts';
import { FakeTelegram } from './telegram/server.ts';
import { buildBot, RememberingLogger, settle, VirtualTime } from './virtual-time.ts';

export const KICKOFF = 'auftakt';

export interface TownOptions {
  /** With an offset. */
  readonly at?: string;
  /** What the office has settled about the kick-off before the story begins. */
  readonly event?: Partial<Event>;
  readonly databaseUrl?: string;
  readonly metrics?: Metrics;
  /** Changes the reference process file's text. */
  readonly processFile?: (text: string) => string;
}

/**
 * Mössingen before its kick-off: the whole bot on a real database against the strict fake Telegram, by one virtual
 * clock, with an officer in office and a group that shows the card.
 */
export class Town {
  readonly telegram: FakeTelegram;
  readonly time: VirtualTime;
  readonly store: Store;
  readonly logger: RememberingLogger;
  readonly fatal: unknown[];
  bot: Bot;
  private readonly raise: () => Bot;
  officer!: Person;
  group!: Room;
  private readonly folder: string;

  private constructor(parts: Pick<Town, 'telegram' | 'time' | 'store' | 'logger' | 'fatal'> & { folder: string; raise: () => Bot }) {
    this.telegram = parts.telegram;
    this.time = parts.time;
    this.store = parts.store;
    this.logger = parts.logger;
    this.fatal = parts.fatal;
    this.raise = parts.raise;
    this.bot = parts.raise();
    this.folder = parts.folder;
  }

  static async open(options: TownOptions = {}): Promise<Town> {
    const town = await Town.build(options);
    await town.bot.start();
    await town.takeOffice();
    await town.showCard();
    return town;
  }

  private static async build(options: TownOptions): Promise<Town> {
    const folder = mkdtempSync(join(tmpdir(), 'town-'));
    const time = new VirtualTime(options.at ?? '2018-10-22T09:00:00+02:00');
    const { clock } = time;
    const telegram = await FakeTelegram.start({ clock, keepCalls: 100_000 });
    const fatal: unknown[] = [];
    const store = await openStore(options.databaseUrl ?? `file:${join(folder, 'town.db')}`, { onFatal: (error) => void fatal.push(error) });
    const languages = createLanguages(readTexts());
    const path = 'process/moessingen.yaml';
    await takeProcess(store, readProcess((options.processFile ?? String)(readFileSync(path, 'utf8')), path), { now: clock.now(), ask: async () => true });
    const { secret } = await installation(store, randomIds, 'virtual');
    const logger = new RememberingLogger();
    const raise = (): Bot => {
      const messenger = createTelegram({ token: telegram.token, apiRoot: telegram.url, logger });
      const { features, directory } = createFeatures({ languages, documents, ids: randomIds, startedAt: clock.now() });
      return buildBot({ store, clock, languages, directory, features, messengers: [messenger], secret, logger, onFatal: (error) => void fatal.push(error), ...(options.metrics === undefined ? {} : { metrics: options.metrics }) }).bot;
    };
    const town = new Town({ telegram, time, store, logger, fatal, folder, raise });
    if (options.event !== undefined) await town.arrange(options.event);
    return town;
  }

  /** The office has settled something about the kick-off before. */
  private async arrange(change: Partial<Event>): Promise<void> {
    await this.store.transact(async (unit) => unit.events.putEvent({ ...(await unit.events.event(KICKOFF))!, ...change }));
  }

  private async takeOffice(): Promise<void> {
    const code = await officerCode(this.store, randomIds, null, this.now);
    this.officer = this.telegram.user({ first_name: 'Ina', last_name: 'Beauftragte', language_code: 'de' });
    this.officer.start();
    this.officer.say(`/amt ${code}`);
    await this.move('+3s');
  }

  private async showCard(): Promise<void> {
    this.group = this.telegram.supergroup({ title: 'Zusammenleben in Mössingen', members: [this.officer] });
    this.officer.say(this.group, '/hier');
    await this.move('+5s');
  }

  get now(): Instant {
    return instant(this.time.clock.now());
  }

  /** The bot is down while `meanwhile` happens. */
  async restart(meanwhile: () => Promise<void>): Promise<void> {
    await this.bot.stop();
    await meanwhile();
    this.bot = this.raise();
    await this.bot.start();
  }

  /** The SQLite file and what belongs to it. */
  databaseFiles(): string[] {
    return readdirSync(this.folder).map((name) => join(this.folder, name));
  }

  settle(): Promise<void> {
    return settle(this.bot, this.telegram);
  }

  /** "+10s", "+3d" or an instant with offset; what is due on the way happens in order. */
  async move(to: string): Promise<void> {
    await this.settle();
    await this.time.move(to, this.bot, this.telegram);
  }

  /** Second by second until something is true, but not beyond the instant. */
  async moveUntil(done: () => boolean, latest: string): Promise<void> {
    while (!done() && this.now < Date.parse(latest)) await this.move('+1s');
  }

  /** When the newest message in a person's private chat was sent, as an ISO instant. */
  sentAt(person: Person): string {
    const sent = this.telegram.calls('sendMessage').findLast((call) => String(call.params['chat_id']) === String(person.id));
    return new Date(sent?.at ?? 0).toISOString();
  }

  /** A resident who can be seen in the group and has never opened the bot. */
  resident(first_name: string, more: { last_name?: string; language_code?: string; id?: number; started?: boolean } = {}): Person {
    const person = this.telegram.user({ first_name, ...more });
    this.group.admit(person);
    return person;
  }

  /** The event card as the group sees it. */
  card(room: Room = this.group): ScreenMessage {
    const card = this.telegram.screen(room).find((message) => message.own && message.text.startsWith('Zusammenleben in Mössingen'));
    if (card === undefined) throw new Error('there is no card in the group');
    return card;
  }

  countLine(room: Room = this.group): string {
    return this.card(room).text.split('\n').find((line) => line.includes('Vielleicht')) ?? '';
  }

  /** What a button of a card carries, e.g. of one that is no longer shown. */
  dataOf(card: ScreenMessage, label: string): string {
    const button = card.keyboard.flat().find((each) => each.text === label);
    if (button === undefined || !('callback_data' in button)) throw new Error(`no button ${label}`);
    return String(button.callback_data);
  }

  /** The newest message a person sees in their private chat with the bot. */
  lastPrivate(person: Person): ScreenMessage {
    const last = this.telegram.screen(person).filter((message) => message.own).at(-1);
    if (last === undefined) throw new Error(`${person.name} has got no message`);
    return last;
  }

  /** A person's own copy of the event card. */
  lastCardOf(person: Person): ScreenMessage {
    const card = this.telegram.screen(person).findLast((message) => message.own && message.buttons.length >= 7);
    if (card === undefined) throw new Error(`${person.name} has no card`);
    return card;
  }

  privateTexts(person: Person): string[] {
    return this.telegram.screen(person).filter((message) => message.own).map((message) => message.text);
  }

  lastToast(person: Person): string {
    return this.telegram.toasts(person).at(-1)?.text ?? '';
  }

  event(key = KICKOFF): Promise<Event> {
    return this.store.view(async (records) => (await records.events.event(key))!);
  }

  tally(key = KICKOFF): Promise<EventTally> {
    return this.store.view((records) => records.events.tally(key));
  }

  recount(key = KICKOFF): Promise<EventTally> {
    return this.store.view((records) => records.events.recount(key));
  }

  /** The reply of a Telegram user. */
  reply(person: Person, key = KICKOFF): Promise<Rsvp | null> {
    return this.store.view(async (records) => {
      const identity = await records.people.identity('telegram', String(person.id));
      return identity === null ? null : records.events.rsvp(key, identity.personId);
    });
  }

  /** Ends the story. Whatever it told, the bot made no wrong call, met no flood limit, threw nothing and counted right. */
  async close(): Promise<void> {
    try {
      const { nextOrder: _order, ...tally } = await this.tally();
      const { nextOrder: _recounted, ...recount } = await this.recount();
      const complaints = {
        fatal: this.fatal,
        bugs: this.logger.bugs,
        violations: this.telegram.violations,
        floods: this.telegram.floods,
        miscount: JSON.stringify(tally) === JSON.stringify(recount) ? [] : [tally, recount],
      };
      for (const [what, found] of Object.entries(complaints)) if (found.length > 0) throw new Error(`${what}: ${JSON.stringify(found, errorText, 1).slice(0, 2_000)}`);
    } finally {
      await this.bot.stop();
      await this.telegram.stop();
      await this.store.close();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }
}

const errorText = (_key: string, value: unknown): unknown => (value instanceof Error ? value.stack : value);
