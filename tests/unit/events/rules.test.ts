import { describe, expect, it } from 'vitest';
import { MAX_PARTY, type Reply } from '../../../src/events/rules.ts';
import { instantFromIso } from '../../../src/kernel/time.ts';
import { AFTER, BEFORE, DEADLINE, GuestList, START } from './guest-list.ts';

const why = (result: Reply): string => (result.kind === 'refused' ? result.why : result.kind);

/** 80 seats, 79 of them taken by people who came alone. */
function nearlyFull(): GuestList {
  const list = new GuestList({ capacity: 80 });
  for (let i = 0; i < 79; i += 1) list.say(`guest ${i}`, 'ATTENDING');
  return list;
}

describe('S10 Full', () => {
  it('a party of three waits on place 1 and may take the one seat instead', () => {
    const list = nearlyFull();
    list.say('three', 'ATTENDING', 3);
    expect(list.line().map(({ personId }) => personId)).toEqual(['three']);
    list.say('three', 'ATTENDING', 1);
    expect(list.of('three')).toMatchObject({ seat: 'CONFIRMED', partySize: 1, waitOrder: null });
    expect(list.given).toBe(80);
  });

  it('whoever comes behind them does not get the free seat', () => {
    const list = nearlyFull();
    list.say('three', 'ATTENDING', 3);
    list.say('alone', 'ATTENDING');
    expect(list.of('alone').seat).toBe('WAITING');
    expect(list.line().map(({ personId }) => personId)).toEqual(['three', 'alone']);
  });

  it('nor does a party that has seats grow into it while others wait', () => {
    const list = nearlyFull();
    list.say('three', 'ATTENDING', 3);
    expect(list.say('guest 0', 'ATTENDING', 2)).toEqual({ kind: 'refused', why: 'NO_MORE_SEATS', free: 0, kept: 1 });
    expect(list.of('guest 0')).toMatchObject({ seat: 'CONFIRMED', partySize: 1 });
  });

  it('three seats become free: they are held for 24 hours; then the next is asked', () => {
    const list = nearlyFull();
    list.say('three', 'ATTENDING', 3);
    list.say('two', 'ATTENDING', 2);
    for (const leaver of ['guest 0', 'guest 1']) list.say(leaver, 'DECLINED');
    expect(list.of('three')).toMatchObject({ seat: 'OFFERED', offerUntil: BEFORE + 24 * 3_600_000 });
    expect(list.given).toBe(80);
    list.later(24).lapse('three');
    expect(list.of('three')).toMatchObject({ answer: 'MAYBE', seat: 'NONE', waitOrder: null, offerUntil: null });
    expect(list.of('two').seat).toBe('OFFERED');
    list.say('two', 'ATTENDING');
    expect(list.of('two')).toMatchObject({ seat: 'CONFIRMED', partySize: 2, offerUntil: null });
    expect(list.given).toBe(79);
  });

  it('ten more seats: promotions in order, each once', () => {
    const list = nearlyFull();
    list.say('guest 79', 'ATTENDING');
    for (const [who, persons] of [['a', 1], ['b', 4], ['c', 1], ['d', 5], ['e', 1]] as const) list.say(who, 'ATTENDING', persons);
    list.setCapacity(90);
    expect(list.promotions.map(({ after }) => [after.personId, after.seat])).toEqual([['a', 'CONFIRMED'], ['b', 'OFFERED'], ['c', 'CONFIRMED']]);
    expect(list.given).toBe(86);
    expect(list.moveUp()).toEqual([]);
    expect(list.line().map(({ personId }) => personId)).toEqual(['d', 'e']);
  });
});

describe('what somebody has stays theirs', () => {
  it('a refused wish for more leaves the seats and the answer as they were', () => {
    const list = new GuestList({ capacity: 4 });
    list.say('family', 'ATTENDING', 3);
    const before = list.of('family');
    expect(list.say('family', 'ATTENDING', 5)).toEqual({ kind: 'refused', why: 'NO_MORE_SEATS', free: 1, kept: 3 });
    expect(list.of('family')).toBe(before);
    expect(why(list.say('family', 'ATTENDING', 4))).toBe('stored');
  });

  it('fewer seats than before take nobody’s away, and whoever comes with fewer still has theirs', () => {
    const list = new GuestList({ capacity: 10 });
    list.say('six', 'ATTENDING', 6);
    list.say('four', 'ATTENDING', 4);
    list.setCapacity(5);
    expect(list.given).toBe(10);
    list.say('six', 'ATTENDING', 5);
    expect(list.of('six')).toMatchObject({ seat: 'CONFIRMED', partySize: 5 });
    expect(why(list.say('four', 'ATTENDING', 5))).toBe('NO_MORE_SEATS');
    expect(list.of('four')).toMatchObject({ seat: 'CONFIRMED', partySize: 4 });
  });

  it('an offer may be taken for fewer, and the rest goes to the next', () => {
    const list = new GuestList({ capacity: 4 });
    list.say('host', 'ATTENDING', 4);
    list.say('three', 'ATTENDING', 3);
    list.say('alone', 'ATTENDING');
    list.say('last', 'ATTENDING');
    list.say('host', 'ATTENDING', 1);
    list.say('three', 'ATTENDING', 2);
    expect(list.of('three')).toMatchObject({ seat: 'CONFIRMED', partySize: 2 });
    expect(list.of('alone').seat).toBe('CONFIRMED');
    expect(list.of('last').seat).toBe('WAITING');
  });

  it('whoever steps back to perhaps gives the seat up and stands at the end of the line again', () => {
    const list = new GuestList({ capacity: 1 });
    list.say('first', 'ATTENDING');
    list.say('second', 'ATTENDING');
    list.say('third', 'ATTENDING');
    list.say('first', 'MAYBE');
    list.say('first', 'ATTENDING');
    expect(list.of('second').seat).toBe('CONFIRMED');
    expect(list.line().map(({ personId }) => personId)).toEqual(['third', 'first']);
  });
});

describe('the number of persons', () => {
  it('is kept over a perhaps, and one again after a no', () => {
    const list = new GuestList();
    list.say('a', 'ATTENDING', 4);
    list.say('a', 'MAYBE');
    list.say('a', 'ATTENDING');
    expect(list.of('a').partySize).toBe(4);
    list.say('a', 'DECLINED');
    list.say('a', 'ATTENDING');
    expect(list.of('a').partySize).toBe(1);
  });

  it.each([0, -1, MAX_PARTY + 1, 1_000_000_000])('%i is refused and names the most', (persons) => {
    const list = new GuestList();
    list.say('a', 'ATTENDING', 2);
    expect(list.say('a', 'ATTENDING', persons)).toEqual({ kind: 'refused', why: 'PARTY', most: 20 });
    expect(list.of('a')).toMatchObject({ seat: 'CONFIRMED', partySize: 2 });
  });

  it('a party larger than the whole hall is told so and does not hold up everybody behind it', () => {
    const list = new GuestList({ capacity: 15 });
    expect(list.say('coach', 'ATTENDING', 16)).toEqual({ kind: 'refused', why: 'PARTY', most: 15 });
    list.say('alone', 'ATTENDING');
    expect(list.of('alone').seat).toBe('CONFIRMED');
  });
});

describe('after a firm deadline', () => {
  const firm = (capacity: number | null = null): GuestList => {
    const list = new GuestList({ deadlineMode: 'HARD', capacity });
    list.say('in time', 'ATTENDING', 3);
    list.now = AFTER;
    return list;
  };

  it('nobody new is taken, and nobody comes with more', () => {
    const list = firm();
    for (const refused of [list.say('late', 'ATTENDING'), list.say('late', 'MAYBE'), list.say('in time', 'ATTENDING', 4)]) expect(why(refused)).toBe('DEADLINE');
    expect(list.of('in time').partySize).toBe(3);
  });

  it('a no, fewer persons and the same again are taken', () => {
    const list = firm();
    expect(why(list.say('in time', 'ATTENDING'))).toBe('unchanged');
    expect(why(list.say('in time', 'ATTENDING', 2))).toBe('stored');
    expect(why(list.say('in time', 'DECLINED'))).toBe('stored');
    expect(why(list.say('never asked', 'DECLINED'))).toBe('stored');
  });

  it('what the office enters is taken and marked', () => {
    const list = firm();
    list.enter('K.', 'ATTENDING', 2);
    expect(list.of('K.')).toMatchObject({ seat: 'CONFIRMED', timeliness: 'LATE', channel: 'PHONE', enteredBy: 'officer' });
  });

  it('an offer can still be taken: they had said yes in time', () => {
    const list = new GuestList({ deadlineMode: 'HARD', capacity: 3 });
    list.say('in time', 'ATTENDING', 3);
    list.say('waiting', 'ATTENDING', 2);
    list.now = AFTER;
    list.say('in time', 'DECLINED');
    expect(list.of('waiting').seat).toBe('OFFERED');
    expect(why(list.say('waiting', 'ATTENDING'))).toBe('stored');
    expect(list.of('waiting')).toMatchObject({ seat: 'CONFIRMED', timeliness: 'IN_TIME' });
  });

  it('"passt" after the event moved is taken', () => {
    const list = firm();
    list.askAgain();
    expect(why(list.say('in time', 'ATTENDING'))).toBe('stored');
    expect(list.of('in time')).toMatchObject({ toConfirm: false, timeliness: 'IN_TIME' });
    expect(list.tally.toConfirm).toBe(0);
  });

  it('what the platform held back over the deadline is taken and marked', () => {
    const list = firm();
    const backlog = { at: null, after: instantFromIso('2018-11-15T23:50:00+01:00'), received: instantFromIso('2018-11-16T00:10:00+01:00') };
    expect(why(list.say('held back', 'ATTENDING', 1, { when: backlog }))).toBe('stored');
    expect(list.of('held back').timeliness).toBe('DISTURBANCE');
  });
});

describe('after a soft deadline', () => {
  it('S11: everything is taken and marked', () => {
    const list = new GuestList();
    list.now = AFTER;
    list.enter('Frau K.', 'ATTENDING', 2);
    expect(list.of('Frau K.')).toMatchObject({ timeliness: 'LATE', channel: 'PHONE' });
    expect(list.tally).toMatchObject({ attendingPersons: 2, late: 1, entered: 1 });
  });

  it('S9: standing by a yes that was in time is not late, however late we ask again', () => {
    const list = new GuestList();
    list.say('a', 'ATTENDING', 2);
    list.now = AFTER;
    list.askAgain();
    list.say('a', 'ATTENDING');
    expect(list.of('a')).toMatchObject({ timeliness: 'IN_TIME', toConfirm: false });
    list.say('a', 'ATTENDING', 3);
    expect(list.of('a').timeliness).toBe('LATE');
  });
});

describe('an event that is not to be', () => {
  it('cancelled: nothing is taken, not even a no', () => {
    const list = new GuestList({ state: 'CANCELLED' });
    for (const answer of ['ATTENDING', 'MAYBE', 'DECLINED'] as const) expect(why(list.say('a', answer))).toBe('CANCELLED');
    expect(list.replies.size).toBe(0);
  });

  it('over: nothing is taken; while it runs, people at the door are', () => {
    const list = new GuestList();
    list.now = START;
    expect(why(list.say('at the door', 'ATTENDING'))).toBe('stored');
    list.now = list.event.endAt;
    expect(why(list.say('too late', 'ATTENDING'))).toBe('OVER');
  });
});

it('the reply’s time is the platform’s where it tells, else ours', () => {
  const list = new GuestList();
  list.say('a', 'ATTENDING', 1, { when: { at: BEFORE, after: AFTER, received: AFTER } });
  list.say('b', 'ATTENDING', 1, { when: { at: null, after: BEFORE, received: DEADLINE } });
  expect([list.of('a').answeredAt, list.of('b').answeredAt]).toEqual([BEFORE, DEADLINE]);
});
