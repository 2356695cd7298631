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

  test('however few are asked for, a person’s reminders come together, in the order in which they were due', () =>
    place.on(async (store) => {
      // Seven people, whose quiet hours end at the same minute, have three reminders each.
      const people = ['g', 'f', 'e', 'd', 'c', 'b', 'a'];
      const plans = [['auftakt/zuletzt/0', 30], ['auftakt/zuerst/0', 10], ['werkstatt/zuerst/0', 10]] as const;
      await store.transact(async ({ reminders }) => {
        for (const personId of people) for (const [planId, due] of plans) reminders.putReminder(reminder(`${planId}/${personId}`, 60, { planId, personId, dueAt: at(due) }));
        reminders.putReminder(reminder('auftakt/zuerst/0/early', 59, { planId: 'auftakt/zuerst/0', personId: 'z', dueAt: at(59) }));
        reminders.putReminder(reminder('auftakt/zuletzt/0/handed', 60, { planId: 'auftakt/zuletzt/0', personId: 'a', state: 'HANDED' }));
        reminders.putReminder(reminder('auftakt/zuletzt/0/later', 90, { planId: 'auftakt/zuletzt/0', personId: 'a' }));
      });
      const seen: string[] = [];
      while (true) {
        const batch = await store.transact(async ({ reminders }) => {
          const due = await reminders.dueReminders(at(60), 4);
          for (const each of due) reminders.putReminder({ ...each, state: 'HANDED' });
          return due;
        });
        if (batch.length === 0) break;
        const persons = new Set(batch.map(({ personId }) => personId));
        for (const personId of persons) if (personId !== 'z') expect(batch.filter((each) => each.personId === personId)).toHaveLength(3);
        seen.push(...batch.map(({ id }) => id));
      }
      expect(seen[0]).toBe('auftakt/zuerst/0/early');
      expect(new Set(seen).size).toBe(22);
      const all = await store.view(({ reminders }) => reminders.remindersOf('a'));
      expect(all.filter(({ state }) => state === 'WAITING').map(({ id }) => id)).toEqual(['auftakt/zuletzt/0/later']);
    }));

  test('what is due at one instant comes in the order in which it was due, then by plan, and the same each time', () =>
    place.on(async (store) => {
      const rows = [['x', 'b/vortag/0', 30], ['y', 'a/vortag/0', 30], ['a', 'a/vortag/0', 40], ['z', 'c/vortag/0', 10]] as const;
      await store.transact(async ({ reminders }) => {
        for (const [personId, planId, due] of rows) reminders.putReminder(reminder(`${planId}/${personId}`, 60, { planId, personId, dueAt: at(due) }));
      });
      const order = () => store.view(async ({ reminders }) => (await reminders.dueReminders(at(60), 10)).map(({ personId }) => personId));
      expect([await order(), await order()]).toEqual([['z', 'y', 'x', 'a'], ['z', 'y', 'x', 'a']]);
    }));

  test('lead times of an event are kept until they are taken back', () =>
    place.on(async (store) => {
      const rules = [{ key: 'start-3d-1800', anchor: 'START', when: { daysBefore: 3, time: '18:00' }, to: ['ATTENDING'], events: null }] as const;
      await store.transact(async ({ reminders }) => reminders.putLeadTimes({ eventKey: 'auftakt', rules: rules.map((rule) => ({ ...rule, to: [...rule.to] })) }));
      await store.view(async ({ reminders }) => expect([await reminders.leadTimes('auftakt'), await reminders.leadTimes('werkstatt')]).toEqual([{ eventKey: 'auftakt', rules }, null]));
      await store.transact(async ({ reminders }) => reminders.removeLeadTimes('auftakt'));
      await store.view(async ({ reminders }) => expect(await reminders.leadTimes('auftakt')).toBe(null));
    }));

  test('two reminders for one thing cannot be', () =>
    place.on(async (store) => {
      await store.transact(async ({ reminders }) => reminders.putReminder(reminder('auftakt/vortag/0/amira', 10)));
      await store.transact(async ({ reminders }) => reminders.putReminder(reminder('auftakt/vortag/0/amira', 12)));
      await store.view(async ({ reminders }) => expect(await reminders.dueReminders(at(60), 10)).toEqual([reminder('auftakt/vortag/0/amira', 12)]));
    }));

  test('late ones are counted by person, choices are kept, and all of a person goes', () =>
    place.on(async (store) => {
      const choice = { personId: 'amira', off: ['EVENT', 'THANKS'], quietFrom: '21:00', quietUntil: '08:00', awake: false, quietAt: at(5) } as const;
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
