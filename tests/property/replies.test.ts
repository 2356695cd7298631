/**
 * The rules of replies and seats against a clerk with a sheet of paper, for arbitrary sequences of what people, the
 * office and time can do. LONG=1 runs the nightly number of cases.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Answer, Rsvp } from '../../src/events/records.ts';
import { AFTER, GuestList, recount } from '../unit/events/guest-list.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 1_000;
vi.setConfig({ testTimeout: 7_200_000 });

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

/** Does something and answers whose act it was; null: nobody's in particular. */
type Act = (clerk: Clerk, list: GuestList) => string | null;

/** One thing happens: the clerk and the rules agree on what became of it, and no promise is broken. */
class Step implements fc.Command<Clerk, GuestList> {
  private readonly words: string;
  private readonly act: Act;

  constructor(words: string, act: Act) {
    this.words = words;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  run(clerk: Clerk, list: GuestList): void {
    const before = new Map(list.replies);
    const lineBefore = list.line();
    const givenBefore = list.given;
    const by = this.act(clerk, list);
    agree(clerk, list);
    expect(list.tally).toEqual({ ...list.tally, ...recount(list.replies.values()) });
    // Never oversold; where the office cut below what was given, at least never more.
    if (list.event.capacity !== null) expect(list.given).toBeLessThanOrEqual(Math.max(list.event.capacity, givenBefore));
    this.nobodyOvertaken(before, lineBefore, list);
    for (const [who, had] of before) {
      // Nobody loses a seat by what somebody else does.
      if (who !== by && holds(had)) expect(list.of(who)).toMatchObject({ seat: had.seat, partySize: had.partySize });
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
function say(clerk: Clerk, list: GuestList, who: string, answer: Answer, size: number | null, office = false): string {
  const seen = () => ({ tally: list.tally, replies: new Map(list.replies) });
  const speak = (): string => (office ? list.enter(who, answer, size ?? 1) : list.say(who, answer, size)).kind;
  const before = seen();
  const first = speak();
  const after = seen();
  expect(first !== 'refused').toBe(clerk.say(who, answer, office ? (size ?? 1) : size));
  if (first === 'refused') expect(after).toEqual(before);
  // Where seats are held for them, the same wish once more is news: it takes the offer.
  if (list.replies.get(who)?.seat === 'OFFERED') return who;
  expect(speak()).toBe(first === 'refused' ? 'refused' : 'unchanged');
  expect(seen()).toEqual(after);
  return who;
}

/** The +1 and −1 of a card: they count from what the person said before. */
function change(clerk: Clerk, list: GuestList, who: string, by: 1 | -1): string {
  const had = list.replies.get(who);
  const wanted = (had?.answer === 'ATTENDING' ? had.partySize : by === 1 ? 1 : 0) + by;
  expect(list.say(who, 'ATTENDING', wanted).kind !== 'refused').toBe(clerk.say(who, 'ATTENDING', wanted));
  return who;
}

/** One of the open offers is taken or runs out; the party that let it pass is out of the line. */
function settleOffer(clerk: Clerk, list: GuestList, nth: number, taken: boolean): string | null {
  const open = [...list.replies.values()].filter(({ seat }) => seat === 'OFFERED');
  const offered = open[nth % open.length];
  if (offered === undefined) return null;
  const { personId: who, partySize } = offered;
  if (taken) {
    list.say(who, 'ATTENDING', partySize);
    expect(clerk.say(who, 'ATTENDING', partySize)).toBe(true);
  } else {
    list.lapse(who);
    clerk.note(who, { answer: 'MAYBE', size: partySize, place: 'none', toConfirm: false });
    clerk.moveUp();
  }
  return who;
}

const person = fc.integer({ min: 1, max: 12 }).map((n) => `p${n}`);
const onPhone = fc.integer({ min: 1, max: 4 }).map((n) => `phone ${n}`);
const answer = fc.constantFrom<Answer>('ATTENDING', 'MAYBE', 'DECLINED');
const size = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 21, 400) },
);
const capacity = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 50 }) },
);

const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(person, fc.option(size)).map(([who, n]) => new Step(`${who}: /zusage ${n ?? ''}`, (clerk, list) => say(clerk, list, who, 'ATTENDING', n))),
  fc.tuple(person, fc.constantFrom<Answer>('MAYBE', 'DECLINED')).map(([who, what]) => new Step(`${who}: ${what}`, (clerk, list) => say(clerk, list, who, what, null))),
  fc.tuple(person, fc.constantFrom<1 | -1>(1, -1)).map(([who, by]) => new Step(`${who}: ${by}`, (clerk, list) => change(clerk, list, who, by))),
  fc.tuple(onPhone, answer, size).map(([who, what, n]) => new Step(`office: ${who} ${what} ${n}`, (clerk, list) => say(clerk, list, who, what, n, true))),
  fc.tuple(fc.nat(20), fc.boolean()).map(([nth, taken]) => new Step(`offer ${nth} ${taken ? 'taken' : 'lapses'}`, (clerk, list) => settleOffer(clerk, list, nth, taken))),
  capacity.map((seats) => new Step(`office: ${seats} seats`, (clerk, list) => {
    clerk.capacity = seats;
    clerk.moveUp();
    list.setCapacity(seats);
    return null;
  })),
  fc.constant(new Step('the event moved: everybody is asked again', (clerk, list) => {
    list.askAgain();
    for (const entry of clerk.sheet.values()) if (entry.answer === 'ATTENDING') entry.toConfirm = true;
    return null;
  })),
  fc.constant(new Step('the soft deadline passes', (_clerk, list) => {
    list.now = AFTER;
    return null;
  })),
  fc.constant(new Step('somebody looks whether anybody can move up', (_clerk, list) => {
    expect(list.moveUp()).toEqual([]);
    return null;
  })),
];

test('whatever people and the office do, the list is the clerk’s: never oversold, nobody overtaken, always counted right', () => {
  fc.assert(
    fc.property(capacity, fc.commands(steps, { size: 'max', maxCommands: 60 }), (seats, commands) => {
      fc.modelRun(() => ({ model: new Clerk(seats), real: new GuestList({ capacity: seats }) }), commands);
    }),
    { numRuns: RUNS },
  );
});

test('S2: 300 yes on 120 seats, 30 double taps, 20 change to no: 120 confirmed, 160 waiting, 20 no, whoever they are', () => {
  const crowd = Array.from({ length: 300 }, (_, i) => `p${i}`);
  const order = fc.shuffledSubarray(crowd, { minLength: 300, maxLength: 300 });
  const some = (n: number) => fc.shuffledSubarray(crowd, { minLength: n, maxLength: n });
  fc.assert(
    fc.property(order, some(30), some(20), (comers, twice, leavers) => {
      const list = new GuestList({ capacity: 120 });
      const tapped = (who: string): void => {
        list.say(who, 'ATTENDING');
        expect(list.given).toBeLessThanOrEqual(120);
      };
      for (const who of comers) {
        tapped(who);
        if (twice.includes(who)) tapped(who);
      }
      expect(list.line().map(({ personId }) => personId)).toEqual(comers.slice(120));
      for (const who of leavers) {
        list.say(who, 'DECLINED');
        expect(list.given).toBe(120);
      }
      expect(list.tally).toMatchObject({ attendingReplies: 120, attendingPersons: 120, waitingReplies: 160, waitingPersons: 160, declined: 20 });
      const staying = comers.filter((who) => !leavers.includes(who));
      const seated = staying.filter((who) => list.of(who).seat === 'CONFIRMED');
      expect(seated).toEqual(staying.slice(0, 120));
      expect(list.line().map(({ personId }) => personId)).toEqual(staying.slice(120));
    }),
    // One run is 350 decisions, each recounted against a line of up to 180.
    { numRuns: RUNS / 20 },
  );
});
