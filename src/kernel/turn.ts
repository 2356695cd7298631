import type { FileContent } from '../ports/documents.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Unit } from '../ports/store.ts';
import { say, type Document } from '../view/document.ts';
import { plain } from '../view/plain.ts';
import type { Language, Languages, TextArgs } from '../view/language.ts';
import type { Actor, Directory } from './directory.ts';
import type { Effect, OutboxRow } from './effect.ts';
import type { CardCopy } from './records.ts';
import { ERASED } from './scrubber.ts';
import { durations, instant, type Instant } from './time.ts';
import type { Attachment, Place, RoomId, Update } from './update.ts';

/** What every turn shares: made once in the composition root. */
export interface House {
  readonly languages: Languages;
  readonly directory: Directory;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Growing numbers for the order of effects. */
  nextSeq(): number;
  deepLink(room: RoomId, payload: string): string | null;
}

/** When something happened, as far as anybody can know. */
export interface When {
  /** The platform's own time, where it tells. */
  readonly at: Instant | null;
  /** It happened after this instant … */
  readonly after: Instant;
  /** … and before this one. */
  readonly received: Instant;
}

/** What a batch of turns leaves to do once it is committed. */
export interface Aftermath {
  readonly effects: OutboxRow[];
  /** Subjects whose copies must be drawn anew; the person whose own act it was sees their copy first. */
  readonly touched: { subject: string; by: string | null }[];
  /** Subjects whose set of copies changed. */
  readonly recast: Set<string>;
  duePlanned: boolean;
  /** A file is to be fetched. */
  wanted: boolean;
  /** Something was erased: its traces must leave the files too. */
  erased: boolean;
}

export const noAftermath = (): Aftermath => ({ effects: [], touched: [], recast: new Set(), duePlanned: false, wanted: false, erased: false });

/** How long a toast is worth sending: Telegram forgets a press after some seconds. */
const ANSWER_LIFETIME = 15 * durations.second;

/** Nobody waits longer for the answer to what they typed. */
const CHATTER_LIFETIME = durations.minute;
/** A promised message is tried so long. */
const PROMISE_LIFETIME = durations.day;

/**
 * One update (or one piece of due work) on its way to a decision: who, where, when, the records, and the effects
 * decided so far. A handler reads and writes records and calls these methods; nothing leaves the house before the
 * commit.
 */
export class Turn {
  readonly house: House;
  readonly unit: Unit;
  readonly now: Instant;
  readonly when: When;
  readonly update: Update | null;
  readonly aftermath: Aftermath;
  actor: Actor;
  private readonly name: string;
  private effects = 0;
  private unaccepted = false;
  private talking = false;

  /** @param name stable over replays: effect ids are made from it. */
  constructor(house: House, unit: Unit, name: string, now: Instant, when: When, actor: Actor, update: Update | null, aftermath: Aftermath) {
    this.house = house;
    this.unit = unit;
    this.name = name;
    this.now = now;
    this.when = when;
    this.actor = actor;
    this.update = update;
    this.aftermath = aftermath;
  }

  get language(): Language {
    return this.actor.language;
  }

  t(key: string, args?: TextArgs): string {
    return this.actor.language.t(key, args);
  }

  /** @throws in due work, which happens nowhere. */
  get place(): Place {
    if (this.update === null) throw new Error(`${this.name} has no place`);
    return this.update.place;
  }

  get isPrivate(): boolean {
    return this.update?.place.kind === 'PRIVATE';
  }

  /** The file that came with the message; null: none. */
  get attachment(): Attachment | null {
    const what = this.update?.what;
    return what?.kind === 'text' ? (what.attachment ?? null) : null;
  }

  /** The actor as a stored person. */
  async person(): Promise<string> {
    const known = await this.house.directory.remember(this.unit, this.actor, this.now);
    this.actor = known;
    return known.personId;
  }

  /**
   * The private answer: a toast on a press, a message in a private chat, a whisper in a group. A document too long
   * for a toast is answered by `toast` and follows in the private chat where one is open.
   */
  answer(content: Document | string, toast?: string): void {
    const document = typeof content === 'string' ? say(content) : content;
    const what = this.update?.what;
    if (what?.kind === 'press' && !this.talking) {
      const text = toast ?? plain(document);
      this.effect(this.place.room, { kind: 'ANSWER', pressId: what.pressId, text }, instant(this.now + ANSWER_LIFETIME));
      if (toast !== undefined && this.actor.privateRoom !== null) this.say(this.actor.privateRoom, document);
      return;
    }
    const replyTo = what?.kind === 'text' ? what.messageId : null;
    const whisper = this.isPrivate ? null : { account: this.actor.kind === 'person' ? this.actor.account : null, privateRoom: this.actor.privateRoom };
    this.effect(this.place.room, { kind: 'SAY', document, replyTo: whisper === null ? null : replyTo, whisper, chatter: true }, instant(this.now + CHATTER_LIFETIME));
  }

  /** As {@link answer}: what was wished cannot be done. */
  refuse(content: Document | string): void {
    this.unaccepted = true;
    this.answer(content);
  }

  /** A choice made by a message gets a sign that it was heard; a reaction cannot carry one, a button needs none. */
  acknowledge(): void {
    const what = this.update?.what;
    if (what?.kind !== 'choice' || what.reaction) return;
    this.effect(this.place.room, { kind: 'MARK', messageId: what.messageId, sign: this.unaccepted ? 'REFUSED' : 'DONE' }, instant(this.now + CHATTER_LIFETIME));
  }

  /** The press answers a question in a conversation: what follows is said in messages, not in a toast. */
  talk(): void {
    if (this.update?.what.kind === 'press') this.answer('');
    this.talking = true;
  }

  say(room: RoomId, content: Document | string, personId: string | null = null, replyTo: string | null = null): void {
    const document = typeof content === 'string' ? say(content) : content;
    this.effect(room, { kind: 'SAY', document, replyTo, whisper: null, chatter: false }, null, personId);
  }

  /** Writes to a person in their language, wherever they can be reached. False: nowhere. */
  async tell(personId: string, content: (language: Language) => Document | string): Promise<boolean> {
    const address = await this.house.directory.addressOf(this.unit, personId);
    if (address === null) return false;
    this.say(address.room, content(address.language), personId);
    return true;
  }

  file(room: RoomId, file: FileContent, caption: string | null, personId: string | null = null): void {
    this.effect(room, { kind: 'FILE', file, caption }, null, personId);
  }

  /** A kept file, read when it goes out. */
  keptFile(room: RoomId, fileId: string, caption: string | null, personId: string | null = null): void {
    this.effect(room, { kind: 'FILE', file: { keptId: fileId }, caption }, null, personId);
  }

  /** A picture somebody has just asked for. @param alt the same in words */
  picture(room: RoomId, svg: string, alt: string, personId: string | null = this.actor.personId): void {
    this.effect(room, { kind: 'PICTURE', svg, alt }, instant(this.now + CHATTER_LIFETIME), personId);
  }

  /** The file that came with this message is to be kept: it is fetched after the commit. One that was wanted before for the subject is not waited for. */
  async want(subject: string, attachment: Attachment, as: { name: string; mime: string }): Promise<void> {
    const { files } = this.unit;
    for (const old of await files.filesOf(subject)) if (old.state === 'WANTED') files.removeFile(old.id);
    const { platform } = this.actor;
    files.putFile({ id: this.house.ids.id(), subject, ...as, state: 'WANTED', platform, reference: attachment.reference, sentBy: await this.person(), createdAt: this.now, attempts: 0, fetchAt: this.now });
    this.aftermath.wanted = true;
  }

  remove(room: RoomId, messageId: string): void {
    this.effect(room, { kind: 'DELETE', messageId });
  }

  /** Puts a new card copy into a room. */
  post(room: RoomId, card: { kind: string; what: string; personId: string | null; data?: Readonly<Record<string, unknown>>; /** worthless from this instant on */ until?: Instant; /** the message it answers */ replyTo?: string | null }): CardCopy {
    const copy: CardCopy = {
      id: this.house.ids.id(),
      kind: card.kind,
      subject: `${card.kind}:${card.what}`,
      room,
      personId: card.personId,
      messageId: null,
      shownVersion: 0,
      digest: null,
      data: card.data ?? {},
      state: 'LIVE',
      createdAt: this.now,
      editedAt: null,
    };
    this.unit.kernel.putCard(copy);
    this.aftermath.recast.add(copy.subject);
    this.effect(room, { kind: 'POST', cardId: copy.id, replyTo: card.replyTo ?? null }, card.until ?? null, card.personId);
    return copy;
  }

  /** Puts a card where another copy of it may hang already: the old one is taken down, so that there is one. */
  async repost(room: RoomId, card: { kind: string; what: string; personId: string | null; data?: Readonly<Record<string, unknown>> }): Promise<CardCopy> {
    for (const old of await this.unit.kernel.cardsOf(`${card.kind}:${card.what}`)) {
      if (old.room !== room || old.personId !== card.personId) continue;
      this.unit.kernel.putCard({ ...old, state: 'CLOSED' });
      if (old.messageId !== null) this.remove(room, old.messageId);
    }
    return this.post(room, card);
  }

  /** What the subject's cards show has changed. */
  async touch(subject: string): Promise<void> {
    await this.unit.kernel.touch(subject);
    this.aftermath.touched.push({ subject, by: this.actor.personId });
  }

  /** A copy that offers no more actions: it is drawn once more and then left alone. */
  async close(copy: CardCopy, data: Readonly<Record<string, unknown>> = copy.data): Promise<void> {
    this.unit.kernel.putCard({ ...copy, data: { ...data, closed: true } });
    await this.touch(copy.subject);
  }

  /** Something new falls due later: the schedule must look again. */
  planned(): void {
    this.aftermath.duePlanned = true;
  }

  /** Something was erased; once the farewell is out, no trace may stay in freed space, whoever dies meanwhile. */
  erased(): void {
    this.unit.kernel.setMarker(ERASED, this.house.ids.id());
    this.aftermath.erased = true;
  }

  private effect(room: RoomId, effect: Effect, expiresAt: Instant | null = null, personId: string | null = this.actor.personId): void {
    this.effects += 1;
    const row: OutboxRow = {
      effectId: `${this.name}.${this.effects}`,
      seq: this.house.nextSeq(),
      room,
      personId,
      effect,
      state: 'READY',
      attempt: 0,
      notBefore: this.now,
      expiresAt: expiresAt ?? instant(this.now + PROMISE_LIFETIME),
      createdAt: this.now,
      sendingAt: null,
      unknownAt: null,
      messageId: null,
    };
    this.unit.kernel.putOutbox(row);
    this.aftermath.effects.push(row);
  }
}
