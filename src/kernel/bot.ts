import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Messenger, Profile } from '../ports/messenger.ts';
import type { Metrics, Pulse } from '../ports/metrics.ts';
import type { Pictures } from '../ports/pictures.ts';
import type { Store } from '../ports/store.ts';
import type { Language, Languages } from '../view/language.ts';
import { Board } from './board.ts';
import { nameIn, type Command } from './command.ts';
import { Copies } from './copies.ts';
import { Delivery } from './delivery.ts';
import type { Actor, Directory } from './directory.ts';
import { Drawer } from './draw.ts';
import type { Feature } from './feature.ts';
import { Fetcher } from './fetcher.ts';
import { createCatalogue, Hearing } from './hearing.ts';
import { DurableIntake, lossMarker } from './intake.ts';
import { Outbound } from './outbound.ts';
import { patient, type PatientStore } from './patient.ts';
import { Pipeline } from './pipeline.ts';
import { noMetrics } from './pulse.ts';
import { Recorder } from './recorder.ts';
import { Schedule } from './schedule.ts';
import { Scrubber } from './scrubber.ts';
import { createSeals } from './seal.ts';
import { durations, type Instant } from './time.ts';
import type { Aftermath, House } from './turn.ts';
import { splitRoom, type Platform, type RoomId } from './update.ts';

/** A clock that is being corrected bit by bit is not set back. */
const STEP = 5 * durations.second;

export interface BotParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly languages: Languages;
  readonly directory: Directory;
  readonly features: readonly Feature[];
  readonly messengers: readonly Messenger[];
  /** Signs what buttons carry; made once per installation. */
  readonly secret: string;
  /** A failure after which nothing may be acknowledged any more: the process must end (exit 70). */
  readonly onFatal: (error: unknown) => void;
  readonly metrics?: Metrics;
  /** Without it pictures are told in words. */
  readonly pictures?: Pictures;
}

/** The machine put together: messengers → intake → pipeline → delivery → messengers. Knows no feature by name. */
export class Bot {
  private readonly parts: BotParts;
  private readonly intake: DurableIntake;
  private readonly pipeline: Pipeline;
  private readonly delivery: Delivery;
  private readonly outbound: Outbound;
  private readonly board: Board;
  private readonly schedule: Schedule;
  private readonly fetcher: Fetcher;
  private readonly scrubber: Scrubber;
  private readonly store: PatientStore;
  /** Messengers that have lost us until the next start, and why. */
  private readonly lost = new Map<Platform, { readonly sentence: string; readonly gone: Promise<void> }>();
  private stopping = false;
  private seq = 0;
  private rang: Instant | null = null;
  /** Work that follows a commit and is still on its way to delivery. */
  private following = 0;

  constructor(parts: BotParts) {
    this.parts = parts;
    const { clock, ids, logger, languages, directory, features, onFatal, metrics = noMetrics } = parts;
    const store = (this.store = patient(parts.store, clock, logger));
    const messengers = new Map<Platform, Messenger>(parts.messengers.map((messenger) => [messenger.platform, messenger]));
    const deepLink = (room: RoomId, payload: string): string | null => messengers.get(splitRoom(room).platform)?.deepLink(payload) ?? null;
    const nextSeq = (): number => (this.seq += 1);
    const house: House = { languages, directory, ids, logger, metrics, nextSeq, deepLink };
    const seals = createSeals(parts.secret);
    const catalogue = createCatalogue(features);
    const explains = (room: RoomId): boolean => messengers.get(splitRoom(room).platform)?.explainsNumbers ?? false;
    const drawer = new Drawer(catalogue.cards, languages, directory, seals, { deepLink, explains });
    const recorder = new Recorder(store, onFatal);
    const committed = (aftermath: Aftermath): void => void this.follow(aftermath).catch(onFatal);
    this.board = new Board(store, clock, messengers, drawer, recorder, metrics);
    this.outbound = new Outbound({ store, clock, messengers, drawer, directory, recorder, logger, metrics, pictures: parts.pictures ?? null, nextSeq, copies: new Copies(catalogue.cards) });
    this.delivery = new Delivery({ store, clock, messengers, outbound: this.outbound, board: this.board, metrics, asked: (platform) => this.intake.asked.get(platform) ?? null, onError: onFatal });
    this.outbound.enqueue = (rows) => this.delivery.enqueue(rows);
    this.outbound.recast = (subjects) => this.board.recast(subjects);
    this.outbound.behind = (subject) => void this.delivery.stale([{ subject, by: null }]).catch(onFatal);
    this.pipeline = new Pipeline(store, house, clock, messengers, new Hearing(catalogue, seals, directory, drawer), committed, onFatal);
    this.intake = new DurableIntake(store, clock, (rows) => {
      this.pipeline.loop.push(...rows);
      return this.pipeline.loop.pending;
    }, metrics);
    this.intake.afterSilence = () => this.schedule.poke();
    this.outbound.planned = () => this.schedule.poke();
    this.scrubber = new Scrubber({ store, clock, logger, onError: onFatal });
    this.schedule = new Schedule({ store, house, clock, work: features.flatMap((feature) => feature.due), nobody: nobody(languages), committed, onError: onFatal });
    this.fetcher = new Fetcher({ store, house, clock, messengers, kinds: catalogue.files, nobody: nobody(languages), committed, onError: onFatal });
  }

  /** Works off what was left, then opens the doors. */
  async start(): Promise<void> {
    this.seq = await this.parts.store.view((records) => records.kernel.highestOutboxSeq());
    // First what was promised before: what is decided from here on reaches delivery by itself, once.
    await this.delivery.recover();
    await this.pipeline.recover();
    await this.scrubber.look();
    this.schedule.poke();
    this.fetcher.poke();
    const profiles = this.profiles();
    // None waits for another: while one is away, the others work.
    await Promise.all(this.parts.messengers.map((messenger) => messenger.start(this.intake, profiles)));
  }

  /**
   * A messenger has lost us for good (token revoked, logged out): it is left alone until the next start, the office is told
   * through the others, and they work on. False: there is no other.
   */
  lose(platform: Platform, sentence: string): boolean {
    if (this.stopping || this.lost.has(platform)) return true;
    const { messengers, logger, clock, onFatal } = this.parts;
    const messenger = messengers.find((each) => each.platform === platform);
    if (messenger === undefined || messengers.every((each) => each === messenger || this.lost.has(each.platform))) return false;
    logger.warn({ platform, problem: sentence }, 'a messenger has lost us for good; the others work on');
    this.delivery.lose(platform);
    const since = clock.now();
    const told = this.store.transact(async (unit) => unit.kernel.setMarker(lossMarker(platform), String(since))).then(() => this.schedule.poke());
    const gone = Promise.all([told, messenger.stop()]).then(() => undefined, onFatal);
    this.lost.set(platform, { sentence, gone });
    return true;
  }

  /** Closes the doors, lets what is under way end. What is promised but not sent waits for the next start. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.lost.values()].map(({ gone }) => gone));
    this.schedule.stop();
    this.fetcher.stop();
    this.scrubber.stop();
    for (const messenger of this.parts.messengers) await messenger.stop();
    while (!(this.intake.idle && this.pipeline.loop.idle && this.fetcher.idle && this.following === 0 && this.scrubber.idle)) await moment();
    this.delivery.stop();
    while (!this.delivery.idle) await moment();
  }

  /** The doorbell: whatever became of the clock meanwhile, what is due now is looked for. */
  ring(): void {
    const now = this.parts.clock.now();
    const setBack = this.rang !== null && now < this.rang - STEP;
    if (setBack) this.parts.logger.warn({ by: this.rang! - now }, 'the clock was set back; what was planned is planned anew');
    this.rang = now;
    this.schedule.poke();
    this.fetcher.poke();
    this.delivery.ring(setBack);
  }

  /** Rejects where the database does not answer. */
  async pulse(): Promise<Pulse> {
    const seen = await this.parts.store.view(async ({ kernel }) => ({
      undecided: await kernel.inboxCount('NEW'),
      undecidedSince: (await kernel.pendingInbox(1))[0]?.receivedAt ?? null,
      dead: await kernel.inboxCount('DEAD'),
    }));
    const heard = new Map(this.parts.messengers.map(({ platform }) => [platform, this.intake.heard.get(platform) ?? null]));
    return { ...seen, heard, lost: [...this.lost.values()].map(({ sentence }) => sentence), heldSince: this.store.heldSince, ...this.delivery.waiting };
  }

  /** Nothing is left to do until the clock moves or somebody writes. */
  async idle(): Promise<void> {
    for (let calm = 0; calm < 2; ) {
      await breath();
      const resting = this.intake.idle && this.pipeline.loop.idle && this.following === 0 && this.schedule.idle && this.fetcher.idle && this.scrubber.idle && this.delivery.idle;
      calm = resting ? calm + 1 : 0;
    }
  }

  private async follow(aftermath: Aftermath): Promise<void> {
    this.following += 1;
    try {
      if (aftermath.erased) this.delivery.forgot();
      this.board.recast(aftermath.recast);
      this.delivery.enqueue(aftermath.effects);
      this.intake.drained(this.pipeline.loop.pending);
      if (aftermath.touched.length > 0) await this.delivery.stale(aftermath.touched);
      if (aftermath.duePlanned) this.schedule.poke();
      if (aftermath.wanted) this.fetcher.poke();
      if (aftermath.erased) await this.scrubber.look();
    } finally {
      this.following -= 1;
    }
  }

  private profiles(): Profile[] {
    const commands = this.parts.features.flatMap((feature) => feature.commands);
    return this.parts.languages.all.flatMap((language) => {
      // Messengers know ISO 639-1 codes only; the first language also stands for everyone else's.
      const codes = language === this.parts.languages.fallback ? [null, language.tag] : /^[a-z]{2}$/.test(language.tag) ? [language.tag] : [];
      return codes.map((code) => ({
        language: code,
        privateMenu: menu(commands, language, 'private'),
        groupMenu: menu(commands, language, 'group'),
        description: language.t('profile-description'),
        shortDescription: language.t('profile-short'),
      }));
    });
  }
}

function menu(commands: readonly Command[], language: Language, where: 'private' | 'group'): { command: string; description: string }[] {
  return commands
    .filter((command) => command.menu === where || command.menu === 'both')
    .map((command) => ({ command: nameIn(language, command), description: language.t(`command-${command.name}`.replaceAll('_', '-')) }));
}

function nobody(languages: Languages): Actor {
  return { kind: 'nobody', platform: 'console', account: '', name: null, languageHint: null, personId: null, role: null, moderator: false, language: languages.fallback, privateRoom: null };
}

const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** A stop may take seconds: it does not spin. */
const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
