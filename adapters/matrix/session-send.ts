import { MatrixEvent, Method, type MatrixClient, type Room } from 'matrix-js-sdk';
import { failureOf, notSent, refusal } from './failure.ts';
import { isEvent, record, type RawEvent } from './receive-sync.ts';
import { download, within } from './session-http.ts';
import { MARKER, POLL, type Content } from './wire.ts';

/** A call that has no answer after this long has none, ms. */
const PATIENCE = 20_000;
/** How far we look back for an event of ours, events. */
const LOOK_BACK = 500;
const PAGE = 100;

/** The part of the SDK's crypto that it keeps to itself. */
interface Encryptor {
  encryptEvent(event: MatrixEvent, room: Room): Promise<void>;
  isEncryptionEnabledInRoom(room: string): Promise<boolean>;
}

/**
 * Sends under our own transaction ids, past the SDK's queue: that forgets them at a restart, refuses one it has seen, and gives up
 * after four attempts. The same transaction of the same device is the same event for a day, whatever its ciphertext.
 * https://spec.matrix.org/v1.16/client-server-api/#transaction-identifiers
 */
export class Sender {
  private readonly client: MatrixClient;
  private readonly userId: string;

  /** Whether the rooms we are in are known. */
  private readonly isSynced: () => boolean;
  private readonly panic: (error: unknown) => void;

  constructor(client: MatrixClient, userId: string, isSynced: () => boolean, panic: (error: unknown) => void) {
    this.client = client;
    this.userId = userId;
    this.isSynced = isSynced;
    this.panic = panic;
  }

  async send(roomId: string, type: string, content: Content, transaction: string): Promise<string> {
    const sealed = type === 'm.reaction' ? { type, content } : await this.seal(this.room(roomId), type, content);
    return this.put(`/rooms/${encodeURIComponent(roomId)}/send/${encodeURIComponent(sealed.type)}/${encodeURIComponent(transaction)}`, sealed.content);
  }

  async redact(roomId: string, event: string, transaction: string): Promise<void> {
    await this.put(`/rooms/${encodeURIComponent(roomId)}/redact/${encodeURIComponent(event)}/${encodeURIComponent(transaction)}`, {});
  }

  async upload(bytes: Uint8Array, type: string, name: string | null): Promise<string> {
    try {
      const file = new Blob([bytes], { type });
      const { content_uri } = await this.client.uploadContent(file, { type, includeFilename: name !== null, ...(name === null ? {} : { name }) });
      return content_uri;
    } catch (error) {
      throw failureOf(error);
    }
  }

  /** https://spec.matrix.org/v1.16/client-server-api/#get_matrixclientv1mediadownloadservernamemediaid */
  async download(address: string, most: number, signal: AbortSignal): Promise<Uint8Array | null> {
    const path = address.slice('mxc://'.length).split('/').map(encodeURIComponent).join('/');
    return download({ base: this.client.baseUrl, path: `/_matrix/client/v1/media/download/${path}`, token: this.client.getAccessToken() ?? '' }, most, signal);
  }

  async findByMarker(roomId: string, marker: string): Promise<string | null> {
    const filter = JSON.stringify({ senders: [this.userId], types: ['m.room.message', 'm.room.encrypted', 'm.reaction', `${POLL}.start`] });
    let from: string | undefined;
    for (let seen = 0; seen < LOOK_BACK; ) {
      const page = await this.page(roomId, { dir: 'b', limit: String(PAGE), filter, ...(from === undefined ? {} : { from }) });
      const events = Array.isArray(page['chunk']) ? page['chunk'].filter(isEvent) : [];
      for (const event of events) if ((await this.contentOf(roomId, event))[MARKER] === marker) return event.event_id;
      seen += events.length;
      if (typeof page['end'] !== 'string' || page['end'] === from) return null;
      from = page['end'];
    }
    return null;
  }

  /**
   * Never plaintext into an encrypted room: the room must be known, and both what the sync says and what the crypto library once
   * noted for good must say that it is not encrypted.
   */
  private async seal(room: Room, type: string, content: Content): Promise<{ type: string; content: Content }> {
    const crypto = this.client.getCrypto() as unknown as Encryptor | undefined;
    if (crypto === undefined) throw notSent('there is no encryption');
    const event = new MatrixEvent({ type, content: { ...content }, room_id: room.roomId, sender: this.userId });
    try {
      if (!room.hasEncryptionStateEvent() && !(await crypto.isEncryptionEnabledInRoom(room.roomId))) return { type, content };
      await inTime(crypto.encryptEvent(event, room));
    } catch (error) {
      // What a panic of the Rust library becomes: nothing it says or keeps can be relied on any more.
      if (error instanceof Error && error.name === 'RuntimeError') this.panic(error);
      throw notSent(`could not be encrypted: ${failureOf(error).message}`);
    }
    if (event.getWireType() !== 'm.room.encrypted') throw notSent('could not be encrypted');
    return { type: event.getWireType(), content: event.getWireContent() };
  }

  private room(id: string): Room {
    const room = this.client.getRoom(id);
    if (room?.getMyMembership() === 'join') return room;
    throw this.isSynced() ? refusal('M_FORBIDDEN', 403, null, 'we are not in this room') : notSent('the rooms are not known yet');
  }

  private async put(path: string, body: Content): Promise<string> {
    try {
      const { event_id } = await this.client.http.authedRequest<{ event_id: string }>(Method.Put, path, undefined, { ...body }, within(PATIENCE));
      return event_id;
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async page(roomId: string, query: Record<string, string>): Promise<Content> {
    try {
      return record(await this.client.http.authedRequest(Method.Get, `/rooms/${encodeURIComponent(roomId)}/messages`, query, undefined, within(PATIENCE)));
    } catch (error) {
      throw failureOf(error);
    }
  }

  private async contentOf(roomId: string, event: RawEvent): Promise<Content> {
    if (event.type !== 'm.room.encrypted' || typeof event.content['ciphertext'] !== 'string') return event.content;
    const encrypted = new MatrixEvent({ ...event, room_id: roomId });
    await this.client.decryptEventIfNeeded(encrypted);
    return record(encrypted.getContent());
  }
}

/** Before it encrypts, the SDK asks for keys and sends ours, and tries that for minutes when nobody answers. */
async function inTime(encrypting: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(notSent('the keys of the others do not come')), PATIENCE);
  });
  try {
    await Promise.race([encrypting, late]);
  } finally {
    clearTimeout(timer);
    // When it ends too late, nobody listens any more.
    encrypting.catch(() => undefined);
  }
}
