import type { PrefilledReply } from '../groups/ports.ts';
import type { Turn } from '../kernel/turn.ts';
import { remindingAt } from './opening.ts';
import type { PollParts } from './ports.ts';
import type { DateAnswer, DatePoll, DateSlot } from './records.ts';
import { POLLDESK } from './subjects.ts';
import { touchAll } from './voting.ts';

const REPLY_OF: Readonly<Record<DateAnswer, PrefilledReply>> = { YES: 'ATTENDING_TO_CONFIRM', IF_NEEDED: 'MAYBE', NO: 'DECLINED' };

/** No more votes. Whoever leads gets the suggestion anew, at the end of their chat. */
export async function close(turn: Turn, poll: DatePoll): Promise<void> {
  turn.unit.polls.putPoll({ ...poll, state: 'CLOSED' });
  await touchAll(turn, poll);
}

/** The leaders' desks hang at the end of their chats again, for there is something to decide. */
export async function callLeaders(turn: Turn, parts: PollParts, poll: DatePoll): Promise<void> {
  for (const { personId, role } of await parts.rosters.membersOf(turn.unit, poll.groupKey)) {
    const address = role === 'MEMBER' ? null : await turn.house.directory.addressOf(turn.unit, personId);
    if (address !== null) await turn.repost(address.room, { kind: POLLDESK, what: poll.id, personId });
  }
}

/** Votes are taken again; all that were given stand. A meeting it has become stays until another date is chosen. */
export async function reopen(turn: Turn, poll: DatePoll): Promise<void> {
  const closesAt = poll.closesAt !== null && poll.closesAt <= turn.now ? null : poll.closesAt;
  // Everybody was reminded once already, and nobody is twice.
  const opened: DatePoll = { ...poll, state: 'OPEN', closesAt, chosenSlot: null, remindAt: poll.remindAt === null ? null : remindingAt({ closesAt }, turn.now) };
  turn.unit.polls.putPoll(opened);
  await touchAll(turn, opened);
}

/**
 * The date becomes a meeting: card, notice, calendar file and reminders are the meeting's, replies are filled in from
 * the votes and wait to be confirmed. Chosen a second time, the meeting moves instead, and everybody is asked again.
 * @returns null when it is done, else one sentence for the leader
 */
export async function decide(turn: Turn, parts: PollParts, poll: DatePoll, slot: DateSlot): Promise<string | null> {
  const event = poll.eventKey === null ? null : await turn.unit.events.event(poll.eventKey);
  let { eventKey } = poll;
  if (event?.state === 'OPEN') {
    if (slot.startAt <= turn.now) return turn.t('when-in-past');
    if (event.startAt !== slot.startAt || event.endAt !== slot.endAt) await parts.moving.move(turn, event, slot.startAt, slot.endAt);
  } else {
    const prefilled = new Map((await turn.unit.polls.votes(poll.id)).flatMap((vote) => (vote.slotId === slot.id ? [[vote.personId, REPLY_OF[vote.answer]] as const] : [])));
    const made = await parts.meetings.schedule(turn, poll.groupKey, { start: slot.startAt, end: slot.endAt, place: null, title: null }, prefilled);
    if (!made.ok) return parts.meetings.problemSentence(turn, made.error);
    eventKey = made.value.key;
  }
  turn.unit.polls.putPoll({ ...poll, state: 'DECIDED', chosenSlot: slot.id, eventKey });
  await touchAll(turn, poll);
  return null;
}
