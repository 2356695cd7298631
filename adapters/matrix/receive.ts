import { setTimeout as delay } from 'node:timers/promises';
import { ClientEvent, MatrixEvent, type MatrixClient } from 'matrix-js-sdk';
import type { Instant } from '../../src/kernel/time.ts';
import type { Intake } from '../../src/ports/messenger.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { isHeard, roomEvent } from './receive-event.ts';
import { fillGap } from './receive-gap.ts';
import type { LateKeys } from './receive-late.ts';
import { record, roomsOf, type Raw, type RawEvent, type RawRoom } from './receive-sync.ts';
import type { SyncStore } from './sync-store.ts';
import type { RoomEvent } from './wire.ts';

/** At the first sync of a new store, what was said longer ago than this is not heard, ms. */
const OLD = 24 * 3_600_000;
/** Between two attempts to store a batch, ms. */
const RETRY = 1_000;

export interface ReceiveOptions {
  readonly client: MatrixClient;
  readonly store: SyncStore;
  readonly late: LateKeys;
  readonly intake: Intake;
  readonly userId: string;
  readonly isDirect: (room: string) => boolean;
  readonly isEncrypted: (room: string) => boolean;
  readonly logger: Logger;
  /** When aborted, what is under way rejects and nothing more is handed. */
  readonly signal: AbortSignal;
}

export interface Counts {
  lastSync: number | null;
  lastDecrypted: number | null;
  decrypted: number;
  undecryptable: number;
  dropped: number;
}

/**
 * From an answer to /sync to the inbox. Invariants (P1): every event of a batch that somebody wants to hear is in the inbox
 * before the homeserver learns that we have the batch; an event is handed under its own id once it can be read, and before
 * that once as `<id>?`. Both may be handed again after a crash, under the same key.
 */
export class Receiver {
  readonly counts: Counts = { lastSync: null, lastDecrypted: null, decrypted: 0, undecryptable: 0, dropped: 0 };
  private readonly options: ReceiveOptions;
  /** What the inbox has with it; null: nothing yet. */
  private cursor: string | null;
  /** There has never been a sync: nothing that was said before is meant for us. */
  private readonly firstEver: boolean;
  private resumed = true;
  /** When the sync that is under way was asked for; not later. */
  private askedAt: Instant;
  /** Batches and late keys come to the inbox one after the other. */
  private queue: Promise<unknown> = Promise.resolve();

  static async create(options: ReceiveOptions): Promise<Receiver> {
    return new Receiver(options, await options.intake.cursor('matrix', options.userId));
  }

  private constructor(options: ReceiveOptions, cursor: string | null) {
    this.options = options;
    this.cursor = cursor;
    this.askedAt = options.intake.now();
    this.firstEver = cursor === null;
  }

  /** What could not be read in an earlier life is tried again. To be called once the rooms are known. */
  async retrySaved(): Promise<void> {
    for (const { room, event } of this.options.late.saved()) {
      const out = await this.decrypt(room, event);
      if (out?.unreadable !== true) await this.handLate(event.event_id, out);
    }
  }

  /** The next batch may have waited long. */
  interrupted(): void {
    this.resumed = true;
  }

  /** Resolves when nothing is on its way to the inbox any more. */
  async idle(): Promise<void> {
    await this.queue.catch(() => undefined);
  }

  /** Everything of one answer into the inbox. Answers what must be saved in the commit that moves the sync on. */
  async batch(sync: Raw): Promise<() => void> {
    const updates: RoomEvent[] = [];
    for (const room of roomsOf(sync)) {
      for (const event of await this.eventsOf(room)) {
        const out = await this.read(room.id, event);
        if (out !== null) updates.push(out);
      }
    }
    const cursor = String(sync['next_batch']);
    await this.hand(updates, cursor);
    this.askedAt = this.options.intake.now();
    this.counts.lastSync = Date.now();
    return () => this.options.late.save(updates.filter(({ unreadable }) => unreadable).map(({ id }) => id));
  }

  private async eventsOf(room: RawRoom): Promise<readonly RawEvent[]> {
    const { client, store, logger, signal } = this.options;
    const since = store.token;
    if (!store.wasIn(room.id)) return room.membership === 'join' ? this.sinceWeCame(room) : [];
    // Kicked while we were away: the timeline may not show it, and the state does.
    const shown = room.membership === 'leave' && !room.events.some((event) => this.isOurs(event)) ? [...room.events, ...room.state.filter((event) => this.isOurs(event))] : room.events;
    if (room.gap === null || since === null || room.membership !== 'join') return shown;
    const missed = await fillGap(client, room, since, signal);
    if (missed.cut) {
      this.counts.dropped += 1;
      logger.warn({ fetched: missed.events.length }, 'a gap in a room was longer than what is fetched; what lies before is not heard');
    }
    return [...missed.events, ...shown];
  }

  /** A new room's past is not for us; when there was no sync before, neither is anybody's day before. */
  private sinceWeCame({ events, state }: RawRoom): readonly RawEvent[] {
    const came = events.findLastIndex((event) => this.isOurs(event));
    const joined = came >= 0 ? events.slice(came, came + 1) : state.filter((event) => this.isOurs(event)).slice(-1);
    const after = events.slice(came + 1);
    if (this.options.store.token !== null) return [...joined, ...after];
    return this.firstEver ? joined : [...joined, ...after.filter((event) => event.origin_server_ts > Date.now() - OLD)];
  }

  private isOurs(event: RawEvent): boolean {
    return event.type === 'm.room.member' && event['state_key'] === this.options.userId;
  }

  /** Decrypted where it must be; null where nobody wants to hear it. */
  private async read(roomId: string, event: RawEvent): Promise<RoomEvent | null> {
    if (event.type === 'm.room.encrypted') return event.sender === this.options.userId ? null : this.decrypt(roomId, event);
    if (event.type.startsWith('m.key.verification.') || event.content['msgtype'] === 'm.key.verification.request') this.options.client.emit(ClientEvent.Event, matrixEvent(roomId, event));
    return this.outcome(roomId, event, { type: event.type, content: event.content, unreadable: false });
  }

  private async decrypt(roomId: string, event: RawEvent): Promise<RoomEvent | null> {
    const { client, late } = this.options;
    // Redacted: nothing is left to read.
    if (typeof event.content['ciphertext'] !== 'string') return null;
    const unread = { type: event.type, content: event.content, unreadable: true };
    if (late.has(event.event_id)) return this.outcome(roomId, event, unread);
    const encrypted = matrixEvent(roomId, event);
    // Verifications between people run through their rooms: the SDK waits for this to become readable and looks at it.
    client.emit(ClientEvent.Event, encrypted);
    await client.decryptEventIfNeeded(encrypted);
    if (!encrypted.isDecryptionFailure()) return this.readable(roomId, event, encrypted);
    this.counts.undecryptable += 1;
    late.add({ room: roomId, event }, encrypted, () => void this.handLate(event.event_id, this.readable(roomId, event, encrypted)).catch(() => undefined));
    return this.outcome(roomId, event, unread);
  }

  private readable(roomId: string, event: RawEvent, encrypted: MatrixEvent): RoomEvent | null {
    this.counts.decrypted += 1;
    this.counts.lastDecrypted = Date.now();
    return this.outcome(roomId, event, { type: encrypted.getType(), content: record(encrypted.getContent()), unreadable: false });
  }

  private outcome(roomId: string, event: RawEvent, read: { type: string; content: Raw; unreadable: boolean }): RoomEvent | null {
    const { client, userId, isDirect, isEncrypted } = this.options;
    const room = client.getRoom(roomId);
    if (room === null) return null;
    const direct = isDirect(roomId);
    if (!read.unreadable && !isHeard({ ...event, type: read.type }, userId, direct)) return null;
    const out = roomEvent(event, read.content, { self: userId, type: read.type, unreadable: read.unreadable, room, direct, encrypted: isEncrypted(roomId) });
    if (out === null) this.counts.dropped += 1;
    return out;
  }

  private async handLate(id: string, event: RoomEvent | null): Promise<void> {
    if (event !== null) await this.hand([event], null);
    this.options.late.forget(id);
  }

  /** Tries until the inbox has it: nothing that comes after may be acknowledged before. null: the cursor stays where it is. */
  private async hand(events: readonly RoomEvent[], cursor: string | null): Promise<void> {
    const updates = events.map((event) => ({ key: event.unreadable ? `${event.id}?` : event.id, payload: JSON.stringify(event) }));
    const handing = this.queue.catch(() => undefined).then(async () => this.store(updates, cursor));
    this.queue = handing;
    return handing;
  }

  private async store(updates: readonly { key: string; payload: string }[], cursor: string | null): Promise<void> {
    const { intake, userId: account, logger, signal } = this.options;
    const next = cursor ?? this.cursor;
    for (;;) {
      signal.throwIfAborted();
      try {
        await intake.receive('matrix', { account, updates, cursor: next, caughtUp: true, askedAt: cursor === null ? null : this.askedAt, resumed: this.resumed && cursor !== null });
        if (cursor !== null) this.resumed = false;
        this.cursor = next;
        return;
      } catch (error) {
        logger.bug(error, 'events could not be stored; trying again before any more are asked for');
        await delay(RETRY, undefined, { signal });
      }
    }
  }
}

function matrixEvent(roomId: string, event: RawEvent): MatrixEvent {
  return new MatrixEvent({ ...event, room_id: roomId });
}
