import { durations, instant, type Instant } from '../../src/kernel/time.ts';
import { roomId } from '../../src/kernel/update.ts';
import type { Store } from '../../src/ports/store.ts';

const EVENT = 'auftakt';
const RULE = 'vortag';
/** So many reminders are handed over in one transaction. */
const CLAIMED = 200;

/**
 * All these Telegram users come and like to be reminded at any hour. `each` reminders are stored for each of them: one
 * falls due within so many ms after `soon`, the others in the weeks after.
 */
export async function storeReminders(store: Store, users: readonly number[], { each, now, soon, within }: { each: number; now: Instant; soon: Instant; within: number }): Promise<void> {
  for (let from = 0; from < users.length; from += 1_000) {
    const some = users.slice(from, from + 1_000);
    await store.transact(async ({ people, events, reminders }) => {
      const event = (await events.event(EVENT))!;
      const tally = await events.tally(EVENT);
      const plan = (which: number): string => `${EVENT}/${RULE}${which === 0 ? '' : which}/${event.calendarSequence}`;
      for (const [index, user] of some.entries()) {
        const id = `reminded-${user}`;
        const account = String(user);
        people.putPerson({ id, name: 'Amira', language: null, noticeAt: now, createdAt: now });
        people.putIdentity({ id: `account-${user}`, platform: 'telegram', account, personId: id, name: 'Amira', languageHint: 'de', reach: 'OPEN', room: roomId('telegram', account), seenAt: now });
        events.putRsvp({ eventKey: EVENT, personId: id, answer: 'ATTENDING', partySize: 1, children: null, seat: 'CONFIRMED', waitOrder: null, offerUntil: null, channel: 'TELEGRAM', timeliness: 'IN_TIME', toConfirm: false, answeredAt: now, enteredBy: null });
        reminders.putChoice({ personId: id, off: [], quietFrom: null, quietUntil: null, awake: true, quietAt: null });
        for (let which = 0; which < each; which += 1) {
          const dueAt = which === 0 ? instant(soon + Math.floor(((from + index) * within) / users.length)) : instant(soon + which * durations.hour);
          reminders.putReminder({ id: `${plan(which)}/${id}`, planId: plan(which), eventKey: EVENT, personId: id, room: null, sendAt: dueAt, dueAt, state: 'WAITING', reason: null, late: false });
        }
      }
      reminders.putPlan({ id: plan(0), eventKey: EVENT, rule: RULE, dueAt: now, state: 'DONE', reason: null });
      events.putTally({ ...tally, attendingReplies: tally.attendingReplies + some.length, attendingPersons: tally.attendingPersons + some.length });
    });
  }
}

/**
 * What the schedule asks the database before it hands reminders over, ms, twenty times: what is due next, and the rows
 * that are. `clock`: by the wall, or by the processor's time that this process was given, which says the same on a busy machine.
 */
export async function claimTimes(store: Store, at: Instant, clock: () => number = () => performance.now()): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= 20; round += 1) {
    const begin = clock();
    const found = await store.view(async ({ reminders }) => ((await reminders.nextDue()) === null ? [] : reminders.dueReminders(at, CLAIMED)));
    if (found.length !== CLAIMED) throw new Error(`${found.length} reminders are due`);
    // The first one prepares the statements.
    if (round > 0) times.push(clock() - begin);
  }
  return times;
}
