import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Reminder, ReminderChoice, ReminderPlan, ReminderRecords } from '../../src/reminders/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const plans = tableOf<ReminderPlan>()({
  name: 'ReminderPlan',
  key: ['id'],
  columns: { id: 'text', eventKey: 'text', rule: 'text', dueAt: 'instant', state: 'text', reason: 'text' },
  findMany: (sql, args: Prisma.ReminderPlanFindManyArgs) => sql.reminderPlan.findMany(args),
});

const reminders = tableOf<Reminder>()({
  name: 'Reminder',
  key: ['id'],
  columns: {
    id: 'text',
    planId: 'text',
    eventKey: 'text',
    personId: 'text',
    room: 'text',
    sendAt: 'instant',
    dueAt: 'instant',
    state: 'text',
    reason: 'text',
    late: 'bool',
  },
  findMany: (sql, args: Prisma.ReminderFindManyArgs) => sql.reminder.findMany(args),
});

const choices = tableOf<ReminderChoice>()({
  name: 'ReminderChoice',
  key: ['personId'],
  columns: { personId: 'text', off: 'json', quietFrom: 'text', quietUntil: 'text', awake: 'bool' },
  findMany: (sql, args: Prisma.ReminderChoiceFindManyArgs) => sql.reminderChoice.findMany(args),
});

const date = (at: Instant): Date => new Date(at);

export function reminderRecords(unit: UnitOfWork): ReminderRecords {
  const planned = new Shelf(plans, unit);
  const single = new Shelf(reminders, unit);
  const chosen = new Shelf(choices, unit);
  return {
    plansOf: (eventKey) => planned.select({ where: { eventKey }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }),
    plan: (id) => planned.find({ id }),
    putPlan: (plan) => planned.put(plan),
    duePlans: (at) => planned.select({ where: { state: 'PLANNED', dueAt: { lte: date(at) } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }),
    reminder: (id) => single.find({ id }),
    putReminder: (reminder) => single.put(reminder),
    dueReminders: (at, take) => single.select({ where: { state: 'WAITING', sendAt: { lte: date(at) } }, orderBy: [{ sendAt: 'asc' }, { id: 'asc' }], take }),
    async nextDue() {
      const plan = await planned.selectFirst({ where: { state: 'PLANNED' }, orderBy: { dueAt: 'asc' } });
      const reminder = await single.selectFirst({ where: { state: 'WAITING' }, orderBy: { sendAt: 'asc' } });
      if (plan === null || reminder === null) return plan?.dueAt ?? reminder?.sendAt ?? null;
      return plan.dueAt < reminder.sendAt ? plan.dueAt : reminder.sendAt;
    },
    async lateCount(eventKey) {
      return (await unit.read([single], (sql) => sql.reminder.count({ where: { eventKey, late: true, personId: { not: null } } }))) satisfies number;
    },
    remindersOf: (personId) => single.select({ where: { personId }, orderBy: { sendAt: 'asc' } }),
    async removeRemindersOf(personId) {
      for (const { id } of await single.select({ where: { personId } })) single.remove({ id });
    },
    choice: (personId) => chosen.find({ personId }),
    prefetchChoices: (personIds) => chosen.prefetch(personIds.map((personId) => ({ personId }))),
    putChoice: (choice) => chosen.put(choice),
    removeChoice: (personId) => chosen.remove({ personId }),
  };
}
