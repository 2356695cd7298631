import { expect, test } from 'vitest';
import type { Decision, DecisionOutcome, DecisionVote } from '../../src/decisions/records.ts';
import { at, eachStore } from './each-store.ts';

const decision = (id: string, minutes: number, more: Partial<Decision> = {}): Decision => ({
  id, groupKey: 'wohnen', question: 'Wo treffen wir uns?', options: ['Rathaus', 'Bürgerhaus'], zone: 'Europe/Berlin', method: 'PLURALITY', majority: 'SIMPLE', tieRule: 'LOT', quorum: 50, quorumUnit: 'PERCENT',
  seed: 'abc', secret: true, electorate: 'ROSTER', state: 'OPEN', closesAt: at(90), remindAt: null, createdBy: 'leader', createdAt: at(minutes), openedAt: at(minutes), counted: null, runoffOf: null, ...more,
});
const vote = (decisionId: string, personId: string, more: Partial<DecisionVote> = {}): DecisionVote => ({ decisionId, personId, choice: [1], channel: 'TELEGRAM', enteredBy: null, castAt: at(1), ...more });
const outcome: DecisionOutcome = { decisionId: 'a', eligible: 9, voted: 8, abstained: 0, figures: [4, 4], verdict: { kind: 'REJECTED', why: 'TIE' }, seed: null, closedAt: at(90) };

eachStore('decisions', (place) => {
  test('decisions and votes come back as they were put, in their order; who votes again is counted once', () =>
    place.on(async (store) => {
      const tied = decision('c', 7, { state: 'TIED', counted: { eligible: 2, voted: 2, abstained: 0, figures: [1, 1], verdict: { kind: 'TIED', between: [0, 1] } } });
      await store.transact(async ({ decisions }) => {
        for (const each of [decision('a', 0), decision('b', 5, { state: 'COUNTING' }), tied, decision('d', 9, { state: 'CLOSED' })]) decisions.putDecision(each);
        decisions.putVote(vote('a', 'ben', { channel: 'PHONE', enteredBy: 'leader', choice: [] }));
        decisions.putVote(vote('a', 'amira'));
        decisions.putVote(vote('a', 'amira', { choice: null, castAt: at(2) }));
      });
      await store.view(async ({ decisions }) => {
        expect(await decisions.decision('c')).toEqual(tied);
        expect((await decisions.decisionsOf('wohnen')).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
        expect((await decisions.openDecisions()).map(({ id }) => id)).toEqual(['a', 'b']);
        expect(await decisions.oldestDraft()).toBeNull();
        expect((await decisions.decisionsBy('leader')).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
        expect(await decisions.votes('a')).toEqual([vote('a', 'amira', { choice: null, castAt: at(2) }), vote('a', 'ben', { channel: 'PHONE', enteredBy: 'leader', choice: [] })]);
        expect(await decisions.vote('a', 'nobody')).toBeNull();
        expect((await decisions.votesOf('amira')).map(({ decisionId }) => decisionId)).toEqual(['a']);
        expect((await decisions.votesEnteredBy('leader')).map(({ personId }) => personId)).toEqual(['ben']);
      });
      await store.transact(async ({ decisions }) => {
        decisions.removeVote({ decisionId: 'a', personId: 'ben' });
        decisions.removeDecision({ id: 'd' });
        expect(await decisions.votes('a')).toHaveLength(1);
        expect(await decisions.decision('d')).toBeNull();
      });
    }));

  test('of drafts the oldest is found, until it goes', () =>
    place.on(async (store) => {
      await store.transact(async ({ decisions }) => {
        for (const [id, minutes] of [['new', 9], ['old', 3]] as const) decisions.putDecision(decision(id, minutes, { state: 'DRAFT' }));
        decisions.putDecision(decision('opened', 1));
        expect(await decisions.oldestDraft()).toEqual(decision('old', 3, { state: 'DRAFT' }));
        decisions.removeDecision({ id: 'old' });
        expect((await decisions.oldestDraft())?.id).toBe('new');
      });
    }));

  test('an outcome is written once and stays; notes stand beside it in their order', () =>
    place.on(async (store) => {
      await store.transact((unit) => unit.decisions.addOutcome(outcome));
      await expect(store.transact((unit) => unit.decisions.addOutcome({ ...outcome, figures: [8, 0] }))).rejects.toThrow('An outcome stands');
      await store.transact(async ({ decisions }) => {
        decisions.putNote({ id: 'n2', decisionId: 'a', text: 'später', writtenBy: null, writtenAt: at(99) });
        decisions.putNote({ id: 'n1', decisionId: 'a', text: 'Das Bürgerhaus war nicht frei.', writtenBy: 'leader', writtenAt: at(95) });
      });
      await store.view(async ({ decisions }) => {
        expect(await decisions.outcome('a')).toEqual(outcome);
        expect((await decisions.notes('a')).map(({ id }) => id)).toEqual(['n1', 'n2']);
        expect((await decisions.notesBy('leader')).map(({ text }) => text)).toEqual(['Das Bürgerhaus war nicht frei.']);
      });
    }));

  test('somebody stands for one seat at a time, and is found from both sides', () =>
    place.on(async (store) => {
      await store.transact(async ({ decisions }) => {
        for (const holderId of ['ben', 'amira']) decisions.putSubstitute({ decisionId: 'a', personId: 'dana', holderId });
        decisions.putSubstitute({ decisionId: 'b', personId: 'chidi', holderId: 'dana' });
      });
      await store.transact(async ({ decisions }) => {
        expect(await decisions.substitutes('a')).toEqual([{ decisionId: 'a', personId: 'dana', holderId: 'amira' }]);
        expect((await decisions.substitutesAround('dana')).map(({ decisionId }) => decisionId)).toEqual(['a', 'b']);
        decisions.removeSubstitute({ decisionId: 'a', personId: 'dana' });
        expect(await decisions.substitutes('a')).toEqual([]);
      });
    }));

  test('a reminder stands once, falls due and goes', () =>
    place.on(async (store) => {
      await store.transact(async ({ decisions }) => {
        expect(await decisions.nextReminder()).toBeNull();
        for (const sendAt of [at(9), at(10)]) decisions.putReminder({ decisionId: 'a', personId: 'amira', sendAt, state: 'WAITING' });
        decisions.putReminder({ decisionId: 'a', personId: 'ben', sendAt: at(5), state: 'HANDED' });
      });
      await store.transact(async ({ decisions }) => {
        expect(await decisions.nextReminder()).toBe(at(10));
        expect(await decisions.dueReminders(at(9), 10)).toEqual([]);
        expect((await decisions.dueReminders(at(10), 10)).map(({ personId }) => personId)).toEqual(['amira']);
        for (const reminder of await decisions.remindersOf('amira')) decisions.removeReminder(reminder);
        expect(await decisions.reminder('a', 'amira')).toBeNull();
        expect(await decisions.reminder('a', 'ben')).toMatchObject({ state: 'HANDED' });
      });
    }));

  test('updates that could not be handled can lose what they said', () =>
    place.on(async (store) => {
      const arriving = (key: string) => ({ platform: 'telegram' as const, account: 'bot', key, receivedAt: at(0), queuedSince: at(0), payload: `said ${key}` });
      const rows = await store.transact(({ kernel }) => kernel.receive([arriving('1'), arriving('2')]));
      await store.transact(async ({ kernel }) => kernel.markInbox(rows[0]!.seq, 'DEAD', 1, 'bug'));
      await store.transact(({ kernel }) => kernel.emptyDeadInbox());
      await store.view(async ({ kernel }) => {
        expect((await kernel.pendingInbox(9)).map(({ payload }) => payload)).toEqual(['said 2']);
        expect(await kernel.inboxCount('DEAD')).toBe(1);
      });
    }));
});
