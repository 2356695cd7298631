import { EVENT } from '../events/cards.ts';
import { CHANNEL_OF, type Replies } from '../events/replies.ts';
import type { CardKind } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import { record } from '../office/record.ts';
import { document, line, strong, title } from '../view/document.ts';
import { human } from '../view/language.ts';
import { upcoming } from './meetings.ts';
import type { Membership, WorkingGroup } from './records.ts';
import { leadersOf, leadersOnly, mayLead, tellLeaders } from './roster.ts';
import { GROUP, JOINING } from './subjects.ts';

/** The actor joins, or asks to where the leader has a say. Doing it twice changes nothing. */
export async function join(turn: Turn, group: WorkingGroup): Promise<void> {
  const { groups } = turn.unit;
  const name = turn.language.pick(group.title);
  if (group.state === 'CLOSED') return turn.answer(turn.t('group-closed'));
  const newcomer = turn.actor.personId === null;
  const personId = await turn.person();
  const before = newcomer ? null : await groups.membership(group.key, personId);
  if (before?.standing === 'MEMBER') return turn.answer(turn.t('group-joined-already', { group: name }));
  if (before?.standing === 'ASKED') return turn.answer(turn.t('group-asked-already', { group: name }));
  const standing = group.joining === 'OPEN' ? 'MEMBER' : 'ASKED';
  groups.putMembership({ groupKey: group.key, personId, role: 'MEMBER', sector: before?.sector ?? null, standing, channel: CHANNEL_OF[turn.actor.platform], enteredBy: null, since: turn.now });
  await turn.touch(`${GROUP}:${group.key}`);
  const notice = newcomer ? [turn.t('notice-short')] : [];
  if (standing === 'MEMBER') {
    await welcome(turn, group, personId);
    return turn.answer([turn.t('group-joined', { group: name }), ...notice].join('\n'));
  }
  await askLeaders(turn, group, personId);
  turn.answer([turn.t('group-asked', { group: name }), ...notice].join('\n'));
}

/** Who joins gets the cards of the meetings ahead, as all the others did. */
async function welcome(turn: Turn, group: WorkingGroup, personId: string): Promise<void> {
  const address = await turn.house.directory.addressOf(turn.unit, personId);
  if (address === null) return;
  for (const event of await upcoming(turn.unit, group.key, turn.now)) turn.post(address.room, { kind: EVENT, what: event.key, personId });
}

/** Whoever leads decides with a button; without a leader within reach the office does. */
export async function askLeaders(turn: Turn, group: WorkingGroup, personId: string): Promise<void> {
  const post = async (to: string): Promise<boolean> => {
    const address = await turn.house.directory.addressOf(turn.unit, to);
    if (address !== null) turn.post(address.room, { kind: JOINING, what: `${group.key}/${personId}`, personId: to });
    return address !== null;
  };
  let asked = false;
  for (const leader of await leadersOf(turn.unit, group.key)) asked = (await post(leader.personId)) || asked;
  if (asked) return;
  for (const { personId: member, role } of await turn.unit.office.allStaff()) if (role !== 'HELPER') await post(member);
}

/** Takes somebody off the roster: their meetings ahead are free of them; a group without a leader gets one, or the office knows. */
export async function leave(turn: Turn, replies: Replies, group: WorkingGroup, membership: Membership): Promise<void> {
  turn.unit.groups.putMembership({ ...membership, role: 'MEMBER', standing: 'LEFT', since: turn.now });
  await withdraw(turn, replies, group, membership);
}

/** A name that was only written down for groups goes when no group, reply or attendance needs it any more. */
export async function forgetIfUnused(turn: Turn, personId: string): Promise<void> {
  const { groups, events, people } = turn.unit;
  const used = [...(await groups.membershipsOf(personId)), ...(await events.rsvpsOf(personId)), ...(await groups.attendanceOf(personId)), ...(await groups.tasksOf(personId))];
  if (used.length === 0) people.removePerson(personId);
}

/** What follows when a membership ends, however it ends. */
export async function withdraw(turn: Turn, replies: Replies, group: WorkingGroup, membership: Membership): Promise<void> {
  const { personId } = membership;
  for (const event of await upcoming(turn.unit, group.key, turn.now)) {
    const rsvp = await turn.unit.events.rsvp(event.key, personId);
    if (rsvp !== null) await replies.remove(turn, rsvp);
  }
  for (const task of await turn.unit.groups.tasksOf(personId)) if (task.groupKey === group.key && task.state === 'OPEN') turn.unit.groups.putTask({ ...task, ownerId: null, remindAt: null });
  if (membership.standing === 'MEMBER' && membership.role === 'LEADER') await succeed(turn, group);
  await turn.touch(`${GROUP}:${group.key}`);
  await turn.touch(`${JOINING}:${group.key}/${personId}`);
}

/** The first deputy takes over; without one the office is asked to name somebody. */
async function succeed(turn: Turn, group: WorkingGroup): Promise<void> {
  const [deputy, ...others] = await leadersOf(turn.unit, group.key);
  if (deputy?.role === 'LEADER') return;
  if (deputy !== undefined) {
    turn.unit.groups.putMembership({ ...deputy, role: 'LEADER' });
    await turn.tell(deputy.personId, (language) => language.t('group-you-lead-now', { group: language.pick(group.title) }));
    for (const { personId } of others) await turn.tell(personId, (language) => language.t('group-new-leader', { group: language.pick(group.title) }));
    return;
  }
  await tellLeaders(turn, group.key, (language) => language.t('group-without-leader', { group: language.pick(group.title) }));
}

export function joiningCard(): CardKind {
  return {
    kind: JOINING,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const { groupKey, personId } = askedIn(copy.subject);
      const group = await records.groups.group(groupKey);
      const membership = await records.groups.membership(groupKey, personId);
      const person = await records.people.person(personId);
      const language = context.languages[0]!;
      if (group === null || person === null || membership === null) return null;
      const settled = membership.standing === 'ASKED' ? [] : [line(language.t(membership.standing === 'MEMBER' ? 'joining-accepted' : 'joining-declined'))];
      return {
        document: document(title(strong(language.pick(group.title))), line(language.t('joining-question', { name: human(person.name ?? language.t('person-unnamed')) })), ...settled),
        actions: [
          { id: 'yes', label: language.t('action-accept'), row: 0 },
          { id: 'no', label: language.t('action-turn-down'), row: 0 },
        ],
        open: membership.standing === 'ASKED',
      };
    },
    press: async (turn, copy, actionId) => {
      const { groupKey, personId } = askedIn(copy.subject);
      const { groups } = turn.unit;
      const [group, membership] = [await groups.group(groupKey), await groups.membership(groupKey, personId)];
      if (!(await mayLead(turn, groupKey))) return turn.refuse(await leadersOnly(turn, groupKey));
      if (group === null || membership?.standing !== 'ASKED') return turn.refuse(turn.t('press-closed'));
      const accepted = actionId === 'yes';
      groups.putMembership({ ...membership, standing: accepted ? 'MEMBER' : 'LEFT', since: turn.now });
      await record(turn, 'group.answered', { subjectId: personId });
      if (accepted) await welcome(turn, group, personId);
      await turn.touch(copy.subject);
      await turn.touch(`${GROUP}:${groupKey}`);
      await turn.tell(personId, (language) => language.t(accepted ? 'joining-you-may' : 'joining-you-may-not', { group: language.pick(group.title) }));
      turn.answer(turn.t(accepted ? 'joining-accepted' : 'joining-declined'));
    },
  };
}

function askedIn(subject: string): { groupKey: string; personId: string } {
  const [groupKey = '', personId = ''] = subject.slice(JOINING.length + 1).split('/');
  return { groupKey, personId };
}
