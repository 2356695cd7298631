import { instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Kept } from '../people/personal-data.ts';
import { askLeaders } from './joining.ts';
import type { Attendance, Membership } from './records.ts';
import { GROUP, JOINING } from './subjects.ts';

interface Had {
  /** Of both persons, where `from` had a row. */
  readonly memberships: readonly Membership[];
  readonly attendance: readonly Attendance[];
  /** Keys of what was `from`'s alone. */
  readonly entered: readonly (readonly [groupKey: string, personId: string])[];
  readonly agenda: readonly string[];
  readonly minutes: readonly string[];
  readonly files: readonly string[];
  readonly owned: readonly string[];
  readonly given: readonly string[];
}

/** One person in each group, in the higher of two roles; the newest standing holds; who was there once was there. */
export async function merge(turn: Turn, from: string, into: string): Promise<Kept> {
  const { groups, files } = turn.unit;
  const memberships: Membership[] = [];
  for (const other of await groups.membershipsOf(from)) {
    const own = await groups.membership(other.groupKey, into);
    memberships.push(other, ...(own === null ? [] : [own]));
    groups.removeMembership(other);
    groups.putMembership(oneOf(own, other, into));
    await turn.touch(`${GROUP}:${other.groupKey}`);
    await followAsking(turn, other, into);
  }
  const attendance: Attendance[] = [];
  for (const other of await groups.attendanceOf(from)) {
    const own = (await groups.attendance(other.eventKey)).find(({ personId }) => personId === into) ?? null;
    attendance.push(other, ...(own === null ? [] : [own]));
    groups.removeAttendance(other);
    groups.putAttendance(own === null || other.markedAt > own.markedAt ? { ...other, personId: into } : own);
  }
  const [entered, agenda, minutes, owned, given] = [await groups.membershipsEnteredBy(from), await groups.agendaOf(from), await groups.minutesBy(from), await groups.tasksOf(from), await groups.tasksBy(from)];
  for (const each of entered) groups.putMembership({ ...each, enteredBy: into });
  for (const each of agenda) groups.putAgendaItem({ ...each, proposedBy: into });
  for (const each of minutes) groups.putMinutes({ ...each, writtenBy: into });
  const sent = await files.filesSentBy(from);
  for (const each of sent) files.putFile({ ...each, sentBy: into });
  for (const { id } of [...owned, ...given]) await rename(turn, id, from, into);
  const had: Had = {
    memberships,
    attendance,
    entered: entered.map(({ groupKey, personId }) => [groupKey, personId] as const),
    agenda: agenda.map(({ id }) => id),
    minutes: minutes.map(({ eventKey }) => eventKey),
    files: sent.map(({ id }) => id),
    owned: owned.map(({ id }) => id),
    given: given.map(({ id }) => id),
  };
  return { ...had };
}

const RANK: Readonly<Record<Membership['role'], number>> = { MEMBER: 0, DEPUTY: 1, LEADER: 2 };

function oneOf(own: Membership | null, other: Membership, personId: string): Membership {
  if (own === null) return { ...other, personId };
  const newest = other.since > own.since ? other : own;
  const role = RANK[other.role] > RANK[own.role] ? other.role : own.role;
  const since = other.standing === own.standing ? instant(Math.min(own.since, other.since)) : newest.since;
  // Whoever left leads nothing.
  return { ...own, standing: newest.standing, role: newest.standing === 'MEMBER' ? role : 'MEMBER', sector: own.sector ?? other.sector, channel: newest.channel, enteredBy: own.enteredBy === null ? null : other.enteredBy, since };
}

/** The leader's question names the person: it is taken down and asked anew. */
async function followAsking(turn: Turn, other: Membership, into: string): Promise<void> {
  await turn.touch(`${JOINING}:${other.groupKey}/${other.personId}`);
  const group = await turn.unit.groups.group(other.groupKey);
  const asks = (await turn.unit.groups.membership(other.groupKey, into))?.standing === 'ASKED';
  if (other.standing === 'ASKED' && asks && group !== null) await askLeaders(turn, group, into);
}

/** A task may be owned and given by the same person: both ends are looked at each time. */
async function rename(turn: Turn, id: string, from: string, into: string): Promise<void> {
  const task = await turn.unit.groups.task(id);
  const other = (personId: string | null): string | null => (personId === from ? into : personId);
  if (task !== null) turn.unit.groups.putTask({ ...task, ownerId: other(task.ownerId), createdBy: other(task.createdBy) });
}

/** Both have again what they had, as far as it is still there: a group closed or a task done stays so. */
export async function part(turn: Turn, from: string, into: string, kept: Kept): Promise<void> {
  const { groups, files } = turn.unit;
  const had = kept as unknown as Had;
  for (const { eventKey } of had.attendance) groups.removeAttendance({ eventKey, personId: into });
  for (const mark of had.attendance) groups.putAttendance(mark);
  for (const [groupKey, personId] of had.entered) {
    const each = await groups.membership(groupKey, personId);
    if (each?.enteredBy === into) groups.putMembership({ ...each, enteredBy: from });
  }
  for (const { groupKey } of had.memberships) groups.removeMembership({ groupKey, personId: into });
  for (const membership of had.memberships) {
    groups.putMembership(membership);
    await turn.touch(`${GROUP}:${membership.groupKey}`);
  }
  for (const id of had.agenda) {
    const item = await groups.agendaItem(id);
    if (item?.proposedBy === into) groups.putAgendaItem({ ...item, proposedBy: from });
  }
  for (const eventKey of had.minutes) {
    const minutes = await groups.minutes(eventKey);
    if (minutes?.writtenBy === into) groups.putMinutes({ ...minutes, writtenBy: from });
  }
  for (const id of had.files) {
    const file = await files.file(id);
    if (file?.sentBy === into) files.putFile({ ...file, sentBy: from });
  }
  for (const id of new Set([...had.owned, ...had.given])) {
    const task = await groups.task(id);
    if (task === null) continue;
    const back = (personId: string | null, was: boolean): string | null => (was && personId === into ? from : personId);
    groups.putTask({ ...task, ownerId: back(task.ownerId, had.owned.includes(id)), createdBy: back(task.createdBy, had.given.includes(id)) });
  }
}
