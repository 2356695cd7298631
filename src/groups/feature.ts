import type { Changes } from '../events/change.ts';
import type { Replies } from '../events/replies.ts';
import type { Feature } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { PersonalData } from '../people/personal-data.ts';
import type { Documents } from '../ports/documents.ts';
import type { Records } from '../ports/store.ts';
import { EVENT } from '../events/cards.ts';
import type { Texts } from '../events/records.ts';
import { groupsCommand } from './ag-command.ts';
import { agendaCard } from './agenda.ts';
import { attendanceCard } from './attendance.ts';
import { groupCardKind } from './group-card.ts';
import { joiningCard } from './joining.ts';
import { meetingCommand } from './meeting-command.ts';
import { createMeetings, upcoming } from './meetings.ts';
import { archiveCard, minutesCard } from './minutes.ts';
import { minutesFile } from './minutes-file.ts';
import { minutesCommand } from './minutes-command.ts';
import { ledGroupParam } from './params.ts';
import { groupsData } from './personal-data.ts';
import type { Meetings, Rosters } from './ports.ts';
import { activeGroups, leadersOnly, mayLead, membersOf, roomsOf } from './roster.ts';
import { recurringMeetings } from './series.ts';
import { GROUP } from './subjects.ts';
import { taskCommand } from './task-command.ts';
import { remindingOfTasks, taskCard, tasksCard } from './tasks.ts';

export interface GroupsParts {
  readonly replies: Replies;
  readonly changes: Changes;
  readonly documents: Documents;
}

export interface GroupsFeature extends Feature {
  readonly rosters: Rosters;
  readonly meetings: Meetings;
  readonly data: PersonalData;
  /** Groups a room can be bound to. */
  readonly bindable: (turn: Turn) => Promise<readonly { readonly key: string; readonly title: string }[]>;
  /** Keys of the groups that the actor leads; being of the office counts for nothing here. */
  readonly ownLed: (turn: Turn) => Promise<readonly string[]>;
  readonly titleOf: (records: Records, key: string) => Promise<Texts | null>;
  /** Puts the group's card, and those of its meetings ahead, into the room. */
  readonly postInRoom: (turn: Turn, key: string, room: RoomId) => Promise<void>;
}

/** Working groups and the steering group: who belongs, when they meet, what they wrote down and have to do. */
export function groupsFeature({ replies, changes, documents }: GroupsParts): GroupsFeature {
  const meetings = createMeetings(documents);
  return {
    rosters: { membersOf, mayLead, leadersOnly, ledGroupParam, roomsOf },
    meetings,
    data: groupsData(replies),
    bindable: async (turn) => (await activeGroups(turn.unit)).map((group) => ({ key: group.key, title: turn.language.pick(group.title) })),
    ownLed: async (turn) => {
      const own = turn.actor.personId === null ? [] : await turn.unit.groups.membershipsOf(turn.actor.personId);
      return own.flatMap(({ groupKey, standing, role }) => (standing === 'MEMBER' && role !== 'MEMBER' ? groupKey : []));
    },
    titleOf: async ({ groups }, key) => (await groups.group(key))?.title ?? null,
    postInRoom: async (turn, key, room) => {
      await turn.repost(room, { kind: GROUP, what: key, personId: null });
      for (const event of await upcoming(turn.unit, key, turn.now)) await turn.repost(room, { kind: EVENT, what: event.key, personId: null });
    },
    commands: [groupsCommand(replies), meetingCommand({ meetings, changes, replies }), minutesCommand(), taskCommand()],
    cards: [groupCardKind(replies), joiningCard(), agendaCard(), attendanceCard(), minutesCard(), archiveCard(), taskCard(), tasksCard()],
    files: [minutesFile()],
    due: [recurringMeetings(meetings), remindingOfTasks],
    hears: {},
  };
}
