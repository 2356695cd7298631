import { expect, test } from 'vitest';
import { privacyOperatorComplete } from '../../../src/process/facts.ts';
import { parseProcessFile, type ProcessFile } from '../../../src/process/file.ts';
import { eventInstants } from '../../../src/process/instants.ts';
import { SMALL, smallWith } from './small.ts';

function read(text: string): ProcessFile {
  const result = parseProcessFile(text, 'p.yaml');
  if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join('\n'));
  return result.process;
}
const missing = (text: string) => {
  const result = parseProcessFile(text, 'p.yaml');
  return result.ok ? result.missing.map(({ key }) => key) : [];
};

test('a text without a language is in the first language of the process', () => {
  expect(read(SMALL).process.title).toEqual({ de: 'Kleiner Prozess' });
  const english = SMALL.replace('[de, en]', '[en, de]');
  expect(read(english).process.title).toEqual({ en: 'Kleiner Prozess' });
});

test('capacity: a number, unlimited on purpose, or not known', () => {
  expect(read(SMALL).events[0]?.capacity).toBe(80);
  expect(read(smallWith('capacity: 80', 'capacity: unlimited')).events[0]?.capacity).toBe('unlimited');
  expect(missing(smallWith('capacity: 80', 'capacity: unlimited'))).not.toContain('event.capacity');
  for (const unknown of [smallWith('capacity: 80', 'capacity: null'), smallWith('    capacity: 80\n', '')]) {
    expect(read(unknown).events[0]?.capacity).toBeNull();
    expect(missing(unknown)).toContain('event.capacity');
  }
});

test('defaults', () => {
  const file = read(SMALL);
  expect(file.quietHours).toEqual({ from: '20:00', until: '08:00', sundays: false, holidays: false });
  expect(file.holidays).toEqual({ region: null });
  expect(file.events[0]).toMatchObject({
    offerHours: 24, programme: [], replyDeadline: { time: '23:59:59', mode: 'SOFT' }, bringList: { slots: [{ places: 'unlimited' }] },
  });
  expect(file.reminders[0]).toMatchObject({ anchor: 'START', when: { daysBefore: 1, time: '18:00' } });
});

test('who is responsible must be known: name, address, e-mail, and a way to the data protection officer', () => {
  expect(privacyOperatorComplete(read(SMALL))).toBe(true);
  for (const part of [' name: Stadt,', ' address: Markt 1,', ', email: stadt@example.org', ' phone: "030 23125" ']) {
    expect(privacyOperatorComplete(read(smallWith(part, ''))), part).toBe(false);
  }
});

test('a deadline may be given to the minute, and is optional', () => {
  const minute = read(smallWith('2018-11-15, confirmed: false', '2018-11-15, time: 18:00')).events[0];
  expect(minute?.replyDeadline).toEqual({ date: '2018-11-15', time: '18:00:00', mode: 'SOFT', confirmed: true });
  const none = read(smallWith('replyDeadline: { date: 2018-11-15, confirmed: false }', 'replyDeadline: null')).events[0];
  expect(none && eventInstants(none, 'Europe/Berlin').deadline).toBeNull();
});

test.each([
  ['the hour the clock skips', '2019-03-31', '02:30', '2019-03-31T01:00:00Z'],
  ['the hour the clock shows twice', '2019-10-27', '02:30', '2019-10-27T00:30:00Z'],
])('an event in %s', (_, date, start, instant) => {
  expect(eventInstants({ date, start, end: '05:00', replyDeadline: null }, 'Europe/Berlin').start).toBe(Date.parse(instant));
});
