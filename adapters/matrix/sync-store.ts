import { MemoryStore, SyncAccumulator, type IJoinedRoom, type ISyncResponse, type MatrixClient } from 'matrix-js-sdk';
import type { IMinimalEvent } from 'matrix-js-sdk/lib/sync-accumulator.js';
import type { StoreFile } from './crypto-store-file.ts';
import { isRecord, record, type Raw } from './receive-sync.ts';

type SavedSync = NonNullable<Awaited<ReturnType<MemoryStore['getSavedSync']>>>;

/**
 * What the SDK keeps of the sync, made durable. Invariant: a batch is saved only after `receive` has handed it on, and the
 * next one is asked for only after it is saved: a crash repeats a batch and never skips one. Only rooms whose state has
 * changed are written, with the token, in one commit.
 */
export class SyncStore extends MemoryStore {
  private readonly file: StoreFile;
  private readonly onFatal: (error: unknown) => void;
  /** Of each room we are in: its state, kept by the SDK's own rules. */
  private readonly inRooms = new Map<string, SyncAccumulator>();
  private readonly accountEvents = new Map<string, IMinimalEvent>();
  private saved: string | null;
  /**
   * Called by the SDK's loop after it has worked through an answer, and awaited before it asks again. Resolves to what else
   * is to be saved in the same commit; rejects when the session is over.
   */
  onBatch: (batch: Raw) => Promise<() => void> = async () => () => {};

  /** `onFatal`: the batch could not be saved, and the loop stands still from here on. */
  constructor(file: StoreFile, onFatal: (error: unknown) => void) {
    super();
    this.file = file;
    this.onFatal = onFatal;
    this.saved = file.entry('sync', 'token') as string | null;
    for (const { name, value } of file.entries('sync account')) this.accountEvents.set(name, value as IMinimalEvent);
    for (const { name, value } of file.entries('sync room')) {
      const room = new SyncAccumulator();
      room.accumulate(batchOf(name, value as IJoinedRoom), true);
      this.inRooms.set(name, room);
    }
  }

  /** Where the sync goes on; null before the first. */
  get token(): string | null {
    return this.saved;
  }

  /** Whether we were in this room when the last saved batch ended. */
  wasIn(room: string): boolean {
    return this.inRooms.has(room);
  }

  /** A saved room that the SDK did not take over: what we know of it and what it is sent would differ. */
  unknownTo(client: MatrixClient): boolean {
    return [...this.inRooms.keys()].some((id) => client.getRoom(id) === null);
  }

  override async getSavedSyncToken(): Promise<string | null> {
    return this.saved;
  }

  override async getSavedSync(): Promise<SavedSync | null> {
    if (this.saved === null) return null;
    const join = Object.fromEntries([...this.inRooms].map(([id, room]) => [id, jsonOf(id, room)]));
    return { nextBatch: this.saved, accountData: [...this.accountEvents.values()], roomsData: { join, invite: {}, leave: {}, knock: {} } };
  }

  override async setSyncData(batch: object): Promise<void> {
    const sync = batch as ISyncResponse;
    const also = await this.onBatch(sync as unknown as Raw);
    try {
      this.saveBatch(sync, also);
    } catch (error) {
      this.onFatal(error);
      await new Promise(() => {});
    }
  }

  private saveBatch(sync: ISyncResponse, also: () => void): void {
    const joined = Object.entries(sync.rooms?.join ?? {});
    for (const [id, room] of joined) this.accumulate(id, room);
    const left = Object.keys(sync.rooms?.leave ?? {}).filter((id) => this.inRooms.delete(id));
    const account = (sync.account_data?.events ?? []).filter((event) => isRecord(event) && typeof event.type === 'string');
    for (const event of account) this.accountEvents.set(event.type, event);
    this.file.write(() => {
      this.file.setEntry('sync', 'token', sync.next_batch);
      for (const event of account) this.file.setEntry('sync account', event.type, event);
      for (const [id, room] of joined) if (changes(room)) this.file.setEntry('sync room', id, jsonOf(id, this.inRooms.get(id)!));
      for (const id of left) this.file.setEntry('sync room', id, null);
      also();
    });
    this.saved = sync.next_batch;
  }

  private accumulate(id: string, room: IJoinedRoom): void {
    const known = this.inRooms.get(id) ?? new SyncAccumulator();
    known.accumulate(batchOf(id, room));
    this.inRooms.set(id, known);
  }
}

function batchOf(id: string, room: IJoinedRoom): ISyncResponse {
  return { next_batch: '', rooms: { join: { [id]: room } } } as unknown as ISyncResponse;
}

/** Counts of unread messages come with nearly every batch; they are nothing to us. */
function changes(room: IJoinedRoom): boolean {
  const { state, 'org.matrix.msc4222.state_after': after, timeline, account_data: own, summary } = room as Partial<IJoinedRoom>;
  return [state, after, timeline, own].some((section) => (section?.events?.length ?? 0) > 0) || Object.keys(record(summary)).length > 0;
}

/** The accumulator writes the state twice, for older versions of the SDK. */
function jsonOf(id: string, room: SyncAccumulator): IJoinedRoom {
  const json = room.getJSON(true).roomsData.join[id]!;
  return { ...json, state: { events: [] } };
}
