import { expect, test } from 'vitest';
import { readTexts } from '../../../adapters/system/texts.ts';
import type { Event } from '../../../src/events/records.ts';
import { countMeetings, counterLine, roomWarning } from '../../../src/groups/counter.ts';
import { durations, instant, instantFromIso, type Instant } from '../../../src/kernel/time.ts';
import { createLanguages } from '../../../src/view/language.ts';
import { kickoff } from '../events/guest-list.ts';

const NOW = instantFromIso('2019-06-01T12:00:00+02:00');
const german = createLanguages(readTexts()).of('de');
const inDays = (days: number): Instant => instant(NOW + days * durations.day);
const meeting = (days: number, change: Partial<Event> = {}): Event => kickoff({ kind: 'MEETING', workingGroup: 'ag', startAt: inDays(days), endAt: instant(inDays(days) + 2 * durations.hour), ...change });
const group = (until: Instant | null) => ({ meetings: { min: 3, max: 4 }, until });

test('held, planned and cancelled meetings', () => {
  const count = countMeetings(group(null), [meeting(-30), meeting(-1), meeting(7), meeting(9, { state: 'CANCELLED' })], NOW);
  expect(count).toEqual({ held: 2, planned: 1, missing: 0, tooFew: false });
  expect(counterLine(german, group(null), count)).toBe('2 von 3–4 Treffen · 1 geplant');
});

test('a meeting that is going on is not over', () => expect(countMeetings(group(null), [meeting(0)], NOW)).toMatchObject({ held: 0, planned: 1 }));

test('each missing meeting needs two weeks of what is left after the last date', () => {
  const tooFew = (days: number, meetings: readonly Event[] = []): boolean => countMeetings(group(inDays(days)), meetings, NOW).tooFew;
  expect([tooFew(42), tooFew(41)]).toEqual([false, true]);
  expect([tooFew(42, [meeting(14)]), tooFew(41, [meeting(14)]), tooFew(42, [meeting(15)])]).toEqual([false, true, true]);
  expect([tooFew(-1), tooFew(-1, [meeting(-9), meeting(-8), meeting(-7)])]).toEqual([true, false]);
});

test('the warning names what is missing and until when', () => {
  const until = instantFromIso('2019-06-10T23:59:59+02:00');
  const count = countMeetings(group(until), [meeting(-7)], NOW);
  expect(roomWarning(german, { until }, count, 'Europe/Berlin')).toBe('Bis 10.06.2019 fehlen noch 2 Treffen, und die Zeit reicht kaum mehr. Bitte legen Sie bald Termine fest.');
  expect(roomWarning(german, { until: inDays(90) }, countMeetings(group(inDays(90)), [meeting(-7)], NOW), 'Europe/Berlin')).toBeNull();
});

test('a group that nobody told how often to meet only counts', () => {
  const free = { meetings: null, until: inDays(1) };
  const count = countMeetings(free, [meeting(-7)], NOW);
  expect([counterLine(german, free, count), count.tooFew]).toEqual(['1 Treffen bisher', false]);
  expect(counterLine(german, { meetings: { min: 3, max: 3 } }, count)).toBe('1 von 3 Treffen');
});
