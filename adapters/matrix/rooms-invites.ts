import { Method, type MatrixClient } from 'matrix-js-sdk';
import type { Logger } from '../../src/ports/logger.ts';
import type { StoreFile } from './crypto-store-file.ts';
import { failureOf } from './failure.ts';
import { invitationsOf, record, roomsOf, type Raw } from './receive-sync.ts';
import { Bucket } from './rooms-bucket.ts';
import type { DirectRooms } from './rooms-direct.ts';
import { within } from './session-http.ts';

/** More invitations than this are not remembered; who means it, invites again. */
const MAX_PENDING = 100;
/** How often those that could not be accepted are looked at again: a role may have been given meanwhile, ms. */
const REVIEW = 60_000;

interface Pending {
  readonly room: string;
  readonly inviter: string;
  readonly direct: boolean;
  readonly alias: string | null;
  /** The room whose successor this is: no invitation, and no question. */
  readonly replaces: string | null;
}

export interface InvitesOptions {
  readonly client: MatrixClient;
  readonly file: StoreFile;
  readonly userId: string;
  readonly directs: DirectRooms;
  /** Room ids, aliases and `:server` names (of the account that invites). */
  readonly allowed: readonly string[];
  readonly mayInvite: (account: string) => boolean | Promise<boolean>;
  readonly logger: Logger;
}

/**
 * Which rooms we enter. By rule: whom the operator trusts may take us anywhere; anybody may open a private chat; a room's
 * successor is followed; spaces are no rooms. A flood of invitations costs a bounded number of calls and a bounded memory.
 */
export class Invitations {
  private readonly options: InvitesOptions;
  private readonly pending = new Map<string, Pending>();
  /** Successors that we may not enter without an invitation. */
  private readonly shut = new Set<string>();
  /** Private chats that strangers open: ten at once, then ten a minute. */
  private readonly strangers = new Bucket(10, 6_000);
  private readonly trusted = new Bucket(50, 1_000);
  private reviewing: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;
  private ended = false;
  refused = 0;

  constructor(options: InvitesOptions) {
    this.options = options;
    for (const { name, value } of options.file.entries('invitation')) this.pending.set(name, value as Pending);
    this.timer = setInterval(() => this.review(), REVIEW);
    this.timer.unref();
  }

  /** What an answer to /sync brings. What it answers is to be saved in the commit that moves the sync on. */
  take(sync: Raw): () => void {
    const { client, file, userId } = this.options;
    const fresh: Pending[] = [...successors(sync), ...invitationsOf(sync, userId).flatMap(({ space, ...rest }) => (space ? [] : [{ ...rest, replaces: null }]))];
    const gone = roomsOf(sync).map(({ id }) => id).filter((id) => this.pending.delete(id));
    const kept = fresh.filter((one) => this.remember(one));
    // The SDK would keep every invitation of a flood.
    for (const { room } of invitationsOf(sync, userId)) client.store.removeRoom(room);
    if (fresh.length > 0) this.review();
    return () => {
      for (const id of gone) file.setEntry('invitation', id, null);
      for (const { room } of kept) if (this.pending.has(room)) file.setEntry('invitation', room, this.pending.get(room));
    };
  }

  /** Accepts what may be accepted now. Never rejects, and one at a time. */
  review(): void {
    this.reviewing = this.reviewing.then(async () => {
      for (const one of this.pending.values()) if (!this.ended && !(await this.consider(one))) return;
    });
  }

  async stop(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.reviewing;
  }

  private remember(one: Pending): boolean {
    if (this.pending.size >= MAX_PENDING && !this.pending.has(one.room)) {
      this.refused += 1;
      return false;
    }
    // A room may be told as another's successor first, and let us in only with the invitation that follows.
    this.pending.set(one.room, { ...one, replaces: one.replaces ?? this.pending.get(one.room)?.replaces ?? null });
    this.shut.delete(one.room);
    return true;
  }

  /** false: not now, nor anything else. */
  private async consider(one: Pending): Promise<boolean> {
    if (this.shut.has(one.room)) return true;
    const trusted = one.replaces !== null || this.isAllowed(one) || (await this.options.mayInvite(one.inviter));
    if (!trusted && !one.direct) return true;
    if (!(trusted ? this.trusted : this.strangers).take()) return true;
    const { client, directs, logger } = this.options;
    const via = one.inviter.slice(one.inviter.indexOf(':') + 1);
    try {
      await client.http.authedRequest(Method.Post, `/join/${encodeURIComponent(one.room)}`, { via: [via], server_name: [via] }, {}, within(60_000));
    } catch (error) {
      const { status, message } = failureOf(error);
      logger.info({ problem: message }, 'an invitation could not be accepted');
      if (status === null || status === 429 || status >= 500) return false;
      if (one.replaces !== null) this.shut.add(one.room);
      else this.forget(one.room);
      return true;
    }
    const person = one.replaces === null ? (one.direct ? one.inviter : null) : directs.accountOf(one.replaces);
    if (person !== null) directs.note(one.room, person);
    this.forget(one.room);
    return true;
  }

  private isAllowed({ room, alias, inviter }: Pending): boolean {
    const names = [room, alias, inviter.slice(inviter.indexOf(':'))];
    return this.options.allowed.some((allowed) => names.includes(allowed));
  }

  private forget(room: string): void {
    const { file } = this.options;
    this.pending.delete(room);
    if (!this.ended) file.write(() => file.setEntry('invitation', room, null));
  }
}

/** Rooms that live on under another id. */
function successors(sync: Raw): Pending[] {
  return roomsOf(sync).flatMap(({ id, membership, events, state }) =>
    [...events, ...state].flatMap((event) => {
      const room = record(event.content)['replacement_room'];
      if (membership !== 'join' || event.type !== 'm.room.tombstone' || event['state_key'] !== '' || typeof room !== 'string' || room === id) return [];
      return [{ room, inviter: event.sender, direct: false, alias: null, replaces: id }];
    }),
  );
}
