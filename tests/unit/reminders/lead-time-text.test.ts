import { expect, it, test } from 'vitest';
import { parseLeadTime } from '../../../src/reminders/lead-time-text.ts';

const START = { anchor: 'START', to: ['ATTENDING'], events: null };
const DEADLINE = { anchor: 'DEADLINE', to: ['UNANSWERED', 'MAYBE'], events: null };

test.each([
  ['3 Tage 18:00', { ...START, key: 'start-3d-1800', when: { daysBefore: 3, time: '18:00' } }],
  ['1 Tag vorher um 9 Uhr', { ...START, key: 'start-1d-0900', when: { daysBefore: 1, time: '09:00' } }],
  ['0 Tage, 8.30', { ...START, key: 'start-0d-0830', when: { daysBefore: 0, time: '08:30' } }],
  ['5 Stunden', { ...START, key: 'start-5h', when: { hoursBefore: 5 } }],
  ['1 hour before', { ...START, key: 'start-1h', when: { hoursBefore: 1 } }],
  ['Frist 2 Tage 18 Uhr', { ...DEADLINE, key: 'deadline-2d-1800', when: { daysBefore: 2, time: '18:00' } }],
  ['DEADLINE 6 hours', { ...DEADLINE, key: 'deadline-6h', when: { hoursBefore: 6 } }],
])('%s', (text, rule) => {
  expect(parseLeadTime(text)).toEqual({ kind: 'add', rule });
});

it('shows, takes away, goes back', () => {
  expect([parseLeadTime(' '), parseLeadTime('weg 2'), parseLeadTime('remove 12'), parseLeadTime('zurück'), parseLeadTime('Reset')]).toEqual([
    { kind: 'show' }, { kind: 'remove', number: 2 }, { kind: 'remove', number: 12 }, { kind: 'reset' }, { kind: 'reset' },
  ]);
});

test.each(['3', '3 Tage', '3 Tage 25:00', '3 Tage 18:60', '61 Tage 18:00', '0 Stunden', '241 Stunden', '5 Stunden 18:00', 'weg', 'weg eins', '3 Wochen', 'morgen', 'x'.repeat(10_000)])('%s is not understood', (text) => {
  expect(parseLeadTime(text)).toBe(null);
});
