import { isRoomOf } from '../events/audience.ts';
import { calendarFile } from '../events/calendar.ts';
import { EVENT, whenText } from '../events/cards.ts';
import { prefill, type Prefilled } from '../events/prefill.ts';
import type { Event } from '../events/records.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { isolate } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { currentProcess } from '../process/commands.ts';
import type { Documents } from '../ports/documents.ts';
import type { Records } from '../ports/store.ts';
import { document, item, line, type Document } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { GROUP } from './subjects.ts';
import type { Clash, MeetingPlan, Meetings, Member, PrefilledReply, ScheduleProblem, Span } from './ports.ts';
import type { WorkingGroup } from './records.ts';
import { inLanguagesOf, membersOf, tellLeaders } from './roster.ts';

/** So many names to be phoned fit into one message. */
const CALLS = 40;

const ANSWERS: Readonly<Record<PrefilledReply, Prefilled['answer']>> = { ATTENDING_TO_CONFIRM: 'ATTENDING', MAYBE: 'MAYBE', DECLINED: 'DECLINED' };

/** Meetings of a group, cancelled ones too, by start. */
export async function meetingsOf(records: Records, groupKey: string): Promise<Event[]> {
  return (await records.events.events()).filter(({ workingGroup }) => workingGroup === groupKey);
}

/** Meetings that are still to come or just going on, by start. */
export async function upcoming(records: Records, groupKey: string, now: Instant): Promise<Event[]> {
  return (await meetingsOf(records, groupKey)).filter(({ state, endAt }) => state === 'OPEN' && endAt > now);
}

/** Meetings that have begun, the latest first. */
export async function begun(records: Records, groupKey: string, now: Instant): Promise<Event[]> {
  return (await meetingsOf(records, groupKey)).filter(({ state, startAt }) => state === 'OPEN' && startAt <= now).reverse();
}

/** Events that overlap a span, with those of `people` who are meant to be there. */
export async function clashes(records: Records, span: Span, people: readonly string[], except?: string): Promise<Clash[]> {
  const found: Clash[] = [];
  for (const event of await records.events.events()) {
    if (event.state !== 'OPEN' || event.key === except || event.endAt <= span.start || event.startAt >= span.end) continue;
    const members = event.workingGroup === null ? [] : (await records.groups.memberships(event.workingGroup)).flatMap((each) => (each.standing === 'MEMBER' ? each.personId : []));
    const coming = (await records.events.replies(event.key)).flatMap((rsvp) => (rsvp.answer === 'ATTENDING' ? rsvp.personId : []));
    const meant = new Set([...members, ...coming]);
    const persons = people.filter((personId) => meant.has(personId));
    if (persons.length > 0) found.push({ event, persons });
  }
  return found;
}

/** "AG Arbeit, 1. Treffen (2 Personen)": what lies at the same time. */
export function clashLines(language: Language, found: readonly Clash[]): string[] {
  return found.map(({ event, persons }) => language.t('meeting-clash', { event: language.pick(event.title), when: whenText(event, language), count: persons.length }));
}

/** How a date becomes a meeting; everything after that (replies, moving, reminding) is the events' own work. */
export function createMeetings(documents: Documents): Meetings {
  return {
    clashes,
    problemSentence,
    schedule: async (turn, groupKey, plan, prefilled) => schedule(turn, documents, groupKey, plan, prefilled),
  };
}

function problemSentence(turn: Turn, problem: ScheduleProblem): string {
  switch (problem) {
    case 'IN_PAST':
      return turn.t('when-in-past');
    case 'END_BEFORE_START':
      return turn.t('when-end-before-start');
    case 'GROUP_CLOSED':
      return turn.t('group-closed');
    case 'NO_GROUP':
      return turn.t('group-none');
    default:
      return problem satisfies never;
  }
}

async function schedule(turn: Turn, documents: Documents, groupKey: string, plan: MeetingPlan, prefilled: ReadonlyMap<string, PrefilledReply>): Promise<Result<Event, ScheduleProblem>> {
  const group = await turn.unit.groups.group(groupKey);
  if (group === null) return err('NO_GROUP');
  if (group.state === 'CLOSED') return err('GROUP_CLOSED');
  if (plan.end <= plan.start) return err('END_BEFORE_START');
  if (plan.start <= turn.now) return err('IN_PAST');
  const event = await newEvent(turn, group, plan);
  turn.unit.events.putEvent(event);
  const members = await membersOf(turn.unit, groupKey);
  await prefill(turn, event, members.flatMap((member): Prefilled[] => {
    const as = prefilled.get(member.personId);
    return as === undefined ? [] : [{ personId: member.personId, answer: ANSWERS[as], channel: member.channel, enteredBy: member.enteredBy }];
  }));
  await announce(turn, documents, event);
  await inviteMembers(turn, group, event, members);
  await turn.touch(`${GROUP}:${groupKey}`);
  turn.planned();
  return ok(event);
}

async function newEvent(turn: Turn, group: WorkingGroup, plan: MeetingPlan): Promise<Event> {
  const { process } = await currentProcess(turn.unit);
  let number = (await meetingsOf(turn.unit, group.key)).length + 1;
  while ((await turn.unit.events.event(`${group.key}-${number}`)) !== null) number += 1;
  const key = `${group.key}-${number}`;
  return {
    key,
    kind: 'MEETING',
    workingGroup: group.key,
    title: plan.title ?? Object.fromEntries(turn.house.languages.all.map((language) => [language.tag, language.t('meeting-title', { group: language.pick(group.title), number })])),
    subtitle: null,
    lead: null,
    programme: [],
    place: plan.place,
    zone: process.zone,
    startAt: plan.start,
    endAt: plan.end,
    capacity: null,
    unlimited: true,
    deadlineAt: null,
    deadlineMode: 'SOFT',
    deadlineConfirmed: true,
    offerHours: 24,
    state: 'OPEN',
    cancelReason: null,
    calendarUid: `${key}.${process.key}@miteinander`,
    calendarSequence: 0,
    turnedAt: turn.now,
  };
}

/** One notice, the card, and the calendar file, in each room of the group. */
async function announce(turn: Turn, documents: Documents, event: Event): Promise<void> {
  for (const room of await turn.unit.kernel.rooms()) {
    if (!isRoomOf(room, event)) continue;
    turn.say(room.id, inLanguagesOf(turn, room, (language) => language.t('meeting-notice', { event: language.pick(event.title), when: whenText(event, language) })));
    turn.post(room.id, { kind: EVENT, what: event.key, personId: null });
    const { languages } = turn.house;
    turn.file(room.id, calendarFile(documents, event, languages.of(room.languages[0] ?? null), turn.now), null);
  }
}

/** Every member gets their own card with their reply as it stands; whoever has no chat is on the leader's call list. */
async function inviteMembers(turn: Turn, group: WorkingGroup, event: Event, members: readonly Member[]): Promise<void> {
  const toCall: Member[] = [];
  for (const member of members) {
    const address = await turn.house.directory.addressOf(turn.unit, member.personId);
    if (address === null) toCall.push(member);
    else turn.post(address.room, { kind: EVENT, what: event.key, personId: member.personId });
  }
  for (let start = 0; start < toCall.length; start += CALLS) await tellLeaders(turn, group.key, (language) => callList(language, event, toCall.slice(start, start + CALLS)));
}

function callList(language: Language, event: Event, toCall: readonly Member[]): Document {
  return document(
    line(language.t('meeting-call', { event: language.pick(event.title), when: whenText(event, language), count: toCall.length })),
    ...toCall.map(({ name }) => item(isolate(name ?? language.t('person-unnamed')))),
  );
}
