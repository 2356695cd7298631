import type { Instant } from '../kernel/time.ts';
import type { RoomId } from '../kernel/update.ts';
import type { ReminderRule } from '../process/file.ts';

/** What a reminder is about; each can be switched off with /erinnerung. */
export type ReminderKind = 'DEADLINE' | 'EVENT' | 'THANKS';

export interface ReminderPlan {
  /** `<event>/<rule>/<stamp>`: a moved event has new plans, the old ones die; so has, for what speaks of it, a deadline that changed. */
  readonly id: string;
  readonly eventKey: string;
  readonly rule: string;
  readonly dueAt: Instant;
  readonly state: 'PLANNED' | 'DONE' | 'DROPPED';
  /** BEGUN: the event; PASSED: the deadline it was about. */
  readonly reason: 'MOVED' | 'CANCELLED' | 'BEGUN' | 'PASSED' | 'RULE_GONE' | null;
}

export interface Reminder {
  /** `<plan>/<person>`, for a room `<event>/gruppe/<calendarSequence>/<room>`: never two for one thing. */
  readonly id: string;
  /** Of an offer to the wait list: `<event>/angebot/<its last instant>`. */
  readonly planId: string;
  readonly eventKey: string;
  readonly personId: string | null;
  readonly room: RoomId | null;
  /** Not before: due, or the end of the quiet hours it fell into. */
  readonly sendAt: Instant;
  /** When this person should have it: what comes more than five minutes later is late. */
  readonly dueAt: Instant;
  /** HANDED: on its way; SENT: the messenger has it, or nobody can know. */
  readonly state: 'WAITING' | 'HANDED' | 'SENT' | 'DROPPED';
  readonly reason: string | null;
  /** It came late, or is known to. */
  readonly late: boolean;
}

export interface ReminderChoice {
  readonly personId: string;
  readonly off: readonly ReminderKind[];
  /** Local "HH:MM"; null: as the process has it. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly awake: boolean;
  /** When the quiet hours were chosen. */
  readonly quietAt: Instant | null;
}

/** When people are reminded of one event, where the office has said so: it stands for all rules of the process file. */
export interface LeadTimes {
  readonly eventKey: string;
  readonly rules: readonly ReminderRule[];
}

export interface ReminderRecords {
  plansOf(eventKey: string): Promise<ReminderPlan[]>;
  plan(id: string): Promise<ReminderPlan | null>;
  putPlan(plan: ReminderPlan): void;
  /** PLANNED and due, oldest first. */
  duePlans(at: Instant): Promise<ReminderPlan[]>;
  reminder(id: string): Promise<Reminder | null>;
  putReminder(reminder: Reminder): void;
  prefetchReminders(ids: readonly string[]): Promise<void>;
  /**
   * WAITING and due, in the order in which they may go out, then in which they were due, then by plan. About `limit`
   * of them, but all of a person's that are due, or none.
   */
  dueReminders(at: Instant, limit: number): Promise<Reminder[]>;
  /** The next instant at which a plan or a reminder is due. */
  nextDue(): Promise<Instant | null>;
  /** Persons whose reminder came late. */
  lateCount(eventKey: string): Promise<number>;
  remindersOf(personId: string): Promise<Reminder[]>;
  removeReminder(id: string): void;
  removeRemindersOf(personId: string): Promise<void>;
  leadTimes(eventKey: string): Promise<LeadTimes | null>;
  putLeadTimes(leadTimes: LeadTimes): void;
  removeLeadTimes(eventKey: string): void;
  choice(personId: string): Promise<ReminderChoice | null>;
  prefetchChoices(personIds: readonly string[]): Promise<void>;
  putChoice(choice: ReminderChoice): void;
  removeChoice(personId: string): void;
}
