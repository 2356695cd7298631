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

/** What a lane would do next, and when. Sends go before edits; among edits the longest due first. */
export type Next =
  | { readonly kind: 'send'; readonly row: OutboxRow; readonly at: Instant }
  | { readonly kind: 'edit'; readonly cardId: string; readonly at: Instant };

/**
 * One chat's way out: effects in the order they were decided, stale cards, one budget for both.
 * Invariant: at most one call is under way per lane, and the bucket admits every call.
 */
export class Lane {
  busy = false;
  readonly inGroup: boolean;
  private readonly bucket: Bucket;
  private readonly effects: OutboxRow[] = [];
  private readonly stale = new Map<string, StaleCopy>();
  private readonly drawn = new Map<string, Instant>();

  constructor(inGroup: boolean, limit: Limit) {
    this.inGroup = inGroup;
    this.bucket = new Bucket(limit);
  }

  push(row: OutboxRow): void {
    this.effects.push(row);
  }

  /** Back to the front: the order within a room holds over retries. */
  putBack(row: OutboxRow): void {
    this.effects.unshift(row);
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

  forget(cardId: string): void {
    this.stale.delete(cardId);
    this.drawn.delete(cardId);
  }

  takeSend(): OutboxRow | undefined {
    return this.effects.shift();
  }

  spend(now: Instant): void {
    this.bucket.take(now);
  }

  ended(began: Instant, now: Instant): void {
    this.bucket.ended(began, now);
  }

  pause(until: Instant): void {
    this.bucket.pause(until);
  }

  /** What waits here to be sent, in order, and how many copies to be drawn. */
  get waiting(): { readonly effects: readonly OutboxRow[]; readonly behind: number } {
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
    const send: Next | null = head === undefined ? null : { kind: 'send', row: head, at: Math.max(head.notBefore, ready) as Instant };
    if (send !== null && send.row.notBefore <= now) return send;
    let longest: { readonly cardId: string; readonly due: Instant } | null = null;
    for (const copy of this.stale.values()) {
      const due = drawAt(copy);
      if (longest === null || due < longest.due) longest = { cardId: copy.cardId, due };
    }
    const edit: Next | null = longest === null ? null : { kind: 'edit', cardId: longest.cardId, at: Math.max(longest.due, ready) as Instant };
    // A send that waits for its own retry does not hold the cards up, nor they it.
    if (send === null || edit === null) return send ?? edit;
    return edit.at < send.at ? edit : send;
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
