import type { Limit } from '../ports/messenger.ts';
import type { OutboxRow } from './effect.ts';
import { Bucket, drawAt, type Staleness } from './pace.ts';
import { durations, instant, type Instant } from './time.ts';

/** No retry of ours waits longer. */
const LONGEST_RETRY = 5 * durations.minute;

/** A stale copy waiting for its chat's turn. */
export interface StaleCopy extends Staleness {
  readonly cardId: string;
}

/** An effect in its lane. Where many wait, what it says stays in the database until its turn: `row` is null. */
export interface Waiting {
  readonly effectId: string;
  readonly row: OutboxRow | null;
  readonly attempt: number;
  readonly createdAt: Instant;
  readonly notBefore: Instant;
  /** Somebody has just done something and waits for this. */
  readonly awaited: boolean;
}

/**
 * Who goes first where many chats may: the cards of groups, which are few and which many look at (drawn once a gap, so
 * they hold nobody up for long); what somebody waits for; what is said to groups, and the card of whoever has just
 * pressed; what was decided for many, as reminders are; other people's copies.
 */
const RANK = { state: 0, awaited: 1, seen: 2, forMany: 3, copies: 4 } as const;

/** What a lane would do next, and when. Sends go before edits; among edits the longest due first. */
export type Next =
  | { readonly kind: 'send'; readonly effectId: string; readonly at: Instant; readonly rank: number }
  | { readonly kind: 'edit'; readonly cardId: string; readonly at: Instant; readonly rank: number };

/** Of what one update leads to, the first few effects concern the one who wrote; a fan-out is longer. */
const AWAITED = /^in\.\d+\.[1-8]$/;

/**
 * One chat's way out: effects in the order they were decided, stale cards, one budget for both.
 * Invariant: at most one call is under way per lane, and the bucket admits every call.
 */
export class Lane {
  readonly inGroup: boolean;
  private readonly bucket: Bucket;
  private readonly effects: Waiting[] = [];
  private awaited = 0;
  private readonly stale = new Map<string, StaleCopy>();
  private readonly drawn = new Map<string, Instant>();

  constructor(inGroup: boolean, limit: Limit) {
    this.inGroup = inGroup;
    this.bucket = new Bucket(limit);
  }

  /** `keep`: what it says is kept here. */
  push(row: OutboxRow, keep = true): void {
    this.effects.push(this.waits(row, keep));
  }

  /** Back to the front: the order within a room holds over retries. */
  putBack(row: OutboxRow, keep = true): void {
    this.effects.unshift(this.waits(row, keep));
  }

  private waits(row: OutboxRow, keep: boolean): Waiting {
    const { effectId, effect, attempt, createdAt, notBefore } = row;
    const awaited = effect.kind === 'PICTURE' || (effect.kind === 'SAY' && effect.chatter) || AWAITED.test(effectId);
    if (awaited) this.awaited += 1;
    return { effectId, row: keep ? row : null, attempt, createdAt, notBefore, awaited };
  }

  /** Answers whether it was not stale before: then one drawing more is to be made. */
  markStale(cardId: string, now: Instant, urgent: boolean): boolean {
    const before = this.stale.get(cardId);
    this.stale.set(cardId, {
      cardId,
      since: before?.since ?? now,
      touched: now,
      drawn: this.drawn.get(cardId) ?? null,
      inGroup: this.inGroup,
      urgent: urgent || (before?.urgent ?? false),
    });
    return before === undefined;
  }

  /** The copy is being drawn with everything known now. */
  beginDrawing(cardId: string, now: Instant): void {
    this.stale.delete(cardId);
    this.drawn.set(cardId, now);
  }

  takeSend(): Waiting | undefined {
    const taken = this.effects.shift();
    if (taken?.awaited === true) this.awaited -= 1;
    return taken;
  }

  /** A call has ended: the platform saw it no later. */
  spend(end: Instant): void {
    this.bucket.take(end);
  }

  pause(until: Instant): void {
    this.bucket.pause(until);
  }

  /** What waits here to be sent, in order, and how many copies to be drawn. */
  get waiting(): { readonly effects: readonly Waiting[]; readonly behind: number } {
    return { effects: this.effects, behind: this.stale.size };
  }

  /** The clock was set back to `now`: what was planned by the old time is planned anew, or the chat would be silent until then. */
  setBack(now: Instant): void {
    this.bucket.setBack(now);
    this.drawn.clear();
    for (const [cardId, copy] of this.stale) this.stale.set(cardId, { ...copy, since: earlier(copy.since, now), touched: earlier(copy.touched, now), drawn: null });
    for (const [index, row] of this.effects.entries()) if (row.attempt > 0) this.effects[index] = { ...row, notBefore: earlier(row.notBefore, instant(now + LONGEST_RETRY)) };
  }

  get empty(): boolean {
    return this.effects.length === 0 && this.stale.size === 0;
  }

  /** Nothing would be lost by forgetting this lane. */
  rested(now: Instant): boolean {
    return this.empty && this.bucket.isFull(now);
  }

  next(now: Instant): Next | null {
    const head = this.effects[0];
    const ready = this.bucket.readyAt(now);
    // Somebody who waits behind what was decided for many brings it forward with them.
    const sendRank = this.awaited > 0 ? RANK.awaited : this.inGroup ? RANK.seen : RANK.forMany;
    const send: Next | null = head === undefined ? null : { kind: 'send', effectId: head.effectId, at: Math.max(head.notBefore, ready) as Instant, rank: sendRank };
    if (head !== undefined && head.notBefore <= now) return send;
    let longest: { readonly copy: StaleCopy; readonly due: Instant } | null = null;
    for (const copy of this.stale.values()) {
      const due = drawAt(copy);
      if (longest === null || due < longest.due) longest = { copy, due };
    }
    const editRank = this.inGroup ? RANK.state : longest?.copy.urgent === true ? RANK.seen : RANK.copies;
    const edit: Next | null = longest === null ? null : { kind: 'edit', cardId: longest.copy.cardId, at: Math.max(longest.due, ready) as Instant, rank: editRank };
    // A send that waits for its own retry does not hold the cards up, nor they it.
    if (send === null || edit === null) return send ?? edit;
    return edit.at < send.at ? edit : send;
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
