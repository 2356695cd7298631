import type { Turn } from '../kernel/turn.ts';
import { roomId, splitRoom, type RoomId } from '../kernel/update.ts';
import { EVENT } from './cards.ts';
import type { Answer, Rsvp } from './records.ts';

/** A reply as it was before a message changed it, and when the changed one was given. */
export interface Before {
  readonly answer: Answer | null;
  readonly partySize: number;
  readonly children: number | null;
  readonly answeredAt: number;
}

/** The reply came by a message or a reaction, which its author may take back later. */
export function noteDeed(turn: Turn, before: Rsvp | null, after: Rsvp): void {
  const what = turn.update?.what;
  if (what?.kind !== 'choice') return;
  const was: Before = { answer: before?.answer ?? null, partySize: before?.partySize ?? 1, children: before?.children ?? null, answeredAt: after.answeredAt };
  turn.unit.kernel.putDeed({ room: roomOf(turn), messageId: what.messageId, personId: after.personId, subject: `${EVENT}:${after.eventKey}`, before: { ...was }, at: turn.now });
}

/** Whoever takes something back does it in the room, whatever thread it was said in. */
export function roomOf(turn: Turn): RoomId {
  const { platform, chat } = splitRoom(turn.place.room);
  return roomId(platform, chat);
}
