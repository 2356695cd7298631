import { expect, test } from 'vitest';
import type { AgendaItem, Attendance, MeetingSeries, Membership, Minutes, Task, WorkingGroup } from '../../src/groups/records.ts';
import { at, eachStore } from './each-store.ts';

const group: WorkingGroup = { key: 'ag-wohnen', kind: 'WORKING_GROUP', title: { de: 'AG Wohnen', ar: 'السكن' }, fieldOfAction: 'wohnen', joining: 'OPEN', meetings: { min: 3, max: 4 }, from: at(0), until: at(9_000), state: 'ACTIVE', createdAt: at(1) };
const member: Membership = { groupKey: 'ag-wohnen', personId: 'p1', role: 'MEMBER', sector: 'CITIZENS', standing: 'MEMBER', channel: 'TELEGRAM', enteredBy: null, since: at(2) };
const item: AgendaItem = { id: 'a1', eventKey: 'ag-wohnen-1', number: 1, position: 0, text: 'Mietspiegel', proposedBy: 'p1', createdAt: at(3) };
const mark: Attendance = { eventKey: 'ag-wohnen-1', personId: 'p1', present: true, markedAt: at(4) };
const minutes: Minutes = { eventKey: 'ag-wohnen-1', groupKey: 'ag-wohnen', texts: { de: 'Wir haben\n„alles“ besprochen.' }, link: null, fileId: null, state: 'DRAFT', writtenBy: 'p1', writtenAt: at(5), approvedAt: null };
const task: Task = { id: 't1', groupKey: 'ag-wohnen', number: 1, text: 'Raum buchen', ownerId: 'p1', dueAt: at(99), state: 'OPEN', remindAt: at(50), createdBy: 'p2', createdAt: at(6), doneAt: null };
const series: MeetingSeries = { id: 's1', groupKey: 'ag-wohnen', recurrence: { kind: 'MONTHLY', nth: 1, weekday: 2 }, start: '19:00', end: '21:00', place: null, state: 'ACTIVE', lastDate: '2019-05-07', lastEventKey: 'ag-wohnen-1' };

eachStore('group records', (place) => {
  test('groups: the steering group first, and every field comes back', () =>
    place.on(async (store) => {
      const steering: WorkingGroup = { ...group, key: 'steuerungskreis', kind: 'STEERING_GROUP', fieldOfAction: null, meetings: null, from: null, until: null };
      await store.transact(async ({ groups }) => [group, steering].forEach((each) => groups.putGroup(each)));
      expect(await store.view(({ groups }) => groups.groups())).toEqual([steering, group]);
      expect(await store.view(({ groups }) => groups.group('nowhere'))).toBeNull();
    }));

  test('memberships: one per group and person, oldest first, found from every side', () =>
    place.on(async (store) => {
      const phone: Membership = { ...member, personId: 'p2', channel: 'PHONE', enteredBy: 'p1', since: at(1), sector: null };
      const elsewhere: Membership = { ...member, groupKey: 'ag-arbeit', standing: 'ASKED', since: at(9) };
      await store.transact(async ({ groups }) => [member, phone, elsewhere, { ...member, role: 'LEADER' as const }].forEach((each) => groups.putMembership(each)));
      await store.view(async ({ groups }) => {
        expect(await groups.memberships('ag-wohnen')).toEqual([phone, { ...member, role: 'LEADER' }]);
        expect(await groups.membershipsOf('p1')).toEqual([{ ...member, role: 'LEADER' }, elsewhere]);
        expect(await groups.membershipsEnteredBy('p1')).toEqual([phone]);
      });
      await store.transact(async ({ groups }) => groups.removeMembership(phone));
      expect(await store.view(({ groups }) => groups.membership('ag-wohnen', 'p2'))).toBeNull();
    }));

  test('agenda, attendance and minutes of a meeting', () =>
    place.on(async (store) => {
      const second: AgendaItem = { ...item, id: 'a2', number: 2, position: 1, proposedBy: null };
      const approved: Minutes = { ...minutes, eventKey: 'ag-wohnen-2', texts: {}, link: 'https://example.org/p.pdf', state: 'APPROVED', writtenAt: at(7), approvedAt: at(8) };
      await store.transact(async ({ groups }) => {
        [second, item].forEach((each) => groups.putAgendaItem(each));
        groups.putAttendance(mark);
        [minutes, approved].forEach((each) => groups.putMinutes(each));
      });
      await store.transact(async ({ groups }) => {
        expect(await groups.agenda('ag-wohnen-1')).toEqual([item, second]);
        groups.putAgendaItem({ ...item, position: 1 });
        groups.putAgendaItem({ ...second, position: 0 });
        expect((await groups.agenda('ag-wohnen-1')).map(({ id }) => id)).toEqual(['a2', 'a1']);
        expect(await groups.agendaOf('p1')).toEqual([{ ...item, position: 1 }]);
        expect(await groups.attendance('ag-wohnen-1')).toEqual([mark]);
        expect(await groups.attendanceOf('p1')).toEqual([mark]);
        groups.removeAttendance(mark);
        groups.removeAgendaItem('a1');
        expect(await groups.minutesOfGroup('ag-wohnen')).toEqual([approved, minutes]);
        expect(await groups.minutesBy('p1')).toEqual([minutes, approved]);
      });
      await store.view(async ({ groups }) => {
        expect(await groups.attendance('ag-wohnen-1')).toEqual([]);
        expect(await groups.agendaItem('a1')).toBeNull();
        expect(await groups.minutes('ag-wohnen-2')).toEqual(approved);
      });
    }));

  test('tasks: only open ones are due, the next reminder is the earliest', () =>
    place.on(async (store) => {
      const later: Task = { ...task, id: 't2', number: 2, remindAt: at(60), ownerId: null, dueAt: null };
      const done: Task = { ...task, id: 't3', number: 3, state: 'DONE', remindAt: at(10), doneAt: at(11) };
      await store.transact(async ({ groups }) => [later, done, task].forEach((each) => groups.putTask(each)));
      await store.view(async ({ groups }) => {
        expect(await groups.tasks('ag-wohnen')).toEqual([task, later, done]);
        expect(await groups.nextTaskReminder()).toBe(at(50));
        expect(await groups.dueTasks(at(55))).toEqual([task]);
        expect((await groups.tasksOf('p1')).map(({ id }) => id)).toEqual(['t1', 't3']);
        expect((await groups.tasksBy('p2')).map(({ id }) => id)).toEqual(['t1', 't2', 't3']);
        expect(await groups.task('t2')).toEqual(later);
      });
    }));

  test('series: only active ones go on', () =>
    place.on(async (store) => {
      const ended: MeetingSeries = { ...series, id: 's2', state: 'ENDED', recurrence: { kind: 'WEEKLY', weeks: 2, weekday: 4 }, place: { de: 'Rathaus' } };
      await store.transact(async ({ groups }) => [series, ended].forEach((each) => groups.putSeries(each)));
      expect(await store.view(({ groups }) => groups.activeSeries())).toEqual([series]);
      await store.transact(async ({ groups }) => [{ ...series, state: 'ENDED' as const }, { ...ended, state: 'ACTIVE' as const }].forEach((each) => groups.putSeries(each)));
      expect(await store.view(({ groups }) => groups.activeSeries())).toEqual([{ ...ended, state: 'ACTIVE' }]);
    }));
});
