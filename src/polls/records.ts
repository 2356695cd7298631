import type { Channel } from '../events/records.ts';
import type { Sector } from '../groups/records.ts';
import type { Instant } from '../kernel/time.ts';

/** What decides between dates on which equally many can come; fixed before the poll opens. */
export type TieRule =
  /** Fewer "if needed", then the earlier date. */
  | 'FEWER_IF_NEEDED'
  | 'EARLIER'
  /** The leader chooses between them; the bot only shows the tie. */
  | 'LEADER';

/** A group looks for a date. */
export interface DatePoll {
  readonly id: string;
  readonly groupKey: string;
  /** What it is about, as the leader wrote it. */
  readonly title: string;
  /** IANA zone in which its slots were typed. */
  readonly zone: string;
  /** DRAFT: the rules are still open. OPEN: votes are taken. CLOSED: they are not. DECIDED: a slot became a meeting. */
  readonly state: 'DRAFT' | 'OPEN' | 'CLOSED' | 'DECIDED';
  readonly tieRule: TieRule;
  /** So many must be able to come; 0: no minimum. */
  readonly minimum: number;
  /** So many of each sector. */
  readonly sectorMinimum: Readonly<Partial<Record<Sector, number>>>;
  /** False: the group sees the results only when the poll has closed. */
  readonly live: boolean;
  /** Votes are taken until this instant; null: until the leader closes. */
  readonly closesAt: Instant | null;
  /** When those who have not voted are to be reminded; null: never, or already done. */
  readonly remindAt: Instant | null;
  /** null: the leader was forgotten; whoever leads the group now goes on. */
  readonly createdBy: string | null;
  readonly createdAt: Instant;
  readonly openedAt: Instant | null;
  readonly chosenSlot: string | null;
  /** The meeting it became; kept when the poll is opened again, so that the meeting moves instead of doubling. */
  readonly eventKey: string | null;
}

export interface DateSlot {
  /** `<poll>/<number>`; numbers are never given twice. */
  readonly id: string;
  readonly pollId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** A member who proposed it; null: the leader's, or the member was forgotten. */
  readonly proposedBy: string | null;
}

export type DateAnswer = 'YES' | 'IF_NEEDED' | 'NO';

/** One person's word on one slot. Set, never toggled; the newest stands. */
export interface DateVote {
  readonly slotId: string;
  readonly personId: string;
  readonly pollId: string;
  readonly answer: DateAnswer;
  readonly comment: string | null;
  readonly channel: Channel;
  /** Who entered it for somebody without a chat; null: the person voted. */
  readonly enteredBy: string | null;
  readonly answeredAt: Instant;
}

/** Somebody without whom there is no meeting. */
export interface MustHave {
  readonly pollId: string;
  readonly personId: string;
}

/** The one reminder of a person who has not voted; its key makes a second one impossible. */
export interface PollReminder {
  readonly pollId: string;
  readonly personId: string;
  /** Not before: due, or the end of the person's quiet hours. */
  readonly sendAt: Instant;
  readonly state: 'WAITING' | 'HANDED' | 'DROPPED';
}

export interface PollRecords {
  poll(id: string): Promise<DatePoll | null>;
  /** Newest first. */
  pollsOf(groupKey: string): Promise<DatePoll[]>;
  /** OPEN polls, oldest first. */
  openPolls(): Promise<DatePoll[]>;
  oldestDraft(): Promise<DatePoll | null>;
  pollsBy(personId: string): Promise<DatePoll[]>;
  putPoll(poll: DatePoll): void;
  removePoll(poll: Pick<DatePoll, 'id'>): void;
  /** By start. */
  slots(pollId: string): Promise<DateSlot[]>;
  slotsProposedBy(personId: string): Promise<DateSlot[]>;
  putSlot(slot: DateSlot): void;
  removeSlot(slot: Pick<DateSlot, 'id'>): void;
  vote(slotId: string, personId: string): Promise<DateVote | null>;
  votes(pollId: string): Promise<DateVote[]>;
  votesIn(pollId: string, personId: string): Promise<DateVote[]>;
  votesOf(personId: string): Promise<DateVote[]>;
  /** Votes somebody entered for others. */
  votesEnteredBy(personId: string): Promise<DateVote[]>;
  putVote(vote: DateVote): void;
  removeVote(vote: Pick<DateVote, 'slotId' | 'personId'>): void;
  mustHaves(pollId: string): Promise<string[]>;
  mustHavesOf(personId: string): Promise<MustHave[]>;
  putMustHave(must: MustHave): void;
  removeMustHave(must: MustHave): void;
  reminder(pollId: string, personId: string): Promise<PollReminder | null>;
  putReminder(reminder: PollReminder): void;
  /** WAITING and due, oldest first. */
  dueReminders(at: Instant, limit: number): Promise<PollReminder[]>;
  remindersOf(personId: string): Promise<PollReminder[]>;
  removeReminder(reminder: Pick<PollReminder, 'pollId' | 'personId'>): void;
  /** The next instant at which an open poll closes or reminds, or a reminder may go out. */
  nextDue(): Promise<Instant | null>;
}
