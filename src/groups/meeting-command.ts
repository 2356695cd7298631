import { whenText } from '../events/cards.ts';
import type { Changes } from '../events/change.ts';
import type { Answer, Event } from '../events/records.ts';
import type { Replies } from '../events/replies.ts';
import { command, type Command } from '../kernel/command.ts';
import { localDate } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { record } from '../office/record.ts';
import { currentProcess } from '../process/commands.ts';
import { document, line, strong, title, type Block } from '../view/document.ts';
import { human } from '../view/language.ts';
import { agendaBlocks, propose, showAgenda } from './agenda.ts';
import { takeAttendance } from './attendance.ts';
import { countMeetings, counterLine, roomWarning } from './counter.ts';
import { answerParam, askBack, isAskedBack, meetingParam, textParam, verbParam, whenParam, whichParam, whoParam, type Wanted } from './meeting-params.ts';
import { clashes, clashLines, meetingsOf, upcoming } from './meetings.ts';
import { sureOf } from './params.ts';
import type { Meetings, Member } from './ports.ts';
import type { WorkingGroup } from './records.ts';
import { isMember, isOffice, leadersOnly, mayLead, membersOf } from './roster.ts';
import { beginSeries, ruleText } from './series.ts';

/** So many meetings ahead, and so many clashes, are worth reading. */
const SHOWN = 5;

export interface MeetingParts {
  readonly meetings: Meetings;
  readonly changes: Changes;
  readonly replies: Replies;
}

/** `/treffen`: a group's meetings, made, moved and cancelled by whoever leads; points for the agenda by every member. */
export function meetingCommand({ meetings, changes, replies }: MeetingParts): Command {
  return command({
    name: 'treffen', aliases: ['meeting'], who: 'everyone', menu: 'help',
    params: { verb: verbParam, group: whichParam, meeting: meetingParam, when: whenParam, who: whoParam, answer: answerParam, text: textParam, sure: sureOf(askBack, isAskedBack) },
    run: async (turn, { verb, group, meeting, when, who, answer, text, sure }) => {
      const inside = isOffice(turn) || (await isMember(turn.unit, group.key, turn.actor.personId));
      if (verb === 'show') return show(turn, group);
      if (!inside) return turn.answer(turn.t('group-members-only'));
      if (verb === 'topic' && meeting !== null) return propose(turn, meeting, text ?? '');
      if (verb === 'agenda' && meeting !== null) return showAgenda(turn, meeting);
      if (!(await mayLead(turn, group.key))) return turn.answer(await leadersOnly(turn, group.key));
      if (!sure) return turn.answer(turn.t('change-kept'));
      if (verb === 'attendance' && meeting !== null) return takeAttendance(turn, meeting);
      if (verb === 'reply' && meeting !== null && who !== null && answer !== null) return enter(turn, replies, meeting, who, answer);
      if (verb === 'stop') return stop(turn, group);
      if (verb === 'cancel' && meeting !== null) {
        const { told, toCall } = await changes.cancel(turn, meeting, text ?? '');
        return turn.answer(turn.t('cancelled-done', { told, toCall }));
      }
      if (when === null) return;
      return verb === 'move' && meeting !== null ? move(turn, changes, group, meeting, when) : make(turn, meetings, group, when);
    },
  });
}

async function make(turn: Turn, meetings: Meetings, group: WorkingGroup, when: Wanted): Promise<void> {
  const { zone } = (await currentProcess(turn.unit)).process;
  if (when.kind === 'series') {
    const series = await beginSeries(turn, meetings, group, when, localDate(turn.now, zone));
    const first = series === null ? null : await turn.unit.events.event(series.lastEventKey);
    if (series === null || first === null) return turn.answer(turn.t('group-closed'));
    return turn.answer(document(line(turn.t('series-made', { rule: ruleText(turn.language, series.recurrence, zone), when: whenText(first, turn.language) })), ...(await remarks(turn, group, first))));
  }
  const made = await meetings.schedule(turn, group.key, { start: when.start, end: when.end, place: when.place, title: null }, new Map());
  if (!made.ok) return turn.answer(meetings.problemSentence(turn, made.error));
  turn.answer(document(line(turn.t('meeting-made', { event: turn.language.pick(made.value.title), when: whenText(made.value, turn.language) })), ...(await remarks(turn, group, made.value))));
}

/** What somebody told the leader counts like every other reply and keeps its origin. */
async function enter(turn: Turn, replies: Replies, meeting: Event, who: Member, answer: Answer): Promise<void> {
  const channel = who.hasChat ? 'PHONE' : who.channel;
  const result = await replies.set(turn, meeting, { answer, partySize: null, children: null }, { personId: who.personId, channel, enteredBy: await turn.person(), stranger: false });
  if (result.kind === 'refused') return replies.answer(turn, meeting, result);
  await record(turn, 'reply.entered', { subjectId: who.personId, eventKey: meeting.key, details: { channel, answer, persons: result.rsvp.partySize } });
  turn.answer(turn.t('meeting-replied', { name: human(who.name ?? turn.t('person-unnamed')), event: turn.language.pick(meeting.title), answer: turn.t(ANSWER_WORDS[answer]) }));
}

const ANSWER_WORDS = { ATTENDING: 'action-yes', MAYBE: 'action-maybe', DECLINED: 'action-no' } as const;

async function move(turn: Turn, changes: Changes, group: WorkingGroup, meeting: Event, when: Wanted): Promise<void> {
  if (when.kind === 'series') return;
  const placed: Event = when.place === null ? meeting : { ...meeting, place: when.place };
  const { asked, toCall } = await changes.move(turn, placed, when.start, when.end);
  const moved = (await turn.unit.events.event(meeting.key)) ?? meeting;
  turn.answer(document(line(turn.t('moved-done', { asked, toCall })), ...(await remarks(turn, group, moved))));
}

/** What whoever leads should know about a date: what lies at the same time, how often the group has met, what room is left. */
async function remarks(turn: Turn, group: WorkingGroup, event: Event): Promise<Block[]> {
  const people = (await membersOf(turn.unit, group.key)).map(({ personId }) => personId);
  const found = await clashes(turn.unit, { start: event.startAt, end: event.endAt }, people, event.key);
  const count = countMeetings(group, await meetingsOf(turn.unit, group.key), turn.now);
  const warning = roomWarning(turn.language, group, count, event.zone);
  return [...clashLines(turn.language, found.slice(0, SHOWN)), counterLine(turn.language, group, count), ...(warning === null ? [] : [warning])].map((text) => line(text));
}

async function stop(turn: Turn, group: WorkingGroup): Promise<void> {
  const running = (await turn.unit.groups.activeSeries()).filter(({ groupKey }) => groupKey === group.key);
  for (const series of running) turn.unit.groups.putSeries({ ...series, state: 'ENDED' });
  turn.answer(turn.t(running.length === 0 ? 'series-none' : 'series-ended'));
}

/** What is ahead, with its agenda; how often the group has met; what to type. */
async function show(turn: Turn, group: WorkingGroup): Promise<void> {
  const { zone } = (await currentProcess(turn.unit)).process;
  const ahead = await upcoming(turn.unit, group.key, turn.now);
  const count = countMeetings(group, await meetingsOf(turn.unit, group.key), turn.now);
  const warning = roomWarning(turn.language, group, count, zone);
  const blocks: Block[] = [title(strong(turn.language.pick(group.title))), line(counterLine(turn.language, group, count))];
  if (warning !== null) blocks.push(line(warning));
  for (const series of await turn.unit.groups.activeSeries()) if (series.groupKey === group.key) blocks.push(line(turn.t('series-line', { rule: ruleText(turn.language, series.recurrence, zone) })));
  // The agenda of the next one only: a message has its limits.
  for (const [index, event] of ahead.slice(0, SHOWN).entries()) blocks.push(line(whenText(event, turn.language)), ...(event.place === null ? [] : [line(turn.language.pick(event.place))]), ...(index === 0 ? await agendaBlocks(turn.unit, event.key) : []));
  if (ahead.length === 0) blocks.push(line(turn.t('group-no-meeting')));
  blocks.push(line(turn.t((await mayLead(turn, group.key)) ? 'meeting-how-leader' : 'meeting-how')));
  turn.answer(document(...blocks));
}
