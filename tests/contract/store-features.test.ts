import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Event, Rsvp } from '../../src/events/records.ts';
import type { AuditEntry, Invitation, SamePerson } from '../../src/office/records.ts';
import type { ChatIdentity, Person } from '../../src/people/records.ts';
import { roomId } from '../../src/kernel/update.ts';
import { at, eachStore } from './each-store.ts';

const event: Event = {
  key: 'auftakt',
  kind: 'KICKOFF',
  workingGroup: null,
  title: { de: 'Auftakt', ar: 'انطلاق' },
  subtitle: null,
  lead: { de: 'Herzlich willkommen' },
  programme: [{ de: '14 Uhr: Begrüßung' }],
  place: { de: 'Quenstedt-Gymnasium' },
  zone: 'Europe/Berlin',
  startAt: at(12_000),
  endAt: at(12_270),
  capacity: null,
  unlimited: false,
  deadlineAt: at(719),
  deadlineMode: 'SOFT',
  deadlineConfirmed: true,
  offerHours: 24,
  state: 'OPEN',
  cancelReason: null,
  calendarUid: 'auftakt@example.org',
  calendarSequence: 2,
  turnedAt: at(0),
};

function rsvp(person: number, change: Partial<Rsvp> = {}): Rsvp {
  return {
    eventKey: 'auftakt',
    personId: `p${person}`,
    answer: 'ATTENDING',
    partySize: 1,
    children: null,
    seat: 'CONFIRMED',
    waitOrder: null,
    offerUntil: null,
    channel: 'TELEGRAM',
    timeliness: 'IN_TIME',
    toConfirm: false,
    answeredAt: at(person),
    enteredBy: null,
    ...change,
  };
}

function person(id: number, change: Partial<Person> = {}): Person {
  return { id: `p${id}`, name: `Name ${id}`, language: null, noticeAt: null, createdAt: at(id), ...change };
}

function identity(account: string, owner: number, reach: ChatIdentity['reach']): ChatIdentity {
  return { id: `i${account}`, platform: 'telegram', account, personId: `p${owner}`, name: null, languageHint: 'de', reach, room: roomId('telegram', account), seenAt: at(Number(account)) };
}

eachStore('feature records', (place) => {
  test('people and their accounts', () =>
    place.on(async (store) => {
      const merged = person(2, { noticeAt: at(5), language: 'tr' });
      await store.transact(async ({ people }) => {
        people.putPerson(person(1, { name: null }));
        people.putPerson(merged);
        people.putIdentity(identity('10', 1, 'UNKNOWN'));
        people.putIdentity({ ...identity('10', 1, 'OPEN'), name: 'A' });
        people.putIdentity(identity('11', 1, 'BLOCKED'));
        expect((await people.identitiesOf('p1')).map(({ account }) => account)).toEqual(['11', '10']);
      });
      await store.view(async ({ people }) => {
        await people.prefetchPersons(['p1', 'p2', 'p3']);
        expect(await Promise.all(['p1', 'p2', 'p3'].map((id) => people.person(id)))).toEqual([person(1, { name: null }), merged, null]);
        await people.prefetchIdentities([{ platform: 'telegram', account: '10' }]);
        expect(await people.identity('telegram', '10')).toEqual({ ...identity('10', 1, 'OPEN'), name: 'A' });
      });
      await store.transact(async ({ people }) => {
        people.removePerson('p2');
        people.removeIdentity(identity('11', 1, 'BLOCKED'));
      });
      await store.view(async ({ people }) => expect([await people.person('p2'), await people.identity('telegram', '11')]).toEqual([null, null]));
    }));

  test('events, and a tally that is zero before there is one', () =>
    place.on(async (store) => {
      const later = { ...event, key: 'later', startAt: at(99_000), capacity: 120, unlimited: true, place: null };
      await store.transact(async ({ events }) => {
        events.putEvent(later);
        events.putEvent(event);
        expect(await events.tally('auftakt')).toEqual({ ...(await events.recount('auftakt')), eventKey: 'auftakt', nextOrder: 0 });
        events.putTally({ ...(await events.tally('auftakt')), attendingReplies: 3, nextOrder: 4 });
      });
      await store.view(async ({ events }) => {
        expect(await events.events()).toEqual([event, later]);
        expect(await events.event('none')).toBeNull();
        expect(await events.tally('auftakt')).toMatchObject({ attendingReplies: 3, nextOrder: 4, declined: 0 });
      });
    }));

  test('replies: queue, offers, questions the rules ask', () =>
    place.on(async (store) => {
      const waiting = (id: number, waitOrder: number) => rsvp(id, { seat: 'WAITING', waitOrder });
      const offered = rsvp(5, { seat: 'OFFERED', waitOrder: 1, offerUntil: at(60) });
      await store.transact(async ({ events }) => {
        for (const reply of [rsvp(1), waiting(3, 3), waiting(4, 2), offered, rsvp(6, { answer: 'MAYBE', seat: 'NONE', partySize: 2 })]) events.putRsvp(reply);
        expect((await events.waiting('auftakt', 1)).map(({ personId }) => personId)).toEqual(['p4']);
      });
      await store.view(async ({ events }) => {
        expect(await events.waiting('auftakt', 9)).toEqual([waiting(4, 2), waiting(3, 3)]);
        expect(await events.waitingBefore('auftakt', 3)).toBe(1);
        expect(await events.nextOfferEnd(at(-100_000))).toBe(at(60));
        expect([await events.lapsedOffers(at(59)), await events.lapsedOffers(at(60))]).toEqual([[], [offered]]);
        expect((await events.replies('auftakt')).map(({ personId }) => personId)).toEqual(['p1', 'p3', 'p4', 'p5', 'p6']);
        expect(await events.rsvpsOf('p1')).toEqual([rsvp(1)]);
        await events.prefetchRsvps([{ eventKey: 'auftakt', personId: 'p1' }, { eventKey: 'x', personId: 'p1' }]);
        expect([await events.rsvp('auftakt', 'p1'), await events.rsvp('x', 'p1')]).toEqual([rsvp(1), null]);
      });
      await store.transact(async ({ events }) => events.removeRsvp(offered));
      expect(await store.view((records) => records.events.nextOfferEnd(at(-100_000)))).toBeNull();
    }));

  test('the list, the groups and who cannot be reached', () =>
    place.on(async (store) => {
      await store.transact(async ({ events, people }) => {
        people.putPerson(person(1));
        people.putPerson(person(2, { name: null }));
        people.putPerson(person(3));
        people.putIdentity(identity('10', 1, 'BLOCKED'));
        people.putIdentity(identity('11', 1, 'OPEN'));
        people.putIdentity(identity('12', 2, 'UNKNOWN'));
        events.putRsvp(rsvp(1, { partySize: 3, children: 2 }));
        events.putRsvp(rsvp(2, { partySize: 2 }));
        events.putRsvp(rsvp(3, { channel: 'PHONE', partySize: 4, children: 0, enteredBy: 'o' }));
        expect(await events.unreachable('auftakt')).toBe(1);
      });
      await store.view(async ({ events }) => {
        const listed = await events.listReplies('auftakt');
        expect(listed.map(({ name, reachable, hasChat }) => ({ name, reachable, hasChat }))).toEqual([
          { name: 'Name 1', reachable: true, hasChat: true },
          { name: null, reachable: false, hasChat: true },
          { name: 'Name 3', reachable: false, hasChat: false },
        ]);
        expect(await events.enteredReplies('auftakt')).toEqual([listed[2]]);
        const common = { answer: 'ATTENDING', seat: 'CONFIRMED', timeliness: 'IN_TIME' };
        expect(await events.replyGroups('auftakt')).toEqual([
          { ...common, channel: 'PHONE', replies: 1, persons: 4, children: 0, personsWithChildrenGiven: 4 },
          { ...common, channel: 'TELEGRAM', replies: 2, persons: 5, children: 2, personsWithChildrenGiven: 3 },
        ]);
      });
    }));

  test('a recount counts what the rows say', { timeout: 60_000 }, () =>
    place.on(async (store) => {
      const reply = fc.record({
        answer: fc.constantFrom('ATTENDING', 'MAYBE', 'DECLINED'),
        seat: fc.constantFrom('NONE', 'CONFIRMED', 'WAITING', 'OFFERED'),
        partySize: fc.integer({ min: 1, max: 20 }),
        toConfirm: fc.boolean(),
        enteredBy: fc.constantFrom(null, 'o'),
        timeliness: fc.constantFrom('IN_TIME', 'LATE', 'DISTURBANCE'),
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(reply, { maxLength: 30 }), async (drawn) => {
          const eventKey = `e${(run += 1)}`;
          const replies = drawn.map((each, index) => rsvp(index, { ...each, eventKey, seat: each.answer === 'ATTENDING' ? each.seat : 'NONE' }));
          const counted = await store.transact(async ({ events }) => {
            for (const each of replies) events.putRsvp(each);
            return events.recount(eventKey);
          });
          const persons = (some: readonly Rsvp[]) => some.reduce((sum, each) => sum + each.partySize, 0);
          const seats = (...wanted: Rsvp['seat'][]) => replies.filter((each) => wanted.includes(each.seat));
          expect(counted).toEqual({
            eventKey,
            attendingReplies: seats('CONFIRMED').length,
            attendingPersons: persons(seats('CONFIRMED')),
            maybe: replies.filter((each) => each.answer === 'MAYBE').length,
            declined: replies.filter((each) => each.answer === 'DECLINED').length,
            waitingReplies: seats('WAITING', 'OFFERED').length,
            waitingPersons: persons(seats('WAITING', 'OFFERED')),
            reservedReplies: seats('OFFERED').length,
            reservedPersons: persons(seats('OFFERED')),
            toConfirm: replies.filter((each) => each.toConfirm).length,
            late: replies.filter((each) => each.timeliness === 'LATE').length,
            entered: replies.filter((each) => each.enteredBy !== null).length,
            nextOrder: 0,
          });
        }),
        { numRuns: 30 },
      );
    }));

  test('what people bring', () =>
    place.on(async (store) => {
      const slot = { id: 's1', eventKey: 'auftakt', position: 1, kind: 'DISH', title: { de: 'Salat' }, places: 3 } as const;
      const item = { slotId: 's1', personId: 'p1', eventKey: 'auftakt', what: 'Taboulé', createdAt: at(1) };
      await store.transact(async ({ events }) => {
        events.putSlot({ ...slot, id: 's2', position: 2, places: null });
        events.putSlot(slot);
        events.putItem(item);
        events.putItem({ ...item, personId: 'p2', what: null });
      });
      await store.view(async ({ events }) => {
        expect((await events.slots('auftakt')).map(({ id }) => id)).toEqual(['s1', 's2']);
        expect(await events.items('auftakt')).toEqual([item, { ...item, personId: 'p2', what: null }]);
      });
      await store.transact(async ({ events }) => events.removeItem(item));
      expect(await store.view((records) => records.events.itemsOf('p1'))).toEqual([]);
    }));

  test('the office: staff, codes, audit, persons who may be one', () =>
    place.on(async (store) => {
      const member = { personId: 'p1', role: 'OFFICER', invitedBy: null, since: at(0) } as const;
      const code: Invitation = { codeHash: 'h', role: 'HELPER', invitedBy: 'p1', createdAt: at(0), expiresAt: at(9), usedAt: null };
      const entry: AuditEntry = { id: 'a1', at: at(1), actorId: 'p1', subjectId: 'p2', act: 'reply.entered', eventKey: 'auftakt', details: { persons: 4, why: null } };
      const same: SamePerson = { id: 's', eventKey: 'auftakt', enteredId: 'p2', chatId: 'p3', state: 'OPEN', decidedBy: null, decidedAt: null };
      await store.transact(async ({ office }) => {
        office.putStaff(member);
        office.putInvitation(code);
        office.putInvitation({ ...code, usedAt: at(2) });
        office.audit(entry);
        office.audit({ ...entry, id: 'a2', at: at(2), subjectId: null });
        await office.auditSubject('p2', 'p3');
        office.putSamePerson(same);
      });
      await store.view(async ({ office }) => {
        await office.prefetchStaff(['p1', 'p9']);
        expect([await office.staff('p1'), await office.staff('p9'), await office.allStaff()]).toEqual([member, null, [member]]);
        expect(await office.invitation('h')).toEqual({ ...code, usedAt: at(2) });
        expect((await office.auditLog(9)).map(({ id, subjectId }) => [id, subjectId])).toEqual([['a2', null], ['a1', 'p3']]);
        expect(await office.auditOf('p3', 9)).toEqual([{ ...entry, subjectId: 'p3' }]);
        expect([await office.openSamePersons('auftakt'), await office.samePersonsWith('p3'), await office.samePersonsWith('p1')]).toEqual([[same], [same], []]);
      });
      await store.transact(async ({ office }) => {
        await office.auditSubject('p3', null);
        office.putSamePerson({ ...same, state: 'APART', decidedBy: 'p1', decidedAt: at(3) });
        office.removeStaff('p1');
      });
      await store.view(async ({ office }) => {
        expect([await office.auditOf('p3', 9), await office.openSamePersons('auftakt'), await office.allStaff()]).toEqual([[], [], []]);
        expect(await office.samePerson('s')).toMatchObject({ state: 'APART', decidedAt: at(3) });
      });
      await store.transact(async ({ office }) => office.removeSamePerson('s'));
      expect(await store.view((records) => records.office.samePerson('s'))).toBeNull();
    }));

  test('the process that was imported last', () =>
    place.on(async (store) => {
      expect(await store.view((records) => records.process.current())).toBeNull();
      const file = { key: 'm', title: { de: 'Mössingen' } } as never;
      await store.transact(async ({ process }) => {
        process.save({ key: 'm', sourceHash: '1', file, importedAt: at(0) });
        process.save({ key: 'm', sourceHash: '2', file, importedAt: at(1) });
      });
      expect(await store.view((records) => records.process.current())).toEqual({ key: 'm', sourceHash: '2', file, importedAt: at(1) });
    }));
});
