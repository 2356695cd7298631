import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { LeadTimes, Reminder, ReminderChoice, ReminderPlan, ReminderRecords } from '../../src/reminders/records.ts';
import { Shelf } from './shelf.ts';
import { encode, field, given, tableOf } from './table.ts';
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
  columns: { personId: 'text', off: 'json', quietFrom: 'text', quietUntil: 'text', awake: 'bool', quietAt: 'instant' },
  findMany: (sql, args: Prisma.ReminderChoiceFindManyArgs) => sql.reminderChoice.findMany(args),
});

const leadTimes = tableOf<LeadTimes>()({
  name: 'LeadTimes',
  key: ['eventKey'],
  columns: { eventKey: 'text', rules: 'json' },
  findMany: (sql, args: Prisma.LeadTimesFindManyArgs) => sql.leadTimes.findMany(args),
});

const date = (at: Instant): Date => new Date(at);

/**
 * What is due of some persons. The state is hidden from the planner: it would go through everything that is due, and
 * these persons are few.
 */
function dueOf(provider: UnitOfWork['provider']): string {
  return `SELECT r.* FROM "Reminder" r WHERE (r."state" || '') = 'WAITING' AND r."sendAt" <= (SELECT ${field(provider, 0, 'instant')} FROM ${given(provider)})
    AND r."personId" IN (SELECT ${field(provider, 0)} FROM ${given(provider)}) ORDER BY r."sendAt", r."dueAt", r."planId", r."id"`;
}

export function reminderShelves(unit: UnitOfWork) {
  return { planned: new Shelf(plans, unit), single: new Shelf(reminders, unit), chosen: new Shelf(choices, unit), leads: new Shelf(leadTimes, unit) };
}

export function reminderRecords(unit: UnitOfWork, { planned, single, chosen, leads }: ReturnType<typeof reminderShelves>): ReminderRecords {
  return {
    plansOf: (eventKey) => planned.select({ where: { eventKey }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }),
    plan: (id) => planned.find({ id }),
    putPlan: (plan) => planned.put(plan),
    duePlans: (at) => planned.select({ where: { state: 'PLANNED', dueAt: { lte: date(at) } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }),
    reminder: (id) => single.find({ id }),
    putReminder: (reminder) => single.put(reminder),
    prefetchReminders: (ids) => single.prefetch(ids.map((id) => ({ id }))),
    async dueReminders(at, take) {
      const due = { state: 'WAITING', sendAt: { lte: date(at) } } as const;
      const orderBy = [{ sendAt: 'asc' }, { dueAt: 'asc' }, { planId: 'asc' }, { id: 'asc' }] as const;
      const first = await single.select({ where: due, orderBy: [...orderBy], take });
      if (first.length < take) return first;
      const persons = [...new Set(first.flatMap(({ personId }) => personId ?? []))];
      const known = new Set(first.map(({ id }) => id));
      const theirs = await unit.read([single], () => unit.query(dueOf(unit.provider), [JSON.stringify([[encode('instant', at)]]), JSON.stringify(persons.map((id) => [id]))]));
      return [...first, ...theirs.map((row) => single.adopt(row)).filter(({ id }) => !known.has(id))];
    },
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
    removeReminder: (id) => single.remove({ id }),
    async removeRemindersOf(personId) {
      for (const { id } of await single.select({ where: { personId } })) single.remove({ id });
    },
    leadTimes: (eventKey) => leads.find({ eventKey }),
    putLeadTimes: (row) => leads.put(row),
    removeLeadTimes: (eventKey) => leads.remove({ eventKey }),
    choice: (personId) => chosen.find({ personId }),
    prefetchChoices: (personIds) => chosen.prefetch(personIds.map((personId) => ({ personId }))),
    putChoice: (choice) => chosen.put(choice),
    removeChoice: (personId) => chosen.remove({ personId }),
  };
}
