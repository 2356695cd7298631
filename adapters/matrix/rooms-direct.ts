import { EventType, Method, type MatrixClient } from 'matrix-js-sdk';
import type { Logger } from '../../src/ports/logger.ts';
import type { StoreFile } from './crypto-store-file.ts';
import { failureOf } from './failure.ts';
import { record } from './receive-sync.ts';

/**
 * Which rooms are private chats, and with whom: the account's m.direct, which other programs may also write, and what we noted
 * ourselves, which counts at once and survives a crash. https://spec.matrix.org/v1.16/client-server-api/#direct-messaging
 */
export class DirectRooms {
  private readonly client: MatrixClient;
  private readonly file: StoreFile;
  private readonly userId: string;
  private readonly logger: Logger;
  private readonly noted = new Map<string, string>();
  /** The list is written as a whole: one change after the other. */
  private publishing: Promise<void> = Promise.resolve();

  constructor(client: MatrixClient, file: StoreFile, userId: string, logger: Logger) {
    this.client = client;
    this.file = file;
    this.userId = userId;
    this.logger = logger;
    for (const { name, value } of file.entries('direct')) this.noted.set(name, String(value));
  }

  accountOf(room: string): string | null {
    return this.noted.get(room) ?? this.published().find(([, rooms]) => rooms.includes(room))?.[0] ?? null;
  }

  /** The newest last. */
  roomsOf(account: string): string[] {
    const published = this.published().find(([name]) => name === account)?.[1] ?? [];
    const noted = [...this.noted].filter(([room, name]) => name === account && !published.includes(room)).map(([room]) => room);
    return [...published, ...noted];
  }

  note(room: string, account: string): void {
    if (this.accountOf(room) === account) return;
    this.noted.set(room, account);
    this.file.write(() => this.file.setEntry('direct', room, account));
    this.publish();
  }

  /** So that other programs of this account know, too. What fails now is made good with the next. */
  private publish(): void {
    this.publishing = this.publishing.then(async () => {
      const all = Object.fromEntries(this.published());
      for (const [room, account] of this.noted) all[account] = [...new Set([...(all[account] ?? []), room])];
      const path = `/user/${encodeURIComponent(this.userId)}/account_data/m.direct`;
      await this.client.http.authedRequest(Method.Put, path, undefined, all).catch((error: unknown) => {
        this.logger.info({ problem: failureOf(error).message }, 'the list of private chats could not be published');
      });
    });
  }

  private published(): [string, string[]][] {
    const content = record(this.client.getAccountData(EventType.Direct)?.getContent());
    return Object.entries(content).map(([account, rooms]) => [account, Array.isArray(rooms) ? rooms.filter((room) => typeof room === 'string') : []]);
  }
}
