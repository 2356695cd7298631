import { expect, test } from 'vitest';
import { instant } from '../../../src/kernel/time.ts';
import { pollsData } from '../../../src/polls/personal-data.ts';
import type { DateVote } from '../../../src/polls/records.ts';
import type { Store } from '../../../src/ports/store.ts';
import { inTurn, languages, NOW, vote, withPoll } from './house.ts';

const votesOf = (store: Store): Promise<DateVote[]> => store.view(({ polls }) => polls.votes('p'));
const later = (minutes: number): DateVote['answeredAt'] => instant(NOW + minutes * 60_000);

test('everything about a person is shown and exported', () =>
  withPoll(async (store) => {
    await store.transact(async ({ polls }) => {
      polls.putVote(vote(1, 'amira', { comment: 'ab 20 Uhr' }));
      polls.putVote(vote(2, 'amira', { answer: 'IF_NEEDED', channel: 'PHONE', enteredBy: 'lena' }));
      polls.putMustHave({ pollId: 'p', personId: 'amira' });
      polls.putSlot({ ...(await polls.slots('p'))[0]!, proposedBy: 'amira' });
      polls.putReminder({ pollId: 'p', personId: 'amira', sendAt: NOW, state: 'HANDED' });
    });
    await store.view(async (records) => {
      expect(await pollsData.export(records, 'amira')).toEqual({
        dateVotes: [
          { poll: 'p', from: '2019-05-03T17:00:00.000Z', until: '2019-05-03T19:00:00.000Z', answer: 'YES', comment: 'ab 20 Uhr', channel: 'TELEGRAM', enteredByTheLeader: false, answeredAt: '2019-05-02T10:00:00.000Z' },
          { poll: 'p', from: '2019-05-04T17:00:00.000Z', until: '2019-05-04T19:00:00.000Z', answer: 'IF_NEEDED', comment: null, channel: 'PHONE', enteredByTheLeader: true, answeredAt: '2019-05-02T10:00:00.000Z' },
        ],
        proposedDates: [{ poll: 'p', from: '2019-05-03T17:00:00.000Z', until: '2019-05-03T19:00:00.000Z' }],
        mustHaveIn: ['p'],
        pollsStarted: [],
        pollReminders: [{ poll: 'p', sendAt: '2019-05-02T10:00:00.000Z', state: 'HANDED' }],
      });
      expect(await pollsData.describe(records, 'amira', languages.of('de'))).toHaveLength(2);
    });
  }, ['lena', 'amira'], 2));

test('erased, no row names the person; what was entered for others stays theirs', () =>
  withPoll(async (store) => {
    await store.transact(async ({ polls }) => {
      polls.putVote(vote(1, 'lena'));
      polls.putVote(vote(1, 'ben', { channel: 'PHONE', enteredBy: 'lena' }));
      polls.putMustHave({ pollId: 'p', personId: 'lena' });
      polls.putSlot({ ...(await polls.slots('p'))[0]!, proposedBy: 'lena' });
      polls.putReminder({ pollId: 'p', personId: 'lena', sendAt: NOW, state: 'WAITING' });
    });
    const touched: string[] = [];
    await inTurn(store, (turn) => pollsData.erase(turn, 'lena'), touched);
    expect(await votesOf(store)).toEqual([vote(1, 'ben', { channel: 'PHONE' })]);
    expect(touched).toEqual(expect.arrayContaining(['DATEPOLL:p', 'POLLDESK:p', 'DATEVOTE:p/lena']));
    await store.view(async (records) => {
      expect(JSON.stringify([await records.polls.poll('p'), await records.polls.slots('p'), await records.polls.mustHaves('p'), await records.polls.dueReminders(later(1), 9)])).not.toContain('lena');
    });
  }, ['lena', 'ben'], 1));

test('two accounts become one person: per date the newest answer stands, at one instant the one that stays', () =>
  withPoll(async (store) => {
    await store.transact(async ({ polls }) => {
      polls.putVote(vote(1, 'phone', { answer: 'NO', channel: 'PHONE', answeredAt: later(5) }));
      polls.putVote(vote(1, 'amira', { answer: 'YES', answeredAt: later(9) }));
      polls.putVote(vote(2, 'phone', { answer: 'NO', channel: 'PHONE', answeredAt: later(9) }));
      polls.putVote(vote(2, 'amira', { answer: 'YES', answeredAt: later(5) }));
      polls.putVote(vote(3, 'phone', { answer: 'NO', answeredAt: later(7) }));
      polls.putVote(vote(3, 'amira', { answer: 'IF_NEEDED', answeredAt: later(7) }));
      polls.putVote(vote(4, 'phone', { answer: 'YES' }));
      polls.putMustHave({ pollId: 'p', personId: 'phone' });
      polls.putReminder({ pollId: 'p', personId: 'phone', sendAt: NOW, state: 'HANDED' });
      polls.putReminder({ pollId: 'p', personId: 'amira', sendAt: NOW, state: 'WAITING' });
    });
    const before = await votesOf(store);
    const kept = await inTurn(store, (turn) => pollsData.merge(turn, 'phone', 'amira'));
    const answers = new Map((await votesOf(store)).map(({ slotId, personId, answer }) => [slotId, `${personId} ${answer}`]));
    expect([...answers].sort(([a], [b]) => a.localeCompare(b))).toEqual([['p/1', 'amira YES'], ['p/2', 'amira NO'], ['p/3', 'amira IF_NEEDED'], ['p/4', 'amira YES']]);
    await store.view(async ({ polls }) => {
      expect(await polls.mustHaves('p')).toEqual(['amira']);
      // Reminded once on either side is reminded.
      expect(await polls.reminder('p', 'amira')).toMatchObject({ state: 'HANDED' });
      expect(await polls.remindersOf('phone')).toEqual([]);
    });

    await inTurn(store, (turn) => pollsData.part(turn, 'phone', 'amira', JSON.parse(JSON.stringify(kept)) as typeof kept));
    const order = (votes: readonly DateVote[]): DateVote[] => [...votes].sort((a, b) => `${a.slotId}${a.personId}`.localeCompare(`${b.slotId}${b.personId}`));
    expect(order(await votesOf(store))).toEqual(order(before));
    await store.view(async ({ polls }) => expect(await polls.mustHaves('p')).toEqual(['phone']));
  }, ['lena', 'amira', 'phone'], 4));

test('taken back when the poll is closed, it stays as it was counted', () =>
  withPoll(async (store) => {
    await store.transact(async ({ polls }) => polls.putVote(vote(1, 'phone', { channel: 'PHONE' })));
    const kept = await inTurn(store, (turn) => pollsData.merge(turn, 'phone', 'amira'));
    await store.transact(async ({ polls }) => polls.putPoll({ ...(await polls.poll('p'))!, state: 'CLOSED' }));
    await inTurn(store, (turn) => pollsData.part(turn, 'phone', 'amira', kept));
    expect(await votesOf(store)).toEqual([vote(1, 'amira', { channel: 'PHONE' })]);
  }, ['lena', 'amira', 'phone'], 1));
