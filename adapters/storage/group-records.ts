import type { GroupRecords } from '../../src/groups/records.ts';
import { groupShelves } from './group-tables.ts';
import type { UnitOfWork } from './unit.ts';

export function groupRecords(unit: UnitOfWork): GroupRecords {
  const { groups, memberships, agenda, attendance, minutes, tasks, series } = groupShelves(unit);
  return {
    group: (key) => groups.find({ key }),
    // "STEERING_GROUP" stands before "WORKING_GROUP".
    groups: () => groups.select({ orderBy: [{ kind: 'asc' }, { key: 'asc' }] }),
    putGroup: (group) => groups.put(group),

    membership: (groupKey, personId) => memberships.find({ groupKey, personId }),
    memberships: (groupKey) => memberships.select({ where: { groupKey }, orderBy: [{ since: 'asc' }, { personId: 'asc' }] }),
    membershipsOf: (personId) => memberships.select({ where: { personId }, orderBy: [{ since: 'asc' }, { groupKey: 'asc' }] }),
    membershipsEnteredBy: (personId) => memberships.select({ where: { enteredBy: personId }, orderBy: [{ since: 'asc' }, { personId: 'asc' }] }),
    putMembership: (membership) => memberships.put(membership),
    removeMembership: (membership) => memberships.remove(membership),

    agenda: (eventKey) => agenda.select({ where: { eventKey }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    agendaItem: (id) => agenda.find({ id }),
    agendaOf: (personId) => agenda.select({ where: { proposedBy: personId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    putAgendaItem: (item) => agenda.put(item),
    removeAgendaItem: (id) => agenda.remove({ id }),

    attendance: (eventKey) => attendance.select({ where: { eventKey }, orderBy: { personId: 'asc' } }),
    attendanceOf: (personId) => attendance.select({ where: { personId }, orderBy: { eventKey: 'asc' } }),
    putAttendance: (each) => attendance.put(each),
    removeAttendance: (each) => attendance.remove(each),

    minutes: (eventKey) => minutes.find({ eventKey }),
    minutesOfGroup: (groupKey) => minutes.select({ where: { groupKey }, orderBy: [{ writtenAt: 'desc' }, { eventKey: 'desc' }] }),
    minutesBy: (personId) => minutes.select({ where: { writtenBy: personId }, orderBy: [{ writtenAt: 'asc' }, { eventKey: 'asc' }] }),
    putMinutes: (each) => minutes.put(each),

    task: (id) => tasks.find({ id }),
    tasks: (groupKey) => tasks.select({ where: { groupKey }, orderBy: { number: 'asc' } }),
    tasksOf: (personId) => tasks.select({ where: { ownerId: personId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    tasksBy: (personId) => tasks.select({ where: { createdBy: personId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    putTask: (task) => tasks.put(task),
    dueTasks: (at) => tasks.select({ where: { state: 'OPEN', remindAt: { lte: new Date(at) } }, orderBy: [{ remindAt: 'asc' }, { id: 'asc' }] }),
    nextTaskReminder: async () => (await tasks.selectFirst({ where: { state: 'OPEN', remindAt: { not: null } }, orderBy: { remindAt: 'asc' } }))?.remindAt ?? null,

    activeSeries: () => series.select({ where: { state: 'ACTIVE' }, orderBy: { id: 'asc' } }),
    putSeries: (each) => series.put(each),
  };
}
