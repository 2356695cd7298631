/**
 * The rules of replies and seats against a clerk with a sheet of paper, for arbitrary sequences of what people, the
 * office and time can do. LONG=1 runs the nightly number of cases.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Answer, Rsvp } from '../../src/events/records.ts';
import { GuestList, recount } from '../unit/events/guest-list.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 1_000;
vi.setConfig({ testTimeout: 3_600_000 });

interface Entry {
  answer: Answer;
  size: number;
  place: 'none' | 'seat' | 'held' | 'line';
  toConfirm: boolean;
}

/** What the town promised, in the simplest words: one sheet with everybody's answer, one line of people who wait. */
class Clerk {
  readonly sheet = new Map<string, Entry>();
  readonly line: string[] = [];
  capacity: number | null;

  constructor(capacity: number | null) {
    this.capacity = capacity;
  }

  get free(): number {
    const given = [...this.sheet.values()].filter(({ place }) => place === 'seat' || place === 'held').reduce((sum, { size }) => sum + size, 0);
    return (this.capacity ?? Infinity) - given;
  }

  /** Whether it was taken. */
  say(who: string, answer: Answer, wanted: number | null): boolean {
    const before = this.sheet.get(who);
    const size = answer === 'DECLINED' ? 1 : (wanted ?? before?.size ?? 1);
    if (size < 1 || size > 20) return false;
    const same = before?.answer === answer && before.size === size && !before.toConfirm && before.place !== 'held';
    if (same) return true;
    const entry = { answer, size, toConfirm: false };
    if (answer !== 'ATTENDING') this.note(who, { ...entry, place: 'none' });
    else if (before?.place === 'seat' || before?.place === 'held') {
      const more = size - before.size;
      if (more > 0 && (this.line.length > 0 || more > this.free)) return false;
      this.note(who, { ...entry, place: 'seat' });
    } else {
      if (size > Math.max(1, this.capacity ?? 20)) return false;
      const first = this.line.length === 0 || this.line[0] === who;
      this.note(who, { ...entry, place: first && size <= this.free ? 'seat' : 'line' });
    }
    this.moveUp();
    return true;
  }

  note(who: string, entry: Entry): void {
    this.sheet.set(who, entry);
    const at = this.line.indexOf(who);
    if (entry.place === 'line' && at < 0) this.line.push(who);
    if (entry.place !== 'line' && at >= 0) this.line.splice(at, 1);
  }

  moveUp(): void {
    for (let who = this.line[0]; who !== undefined; who = this.line[0]) {
      const entry = this.sheet.get(who)!;
      if (entry.size > this.free) return;
      this.note(who, { ...entry, place: entry.size === 1 ? 'seat' : 'held' });
    }
  }
}

const PLACES = { NONE: 'none', CONFIRMED: 'seat', OFFERED: 'held', WAITING: 'line' } as const;
const holds = ({ seat }: Pick<Rsvp, 'seat'>): boolean => seat === 'CONFIRMED' || seat === 'OFFERED';

/** One thing happens: the clerk and the rules agree on what became of it, and no promise is broken. `by`: whose act it is. */
class Step implements fc.Command<Clerk, GuestList> {
  private readonly words: string;
  private readonly by: string | null;
  private readonly act: (clerk: Clerk, list: GuestList) => void;

  constructor(words: string, by: string | null, act: (clerk: Clerk, list: GuestList) => void) {
    this.words = words;
    this.by = by;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  run(clerk: Clerk, list: GuestList): void {
    const before = new Map(list.replies);
    const lineBefore = list.line();
    const givenBefore = list.given;
    this.act(clerk, list);
    agree(clerk, list);
    expect(list.tally).toEqual({ ...list.tally, ...recount(list.replies.values()) });
    // Never oversold; where the office cut below what was given, at least never more.
    if (list.event.capacity !== null) expect(list.given).toBeLessThanOrEqual(Math.max(list.event.capacity, givenBefore));
    this.nobodyOvertaken(before, lineBefore, list);
    for (const [who, had] of before) {
      // Nobody loses a seat by what somebody else does.
      if (who !== this.by && holds(had)) expect(list.of(who)).toMatchObject({ seat: had.seat, partySize: had.partySize });
    }
  }

  /** Whoever waited before the step and still waits after it was passed by nobody behind them, and by nobody new. */
  private nobodyOvertaken(before: ReadonlyMap<string, Rsvp>, lineBefore: readonly Rsvp[], list: GuestList): void {
    const stillWaiting = lineBefore.findIndex(({ personId }) => list.of(personId).seat === 'WAITING');
    if (stillWaiting < 0) return;
    const entitled = new Set(lineBefore.slice(0, stillWaiting).map(({ personId }) => personId));
    for (const now of list.replies.values()) {
      const had = before.get(now.personId);
      const more = (holds(now) ? now.partySize : 0) - (had !== undefined && holds(had) ? had.partySize : 0);
      if (more > 0) expect(entitled).toContain(now.personId);
    }
  }

  toString(): string {
    return this.words;
  }
}

function agree(clerk: Clerk, list: GuestList): void {
  const seen = [...list.replies.values()].map((rsvp) => [rsvp.personId, { answer: rsvp.answer, size: rsvp.partySize, place: PLACES[rsvp.seat], toConfirm: rsvp.toConfirm }] as const);
  expect(new Map(seen)).toEqual(clerk.sheet);
  expect(list.line().map(({ personId }) => personId)).toEqual(clerk.line);
  for (const rsvp of list.replies.values()) {
    expect(rsvp.waitOrder !== null).toBe(rsvp.seat === 'WAITING' || rsvp.seat === 'OFFERED');
    expect(rsvp.offerUntil !== null).toBe(rsvp.seat === 'OFFERED');
  }
}

/** Says it, and says it again: the second time nothing changes. What is refused changes nothing at all. */
function say(clerk: Clerk, list: GuestList, who: string, answer: Answer, size: number | null, office = false): void {
  const before = { tally: list.tally, own: list.replies.get(who) };
  const speak = (): string => (office ? list.enter(who, answer, size ?? 1) : list.say(who, answer, size)).kind;
  const taken = clerk.say(who, answer, office ? (size ?? 1) : size);
  const first = speak();
  expect(first === 'refused').toBe(!taken);
  if (first === 'refused') expect({ tally: list.tally, own: list.replies.get(who) }).toEqual(before);
  const after = { tally: list.tally, replies: new Map(list.replies) };
  // A wish may have been answered with an offer; only then is the same wish news: it takes the offer.
  if (list.replies.get(who)?.seat === 'OFFERED') return;
  expect(speak()).toBe(first === 'refused' ? 'refused' : 'unchanged');
  expect({ tally: list.tally, replies: list.replies }).toEqual(after);
}

const person = fc.integer({ min: 1, max: 12 }).map((n) => `p${n}`);
const byPhone = fc.integer({ min: 1, max: 4 }).map((n) => `phone ${n}`);
const size = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 2, arbitrary: fc.integer({ min: 1, max: 20 }) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, 21, 400) });
const capacity = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: fc.integer({ min: 0, max: 50 }) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }) });

const steps = [
  fc.tuple(person, fc.option(size)).map(([who, n]) => new Step(`${who}: /zusage ${n ?? ''}`, who, (clerk, list) => say(clerk, list, who, 'ATTENDING', n))),
  person.map((who) => new Step(`${who}: Vielleicht`, who, (clerk, list) => say(clerk, list, who, 'MAYBE', null))),
  person.map((who) => new Step(`${who}: Absage`, who, (clerk, list) => say(clerk, list, who, 'DECLINED', null))),
  fc.tuple(person, fc.constantFrom(1, -1)).map(([who, by]) => new Step(`${who}: ${by > 0 ? '+1' : '−1'}`, who, (clerk, list) => {
    const had = list.replies.get(who);
    const wanted = (had?.answer === 'ATTENDING' ? had.partySize : by > 0 ? 1 : 0) + by;
    expect((list.say(who, 'ATTENDING', wanted)).kind !== 'refused').toBe(clerk.say(who, 'ATTENDING', wanted));
  })),
  fc.tuple(byPhone, fc.constantFrom<Answer>('ATTENDING', 'MAYBE', 'DECLINED'), size).map(([who, answer, n]) => new Step(`office: ${who} ${answer} ${n}`, who, (clerk, list) => say(clerk, list, who, answer, n, true))),
  capacity.map((seats) => new Step(`office: ${seats} seats`, null, (clerk, list) => {
    clerk.capacity = seats;
    clerk.moveUp();
    list.setCapacity(seats);
  })),
  fc.tuple(fc.nat(20), fc.boolean()).map(([nth, takes]) => ({ nth, takes })).map(({ nth, takes }) => new OfferStep(nth, takes)),
  fc.constant(new Step('everybody is asked again', null, (clerk, list) => {
    list.askAgain();
    for (const entry of clerk.sheet.values()) if (entry.answer === 'ATTENDING') entry.toConfirm = true;
  })),
  fc.constant(new Step('nothing happens', null, (_clerk, list) => expect(list.moveUp()).toEqual([]))),
];

/** One of the open offers is taken or runs out. */
function OfferStep(this: unknown, _nth: number, _takes: boolean): void {}
