import { expect, test } from 'vitest';
import type { DatePoll, DateSlot, DateVote } from '../../src/polls/records.ts';
import { at, eachStore } from './each-store.ts';

const poll = (id: string, minutes: number, more: Partial<DatePoll> = {}): DatePoll => ({
  id, groupKey: 'wohnen', title: 'Nächstes Treffen', zone: 'Europe/Berlin', state: 'OPEN', tieRule: 'FEWER_IF_NEEDED', minimum: 3, sectorMinimum: { CITIZENS: 2 }, live: true,
  closesAt: null, remindAt: null, createdBy: 'leader', createdAt: at(minutes), openedAt: at(minutes), chosenSlot: null, eventKey: null, ...more,
});
const slot = (id: string, minutes: number, more: Partial<DateSlot> = {}): DateSlot => ({ id, pollId: id.split('/')[0]!, startAt: at(minutes), endAt: at(minutes + 120), proposedBy: null, ...more });
const vote = (slotId: string, personId: string, more: Partial<DateVote> = {}): DateVote => ({
  slotId, personId, pollId: slotId.split('/')[0]!, answer: 'YES', comment: null, channel: 'TELEGRAM', enteredBy: null, answeredAt: at(1), ...more,
});

eachStore('polls', (place) => {
  test('polls, slots and votes come back as they were put, in their order', () =>
    place.on(async (store) => {
      await store.transact(async ({ polls }) => {
        polls.putPoll(poll('a', 0, { closesAt: at(90) }));
        polls.putPoll(poll('b', 5, { state: 'DECIDED', chosenSlot: 'b/1', eventKey: 'wohnen-1' }));
        polls.putSlot(slot('a/2', 200, { proposedBy: 'amira' }));
        polls.putSlot(slot('a/1', 300));
        polls.putVote(vote('a/1', 'amira', { comment: 'erst ab 20 Uhr' }));
        polls.putVote(vote('a/1', 'amira', { answer: 'NO', answeredAt: at(2) }));
        polls.putVote(vote('a/2', 'ben', { channel: 'PHONE', enteredBy: 'leader' }));
      });
      await store.view(async ({ polls }) => {
        expect(await polls.poll('a')).toEqual(poll('a', 0, { closesAt: at(90) }));
        expect((await polls.pollsOf('wohnen')).map(({ id }) => id)).toEqual(['b', 'a']);
        expect((await polls.openPolls()).map(({ id }) => id)).toEqual(['a']);
        expect(await polls.oldestDraft()).toBeNull();
        expect((await polls.pollsBy('leader')).map(({ id }) => id)).toEqual(['b', 'a']);
        expect((await polls.slots('a')).map(({ id }) => id)).toEqual(['a/2', 'a/1']);
        expect((await polls.slotsProposedBy('amira')).map(({ id }) => id)).toEqual(['a/2']);
        // Somebody who votes again is counted once.
        expect(await polls.votesOf('amira')).toEqual([vote('a/1', 'amira', { answer: 'NO', answeredAt: at(2) })]);
        expect((await polls.votes('a')).map(({ personId }) => personId)).toEqual(['ben', 'amira']);
        expect(await polls.votesIn('a', 'ben')).toHaveLength(1);
        expect((await polls.votesEnteredBy('leader')).map(({ personId }) => personId)).toEqual(['ben']);
      });
    }));

  test('of drafts the oldest is found, until it goes', () =>
    place.on(async (store) => {
      await store.transact(async ({ polls }) => {
        for (const [id, minutes] of [['new', 9], ['old', 3]] as const) polls.putPoll(poll(id, minutes, { state: 'DRAFT' }));
        polls.putPoll(poll('opened', 1));
        expect(await polls.oldestDraft()).toEqual(poll('old', 3, { state: 'DRAFT' }));
        polls.removePoll({ id: 'old' });
        expect((await polls.oldestDraft())?.id).toBe('new');
      });
    }));

  test('must-have people and reminders stand once and go', () =>
    place.on(async (store) => {
      await store.transact(async ({ polls }) => {
        for (const personId of ['ben', 'amira', 'ben']) polls.putMustHave({ pollId: 'a', personId });
        for (const sendAt of [at(9), at(10)]) polls.putReminder({ pollId: 'a', personId: 'amira', sendAt, state: 'WAITING' });
        polls.putReminder({ pollId: 'a', personId: 'ben', sendAt: at(5), state: 'HANDED' });
        expect(await polls.mustHaves('a')).toEqual(['amira', 'ben']);
      });
      await store.transact(async ({ polls }) => {
        expect(await polls.dueReminders(at(9), 10)).toEqual([]);
        expect((await polls.dueReminders(at(10), 10)).map(({ personId }) => personId)).toEqual(['amira']);
        polls.removeMustHave({ pollId: 'a', personId: 'ben' });
        for (const reminder of await polls.remindersOf('amira')) polls.removeReminder(reminder);
      });
      await store.view(async ({ polls }) => {
        expect(await polls.mustHavesOf('ben')).toEqual([]);
        expect(await polls.mustHaves('a')).toEqual(['amira']);
        expect(await polls.reminder('a', 'amira')).toBeNull();
      });
    }));

  test('the next thing that falls due is found over polls and reminders', () =>
    place.on(async (store) => {
      const next = () => store.view(({ polls }) => polls.nextDue());
      expect(await next()).toBeNull();
      await store.transact(async ({ polls }) => polls.putPoll(poll('a', 0, { closesAt: at(90), remindAt: at(60) })));
      expect(await next()).toBe(at(60));
      await store.transact(async ({ polls }) => polls.putReminder({ pollId: 'a', personId: 'amira', sendAt: at(30), state: 'WAITING' }));
      expect(await next()).toBe(at(30));
      await store.transact(async ({ polls }) => {
        polls.putPoll(poll('a', 0, { state: 'CLOSED', closesAt: at(90), remindAt: at(60) }));
        polls.putReminder({ pollId: 'a', personId: 'amira', sendAt: at(30), state: 'DROPPED' });
      });
      expect(await next()).toBeNull();
    }));
});
