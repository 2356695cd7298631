import { MatrixEventEvent, type MatrixClient, type MatrixEvent } from 'matrix-js-sdk';
import type { StoreFile } from './crypto-store-file.ts';
import type { RawEvent } from './receive-sync.ts';

/** Messages whose key may still come; the oldest are given up. */
const MAX_WAITING = 1_000;

/** A message without its key, as it came. */
export interface Waiting {
  readonly room: string;
  readonly event: RawEvent;
}

/** The SDK's list of events without keys, from which it would otherwise never forget one. */
interface Decryptor {
  readonly eventDecryptor?: { removeEventFromPendingList(event: MatrixEvent): void };
}

/** Messages that could not be read yet. They outlive the process, and each is told once its key has come. */
export class LateKeys {
  private readonly client: MatrixClient;
  private readonly file: StoreFile;
  private readonly waiting = new Map<string, { readonly what: Waiting; readonly encrypted: MatrixEvent }>();

  constructor(client: MatrixClient, file: StoreFile) {
    this.client = client;
    this.file = file;
  }

  get size(): number {
    return this.waiting.size;
  }

  /** What an earlier life could not read. */
  saved(): Waiting[] {
    return this.file.entries('unreadable').map(({ value }) => value as Waiting);
  }

  has(id: string): boolean {
    return this.waiting.has(id);
  }

  /** `came` is called once, when the event has become readable. */
  add(what: Waiting, encrypted: MatrixEvent, came: () => void): void {
    const { event_id: id } = what.event;
    this.waiting.set(id, { what, encrypted });
    const onDecrypted = (): void => {
      if (encrypted.isDecryptionFailure()) return;
      encrypted.off(MatrixEventEvent.Decrypted, onDecrypted);
      if (this.waiting.has(id)) came();
    };
    encrypted.on(MatrixEventEvent.Decrypted, onDecrypted);
    const [oldest] = this.waiting.keys();
    if (this.waiting.size > MAX_WAITING && oldest !== undefined) this.forget(oldest);
  }

  /** To be saved in the commit that moves the sync on. */
  save(ids: readonly string[]): void {
    for (const id of ids) {
      const kept = this.waiting.get(id);
      if (kept !== undefined) this.file.setEntry('unreadable', id, kept.what);
    }
  }

  forget(id: string): void {
    const kept = this.waiting.get(id);
    if (kept !== undefined) (this.client.getCrypto() as Decryptor | undefined)?.eventDecryptor?.removeEventFromPendingList(kept.encrypted);
    this.waiting.delete(id);
    this.file.write(() => this.file.setEntry('unreadable', id, null));
  }
}
