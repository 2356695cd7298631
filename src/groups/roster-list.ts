import { isolate } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { document, item, line, strong, title } from '../view/document.ts';
import type { Member } from './ports.ts';
import type { WorkingGroup } from './records.ts';
import { isMember, isOffice, membersOf } from './roster.ts';

/** So many names fit into one message. */
const LINES = 40;

/** The roster with names: for those who are on it and for the office, never into a group chat. */
export async function showRoster(turn: Turn, group: WorkingGroup): Promise<void> {
  const { personId, privateRoom } = turn.actor;
  if (!isOffice(turn) && !(await isMember(turn.unit, group.key, personId))) return turn.answer(turn.t('group-roster-members-only'));
  const room = turn.isPrivate ? turn.place.room : privateRoom;
  if (room === null) return turn.answer(turn.t('group-roster-private'));
  const members = await membersOf(turn.unit, group.key);
  const waiting = (await turn.unit.groups.memberships(group.key)).filter(({ standing }) => standing === 'ASKED').length;
  const head = title(strong(turn.t('group-roster-title', { group: turn.language.pick(group.title), count: members.length })));
  const more = waiting === 0 ? [] : [line(turn.t('group-roster-waiting', { count: waiting }))];
  const rows = [head, ...members.map((member) => item(row(turn, member))), ...more];
  const pages = Array.from({ length: Math.ceil(rows.length / LINES) }, (_, page) => document(...rows.slice(page * LINES, (page + 1) * LINES)));
  const typedHere = turn.isPrivate && turn.update?.what.kind !== 'press';
  for (const page of pages) {
    if (typedHere) turn.answer(page);
    else turn.say(room, page, personId);
  }
  if (!typedHere) turn.answer(turn.t('group-roster-sent'));
}

/** "Frau K. · Vertretung · Verwaltung · Telefon" */
function row(turn: Turn, { name, role, sector, channel, hasChat }: Member): string {
  return [
    isolate(name ?? turn.t('person-unnamed')),
    ...(role === 'MEMBER' ? [] : [turn.t(`group-role-${role.toLowerCase()}`)]),
    ...(sector === null ? [] : [turn.t(`sector-${sector.toLowerCase()}`)]),
    ...(hasChat ? [] : [turn.t(`channel-${channel.toLowerCase()}`)]),
  ].join(' · ');
}
