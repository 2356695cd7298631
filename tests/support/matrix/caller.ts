import type { Account } from './accounts.ts';

/** A client as bare as can be: what it hears is what came over the wire. `patience` in ms. */
export class Caller {
  readonly #url: string;
  readonly #account: Account;

  constructor(url: string, account: Account) {
    this.#url = url;
    this.#account = account;
  }

  async createRoom(): Promise<string> {
    return ((await (await this.call('POST', 'createRoom', {})).json()) as { room_id: string }).room_id;
  }

  async say(room: string, transaction: string, patience?: number): Promise<Response> {
    return this.call('PUT', `rooms/${encodeURIComponent(room)}/send/m.room.message/${transaction}`, { msgtype: 'm.text', body: 'Guten Tag' }, patience);
  }

  async call(method: string, path: string, body?: unknown, patience = 15_000): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#account.accessToken}` };
    const signal = AbortSignal.timeout(patience);
    return fetch(`${this.#url}/_matrix/client/v3/${path}`, { method, headers, signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }
}
