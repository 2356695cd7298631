import { afterEach, expect, it } from 'vitest';
import { instantFromIso } from '../../src/kernel/time.ts';
import type { Person } from '../support/telegram/person.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

const LATE = 'kommt verspätet';
const card = (person: Person, word: string) => town.telegram.screen(person).findLast((message) => message.own && message.text.includes(word))!;
const inGroup = () => town.telegram.screen(town.group).filter(({ own, text }) => own && text.includes('Zur Erinnerung'));
const asked = (person: Person) => town.privateTexts(person).filter((text) => text.includes('Kommen Sie?'));
async function opened(name: string, ...said: string[]): Promise<Person> {
  const person = town.resident(name, { started: true });
  person.start();
  for (const text of said) person.say(text);
  await town.move('+10s');
  return person;
}
async function office(...said: string[]): Promise<string> {
  for (const text of said) {
    town.officer.say(text);
    await town.move('+5s');
  }
  return town.lastPrivate(town.officer).text;
}

it('an open deadline is over: the button in the reminder still takes the answer', async () => {
  town = await Town.open({ at: '2018-11-12T12:00:00+01:00' });
  const anna = await opened('Anna');
  await town.move('2018-11-16T09:00:00+01:00');
  anna.press(card(anna, 'Kommen Sie?'), 'Zusage');
  await town.move('+10s');
  expect(await town.reply(anna)).toMatchObject({ answer: 'ATTENDING' });
});

it('while the event runs: Absage in the reminder counts as it does on the card', async () => {
  town = await Town.open({ at: '2018-11-24T11:50:00+01:00' });
  const anna = await opened('Anna', '/zusage');
  await town.move('2018-11-24T14:05:00+01:00');
  anna.press(card(anna, 'Wir erinnern Sie'), 'Absage');
  await town.move('+10s');
  expect(await town.reply(anna)).toMatchObject({ answer: 'DECLINED' });
});

it('the deadline is put off after people were reminded: the new one is reminded of, too', async () => {
  town = await Town.open({ at: '2018-11-12T08:00:00+01:00' });
  const anna = await opened('Anna');
  await town.move('2018-11-14T10:00:00+01:00');
  await office('/veranstaltung Frist 22.11.2018');
  await town.move('2018-11-22T12:00:00+01:00');
  expect(asked(anna)).toHaveLength(2);
  expect(town.privateTexts(town.officer).some((text) => text.includes('Am 22.11.2018 endet die Rückmeldefrist'))).toBe(true);
});

it('the deadline is brought forward: nobody is told that the reminder is late', async () => {
  town = await Town.open({ at: '2018-11-10T12:00:00+01:00' });
  const anna = await opened('Anna');
  await office('/veranstaltung Frist 11.11.2018');
  await town.move('+30s');
  expect(asked(anna)[0]).not.toContain(LATE);
  expect(await office('/amt')).not.toContain('verspätet');
});

it('down in the evening, up again before the quiet hours end: what comes at their end is in time', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  const anna = await opened('Anna', '/zusage', '/ruhe 17-9');
  await town.restart(async () => town.time.move('2018-11-23T20:30:00+01:00', { idle: async () => {} }));
  await town.move('2018-11-24T09:00:30+01:00');
  expect(card(anna, 'Wir erinnern Sie').text).not.toContain(LATE);
});

it('down when the quiet hours end: late since then, not since the evening before', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  const anna = await opened('Anna', '/zusage', '/ruhe 17-9');
  await town.move('2018-11-24T08:30:00+01:00');
  await town.restart(async () => town.time.move('2018-11-24T09:30:00+01:00', { idle: async () => {} }));
  await town.move('+30s');
  expect(card(anna, 'Wir erinnern Sie').text).toContain('für den 24.11.2018 um 09:00 Uhr');
});

it('what was never delivered is not called sent', async () => {
  town = await Town.open({ at: '2018-11-24T11:50:00+01:00' });
  const anna = await opened('Anna', '/zusage');
  const refused = town.telegram.fault({ kind: '429', method: 'sendMessage', retryAfter: 47, times: 1_000_000 });
  await town.time.move('2018-11-24T14:01:00+01:00', town.bot);
  refused.cancel();
  await town.move('2018-11-24T14:20:00+01:00');
  anna.say('/meine_daten');
  await town.move('+20s');
  expect(card(anna, 'gespeichert').text).not.toContain('geschickt');
});

it('a lead time after the beginning is refused', async () => {
  town = await Town.open({ at: '2018-11-22T12:00:00+01:00' });
  expect(await office('/vorlauf 0 Tage 18:00')).not.toContain('am Tag selbst, 18:00 Uhr');
});

it('the first rule in days is past when the event is planned: the group hears with the next', async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00', processFile: (text) => text.replace('  - key: vortag\n', '  - key: eine-woche\n    when: { daysBefore: 7, time: 18:00 }\n    to: [ATTENDING]\n  - key: vortag\n') });
  await town.move('2018-11-24T13:00:00+01:00');
  expect(inGroup()).toHaveLength(1);
});

it('the office takes away the rule the group was reminded with and sets another: the group hears once', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  await town.move('2018-11-23T18:05:00+01:00');
  await office('/vorlauf weg 2', '/vorlauf 0 Tage 9:00');
  await town.move('2018-11-24T13:00:00+01:00');
  expect(inGroup()).toHaveLength(1);
});

it('who answers elsewhere does not read "noch keine" in the reminder', async () => {
  town = await Town.open({ at: '2018-11-13T17:50:00+01:00' });
  const anna = await opened('Anna');
  await town.move('2018-11-13T18:01:00+01:00');
  anna.say('/zusage 3');
  await town.move('+30s');
  expect(card(anna, 'Kommen Sie?')?.text ?? '').not.toContain('noch keine');
});

it('an offer that was taken is not asked any more', async () => {
  town = await Town.open({ at: '2018-10-22T15:00:00+02:00', event: { capacity: 3 } });
  const [first, pair] = [await opened('Erste', '/zusage 3'), await opened('Paar', '/zusage 2')];
  first.say('/absage');
  await town.move('+10s');
  pair.say('/zusage');
  await town.move('+60s');
  expect(card(pair, 'Möchten Sie kommen?')).toBeUndefined();
});

it('quiet Sundays: two hours before 9:30 comes at 8:00, not at 7:30', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00', event: { deadlineAt: null, startAt: instantFromIso('2018-11-25T09:30:00+01:00'), endAt: instantFromIso('2018-11-25T11:30:00+01:00') }, processFile: (text) => text.replace('  until: 08:00\n', '  until: 08:00\n  sundays: true\n') });
  const anna = await opened('Anna', '/zusage');
  await town.move('2018-11-25T07:59:00+01:00');
  expect(town.privateTexts(anna).filter((text) => text.includes('Wir erinnern Sie'))).toHaveLength(1);
});

it('the deadline is brought forward while a reminder waits for the end of quiet hours: it comes before', async () => {
  town = await Town.open({ at: '2018-11-12T12:00:00+01:00' });
  const anna = await opened('Anna', '/ruhe 17-9');
  await town.move('2018-11-13T19:00:00+01:00');
  await office('/veranstaltung Frist 13.11.2018');
  await town.move('2018-11-14T12:00:00+01:00');
  expect(asked(anna)).toHaveLength(1);
});

it('a late reminder that is answered stays marked', async () => {
  town = await Town.open({ at: '2018-11-23T17:59:00+01:00' });
  const anna = await opened('Anna', '/zusage');
  const refused = town.telegram.fault({ kind: '429', method: 'sendMessage', retryAfter: 60, times: 1_000_000 });
  await town.time.move('2018-11-23T18:20:00+01:00', town.bot);
  refused.cancel();
  await town.move('2018-11-23T18:25:00+01:00');
  expect(card(anna, 'Wir erinnern Sie').text).toContain(LATE);
  anna.press(card(anna, 'Wir erinnern Sie'), 'Vielleicht');
  await town.move('+10s');
  expect(card(anna, 'Wir erinnern Sie').text).toContain(LATE);
});

it('an officer sets "/ruhe 8-8": what is said is what is done', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  expect(await office('/ruhe 8-8')).not.toContain('lassen wir Sie in Ruhe');
});

it('two events in one message: what each is, and how to answer', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  const event = (await town.store.view(({ events }) => events.event('auftakt')))!;
  await town.store.transact(async (unit) => unit.events.putEvent({ ...event, key: 'werkstatt', title: { de: 'Werkstatt' }, calendarUid: 'werkstatt' }));
  await town.restart(async () => {});
  const anna = await opened('Anna', '/zusage auftakt', '/zusage werkstatt');
  await town.move('2018-11-23T18:01:00+01:00');
  const { text, buttons } = card(anna, 'Wir erinnern Sie');
  expect(text).toMatch(/Zusammenleben in Mössingen[^]*Werkstatt|Werkstatt[^]*Zusammenleben in Mössingen/);
  expect(text).toContain('Antworten können Sie mit /termine.');
  expect(buttons).toEqual([]);
});

it('a room that now belongs to another event is not reminded of the old one', async () => {
  town = await Town.open({ at: '2018-11-23T17:00:00+01:00', processFile: (text) => text.replace('  from: 20:00\n', '  from: 17:00\n') });
  await town.move('2018-11-23T18:01:00+01:00');
  await town.store.transact(async (unit) => {
    for (const room of await unit.kernel.rooms()) unit.kernel.putRoom({ ...room, eventKey: 'werkstatt' });
  });
  await town.move('2018-11-24T09:00:00+01:00');
  expect(inGroup()).toEqual([]);
  expect(town.logger.lines.filter(({ message, fields }) => message === 'a reminder was dropped' && fields['reason'] === 'ROOM_GONE')).toHaveLength(1);
});

it('a cancelled event: the reminder above says so, without buttons', async () => {
  town = await Town.open({ at: '2018-11-23T17:00:00+01:00' });
  const anna = await opened('Anna', '/zusage');
  await town.move('2018-11-23T18:01:00+01:00');
  await office('/entfaellt Der Saal ist gesperrt', 'ja');
  await town.move('+1m');
  const reminder = town.telegram.screen(anna).find(({ own, text }) => own && text.includes('Ihre Antwort') && text.includes('Der Saal ist gesperrt') && !text.includes('Rückmeldefrist'));
  expect(reminder?.buttons).toEqual([]);
  expect(town.privateTexts(anna).some((text) => text.includes('Wir erinnern Sie'))).toBe(false);
});

it('an event without a deadline: the office hears three days before it begins what is still to do', async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00', event: { deadlineAt: null } });
  await town.move('2018-11-21T09:01:00+01:00');
  expect(town.lastPrivate(town.officer).text).toContain('Am 24.11.2018 beginnt „Zusammenleben in Mössingen“.');
});

it('a number to a message that nobody can answer any more names the way out', async () => {
  town = await Town.open({ at: '2018-11-24T11:50:00+01:00' });
  const anna = await opened('Anna', '/zusage');
  await town.move('2018-11-24T12:01:00+01:00');
  const answer = card(anna, 'Wir erinnern Sie');
  await town.move('2018-11-24T19:00:00+01:00');
  anna.press(answer, 'Absage');
  await town.move('+5s');
  expect(town.telegram.presses.at(-1)?.answer?.text).toContain('nicht mehr aktuell');
  expect(card(anna, 'Wir erinnern Sie').buttons).toEqual([]);
});
