import type { Room } from '../kernel/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import type { Document } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import type { Member } from './ports.ts';
import type { Membership, WorkingGroup } from './records.ts';

const RANK: Readonly<Record<Membership['role'], number>> = { LEADER: 0, DEPUTY: 1, MEMBER: 2 };

/** Leader first, then deputies, then by the time they joined. */
export async function membersOf(records: Records, groupKey: string): Promise<Member[]> {
  const standing = (await records.groups.memberships(groupKey)).filter((each) => each.standing === 'MEMBER');
  const persons = standing.map(({ personId }) => personId);
  await records.people.prefetchPersons(persons);
  const withChat = await records.people.withChat(persons);
  const members: Member[] = [];
  for (const membership of standing) {
    const name = (await records.people.person(membership.personId))?.name ?? null;
    members.push({ ...membership, name, hasChat: withChat.has(membership.personId) });
  }
  return members.sort((a, b) => RANK[a.role] - RANK[b.role]);
}

/** Only standing MEMBER. */
async function membershipsOf(records: Records, personId: string): Promise<Membership[]> {
  return (await records.groups.membershipsOf(personId)).filter(({ standing }) => standing === 'MEMBER');
}

export async function isMember(records: Records, groupKey: string, personId: string | null): Promise<boolean> {
  return personId !== null && (await records.groups.membership(groupKey, personId))?.standing === 'MEMBER';
}

export function isOffice(turn: Turn): boolean {
  return turn.actor.role === 'OFFICER' || turn.actor.role === 'DEPUTY';
}

/** The group's leader, a deputy, or the office. */
export async function mayLead(turn: Turn, groupKey: string): Promise<boolean> {
  if (isOffice(turn)) return true;
  const { personId } = turn.actor;
  const own = personId === null ? null : await turn.unit.groups.membership(groupKey, personId);
  return own?.standing === 'MEMBER' && own.role !== 'MEMBER';
}

/** One sentence for whoever may not lead; without a leader the office is the one to ask. */
export async function leadersOnly(turn: Turn, groupKey: string): Promise<string> {
  const led = (await leadersOf(turn.unit, groupKey)).length > 0;
  return turn.t(led ? 'group-leaders-only' : 'group-no-leader');
}

export async function leadersOf(records: Records, groupKey: string): Promise<Membership[]> {
  return (await records.groups.memberships(groupKey)).filter(({ standing, role }) => standing === 'MEMBER' && role !== 'MEMBER').sort((a, b) => RANK[a.role] - RANK[b.role]);
}

/** Writes to the leader and the deputies; the office hears it when none of them can be reached. */
export async function tellLeaders(turn: Turn, groupKey: string, content: (language: Language) => Document | string): Promise<void> {
  let reached = false;
  for (const { personId } of await leadersOf(turn.unit, groupKey)) reached = (await turn.tell(personId, content)) || reached;
  if (reached) return;
  for (const { personId, role } of await turn.unit.office.allStaff()) if (role !== 'HELPER') await turn.tell(personId, content);
}

export async function roomsOf(records: Records, groupKey: string): Promise<Room[]> {
  return (await records.kernel.rooms()).filter((room) => room.groupKey === groupKey && room.state === 'ACTIVE');
}

/** One text in each language of the room. */
export function inLanguagesOf(turn: Turn, room: Room, text: (language: Language) => string): string {
  const { languages } = turn.house;
  const read = room.languages.length === 0 ? [languages.fallback] : room.languages.map((tag) => languages.of(tag));
  return read.map(text).join('\n\n');
}

export async function activeGroups(records: Records): Promise<WorkingGroup[]> {
  return (await records.groups.groups()).filter(({ state }) => state === 'ACTIVE');
}

/** Groups the actor may lead: those they lead, all for the office. */
export async function ledGroups(turn: Turn): Promise<WorkingGroup[]> {
  const led: WorkingGroup[] = [];
  for (const group of await activeGroups(turn.unit)) if (await mayLead(turn, group.key)) led.push(group);
  return led;
}

export async function ownGroups(turn: Turn): Promise<WorkingGroup[]> {
  const { personId } = turn.actor;
  const own = personId === null ? [] : await membershipsOf(turn.unit, personId);
  return (await activeGroups(turn.unit)).filter(({ key }) => own.some(({ groupKey }) => groupKey === key));
}

/** The room's bound group, else the actor's only one; null: it must be asked. */
export async function groupMeant(turn: Turn): Promise<WorkingGroup | null> {
  const room = turn.update === null || turn.isPrivate ? null : await turn.unit.kernel.room(turn.place.room);
  const bound = room?.groupKey == null ? null : await turn.unit.groups.group(room.groupKey);
  if (bound?.state === 'ACTIVE') return bound;
  const own = await ownGroups(turn);
  return own.length === 1 ? own[0]! : null;
}
