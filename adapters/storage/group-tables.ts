import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { AgendaItem, Attendance, MeetingSeries, Membership, Minutes, Task, WorkingGroup } from '../../src/groups/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const groups = tableOf<WorkingGroup>()({
  name: 'WorkingGroup',
  key: ['key'],
  columns: {
    key: 'text',
    kind: 'text',
    title: 'json',
    fieldOfAction: 'text',
    joining: 'text',
    meetings: 'json',
    from: 'instant',
    until: 'instant',
    state: 'text',
    createdAt: 'instant',
  },
  findMany: (sql, args: Prisma.WorkingGroupFindManyArgs) => sql.workingGroup.findMany(args),
});

const memberships = tableOf<Membership>()({
  name: 'Membership',
  key: ['groupKey', 'personId'],
  columns: { groupKey: 'text', personId: 'text', role: 'text', sector: 'text', standing: 'text', channel: 'text', enteredBy: 'text', since: 'instant' },
  findMany: (sql, args: Prisma.MembershipFindManyArgs) => sql.membership.findMany(args),
});

const agenda = tableOf<AgendaItem>()({
  name: 'AgendaItem',
  key: ['id'],
  columns: { id: 'text', eventKey: 'text', number: 'int', position: 'int', text: 'text', proposedBy: 'text', createdAt: 'instant' },
  findMany: (sql, args: Prisma.AgendaItemFindManyArgs) => sql.agendaItem.findMany(args),
});

const attendance = tableOf<Attendance>()({
  name: 'Attendance',
  key: ['eventKey', 'personId'],
  columns: { eventKey: 'text', personId: 'text', present: 'bool', markedAt: 'instant' },
  findMany: (sql, args: Prisma.AttendanceFindManyArgs) => sql.attendance.findMany(args),
});

const minutes = tableOf<Minutes>()({
  name: 'Minutes',
  key: ['eventKey'],
  columns: { eventKey: 'text', groupKey: 'text', texts: 'json', link: 'text', fileId: 'text', state: 'text', writtenBy: 'text', writtenAt: 'instant', approvedAt: 'instant' },
  findMany: (sql, args: Prisma.MinutesFindManyArgs) => sql.minutes.findMany(args),
});

const tasks = tableOf<Task>()({
  name: 'Task',
  key: ['id'],
  columns: {
    id: 'text',
    groupKey: 'text',
    number: 'int',
    text: 'text',
    ownerId: 'text',
    dueAt: 'instant',
    state: 'text',
    remindAt: 'instant',
    createdBy: 'text',
    createdAt: 'instant',
    doneAt: 'instant',
  },
  findMany: (sql, args: Prisma.TaskFindManyArgs) => sql.task.findMany(args),
});

const series = tableOf<MeetingSeries>()({
  name: 'MeetingSeries',
  key: ['id'],
  columns: { id: 'text', groupKey: 'text', recurrence: 'json', start: 'text', end: 'text', place: 'json', state: 'text', lastDate: 'text', lastEventKey: 'text' },
  findMany: (sql, args: Prisma.MeetingSeriesFindManyArgs) => sql.meetingSeries.findMany(args),
});

export function groupShelves(unit: UnitOfWork) {
  return {
    groups: new Shelf(groups, unit),
    memberships: new Shelf(memberships, unit),
    agenda: new Shelf(agenda, unit),
    attendance: new Shelf(attendance, unit),
    minutes: new Shelf(minutes, unit),
    tasks: new Shelf(tasks, unit),
    series: new Shelf(series, unit),
  };
}
