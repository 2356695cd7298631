import type { Event, Texts } from '../events/records.ts';
import type { Param } from '../kernel/command.ts';
import type { Room } from '../kernel/records.ts';
import type { Result } from '../kernel/result.ts';
import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import type { Membership, WorkingGroup } from './records.ts';

/** A member with what the group's leader sees of them. */
export interface Member extends Membership {
  /** null when the messenger gave nothing visible. */
  readonly name: string | null;
  /** False: entered by the leader, to be phoned. */
  readonly hasChat: boolean;
}

/** Who is in which group, for whoever builds on groups (polls, decisions). Only standing MEMBER counts. */
export interface Rosters {
  /** Leader first, then deputies, then by the time they joined. */
  membersOf(records: Records, groupKey: string): Promise<Member[]>;
  /** Whether the actor may act for the group: its leader, a deputy, or the office. */
  mayLead(turn: Turn, groupKey: string): Promise<boolean>;
  /** Why not, and who can: one sentence in the actor's language. */
  leadersOnly(turn: Turn, groupKey: string): Promise<string>;
  /** Of the groups the actor may lead (the office: all) the one named in front of what was typed, else the room's, else the actor's only one, else asked with buttons. */
  readonly ledGroupParam: Param<WorkingGroup>;
  /** ACTIVE rooms bound to the group, on whatever messenger. */
  roomsOf(records: Records, groupKey: string): Promise<Room[]>;
}

/** What somebody has said about a date before it became a meeting. To confirm: "Zusage (bitte bestätigen)". */
export type PrefilledReply = 'ATTENDING_TO_CONFIRM' | 'MAYBE' | 'DECLINED';

export interface MeetingPlan {
  readonly start: Instant;
  readonly end: Instant;
  readonly place: Texts | null;
  /** null: "AG Wohnen, 2. Treffen" in every language. */
  readonly title: Texts | null;
}

export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** An event that overlaps a span, and who of the people asked about is meant to be there. */
export interface Clash {
  readonly event: Event;
  readonly persons: readonly string[];
}

/** How a chosen date becomes a meeting. */
export interface Meetings {
  /**
   * Makes the event, fills replies in, posts its card with one notice and the calendar file into the group's rooms and
   * the members' own cards into their private chats. Reminders follow by themselves.
   */
  schedule(turn: Turn, groupKey: string, plan: MeetingPlan, prefilled: ReadonlyMap<string, PrefilledReply>): Promise<Result<Event, ScheduleProblem>>;
  /** The sentence for a problem, naming the remedy. */
  problemSentence(turn: Turn, problem: ScheduleProblem): string;
  /**
   * Open events that overlap the span: those of groups one of `people` belongs to, and those one of them said yes to.
   * @param except an event key that is being moved itself
   */
  clashes(records: Records, span: Span, people: readonly string[], except?: string): Promise<Clash[]>;
}

export type ScheduleProblem = 'IN_PAST' | 'END_BEFORE_START' | 'GROUP_CLOSED' | 'NO_GROUP';
