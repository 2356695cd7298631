import { expect, test } from 'vitest';
import type { Reminder, ReminderPlan } from '../../src/reminders/records.ts';
import { at, eachStore } from './each-store.ts';

const plan = (id: string, minutes: number, more: Partial<ReminderPlan> = {}): ReminderPlan => ({ id, eventKey: 'auftakt', rule: 'vortag', dueAt: at(minutes), state: 'PLANNED', reason: null, ...more });
const reminder = (id: string, minutes: number, more: Partial<Reminder> = {}): Reminder => ({
  id, planId: 'auftakt/vortag/0', eventKey: 'auftakt', personId: id, room: null, sendAt: at(minutes), dueAt: at(minutes), state: 'WAITING', reason: null, late: false, ...more,
});

eachStore('reminders', (place) => {
  test('what is due comes oldest first, and only while it waits', () =>
    place.on(async (store) => {
      await store.transact(async ({ reminders }) => {
        reminders.putPlan(plan('b', 20));
        reminders.putPlan(plan('a', 10));
        reminders.putPlan(plan('done', 5, { state: 'DONE' }));
        reminders.putReminder(reminder('later', 30));
        reminders.putReminder(reminder('soon', 15));
        reminders.putReminder(reminder('handed', 1, { state: 'HANDED' }));
      });
      await store.view(async ({ reminders }) => {
        expect((await reminders.duePlans(at(25))).map(({ id }) => id)).toEqual(['a', 'b']);
        expect((await reminders.dueReminders(at(60), 10)).map(({ id }) => id)).toEqual(['soon', 'later']);
        expect(await reminders.dueReminders(at(60), 1)).toHaveLength(1);
        expect(await reminders.nextDue()).toBe(at(10));
      });
    }));

  test('two reminders for one thing cannot be', () =>
    place.on(async (store) => {
      await store.transact(async ({ reminders }) => reminders.putReminder(reminder('auftakt/vortag/0/amira', 10)));
      await store.transact(async ({ reminders }) => reminders.putReminder(reminder('auftakt/vortag/0/amira', 12)));
      await store.view(async ({ reminders }) => expect(await reminders.dueReminders(at(60), 10)).toEqual([reminder('auftakt/vortag/0/amira', 12)]));
    }));

  test('late ones are counted by person, choices are kept, and all of a person goes', () =>
    place.on(async (store) => {
      const choice = { personId: 'amira', off: ['EVENT', 'THANKS'], quietFrom: '21:00', quietUntil: '08:00', awake: false } as const;
      await store.transact(async ({ reminders }) => {
        reminders.putReminder(reminder('amira', 10, { late: true }));
        reminders.putReminder(reminder('ben', 10, { late: true }));
        reminders.putReminder(reminder('room', 10, { late: true, personId: null, room: 'telegram:-1' as NonNullable<Reminder['room']> }));
        reminders.putChoice(choice);
      });
      await store.transact(async ({ reminders }) => {
        expect(await reminders.lateCount('auftakt')).toBe(2);
        expect(await reminders.choice('amira')).toEqual(choice);
        await reminders.removeRemindersOf('amira');
        reminders.removeChoice('amira');
        expect(await reminders.remindersOf('amira')).toEqual([]);
      });
      await store.view(async ({ reminders }) => expect([await reminders.choice('amira'), await reminders.lateCount('auftakt')]).toEqual([null, 1]));
    }));
});
