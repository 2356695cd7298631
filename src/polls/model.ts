import type { WorkingGroup } from '../groups/records.ts';
import type { Instant } from '../kernel/time.ts';
import type { Records } from '../ports/store.ts';
import type { DatePoll, DateSlot, DateVote } from './records.ts';
import { suggest, type Suggestion, type Voter } from './rules.ts';

/** All that a poll's cards show, read in one go from committed state. */
export interface PollModel {
  readonly poll: DatePoll;
  readonly group: WorkingGroup;
  /** By start; those that have begun, too. */
  readonly slots: readonly DateSlot[];
  readonly voters: readonly Voter[];
  readonly votes: readonly DateVote[];
  readonly mustHave: readonly string[];
  /** Over the slots that can still be chosen. */
  readonly suggestion: Suggestion;
  /** Voters who have said something about at least one slot. */
  readonly answered: ReadonlySet<string>;
}

/** null: the poll or its group is gone. */
export async function pollModel(records: Records, pollId: string, now: Instant): Promise<PollModel | null> {
  const poll = await records.polls.poll(pollId);
  const group = poll === null ? null : await records.groups.group(poll.groupKey);
  if (poll === null || group === null) return null;
  const slots = await records.polls.slots(pollId);
  const voters = (await records.groups.memberships(group.key)).filter(({ standing }) => standing === 'MEMBER').map(({ personId, sector }) => ({ personId, sector }));
  const votes = await records.polls.votes(pollId);
  const mustHave = await records.polls.mustHaves(pollId);
  const ahead = slots.filter(({ startAt }) => startAt > now);
  const members = new Set(voters.map(({ personId }) => personId));
  return {
    poll,
    group,
    slots,
    voters,
    votes,
    mustHave,
    suggestion: suggest(ahead, voters, votes, { mustHave, minimum: poll.minimum, sectorMinimum: poll.sectorMinimum, tieRule: poll.tieRule }),
    answered: new Set(votes.flatMap(({ personId }) => (members.has(personId) ? personId : []))),
  };
}

/** Whether votes are taken at this moment. */
export function takesVotes(poll: DatePoll, now: Instant): boolean {
  return poll.state === 'OPEN' && (poll.closesAt === null || now < poll.closesAt);
}

/** The number behind the slash of a slot's id: buttons carry it, and it never changes. */
export function slotNumber(slot: Pick<DateSlot, 'id'>): number {
  return Number(slot.id.slice(slot.id.lastIndexOf('/') + 1));
}

/** A, B, … Z, A2, B2: what a slot is called in the poll, by its place among the others. */
export function letterOf(index: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (index % 26));
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`;
}
