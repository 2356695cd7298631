import type { Answer, Event, EventTally, Rsvp } from '../../../src/events/records.ts';
import { reply, type Act, type Reply } from '../../../src/events/rules.ts';
import { lapse, promote, retally, type Promotion } from '../../../src/events/seats.ts';
import { durations, instant, instantFromIso, type Instant } from '../../../src/kernel/time.ts';

export const START = instantFromIso('2018-11-24T14:00:00+01:00');
export const DEADLINE = instantFromIso('2018-11-15T23:59:59+01:00');
/** A quiet day long before the deadline. */
export const BEFORE = instantFromIso('2018-11-01T10:00:00+01:00');
export const AFTER = instantFromIso('2018-11-19T10:00:00+01:00');

export function kickoff(change: Partial<Event> = {}): Event {
  return {
    key: 'auftakt',
    kind: 'KICKOFF',
    workingGroup: null,
    title: { de: 'Auftakt' },
    subtitle: null,
    lead: null,
    programme: [],
    place: null,
    zone: 'Europe/Berlin',
    startAt: START,
    endAt: instantFromIso('2018-11-24T18:30:00+01:00'),
    capacity: null,
    unlimited: false,
    deadlineAt: DEADLINE,
    deadlineMode: 'SOFT',
    deadlineConfirmed: true,
    offerHours: 24,
    state: 'OPEN',
    cancelReason: null,
    calendarUid: 'auftakt@town',
    calendarSequence: 0,
    turnedAt: BEFORE,
    ...change,
  };
}

export const NOBODY: EventTally = {
  eventKey: 'auftakt',
  attendingReplies: 0,
  attendingPersons: 0,
  maybe: 0,
  declined: 0,
  waitingReplies: 0,
  waitingPersons: 0,
  reservedReplies: 0,
  reservedPersons: 0,
  toConfirm: 0,
  late: 0,
  entered: 0,
  nextOrder: 1,
};

/** Counted from the replies by hand, so to speak: no rule of ours takes part. */
export function recount(replies: Iterable<Rsvp>): Omit<EventTally, 'eventKey' | 'nextOrder'> {
  const all = [...replies];
  const count = (which: (rsvp: Rsvp) => boolean): number => all.filter(which).length;
  const persons = (which: (rsvp: Rsvp) => boolean): number => all.filter(which).reduce((sum, { partySize }) => sum + partySize, 0);
  const inLine = ({ seat }: Rsvp): boolean => seat === 'WAITING' || seat === 'OFFERED';
  return {
    attendingReplies: count(({ seat }) => seat === 'CONFIRMED'),
    attendingPersons: persons(({ seat }) => seat === 'CONFIRMED'),
    maybe: count(({ answer }) => answer === 'MAYBE'),
    declined: count(({ answer }) => answer === 'DECLINED'),
    waitingReplies: count(inLine),
    waitingPersons: persons(inLine),
    reservedReplies: count(({ seat }) => seat === 'OFFERED'),
    reservedPersons: persons(({ seat }) => seat === 'OFFERED'),
    toConfirm: count(({ toConfirm }) => toConfirm),
    late: count(({ timeliness }) => timeliness === 'LATE'),
    entered: count(({ enteredBy }) => enteredBy !== null),
  };
}

/** An event with its replies and its wait list, ruled by the pure rules alone: no storage, no chat. */
export class GuestList {
  event: Event;
  tally: EventTally = NOBODY;
  now: Instant = BEFORE;
  readonly replies = new Map<string, Rsvp>();
  readonly promotions: Promotion[] = [];

  constructor(event: Partial<Event> = {}) {
    this.event = kickoff(event);
  }

  /** Says it as a chat command would; `by` is the office where it enters a reply for somebody. */
  say(personId: string, answer: Answer, partySize: number | null = null, by: Partial<Act> = {}): Reply {
    const before = this.replies.get(personId) ?? null;
    const ahead = this.line().filter(({ waitOrder }) => before?.seat !== 'WAITING' || waitOrder! < before.waitOrder!).length;
    const act: Act = { personId, channel: 'TELEGRAM', enteredBy: null, when: { at: null, after: this.now, received: this.now }, now: this.now, ...by };
    const result = reply(this.event, this.tally, before, { answer, partySize, children: null }, act, ahead);
    if (result.kind === 'stored') {
      this.put(result.rsvp, result.tally);
      if (result.freed) this.moveUp();
    }
    return result;
  }

  /** The office notes what came by phone. */
  enter(personId: string, answer: Answer, partySize: number): Reply {
    return this.say(personId, answer, partySize, { channel: 'PHONE', enteredBy: 'officer' });
  }

  setCapacity(capacity: number | null): void {
    this.event = { ...this.event, capacity };
    this.moveUp();
  }

  moveUp(): Promotion[] {
    const { promotions, tally } = promote(this.event, this.tally, this.line(), this.now);
    for (const { after } of promotions) this.replies.set(after.personId, after);
    this.tally = tally;
    this.promotions.push(...promotions);
    return promotions;
  }

  /** The offer's time is over and nobody answered. */
  lapse(personId: string): void {
    const offered = this.of(personId);
    this.put(lapse(offered), retally(this.tally, offered, lapse(offered)));
    this.moveUp();
  }

  /** The event moved: every yes is to be confirmed. */
  askAgain(): void {
    for (const rsvp of this.replies.values()) {
      if (rsvp.answer !== 'ATTENDING') continue;
      const asked = { ...rsvp, toConfirm: true };
      this.put(asked, retally(this.tally, rsvp, asked));
    }
  }

  of(personId: string): Rsvp {
    const rsvp = this.replies.get(personId);
    if (rsvp === undefined) throw new Error(`${personId} has not answered`);
    return rsvp;
  }

  /** Who waits without an offer, in order. */
  line(): Rsvp[] {
    return [...this.replies.values()].filter(({ seat }) => seat === 'WAITING').sort((a, b) => a.waitOrder! - b.waitOrder!);
  }

  /** Persons who have a seat or for whom one is held. */
  get given(): number {
    return this.tally.attendingPersons + this.tally.reservedPersons;
  }

  later(hours: number): this {
    this.now = instant(this.now + hours * durations.hour);
    return this;
  }

  private put(rsvp: Rsvp, tally: EventTally): void {
    this.replies.set(rsvp.personId, rsvp);
    this.tally = tally;
  }
}
