import type { Replies } from '../events/replies.ts';
import { toIso } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { PersonalData } from '../people/personal-data.ts';
import { line } from '../view/document.ts';
import { human } from '../view/language.ts';
import { ownKey } from './group-card.ts';
import { withdraw } from './joining.ts';
import { merge, part } from './merge.ts';
import { AGENDA, ATTENDANCE, MINUTES, TASK, TASKS } from './subjects.ts';

/** What groups keep about a person: belonging, points proposed, attendance, minutes written, tasks. */
export function groupsData(replies: Replies): PersonalData {
  return {
    key: 'groups',
    export: async ({ groups, files }, personId) => ({
      groups: (await groups.membershipsOf(personId)).map(({ groupKey, role, sector, standing, channel, enteredBy, since }) => ({ group: groupKey, role, sector, standing, channel, enteredByTheLeader: enteredBy !== null, since: toIso(since) })),
      agenda: (await groups.agendaOf(personId)).map(({ eventKey, text, createdAt }) => ({ meeting: eventKey, text, since: toIso(createdAt) })),
      attendance: (await groups.attendanceOf(personId)).map(({ eventKey, present, markedAt }) => ({ meeting: eventKey, present, markedAt: toIso(markedAt) })),
      minutes: (await groups.minutesBy(personId)).map(({ eventKey, state, writtenAt }) => ({ meeting: eventKey, state, writtenAt: toIso(writtenAt) })),
      minutesFiles: (await files.filesSentBy(personId)).map(({ subject, name, createdAt }) => ({ meeting: subject.slice(MINUTES.length + 1), name, sentAt: toIso(createdAt) })),
      tasks: (await groups.tasksOf(personId)).map(({ groupKey, number, text, state, dueAt }) => ({ group: groupKey, number, text, state, due: dueAt === null ? null : toIso(dueAt) })),
      tasksGiven: (await groups.tasksBy(personId)).map(({ groupKey, number }) => ({ group: groupKey, number })),
    }),
    describe: async (records, personId, language) => {
      const blocks = [];
      for (const membership of await records.groups.membershipsOf(personId)) {
        const group = await records.groups.group(membership.groupKey);
        if (group !== null && membership.standing !== 'LEFT') blocks.push(line(`${language.pick(group.title)}: ${language.t(ownKey(membership))}`));
      }
      for (const { text } of await records.groups.agendaOf(personId)) blocks.push(line(language.t('data-agenda', { what: human(text) })));
      for (const { eventKey, present } of await records.groups.attendanceOf(personId)) {
        const event = await records.events.event(eventKey);
        if (event !== null) blocks.push(line(`${language.pick(event.title)}: ${language.t(present ? 'attendance-here' : 'attendance-away')}`));
      }
      for (const { eventKey } of await records.groups.minutesBy(personId)) {
        const event = await records.events.event(eventKey);
        if (event !== null) blocks.push(line(language.t('data-minutes', { event: language.pick(event.title) })));
      }
      for (const { name } of await records.files.filesSentBy(personId)) blocks.push(line(language.t('data-minutes-file', { name: human(name) })));
      for (const { number, text } of await records.groups.tasksOf(personId)) blocks.push(line(language.t('task-line', { number, what: human(text) })));
      return blocks;
    },
    erase: async (turn, personId) => erase(turn, replies, personId),
    merge,
    part,
  };
}

/** The person goes; what the group decided, wrote and still has to do stays without them. */
async function erase(turn: Turn, replies: Replies, personId: string): Promise<void> {
  const { groups, files } = turn.unit;
  for (const membership of await groups.membershipsOf(personId)) {
    groups.removeMembership(membership);
    const group = await groups.group(membership.groupKey);
    if (group !== null) await withdraw(turn, replies, group, membership);
  }
  for (const entered of await groups.membershipsEnteredBy(personId)) groups.putMembership({ ...entered, enteredBy: null });
  for (const item of await groups.agendaOf(personId)) {
    groups.putAgendaItem({ ...item, proposedBy: null });
    await turn.touch(`${AGENDA}:${item.eventKey}`);
  }
  for (const mark of await groups.attendanceOf(personId)) {
    groups.removeAttendance(mark);
    await turn.touch(`${ATTENDANCE}:${mark.eventKey}`);
  }
  for (const minutes of await groups.minutesBy(personId)) {
    groups.putMinutes({ ...minutes, writtenBy: null });
    await turn.touch(`${MINUTES}:${minutes.eventKey}`);
  }
  // The file is the group's document; one that is not here yet is not fetched any more.
  for (const file of await files.filesSentBy(personId)) {
    if (file.state === 'WANTED') files.removeFile(file.id);
    else files.putFile({ ...file, sentBy: null });
  }
  for (const given of await groups.tasksBy(personId)) groups.putTask({ ...given, createdBy: null });
  for (const task of await groups.tasksOf(personId)) {
    groups.putTask({ ...task, ownerId: null, remindAt: null });
    await turn.touch(`${TASK}:${task.id}`);
    await turn.touch(`${TASKS}:${task.groupKey}`);
  }
}
