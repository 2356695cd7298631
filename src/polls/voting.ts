import type { Channel } from '../events/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Platform, RoomId } from '../kernel/update.ts';
import { takesVotes } from './model.ts';
import type { DateAnswer, DatePoll, DateSlot } from './records.ts';
import { DATEPOLL, DATEVOTE, POLLDESK } from './subjects.ts';

export const CHANNEL_OF: Readonly<Record<Platform, Channel>> = { telegram: 'TELEGRAM', matrix: 'MATRIX', console: 'CONSOLE' };

/** Who says it, for whom, and through which channel. */
export interface Said {
  readonly personId: string;
  readonly channel: Channel;
  readonly enteredBy: string | null;
}

export type Refused = 'CLOSED' | 'PASSED' | 'NO_MEMBER';

/** Why this person's word on this slot is not taken now; null: it is. Asked at every press. */
export async function refusedVote(turn: Turn, poll: DatePoll, slot: DateSlot, personId: string): Promise<Refused | null> {
  if (!takesVotes(poll, turn.now) && !cameInTime(turn, poll)) return 'CLOSED';
  if (slot.startAt <= turn.now) return 'PASSED';
  return (await isVoter(turn, poll, personId)) ? null : 'NO_MEMBER';
}

/** The poll ended by itself while this word was perhaps already on its way (we were down, or slow): it still counts. */
function cameInTime({ when, now }: Turn, { state, closesAt }: DatePoll): boolean {
  return closesAt !== null && closesAt <= now && (state === 'OPEN' || state === 'CLOSED') && (when.at ?? when.after) < closesAt;
}

export async function isVoter(turn: Turn, poll: DatePoll, personId: string | null): Promise<boolean> {
  return personId !== null && (await turn.unit.groups.membership(poll.groupKey, personId))?.standing === 'MEMBER';
}

/** One sentence for a word that is not taken, with the next step. */
export async function refusalSentence(turn: Turn, poll: DatePoll, refused: Refused): Promise<string> {
  switch (refused) {
    case 'CLOSED':
      return turn.t('poll-refused-closed');
    case 'PASSED':
      return turn.t('poll-refused-passed');
    case 'NO_MEMBER': {
      const group = await turn.unit.groups.group(poll.groupKey);
      return turn.t('poll-refused-no-member', { group: turn.language.pick(group?.title ?? {}) });
    }
    default:
      return refused satisfies never;
  }
}

/** Sets a person's answer on a slot; a comment stays until it is changed. Whether it may be set was asked before. */
export async function setVote(turn: Turn, slot: DateSlot, said: Said, answer: DateAnswer): Promise<void> {
  const before = await turn.unit.polls.vote(slot.id, said.personId);
  turn.unit.polls.putVote({ slotId: slot.id, pollId: slot.pollId, ...said, answer, comment: before?.comment ?? null, answeredAt: turn.now });
  await touchVotes(turn, slot.pollId, said.personId);
}

/** A comment without an answer is an "if needed" nobody gave: the answer comes first. False: there is none yet. */
export async function setComment(turn: Turn, slot: DateSlot, personId: string, comment: string | null): Promise<boolean> {
  const before = await turn.unit.polls.vote(slot.id, personId);
  if (before === null) return false;
  turn.unit.polls.putVote({ ...before, comment });
  await touchVotes(turn, slot.pollId, personId);
  return true;
}

/** The person's grid first, then everything that counts. */
export async function touchVotes(turn: Turn, pollId: string, personId: string): Promise<void> {
  await turn.touch(`${DATEVOTE}:${pollId}/${personId}`);
  await turn.touch(`${DATEPOLL}:${pollId}`);
  await turn.touch(`${POLLDESK}:${pollId}`);
}

/** Slots or state changed: every card of the poll says something else. */
export async function touchAll(turn: Turn, poll: DatePoll): Promise<void> {
  await turn.touch(`${DATEPOLL}:${poll.id}`);
  await turn.touch(`${POLLDESK}:${poll.id}`);
  for (const { personId } of await turn.unit.groups.memberships(poll.groupKey)) await turn.touch(`${DATEVOTE}:${poll.id}/${personId}`);
  turn.planned();
}

/** "Abstimmen" was pressed: the actor's grid comes in private, or one sentence says how to get there. */
export async function sendGrid(turn: Turn, poll: DatePoll): Promise<void> {
  if (!takesVotes(poll, turn.now)) return turn.refuse(turn.t('poll-refused-closed'));
  const { personId, privateRoom } = turn.actor;
  if (personId === null || !(await isVoter(turn, poll, personId))) return turn.refuse(await refusalSentence(turn, poll, 'NO_MEMBER'));
  const room = turn.isPrivate ? turn.place.room : privateRoom;
  if (room === null) return turn.refuse(turn.t('poll-open-private'));
  await hangGrid(turn, room, poll.id, personId, personId);
  if (!turn.isPrivate) turn.answer(turn.t('poll-grid-sent'));
}

/**
 * Hangs the grid of `voter` into the private room of `reader`; an older copy there goes, so that there is one.
 * @param asks it is a reminder and begins with a request
 */
export async function hangGrid(turn: Turn, room: RoomId, pollId: string, voter: string, reader: string, asks = false): Promise<void> {
  const copy = await turn.repost(room, { kind: DATEVOTE, what: `${pollId}/${voter}`, personId: reader });
  if (asks) turn.unit.kernel.putCard({ ...copy, data: { asks: true } });
}
