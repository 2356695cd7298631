import type { Event } from '../events/records.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Records } from '../ports/store.ts';
import { currentProcess } from '../process/commands.ts';
import { partsOf, rulesOf, uselessAt, worthless } from './meant.ts';
import { kindOf, OFFER, OFFICE_TASKS } from './plan.ts';
import { quietHoursOf, sendAt } from './quiet.ts';
import type { Reminder, ReminderKind } from './records.ts';

/** One reminder of a person, as they see it. */
export interface OwnReminder {
  readonly event: Event;
  readonly about: ReminderKind | 'OFFER';
  /** AHEAD: not stored for the person yet, but as things stand it will come. */
  readonly state: 'AHEAD' | Reminder['state'];
  readonly sendAt: Instant;
  readonly late: boolean;
}

/** Everything a person was, is to be, or would by now be reminded of; oldest first. */
export async function ownReminders(records: Records, personId: string): Promise<OwnReminder[]> {
  const file = await currentProcess(records);
  const found: OwnReminder[] = [];
  for (const { planId, eventKey, state, sendAt: at, late } of await records.reminders.remindersOf(personId)) {
    const event = await records.events.event(eventKey);
    const { rule } = partsOf(planId);
    if (event !== null) found.push({ event, about: rule === OFFER ? 'OFFER' : kindOf(rule, await rulesOf(records, file, eventKey)), state, sendAt: at, late });
  }
  const quiet = quietHoursOf(file, await records.reminders.choice(personId));
  for (const event of await records.events.events()) {
    const rules = await rulesOf(records, file, event.key);
    for (const plan of await records.reminders.plansOf(event.key)) {
      const isTheirs = plan.state === 'PLANNED' && plan.rule !== OFFICE_TASKS && plan.dueAt < uselessAt(event, plan.id, rules) && (await worthless(records, file, { planId: plan.id, personId }, instant(0))) === null;
      if (isTheirs) found.push({ event, about: kindOf(plan.rule, rules), state: 'AHEAD', sendAt: sendAt(plan.dueAt, quiet, event.zone, uselessAt(event, plan.id, rules)), late: false });
    }
  }
  return found.sort((a, b) => a.sendAt - b.sendAt);
}
