import { expect, it } from 'vitest';
import { readTexts } from '../../../adapters/system/texts.ts';
import { countLine } from '../../../src/events/count.ts';
import type { EventTally } from '../../../src/events/records.ts';
import { createLanguages } from '../../../src/view/language.ts';
import { GuestList, NOBODY } from './guest-list.ts';

const { fallback: german } = createLanguages(readTexts());
const line = (capacity: number | null, counts: Partial<EventTally>): string => countLine(german, { capacity }, { ...NOBODY, ...counts });

it('S1: reads exactly as the contract says', () => {
  expect(line(null, { attendingPersons: 11, attendingReplies: 6, maybe: 1 })).toBe('11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen');
});

it('names free seats and the wait list where there is a capacity', () => {
  const counts = { attendingPersons: 11, attendingReplies: 6, maybe: 1, waitingPersons: 3, waitingReplies: 1 };
  expect(line(120, counts)).toBe('11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen · 3 auf der Warteliste · 109 von 120 Plätzen frei');
});

it('speaks of one person in the singular', () => {
  expect(line(null, { attendingPersons: 1, attendingReplies: 1, declined: 1 })).toBe('1 Person (1 Zusage) · 0 Vielleicht · 1 Absage');
});

it('a held seat is not free, and its party still waits', () => {
  const counts = { attendingPersons: 76, attendingReplies: 40, reservedPersons: 3, reservedReplies: 1, waitingPersons: 3, waitingReplies: 1 };
  expect(line(80, counts)).toContain('3 auf der Warteliste · 1 von 80 Plätzen frei');
});

it('never shows fewer than no seats, even when the office cut the capacity', () => {
  expect(line(10, { attendingPersons: 14, attendingReplies: 7 })).toContain('0 von 10 Plätzen frei');
});

it('S1 told through the rules: 3 in one chat (one brings 2), 2 and a perhaps in another, 4 by phone', () => {
  const list = new GuestList();
  for (const [who, persons] of [['a', 1], ['b', 3], ['c', 1], ['d', 1], ['e', 1]] as const) list.say(who, 'ATTENDING', persons);
  list.say('f', 'MAYBE');
  list.enter('K.', 'ATTENDING', 4);
  list.say('b', 'ATTENDING');
  expect(countLine(german, list.event, list.tally)).toBe('11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen');
});
