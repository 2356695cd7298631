import { createClient, ClientEvent, SyncState, type MatrixClient, type Room, type TimelineEvents } from 'matrix-js-sdk';
import { OnlySignedDevicesIsolationMode, type CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './accounts.ts';
import { seenIn, type Seen } from './human-sight.ts';
import { quiet } from './quiet.ts';
import type { SharedHomeserver } from './synapse.ts';

const WAIT_MS = 15_000;

type Maybe<T> = T | undefined | null | false;

export interface RoomWish {
  readonly name?: string;
  /** Default: yes. */
  readonly encrypted?: boolean;
  readonly invite?: readonly string[];
  readonly direct?: boolean;
  /** Power levels, widgets, anything the room is born with. */
  readonly state?: readonly { readonly type: string; readonly state_key?: string; readonly content: Record<string, unknown> }[];
}

/**
 * A person with a strict client: it talks to no device its owner has not signed and reads nothing such a one has sent
 * (MSC4153). Keys live in memory only; the global `indexedDB` is not touched.
 */
export class Human {
  readonly userId: string;
  readonly deviceId: string;
  readonly account: Account;
  /** For what this class has no word for. */
  readonly client: MatrixClient;
  readonly crypto: CryptoApi;

  private constructor(account: Account, client: MatrixClient, crypto: CryptoApi) {
    this.account = account;
    this.userId = account.userId;
    this.deviceId = account.deviceId;
    this.client = client;
    this.crypto = crypto;
  }

  /** A new account with a signed device, synced once. */
  static async arrive(server: SharedHomeserver, localpart: string, displayName?: string): Promise<Human> {
    return Human.with(server.url, await server.register(localpart, displayName));
  }

  /** The same at another address, for instance behind a proxy; the account must not have a signed identity yet. */
  static async with(url: string, account: Account): Promise<Human> {
    const { userId, deviceId, accessToken } = account;
    const client = createClient({ baseUrl: url, userId, deviceId, accessToken, logger: quiet });
    await client.initRustCrypto({ useIndexedDB: false });
    const crypto = client.getCrypto();
    if (crypto === undefined) throw new Error('The SDK has come without encryption.');
    crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
    const synced = new Promise<void>((resolve) => {
      client.on(ClientEvent.Sync, (state) => {
        if (state === SyncState.Prepared) resolve();
      });
    });
    await client.startClient({ initialSyncLimit: 100 });
    await synced;
    // The first keys of an account need no password (MSC3967).
    await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: (upload) => upload(null) });
    return new Human(account, client, crypto);
  }

  /** Resolves when the room is there and encrypted. */
  async createRoom({ name, encrypted = true, invite = [], direct = false, state = [] }: RoomWish = {}): Promise<string> {
    const encryption = { type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } };
    const { room_id } = await this.client.createRoom({
      ...(name === undefined ? {} : { name }),
      invite: [...invite],
      is_direct: direct,
      initial_state: [...(encrypted ? [encryption] : []), ...state],
    });
    await this.until(() => this.client.getRoom(room_id)?.hasEncryptionStateEvent() === encrypted && this.isIn(room_id), `the new room ${room_id}`);
    return room_id;
  }

  /** By invitation or, where anybody may, by id or alias. Resolves when its state is known. */
  async join(room: string): Promise<string> {
    const { roomId } = await this.client.joinRoom(room);
    await this.until(() => this.isIn(roomId), `to be in ${roomId}`);
    return roomId;
  }

  /** Waits for an invitation, from `sender` if named, and accepts it. Answers the room. */
  async acceptInvitation(sender?: string): Promise<string> {
    const invitation = (room: Room): boolean =>
      room.getMyMembership() === 'invite' && (sender === undefined || room.getMember(this.userId)?.events.member?.getSender() === sender);
    const room = await this.until(() => this.client.getRooms().find(invitation), `an invitation${sender === undefined ? '' : ` from ${sender}`}`);
    return this.join(room.roomId);
  }

  async invite(room: string, userId: string): Promise<void> {
    await this.client.invite(room, userId);
  }

  async leave(room: string): Promise<void> {
    await this.client.leave(room);
  }

  /** Answers the event's id, as do all that follow. `extra` joins the content: mentions, a thread. */
  async say(room: string, body: string, extra: Record<string, unknown> = {}): Promise<string> {
    return this.send(room, 'm.room.message', { msgtype: 'm.text', body, ...extra });
  }

  async reply(room: string, to: string, body: string): Promise<string> {
    return this.say(room, body, { 'm.relates_to': { 'm.in_reply_to': { event_id: to } } });
  }

  async sayInThread(room: string, root: string, body: string): Promise<string> {
    const relation = { rel_type: 'm.thread', event_id: root, is_falling_back: true, 'm.in_reply_to': { event_id: root } };
    return this.say(room, body, { 'm.relates_to': relation });
  }

  async edit(room: string, id: string, body: string): Promise<string> {
    const content = { msgtype: 'm.text', body };
    return this.say(room, `* ${body}`, { 'm.new_content': content, 'm.relates_to': { rel_type: 'm.replace', event_id: id } });
  }

  async react(room: string, id: string, key: string): Promise<string> {
    return this.send(room, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: id, key } });
  }

  async redact(room: string, id: string): Promise<string> {
    const { event_id } = await this.client.redactEvent(room, id);
    return event_id;
  }

  /** Any event, encrypted where the room is. */
  async send(room: string, type: string, content: Record<string, unknown>): Promise<string> {
    const { event_id } = await this.client.sendEvent(room, type as keyof TimelineEvents, content as TimelineEvents[keyof TimelineEvents]);
    return event_id;
  }

  /** What the screen shows, oldest first. */
  sees(room: string): Seen[] {
    const known = this.client.getRoom(room);
    return known === null ? [] : seenIn(known);
  }

  /** The latest of what the screen shows that fits, as soon as there is one. */
  async untilSees(room: string, what: RegExp | ((seen: Seen) => boolean), timeout = WAIT_MS): Promise<Seen> {
    const fits = typeof what === 'function' ? what : (seen: Seen) => what.test(seen.body);
    try {
      return await this.until(() => this.sees(room).findLast(fits), String(what), timeout);
    } catch (error) {
      const screen = this.sees(room).map((seen) => `${seen.sender}: ${seen.unreadable ?? seen.body}`);
      throw new Error([`${(error as Error).message}; the screen shows`, ...screen].join('\n  '), { cause: error });
    }
  }

  /** Resolves with the first true value; rejects after `timeout` ms. */
  async until<T>(look: () => Maybe<T> | Promise<Maybe<T>>, name: string, timeout = WAIT_MS): Promise<T> {
    const late = performance.now() + timeout;
    for (;;) {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found;
      if (performance.now() > late) throw new Error(`${this.userId} waited ${timeout} ms in vain for ${name}`);
      await pause(20);
    }
  }

  stop(): void {
    this.client.stopClient();
  }

  private isIn(room: string): boolean {
    return this.client.getRoom(room)?.getMyMembership() === 'join';
  }
}
