import { weekdayOf } from '../kernel/time.ts';
import { nearest, pathName, shown, type Complaint, type Path } from './file-problems.ts';
import { BUILT_IN_REMINDERS, SECTORS, WEEKDAYS, type ProcessEvent, type ProcessFile } from './file-schema.ts';
import { earliestDay, latestDay } from './phase-date.ts';

/** What no shape can say: keys are unique, references lead somewhere, time runs forwards, min ≤ max. */
export function consistencyComplaints(file: ProcessFile): Complaint[] {
  return [
    ...uniqueKeys(file),
    ...references(file),
    ...file.phases.flatMap((phase, i) => phaseOrder(phase, ['phases', i])),
    ...file.events.flatMap((event, i) => eventTimes(event, ['events', i])),
    ...bounds(file),
    ...spans(file),
    ...quietHolidays(file),
  ];
}

const about = (path: Path, sentence: string): Complaint => ({ path, on: 'VALUE', sentence });

function uniqueKeys(file: ProcessFile): Complaint[] {
  const keyed = (list: readonly { key: string }[], path: Path) =>
    repeated(list.map((entry, i) => [entry.key, [...path, i, 'key']]), 'give each entry a key of its own');
  return [
    ...repeated(
      file.process.languages.map((language, i) => [language, ['process', 'languages', i]]),
      'name each language once',
    ),
    ...keyed(file.phases, ['phases']),
    ...keyed(file.events, ['events']),
    ...file.events.flatMap((event, i) => keyed(event.bringList?.slots ?? [], ['events', i, 'bringList', 'slots'])),
    ...keyed(file.guidingQuestions, ['guidingQuestions']),
    ...keyed(file.fieldsOfAction, ['fieldsOfAction']),
    ...keyed(file.workingGroups, ['workingGroups']),
    ...steeringKey(file),
    ...keyed(file.reminders, ['reminders']),
    ...reservedReminders(file),
  ];
}

/** As the office's own lead times are named (/vorlauf). */
const LEAD_TIME = /^(?:start|deadline)-\d+(?:h|d-\d{4})$/u;

/** Two rules of one name would be one plan, and one of them would never be reminded of. */
function reservedReminders({ reminders }: ProcessFile): Complaint[] {
  const builtIn: readonly string[] = Object.values(BUILT_IN_REMINDERS);
  return reminders.flatMap(({ key }, i) => {
    const path = ['reminders', i, 'key'];
    if (builtIn.includes(key)) return [about(path, `${pathName(path)} is ${shown(key)}, the name of a reminder every process has; give this rule another key.`)];
    if (LEAD_TIME.test(key)) return [about(path, `${pathName(path)} is ${shown(key)}, a name kept for lead times the office sets in the chat; give this rule another key.`)];
    return [];
  });
}

function repeated(entries: readonly (readonly [key: string, path: Path])[], remedy: string): Complaint[] {
  const first = new Map<string, Path>();
  return entries.flatMap(([key, path]) => {
    const earlier = first.get(key);
    if (earlier !== undefined) {
      return [about(path, `${pathName(path)} repeats ${shown(key)} of ${pathName(earlier)}; ${remedy}.`)];
    }
    first.set(key, path);
    return [];
  });
}

/** The steering group is one group among the others. */
function steeringKey({ steeringGroup, workingGroups }: ProcessFile): Complaint[] {
  const same = workingGroups.findIndex(({ key }) => key === steeringGroup?.key);
  if (same < 0) return [];
  return [about(['workingGroups', same, 'key'], `workingGroups[${same}].key is also the steering group's; give each group a key of its own.`)];
}

/** A group's time, like a phase's, runs forwards. */
function spans({ workingGroups, steeringGroup }: ProcessFile): Complaint[] {
  const backwards = (group: { from: string | null; until: string | null } | null, path: Path): Complaint[] =>
    group === null || group.from === null || group.until === null || group.from <= group.until ? [] : [about([...path, 'until'], `${pathName(path)} ends before it begins; correct "from" or "until".`)];
  return [...workingGroups.flatMap((group, i) => backwards(group, ['workingGroups', i])), ...backwards(steeringGroup, ['steeringGroup'])];
}

function references(file: ProcessFile): Complaint[] {
  const phases = file.phases.map(({ key }) => key);
  const events = file.events.map(({ key }) => key);
  const groups = [...file.workingGroups, ...(file.steeringGroup === null ? [] : [file.steeringGroup])].map(({ key }) => key);
  const fields = file.fieldsOfAction.map(({ key }) => key);
  return [
    ...file.events.flatMap((event, i) => [
      ...reference(event.phase, phases, ['events', i, 'phase'], 'phases'),
      ...reference(event.workingGroup, groups, ['events', i, 'workingGroup'], 'workingGroups'),
    ]),
    ...file.workingGroups.flatMap((group, i) =>
      reference(group.fieldOfAction, fields, ['workingGroups', i, 'fieldOfAction'], 'fieldsOfAction')),
    ...file.reminders.flatMap((rule, i) =>
      (rule.events ?? []).flatMap((event, j) => reference(event, events, ['reminders', i, 'events', j], 'events'))),
  ];
}

function reference(key: string | null, known: readonly string[], path: Path, list: string): Complaint[] {
  if (key === null || known.includes(key)) return [];
  const near = nearest(key, known);
  const remedy = near === undefined
    ? `use the key of an entry in ${list}, or add one`
    : `did you mean "${near}"? Write the key of an entry in ${list}`;
  return [about(path, `${pathName(path)} names ${shown(key)}, which ${list} does not have; ${remedy}.`)];
}

function phaseOrder({ from, until }: ProcessFile['phases'][number], path: Path): Complaint[] {
  if (from === null || until === null || earliestDay(from) <= latestDay(until)) return [];
  return [about([...path, 'until'], `${pathName(path)} ends before it begins; correct "from" or "until".`)];
}

/** Dates and times have fixed widths, so they compare as text. Both stand on the same town clock. */
function eventTimes(event: ProcessEvent, path: Path): Complaint[] {
  const found: Complaint[] = [];
  const weekday = WEEKDAYS[weekdayOf(event.date) - 1];
  if (event.weekday !== null && event.weekday !== weekday) {
    const is = `${event.date} is a ${weekday}, not a ${event.weekday}`;
    found.push(about([...path, 'weekday'], `${is}; correct the weekday or the date.`));
  }
  if (event.end <= event.start) {
    const ends = `the event ends at ${event.end}, not after its start at ${event.start}`;
    found.push(about([...path, 'end'], `${ends}; correct "start" or "end".`));
  }
  const deadline = event.replyDeadline;
  if (deadline !== null && `${deadline.date} ${deadline.time}` > `${event.date} ${event.start}:00`) {
    const due = `replies are due at ${deadline.date} ${deadline.time}, after the event has begun`;
    found.push(about([...path, 'replyDeadline', 'date'], `${due}; set an earlier deadline.`));
  }
  return found;
}

function bounds({ steeringGroup, workingGroups }: ProcessFile): Complaint[] {
  const groups = workingGroups.flatMap((group, i) => (group.meetings === null ? [] : minMax(group.meetings, ['workingGroups', i, 'meetings'])));
  if (steeringGroup === null) return groups;
  return [
    ...groups,
    ...minMax(steeringGroup.meetings, ['steeringGroup', 'meetings']),
    ...SECTORS.flatMap((sector) => minMax(steeringGroup.sectors[sector], ['steeringGroup', 'sectors', sector])),
  ];
}

function quietHolidays({ quietHours, holidays }: ProcessFile): Complaint[] {
  if (!quietHours.holidays || holidays.region !== null) return [];
  const wants = 'quietHours wants public holidays to be quiet, but holidays.region names no state';
  return [about(['quietHours', 'holidays'], `${wants}; write the state under holidays, such as region: BW, or say holidays: false here.`)];
}

function minMax({ min, max }: { min: number | null; max: number | null }, path: Path): Complaint[] {
  if (min === null || max === null || min <= max) return [];
  const wants = `${pathName(path)} wants at least ${min} but at most ${max}`;
  return [about([...path, 'min'], `${wants}; swap or correct "min" and "max".`)];
}
