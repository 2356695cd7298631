import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('S7: three hours down over eighty reminders: all come once, late and current, six after their quiet hours', async () => {
  // The town leaves people in peace from 22:00; six want it from 20:00.
  town = await Town.open({ at: '2018-11-20T09:00:00+01:00', processFile: (text) => text.replace('  from: 20:00\n', '  from: 22:00\n') });
  const people = Array.from({ length: 80 }, (_, i) => town.resident(`Person${i}`, { started: true }));
  for (const [i, person] of people.entries()) {
    person.start();
    person.say('/zusage');
    if (i < 6) person.say('/ruhe 20-8');
  }
  await town.move('2018-11-23T17:30:00+01:00');
  const reminders = (person: (typeof people)[number]) => town.privateTexts(person).filter((text) => text.includes('Wir erinnern Sie')).length;

  await town.restart(async () => {
    await town.time.move('2018-11-23T20:30:00+01:00', { idle: async () => {} });
  });
  // It goes down again when some are out: the messages of 31 people are on their screens.
  await town.moveUntil(() => people.filter((person) => reminders(person) > 0).length >= 31, '2018-11-23T20:35:00+01:00');
  await town.restart(async () => {});
  await town.move('2018-11-23T20:35:00+01:00');

  expect(people.slice(6).map(reminders)).toEqual(Array(74).fill(1));
  expect(people.slice(0, 6).map(reminders)).toEqual(Array(6).fill(0));
  expect(town.lastPrivate(people[10]!).text).toContain('Diese Nachricht kommt verspätet. Vorgesehen war sie für den 23.11.2018 um 18:00 Uhr.');
  town.officer.say('/amt');
  await town.move('+10s');
  expect(town.privateTexts(town.officer).findLast((text) => text.startsWith('Übersicht'))).toContain('verspätet: 80');

  await town.move('2018-11-24T08:00:30+01:00');
  expect(people.map(reminders)).toEqual(Array(80).fill(1));
});

it('S7: a reminder whose event has begun is dropped and logged', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('+10s');
  await town.restart(async () => {
    await town.time.move('2018-11-24T15:00:00+01:00', { idle: async () => {} });
  });
  await town.move('+1m');
  expect(town.privateTexts(anna).some((text) => text.includes('Wir erinnern Sie'))).toBe(false);
  expect(town.logger.lines.filter(({ message }) => message === 'a planned reminder was dropped')).toHaveLength(2);
});
