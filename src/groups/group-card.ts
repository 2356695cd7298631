import { whenText } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import type { Replies } from '../events/replies.ts';
import type { CardKind } from '../kernel/feature.ts';
import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { currentProcess } from '../process/commands.ts';
import type { Records } from '../ports/store.ts';
import type { Action } from '../view/card.ts';
import { document, gap, line, strong, time, title, type Block } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { countMeetings, counterLine, roomWarning } from './counter.ts';
import { join, leave } from './joining.ts';
import { meetingsOf, upcoming } from './meetings.ts';
import type { Membership, WorkingGroup } from './records.ts';
import { showRoster } from './roster-list.ts';
import { GROUP } from './subjects.ts';

/** What a group's card shows, read at drawing time. */
interface Shown {
  readonly group: WorkingGroup;
  readonly field: Readonly<Record<string, string>> | null;
  readonly members: number;
  readonly next: Event | null;
  readonly meetings: readonly Event[];
  readonly zone: string;
  /** The reader's own membership, on a private copy. */
  readonly own: Membership | null;
}

/** The card of a group: what it is about, how many belong to it, when it meets. No names. */
export function groupCardKind(replies: Replies): CardKind {
  return {
    kind: GROUP,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const shown = await look(records, copy.subject.slice(GROUP.length + 1), copy.personId, context.now);
      if (shown === null) return null;
      const parts = context.languages.map((language) => body(shown, language, context.now, copy.personId !== null));
      const words = (key: string): string => [...new Set(context.languages.map((language) => language.t(key)))].join(' / ');
      const open = shown.group.state === 'ACTIVE';
      return { document: document(...parts.flatMap((blocks, index) => (index === 0 ? blocks : [gap, ...blocks]))), actions: open ? actions(shown, words, copy.personId !== null) : [], open };
    },
    press: async (turn, copy, actionId) => {
      const group = await turn.unit.groups.group(copy.subject.slice(GROUP.length + 1));
      if (group === null) return turn.refuse(turn.t('press-unknown'));
      switch (actionId) {
        case 'join':
          return join(turn, group);
        case 'leave':
          return leaveOwn(turn, replies, group);
        case 'members':
          return showRoster(turn, group);
        default:
          return turn.refuse(turn.t('press-unknown'));
      }
    },
  };
}

/** The actor leaves; who does not belong is told so. */
export async function leaveOwn(turn: Turn, replies: Replies, group: WorkingGroup): Promise<void> {
  const { personId } = turn.actor;
  const own = personId === null ? null : await turn.unit.groups.membership(group.key, personId);
  const words = { group: turn.language.pick(group.title) };
  if (own === null || own.standing === 'LEFT') return turn.answer(turn.t('group-not-in', words));
  await leave(turn, replies, group, own);
  turn.answer(turn.t('group-left', words));
}

async function look(records: Records, key: string, personId: string | null, now: Instant): Promise<Shown | null> {
  const group = await records.groups.group(key);
  if (group === null) return null;
  const { fieldsOfAction, process } = await currentProcess(records);
  return {
    group,
    field: fieldsOfAction.find((each) => each.key === group.fieldOfAction)?.title ?? null,
    members: (await records.groups.memberships(key)).filter(({ standing }) => standing === 'MEMBER').length,
    next: (await upcoming(records, key, now))[0] ?? null,
    meetings: await meetingsOf(records, key),
    zone: process.zone,
    own: personId === null ? null : await records.groups.membership(key, personId),
  };
}

function body({ group, field, members, next, meetings, zone, own }: Shown, language: Language, now: Instant, isPrivate: boolean): Block[] {
  const count = countMeetings(group, meetings, now);
  const warning = roomWarning(language, group, count, zone);
  return [
    title(strong(language.pick(group.title))),
    ...(field === null ? [] : [line(language.t('group-field', { what: language.pick(field) }))]),
    line(`${language.t('group-members', { count: members })} · ${counterLine(language, group, count)}`),
    next === null ? line(language.t('group-no-meeting')) : line(language.t('group-next-meeting'), ' ', time(whenText(next, language), next.startAt)),
    ...(next?.place == null ? [] : [line(language.pick(next.place))]),
    ...(warning === null ? [] : [line(warning)]),
    line(language.t(group.state === 'CLOSED' ? 'group-closed' : group.joining === 'OPEN' ? 'group-open' : 'group-approval')),
    ...(isPrivate ? [line(language.t(ownKey(own)))] : []),
  ];
}

/** How the reader stands to the group. */
export function ownKey(own: Membership | null): 'group-own-none' | 'group-own-asked' | 'group-own-leader' | 'group-own-deputy' | 'group-own-member' {
  if (own === null || own.standing === 'LEFT') return 'group-own-none';
  if (own.standing === 'ASKED') return 'group-own-asked';
  return own.role === 'LEADER' ? 'group-own-leader' : own.role === 'DEPUTY' ? 'group-own-deputy' : 'group-own-member';
}

/** In a room nobody in particular reads: both; in private what makes sense for the reader. */
function actions({ own }: Shown, words: (key: string) => string, isPrivate: boolean): Action[] {
  const joining: Action = { id: 'join', label: words('action-join'), row: 0 };
  const leaving: Action = { id: 'leave', label: words('action-leave'), row: isPrivate ? 1 : 0 };
  if (!isPrivate) return [joining, leaving];
  if (own === null || own.standing === 'LEFT') return [joining];
  if (own.standing === 'ASKED') return [leaving];
  return [{ id: 'members', label: words('action-members'), row: 0 }, leaving];
}
