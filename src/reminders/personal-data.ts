import { REMINDER } from '../events/cards.ts';
import { instant, toIso } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Kept, PersonalData } from '../people/personal-data.ts';
import { line } from '../view/document.ts';
import { remindedOf } from './card.ts';
import { ownReminders, type OwnReminder } from './own.ts';
import type { Reminder, ReminderChoice } from './records.ts';

/** So many of those that were sent are shown; the file has them all. */
const SHOWN = 10;
const STATES = { AHEAD: 'planned', WAITING: 'planned', HANDED: 'planned', SENT: 'sent', DROPPED: 'dropped' } as const;

/** Planned reminders and choices belong to the person too. */
export const reminderData: PersonalData = {
  key: 'reminders',
  export: async (records, personId) => {
    const choice = await records.reminders.choice(personId);
    const own = await ownReminders(records, personId);
    return {
      reminders: {
        switchedOff: choice?.off ?? [],
        quietFrom: choice?.quietFrom ?? null,
        quietUntil: choice?.quietUntil ?? null,
        quietHoursOff: choice?.awake ?? false,
        messages: own.map(({ event, about, state, sendAt, late }) => ({ event: event.key, about, state: STATES[state], at: toIso(sendAt), late })),
      },
    };
  },
  describe: async (records, personId, language) => {
    const choice = await records.reminders.choice(personId);
    const own = await ownReminders(records, personId);
    const ahead = own.filter(({ state }) => STATES[state] === 'planned');
    const sent = own.filter(({ state }) => STATES[state] === 'sent').slice(-SHOWN);
    const row = (end: 'sent' | 'ahead', { about, event, sendAt }: OwnReminder) =>
      line(language.t(`data-${about === 'THANKS' ? 'thanks' : 'reminder'}-${end}`, { event: language.pick(event.title), date: language.shortDate(sendAt, event.zone), time: language.clock(sendAt, event.zone) }));
    return [
      ...(choice?.off ?? []).map((kind) => line(language.t('data-reminder-off', { kind: language.t(`choices-${kind.toLowerCase()}`) }))),
      ...(choice?.awake === true ? [line(language.t('data-quiet-none'))] : []),
      ...(choice?.quietFrom == null || choice.quietUntil === null ? [] : [line(language.t('data-quiet', { from: choice.quietFrom, until: choice.quietUntil }))]),
      ...sent.map((each) => row('sent', each)),
      ...ahead.map((each) => row('ahead', each)),
    ];
  },
  erase: async (turn, personId) => {
    await turn.unit.reminders.removeRemindersOf(personId);
    turn.unit.reminders.removeChoice(personId);
  },
  merge,
  part,
};

interface Had {
  /** Of both persons, where `from` had one. */
  readonly reminders: readonly Reminder[];
  readonly choices: readonly ReminderChoice[];
}

/** One reminder for one thing: what one of the two has got, the other has got. What either switched off stays off. */
async function merge(turn: Turn, from: string, into: string): Promise<Kept> {
  const { reminders } = turn.unit;
  const had: Reminder[] = [];
  for (const other of await reminders.remindersOf(from)) {
    const own = await reminders.reminder(renamed(other.id, from, into));
    had.push(other, ...(own === null ? [] : [own]));
    reminders.removeReminder(other.id);
    reminders.putReminder(own === null ? { ...other, id: renamed(other.id, from, into), personId: into } : oneOf(own, other));
    if (own !== null && isUnderWay(own) && other.state === 'HANDED') await dropUnsent(turn, other);
  }
  const choices = [await reminders.choice(into), await reminders.choice(from)].filter((choice) => choice !== null);
  reminders.removeChoice(from);
  if (choices.length > 0) reminders.putChoice(united(into, choices));
  const kept: Had = { reminders: had, choices };
  return { ...kept };
}

/** Both are about the same thing. The later hour is the quieter one. */
function oneOf(own: Reminder, other: Reminder): Reminder {
  const sent = [own, other].find(({ state }) => state === 'SENT') ?? [own, other].find(isUnderWay);
  if (sent !== undefined) return { ...own, state: sent.state, late: sent.late };
  const waiting = [own, other].find(({ state }) => state === 'WAITING');
  return waiting === undefined ? own : { ...own, state: 'WAITING', reason: null, sendAt: instant(Math.max(own.sendAt, other.sendAt)) };
}

const isUnderWay = ({ state }: Reminder): boolean => state === 'HANDED' || state === 'SENT';

/** Both were handed over and one is still on its way: it is not needed any more. */
async function dropUnsent(turn: Turn, { personId, planId }: Reminder): Promise<void> {
  for (const copy of await turn.unit.kernel.cardsOf(`${REMINDER}:${personId}`)) {
    if (copy.messageId === null && remindedOf(copy).every((thing) => thing.planId === planId)) turn.unit.kernel.putCard({ ...copy, state: 'CLOSED' });
  }
}

/** All that either switched off; the quiet hours that were chosen last. */
function united(personId: string, choices: readonly ReminderChoice[]): ReminderChoice {
  const newest = choices.toSorted((a, b) => (b.quietAt ?? 0) - (a.quietAt ?? 0))[0]!;
  return { ...newest, personId, off: [...new Set(choices.flatMap(({ off }) => off))] };
}

/** What went out to the one person meanwhile is not repeated to either. */
async function part(turn: Turn, from: string, into: string, kept: Kept): Promise<void> {
  const { reminders } = turn.unit;
  const had = kept as unknown as Had;
  const current = new Map((await reminders.remindersOf(into)).map((reminder) => [reminder.id, reminder]));
  for (const reminder of had.reminders) {
    const id = renamed(reminder.id, from, into);
    const pair = had.reminders.filter((each) => renamed(each.id, from, into) === id);
    const own = pair.find(({ personId }) => personId === into);
    const made = own === undefined ? reminder : oneOf(own, pair.find(({ personId }) => personId === from) ?? own);
    const now = current.get(id) ?? made;
    if (own === undefined) reminders.removeReminder(id);
    const isOver = reminder.state === 'WAITING' && now.state !== made.state;
    reminders.putReminder(isOver ? { ...reminder, state: now.state, reason: now.reason, late: now.late } : reminder);
  }
  reminders.removeChoice(into);
  for (const choice of had.choices) reminders.putChoice(choice);
}

const renamed = (id: string, from: string, into: string): string => id.replace(from, into);
