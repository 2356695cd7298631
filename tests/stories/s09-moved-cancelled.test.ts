import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';
import type { Person } from '../support/telegram/person.ts';

let town: Town;
let anna: Person;
let tom: Person;
let silent: Person;
beforeEach(async () => {
  town = await Town.open();
  anna = town.resident('Anna', { started: true });
  tom = town.resident('Tom', { language_code: 'en', started: true });
  silent = town.resident('Still');
  anna.start();
  tom.start();
  await town.settle();
  anna.press(town.card(), 'Zusage');
  tom.press(town.card(), 'Zusage');
  silent.press(town.card(), 'Zusage');
  town.officer.say('/erfassen Telefon 2 Frau K.');
  await town.move('+10s');
});
afterEach(() => town.close());

const calendarOf = async (person: Person): Promise<string> => {
  person.press(town.lastCardOf(person), person === tom ? 'Calendar' : 'Kalender');
  await town.move('+5s');
  return new TextDecoder().decode(town.telegram.screen(person).findLast(({ document }) => document !== undefined)!.document!.bytes);
};

it('S9: moved: everybody is asked once in their language, phone replies make a call list, the calendar follows', async () => {
  const before = await calendarOf(anna);
  const messages = town.telegram.screen(anna).length;
  town.officer.say('/verschieben 1.12.2018 14:00-18:30');
  await town.move('+3s');
  expect(town.lastPrivate(town.officer).text).toContain('Samstag, 1. Dezember 2018, 14:00–18:30 Uhr');
  town.officer.press(town.lastPrivate(town.officer), 'Ja');
  await town.move('+15s');

  expect(town.card().text).toContain('Samstag, 1. Dezember 2018, 14:00–18:30 Uhr');
  expect(town.countLine()).toBe('5 Personen (4 Zusagen) · 0 Vielleicht · 0 Absagen · 4 noch zu bestätigen');
  expect(town.telegram.screen(anna)).toHaveLength(messages + 1);
  expect(town.lastPrivate(anna).buttons).toEqual(['Passt', 'Geht nicht']);
  expect(town.lastPrivate(tom).text).toContain('Saturday');
  const calls = town.privateTexts(town.officer).find((text) => text.includes('bitte rufen Sie an')) ?? '';
  expect(calls).toContain('Frau K.');
  expect(calls).toContain('Still');
  expect(calls).not.toContain('Anna');

  anna.press(town.lastPrivate(anna), 'Passt');
  tom.press(town.lastPrivate(tom), town.lastPrivate(tom).buttons[1]!);
  await town.move('+15s');
  expect(town.countLine()).toBe('4 Personen (3 Zusagen) · 0 Vielleicht · 1 Absage · 2 noch zu bestätigen');
  const after = await calendarOf(anna);
  const field = (ics: string, name: string) => new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(ics)?.[1]?.trim();
  expect(field(after, 'UID')).toBe(field(before, 'UID'));
  expect([field(before, 'SEQUENCE'), field(after, 'SEQUENCE')]).toEqual(['0', '1']);
});

it('S9: cancelled: everybody is told, the bring list is free, the card is closed, the calendar says so', async () => {
  anna.say('/mitbringen kulinarisches Linsensuppe');
  await town.move('+5s');
  expect(await town.store.view((records) => records.events.items('auftakt'))).toHaveLength(1);
  town.officer.say('/entfaellt Der Saal ist gesperrt.');
  await town.move('+3s');
  town.officer.press(town.lastPrivate(town.officer), 'Ja');
  await town.move('+15s');
  expect(town.card().text).toContain('Die Veranstaltung entfällt: \u2068Der Saal ist gesperrt.\u2069');
  expect(town.card().buttons).toEqual([]);
  expect(town.lastPrivate(anna).text).toContain('Der Saal ist gesperrt.');
  expect(await town.store.view((records) => records.events.items('auftakt'))).toEqual([]);
  expect(town.privateTexts(town.officer).find((text) => text.includes('bitte rufen Sie an'))).toContain('Frau K.');
  anna.say('/zusage');
  await town.move('+5s');
  expect(town.lastPrivate(anna).text).toContain('Diese Veranstaltung entfällt.');
  anna.start('calendar-auftakt');
  await town.move('+5s');
  const ics = new TextDecoder().decode(town.telegram.screen(anna).findLast(({ document }) => document !== undefined)!.document!.bytes);
  expect(ics).toContain('STATUS:CANCELLED');
});
