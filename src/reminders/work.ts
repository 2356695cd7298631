import { EVENT, whenText } from '../events/cards.ts';
import type { OfficeLine } from '../events/ports.ts';
import type { Event, Rsvp } from '../events/records.ts';
import type { DueWork } from '../kernel/feature.ts';
import { durations, instant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import { currentProcess } from '../process/commands.ts';
import type { ProcessFile } from '../process/file.ts';
import type { Records } from '../ports/store.ts';
import { REMINDER, type Reminded } from './card.ts';
import { kindOf, OFFICE_TASKS, replan, THANKS } from './plan.ts';
import { sendAt } from './quiet.ts';
import type { Reminder, ReminderPlan } from './records.ts';

/** So many reminders are handed over in one transaction. */
const AT_ONCE = 200;
/** Later than this it says so. */
const LATE = 5 * durations.minute;
/** Somebody who is offered seats is reminded this long before the offer lapses. */
const OFFER_LEAD = 2 * durations.hour;
/** Plans of events that ended longer ago than this are left alone. */
const OLD = 7 * durations.day;

/**
 * Reminders, driven by the database alone. Three steps, each in its own transaction, none twice for one thing:
 * plans follow events, rules and zone data; a plan that is due becomes one reminder per person and room; a reminder
 * whose time has come goes to delivery, drawn with what is true when it is sent.
 */
export function reminding(office: OfficeLine): DueWork {
  return {
    name: 'reminders',
    next: async (records, now) => {
      if ((await changes(records, now)).length > 0) return now;
      const [due, offer] = [await records.reminders.nextDue(), await nextOfferReminder(records, now)];
      return due === null || offer === null ? (due ?? offer) : instant(Math.min(due, offer));
    },
    run: async (turn) => {
      const { reminders } = turn.unit;
      for (const plan of await changes(turn.unit, turn.now)) reminders.putPlan(plan);
      for (const plan of await reminders.duePlans(turn.now)) await unfold(turn, office, plan);
      await remindOffers(turn);
      await handOver(turn, await reminders.dueReminders(turn.now, AT_ONCE));
    },
  };
}

/** Plans that are not as events, rules and zone data have them now. */
async function changes(records: Records, now: Instant): Promise<ReminderPlan[]> {
  const rules = (await records.process.current())?.file.reminders ?? [];
  const found: ReminderPlan[] = [];
  for (const event of await records.events.events()) {
    if (event.endAt + OLD < now) continue;
    found.push(...replan(event, rules, await records.reminders.plansOf(event.key), now));
  }
  return found;
}

/** A due plan becomes reminders for those it means now. */
async function unfold(turn: Turn, office: OfficeLine, plan: ReminderPlan): Promise<void> {
  const event = await turn.unit.events.event(plan.eventKey);
  const file = await currentProcess(turn.unit);
  const over = event === null ? 'CANCELLED' : obsolete(event, plan.id, plan.rule, file, turn.now);
  if (event === null || over !== null) {
    turn.house.logger.info({ rule: plan.rule, reason: over }, 'a planned reminder was dropped');
    return turn.unit.reminders.putPlan({ ...plan, state: 'DROPPED', reason: over });
  }
  turn.unit.reminders.putPlan({ ...plan, state: 'DONE' });
  if (plan.rule === OFFICE_TASKS) return remindOffice(turn, office, event);
  const persons = await meant(turn, event, plan.rule, file);
  await turn.unit.reminders.prefetchChoices(persons);
  const kind = kindOf(plan.rule, file.reminders);
  for (const personId of persons) {
    const choice = await turn.unit.reminders.choice(personId);
    if (choice?.off.includes(kind) === true) continue;
    // The thank-you has no event to miss.
    const start = kind === 'THANKS' ? instant(plan.dueAt + OLD) : event.startAt;
    const at = sendAt(instant(Math.max(plan.dueAt, turn.now)), file.quietHours, choice, event.zone, start);
    put(turn, plan, { personId, room: null }, at);
  }
  if (plan.rule === groupRule(file, event)) {
    for (const room of await turn.unit.kernel.rooms()) if (room.eventKey === event.key && room.state === 'ACTIVE') put(turn, plan, { personId: null, room: room.id }, sendAt(instant(Math.max(plan.dueAt, turn.now)), file.quietHours, null, event.zone, event.startAt));
  }
}

function put(turn: Turn, plan: ReminderPlan, to: { personId: string; room: null } | { personId: null; room: RoomId }, at: Instant): void {
  turn.unit.reminders.putReminder({
    id: `${plan.id}/${to.personId ?? to.room}`,
    planId: plan.id,
    eventKey: plan.eventKey,
    ...to,
    sendAt: at,
    dueAt: plan.dueAt,
    state: 'WAITING',
    reason: null,
    late: turn.now - plan.dueAt > LATE,
  });
}

/** Why a plan or reminder is worth nothing any more; null: it still is. */
function obsolete(event: Event, planId: string, rule: string, file: ProcessFile, now: Instant): Exclude<ReminderPlan['reason'], 'RULE_GONE'> {
  if (event.state === 'CANCELLED') return 'CANCELLED';
  if (!planId.endsWith(`/${event.calendarSequence}`)) return 'MOVED';
  if (rule !== THANKS && now >= event.startAt) return 'BEGUN';
  const beforeDeadline = rule === OFFICE_TASKS || kindOf(rule, file.reminders) === 'DEADLINE';
  return beforeDeadline && event.deadlineAt !== null && now > event.deadlineAt ? 'PASSED' : null;
}

/** Whether a rule means somebody with this reply (null: none). The office opened the bot for its work, not to come. */
function means(rule: string, file: ProcessFile, rsvp: Rsvp | null, isStaff: boolean): boolean {
  const to: readonly string[] = rule === THANKS ? ['ATTENDING'] : (file.reminders.find(({ key }) => key === rule)?.to ?? []);
  if (rsvp === null) return to.includes('UNANSWERED') && !isStaff;
  if (rsvp.answer === 'ATTENDING') return to.includes('ATTENDING') && rsvp.seat === 'CONFIRMED';
  return rsvp.answer === 'MAYBE' && to.includes('MAYBE');
}

/** Whom a rule means, of those who can be written to. */
async function meant(turn: Turn, event: Event, rule: string, file: ProcessFile): Promise<string[]> {
  const replies = new Map((await turn.unit.events.replies(event.key)).map((rsvp) => [rsvp.personId, rsvp]));
  const staff = new Set((await turn.unit.office.allStaff()).map(({ personId }) => personId));
  const reachable = await turn.unit.people.reachable();
  return reachable.filter((personId) => means(rule, file, replies.get(personId) ?? null, staff.has(personId)));
}

/** In the group there is one reminder per event: with the earliest rule before the event itself. */
function groupRule(file: ProcessFile, event: Event): string | null {
  const fitting = file.reminders.filter(({ anchor, when, events }) => anchor === 'START' && 'daysBefore' in when && (events === null || events.includes(event.key)));
  return fitting[0]?.key ?? null;
}

/** Reminders whose time has come go out; several for one person go out as one. */
async function handOver(turn: Turn, due: readonly Reminder[]): Promise<void> {
  const file = await currentProcess(turn.unit);
  const byPerson = new Map<string, { reminder: Reminder; thing: Reminded; until: Instant }[]>();
  for (const reminder of due) {
    const event = await turn.unit.events.event(reminder.eventKey);
    const rule = reminder.planId.split('/')[1] ?? '';
    const over = event === null ? 'CANCELLED' : (obsolete(event, reminder.planId, rule, file, turn.now) ?? (await declined(turn, event, rule, file, reminder)));
    if (event === null || over !== null) {
      turn.house.logger.info({ rule, reason: over }, 'a reminder was dropped');
      turn.unit.reminders.putReminder({ ...reminder, state: 'DROPPED', reason: over });
      continue;
    }
    const late = reminder.late || turn.now - reminder.sendAt > LATE;
    turn.unit.reminders.putReminder({ ...reminder, state: 'HANDED', late });
    if (reminder.room !== null) await remindRoom(turn, event, reminder.room);
    if (reminder.personId === null) continue;
    const kind = kindOf(rule, file.reminders);
    const thing: Reminded = { eventKey: event.key, kind, sequence: event.calendarSequence, lateSince: late ? reminder.dueAt : null };
    const until = kind === 'THANKS' ? instant(turn.now + durations.day) : event.startAt;
    byPerson.set(reminder.personId, [...(byPerson.get(reminder.personId) ?? []), { reminder, thing, until }]);
  }
  for (const [personId, list] of byPerson) {
    const address = await turn.house.directory.addressOf(turn.unit, personId);
    const [first] = list;
    if (address === null || first === undefined) continue;
    const until = instant(Math.max(...list.map((each) => each.until)));
    turn.post(address.room, { kind: REMINDER, what: first.reminder.id, personId, data: { things: list.map(({ thing }) => thing) }, until });
  }
}

/** Quiet hours are long: meanwhile the person may have answered, or switched this kind off. */
async function declined(turn: Turn, event: Event, rule: string, file: ProcessFile, { personId }: Reminder): Promise<'ANSWERED' | 'SWITCHED_OFF' | null> {
  if (personId === null) return null;
  const choice = await turn.unit.reminders.choice(personId);
  if (choice?.off.includes(kindOf(rule, file.reminders)) === true) return 'SWITCHED_OFF';
  const isStaff = (await turn.unit.office.staff(personId)) !== null;
  return means(rule, file, await turn.unit.events.rsvp(event.key, personId), isStaff) ? null : 'ANSWERED';
}

/** As a reply to the card, in the group's languages. */
async function remindRoom(turn: Turn, event: Event, id: RoomId): Promise<void> {
  const room = await turn.unit.kernel.room(id);
  const card = (await turn.unit.kernel.cardsOf(`${EVENT}:${event.key}`)).find((copy) => copy.room === id && copy.personId === null);
  const { languages } = turn.house;
  const read = room === null || room.languages.length === 0 ? [languages.fallback] : room.languages.map((tag) => languages.of(tag));
  turn.say(id, read.map((language) => language.t('reminder-group', { event: language.pick(event.title), when: whenText(event, language) })).join('\n\n'), null, card?.messageId ?? null);
}

/** What the office should see to while there is time. */
async function remindOffice(turn: Turn, office: OfficeLine, event: Event): Promise<void> {
  const unreachable = await turn.unit.events.unreachable(event.key);
  await office.tell(turn, (language) => language.t('reminder-office', { event: language.pick(event.title), date: language.shortDate(event.deadlineAt ?? event.startAt, event.zone), unreachable }));
}

const offerId = (rsvp: Rsvp): string => `${rsvp.eventKey}/angebot/${rsvp.offerUntil}/${rsvp.personId}`;

async function openOffers(records: Records, now: Instant): Promise<Rsvp[]> {
  const open: Rsvp[] = [];
  for (const rsvp of await records.events.lapsedOffers(instant(now + OFFER_LEAD))) {
    const event = await records.events.event(rsvp.eventKey);
    const capped = event !== null && rsvp.offerUntil === event.startAt;
    if (!capped && (rsvp.offerUntil ?? 0) > now && (await records.reminders.reminder(offerId(rsvp))) === null) open.push(rsvp);
  }
  return open;
}

async function nextOfferReminder(records: Records, now: Instant): Promise<Instant | null> {
  if ((await openOffers(records, now)).length > 0) return now;
  const end = await records.events.nextOfferEnd(instant(now + OFFER_LEAD));
  return end === null ? null : instant(end - OFFER_LEAD);
}

async function remindOffers(turn: Turn): Promise<void> {
  for (const rsvp of await openOffers(turn.unit, turn.now)) {
    const event = await turn.unit.events.event(rsvp.eventKey);
    if (event === null || rsvp.offerUntil === null) continue;
    const until = rsvp.offerUntil;
    await turn.tell(rsvp.personId, (language) => language.t('reminder-offer', { event: language.pick(event.title), time: language.clock(until, event.zone) }));
    const id = offerId(rsvp);
    turn.unit.reminders.putReminder({ id, planId: id, eventKey: event.key, personId: rsvp.personId, room: null, sendAt: turn.now, dueAt: instant(until - OFFER_LEAD), state: 'HANDED', reason: null, late: false });
  }
}
