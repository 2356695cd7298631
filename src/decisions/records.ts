import type { Channel } from '../events/records.ts';
import type { Instant } from '../kernel/time.ts';

/** How votes are given and counted (methods/). Two for a ranking: both find one winner, by different rules. */
export type Method = 'PLURALITY' | 'APPROVAL' | 'INSTANT_RUNOFF' | 'SCHULZE' | 'RESISTANCE';
/** What a single choice needs to win. */
export type Majority = 'SIMPLE' | 'ABSOLUTE' | 'TWO_THIRDS';
/** Where the votes do not decide: nothing is decided, a second round, a lot, or the leader's casting vote. */
export type DecisionTieRule = 'REJECTED' | 'RUNOFF' | 'LOT' | 'LEADER';

/** Fixed before a decision opens. */
export interface DecisionRule {
  readonly method: Method;
  readonly majority: Majority;
  readonly tieRule: DecisionTieRule;
  /** 0: none. */
  readonly quorum: number;
  readonly quorumUnit: 'PERSONS' | 'PERCENT';
  /** Of the lot; its commitment is on the card from the opening on. null before the opening and without a lot. */
  readonly seed: string | null;
}

/** A group decides something. */
export interface Decision extends DecisionRule {
  readonly id: string;
  readonly groupKey: string;
  /** As the leader wrote it. */
  readonly question: string;
  /** Two to ten, never changed. */
  readonly options: readonly string[];
  readonly zone: string;
  /** After closing nobody and nothing knows who chose what. */
  readonly secret: boolean;
  /** SEATS: only members who stand for a sector. */
  readonly electorate: 'ROSTER' | 'SEATS';
  /**
   * COUNTING: its time is up, and what was on its way in time still comes in. TIED: counted, and the leader has the
   * casting vote.
   */
  readonly state: 'DRAFT' | 'OPEN' | 'COUNTING' | 'TIED' | 'CLOSED';
  /** null: until the leader closes. */
  readonly closesAt: Instant | null;
  /** null: never, or already done. */
  readonly remindAt: Instant | null;
  /** null: the leader was forgotten. */
  readonly createdBy: string | null;
  readonly createdAt: Instant;
  readonly openedAt: Instant | null;
  /** What was counted, while the leader has the casting vote; else null. */
  readonly counted: Counted | null;
  /** The decision whose second round this is. */
  readonly runoffOf: string | null;
}

export type Verdict =
  | { readonly kind: 'CHOSEN'; readonly option: number; readonly by: 'VOTES' | 'LOT' | 'LEADER' }
  | { readonly kind: 'REJECTED'; readonly why: 'TIE' | 'NO_MAJORITY' | 'NO_VOTES' }
  | { readonly kind: 'NO_QUORUM'; readonly need: number }
  | { readonly kind: 'RUNOFF'; readonly between: readonly number[] }
  | { readonly kind: 'TIED'; readonly between: readonly number[] };

export interface Counted {
  readonly eligible: number;
  readonly voted: number;
  readonly abstained: number;
  /** One per option; what it means depends on the method. */
  readonly figures: readonly number[];
  readonly verdict: Verdict;
}

/** What came out. Written once; no code changes or removes it. Names nobody. */
export interface DecisionOutcome extends Counted {
  readonly decisionId: string;
  readonly seed: string | null;
  readonly closedAt: Instant;
}

/** One person's vote. Set, never toggled; the newest stands. */
export interface DecisionVote {
  readonly decisionId: string;
  readonly personId: string;
  /** Empty: an abstention. null: has voted, and nobody knows what any more. */
  readonly choice: readonly number[] | null;
  readonly channel: Channel;
  /** Who entered it for somebody without a chat; null: the person voted, or nobody knows any more. */
  readonly enteredBy: string | null;
  /** Of a closed secret vote the instant of its opening. */
  readonly castAt: Instant;
}

/** Somebody who votes where the holder of a seat does not. Fixed before the opening; nobody stands for two. */
export interface Substitute {
  readonly decisionId: string;
  readonly personId: string;
  readonly holderId: string;
}

/** What somebody who leads wrote beside an outcome that cannot be changed. */
export interface DecisionNote {
  readonly id: string;
  readonly decisionId: string;
  readonly text: string;
  /** null: was forgotten. */
  readonly writtenBy: string | null;
  readonly writtenAt: Instant;
}

/** The one reminder of a person who has not voted; its key makes a second one impossible. */
export interface DecisionReminder {
  readonly decisionId: string;
  readonly personId: string;
  /** Not before: due, or the end of the person's quiet hours. */
  readonly sendAt: Instant;
  readonly state: 'WAITING' | 'HANDED' | 'DROPPED';
}

export interface DecisionRecords {
  decision(id: string): Promise<Decision | null>;
  /** Newest first. */
  decisionsOf(groupKey: string): Promise<Decision[]>;
  /** OPEN and COUNTING ones, oldest first. */
  openDecisions(): Promise<Decision[]>;
  oldestDraft(): Promise<Decision | null>;
  decisionsBy(personId: string): Promise<Decision[]>;
  putDecision(decision: Decision): void;
  removeDecision(decision: Pick<Decision, 'id'>): void;
  vote(decisionId: string, personId: string): Promise<DecisionVote | null>;
  /** By person. */
  votes(decisionId: string): Promise<DecisionVote[]>;
  votesOf(personId: string): Promise<DecisionVote[]>;
  votesEnteredBy(personId: string): Promise<DecisionVote[]>;
  putVote(vote: DecisionVote): void;
  removeVote(vote: Pick<DecisionVote, 'decisionId' | 'personId'>): void;
  substitutes(decisionId: string): Promise<Substitute[]>;
  /** In which the person stands for another, or another for the person. */
  substitutesAround(personId: string): Promise<Substitute[]>;
  putSubstitute(substitute: Substitute): void;
  removeSubstitute(substitute: Pick<Substitute, 'decisionId' | 'personId'>): void;
  outcome(decisionId: string): Promise<DecisionOutcome | null>;
  /** @throws where there is one already: an outcome stands. */
  addOutcome(outcome: DecisionOutcome): Promise<void>;
  /** Oldest first. */
  notes(decisionId: string): Promise<DecisionNote[]>;
  notesBy(personId: string): Promise<DecisionNote[]>;
  putNote(note: DecisionNote): void;
  reminder(decisionId: string, personId: string): Promise<DecisionReminder | null>;
  putReminder(reminder: DecisionReminder): void;
  /** WAITING and due, oldest first. */
  dueReminders(at: Instant, limit: number): Promise<DecisionReminder[]>;
  remindersOf(personId: string): Promise<DecisionReminder[]>;
  removeReminder(reminder: Pick<DecisionReminder, 'decisionId' | 'personId'>): void;
  nextReminder(): Promise<Instant | null>;
}
