import type { DecisionRecords } from '../../src/decisions/records.ts';
import type { decisionShelves } from './decision-tables.ts';

const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];

export function decisionRecords({ decisions, votes, substitutes, outcomes, notes, reminders }: ReturnType<typeof decisionShelves>): DecisionRecords {
  return {
    decision: (id) => decisions.find({ id }),
    decisionsOf: (groupKey) => decisions.select({ where: { groupKey }, orderBy: newestFirst }),
    openDecisions: () => decisions.select({ where: { state: { in: ['OPEN', 'COUNTING'] } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    oldestDraft: () => decisions.selectFirst({ where: { state: 'DRAFT' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    decisionsBy: (createdBy) => decisions.select({ where: { createdBy }, orderBy: newestFirst }),
    putDecision: (decision) => decisions.put(decision),
    removeDecision: ({ id }) => decisions.remove({ id }),
    vote: (decisionId, personId) => votes.find({ decisionId, personId }),
    votes: (decisionId) => votes.select({ where: { decisionId }, orderBy: { personId: 'asc' } }),
    votesOf: (personId) => votes.select({ where: { personId }, orderBy: { decisionId: 'asc' } }),
    votesEnteredBy: (enteredBy) => votes.select({ where: { enteredBy }, orderBy: [{ decisionId: 'asc' }, { personId: 'asc' }] }),
    putVote: (vote) => votes.put(vote),
    removeVote: ({ decisionId, personId }) => votes.remove({ decisionId, personId }),
    substitutes: (decisionId) => substitutes.select({ where: { decisionId }, orderBy: { personId: 'asc' } }),
    substitutesAround: (personId) => substitutes.select({ where: { OR: [{ personId }, { holderId: personId }] }, orderBy: [{ decisionId: 'asc' }, { personId: 'asc' }] }),
    putSubstitute: (substitute) => substitutes.put(substitute),
    removeSubstitute: ({ decisionId, personId }) => substitutes.remove({ decisionId, personId }),
    outcome: (decisionId) => outcomes.find({ decisionId }),
    async addOutcome(outcome) {
      if ((await outcomes.find({ decisionId: outcome.decisionId })) !== null) throw new Error('An outcome stands; it is not written twice.');
      outcomes.put(outcome);
    },
    notes: (decisionId) => notes.select({ where: { decisionId }, orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] }),
    notesBy: (writtenBy) => notes.select({ where: { writtenBy }, orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] }),
    putNote: (note) => notes.put(note),
    reminder: (decisionId, personId) => reminders.find({ decisionId, personId }),
    putReminder: (reminder) => reminders.put(reminder),
    dueReminders: (at, take) => reminders.select({ where: { state: 'WAITING', sendAt: { lte: new Date(at) } }, orderBy: [{ sendAt: 'asc' }, { decisionId: 'asc' }, { personId: 'asc' }], take }),
    remindersOf: (personId) => reminders.select({ where: { personId }, orderBy: { decisionId: 'asc' } }),
    removeReminder: ({ decisionId, personId }) => reminders.remove({ decisionId, personId }),
    nextReminder: async () => (await reminders.selectFirst({ where: { state: 'WAITING' }, orderBy: { sendAt: 'asc' } }))?.sendAt ?? null,
  };
}
