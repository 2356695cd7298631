import type { Event } from '../events/records.ts';
import { addDays, durations, instant, localDate, zonedInstant, type Instant } from '../kernel/time.ts';
import { BUILT_IN_REMINDERS, type ReminderRule } from '../process/file.ts';
import type { ReminderKind, ReminderPlan } from './records.ts';

/** The thank-you goes out the morning after. */
export const THANKS = BUILT_IN_REMINDERS.thanks;
const THANKS_AT = '10:00';
/** What the office should see to before the deadline: who cannot be reached, which facts are missing. */
export const OFFICE_TASKS = BUILT_IN_REMINDERS.officeTasks;
const OFFICE_TASKS_AT = { daysBefore: 3, time: '09:00' } as const;

/** Seats are offered to a party on the wait list: planned per offer, not per event (offers.ts). */
export const OFFER = BUILT_IN_REMINDERS.offer;

/** A rule at work on one event: when, and whom it means. */
export interface Planned {
  readonly rule: string;
  readonly dueAt: Instant;
}

/**
 * All reminders of an event as instants. Wall-clock rules are read in the event's zone (gap: first valid instant
 * after; fold: the first of two), so "Vortag 18:00" is 18:00 on the town's clocks on both sides of a clock change.
 */
export function plannedFor(event: Event, rules: readonly ReminderRule[]): Planned[] {
  const own = rules
    .filter((rule) => rule.events === null || rule.events.includes(event.key))
    .flatMap((rule): Planned[] => {
      const anchor = rule.anchor === 'DEADLINE' ? event.deadlineAt : event.startAt;
      return anchor === null ? [] : [{ rule: rule.key, dueAt: instantOf(rule.when, anchor, event.zone) }];
    });
  const office = event.deadlineAt === null ? [] : [{ rule: OFFICE_TASKS, dueAt: instantOf(OFFICE_TASKS_AT, event.deadlineAt, event.zone) }];
  // A group that meets again and again is not thanked every time.
  const thanks = event.workingGroup !== null ? [] : [{ rule: THANKS, dueAt: zonedInstant(addDays(localDate(event.endAt, event.zone), 1), THANKS_AT, event.zone) }];
  return [...own, ...office, ...thanks].sort((a, b) => a.dueAt - b.dueAt);
}

function instantOf(when: ReminderRule['when'], anchor: Instant, zone: string): Instant {
  if ('hoursBefore' in when) return instant(anchor - when.hoursBefore * durations.hour);
  return zonedInstant(addDays(localDate(anchor, zone), -when.daysBefore), when.time, zone);
}

/** What has to change so that the stored plans are what the rules and the event say now. */
export function replan(event: Event, rules: readonly ReminderRule[], stored: readonly ReminderPlan[], now: Instant): ReminderPlan[] {
  const wanted = event.state === 'OPEN' ? plannedFor(event, rules) : [];
  const byId = new Map(stored.map((plan) => [plan.id, plan]));
  const changes: ReminderPlan[] = [];
  const alive = new Set<string>();
  for (const { rule, dueAt } of wanted) {
    const id = `${event.key}/${rule}/${event.calendarSequence}`;
    alive.add(id);
    const known = byId.get(id);
    // What was done stays done; what is long past when it is first planned was never promised.
    if (known === undefined && dueAt > now) changes.push({ id, eventKey: event.key, rule, dueAt, state: 'PLANNED', reason: null });
    else if (known?.state === 'PLANNED' && known.dueAt !== dueAt) changes.push({ ...known, dueAt });
    else if (known?.state === 'DROPPED' && (known.reason === 'RULE_GONE' || known.reason === 'PASSED') && dueAt > now) changes.push({ ...known, dueAt, state: 'PLANNED', reason: null });
  }
  for (const plan of stored) {
    if (plan.state !== 'PLANNED' || alive.has(plan.id)) continue;
    const moved = !plan.id.endsWith(`/${event.calendarSequence}`);
    changes.push({ ...plan, state: 'DROPPED', reason: event.state === 'CANCELLED' ? 'CANCELLED' : moved ? 'MOVED' : 'RULE_GONE' });
  }
  return changes;
}

export function kindOf(rule: string, rules: readonly ReminderRule[]): ReminderKind {
  if (rule === THANKS) return 'THANKS';
  return rules.find(({ key }) => key === rule)?.anchor === 'DEADLINE' ? 'DEADLINE' : 'EVENT';
}
