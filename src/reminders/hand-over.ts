import { isRoomOf } from '../events/audience.ts';
import { EVENT, REMINDER } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import { instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import { currentProcess } from '../process/commands.ts';
import type { ProcessFile } from '../process/file.ts';
import { othersOf, remindedOf, type Reminded } from './card.ts';
import { LATE, partsOf, rulesOf, uselessAt, worthless } from './meant.ts';
import { kindOf, OFFER } from './plan.ts';
import { quietHoursOf, sendAt } from './quiet.ts';
import type { Reminder } from './records.ts';

/** A reminder on its way out, with what its card will need. */
interface Ready {
  readonly reminder: Reminder;
  readonly thing: Reminded;
}

/** Reminders whose time has come go out; several for one person go out as one. */
export async function handOver(turn: Turn, due: readonly Reminder[]): Promise<void> {
  const file = await currentProcess(turn.unit);
  await turn.unit.reminders.prefetchChoices(due.flatMap(({ personId }) => personId ?? []));
  await turn.unit.events.prefetchRsvps(due.flatMap(({ eventKey, personId }) => (personId === null ? [] : [{ eventKey, personId }])));
  const byPerson = new Map<string, Ready[]>();
  for (const reminder of due) {
    const ready = await look(turn, file, reminder);
    if (ready === null) continue;
    if (reminder.personId === null) await post(turn, reminder, [ready]);
    else byPerson.set(reminder.personId, [...(byPerson.get(reminder.personId) ?? []), ready]);
  }
  for (const list of byPerson.values()) await post(turn, list[0]!.reminder, list);
}

/** What is worth nothing any more is dropped, with a line in the log; what fell into quiet hours meanwhile waits on. */
async function look(turn: Turn, file: ProcessFile, reminder: Reminder): Promise<Ready | null> {
  const over = await worthless(turn.unit, file, reminder, turn.now);
  const event = await turn.unit.events.event(reminder.eventKey);
  if (over !== null || event === null) return drop(turn, reminder, over ?? 'CANCELLED');
  const room = reminder.room === null ? null : await turn.unit.kernel.room(reminder.room);
  if (reminder.room !== null && (room?.state !== 'ACTIVE' || !isRoomOf(room, event))) return drop(turn, reminder, 'ROOM_GONE');
  const rules = await rulesOf(turn.unit, file, event.key);
  const until = uselessAt(event, reminder.planId, rules);
  const choice = reminder.personId === null ? null : await turn.unit.reminders.choice(reminder.personId);
  const at = sendAt(turn.now, quietHoursOf(file, choice), event.zone, until);
  const late = turn.now - reminder.dueAt > LATE;
  if (at > turn.now) {
    // Quiet hours that were chosen since then: what was in time until now is due when they end.
    turn.unit.reminders.putReminder({ ...reminder, sendAt: at, dueAt: late ? reminder.dueAt : at, late });
    return null;
  }
  const { rule } = partsOf(reminder.planId);
  const kind = rule === OFFER ? 'OFFER' : kindOf(rule, rules);
  return { reminder, thing: { planId: reminder.planId, kind, sendAt: reminder.sendAt, until, dueAt: reminder.dueAt, lateSince: late ? reminder.dueAt : null } };
}

async function post(turn: Turn, { id, personId, room }: Reminder, list: readonly Ready[]): Promise<void> {
  const to = room ?? (personId === null ? null : ((await turn.house.directory.addressOf(turn.unit, personId))?.room ?? null));
  for (const { reminder } of list) {
    if (to === null) drop(turn, reminder, 'UNREACHABLE');
    else turn.unit.reminders.putReminder({ ...reminder, state: 'HANDED' });
  }
  if (to === null) return;
  const things = [...(personId === null ? [] : await heldBack(turn, personId, to)), ...list.map(({ thing }) => thing)];
  const until = instant(Math.max(...things.map((each) => each.until)));
  const replyTo = room === null ? null : await cardIn(turn, list[0]!.reminder.eventKey, to);
  turn.post(to, { kind: REMINDER, what: personId ?? id, personId, data: { things }, until, replyTo });
}

/** What was handed over earlier and still waits, because the messenger is away: it becomes part of the newest message. */
async function heldBack(turn: Turn, personId: string, room: RoomId): Promise<Reminded[]> {
  const waiting = (await othersOf(turn.unit, personId, room, null)).filter(({ state, messageId }) => state === 'LIVE' && messageId === null);
  const byPlan = new Map(waiting.toSorted((a, b) => a.createdAt - b.createdAt).flatMap((copy) => remindedOf(copy)).map((thing) => [thing.planId, thing]));
  return [...byPlan.values()].filter((thing) => thing.until > turn.now);
}

/** The event's card in a group: the reminder hangs on it as a reply. */
async function cardIn(turn: Turn, eventKey: Event['key'], room: string): Promise<string | null> {
  const copies = await turn.unit.kernel.cardsOf(`${EVENT}:${eventKey}`);
  return copies.findLast((copy) => copy.room === room && copy.personId === null)?.messageId ?? null;
}

function drop(turn: Turn, reminder: Reminder, reason: string): null {
  turn.house.logger.info({ rule: partsOf(reminder.planId).rule, reason }, 'a reminder was dropped');
  turn.unit.reminders.putReminder({ ...reminder, state: 'DROPPED', reason });
  return null;
}
