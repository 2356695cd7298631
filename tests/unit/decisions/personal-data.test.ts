import { expect, test } from 'vitest';
import { decisionsData } from '../../../src/decisions/personal-data.ts';
import type { Decision, DecisionVote } from '../../../src/decisions/records.ts';
import { instant, type Instant } from '../../../src/kernel/time.ts';
import type { Store } from '../../../src/ports/store.ts';
import { plain } from '../../../src/view/plain.ts';
import { inTurn, languages, NOW, withPoll } from '../polls/house.ts';

const later = (minutes: number): Instant => instant(NOW + minutes * 60_000);
const decision = (id: string, more: Partial<Decision> = {}): Decision => ({
  id, groupKey: 'ag-wohnen', question: 'Umziehen?', options: ['Ja', 'Nein'], zone: 'Europe/Berlin', method: 'PLURALITY', majority: 'SIMPLE', tieRule: 'REJECTED', quorum: 0, quorumUnit: 'PERSONS', seed: null, secret: false,
  electorate: 'ROSTER', state: 'OPEN', closesAt: null, remindAt: null, createdBy: 'lena', createdAt: NOW, openedAt: NOW, counted: null, runoffOf: null, ...more,
});
const vote = (decisionId: string, personId: string, choice: readonly number[] | null, minutes = 0): DecisionVote => ({ decisionId, personId, choice, channel: 'TELEGRAM', enteredBy: null, castAt: later(minutes) });
const said = (store: Store, id: string) => store.view(async ({ decisions }) => (await decisions.votes(id)).map(({ personId, choice }) => [personId, choice]));

/** An open and a secret decision, and one that is over, on a real database. */
const withDecisions = (work: (store: Store) => Promise<void>): Promise<void> =>
  withPoll(async (store) => {
    await store.transact(async ({ decisions }) => {
      decisions.putDecision(decision('named'));
      decisions.putDecision(decision('secret', { secret: true }));
      decisions.putDecision(decision('over', { state: 'CLOSED' }));
      await decisions.addOutcome({ decisionId: 'over', eligible: 3, voted: 1, abstained: 0, figures: [1, 0], verdict: { kind: 'CHOSEN', option: 0, by: 'VOTES' }, seed: null, closedAt: NOW });
    });
    await work(store);
  }, ['lena', 'amira', 'phone'], 0);

test('of a secret vote a person reads and takes along only that they voted, of an open one also what', () =>
  withDecisions(async (store) => {
    await store.transact(async ({ decisions }) => {
      decisions.putVote(vote('named', 'amira', [1]));
      decisions.putVote(vote('secret', 'amira', [1]));
    });
    await store.view(async (records) => {
      expect((await decisionsData.export(records, 'amira'))['decisionVotes']).toEqual([
        { decision: 'named', question: 'Umziehen?', voted: true, secret: false, options: ['Ja', 'Nein'], choice: [1], channel: 'TELEGRAM', enteredByTheLeader: false, castAt: '2019-05-02T10:00:00.000Z' },
        { decision: 'secret', question: 'Umziehen?', voted: true, secret: true },
      ]);
      const lines = plain({ blocks: await decisionsData.describe(records, 'amira', languages.of('de')) }).replaceAll(/[\u2066-\u2069]/g, '').split('\n');
      expect(lines).toEqual(['Abstimmung: Umziehen?: Nein', 'Abstimmung: Umziehen?: hat abgestimmt (geheim)']);
    });
  }));

test('erased, no row names the person; what was counted stays', () =>
  withDecisions(async (store) => {
    await store.transact(async ({ decisions }) => {
      for (const id of ['named', 'over']) decisions.putVote(vote(id, 'lena', [0]));
      decisions.putVote({ ...vote('named', 'phone', [1]), channel: 'PHONE', enteredBy: 'lena' });
      decisions.putNote({ id: 'n', decisionId: 'over', text: 'Es fehlte jemand.', writtenBy: 'lena', writtenAt: NOW });
      decisions.putSubstitute({ decisionId: 'named', personId: 'amira', holderId: 'lena' });
      decisions.putReminder({ decisionId: 'named', personId: 'lena', sendAt: NOW, state: 'WAITING' });
    });
    const before = await store.view(({ decisions }) => decisions.outcome('over'));
    await inTurn(store, (turn) => decisionsData.erase(turn, 'lena'));
    await store.view(async ({ decisions }) => {
      const all = [await decisions.decisionsOf('ag-wohnen'), await decisions.votes('named'), await decisions.votes('over'), await decisions.notes('over'), await decisions.substitutes('named'), await decisions.dueReminders(later(1), 9)];
      expect(JSON.stringify(all)).not.toContain('lena');
      expect(await decisions.votes('named')).toHaveLength(1);
      expect(await decisions.notes('over')).toMatchObject([{ text: 'Es fehlte jemand.' }]);
      expect(await decisions.outcome('over')).toEqual(before);
    });
  }));

test('two accounts become one person with one vote, the newest; a secret choice is not kept for the way back', () =>
  withDecisions(async (store) => {
    await store.transact(async ({ decisions }) => {
      decisions.putVote(vote('named', 'phone', [1], 9));
      decisions.putVote(vote('named', 'amira', [0], 5));
      decisions.putVote(vote('secret', 'phone', [1], 5));
      decisions.putVote(vote('secret', 'amira', [0], 5));
      decisions.putReminder({ decisionId: 'named', personId: 'phone', sendAt: NOW, state: 'HANDED' });
      decisions.putReminder({ decisionId: 'named', personId: 'amira', sendAt: NOW, state: 'WAITING' });
    });
    const kept = await inTurn(store, (turn) => decisionsData.merge(turn, 'phone', 'amira'));
    expect([await said(store, 'named'), await said(store, 'secret')]).toEqual([[['amira', [1]]], [['amira', [0]]]]);
    expect(JSON.stringify(kept)).not.toContain('secret');
    await store.view(async ({ decisions }) => {
      expect(await decisions.reminder('named', 'amira')).toMatchObject({ state: 'HANDED' });
      expect(await decisions.remindersOf('phone')).toEqual([]);
    });
    await inTurn(store, (turn) => decisionsData.part(turn, 'phone', 'amira', JSON.parse(JSON.stringify(kept)) as typeof kept));
    expect([await said(store, 'named'), await said(store, 'secret')]).toEqual([[['amira', [0]], ['phone', [1]]], [['amira', [0]]]]);
  }));

test('who stands for a seat goes on doing so as one person, never for themselves', () =>
  withDecisions(async (store) => {
    await store.transact(async ({ decisions }) => {
      decisions.putSubstitute({ decisionId: 'named', personId: 'phone', holderId: 'lena' });
      decisions.putSubstitute({ decisionId: 'secret', personId: 'phone', holderId: 'amira' });
    });
    const around = (personId: string) => store.view(({ decisions }) => decisions.substitutesAround(personId));
    const kept = await inTurn(store, (turn) => decisionsData.merge(turn, 'phone', 'amira'));
    expect([await around('phone'), await around('amira')]).toEqual([[], [{ decisionId: 'named', personId: 'amira', holderId: 'lena' }]]);
    await inTurn(store, (turn) => decisionsData.part(turn, 'phone', 'amira', JSON.parse(JSON.stringify(kept)) as typeof kept));
    expect((await around('phone')).map(({ holderId }) => holderId)).toEqual(['lena', 'amira']);
  }));
