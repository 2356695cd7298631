import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';
import type { Person } from '../support/telegram/person.ts';

let town: Town;
let seated: Person;
beforeEach(async () => {
  town = await Town.open({ event: { capacity: 80 } });
  // 79 seats are taken: three parties of twenty, one of sixteen, one of three.
  for (const [i, size] of [20, 20, 20, 16].entries()) town.officer.say(`/erfassen Telefon ${size} Gruppe${'ABCD'[i]}`);
  seated = town.resident('Sitzt', { started: true });
  seated.start();
  seated.say('/zusage 3');
  await town.move('+10s');
  expect(await town.tally()).toMatchObject({ attendingPersons: 79 });
});
afterEach(() => town.close());

const party = async (name: string, persons: number): Promise<Person> => {
  const person = town.resident(name, { started: true });
  person.start();
  person.say(`/zusage ${persons}`);
  await town.move('+10s');
  return person;
};

it('S10: a party of three waits, is offered one seat now or three later, then gets an offer for 24 hours', async () => {
  const three = await party('Drei', 3);
  expect(await town.reply(three)).toMatchObject({ seat: 'WAITING' });
  expect(town.privateTexts(three).some((text) => text.includes('auf Platz 1 der Warteliste'))).toBe(true);
  expect(town.lastPrivate(three).buttons).toEqual(['1 Platz jetzt', 'auf 3 warten']);
  const next = await party('Zwei', 2);
  three.press(town.lastPrivate(three), 'auf 3 warten');
  await town.move('+5s');

  seated.say('/absage');
  await town.move('+5s');
  expect(await town.reply(three)).toMatchObject({ seat: 'OFFERED' });
  expect(await town.tally()).toMatchObject({ attendingPersons: 76, reservedPersons: 3, waitingPersons: 5 });
  expect(town.countLine()).toContain('1 von 80 Plätzen frei');
  expect(town.lastPrivate(three).text).toContain('für Sie frei');

  await town.move('+23h');
  expect(await town.reply(three)).toMatchObject({ seat: 'OFFERED' });
  await town.move('+61m');
  expect(await town.reply(three)).toMatchObject({ answer: 'MAYBE', seat: 'NONE' });
  expect(town.lastPrivate(three).text).toContain('ist abgelaufen');
  expect(await town.reply(next)).toMatchObject({ seat: 'OFFERED' });
  next.press(town.lastPrivate(next), 'Ja, 2 Plätze');
  await town.move('+5s');
  expect(await town.reply(next)).toMatchObject({ seat: 'CONFIRMED', partySize: 2 });
  expect(await town.tally()).toMatchObject({ attendingPersons: 78, reservedPersons: 0 });
});

it('S10: one seat now is taken in one tap', async () => {
  const three = await party('Drei', 3);
  three.press(town.lastPrivate(three), '1 Platz jetzt');
  await town.move('+5s');
  expect(await town.reply(three)).toMatchObject({ seat: 'CONFIRMED', partySize: 1 });
  expect(await town.tally()).toMatchObject({ attendingPersons: 80 });
});

it('S10: ten more seats: promotions in order, each told once', async () => {
  const first = await party('Erste', 2);
  const alone = [await party('Alma', 1), await party('Bela', 1), await party('Cleo', 1)];
  const told = alone.map((person) => town.privateTexts(person).length);
  town.officer.say('/veranstaltung Plätze 90');
  await town.move('+10s');
  expect(await town.reply(first)).toMatchObject({ seat: 'OFFERED' });
  for (const [i, person] of alone.entries()) {
    expect(await town.reply(person)).toMatchObject({ seat: 'CONFIRMED' });
    expect(town.privateTexts(person).length).toBe(told[i]! + 1);
    expect(town.lastPrivate(person).text).toContain('Ein Platz ist frei geworden');
  }
  expect(await town.tally()).toMatchObject({ attendingPersons: 82, reservedPersons: 2 });
});
