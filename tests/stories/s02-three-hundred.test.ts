import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('S2: 300 people within a minute, 120 seats: never oversold, order of receipt kept, group never flooded', async () => {
  town = await Town.open({ event: { capacity: 120 } });
  const people = Array.from({ length: 300 }, (_, i) => town.resident(`Person${i}`));
  const card = town.card();
  const begun = town.now;
  // 300 presses in sixty seconds, 40 % of them in the first ten; every tenth person taps twice.
  for (const [i, person] of people.entries()) {
    const second = i < 120 ? i / 12 : 10 + ((i - 120) / 180) * 50;
    if (second * 1_000 > town.now - begun) await town.time.move(new Date(begun + Math.floor(second * 1_000)).toISOString(), town.bot, town.telegram);
    person.press(card, 'Zusage');
    if (i % 10 === 0) person.press(card, 'Zusage');
    if (i % 25 === 0) expect((await town.tally()).attendingPersons).toBeLessThanOrEqual(120);
  }
  await town.settle();
  expect(await town.tally()).toMatchObject({ attendingPersons: 120, waitingPersons: 180, declined: 0 });

  // Twenty change their mind: ten who have a seat, ten who wait.
  for (const person of [...people.slice(0, 10), ...people.slice(200, 210)]) person.press(card, 'Absage');
  await town.move('+10s');

  expect(await town.tally()).toMatchObject({ attendingPersons: 120, waitingPersons: 160, declined: 20, reservedPersons: 0 });
  expect(town.countLine()).toBe('120 Personen (120 Zusagen) · 0 Vielleicht · 20 Absagen · 160 auf der Warteliste · 0 von 120 Plätzen frei');
  const seats = await Promise.all(people.map(async (person) => (await town.reply(person))?.seat));
  expect(seats.slice(10, 130)).toEqual(Array(120).fill('CONFIRMED'));
  const orders = (await Promise.all(people.slice(130).map((person) => town.reply(person)))).flatMap((rsvp) => rsvp?.waitOrder ?? []);
  expect(orders).toEqual([...orders].sort((a, b) => a - b));

  // Every tap was answered, and no minute saw more than twenty sends and edits in the group.
  expect(town.telegram.presses.filter(({ answer }) => answer === undefined)).toEqual([]);
  const times = town.telegram.sendsAndEdits(town.group).map(({ at }) => at);
  for (const from of times) expect(times.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(20);
  expect(town.telegram.floods).toEqual([]);
}, 120_000);
