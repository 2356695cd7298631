import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './accounts.ts';

/** What a reaction's key is for the first, second … action of a card. */
export const keycap = (number: number): string => `${number}\uFE0F\u20E3`;

/**
 * A person in a Matrix room who only reacts, and reads nothing: reactions are never encrypted, so this needs no keys.
 * Hundreds of them fit into one test.
 */
export class Resident {
  readonly account: Account;
  private readonly url: string;
  private sent = 0;

  constructor(url: string, account: Account) {
    this.url = url;
    this.account = account;
  }

  async join(room: string): Promise<void> {
    await this.call('POST', `/rooms/${encodeURIComponent(room)}/join`, {});
  }

  /** Answers the reaction's event id. */
  async react(room: string, target: string, key: string): Promise<string> {
    const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: target, key } };
    const { event_id } = await this.call('PUT', `/rooms/${encodeURIComponent(room)}/send/m.reaction/${this.transaction()}`, content);
    return String(event_id);
  }

  async redact(room: string, event: string): Promise<void> {
    await this.call('PUT', `/rooms/${encodeURIComponent(room)}/redact/${encodeURIComponent(event)}/${this.transaction()}`, {});
  }

  /** Rooms into which this person is invited and has not gone yet. */
  async invitations(): Promise<string[]> {
    const filter = JSON.stringify({ room: { timeline: { limit: 1 } }, presence: { types: [] } });
    const { rooms } = await this.call('GET', `/sync?timeout=0&filter=${encodeURIComponent(filter)}`, null);
    return Object.keys((rooms as { invite?: object } | undefined)?.invite ?? {});
  }

  protected transaction(): string {
    this.sent += 1;
    return `t${this.sent}`;
  }

  protected async call(method: string, path: string, body: object | null): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.url}/_matrix/client/v3${path}`, {
      method,
      headers: { authorization: `Bearer ${this.account.accessToken}` },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 429) {
      // As any client does: as long as the homeserver says.
      const { retry_after_ms = 1_000 } = (await response.json()) as { retry_after_ms?: number };
      await pause(retry_after_ms);
      return this.call(method, path, body);
    }
    if (!response.ok) throw new Error(`${method} ${path.split('/')[1] ?? ''}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }
}
