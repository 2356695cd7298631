import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { Decision, DecisionNote, DecisionOutcome, DecisionReminder, DecisionVote, Substitute } from '../../src/decisions/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const decisions = tableOf<Decision>()({
  name: 'Decision',
  key: ['id'],
  columns: {
    id: 'text',
    groupKey: 'text',
    question: 'text',
    options: 'json',
    zone: 'text',
    method: 'text',
    majority: 'text',
    tieRule: 'text',
    quorum: 'int',
    quorumUnit: 'text',
    seed: 'text',
    secret: 'bool',
    electorate: 'text',
    state: 'text',
    closesAt: 'instant',
    remindAt: 'instant',
    createdBy: 'text',
    createdAt: 'instant',
    openedAt: 'instant',
    counted: 'json',
    runoffOf: 'text',
  },
  findMany: (sql, args: Prisma.DecisionFindManyArgs) => sql.decision.findMany(args),
});

const votes = tableOf<DecisionVote>()({
  name: 'DecisionVote',
  key: ['decisionId', 'personId'],
  columns: { decisionId: 'text', personId: 'text', choice: 'json', channel: 'text', enteredBy: 'text', castAt: 'instant' },
  findMany: (sql, args: Prisma.DecisionVoteFindManyArgs) => sql.decisionVote.findMany(args),
});

const outcomes = tableOf<DecisionOutcome>()({
  name: 'DecisionOutcome',
  key: ['decisionId'],
  columns: { decisionId: 'text', eligible: 'int', voted: 'int', abstained: 'int', figures: 'json', verdict: 'json', seed: 'text', closedAt: 'instant' },
  findMany: (sql, args: Prisma.DecisionOutcomeFindManyArgs) => sql.decisionOutcome.findMany(args),
});

const substitutes = tableOf<Substitute>()({
  name: 'DecisionSubstitute',
  key: ['decisionId', 'personId'],
  columns: { decisionId: 'text', personId: 'text', holderId: 'text' },
  findMany: (sql, args: Prisma.DecisionSubstituteFindManyArgs) => sql.decisionSubstitute.findMany(args),
});

const notes = tableOf<DecisionNote>()({
  name: 'DecisionNote',
  key: ['id'],
  columns: { id: 'text', decisionId: 'text', text: 'text', writtenBy: 'text', writtenAt: 'instant' },
  findMany: (sql, args: Prisma.DecisionNoteFindManyArgs) => sql.decisionNote.findMany(args),
});

const reminders = tableOf<DecisionReminder>()({
  name: 'DecisionReminder',
  key: ['decisionId', 'personId'],
  columns: { decisionId: 'text', personId: 'text', sendAt: 'instant', state: 'text' },
  findMany: (sql, args: Prisma.DecisionReminderFindManyArgs) => sql.decisionReminder.findMany(args),
});

export function decisionShelves(unit: UnitOfWork) {
  return {
    decisions: new Shelf(decisions, unit),
    votes: new Shelf(votes, unit),
    outcomes: new Shelf(outcomes, unit),
    substitutes: new Shelf(substitutes, unit),
    notes: new Shelf(notes, unit),
    reminders: new Shelf(reminders, unit),
  };
}
