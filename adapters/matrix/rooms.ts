import { Method, type MatrixClient, type Room } from 'matrix-js-sdk';
import { failureOf, notSent, refusal } from './failure.ts';
import { serviceAccounts, stateOf } from './receive-event.ts';
import type { DirectRooms } from './rooms-direct.ts';
import { within } from './session-http.ts';

/** How long a room that we made may take to come back to us in the sync, ms. */
const APPEARS = 20_000;

export interface RoomsOptions {
  readonly client: MatrixClient;
  readonly userId: string;
  readonly directs: DirectRooms;
  /** Resolves when a batch asked for from now on has been worked through; rejects when none will be. */
  readonly nextBatch: () => Promise<void>;
  /** Resolves with the first batch. */
  readonly firstBatch: () => Promise<void>;
}

/** What we know of the rooms we are in. */
export class Rooms {
  private readonly options: RoomsOptions;
  private readonly opening = new Map<string, Promise<string>>();
  /** Accounts for which a room may have been made although nobody told us. */
  private readonly unsure = new Set<string>();

  constructor(options: RoomsOptions) {
    this.options = options;
  }

  /** Noted as such, and with nobody else in it than one person, a bridge's account aside. */
  isDirect(id: string): boolean {
    const { client, directs } = this.options;
    const room = client.getRoom(id);
    return room !== null && directs.accountOf(id) !== null && persons(room).length <= 2;
  }

  isEncrypted(id: string): boolean {
    return this.options.client.getRoom(id)?.hasEncryptionStateEvent() === true;
  }

  /** Once per account, however many ask at the same time. */
  async openDirect(account: string): Promise<string> {
    const under = this.opening.get(account);
    if (under !== undefined) return under;
    const opening = this.open(account).finally(() => this.opening.delete(account));
    this.opening.set(account, opening);
    return opening;
  }

  private async open(account: string): Promise<string> {
    const { client, directs, firstBatch, nextBatch } = this.options;
    await firstBatch();
    // The first may have been on its way before the room was made.
    for (let batches = 0; this.unsure.has(account) && batches < 2; batches++) await nextBatch();
    const known = this.existing(account);
    if (known !== null) {
      directs.note(known, account);
      return known;
    }
    this.unsure.add(account);
    const body = {
      preset: 'private_chat',
      is_direct: true,
      invite: [account],
      initial_state: [{ type: 'm.room.encryption', state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } }],
    };
    const made = await client.http.authedRequest<{ room_id: string }>(Method.Post, '/createRoom', undefined, body, within(APPEARS)).catch((error: unknown) => {
      const failure = failureOf(error);
      if (failure.status !== null || failure.neverSent) this.unsure.delete(account);
      throw failure;
    });
    this.unsure.delete(account);
    directs.note(made.room_id, account);
    await this.appears(made.room_id, account);
    return made.room_id;
  }

  /** Rejects where the person has left: whoever does not want to hear from us is not invited again. */
  private existing(account: string): string | null {
    const { client, directs, userId } = this.options;
    const noted = directs.roomsOf(account).toReversed().flatMap((id) => client.getRoom(id) ?? []);
    // A room that we made just before a crash: ours, with this one person in it.
    const unnoted = client.getRooms().filter((room) => directs.accountOf(room.roomId) === null && room.getCreator() === userId && persons(room).length === 2);
    const rooms = [...noted, ...unnoted].filter((room) => room.getMyMembership() === 'join' && room.getMember(account) !== null);
    const open = rooms.find((room) => ['join', 'invite'].includes(room.getMember(account)?.membership ?? ''));
    if (open !== undefined) return open.roomId;
    if (rooms.length > 0) throw refusal('M_FORBIDDEN', 403, null, 'the person has left the private chat');
    return null;
  }

  /** With the invitation, which may come in a later batch than the room: who is not known to be in it gets no keys. */
  private async appears(id: string, account: string): Promise<void> {
    const { client, nextBatch } = this.options;
    const late = performance.now() + APPEARS;
    while (client.getRoom(id)?.getMyMembership() !== 'join' || !this.isEncrypted(id) || client.getRoom(id)?.getMember(account) == null) {
      if (performance.now() > late) throw notSent('the new room has not come in the sync yet');
      await nextBatch();
    }
  }
}

function persons(room: Room): string[] {
  const services = serviceAccounts(room);
  return (stateOf(room)?.getMembers() ?? []).filter(({ membership, userId }) => (membership === 'join' || membership === 'invite') && !services.has(userId)).map(({ userId }) => userId);
}
