import type { Event } from '../events/records.ts';
import { addDays, durations, instant, localDate, zonedInstant, type Instant } from '../kernel/time.ts';
import { BUILT_IN_REMINDERS, type ReminderRule } from '../process/file.ts';
import type { ReminderKind, ReminderPlan } from './records.ts';

/** The thank-you goes out the morning after. */
export const THANKS = BUILT_IN_REMINDERS.thanks;
const THANKS_AT = '10:00';
/** What the office should see to before the deadline, where there is none before the beginning: who cannot be reached, which facts are missing. */
export const OFFICE_TASKS = BUILT_IN_REMINDERS.officeTasks;
const OFFICE_TASKS_AT = { daysBefore: 3, time: '09:00' } as const;

/** Seats are offered to a party on the wait list: planned per offer, not per event (offers.ts). */
export const OFFER = BUILT_IN_REMINDERS.offer;

/** What a group is told of an event is one thing, whichever rule says when. */
export const GROUP = BUILT_IN_REMINDERS.group;

/** A rule at work on one event. */
export interface Planned {
  readonly rule: string;
  readonly dueAt: Instant;
}

/** Whether a rule speaks of the reply deadline, so that nothing it says is worth a word afterwards. */
export function isBeforeDeadline(rule: string, rules: readonly ReminderRule[]): boolean {
  return rule === OFFICE_TASKS || kindOf(rule, rules) === 'DEADLINE';
}

/** What a plan stands for, the last part of its id: the event's date, and where it speaks of the deadline, that too. What changes is a new thing. */
export function stampOf(event: Pick<Event, 'calendarSequence' | 'deadlineAt'>, rule: string, rules: readonly ReminderRule[]): string {
  return isBeforeDeadline(rule, rules) ? `${event.calendarSequence}.${event.deadlineAt ?? ''}` : String(event.calendarSequence);
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
  const office = event.workingGroup !== null && event.deadlineAt === null ? [] : [{ rule: OFFICE_TASKS, dueAt: instantOf(OFFICE_TASKS_AT, event.deadlineAt ?? event.startAt, event.zone) }];
  // A group that meets again and again is not thanked every time.
  const thanks = event.workingGroup !== null ? [] : [{ rule: THANKS, dueAt: zonedInstant(addDays(localDate(event.endAt, event.zone), 1), THANKS_AT, event.zone) }];
  return [...own, ...office, ...thanks].sort((a, b) => a.dueAt - b.dueAt);
}

function instantOf(when: ReminderRule['when'], anchor: Instant, zone: string): Instant {
  if ('hoursBefore' in when) return instant(anchor - when.hoursBefore * durations.hour);
  return zonedInstant(addDays(localDate(anchor, zone), -when.daysBefore), when.time, zone);
}

/**
 * What has to change so that the stored plans are what the rules and the event say now. What was done stays done; what
 * is past when it is first planned was never promised. What was promised and is past only because a rule or the
 * deadline changed is due now, not late.
 */
export function replan(event: Event, rules: readonly ReminderRule[], stored: readonly ReminderPlan[], now: Instant): ReminderPlan[] {
  const wanted = event.state === 'OPEN' ? plannedFor(event, rules) : [];
  const byId = new Map(stored.map((plan) => [plan.id, plan]));
  const changes: ReminderPlan[] = [];
  const alive = new Set<string>();
  for (const { rule, dueAt } of wanted) {
    const id = `${event.key}/${rule}/${stampOf(event, rule, rules)}`;
    alive.add(id);
    const known = byId.get(id);
    const at = instant(Math.max(dueAt, now));
    if (known === undefined && (dueAt > now || promised(event, rule, stored))) changes.push({ id, eventKey: event.key, rule, dueAt: at, state: 'PLANNED', reason: null });
    else if (known?.state === 'PLANNED' && known.dueAt !== dueAt && (known.dueAt > now || dueAt > now)) changes.push({ ...known, dueAt: at });
    else if (known?.state === 'DROPPED' && known.reason !== 'BEGUN' && dueAt > now) changes.push({ ...known, dueAt, state: 'PLANNED', reason: null });
  }
  for (const plan of stored) {
    if (plan.state !== 'PLANNED' || alive.has(plan.id)) continue;
    const gone = !wanted.some(({ rule }) => rule === plan.rule);
    changes.push({ ...plan, state: 'DROPPED', reason: event.state === 'CANCELLED' ? 'CANCELLED' : gone ? 'RULE_GONE' : 'MOVED' });
  }
  return changes;
}

/** Of the same date of the event, with another deadline. */
function promised(event: Event, rule: string, stored: readonly ReminderPlan[]): boolean {
  return stored.some(({ id, state }) => state !== 'DROPPED' && id.startsWith(`${event.key}/${rule}/${event.calendarSequence}.`));
}

export function kindOf(rule: string, rules: readonly ReminderRule[]): ReminderKind {
  if (rule === THANKS) return 'THANKS';
  return rules.find(({ key }) => key === rule)?.anchor === 'DEADLINE' ? 'DEADLINE' : 'EVENT';
}
