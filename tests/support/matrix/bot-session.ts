import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession } from '../../../adapters/matrix/open.ts';
import type { MatrixSettings, OpenSession, SessionCallbacks } from '../../../adapters/matrix/session.ts';
import type { RoomEvent } from '../../../adapters/matrix/wire.ts';
import { instant, type Instant } from '../../../src/kernel/time.ts';
import type { Logger } from '../../../src/ports/logger.ts';
import type { Intake, RawBatch } from '../../../src/ports/messenger.ts';
import type { Account } from './accounts.ts';

/** An inbox in memory that keeps what the real one does: each key once, and the cursor with it. */
export class Inbox implements Intake {
  readonly batches: RawBatch[] = [];
  readonly events: RoomEvent[] = [];
  readonly keys: string[] = [];
  saved: string | null = null;
  /** What stands before a commit: a slow or a broken database. */
  before: (batch: RawBatch) => Promise<void> = async () => {};

  now(): Instant {
    return instant(Date.now());
  }

  async cursor(): Promise<string | null> {
    return this.saved;
  }

  async receive(_platform: 'matrix', batch: RawBatch): Promise<void> {
    await this.before(batch);
    this.batches.push(batch);
    this.saved = batch.cursor;
    for (const { key, payload } of batch.updates) {
      if (this.keys.includes(key)) continue;
      this.keys.push(key);
      this.events.push(JSON.parse(payload) as RoomEvent);
    }
  }

  heard(body: string): RoomEvent[] {
    return this.events.filter(({ content, unreadable }) => content['body'] === body && !unreadable);
  }

  /** Resolves with the first event that fits. */
  async until(fits: (event: RoomEvent) => boolean, what: string, timeout = 25_000): Promise<RoomEvent> {
    const late = performance.now() + timeout;
    for (;;) {
      const found = this.events.find(fits);
      if (found !== undefined) return found;
      if (performance.now() > late) throw new Error(`waited in vain for ${what}; heard ${this.events.map(({ type, content, unreadable }) => `${type} ${JSON.stringify(content['body'])}${unreadable ? '?' : ''}`).join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  async untilHeard(body: string): Promise<RoomEvent> {
    return this.until(({ content, unreadable }) => content['body'] === body && !unreadable, body);
  }
}

/** What the session tells its operator. */
export interface Told {
  readonly recoveryKeys: string[];
  readonly emojis: { readonly account: string; readonly emojis: readonly { symbol: string; name: string }[] }[];
  readonly lost: string[];
  readonly panics: unknown[];
  readonly log: string[];
}

export interface Place {
  readonly folder: string;
  readonly told: Told;
  settings(change?: Partial<MatrixSettings>): MatrixSettings;
  /** Logs in and receives. */
  open(inbox: Inbox, change?: Partial<MatrixSettings>, callbacks?: Partial<SessionCallbacks>): Promise<OpenSession>;
  /** Only logs in. */
  login(change?: Partial<MatrixSettings>, callbacks?: Partial<SessionCallbacks>): Promise<OpenSession>;
  remove(): void;
}

/** A folder with the bot's keys, to start from as often as one likes. */
export function placeFor(url: string, account: Pick<Account, 'userId' | 'password'>): Place {
  const folder = mkdtempSync(join(tmpdir(), 'bot-keys-'));
  const told: Told = { recoveryKeys: [], emojis: [], lost: [], panics: [], log: [] };
  const note = (level: string) => (fields: object, message: string): void => void told.log.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const logger: Logger = { debug: note('debug'), info: note('info'), warn: note('warn'), bug: (error, message) => (told.log.push(`bug ${message} ${String(error)}`), 'id') };
  const place: Place = {
    folder,
    told,
    settings: (change) => ({
      homeserver: url,
      user: account.userId,
      password: account.password,
      accessToken: null,
      recoveryKey: null,
      store: join(folder, 'matrix.db'),
      storePassphrase: null,
      allowedRooms: [],
      shareKeys: 'any',
      deviceName: 'Bot',
      ...change,
    }),
    login: async (change, callbacks) =>
      openSession(
        place.settings(change),
        {
          mayInvite: () => true,
          isOfficer: () => false,
          showRecoveryKey: (key) => void told.recoveryKeys.push(key),
          showEmojis: (who, emojis) => void told.emojis.push({ account: who, emojis }),
          onLost: (sentence) => void told.lost.push(sentence),
          onPanic: (error) => void told.panics.push(error),
          ...callbacks,
        },
        logger,
      ),
    async open(inbox, change, callbacks) {
      const session = await place.login(change, callbacks);
      await session.start(inbox);
      return session;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  return place;
}
