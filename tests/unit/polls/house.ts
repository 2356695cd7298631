import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../adapters/storage/store.ts';
import { readTexts } from '../../../adapters/system/texts.ts';
import type { Membership, WorkingGroup } from '../../../src/groups/records.ts';
import { instant, instantFromIso, type Instant } from '../../../src/kernel/time.ts';
import type { Turn } from '../../../src/kernel/turn.ts';
import type { DatePoll, DateVote } from '../../../src/polls/records.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createLanguages } from '../../../src/view/language.ts';

export const NOW = instantFromIso('2019-05-02T12:00:00+02:00');
export const languages = createLanguages(readTexts());

const GROUP: WorkingGroup = { key: 'ag-wohnen', kind: 'WORKING_GROUP', title: { de: 'AG Wohnen' }, fieldOfAction: null, joining: 'OPEN', meetings: null, from: null, until: null, state: 'ACTIVE', createdAt: NOW };

/** A working group with an open poll of some dates, on a real database. */
export async function withPoll<T>(work: (store: Store) => Promise<T>, members: readonly string[], slots: number, poll: Partial<DatePoll> = {}): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'polls-'));
  const store = await openStore(`file:${join(folder, 'polls.db')}`, { onFatal: (error) => { throw error; } });
  try {
    await store.transact(async (unit) => {
      unit.groups.putGroup(GROUP);
      for (const [index, id] of members.entries()) {
        unit.people.putPerson({ id, name: id, language: null, noticeAt: NOW, createdAt: NOW });
        unit.groups.putMembership(membership(id, index === 0 ? 'LEADER' : 'MEMBER'));
      }
      unit.polls.putPoll({
        id: 'p', groupKey: GROUP.key, title: 'Zweites Treffen', zone: 'Europe/Berlin', state: 'OPEN', tieRule: 'FEWER_IF_NEEDED', minimum: 0, sectorMinimum: {}, live: true, closesAt: null, remindAt: null,
        createdBy: members[0] ?? null, createdAt: NOW, openedAt: NOW, chosenSlot: null, eventKey: null, ...poll,
      });
      for (let number = 1; number <= slots; number += 1) unit.polls.putSlot({ id: `p/${number}`, pollId: 'p', startAt: day(number), endAt: instant(day(number) + 7_200_000), proposedBy: null });
    });
    return await work(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 19:00 on the nth day after the second of May 2019. */
const day = (number: number): Instant => instant(instantFromIso('2019-05-02T19:00:00+02:00') + number * 86_400_000);

function membership(personId: string, role: Membership['role'] = 'MEMBER'): Membership {
  return { groupKey: GROUP.key, personId, role, sector: null, standing: 'MEMBER', channel: 'TELEGRAM', enteredBy: null, since: NOW };
}

export const vote = (slot: number, personId: string, more: Partial<DateVote> = {}): DateVote => ({
  slotId: `p/${slot}`, pollId: 'p', personId, answer: 'YES', comment: null, channel: 'TELEGRAM', enteredBy: null, answeredAt: NOW, ...more,
});

/** As much of a turn as what is stored about people needs; `touched` gathers what would be drawn anew. */
export async function inTurn<T>(store: Store, work: (turn: Turn) => Promise<T>, touched: string[] = []): Promise<T> {
  return store.transact((unit) => work({ unit, now: NOW, touch: async (subject: string) => void touched.push(subject) } as unknown as Turn));
}
