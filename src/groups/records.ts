import type { Channel, Texts } from '../events/records.ts';
import type { Instant } from '../kernel/time.ts';

/** Whom somebody stands for in a group (product.md); the steering group's seats are counted by it. */
export type Sector = 'CITIZENS' | 'ADMINISTRATION' | 'POLITICS' | 'INSTITUTIONS';

/** A group that meets: a working group, or the steering group. Its rooms, meetings and polls hang on its key. */
export interface WorkingGroup {
  readonly key: string;
  readonly kind: 'WORKING_GROUP' | 'STEERING_GROUP';
  readonly title: Texts;
  /** The key of its field of action in the process file; null: none, or not told. */
  readonly fieldOfAction: string | null;
  /** APPROVAL: the leader says yes or no to whoever asks to join. */
  readonly joining: 'OPEN' | 'APPROVAL';
  /** How often it is to meet within its span; null: nobody has said. */
  readonly meetings: { readonly min: number; readonly max: number } | null;
  /** Its span; null: not known. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly state: 'ACTIVE' | 'CLOSED';
  readonly createdAt: Instant;
}

/** Who belongs to a group. The roster is apart from the members of any chat room. One row per group and person. */
export interface Membership {
  readonly groupKey: string;
  readonly personId: string;
  readonly role: 'LEADER' | 'DEPUTY' | 'MEMBER';
  readonly sector: Sector | null;
  /** ASKED: waits for the leader's answer. Only MEMBER counts. */
  readonly standing: 'ASKED' | 'MEMBER' | 'LEFT';
  /** How they came to the group: a messenger, or PHONE, EMAIL, DESK, PAPER when somebody entered them. */
  readonly channel: Channel;
  /** Who entered them; null: they joined themselves. */
  readonly enteredBy: string | null;
  readonly since: Instant;
}

/** Something a meeting is to talk about. */
export interface AgendaItem {
  readonly id: string;
  readonly eventKey: string;
  /** Names it within the meeting, wherever it stands. */
  readonly number: number;
  /** From 0, without gaps; the leader orders. */
  readonly position: number;
  readonly text: string;
  /** null: the proposer was forgotten, the item stays. */
  readonly proposedBy: string | null;
  readonly createdAt: Instant;
}

/** Who was there, as the leader ticked it off. Nobody ticked: nothing known. */
export interface Attendance {
  readonly eventKey: string;
  readonly personId: string;
  readonly present: boolean;
  readonly markedAt: Instant;
}

/** The minutes of one meeting. DRAFT: only the leader sees them; approved they go to the members and stay. */
export interface Minutes {
  readonly eventKey: string;
  readonly groupKey: string;
  /** Per language; empty when only a file was named. */
  readonly texts: Texts;
  /** Where the minutes lie as a file (https); never fetched by us. */
  readonly link: string | null;
  /** The minutes as a file somebody sent (kernel/files.ts). */
  readonly fileId: string | null;
  readonly state: 'DRAFT' | 'APPROVED';
  readonly writtenBy: string | null;
  readonly writtenAt: Instant;
  readonly approvedAt: Instant | null;
}

/** Something one person has promised to the group. */
export interface Task {
  readonly id: string;
  readonly groupKey: string;
  /** Counts from 1 within the group. */
  readonly number: number;
  readonly text: string;
  /** null: the owner left or was forgotten; the group sees that nobody has it. */
  readonly ownerId: string | null;
  /** The last second of the day it is due; null: without a date. */
  readonly dueAt: Instant | null;
  readonly state: 'OPEN' | 'DONE';
  /** When the owner is to be reminded; null: never, or already done. */
  readonly remindAt: Instant | null;
  readonly createdBy: string | null;
  readonly createdAt: Instant;
  readonly doneAt: Instant | null;
}

/** "Jeden ersten Dienstag": every nth weekday of the month (-1: the last), or every so many weeks. */
export type Recurrence =
  | { readonly kind: 'MONTHLY'; readonly nth: 1 | 2 | 3 | 4 | -1; readonly weekday: number }
  | { readonly kind: 'WEEKLY'; readonly weeks: 1 | 2; readonly weekday: number };

/** Meetings that come again by rule. Times are the town's wall clock, whatever daylight saving does. */
export interface MeetingSeries {
  readonly id: string;
  readonly groupKey: string;
  readonly recurrence: Recurrence;
  /** Local "HH:MM". */
  readonly start: string;
  readonly end: string;
  readonly place: Texts | null;
  readonly state: 'ACTIVE' | 'ENDED';
  /** The rule's day (YYYY-MM-DD) of the newest meeting, which may itself have been moved. */
  readonly lastDate: string;
  readonly lastEventKey: string;
}

export interface GroupRecords {
  group(key: string): Promise<WorkingGroup | null>;
  /** Steering group first, then by key. Closed ones too. */
  groups(): Promise<WorkingGroup[]>;
  putGroup(group: WorkingGroup): void;

  membership(groupKey: string, personId: string): Promise<Membership | null>;
  /** Every standing, oldest first. */
  memberships(groupKey: string): Promise<Membership[]>;
  membershipsOf(personId: string): Promise<Membership[]>;
  membershipsEnteredBy(personId: string): Promise<Membership[]>;
  putMembership(membership: Membership): void;
  removeMembership(membership: Pick<Membership, 'groupKey' | 'personId'>): void;

  /** In the leader's order. */
  agenda(eventKey: string): Promise<AgendaItem[]>;
  agendaItem(id: string): Promise<AgendaItem | null>;
  agendaOf(personId: string): Promise<AgendaItem[]>;
  putAgendaItem(item: AgendaItem): void;
  removeAgendaItem(id: string): void;

  attendance(eventKey: string): Promise<Attendance[]>;
  attendanceOf(personId: string): Promise<Attendance[]>;
  putAttendance(attendance: Attendance): void;
  removeAttendance(attendance: Pick<Attendance, 'eventKey' | 'personId'>): void;

  minutes(eventKey: string): Promise<Minutes | null>;
  /** Newest first. */
  minutesOfGroup(groupKey: string): Promise<Minutes[]>;
  minutesBy(personId: string): Promise<Minutes[]>;
  putMinutes(minutes: Minutes): void;

  task(id: string): Promise<Task | null>;
  /** By number; done ones too. */
  tasks(groupKey: string): Promise<Task[]>;
  tasksOf(personId: string): Promise<Task[]>;
  /** Tasks somebody wrote down for others. */
  tasksBy(personId: string): Promise<Task[]>;
  putTask(task: Task): void;
  /** OPEN tasks with a reminder due at or before the instant, oldest first. */
  dueTasks(at: Instant): Promise<Task[]>;
  nextTaskReminder(): Promise<Instant | null>;

  activeSeries(): Promise<MeetingSeries[]>;
  putSeries(series: MeetingSeries): void;
}
