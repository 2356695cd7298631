import type { Event, Rsvp } from '../events/records.ts';
import { durations, instant, type Instant } from '../kernel/time.ts';
import type { ProcessFile, ReminderRule } from '../process/file.ts';
import type { Records } from '../ports/store.ts';
import { isBeforeDeadline, kindOf, OFFER, stampOf, THANKS } from './plan.ts';
import type { Reminder, ReminderPlan } from './records.ts';

/** Nobody is thanked later than this, and plans of events that ended longer ago are left alone. */
export const OLD = 7 * durations.day;

/** A reminder that comes later than this says so. */
export const LATE = 5 * durations.minute;

/** The rules of one event: the office's own where it has set any, else those of the process file. */
export async function rulesOf(records: Records, file: ProcessFile, eventKey: string): Promise<readonly ReminderRule[]> {
  return (await records.reminders.leadTimes(eventKey))?.rules ?? file.reminders;
}

/** The parts of a plan's id, `<event>/<rule>/<stamp, or an offer's end>`. */
export function partsOf(planId: string): { eventKey: string; rule: string; last: string } {
  const [eventKey = '', rule = '', last = ''] = planId.split('/');
  return { eventKey, rule, last };
}

/** From this instant on a reminder is worth nothing. */
export function uselessAt(event: Event, planId: string, rules: readonly ReminderRule[]): Instant {
  const { rule, last } = partsOf(planId);
  if (rule === OFFER) return instant(Number(last));
  if (rule === THANKS) return instant(event.endAt + OLD);
  // The deadline's last second is in time.
  return isBeforeDeadline(rule, rules) && event.deadlineAt !== null ? instant(Math.min(event.deadlineAt + durations.second, event.startAt)) : event.startAt;
}

/** Why a plan is worth nothing any more; null: it still is. */
export function obsolete(event: Event, planId: string, rules: readonly ReminderRule[], now: Instant): Exclude<ReminderPlan['reason'], 'RULE_GONE'> {
  const { rule, last } = partsOf(planId);
  if (event.state === 'CANCELLED') return 'CANCELLED';
  if (rule !== OFFER && last !== stampOf(event, rule, rules)) return 'MOVED';
  if (now < uselessAt(event, planId, rules)) return null;
  return now >= event.startAt && rule !== THANKS ? 'BEGUN' : 'PASSED';
}

type Worthless = NonNullable<ReturnType<typeof obsolete>> | 'ANSWERED' | 'SWITCHED_OFF';

/**
 * Why one person's or room's reminder is worth nothing any more; null: it still is. Looked at when it is handed over
 * and again when it is sent: quiet hours and outages are long, and meanwhile people answer and events move.
 */
export async function worthless(records: Records, file: ProcessFile, reminder: Pick<Reminder, 'planId' | 'personId'>, now: Instant): Promise<Worthless | null> {
  const { eventKey, rule } = partsOf(reminder.planId);
  const event = await records.events.event(eventKey);
  if (event === null) return 'CANCELLED';
  const rules = await rulesOf(records, file, eventKey);
  const over = obsolete(event, reminder.planId, rules, now);
  if (over !== null || reminder.personId === null) return over;
  const rsvp = await records.events.rsvp(eventKey, reminder.personId);
  if (rule === OFFER) return isOffered(rsvp, reminder.planId) ? null : 'ANSWERED';
  const choice = await records.reminders.choice(reminder.personId);
  if (choice?.off.includes(kindOf(rule, rules)) === true) return 'SWITCHED_OFF';
  if (event.workingGroup !== null && (await records.groups.membership(event.workingGroup, reminder.personId))?.standing !== 'MEMBER') return 'ANSWERED';
  const isStaff = event.workingGroup === null && rsvp === null && (await records.office.staff(reminder.personId)) !== null;
  return means(rule, rules, rsvp, isStaff) ? null : 'ANSWERED';
}

/** Whether the offer a plan speaks of still stands. */
export function isOffered(rsvp: Rsvp | null, planId: string): boolean {
  return rsvp?.seat === 'OFFERED' && rsvp.offerUntil === Number(partsOf(planId).last);
}

/** Whether an answer to what a plan spoke of still counts: as long as on the event's card, unless the event has moved since. */
export function isAnswerable(event: Event, planId: string, rsvp: Rsvp | null, now: Instant): boolean {
  const { rule, last } = partsOf(planId);
  if (event.state === 'CANCELLED' || now >= event.endAt) return false;
  return rule === OFFER ? isOffered(rsvp, planId) : Number.parseInt(last, 10) === event.calendarSequence;
}

/** Whether a rule means somebody with this reply (null: none). The office opened the bot for its work, not to come. */
function means(rule: string, rules: readonly ReminderRule[], rsvp: Rsvp | null, isStaff: boolean): boolean {
  const to: readonly string[] = rule === THANKS ? ['ATTENDING'] : (rules.find(({ key }) => key === rule)?.to ?? []);
  if (rsvp === null) return to.includes('UNANSWERED') && !isStaff;
  if (rsvp.answer === 'ATTENDING') return to.includes('ATTENDING') && rsvp.seat === 'CONFIRMED';
  return rsvp.answer === 'MAYBE' && to.includes('MAYBE');
}

/** Whom a rule means, of those who can be written to; of a group's meeting only its members. */
export async function meant(records: Records, event: Event, rule: string, rules: readonly ReminderRule[]): Promise<string[]> {
  const replies = new Map((await records.events.replies(event.key)).map((rsvp) => [rsvp.personId, rsvp]));
  const members = event.workingGroup === null ? null : new Set((await records.groups.memberships(event.workingGroup)).flatMap(({ standing, personId }) => (standing === 'MEMBER' ? [personId] : [])));
  const staff = new Set(members === null ? (await records.office.allStaff()).map(({ personId }) => personId) : []);
  return (await records.people.reachable()).filter((personId) => (members?.has(personId) ?? true) && means(rule, rules, replies.get(personId) ?? null, staff.has(personId)));
}

/**
 * In the group there is one reminder per event: with the first rule that names days before the event itself, else with
 * the first that names hours. What was past when the event became known was never planned and does not count.
 */
export function groupRule(rules: readonly ReminderRule[], event: Event, plans: readonly ReminderPlan[]): string | null {
  const planned = new Set(plans.filter(({ state, id, rule }) => state !== 'DROPPED' && partsOf(id).last === stampOf(event, rule, rules)).map(({ rule }) => rule));
  const own = rules.filter(({ anchor, key, events }) => anchor === 'START' && planned.has(key) && (events === null || events.includes(event.key)));
  return (own.find(({ when }) => 'daysBefore' in when) ?? own[0])?.key ?? null;
}
