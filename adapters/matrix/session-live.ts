import { ClientEvent, Filter, SyncState, type MatrixClient } from 'matrix-js-sdk';
import type { CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { Logger } from '../../src/ports/logger.ts';
import type { Intake } from '../../src/ports/messenger.ts';
import type { CryptoStore } from './crypto-store.ts';
import { notSent } from './failure.ts';
import { LateKeys } from './receive-late.ts';
import { Receiver } from './receive.ts';
import type { Raw } from './receive-sync.ts';
import { DirectRooms } from './rooms-direct.ts';
import { Invitations } from './rooms-invites.ts';
import { Rooms } from './rooms.ts';
import { Sender } from './session-send.ts';
import type { MatrixSettings, OpenSession, SessionCallbacks, SessionHealth } from './session.ts';
import type { SyncStore } from './sync-store.ts';
import { acceptVerification } from './verification.ts';
import type { Content } from './wire.ts';

/** Events of a room in one answer; what is more is fetched page by page. */
const TIMELINE = 50;

export interface Parts {
  readonly client: MatrixClient;
  readonly crypto: CryptoApi;
  readonly keys: CryptoStore;
  readonly store: SyncStore;
  /** The answer that the SDK is working through, as it came. */
  readonly synced: { readonly latest: Raw | null };
  readonly userId: string;
  readonly deviceId: string;
  readonly settings: MatrixSettings;
  readonly callbacks: SessionCallbacks;
  readonly logger: Logger;
  /** Aborted when the session is over, for whatever reason. */
  readonly running: AbortController;
  /** Aborted when nothing may go to the homeserver any more. */
  readonly frozen: AbortController;
  readonly panic: (error: unknown) => void;
}

/** Ends the SDK's own timers, but not the crypto library, which calls under way would then miss. */
export function leave(client: MatrixClient): void {
  Object.assign(client, { cryptoBackend: undefined });
  client.stopClient();
}

/** A device that is logged in and whose keys are in order. */
export class LiveSession implements OpenSession {
  readonly userId: string;
  readonly deviceId: string;
  private readonly parts: Parts;
  private readonly rooms: Rooms;
  private readonly directs: DirectRooms;
  private readonly invitations: Invitations;
  private readonly late: LateKeys;
  private readonly sender: Sender;
  private receiver: Receiver | null = null;
  private batches = 0;
  private underWay: Promise<unknown> = Promise.resolve();
  private waiting: { resolve: () => void; reject: (error: unknown) => void }[] = [];

  constructor(parts: Parts) {
    const { client, keys, userId, deviceId, settings, callbacks, logger, running } = parts;
    this.parts = parts;
    this.userId = userId;
    this.deviceId = deviceId;
    this.directs = new DirectRooms(client, keys.file, userId, logger);
    this.rooms = new Rooms({ client, userId, directs: this.directs, nextBatch: () => this.nextBatch(), firstBatch: async () => (this.batches > 0 ? undefined : this.nextBatch()) });
    this.invitations = new Invitations({ client, file: keys.file, userId, directs: this.directs, allowed: settings.allowedRooms, mayInvite: callbacks.mayInvite, logger });
    this.late = new LateKeys(client, keys.file);
    this.sender = new Sender(client, userId, () => this.batches > 0, parts.panic);
    acceptVerification(client, callbacks, logger);
    running.signal.addEventListener('abort', () => {
      for (const { reject } of this.waiting.splice(0)) reject(running.signal.reason);
    });
  }

  async start(intake: Intake): Promise<void> {
    const { client, store, logger, running, userId } = this.parts;
    const { signal } = running;
    this.receiver = await Receiver.create({
      client, store, late: this.late, intake, userId, logger, signal,
      isDirect: (room) => this.isDirect(room),
      isEncrypted: (room) => this.isEncrypted(room),
    });
    const receiver = this.receiver;
    store.onBatch = async (seen) => {
      const work = this.batch(receiver, seen);
      this.underWay = work.catch(() => undefined);
      return work;
    };
    this.watch(receiver);
    await client.startClient({ initialSyncLimit: TIMELINE, filter: this.filter(), disablePresence: true, pollTimeout: 30_000 });
  }

  async stop(): Promise<void> {
    const { client, keys, running, frozen } = this.parts;
    running.abort();
    await this.underWay;
    await this.receiver?.idle();
    await this.invitations.stop();
    frozen.abort();
    leave(client);
    await keys.close();
  }

  async send(room: string, type: string, content: Content, transaction: string): Promise<string> {
    this.demandOpen();
    return this.sender.send(room, type, content, transaction);
  }

  async redact(room: string, event: string, transaction: string): Promise<void> {
    this.demandOpen();
    return this.sender.redact(room, event, transaction);
  }

  async findByMarker(room: string, marker: string): Promise<string | null> {
    this.demandOpen();
    return this.sender.findByMarker(room, marker);
  }

  async upload(bytes: Uint8Array, type: string, name: string | null): Promise<string> {
    this.demandOpen();
    return this.sender.upload(bytes, type, name);
  }

  async download(address: string, most: number, signal: AbortSignal): Promise<Uint8Array | null> {
    this.demandOpen();
    return this.sender.download(address, most, signal);
  }

  async openDirect(account: string): Promise<string> {
    this.demandOpen();
    return this.rooms.openDirect(account);
  }

  isDirect(room: string): boolean {
    return this.rooms.isDirect(room);
  }

  isEncrypted(room: string): boolean {
    return this.rooms.isEncrypted(room);
  }

  async health(): Promise<SessionHealth> {
    const { crypto } = this.parts;
    const counts = this.receiver?.counts ?? { lastSync: null, lastDecrypted: null, decrypted: 0, undecryptable: 0, dropped: 0 };
    const trust = await crypto.getDeviceVerificationStatus(this.userId, this.deviceId);
    const backup = await crypto.getActiveSessionBackupVersion();
    return { ...counts, unreadable: this.late.size, invitesRefused: this.invitations.refused, crossSigned: trust?.signedByOwner === true, backedUp: backup !== null };
  }

  /** The SDK has worked through an answer: its keys are saved, its state is known. Now it is the inbox's turn. */
  private async batch(receiver: Receiver, seen: Raw): Promise<() => void> {
    const { synced, store, client, running } = this.parts;
    const raw = synced.latest;
    running.signal.throwIfAborted();
    if (raw === null || raw['next_batch'] !== seen['next_batch'] || store.unknownTo(client)) {
      this.parts.panic(new Error('the SDK has worked through the sync in another way than we know'));
      throw new Error('over');
    }
    if (this.batches === 0) await receiver.retrySaved();
    const remember = await receiver.batch(raw);
    const invited = this.invitations.take(raw);
    if (this.batches === 0) this.invitations.review();
    this.batches += 1;
    const waiting = this.waiting.splice(0);
    return () => {
      remember();
      invited();
      for (const { resolve } of waiting) resolve();
    };
  }

  private demandOpen(): void {
    if (this.parts.running.signal.aborted) throw notSent('the session is over');
  }

  private async nextBatch(): Promise<void> {
    this.parts.running.signal.throwIfAborted();
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private watch(receiver: Receiver): void {
    const { client, logger } = this.parts;
    let away = false;
    client.on(ClientEvent.Sync, (state) => {
      const isAway = state === SyncState.Reconnecting || state === SyncState.Error;
      if (isAway) receiver.interrupted();
      if (isAway && !away) logger.warn({}, 'the homeserver does not answer; trying on');
      if (away && state === SyncState.Syncing) logger.info({}, 'receiving from the homeserver works again');
      away = isAway || (away && state !== SyncState.Syncing);
    });
    client.on(ClientEvent.SyncUnexpectedError, (error) => {
      logger.bug(new Error(error.name), 'a part of a sync could not be understood; its events are heard all the same');
    });
  }

  /** Who is typing, who has read what and who is online wake nobody. */
  private filter(): Filter {
    const filter = new Filter(this.userId);
    const none = { not_types: ['*'] };
    filter.setDefinition({ presence: none, room: { ephemeral: none, account_data: none, timeline: { limit: TIMELINE } } });
    return filter;
  }
}
