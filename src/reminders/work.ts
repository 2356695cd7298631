import { isRoomOf } from '../events/audience.ts';
import type { OfficeLine } from '../events/ports.ts';
import type { DueWork } from '../kernel/feature.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { currentProcess } from '../process/commands.ts';
import type { Records } from '../ports/store.ts';
import { handOver } from './hand-over.ts';
import { groupRule, LATE, meant, obsolete, OLD, rulesOf, uselessAt } from './meant.ts';
import { remindOffice } from './office-tasks.ts';
import { offersToPlan, planOffers } from './offers.ts';
import { GROUP, kindOf, OFFICE_TASKS, replan } from './plan.ts';
import { quietHoursOf, sendAt } from './quiet.ts';
import type { Reminder, ReminderChoice, ReminderPlan } from './records.ts';

/** So many reminders are handed over in one transaction. */
const AT_ONCE = 200;

/**
 * Reminders, driven by the database alone. Three steps, each in its own transaction, none twice for one thing:
 * plans follow events, rules and zone data; a plan that is due becomes one reminder per person and room; a reminder
 * whose time has come goes to delivery, drawn with what is true when it is sent.
 */
export function reminding(office: OfficeLine): DueWork {
  return {
    name: 'reminders',
    next: async (records, now) => {
      const changed = (await changes(records, now)).length > 0 || (await offersToPlan(records, now));
      return changed ? now : records.reminders.nextDue();
    },
    run: async (turn) => {
      const { reminders } = turn.unit;
      for (const plan of await changes(turn.unit, turn.now)) reminders.putPlan(plan);
      for (const plan of await reminders.duePlans(turn.now)) await unfold(turn, office, plan);
      await planOffers(turn);
      await handOver(turn, await reminders.dueReminders(turn.now, AT_ONCE));
    },
  };
}

/** Plans that are not as events, rules and zone data have them now. */
async function changes(records: Records, now: Instant): Promise<ReminderPlan[]> {
  const stored = await records.process.current();
  if (stored === null) return [];
  const found: ReminderPlan[] = [];
  for (const event of await records.events.events()) {
    if (event.endAt + OLD < now) continue;
    const rules = await rulesOf(records, stored.file, event.key);
    found.push(...replan(event, rules, await records.reminders.plansOf(event.key), now));
  }
  return found;
}

/** A due plan becomes reminders for those it means now. */
async function unfold(turn: Turn, office: OfficeLine, plan: ReminderPlan): Promise<void> {
  const { events, kernel, reminders } = turn.unit;
  const event = await events.event(plan.eventKey);
  const file = await currentProcess(turn.unit);
  const rules = await rulesOf(turn.unit, file, plan.eventKey);
  const over = event === null ? 'CANCELLED' : obsolete(event, plan.id, rules, turn.now);
  if (event === null || over !== null) {
    turn.house.logger.info({ rule: plan.rule, reason: over }, 'a planned reminder was dropped');
    return reminders.putPlan({ ...plan, state: 'DROPPED', reason: over });
  }
  reminders.putPlan({ ...plan, state: 'DONE' });
  if (plan.rule === OFFICE_TASKS) return remindOffice(turn, office, event);
  const useless = uselessAt(event, plan.id, rules);
  const times = (choice: ReminderChoice | null): Pick<Reminder, 'sendAt' | 'dueAt'> => {
    const quiet = quietHoursOf(file, choice);
    return { dueAt: sendAt(plan.dueAt, quiet, event.zone, useless), sendAt: sendAt(instant(Math.max(plan.dueAt, turn.now)), quiet, event.zone, useless) };
  };
  const usual = times(null);
  const kind = kindOf(plan.rule, rules);
  const persons = await meant(turn.unit, event, plan.rule, rules);
  await reminders.prefetchChoices(persons);
  for (const personId of persons) {
    const choice = await reminders.choice(personId);
    if (choice?.off.includes(kind) === true) continue;
    put(turn, plan, { id: `${plan.id}/${personId}`, personId, room: null, ...(choice === null ? usual : times(choice)) });
  }
  if (plan.rule !== groupRule(rules, event, await reminders.plansOf(event.key))) return;
  for (const room of await kernel.rooms()) {
    const id = `${event.key}/${GROUP}/${event.calendarSequence}/${room.id}`;
    if (isRoomOf(room, event) && (await reminders.reminder(id)) === null) put(turn, plan, { id, personId: null, room: room.id, ...usual });
  }
}

function put(turn: Turn, { id: planId, eventKey }: ReminderPlan, to: Pick<Reminder, 'id' | 'personId' | 'room' | 'sendAt' | 'dueAt'>): void {
  turn.unit.reminders.putReminder({ ...to, planId, eventKey, state: 'WAITING', reason: null, late: to.sendAt - to.dueAt > LATE });
}
