import { afterEach, expect, it } from 'vitest';
import type { Event } from '../../src/events/records.ts';
import type { Person } from '../support/telegram/person.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

/** Three seats are taken and given back at `at`: the pair that waited is offered two of them. */
async function offered(at: string, event: Partial<Event> = {}): Promise<Person> {
  town = await Town.open({ at, event: { capacity: 3, ...event } });
  const [first, pair] = [town.resident('Erste', { started: true }), town.resident('Paar', { started: true })];
  for (const person of [first, pair]) person.start();
  first.say('/zusage 3');
  await town.move('+5s');
  pair.say('/zusage 2');
  await town.move('+5s');
  first.say('/absage');
  await town.move('+10s');
  return pair;
}

const reminded = (person: Person): number => town.privateTexts(person).filter((text) => text.includes('halten wir noch')).length;

it('an offer is remembered two hours before it lapses, and can be taken there', async () => {
  const pair = await offered('2018-10-22T15:00:00+02:00');
  await town.move('2018-10-23T12:59:00+02:00');
  expect(reminded(pair)).toBe(0);
  await town.move('2018-10-23T13:01:00+02:00');
  expect(reminded(pair)).toBe(1);
  expect(town.lastPrivate(pair).text).toContain('bis zum 23.10.2018 um 15:00 Uhr');
  pair.press(town.lastPrivate(pair), 'Zusage');
  await town.move('+10s');
  expect(await town.reply(pair)).toMatchObject({ seat: 'CONFIRMED', partySize: 2 });
  await town.move('2018-10-23T15:05:00+02:00');
  expect(reminded(pair)).toBe(0);
  expect(town.privateTexts(pair).filter((text) => text.includes('Diese Frage ist erledigt.'))).toHaveLength(2);
});

it('an offer that lapses in the evening is remembered before the quiet hours begin', async () => {
  const pair = await offered('2018-10-22T21:30:00+02:00');
  await town.move('2018-10-23T17:59:00+02:00');
  expect(reminded(pair)).toBe(0);
  await town.move('2018-10-23T18:01:00+02:00');
  expect(reminded(pair)).toBe(1);
});

it('an offer that lapses early in the morning is remembered with two waking hours left, not at night', async () => {
  const pair = await offered('2018-10-22T09:00:00+02:00');
  await town.move('2018-10-22T18:59:00+02:00');
  expect(reminded(pair)).toBe(0);
  await town.move('2018-10-22T19:01:00+02:00');
  expect(reminded(pair)).toBe(1);
});

it('who has other quiet hours is reminded before those', async () => {
  town = await Town.open({ at: '2018-10-22T15:00:00+02:00', event: { capacity: 3 } });
  const [first, pair] = [town.resident('Erste', { started: true }), town.resident('Paar', { started: true })];
  for (const person of [first, pair]) person.start();
  pair.say('/ruhe 11-17');
  first.say('/zusage 3');
  await town.move('+5s');
  pair.say('/zusage 2');
  await town.move('+5s');
  first.say('/absage');
  await town.move('2018-10-23T08:59:00+02:00');
  expect(reminded(pair)).toBe(0);
  await town.move('2018-10-23T09:01:00+02:00');
  expect(reminded(pair)).toBe(1);
});

it('a short offer is not remembered: the reminder would follow it at once', async () => {
  const pair = await offered('2018-10-22T15:00:00+02:00', { offerHours: 2 });
  await town.move('2018-10-22T17:05:00+02:00');
  expect(reminded(pair)).toBe(0);
  expect(town.privateTexts(pair).some((text) => text.includes('ist abgelaufen'))).toBe(true);
});

it('who has answered the offer is not reminded of it', async () => {
  const pair = await offered('2018-10-22T15:00:00+02:00');
  pair.say('/absage');
  await town.move('2018-10-23T15:05:00+02:00');
  expect(reminded(pair)).toBe(0);
});
