import type { WorkingGroup } from '../groups/records.ts';
import { addDays, durations, instant, localDate, zonedInstant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import { addSlots } from './own-commands.ts';
import type { PollParts } from './ports.ts';
import type { DatePoll } from './records.ts';
import type { Span } from './slots.ts';
import { DATEPOLL, POLLDESK } from './subjects.ts';
import { hangGrid, touchAll } from './voting.ts';

/** A poll is open so many days unless the leader says otherwise, and ends at this time of day … */
const USUAL_DAYS = 7;
const CLOSES_AT = '18:00';
/** … but in any case so long before its first date. */
const BEFORE_FIRST = 12 * durations.hour;
/** Those who have not voted are reminded a day before the end; of a short poll, halfway. */
const REMIND_BEFORE = durations.day;
/** Without an end they are reminded so long after the opening. */
const REMIND_AFTER = 3 * durations.day;

/** A draft is kept so long; whoever leads has thought better of it (docs/datenschutz/loeschkonzept.md). */
const DRAFT_KEPT = 30 * durations.day;

/** A poll whose rules can still be set. */
export async function draft(turn: Turn, group: WorkingGroup, zone: string, title: string, spans: readonly Span[]): Promise<DatePoll> {
  const poll: DatePoll = {
    id: turn.house.ids.id(),
    groupKey: group.key,
    title,
    zone,
    state: 'DRAFT',
    tieRule: 'FEWER_IF_NEEDED',
    minimum: 0,
    sectorMinimum: {},
    live: true,
    closesAt: closingAfter(USUAL_DAYS, spans, zone, turn.now),
    remindAt: null,
    createdBy: await turn.person(),
    createdAt: turn.now,
    openedAt: null,
    chosenSlot: null,
    eventKey: null,
  };
  turn.unit.polls.putPoll(poll);
  await addSlots(turn, poll.id, spans, null);
  return poll;
}

/** A poll that never opened leaves nothing behind. */
export async function discard(turn: Turn, poll: DatePoll): Promise<void> {
  const { polls } = turn.unit;
  for (const personId of await polls.mustHaves(poll.id)) polls.removeMustHave({ pollId: poll.id, personId });
  for (const slot of await polls.slots(poll.id)) polls.removeSlot(slot);
  polls.removePoll(poll);
  await turn.touch(`${POLLDESK}:${poll.id}`);
}

/** When a draft that nobody has opened goes; null: there is none. */
export function draftGoesAt(oldest: { readonly createdAt: Instant } | null): Instant | null {
  return oldest === null ? null : instant(oldest.createdAt + DRAFT_KEPT);
}

/** At 18:00 so many days from now; never later than twelve hours before the first date; null where that leaves no time. */
export function closingAfter(days: number, slots: readonly Span[], zone: string, now: Instant): Instant | null {
  const first = Math.min(...slots.filter(({ startAt }) => startAt > now).map(({ startAt }) => startAt));
  const usual = zonedInstant(addDays(localDate(now, zone), days), CLOSES_AT, zone);
  const closes = Math.min(usual, Number.isFinite(first) ? first - BEFORE_FIRST : usual);
  return closes > now + durations.hour ? instant(closes) : null;
}

export function remindingAt(poll: Pick<DatePoll, 'closesAt'>, now: Instant): Instant {
  if (poll.closesAt === null) return instant(now + REMIND_AFTER);
  const before = poll.closesAt - REMIND_BEFORE;
  return instant(before > now + REMIND_BEFORE ? before : now + Math.floor((poll.closesAt - now) / 2));
}

/**
 * From here on the rules stand. Each room of the group gets the card; where the group has no room, every member who can
 * be written to gets the grid. False: every date has passed since it was prepared.
 */
export async function open(turn: Turn, parts: PollParts, poll: DatePoll): Promise<boolean> {
  const slots = await turn.unit.polls.slots(poll.id);
  if (slots.every(({ startAt }) => startAt <= turn.now)) return false;
  // The end may have passed while the draft lay there.
  const closesAt = poll.closesAt !== null && poll.closesAt <= turn.now ? closingAfter(USUAL_DAYS, slots, poll.zone, turn.now) : poll.closesAt;
  const opened: DatePoll = { ...poll, state: 'OPEN', closesAt, openedAt: turn.now, remindAt: remindingAt({ closesAt }, turn.now) };
  turn.unit.polls.putPoll(opened);
  const rooms = await parts.rosters.roomsOf(turn.unit, poll.groupKey);
  for (const room of rooms) {
    await parts.endQuickPolls(turn, room.id, poll.title);
    await turn.repost(room.id, { kind: DATEPOLL, what: poll.id, personId: null });
  }
  if (rooms.length === 0) {
    for (const { personId } of await parts.rosters.membersOf(turn.unit, poll.groupKey)) {
      const address = await turn.house.directory.addressOf(turn.unit, personId);
      if (address !== null) await hangGrid(turn, address.room, poll.id, personId, personId);
    }
  }
  await touchAll(turn, opened);
  return true;
}

/** A room was bound to the group: the cards of its open polls hang there too. */
export async function postInRoom(turn: Turn, groupKey: string, room: RoomId): Promise<void> {
  for (const { id, state } of (await turn.unit.polls.pollsOf(groupKey)).reverse()) {
    if (state === 'OPEN') await turn.repost(room, { kind: DATEPOLL, what: id, personId: null });
  }
}
