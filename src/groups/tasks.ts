import type { CardKind, DueWork } from '../kernel/feature.ts';
import { isolate } from '../kernel/text.ts';
import { addDays, instant, localDate, zonedInstant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { currentProcess } from '../process/commands.ts';
import type { Records } from '../ports/store.ts';
import { quietHoursOf, sendAt } from '../reminders/quiet.ts';
import { document, line, strong, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import type { Task } from './records.ts';
import { isMember, isOffice, mayLead } from './roster.ts';
import { TASK, TASKS } from './subjects.ts';

/** The owner is reminded the day before, at this time on the town's clock. */
const REMIND = { daysBefore: 1, time: '18:00' } as const;
/** So many tasks stand on one card. */
const SHOWN = 15;

/** When to remind of a task; null: it has no date, or that moment has passed. */
export function remindAt(dueAt: Instant | null, now: Instant, zone: string): Instant | null {
  if (dueAt === null) return null;
  const at = zonedInstant(addDays(localDate(dueAt, zone), -REMIND.daysBefore), REMIND.time, zone);
  return at > now ? at : null;
}

/** "Nr. 3: Raum buchen – Frau K., bis 20.05.2019, überfällig" */
async function taskLine(records: Records, task: Task, language: Language, now: Instant, zone: string): Promise<string> {
  const owner = task.ownerId === null ? null : await records.people.person(task.ownerId);
  return [
    language.t('task-line', { number: task.number, what: human(task.text) }),
    owner === null ? language.t('task-nobody') : isolate(owner.name ?? language.t('person-unnamed')),
    ...(task.dueAt === null ? [] : [language.t('task-until', { date: language.shortDate(task.dueAt, zone) })]),
    ...(task.dueAt !== null && task.dueAt < now ? [language.t('task-overdue')] : []),
  ].join(' · ');
}

async function openTasks(records: Records, groupKey: string): Promise<Task[]> {
  return (await records.groups.tasks(groupKey)).filter(({ state }) => state === 'OPEN').slice(0, SHOWN);
}

/** The task is done: by its owner or by whoever leads. False: the actor may not say so. */
async function finish(turn: Turn, task: Task): Promise<boolean> {
  if (task.ownerId !== turn.actor.personId && !(await mayLead(turn, task.groupKey))) return false;
  turn.unit.groups.putTask({ ...task, state: 'DONE', remindAt: null, doneAt: turn.now });
  await turn.touch(`${TASK}:${task.id}`);
  await turn.touch(`${TASKS}:${task.groupKey}`);
  return true;
}

/** One task in its owner's chat, when it is given to them and when it is due. */
export function taskCard(): CardKind {
  return {
    kind: TASK,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const task = await records.groups.task(copy.subject.slice(TASK.length + 1));
      const group = task === null ? null : await records.groups.group(task.groupKey);
      const language = context.languages[0]!;
      if (task === null || group === null) return null;
      const { zone } = (await currentProcess(records)).process;
      const theirs = copy.personId === task.ownerId;
      const state = task.state === 'DONE' ? [line(language.t('task-is-done'))] : theirs ? [] : [line(language.t('task-no-longer-yours'))];
      return {
        document: document(
          title(strong(language.t(copy.data['reminder'] === true ? 'task-reminder' : 'task-for-you', { group: language.pick(group.title) }))),
          line(isolate(task.text)),
          ...(task.dueAt === null ? [] : [line(language.t('task-until', { date: language.shortDate(task.dueAt, zone) }))]),
          ...state,
        ),
        actions: [{ id: 'done', label: language.t('action-task-done'), row: 0 }],
        open: task.state === 'OPEN' && theirs,
      };
    },
    press: async (turn, copy) => {
      const task = await turn.unit.groups.task(copy.subject.slice(TASK.length + 1));
      if (task?.state !== 'OPEN') return turn.refuse(turn.t('press-closed'));
      if (!(await finish(turn, task))) return turn.refuse(turn.t('task-not-yours'));
      turn.answer(turn.t('task-finished'));
    },
  };
}

/** The open tasks of a group, each with a button for those who may say that it is done. */
export function tasksCard(): CardKind {
  return {
    kind: TASKS,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const group = await records.groups.group(copy.subject.slice(TASKS.length + 1));
      const language = context.languages[0]!;
      if (group === null) return null;
      const { zone } = (await currentProcess(records)).process;
      const tasks = await openTasks(records, group.key);
      const rows: Block[] = [];
      for (const task of tasks) rows.push(line(await taskLine(records, task, language, context.now, zone)));
      return {
        document: document(title(strong(language.t('tasks-title', { group: language.pick(group.title) }))), ...(rows.length === 0 ? [line(language.t('tasks-none'))] : rows)),
        actions: tasks.map(({ number }, index) => ({ id: `d${number}`, label: language.t('action-task-number', { number }), row: Math.floor(index / 2) })),
        open: tasks.length > 0,
      };
    },
    press: async (turn, copy, actionId) => {
      const groupKey = copy.subject.slice(TASKS.length + 1);
      if (!isOffice(turn) && !(await isMember(turn.unit, groupKey, turn.actor.personId))) return turn.refuse(turn.t('group-members-only'));
      const task = (await openTasks(turn.unit, groupKey)).find(({ number }) => `d${number}` === actionId);
      if (task === undefined) return turn.refuse(turn.t('press-closed'));
      if (!(await finish(turn, task))) return turn.refuse(turn.t('task-not-yours'));
      turn.answer(turn.t('task-finished'));
    },
  };
}

/** Reminds owners the day before, once; what falls into somebody's quiet hours waits for their end. */
export const remindingOfTasks: DueWork = {
  name: 'reminding of tasks',
  next: (records) => records.groups.nextTaskReminder(),
  run: async (turn) => {
    const file = await currentProcess(turn.unit);
    const { zone } = file.process;
    for (const task of await turn.unit.groups.dueTasks(turn.now)) {
      const choice = task.ownerId === null ? null : await turn.unit.reminders.choice(task.ownerId);
      const at = sendAt(turn.now, quietHoursOf(file, choice), zone, task.dueAt ?? instant(turn.now + 1));
      turn.unit.groups.putTask({ ...task, remindAt: at > turn.now ? at : null });
      const address = at > turn.now || task.ownerId === null ? null : await turn.house.directory.addressOf(turn.unit, task.ownerId);
      if (address !== null) turn.post(address.room, { kind: TASK, what: task.id, personId: task.ownerId, data: { reminder: true } });
    }
  },
};
