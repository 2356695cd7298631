import { randomIds } from '../../adapters/system/ids.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { eventsData } from '../../src/events/personal-data.ts';
import type { Answer, Event } from '../../src/events/records.ts';
import { Replies } from '../../src/events/replies.ts';
import type { Reply } from '../../src/events/rules.ts';
import type { Actor } from '../../src/kernel/directory.ts';
import { instant, type Instant } from '../../src/kernel/time.ts';
import { noAftermath, Turn, type House } from '../../src/kernel/turn.ts';
import { roomId } from '../../src/kernel/update.ts';
import { Links } from '../../src/links/links.ts';
import { linksData } from '../../src/links/personal-data.ts';
import { desk } from '../../src/office/desk.ts';
import { officeData } from '../../src/office/personal-data.ts';
import { PeopleDirectory } from '../../src/people/directory.ts';
import { ownData } from '../../src/people/own-data.ts';
import type { PersonalData } from '../../src/people/personal-data.ts';
import { noMetrics } from '../../src/kernel/pulse.ts';
import { reminderData } from '../../src/reminders/personal-data.ts';
import type { Store, Unit } from '../../src/ports/store.ts';
import { createLanguages } from '../../src/view/language.ts';
import { BEFORE, kickoff } from '../unit/events/guest-list.ts';
import { RememberingLogger } from './virtual-time.ts';

const languages = createLanguages(readTexts());
const directory = new PeopleDirectory(languages, randomIds);

/** Chat accounts that answer, are linked and separated, in a real store by the real features; no messenger. */
export class Accounts {
  readonly store: Store;
  readonly event: Event;
  readonly data: PersonalData[];
  readonly links: Links;
  now: Instant = BEFORE;
  private readonly replies = new Replies(desk);
  private readonly house: House;
  private turns = 0;

  private constructor(store: Store, event: Event) {
    this.store = store;
    this.event = event;
    this.data = [eventsData(this.replies), officeData, reminderData, linksData, ownData];
    this.links = new Links(() => this.data);
    let seq = 0;
    this.house = { languages, directory, ids: randomIds, logger: new RememberingLogger(), metrics: noMetrics, nextSeq: () => (seq += 1), deepLink: () => null };
  }

  /** `names` write in private; each is a person of their own. `key` must be new to the store. */
  static async open(store: Store, key: string, capacity: number | null, names: readonly string[]): Promise<Accounts> {
    const made = new Accounts(store, kickoff({ key, capacity }));
    await store.transact(async (unit) => {
      unit.events.putEvent(made.event);
      for (const name of names) await directory.remember(unit, made.actor(name, null), made.now);
    });
    return made;
  }

  wait(ms: number): void {
    this.now = instant(this.now + ms);
  }

  personOf(name: string): Promise<string> {
    return this.store.view(async (records) => (await records.people.identity('telegram', this.account(name)))!.personId);
  }

  say(name: string, answer: Answer, partySize: number | null = null): Promise<Reply> {
    return this.turn(name, async (turn) => this.replies.own(turn, (await turn.unit.events.event(this.event.key))!, { answer, partySize, children: null }));
  }

  /** Joins the person of one account into that of the other. */
  link(from: string, into: string): Promise<void> {
    return this.turn(into, async (turn) => this.links.join(turn, (await turn.unit.people.identity('telegram', this.account(from)))!.personId, turn.actor.personId!));
  }

  /** In one transaction, as the pipeline does it. */
  async turn<T>(name: string, work: (turn: Turn) => Promise<T>): Promise<T> {
    this.turns += 1;
    return this.store.transact(async (unit) => {
      const identity = await unit.people.identity('telegram', this.account(name));
      const turn = this.made(unit, this.actor(name, identity?.personId ?? null));
      return unit.attempt(() => work(turn));
    });
  }

  account(name: string): string {
    return `${this.event.key}-${name}`;
  }

  private made(unit: Unit, actor: Actor): Turn {
    const room = roomId('telegram', actor.account);
    const update = {
      at: this.now,
      sender: { kind: 'person', account: actor.account, name: actor.account, username: null, languageHint: null, moderator: false },
      place: { room, kind: 'PRIVATE', title: null },
      what: { kind: 'text', text: '', messageId: '1', replyTo: null },
    } as const;
    return new Turn(this.house, unit, `${this.event.key}.${this.turns}`, this.now, { at: this.now, after: this.now, received: this.now }, actor, update, noAftermath());
  }

  private actor(name: string, personId: string | null): Actor {
    const account = this.account(name);
    return { kind: 'person', platform: 'telegram', account, name, languageHint: null, personId, role: null, moderator: false, language: languages.fallback, privateRoom: roomId('telegram', account) };
  }
}
