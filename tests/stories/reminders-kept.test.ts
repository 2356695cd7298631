import { afterEach, expect, it } from 'vitest';
import { durations, instant, instantFromIso, type Instant } from '../../src/kernel/time.ts';
import type { Person } from '../support/telegram/person.ts';
import { KICKOFF, Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

const REMINDED = 'Wir erinnern Sie';
const reminded = (person: Person): string[] => town.privateTexts(person).filter((text) => text.includes(REMINDED));
const weekLater = (at: Instant): Instant => instant(at + 7 * durations.day);
const inGroup = () => town.telegram.screen(town.group).filter(({ own, text }) => own && text.includes('Zur Erinnerung'));

async function coming(name: string): Promise<Person> {
  const person = town.resident(name, { started: true });
  person.start();
  person.say('/zusage');
  await town.move('+10s');
  return person;
}

/** Telegram accepts nothing until then: "wait a minute", again and again. */
async function refusedUntil(at: string, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
  const refused = town.telegram.fault({ kind: '429', method: 'sendMessage', retryAfter: 60, times: 1_000_000 });
  await town.time.move(at, town.bot);
  expect(refused.hits()).toBeGreaterThan(0);
  await meanwhile();
  refused.cancel();
}

it('a public holiday is a quiet day where the process file says so', async () => {
  // All Saints' Day, a Thursday: a holiday in Baden-Württemberg.
  const allSaints = { startAt: instantFromIso('2018-11-02T14:00:00+01:00'), endAt: instantFromIso('2018-11-02T16:00:00+01:00'), deadlineAt: null };
  town = await Town.open({ at: '2018-10-31T12:00:00+01:00', event: allSaints, processFile: (text) => text.replace('  until: 08:00\n', '  until: 08:00\n  holidays: true\n') });
  const anna = await coming('Anna');
  await town.move('2018-11-02T07:59:00+01:00');
  expect([reminded(anna).length, inGroup().length]).toEqual([0, 0]);
  await town.move('2018-11-02T08:01:00+01:00');
  expect([reminded(anna).length, inGroup().length]).toEqual([1, 1]);
});

it('who asks for other quiet hours while a reminder waits gets it after those', async () => {
  town = await Town.open({ at: '2018-11-22T12:00:00+01:00' });
  const anna = await coming('Anna');
  anna.say('/ruhe 17-9');
  await town.move('2018-11-23T22:00:00+01:00');
  anna.say('/ruhe 21-10');
  await town.move('2018-11-24T09:59:00+01:00');
  expect(reminded(anna)).toHaveLength(0);
  await town.move('2018-11-24T10:01:00+01:00');
  expect(reminded(anna)).toHaveLength(1);
});

it('Telegram takes nothing until the event begins: then nobody is reminded of it', async () => {
  const rules = (text: string): string => text.replace('  - key: vortag\n', '  - key: am-tag\n    when: { daysBefore: 0, time: 13:40 }\n    to: [ATTENDING]\n  - key: vortag\n');
  town = await Town.open({ at: '2018-11-24T13:35:00+01:00', processFile: rules });
  const anna = await coming('Anna');
  await refusedUntil('2018-11-24T14:01:00+01:00');
  await town.move('+10m');
  expect([inGroup().length, reminded(anna).length]).toEqual([0, 0]);
});

it('Telegram takes nothing for twenty minutes: what was to come says that it is late, and shows what is true now', async () => {
  town = await Town.open({ at: '2018-11-23T17:59:00+01:00' });
  const anna = await coming('Anna');
  await refusedUntil('2018-11-23T18:20:00+01:00', () =>
    town.store.transact(async (unit) => unit.events.putEvent({ ...(await unit.events.event(KICKOFF))!, place: { de: 'Steinlachhalle' } })),
  );
  await town.move('2018-11-23T18:25:00+01:00');
  const late = 'Diese Nachricht kommt verspätet. Vorgesehen war sie für den 23.11.2018 um 18:00 Uhr.';
  expect(reminded(anna)).toHaveLength(1);
  expect(reminded(anna)[0]).toContain(late);
  expect(reminded(anna)[0]).toContain('Steinlachhalle');
  expect(inGroup()).toHaveLength(1);
  expect(inGroup()[0]!.text).toContain(late);
  expect(inGroup()[0]!.replyTo).toBe(town.card().id);
});

it('moved while Telegram takes nothing: the old reminder does not come', async () => {
  town = await Town.open({ at: '2018-11-23T17:50:00+01:00' });
  const anna = await coming('Anna');
  const event = await town.event();
  await refusedUntil('2018-11-23T18:20:00+01:00', () =>
    town.store.transact(async (unit) => unit.events.putEvent({ ...event, startAt: weekLater(event.startAt), endAt: weekLater(event.endAt), calendarSequence: 1 })),
  );
  await town.move('2018-11-23T18:40:00+01:00');
  expect([reminded(anna).length, inGroup().length]).toEqual([0, 0]);
  expect(town.logger.lines.some(({ message }) => message.startsWith('a card was not posted'))).toBe(true);
});

it('more than a day late: one message with what is still to come, in each chat', async () => {
  const rules = (text: string): string => text.replace('  - key: vortag\n', '  - key: drei-tage\n    when: { daysBefore: 3, time: 18:00 }\n    to: [ATTENDING]\n  - key: vortag\n');
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00', processFile: rules });
  const anna = await coming('Anna');
  await town.restart(async () => {
    await town.time.move('2018-11-23T19:00:00+01:00', { idle: async () => {} });
  });
  await town.move('+1m');
  expect(reminded(anna)).toHaveLength(1);
  expect(reminded(anna)[0]!.split('Zusammenleben in Mössingen')).toHaveLength(2);
  expect(reminded(anna)[0]).toContain('Diese Nachricht kommt verspätet.');
  expect(inGroup()).toHaveLength(1);
});

it('who cannot be written to any more: the reminder is dropped, not counted as sent', async () => {
  town = await Town.open({ at: '2018-11-22T12:00:00+01:00' });
  const anna = await coming('Anna');
  anna.say('/ruhe 17-9');
  await town.move('2018-11-23T20:00:00+01:00');
  anna.block();
  await town.move('2018-11-24T09:01:00+01:00');
  const rows = await town.store.view(async (records) => {
    const identity = await records.people.identity('telegram', String(anna.id));
    return records.reminders.remindersOf(identity!.personId);
  });
  expect(rows.map(({ state, reason }) => [state, reason])).toEqual([['DROPPED', 'UNREACHABLE']]);
});

it('three days before the deadline the office hears whom it must phone and what is missing', async () => {
  town = await Town.open({ at: '2018-11-11T12:00:00+01:00' });
  const anna = await coming('Anna');
  anna.block();
  await town.move('2018-11-12T09:01:00+01:00');
  const told = town.lastPrivate(town.officer).text;
  expect(told).toContain('Am 15.11.2018 endet die Rückmeldefrist für „Zusammenleben in Mössingen“.');
  expect(told).toContain('Eine Person ist im Chat nicht erreichbar:');
  expect(told).toContain('Anna');
  expect(told).toContain('Zahl der Plätze bei „auftakt“: /veranstaltung Plätze 120');
});
