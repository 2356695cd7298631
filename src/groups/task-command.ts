import { absent, command, problem, value, type Command, type Param } from '../kernel/command.ts';
import { cleanLine, shortName } from '../kernel/text.ts';
import { addDays, endOfDay, localDate, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { parseWhen } from '../kernel/when.ts';
import { whenSentence } from '../kernel/when-sentence.ts';
import { currentProcess } from '../process/commands.ts';
import { human } from '../view/language.ts';
import { groupOf, memberNamed } from './params.ts';
import type { Member } from './ports.ts';
import type { WorkingGroup } from './records.ts';
import { activeGroups, isOffice, membersOf, ownGroups } from './roster.ts';
import { TASK, TASKS } from './subjects.ts';
import { remindAt } from './tasks.ts';

const own = groupOf(async (turn) => (isOffice(turn) ? activeGroups(turn.unit) : ownGroups(turn)), 'group-none-own', () => true);

/** Up to the first comma: "Raum buchen, Anna, 20.5." Nothing: the list is shown. */
const whatParam: Param<string | null> = {
  take: async (text) => {
    const [first = '', ...others] = text.split(',');
    const what = cleanLine(first, 120);
    return what === '' ? value(null, '') : value(what, first, others.join(',').trim());
  },
  ask: null,
};

const ownerParam: Param<Member | null> = {
  take: async (text, turn, earlier) => {
    if (earlier['what'] === null) return value(null, '', text);
    if (text === '') return turn.isPrivate ? absent : problem(turn.t('tasks-private'));
    const members = await membersOf(turn.unit, (earlier['group'] as WorkingGroup).key);
    const [first = '', ...others] = text.split(',');
    const named = memberNamed(turn, members, first.trim());
    return named === null ? problem(turn.t('group-no-such-member')) : value(named, first.trim(), others.join(',').trim());
  },
  ask: async (turn, earlier) => ({
    text: turn.t('task-ask-owner'),
    choices: (await membersOf(turn.unit, (earlier['group'] as WorkingGroup).key)).map(({ personId, name }) => ({ label: shortName(name ?? turn.t('person-unnamed')), raw: personId })),
  }),
};

/** A day, read like every other date; "-" for none. */
const dueParam: Param<{ readonly at: Instant | null } | null> = {
  take: async (text, turn, earlier) => {
    if (earlier['what'] === null) return value(null, '', text);
    if (text === '') return absent;
    if (text === '-') return value({ at: null }, text);
    const { zone } = (await currentProcess(turn.unit)).process;
    const read = parseWhen(text.replace(/^(?:bis|until|by)\s+/iu, ''), { zone, today: localDate(turn.now, zone) });
    const date = read.ok ? read.value.date : read.error.kind === 'NO_TIME' ? read.error.date : null;
    if (date === null) return problem(whenSentence(turn.language, read.ok ? { kind: 'NO_DATE' } : read.error, zone));
    return value({ at: endOfDay(date, zone) }, text);
  },
  ask: async (turn) => {
    const { zone } = (await currentProcess(turn.unit)).process;
    const today = localDate(turn.now, zone);
    const inWeeks = (weeks: number) => ({ label: turn.t('action-in-weeks', { count: weeks }), raw: addDays(today, weeks * 7) });
    return { text: turn.t('task-ask-due'), choices: [inWeeks(1), inWeeks(2), { label: turn.t('action-no-date'), raw: '-' }] };
  },
};

/** `/aufgabe`: the open tasks. `/aufgabe Raum buchen, Anna, 20.5.`: gives somebody one. */
export function taskCommand(): Command {
  return command({
    name: 'aufgabe', aliases: ['task'], who: 'everyone', menu: 'help',
    params: { group: own, what: whatParam, owner: ownerParam, due: dueParam },
    run: async (turn, { group, what, owner, due }) => {
      if (what === null || owner === null) return show(turn, group);
      await give(turn, group, what, owner, due?.at ?? null);
    },
  });
}

async function show(turn: Turn, group: WorkingGroup): Promise<void> {
  if (!turn.isPrivate) return turn.answer(turn.t('tasks-private'));
  await turn.repost(turn.place.room, { kind: TASKS, what: group.key, personId: await turn.person() });
}

async function give(turn: Turn, group: WorkingGroup, text: string, owner: Member, dueAt: Instant | null): Promise<void> {
  const { groups } = turn.unit;
  const { zone } = (await currentProcess(turn.unit)).process;
  const number = Math.max(0, ...(await groups.tasks(group.key)).map((task) => task.number)) + 1;
  const id = turn.house.ids.id();
  groups.putTask({ id, groupKey: group.key, number, text, ownerId: owner.personId, dueAt, state: 'OPEN', remindAt: remindAt(dueAt, turn.now, zone), createdBy: await turn.person(), createdAt: turn.now, doneAt: null });
  turn.planned();
  await turn.touch(`${TASKS}:${group.key}`);
  const address = await turn.house.directory.addressOf(turn.unit, owner.personId);
  if (address !== null) turn.post(address.room, { kind: TASK, what: id, personId: owner.personId });
  const words = { number, name: human(owner.name ?? turn.t('person-unnamed')) };
  turn.answer(turn.t(address === null ? 'task-given-call' : 'task-given', words));
}
