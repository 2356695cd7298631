import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Messenger, Outcome, RefusalReason } from '../ports/messenger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Pictures } from '../ports/pictures.ts';
import type { Store, Unit } from '../ports/store.ts';
import type { Copies } from './copies.ts';
import type { Directory } from './directory.ts';
import type { Drawer } from './draw.ts';
import type { OutboxRow } from './effect.ts';
import type { Passage } from './gate.ts';
import { followMove } from './move.ts';
import { NOTHING, Planner, type Shown } from './planner.ts';
import type { Recorder } from './recorder.ts';
import { callKind, isIdempotent, nextStep, repeatable, type Step, type Tried } from './retry-policy.ts';
import { durations, instant } from './time.ts';
import { addUndelivered } from './undelivered.ts';
import { roomId, splitRoom, type Platform } from './update.ts';

/** A reply in the group that stood in for a private answer is taken away after this long. */
const REPLY_STANDS = durations.minute;

/**
 * Carries out one effect and writes down what became of it. Invariants: a call that could be seen twice is marked
 * SENDING on disk before it is made and settled after it, so that a kill in between is known as such (P4); a worked
 * off row is gone or SENT, never pending.
 */
export class Outbound {
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly messengers: ReadonlyMap<Platform, Messenger>;
  private readonly planner: Planner;
  private readonly directory: Directory;
  private readonly recorder: Recorder;
  private readonly logger: Logger;
  private readonly metrics: Metrics;
  private readonly nextSeq: () => number;
  private readonly copies: Copies;
  /** New effects that follow from an outcome (set by the composition root). */
  enqueue: (rows: readonly OutboxRow[]) => void = () => {};
  /** A subject changed while a copy of it was being posted. */
  behind: (subject: string) => void = () => {};
  /** The office is to be told something later. */
  planned: () => void = () => {};
  /** Subjects whose copies changed place. */
  recast: (subjects: Iterable<string>) => void = () => {};

  constructor(parts: {
    store: Store;
    clock: Clock;
    messengers: ReadonlyMap<Platform, Messenger>;
    drawer: Drawer;
    directory: Directory;
    recorder: Recorder;
    logger: Logger;
    metrics: Metrics;
    /** null: pictures are told in words. */
    pictures: Pictures | null;
    nextSeq: () => number;
    copies: Copies;
  }) {
    this.store = parts.store;
    this.clock = parts.clock;
    this.messengers = parts.messengers;
    this.planner = new Planner(parts);
    this.directory = parts.directory;
    this.recorder = parts.recorder;
    this.logger = parts.logger;
    this.metrics = parts.metrics;
    this.nextSeq = parts.nextSeq;
    this.copies = parts.copies;
  }

  get idle(): boolean {
    return this.recorder.idle;
  }

  /** A row from before the last stop. A row found SENDING was under way when we died: nobody knows (P4). */
  async recover(row: OutboxRow): Promise<OutboxRow | null> {
    if (row.state === 'UNKNOWN') return null;
    if (row.state !== 'SENDING') return row;
    if (this.messengerOf(row)?.repeatsSafely === true) return { ...row, state: 'READY' };
    const step = nextStep({ kind: 'unknown' }, callKind(row.effect), tried(row), false);
    return this.settle(row, step);
  }

  /** The private answer to a press: at most once, not claimed, forgotten afterwards. */
  async answer(row: OutboxRow): Promise<void> {
    const { effect } = row;
    const late = row.expiresAt !== null && row.expiresAt < this.clock.now();
    if (!late && effect.kind === 'ANSWER') {
      const outcome = await this.messengerOf(row)?.send({ op: 'answer', room: row.room, pressId: effect.pressId, text: effect.text }, { id: row.effectId, firstMade: null });
      if (outcome !== undefined) this.metrics.outcome(splitRoom(row.room).platform, 'ANSWER', outcome.kind);
    }
    this.recorder.later((unit) => unit.kernel.removeOutbox(row.effectId));
  }

  /** No more answers for now: writes down which were given. */
  answered(): void {
    this.recorder.flush();
  }

  /** Answers the row when it goes back to the front of its lane. */
  async send(row: OutboxRow, passage: Passage): Promise<OutboxRow | null> {
    const messenger = this.messengerOf(row);
    const expired = row.expiresAt !== null && row.expiresAt <= this.clock.now();
    const { calls, shown } = messenger === undefined || expired ? NOTHING : await this.planner.plan(row);
    if (messenger === undefined || calls.length === 0) {
      await this.recorder.write(async (unit) => {
        await workedOff(unit, row, null);
        await this.copies.lost(unit, row, this.clock.now());
        if (expired) await this.undelivered(unit, row);
      });
      if (expired) this.planned();
      return null;
    }
    const claimed: OutboxRow = { ...row, state: 'SENDING', attempt: row.attempt + 1, sendingAt: row.sendingAt ?? this.clock.now() };
    if (!isIdempotent(row.effect.kind) && !(await this.write(claimed))) return null;
    let outcome: Outcome = { kind: 'unknown' };
    let step: Step = { do: 'nextRoute' };
    for (const [index, call] of calls.entries()) {
      const made = await passage(call.outgoing, { id: index === 0 ? row.effectId : `${row.effectId}.w${index}`, firstMade: row.sendingAt });
      // Not called: as if it had never been claimed.
      if (made === null) return this.settle(row, { do: 'retry', after: 0 });
      this.metrics.outcome(messenger.platform, row.effect.kind, made.kind);
      outcome = messenger.repeatsSafely ? repeatable(made) : made;
      step = nextStep(outcome, callKind(row.effect), tried(claimed), index < calls.length - 1);
      if (step.do !== 'nextRoute') {
        if (step.do === 'done' && call.fleeting && step.messageId !== null) this.removeLater(row, step.messageId);
        break;
      }
    }
    return this.settle(claimed, step, outcome, shown);
  }

  /** False: the row was taken away meanwhile, for its person was forgotten. */
  private async write(row: OutboxRow): Promise<boolean> {
    let kept = false;
    await this.recorder.write(async (unit) => {
      kept = (await unit.kernel.outbox(row.effectId)) !== null;
      if (kept) unit.kernel.putOutbox(row);
    });
    return kept;
  }

  /** Writes the step down. Answers the row when it is to be tried again. */
  private async settle(row: OutboxRow, step: Step, outcome: Outcome | null = null, shown: Shown | null = null): Promise<OutboxRow | null> {
    const now = this.clock.now();
    switch (step.do) {
      case 'done':
        await this.recordDone(row, step.messageId, shown);
        return null;
      case 'retry':
      case 'retryUnknown': {
        const unknownAt = step.do === 'retryUnknown' ? now : row.unknownAt;
        const again: OutboxRow = { ...row, state: 'READY', notBefore: instant(now + step.after), unknownAt };
        return (await this.write(again)) ? again : null;
      }
      case 'follow': {
        const { platform, chat } = splitRoom(row.room);
        const rows = await this.store.transact((unit) => followMove(unit, platform, chat, step.newChat, now, this.nextSeq));
        this.recast(rows.subjects);
        const moved: OutboxRow = { ...row, state: 'READY', room: roomId(platform, step.newChat, splitRoom(row.room).thread) };
        await this.recorder.write((unit) => unit.kernel.putOutbox(moved));
        this.enqueue([...rows.effects, moved]);
        return null;
      }
      case 'giveUp':
      case 'nextRoute': {
        const refused = outcome?.kind === 'refused' ? outcome.reason : null;
        if (refused === 'NO_TOPIC') return this.withoutTopic(row);
        if ((refused === 'BLOCKED' || refused === 'GONE') && (await this.elsewhere(row, refused))) return null;
        const state = step.do === 'giveUp' ? step.as : 'DEAD';
        this.metrics.givenUp(splitRoom(row.room).platform, row.effect.kind, state);
        await this.recorder.write((unit) => this.recordLost(unit, { ...row, state }, refused));
        this.planned();
        return null;
      }
      default:
        return step satisfies never;
    }
  }

  private async recordDone(row: OutboxRow, messageId: string | null, shown: Shown | null): Promise<void> {
    let behind: string | null = null;
    await this.recorder.write(async (unit) => {
      behind = await this.recordSent(unit, row, messageId, shown);
    });
    // What changed while the copy was on its way out is drawn now.
    if (behind !== null) this.behind(behind);
  }

  /** Answers the subject that changed while its copy was on its way out. */
  private async recordSent(unit: Unit, row: OutboxRow, messageId: string | null, shown: Shown | null): Promise<string | null> {
    const behind = shown === null ? null : await this.copies.out(unit, row, messageId, shown, this.clock.now());
    await workedOff(unit, row, messageId);
    return behind;
  }

  /** A promise that was not kept: counted, and told to the office once things have calmed down (never silently). */
  private async undelivered(unit: Unit, row: OutboxRow): Promise<void> {
    const { platform } = splitRoom(row.room);
    this.logger.warn({ kind: row.effect.kind, platform }, 'an effect was not delivered');
    if (isIdempotent(callKind(row.effect)) || callKind(row.effect) === 'CHATTER') return;
    await addUndelivered(unit.kernel, this.clock.now());
  }

  private async recordLost(unit: Unit, row: OutboxRow, reason: RefusalReason | null): Promise<void> {
    await this.undelivered(unit, row);
    unit.kernel.putOutbox({ ...row, effect: withoutBody(row), unknownAt: row.state === 'UNKNOWN' ? this.clock.now() : row.unknownAt });
    if (reason === 'BLOCKED' || reason === 'GONE') await this.directory.lost(unit, row.room, reason);
    if (reason === 'KICKED') {
      const room = await unit.kernel.room(row.room);
      if (room !== null) unit.kernel.putRoom({ ...room, state: 'LEFT' });
    }
    await this.copies.lost(unit, row, this.clock.now());
  }

  /** The person is lost here; what was promised to them goes to another account of theirs. False: there is none. */
  private async elsewhere(row: OutboxRow, reason: 'BLOCKED' | 'GONE'): Promise<boolean> {
    if (row.personId === null || isIdempotent(callKind(row.effect)) || callKind(row.effect) === 'CHATTER') return false;
    const { personId } = row;
    let again: OutboxRow | null = null;
    await this.recorder.write(async (unit) => {
      await this.directory.lost(unit, row.room, reason);
      const address = await this.directory.addressOf(unit, personId);
      if (address === null || address.room === row.room) return;
      again = { ...row, state: 'READY', room: address.room, attempt: 0 };
      unit.kernel.putOutbox(again);
      const copy = row.effect.kind === 'POST' ? await unit.kernel.card(row.effect.cardId) : null;
      if (copy === null) return;
      unit.kernel.putCard({ ...copy, room: address.room });
      this.recast([copy.subject]);
    });
    if (again !== null) this.enqueue([again]);
    return again !== null;
  }

  /** The topic was closed or deleted: what was meant for it goes to the group's General. */
  private async withoutTopic(row: OutboxRow): Promise<OutboxRow> {
    const { platform, chat } = splitRoom(row.room);
    const again: OutboxRow = { ...row, state: 'READY', room: roomId(platform, chat) };
    await this.recorder.write(async (unit) => {
      unit.kernel.putOutbox(again);
      if (row.effect.kind !== 'POST') return;
      const copy = await unit.kernel.card(row.effect.cardId);
      if (copy !== null) unit.kernel.putCard({ ...copy, room: again.room });
    });
    return again;
  }

  private removeLater(row: OutboxRow, messageId: string): void {
    const now = this.clock.now();
    const removal: OutboxRow = {
      ...row,
      effectId: `${row.effectId}.gone`,
      seq: this.nextSeq(),
      effect: { kind: 'DELETE', messageId },
      state: 'READY',
      attempt: 0,
      notBefore: instant(now + REPLY_STANDS),
      // It outlives what it takes away, which may have been sent late in its own minute.
      expiresAt: null,
      createdAt: now,
    };
    void this.recorder.write((unit) => unit.kernel.putOutbox(removal)).then(() => this.enqueue([removal]));
  }

  private messengerOf(row: OutboxRow): Messenger | undefined {
    return this.messengers.get(splitRoom(row.room).platform);
  }
}

function tried({ effectId, attempt, unknownAt }: OutboxRow): Tried {
  return { effectId, attempt, wasUnknown: unknownAt !== null };
}

/** Only what may have been carried out twice is kept, so that every duplicate can be explained (P4). */
async function workedOff(unit: Unit, row: OutboxRow, messageId: string | null): Promise<void> {
  if (row.unknownAt === null) unit.kernel.removeOutbox(row.effectId);
  // Not if it was taken away meanwhile: its person was forgotten.
  else if ((await unit.kernel.outbox(row.effectId)) !== null) unit.kernel.putOutbox({ ...row, state: 'SENT', messageId, effect: withoutBody(row) });
}

/** A settled row keeps its place in the account of what was sent, not what it said. */
function withoutBody(row: OutboxRow): OutboxRow['effect'] {
  return row.effect.kind === 'POST' ? row.effect : { kind: 'DELETE', messageId: '' };
}
