import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { DatePoll, DateSlot, DateVote, MustHave, PollReminder } from '../../src/polls/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const polls = tableOf<DatePoll>()({
  name: 'DatePoll',
  key: ['id'],
  columns: {
    id: 'text',
    groupKey: 'text',
    title: 'text',
    zone: 'text',
    state: 'text',
    tieRule: 'text',
    minimum: 'int',
    sectorMinimum: 'json',
    live: 'bool',
    closesAt: 'instant',
    remindAt: 'instant',
    createdBy: 'text',
    createdAt: 'instant',
    openedAt: 'instant',
    chosenSlot: 'text',
    eventKey: 'text',
  },
  findMany: (sql, args: Prisma.DatePollFindManyArgs) => sql.datePoll.findMany(args),
});

const slots = tableOf<DateSlot>()({
  name: 'DateSlot',
  key: ['id'],
  columns: { id: 'text', pollId: 'text', startAt: 'instant', endAt: 'instant', proposedBy: 'text' },
  findMany: (sql, args: Prisma.DateSlotFindManyArgs) => sql.dateSlot.findMany(args),
});

const votes = tableOf<DateVote>()({
  name: 'DateVote',
  key: ['slotId', 'personId'],
  columns: { slotId: 'text', personId: 'text', pollId: 'text', answer: 'text', comment: 'text', channel: 'text', enteredBy: 'text', answeredAt: 'instant' },
  findMany: (sql, args: Prisma.DateVoteFindManyArgs) => sql.dateVote.findMany(args),
});

const mustHaves = tableOf<MustHave>()({
  name: 'DatePollMustHave',
  key: ['pollId', 'personId'],
  columns: { pollId: 'text', personId: 'text' },
  findMany: (sql, args: Prisma.DatePollMustHaveFindManyArgs) => sql.datePollMustHave.findMany(args),
});

const reminders = tableOf<PollReminder>()({
  name: 'DatePollReminder',
  key: ['pollId', 'personId'],
  columns: { pollId: 'text', personId: 'text', sendAt: 'instant', state: 'text' },
  findMany: (sql, args: Prisma.DatePollReminderFindManyArgs) => sql.datePollReminder.findMany(args),
});

export function pollShelves(unit: UnitOfWork) {
  return {
    polls: new Shelf(polls, unit),
    slots: new Shelf(slots, unit),
    votes: new Shelf(votes, unit),
    mustHaves: new Shelf(mustHaves, unit),
    reminders: new Shelf(reminders, unit),
  };
}
