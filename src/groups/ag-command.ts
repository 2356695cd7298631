import type { Replies } from '../events/replies.ts';
import { command, type Command } from '../kernel/command.ts';
import type { Turn } from '../kernel/turn.ts';
import { record } from '../office/record.ts';
import { currentProcess } from '../process/commands.ts';
import { document, item, line, strong, title } from '../view/document.ts';
import { human } from '../view/language.ts';
import { nameParam, sectorParam, verbParam, whichParam, whoParam, whoseParam } from './ag-params.ts';
import { leaveOwn, ownKey } from './group-card.ts';
import { forgetIfUnused, join, leave } from './joining.ts';
import { keyFor, namedIn } from './names.ts';
import type { Member } from './ports.ts';
import type { Membership, Sector, WorkingGroup } from './records.ts';
import { activeGroups, isOffice, leadersOf, leadersOnly, mayLead } from './roster.ts';
import { showRoster } from './roster-list.ts';
import { GROUP } from './subjects.ts';

/** `/ag`: which groups there are, joining and leaving; for whoever leads, who belongs and who leads. */
export function groupsCommand(replies: Replies): Command {
  return command({
    name: 'ag', aliases: ['groups'], who: 'everyone', menu: 'both',
    params: { verb: verbParam, group: whichParam, who: whoParam, whose: whoseParam, sector: sectorParam, name: nameParam },
    run: async (turn, { verb, group, who, whose, sector, name }) => {
      if (verb === 'list') return list(turn);
      if (verb === 'make') return make(turn, name ?? '');
      if (group === null) return;
      if (verb === 'join') return join(turn, group);
      if (verb === 'leave') return leaveOwn(turn, replies, group);
      if (verb === 'members') return showRoster(turn, group);
      if (verb === 'show') return show(turn, group);
      if (!(await mayLead(turn, group.key))) return turn.answer(await leadersOnly(turn, group.key));
      switch (verb) {
        case 'enter':
          return enter(turn, group, name ?? '', sector);
        case 'remove':
          return remove(turn, replies, group, who);
        case 'leader':
        case 'deputy':
          return appoint(turn, group, who, verb === 'leader' ? 'LEADER' : 'DEPUTY');
        case 'sector':
          return setSector(turn, whose, sector);
        case 'open':
        case 'approval':
          return setJoining(turn, group, verb === 'open' ? 'OPEN' : 'APPROVAL');
        case 'close':
          return close(turn, group);
        default:
          return verb satisfies never;
      }
    },
  });
}

async function list(turn: Turn): Promise<void> {
  const { personId } = turn.actor;
  const groups = await activeGroups(turn.unit);
  if (groups.length === 0) return turn.answer(turn.t('group-none'));
  const rows = [];
  for (const group of groups) {
    const members = (await turn.unit.groups.memberships(group.key)).filter(({ standing }) => standing === 'MEMBER');
    const own = personId === null ? null : await turn.unit.groups.membership(group.key, personId);
    const state = [turn.t('group-members', { count: members.length }), turn.t(group.joining === 'OPEN' ? 'group-open' : 'group-approval'), ...(own === null || own.standing === 'LEFT' ? [] : [turn.t(ownKey(own))])];
    rows.push(item(strong(turn.language.pick(group.title)), `: ${state.join(' · ')}`));
  }
  turn.answer(document(title(strong(turn.t('group-list-title'))), ...rows, line(turn.t('group-list-how'))));
  if (!turn.isPrivate || personId === null) return;
  for (const own of await turn.unit.groups.membershipsOf(personId)) {
    if (own.standing === 'MEMBER' && groups.some(({ key }) => key === own.groupKey)) await turn.repost(turn.place.room, { kind: GROUP, what: own.groupKey, personId });
  }
}

/** In private the card with its buttons, in a group the card of the group for all. */
async function show(turn: Turn, group: WorkingGroup): Promise<void> {
  if (!turn.isPrivate) return turn.answer(turn.t('group-show-private', { group: turn.language.pick(group.title) }));
  await turn.repost(turn.place.room, { kind: GROUP, what: group.key, personId: await turn.person() });
}

async function make(turn: Turn, name: string): Promise<void> {
  const all = await turn.unit.groups.groups();
  if (namedIn(name, all)?.rest === '') return turn.answer(turn.t('group-exists'));
  const key = keyFor(name, all.map((group) => group.key));
  const { fieldsOfAction } = await currentProcess(turn.unit);
  const bare = name.replace(/^(?:AG|Arbeitsgruppe)\s+/iu, '').toLowerCase();
  const field = fieldsOfAction.find((each) => Object.values(each.title).some((text) => text.toLowerCase() === bare));
  turn.unit.groups.putGroup({ key, kind: 'WORKING_GROUP', title: { [turn.house.languages.fallback.tag]: name }, fieldOfAction: field?.key ?? null, joining: 'OPEN', meetings: null, from: null, until: null, state: 'ACTIVE', createdAt: turn.now });
  turn.answer(turn.t('group-made', { group: human(name), what: key }));
}

/** Somebody without a chat: a name, as the leader writes it down. */
async function enter(turn: Turn, group: WorkingGroup, name: string, sector: Sector | null): Promise<void> {
  const personId = turn.house.ids.id();
  const enteredBy = await turn.person();
  turn.unit.people.putPerson({ id: personId, name, language: null, noticeAt: null, createdAt: turn.now });
  turn.unit.groups.putMembership({ groupKey: group.key, personId, role: 'MEMBER', sector, standing: 'MEMBER', channel: 'PHONE', enteredBy, since: turn.now });
  await record(turn, 'group.entered', { subjectId: personId });
  await turn.touch(`${GROUP}:${group.key}`);
  turn.answer(turn.t('group-entered', { name: human(name), group: turn.language.pick(group.title) }));
}

async function remove(turn: Turn, replies: Replies, group: WorkingGroup, who: Member | null): Promise<void> {
  if (who === null) return;
  await leave(turn, replies, group, membershipOf(who));
  await record(turn, 'group.removed', { subjectId: who.personId });
  if (!who.hasChat) {
    turn.unit.groups.removeMembership(who);
    await forgetIfUnused(turn, who.personId);
  }
  turn.answer(turn.t('group-removed', { name: human(who.name ?? turn.t('person-unnamed')), group: turn.language.pick(group.title) }));
}

/** One leads, any number of deputies; who led before becomes a deputy. */
async function appoint(turn: Turn, group: WorkingGroup, who: Member | null, role: 'LEADER' | 'DEPUTY'): Promise<void> {
  if (who === null) return;
  if (role === 'LEADER') for (const each of await leadersOf(turn.unit, group.key)) if (each.role === 'LEADER' && each.personId !== who.personId) turn.unit.groups.putMembership({ ...each, role: 'DEPUTY' });
  turn.unit.groups.putMembership({ ...membershipOf(who), role });
  await record(turn, 'group.appointed', { subjectId: who.personId });
  const words = { name: human(who.name ?? turn.t('person-unnamed')), group: turn.language.pick(group.title) };
  if (who.personId !== turn.actor.personId) await turn.tell(who.personId, (language) => language.t(role === 'LEADER' ? 'group-you-lead-now' : 'group-you-deputise', { group: language.pick(group.title) }));
  await turn.touch(`${GROUP}:${group.key}`);
  turn.answer(turn.t(role === 'LEADER' ? 'group-leader-set' : 'group-deputy-set', words));
}

async function setSector(turn: Turn, whose: Member | null, sector: Sector | null): Promise<void> {
  if (whose === null || sector === null) return;
  turn.unit.groups.putMembership({ ...membershipOf(whose), sector });
  turn.answer(turn.t('group-sector-set', { name: human(whose.name ?? turn.t('person-unnamed')), what: turn.t(`sector-${sector.toLowerCase()}`) }));
}

async function setJoining(turn: Turn, group: WorkingGroup, joining: WorkingGroup['joining']): Promise<void> {
  turn.unit.groups.putGroup({ ...group, joining });
  await turn.touch(`${GROUP}:${group.key}`);
  turn.answer(turn.t(joining === 'OPEN' ? 'group-open' : 'group-approval'));
}

async function close(turn: Turn, group: WorkingGroup): Promise<void> {
  if (!isOffice(turn)) return turn.answer(turn.t('command-not-allowed'));
  turn.unit.groups.putGroup({ ...group, state: 'CLOSED' });
  for (const series of await turn.unit.groups.activeSeries()) if (series.groupKey === group.key) turn.unit.groups.putSeries({ ...series, state: 'ENDED' });
  await turn.touch(`${GROUP}:${group.key}`);
  turn.answer(turn.t('group-closed'));
}

function membershipOf({ name: _name, hasChat: _hasChat, ...membership }: Member): Membership {
  return membership;
}
