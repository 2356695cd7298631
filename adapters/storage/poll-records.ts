import type { Instant } from '../../src/kernel/time.ts';
import type { PollRecords } from '../../src/polls/records.ts';
import type { pollShelves } from './poll-tables.ts';

const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

export function pollRecords({ polls, slots, votes, mustHaves, reminders }: ReturnType<typeof pollShelves>): PollRecords {
  return {
    poll: (id) => polls.find({ id }),
    pollsOf: (groupKey) => polls.select({ where: { groupKey }, orderBy: newestFirst }),
    openPolls: () => polls.select({ where: { state: 'OPEN' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    oldestDraft: () => polls.selectFirst({ where: { state: 'DRAFT' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    pollsBy: (createdBy) => polls.select({ where: { createdBy }, orderBy: newestFirst }),
    putPoll: (poll) => polls.put(poll),
    removePoll: ({ id }) => polls.remove({ id }),
    slots: (pollId) => slots.select({ where: { pollId }, orderBy: [{ startAt: 'asc' }, { id: 'asc' }] }),
    slotsProposedBy: (proposedBy) => slots.select({ where: { proposedBy }, orderBy: [{ startAt: 'asc' }, { id: 'asc' }] }),
    putSlot: (slot) => slots.put(slot),
    removeSlot: ({ id }) => slots.remove({ id }),
    vote: (slotId, personId) => votes.find({ slotId, personId }),
    votes: (pollId) => votes.select({ where: { pollId }, orderBy: [{ answeredAt: 'asc' }, { slotId: 'asc' }, { personId: 'asc' }] }),
    votesIn: (pollId, personId) => votes.select({ where: { pollId, personId }, orderBy: { slotId: 'asc' } }),
    votesOf: (personId) => votes.select({ where: { personId }, orderBy: [{ answeredAt: 'asc' }, { slotId: 'asc' }] }),
    votesEnteredBy: (enteredBy) => votes.select({ where: { enteredBy }, orderBy: [{ slotId: 'asc' }, { personId: 'asc' }] }),
    putVote: (vote) => votes.put(vote),
    removeVote: ({ slotId, personId }) => votes.remove({ slotId, personId }),
    mustHaves: async (pollId) => (await mustHaves.select({ where: { pollId }, orderBy: { personId: 'asc' } })).map(({ personId }) => personId),
    mustHavesOf: (personId) => mustHaves.select({ where: { personId }, orderBy: { pollId: 'asc' } }),
    putMustHave: (must) => mustHaves.put(must),
    removeMustHave: (must) => mustHaves.remove(must),
    reminder: (pollId, personId) => reminders.find({ pollId, personId }),
    putReminder: (reminder) => reminders.put(reminder),
    dueReminders: (at, take) => reminders.select({ where: { state: 'WAITING', sendAt: { lte: new Date(at) } }, orderBy: [{ sendAt: 'asc' }, { pollId: 'asc' }, { personId: 'asc' }], take }),
    remindersOf: (personId) => reminders.select({ where: { personId }, orderBy: { pollId: 'asc' } }),
    removeReminder: ({ pollId, personId }) => reminders.remove({ pollId, personId }),
    async nextDue() {
      const closing = await polls.selectFirst({ where: { state: 'OPEN', closesAt: { not: null } }, orderBy: { closesAt: 'asc' } });
      const reminding = await polls.selectFirst({ where: { state: 'OPEN', remindAt: { not: null } }, orderBy: { remindAt: 'asc' } });
      const reminder = await reminders.selectFirst({ where: { state: 'WAITING' }, orderBy: { sendAt: 'asc' } });
      const planned = [closing?.closesAt, reminding?.remindAt, reminder?.sendAt].filter((at): at is Instant => at != null);
      return planned.length === 0 ? null : (Math.min(...planned) as Instant);
    },
  };
}
