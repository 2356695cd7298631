import type { Instant } from '../kernel/time.ts';

/** A text in one or more languages: {"de": "…", "en": "…"}. */
export type Texts = Readonly<Record<string, string>>;

export interface Event {
  readonly key: string;
  readonly kind: 'KICKOFF' | 'WORKSHOP' | 'PRESENTATION' | 'MEETING';
  /** The group that meets (only its members are meant); null: everybody is. */
  readonly workingGroup: string | null;
  readonly title: Texts;
  readonly subtitle: Texts | null;
  readonly lead: Texts | null;
  readonly programme: readonly Texts[];
  readonly place: Texts | null;
  /** IANA zone in which the event's wall-clock times are meant. */
  readonly zone: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Persons; null: none known, or on purpose none (`unlimited`). */
  readonly capacity: number | null;
  readonly unlimited: boolean;
  /** Replies up to and including this instant are in time. */
  readonly deadlineAt: Instant | null;
  /** SOFT: later replies are taken and marked. HARD: refused. */
  readonly deadlineMode: 'SOFT' | 'HARD';
  readonly deadlineConfirmed: boolean;
  /** How long an offered seat is held, in hours. */
  readonly offerHours: number;
  readonly state: 'OPEN' | 'CANCELLED';
  readonly cancelReason: string | null;
  readonly calendarUid: string;
  readonly calendarSequence: number;
  /** The last turn (deadline, start, end, ...) that was worked off. */
  readonly turnedAt: Instant;
}

/** Counts of an event's replies. Always equal to a recount (property-tested). */
export interface EventTally {
  readonly eventKey: string;
  /** Replies and persons with a confirmed seat. */
  readonly attendingReplies: number;
  readonly attendingPersons: number;
  readonly maybe: number;
  readonly declined: number;
  /** WAITING and OFFERED together. */
  readonly waitingReplies: number;
  readonly waitingPersons: number;
  /** Replies and persons for whom an open offer holds seats. */
  readonly reservedReplies: number;
  readonly reservedPersons: number;
  /** Replies to be confirmed after the event moved. */
  readonly toConfirm: number;
  readonly late: number;
  /** Replies the office entered. */
  readonly entered: number;
  /** Next place in the order of receipt; never goes back. */
  readonly nextOrder: number;
}

export type Answer = 'ATTENDING' | 'MAYBE' | 'DECLINED';
export type Seat = 'NONE' | 'CONFIRMED' | 'WAITING' | 'OFFERED';
export type Channel = 'TELEGRAM' | 'MATRIX' | 'CONSOLE' | 'PHONE' | 'EMAIL' | 'DESK' | 'PAPER';
export type Timeliness = 'IN_TIME' | 'LATE' | 'DISTURBANCE';

export interface Rsvp {
  readonly eventKey: string;
  readonly personId: string;
  readonly answer: Answer;
  /** Persons, children included; 1–20. Kept for MAYBE, 1 for DECLINED. */
  readonly partySize: number;
  /** Of these, children, where given. */
  readonly children: number | null;
  /** NONE unless ATTENDING. */
  readonly seat: Seat;
  readonly waitOrder: number | null;
  readonly offerUntil: Instant | null;
  readonly channel: Channel;
  readonly timeliness: Timeliness;
  readonly toConfirm: boolean;
  readonly answeredAt: Instant;
  /** Staff person who entered it; null when the person answered for themselves. */
  readonly enteredBy: string | null;
}

export interface BringSlot {
  readonly id: string;
  readonly eventKey: string;
  readonly position: number;
  readonly kind: 'DISH' | 'MUSIC' | 'HELP';
  readonly title: Texts;
  readonly places: number | null;
}

export interface BringItem {
  readonly slotId: string;
  readonly personId: string;
  readonly eventKey: string;
  readonly what: string | null;
  readonly createdAt: Instant;
}

/** A reply with its person's name, for the office's list. */
export interface ListedReply extends Rsvp {
  readonly name: string | null;
  /** OPEN when at least one chat account of the person can be written to. */
  readonly reachable: boolean;
  /** False for persons the office wrote down (they are phoned). */
  readonly hasChat: boolean;
}

/** Replies grouped for the board. */
export interface ReplyGroup {
  readonly channel: Channel;
  readonly answer: Answer;
  readonly seat: Seat;
  readonly timeliness: Timeliness;
  readonly replies: number;
  readonly persons: number;
  /** Sum of children over replies that gave them. */
  readonly children: number;
  /** Persons in replies that gave children. */
  readonly personsWithChildrenGiven: number;
}

export interface EventRecords {
  event(key: string): Promise<Event | null>;
  /** By start. */
  events(): Promise<Event[]>;
  putEvent(event: Event): void;
  /** All zero when there is none yet. */
  tally(eventKey: string): Promise<EventTally>;
  putTally(tally: EventTally): void;
  /** Counts anew from the replies (for tests and doctor). */
  recount(eventKey: string): Promise<EventTally>;

  rsvp(eventKey: string, personId: string): Promise<Rsvp | null>;
  prefetchRsvps(keys: readonly { eventKey: string; personId: string }[]): Promise<void>;
  putRsvp(rsvp: Rsvp): void;
  removeRsvp(rsvp: Rsvp): void;
  rsvpsOf(personId: string): Promise<Rsvp[]>;
  /** WAITING replies in order of receipt. */
  waiting(eventKey: string, limit: number): Promise<Rsvp[]>;
  /** How many WAITING parties stand before this place in line. */
  waitingBefore(eventKey: string, waitOrder: number): Promise<number>;
  /** OFFERED replies of all events whose offer ends at or before the instant, oldest first. */
  lapsedOffers(at: Instant): Promise<Rsvp[]>;
  /** The next end of an offer after the instant. */
  nextOfferEnd(after: Instant): Promise<Instant | null>;
  replies(eventKey: string): Promise<Rsvp[]>;
  /** Replies the office entered for people without a chat account, with their names. */
  enteredReplies(eventKey: string): Promise<ListedReply[]>;
  replyGroups(eventKey: string): Promise<ReplyGroup[]>;
  listReplies(eventKey: string): Promise<ListedReply[]>;
  /** Persons who answered and to whom no private message would arrive. */
  unreachable(eventKey: string): Promise<number>;

  slots(eventKey: string): Promise<BringSlot[]>;
  putSlot(slot: BringSlot): void;
  items(eventKey: string): Promise<BringItem[]>;
  itemsOf(personId: string): Promise<BringItem[]>;
  putItem(item: BringItem): void;
  removeItem(item: BringItem): void;
}
