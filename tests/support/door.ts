import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from '../../adapters/documents/index.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { decode } from '../../adapters/telegram/inbound.ts';
import { createFeatures } from '../../src/features.ts';
import type { Command } from '../../src/kernel/command.ts';
import type { Directory } from '../../src/kernel/directory.ts';
import { Drawer } from '../../src/kernel/draw.ts';
import type { OutboxRow } from '../../src/kernel/effect.ts';
import { createCatalogue, Hearing, type Catalogue } from '../../src/kernel/hearing.ts';
import { noMetrics } from '../../src/kernel/pulse.ts';
import { createSeals, type Seals } from '../../src/kernel/seal.ts';
import { instantFromIso, type Instant } from '../../src/kernel/time.ts';
import { noAftermath, Turn, type House } from '../../src/kernel/turn.ts';
import { splitRoom, type Update } from '../../src/kernel/update.ts';
import type { Store, Unit } from '../../src/ports/store.ts';
import { readProcess, takeProcess } from '../../src/take-process.ts';
import { plain } from '../../src/view/plain.ts';
import { createLanguages, type Language, type Languages } from '../../src/view/language.ts';
import { RememberingLogger } from './virtual-time.ts';

const LANGUAGES = createLanguages(readTexts());

class Undone extends Error {}

/**
 * The bot's door alone: one thing is said or pressed, and what was decided is read off, without a messenger and without
 * a trace: each hearing is undone, unless it is to stay.
 */
export class Door {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly catalogue: Catalogue;
  readonly seals: Seals;
  now: Instant;
  private readonly house: House;
  private readonly drawer: Drawer;
  private readonly directory: Directory;
  /** Every text that was looked up since the hearing began: the text and its key. */
  private readonly spoken = new Map<string, string>();
  private readonly folder: string;
  private seq = 0;
  private turns = 0;

  private constructor(store: Store, folder: string, at: Instant) {
    this.store = store;
    this.folder = folder;
    this.now = at;
    const languages = overheard(LANGUAGES, this.spoken);
    const { features, directory } = createFeatures({ languages, documents, ids: randomIds, startedAt: at });
    this.house = { languages, directory, ids: randomIds, logger: new RememberingLogger(), metrics: noMetrics, nextSeq: () => (this.seq += 1), deepLink: () => null };
    this.seals = createSeals('the secret of a door');
    this.commands = features.flatMap((feature) => feature.commands);
    this.catalogue = createCatalogue(features);
    this.directory = directory;
    this.drawer = new Drawer(this.catalogue.cards, languages, directory, this.seals, { deepLink: () => null, explains: () => false });
  }

  static async open(iso: string): Promise<Door> {
    const folder = mkdtempSync(join(tmpdir(), 'door-'));
    const store = await openStore(`file:${join(folder, 'door.db')}`, { onFatal: console.error });
    const path = 'process/moessingen.yaml';
    await takeProcess(store, readProcess(readFileSync(path, 'utf8'), path), { now: instantFromIso(iso), ask: async () => true });
    return new Door(store, folder, instantFromIso(iso));
  }

  /** What Telegram delivers, as this bot understands it; null: nothing it listens to. */
  decoded(payload: Readonly<Record<string, unknown>>): Update | null {
    const read = decode(JSON.stringify({ update_id: 1, ...payload }), { id: '7', username: 'miteinander_bot' });
    return read.kind === 'update' ? read.update : null;
  }

  /**
   * What comes of each of them, had it come alone: the key of the answer's text, `card KIND`, `asks` (a question of the
   * dialog), `picture`, `file` or `silence`. Nothing stays. `before`: what else has happened, which does not stay either.
   */
  async outcomes(updates: readonly (Update | null)[], before: (unit: Unit) => Promise<void> = async () => {}): Promise<string[]> {
    const outcomes: string[] = [];
    await this.undone(this.store.transact(async (unit) => {
      await before(unit);
      for (const update of updates) {
        if (update === null) outcomes.push('silence');
        else await this.undone(unit.attempt(async () => {
          outcomes.push((await this.hear(unit, update)).outcome);
          throw new Undone();
        }));
      }
      throw new Undone();
    }));
    return outcomes;
  }

  /** What comes of it, and it stays. */
  async does(update: Update | null): Promise<{ outcome: string; effects: readonly OutboxRow[] }> {
    if (update === null) throw new Error('nobody listens to that');
    return this.store.transact((unit) => this.hear(unit, update));
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async undone(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  }

  private async hear(unit: Unit, update: Update): Promise<{ outcome: string; effects: readonly OutboxRow[] }> {
    this.spoken.clear();
    const actor = await this.directory.identify(unit, update.sender, update.place, this.now);
    const aftermath = noAftermath();
    this.turns += 1;
    const turn = new Turn(this.house, unit, `in.${this.turns}`, this.now, { at: update.at, after: this.now, received: this.now }, actor, update, aftermath);
    // A bot of its own hears each: nobody writes too much.
    await new Hearing(this.catalogue, this.seals, this.directory, this.drawer).hear(turn, update);
    return { outcome: await this.read(unit, update, aftermath.effects), effects: aftermath.effects };
  }

  /** The answer, or else the first thing that is sent to where it came from: others may be told more. */
  private async read(unit: Unit, update: Update, effects: readonly OutboxRow[]): Promise<string> {
    const here = effects.filter(({ room }) => splitRoom(room).chat === splitRoom(update.place.room).chat).map(({ effect }) => effect);
    for (const effect of here) {
      if (effect.kind === 'ANSWER' && effect.text !== '') return this.keyOf(effect.text);
      if (effect.kind === 'SAY' && effect.chatter) return this.keyOf(plain(effect.document));
    }
    const [first] = here.filter(({ kind }) => kind !== 'ANSWER');
    if (first?.kind === 'SAY') return this.keyOf(plain(first.document));
    if (first?.kind !== 'POST') return first?.kind.toLowerCase() ?? 'silence';
    const kind = (await unit.kernel.card(first.cardId))?.kind;
    return kind === 'PROMPT' ? 'asks' : `card ${kind}`;
  }

  /** The longest of the texts looked up with which it begins; lists have theirs further down. */
  private keyOf(said: string): string {
    const within = (test: (text: string) => boolean): string[] => [...this.spoken.keys()].filter((text) => text !== '' && test(text)).sort((a, b) => b.length - a.length);
    const [found] = [...within((text) => said.startsWith(text)), ...within((text) => said.includes(text))];
    return found === undefined ? said : this.spoken.get(found)!;
  }
}

function overheard(languages: Languages, spoken: Map<string, string>): Languages {
  const wrapped = new Map<Language, Language>(
    languages.all.map((language) => [
      language,
      {
        ...language,
        t: (key, args) => {
          const text = language.t(key, args);
          spoken.set(text, key);
          return text;
        },
      },
    ]),
  );
  const of = (language: Language): Language => wrapped.get(language)!;
  return { all: languages.all.map(of), fallback: of(languages.fallback), of: (tag) => of(languages.of(tag)), match: (hint) => languages.match(hint) };
}
