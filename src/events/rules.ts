import type { When } from '../kernel/turn.ts';
import type { Instant } from '../kernel/time.ts';
import { timeliness } from './deadline.ts';
import type { Answer, Channel, Event, EventTally, Rsvp } from './records.ts';
import { fits, freeSeats, retally } from './seats.ts';

/** A town's event is for people, not for coaches of tourists: larger parties talk to the office. */
export const MAX_PARTY = 20;

/** What somebody wants their reply to be. It is set, never toggled. */
export interface Wish {
  readonly answer: Answer;
  /** null: as before, or 1. */
  readonly partySize: number | null;
  /** null: as before, or unknown. */
  readonly children: number | null;
}

/** Who answers, how, and for whom. */
export interface Act {
  readonly personId: string;
  readonly channel: Channel;
  readonly enteredBy: string | null;
  readonly when: When;
  readonly now: Instant;
}

export type Refusal =
  | { readonly kind: 'refused'; readonly why: 'CANCELLED' | 'OVER' | 'DEADLINE' }
  /** A group's meeting is for its members. */
  | { readonly kind: 'refused'; readonly why: 'NOT_MEMBER' }
  | { readonly kind: 'refused'; readonly why: 'PARTY'; readonly most: number }
  /** The seats they have stay theirs. */
  | { readonly kind: 'refused'; readonly why: 'NO_MORE_SEATS'; readonly free: number; readonly kept: number };

export type Reply =
  | Refusal
  /** Exactly this was their reply already. */
  | { readonly kind: 'unchanged'; readonly rsvp: Rsvp }
  | {
      readonly kind: 'stored';
      readonly before: Rsvp | null;
      readonly rsvp: Rsvp;
      readonly tally: EventTally;
      /** Seats became free: somebody may move up. */
      readonly freed: boolean;
    };

/**
 * Decides one reply. Pure and total; the same wish twice changes nothing the second time.
 * @param ahead parties that wait without an offer before this one (all of them for somebody new).
 */
export function reply(event: Event, tally: EventTally, before: Rsvp | null, wish: Wish, act: Act, ahead: number): Reply {
  if (event.state === 'CANCELLED') return { kind: 'refused', why: 'CANCELLED' };
  if (act.now >= event.endAt) return { kind: 'refused', why: 'OVER' };
  const partySize = wish.answer === 'DECLINED' ? 1 : (wish.partySize ?? before?.partySize ?? 1);
  if (partySize < 1 || partySize > MAX_PARTY) return { kind: 'refused', why: 'PARTY', most: MAX_PARTY };
  const children = wish.answer === 'DECLINED' ? null : childrenOf(wish, before, partySize);
  const wanted = { answer: wish.answer, partySize, children };
  const again = before !== null && same(before, wanted);
  if (again && settled(before)) return { kind: 'unchanged', rsvp: before };
  const time = timeliness(event.deadlineAt, act.when);
  // A firm deadline binds residents; what the office enters was told to the office in time or by its leave.
  const bound = event.deadlineMode === 'HARD' && time === 'LATE' && act.enteredBy === null;
  if (bound && asksForMore(before, wanted)) return { kind: 'refused', why: 'DEADLINE' };

  const base: Rsvp = {
    eventKey: event.key,
    personId: act.personId,
    ...wanted,
    seat: 'NONE',
    waitOrder: null,
    offerUntil: null,
    channel: act.channel,
    // Who only stands by what they said is not late because we asked again.
    timeliness: again ? before.timeliness : time,
    toConfirm: false,
    answeredAt: act.when.at ?? act.when.received,
    enteredBy: act.enteredBy,
  };
  if (wish.answer !== 'ATTENDING') return stored(tally, before, base);
  return seated(event, tally, before, base, ahead);
}

function seated(event: Event, tally: EventTally, before: Rsvp | null, base: Rsvp, ahead: number): Reply {
  const without = retally(tally, before, null);
  if (before?.seat === 'CONFIRMED' || before?.seat === 'OFFERED') {
    // Fewer persons always fit; more only while seats are left for which nobody waits. What they have is never taken away.
    const allowed = base.partySize <= before.partySize || (ahead === 0 && fits(event, without, base.partySize));
    if (allowed) return stored(tally, before, { ...base, seat: 'CONFIRMED' });
    const free = ahead === 0 ? Math.max(0, freeSeats(event, tally) ?? 0) : 0;
    return { kind: 'refused', why: 'NO_MORE_SEATS', free, kept: before.partySize };
  }
  // A party the whole event has no room for would wait for ever, and everybody behind it.
  const most = Math.max(1, event.capacity ?? MAX_PARTY);
  if (base.partySize > most) return { kind: 'refused', why: 'PARTY', most };
  // Nobody is overtaken: while others wait, even a free seat is theirs first.
  if (ahead === 0 && fits(event, without, base.partySize)) return stored(tally, before, { ...base, seat: 'CONFIRMED' });
  const place = before?.seat === 'WAITING' ? before.waitOrder : null;
  return stored(tally, before, { ...base, seat: 'WAITING', waitOrder: place ?? tally.nextOrder }, place === null);
}

function stored(tally: EventTally, before: Rsvp | null, rsvp: Rsvp, newInLine = false): Reply {
  const counted = retally(tally, before, rsvp);
  const after = newInLine ? { ...counted, nextOrder: counted.nextOrder + 1 } : counted;
  const heldBefore = before !== null && (before.seat === 'CONFIRMED' || before.seat === 'OFFERED') ? before.partySize : 0;
  const heldNow = rsvp.seat === 'CONFIRMED' ? rsvp.partySize : 0;
  const leftLine = before?.seat === 'WAITING' && (rsvp.seat !== 'WAITING' || rsvp.partySize < before.partySize);
  return { kind: 'stored', before, rsvp, tally: after, freed: heldNow < heldBefore || leftLine };
}

function same(before: Rsvp, wanted: Pick<Rsvp, 'answer' | 'partySize' | 'children'>): boolean {
  return before.answer === wanted.answer && before.partySize === wanted.partySize && before.children === wanted.children;
}

/** A yes to be confirmed after a move, or an offer, is answered by saying the same again. */
function settled(before: Rsvp): boolean {
  return !before.toConfirm && before.seat !== 'OFFERED';
}

/** Whoever has said yes may stand by it, come with fewer, or stay away, however late. */
function asksForMore(before: Rsvp | null, wanted: Pick<Rsvp, 'answer' | 'partySize'>): boolean {
  if (wanted.answer === 'DECLINED') return false;
  return wanted.answer === 'MAYBE' || before?.answer !== 'ATTENDING' || wanted.partySize > before.partySize;
}

function childrenOf(wish: Wish, before: Rsvp | null, partySize: number): number | null {
  if (wish.children !== null) return wish.children;
  if (wish.partySize !== null && wish.partySize !== before?.partySize) return null;
  const kept = before?.children ?? null;
  return kept !== null && kept <= partySize ? kept : null;
}
