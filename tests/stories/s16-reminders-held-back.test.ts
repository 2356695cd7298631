import { afterEach, expect, it } from 'vitest';
import type { FaultScript } from '../support/telegram/faults.ts';
import type { Person } from '../support/telegram/person.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

/** Telegram lets nothing through from now until `until`; the bot lives on and nobody writes. */
async function away(until: string, how: FaultScript = { kind: '429', retryAfter: 600 }): Promise<void> {
  const faults = [town.telegram.fault({ ...how, times: 1_000_000 }), town.telegram.fault({ kind: '502-html', method: 'getUpdates', times: 1_000_000 })];
  await town.time.move(until, town.bot);
  for (const fault of faults) fault.cancel();
  // Whoever writes now is the first that is heard again.
  town.officer.say('/amt');
  await town.move('+15m');
}

const reminders = (person: Person): string[] => town.privateTexts(person).filter((text) => text.includes('Wir erinnern Sie') || text.includes('Diese Nachricht kommt verspätet'));

it('S16: what Telegram held back for two days comes as one message, all of it marked late', async () => {
  town = await Town.open({ at: '2018-11-20T09:00:00+01:00', processFile: (text) => text.replace('reminders:\n', 'reminders:\n  - { key: drei-tage, when: { daysBefore: 3, time: 18:00 }, to: [ATTENDING] }\n') });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('2018-11-21T17:00:00+01:00');
  // Three days before at 18:00 and one day before at 18:00 fall into the outage.
  await away('2018-11-23T19:00:00+01:00');
  expect(reminders(anna)).toHaveLength(1);
  expect(reminders(anna)[0]!.match(/Diese Nachricht kommt verspätet/gu)).toHaveLength(1);
  // What comes in its time is a message of its own, and repeats nothing.
  await town.move('2018-11-24T12:30:00+01:00');
  expect(reminders(anna)).toHaveLength(2);
  expect(reminders(anna)[1]).not.toContain('verspätet');
});

it('S16: what Telegram held back until the event had begun is dropped, with a line in the log', async () => {
  town = await Town.open({ at: '2018-11-22T09:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('2018-11-23T12:00:00+01:00');
  await away('2018-11-24T15:00:00+01:00');
  expect(reminders(anna)).toEqual([]);
  expect(town.logger.lines.filter(({ message }) => message === 'an effect was not delivered').length).toBeGreaterThan(0);
});

it('S16: through hours of error pages, of which nobody can say what they mean, each reminder gets its second try afterwards', async () => {
  town = await Town.open({ at: '2018-11-22T09:00:00+01:00' });
  const people = ['Anna', 'Ben', 'Cem', 'Dana'].map((name) => town.resident(name, { started: true }));
  for (const person of people) {
    person.start();
    person.say('/zusage');
  }
  await town.move('2018-11-23T17:50:00+01:00');
  await away('2018-11-23T19:30:00+01:00', { kind: '502-html' });
  for (const person of people) expect(reminders(person).map((text) => text.includes('verspätet'))).toEqual([true]);
  town.officer.say('/amt');
  await town.move('+10s');
  expect(town.privateTexts(town.officer).findLast((text) => text.startsWith('Übersicht'))).toContain('verspätet: 4');
});
