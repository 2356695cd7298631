import { describe, expect, it } from 'vitest';
import { fits, freeSeats, keepSeat, retally, takeBack } from '../../../src/events/seats.ts';
import { durations, instant } from '../../../src/kernel/time.ts';
import { GuestList, NOBODY, START } from './guest-list.ts';

/** Nobody has a seat; these parties wait in this order; then the office opens `capacity` seats. */
function waiting(...sizes: number[]): GuestList {
  const list = new GuestList({ capacity: 20 });
  list.say('host', 'ATTENDING', 20);
  for (const [i, size] of sizes.entries()) list.say(`${i + 1}.`, 'ATTENDING', size);
  return list;
}
const movedUp = (list: GuestList): string[] => list.promotions.map(({ after }) => `${after.personId} ${after.seat}`);

it('a free seat is one that nobody has and nobody is offered', () => {
  expect(freeSeats({ capacity: null }, NOBODY)).toBeNull();
  expect(freeSeats({ capacity: 10 }, { ...NOBODY, attendingPersons: 6, reservedPersons: 3, waitingPersons: 8 })).toBe(1);
  expect(freeSeats({ capacity: 5 }, { ...NOBODY, attendingPersons: 6 })).toBe(-1);
  expect(fits({ capacity: 5 }, { ...NOBODY, attendingPersons: 6 }, 1)).toBe(false);
  expect(fits({ capacity: null }, { ...NOBODY, attendingPersons: 1_000_000 }, 20)).toBe(true);
});

describe('moving up', () => {
  it('somebody alone gets the seat, a party is asked', () => {
    const list = waiting(1, 2);
    list.say('host', 'ATTENDING', 17);
    expect(movedUp(list)).toEqual(['1. CONFIRMED', '2. OFFERED']);
  });

  it('a party that does not fit stops everybody behind it', () => {
    const list = waiting(3, 1);
    list.say('host', 'ATTENDING', 18);
    expect(movedUp(list)).toEqual([]);
    list.say('1.', 'DECLINED');
    expect(movedUp(list)).toEqual(['2. CONFIRMED']);
  });

  it('the first may leave the line by asking for fewer; one further back may not pass the first by it', () => {
    const list = waiting(3, 2);
    list.say('host', 'ATTENDING', 19);
    list.say('2.', 'ATTENDING', 1);
    expect(list.of('2.').seat).toBe('WAITING');
    list.say('1.', 'ATTENDING', 1);
    expect(list.of('1.').seat).toBe('CONFIRMED');
    expect(list.of('2.').seat).toBe('WAITING');
  });

  it('keeps the place in line of a party that changes its size while it waits', () => {
    const list = waiting(4, 4);
    list.say('1.', 'ATTENDING', 3);
    expect(list.line().map(({ personId }) => personId)).toEqual(['1.', '2.']);
  });

  it('an offer never lasts beyond the start of the event', () => {
    const list = waiting(2);
    list.now = instant(START - durations.hour);
    list.say('host', 'DECLINED');
    expect(list.of('1.').offerUntil).toBe(START);
  });

  it('nobody moves up once the event has begun or is cancelled', () => {
    const begun = waiting(1);
    begun.now = START;
    begun.say('host', 'DECLINED');
    expect(movedUp(begun)).toEqual([]);
    const cancelled = waiting(1);
    cancelled.event = { ...cancelled.event, state: 'CANCELLED' };
    cancelled.setCapacity(50);
    expect(movedUp(cancelled)).toEqual([]);
  });
});

it('whoever let an offer pass is asked for nothing any more', () => {
  const list = waiting(2);
  list.askAgain();
  list.say('host', 'ATTENDING', 10);
  list.lapse('1.');
  expect(list.of('1.')).toMatchObject({ answer: 'MAYBE', seat: 'NONE', toConfirm: false, partySize: 2 });
  expect(list.tally).toMatchObject({ toConfirm: 0, maybe: 1, reservedPersons: 0, waitingPersons: 0 });
});

describe('two replies of one person become one', () => {
  /** What stands after the newer reply of `newest` was joined with the older one of `older`. */
  const joined = (list: GuestList, newest: string, older: string) => {
    const [now, before] = [list.of(newest), list.of(older)];
    const without = retally(retally(list.tally, now, null), before, null);
    const standing = keepSeat(list.event, without, now, before);
    const free = freeSeats(list.event, retally(without, null, standing));
    return { seat: standing.seat, persons: standing.partySize, place: standing.waitOrder, children: standing.children, free };
  };
  /** Ten seats: the office entered `phone` for two, the rest is taken by the host. */
  const full = (taken: number): GuestList => {
    const list = new GuestList({ capacity: 10 });
    list.enter('phone', 'ATTENDING', 2);
    list.say('host', 'ATTENDING', taken);
    return list;
  };

  it('S11: whoever phoned for two and now says one in the chat has one seat, though the hall was full meanwhile', () => {
    const list = full(8);
    list.say('chat', 'ATTENDING', 1);
    expect(list.of('chat').seat).toBe('WAITING');
    expect(joined(list, 'chat', 'phone')).toEqual({ seat: 'CONFIRMED', persons: 1, place: null, children: null, free: 1 });
  });

  it('says more than there is room for: the seats they had stay theirs', () => {
    const list = full(8);
    list.say('chat', 'ATTENDING', 4);
    expect(joined(list, 'chat', 'phone')).toMatchObject({ seat: 'CONFIRMED', persons: 2, free: 0 });
  });

  it('says more and there is room, but others wait for it: nobody is overtaken', () => {
    const list = full(8);
    list.say('others', 'ATTENDING', 5);
    list.say('chat', 'ATTENDING', 4);
    list.say('host', 'ATTENDING', 5);
    expect(joined(list, 'chat', 'phone')).toMatchObject({ seat: 'CONFIRMED', persons: 2 });
  });

  it('says more and nobody waits: all of them come', () => {
    const list = full(7);
    list.say('chat', 'ATTENDING', 3);
    expect(joined(list, 'chat', 'phone')).toMatchObject({ seat: 'CONFIRMED', persons: 3, free: 0 });
  });

  it('two places in the line: the earlier one stands', () => {
    const list = full(8);
    list.enter('called', 'ATTENDING', 1);
    list.say('others', 'ATTENDING', 1);
    list.say('chat', 'ATTENDING', 2);
    expect(joined(list, 'chat', 'called')).toMatchObject({ seat: 'WAITING', persons: 2, place: list.of('called').waitOrder });
  });

  it('a no, or a perhaps, stands and gives the seat back', () => {
    const list = full(8);
    list.say('chat', 'DECLINED');
    expect(joined(list, 'chat', 'phone')).toMatchObject({ seat: 'NONE', place: null, free: 2 });
  });
});

describe('what a person had before two were made one by mistake', () => {
  /** Eight seats, so many of them given to others since. */
  const back = (seat: 'CONFIRMED' | 'OFFERED' | 'WAITING', size: number, given: number) => {
    const list = new GuestList({ capacity: 8 });
    list.say('others', 'ATTENDING', given);
    list.say('back', 'ATTENDING', size);
    const had = { ...list.of('back'), seat, waitOrder: seat === 'CONFIRMED' ? null : 5, offerUntil: seat === 'OFFERED' ? instant(list.now + durations.hour) : null };
    const without = retally(list.tally, list.of('back'), null);
    const at = (hours: number) => takeBack(list.event, without, had, -1, instant(list.now + hours * durations.hour));
    return { now: at(0), later: at(1) };
  };

  it('a seat that is still free is theirs again', () => {
    expect(back('CONFIRMED', 3, 5).now).toMatchObject({ seat: 'CONFIRMED', partySize: 3, waitOrder: null });
  });

  it('a seat that others have by now is not taken from them: they stand first in line', () => {
    expect(back('CONFIRMED', 3, 6).now).toMatchObject({ seat: 'WAITING', partySize: 3, waitOrder: -1 });
  });

  it('an offer stands until it lapses, while its seats are free; then, or else, the old place in line', () => {
    expect(back('OFFERED', 3, 5).now).toMatchObject({ seat: 'OFFERED', waitOrder: 5 });
    expect(back('OFFERED', 3, 5).later).toMatchObject({ seat: 'WAITING', waitOrder: 5, offerUntil: null });
    expect(back('OFFERED', 3, 6).now).toMatchObject({ seat: 'WAITING', waitOrder: 5, offerUntil: null });
  });

  it('who waited has the old place', () => {
    expect(back('WAITING', 3, 8).now).toMatchObject({ seat: 'WAITING', waitOrder: 5 });
  });
});
