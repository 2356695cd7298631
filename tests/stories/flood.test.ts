import { afterEach, expect, it } from 'vitest';
import type { Person } from '../support/telegram/person.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

const WAIT = 'Gerade kommen sehr viele Nachrichten an. Bitte warten Sie einen Moment';
const told = (person: Person): number => town.privateTexts(person).filter((text) => text.startsWith(WAIT)).length;

it('somebody who writes fifty times a second is answered twenty times and then once a minute; a neighbour is answered at once, and what was tapped counts', { timeout: 120_000 }, async () => {
  town = await Town.open();
  const [flooder, neighbour] = [town.resident('Flut', { started: true }), town.resident('Nachbarin', { started: true })];
  for (const person of [flooder, neighbour]) person.start();
  await town.move('+1m');
  const before = town.privateTexts(flooder).length;
  const waits: number[] = [];
  let longest = 0;
  for (let second = 0; second < 60; second += 1) {
    for (let i = 0; i < 50; i += 1) flooder.say(i % 2 === 0 ? '/kontakt' : 'hallo?');
    if (second === 30) flooder.press(town.card(), 'Zusage');
    if (second % 5 === 0) {
      const begun = performance.now();
      const asked = town.now;
      neighbour.say('/prozess');
      await town.settle();
      longest = Math.max(longest, performance.now() - begun);
      waits.push(Date.parse(town.sentAt(neighbour)) - asked);
    }
    await town.move('+1s');
  }
  await town.move('+5s');
  const answered = town.privateTexts(flooder).length - before;
  console.log(`flood: 3000 messages in a minute, ${answered} answers, ${told(flooder)} of them to wait; a neighbour waited ${Math.max(...waits)} ms of the story's time, ${Math.round(longest)} ms of ours`);
  expect(waits).toHaveLength(12);
  expect(Math.max(...waits)).toBeLessThanOrEqual(1_000);
  expect(answered).toBeLessThanOrEqual(21);
  expect(told(flooder)).toBe(1);
  expect(town.countLine()).toContain('1 Person (1 Zusage)');

  // After a pause they are heard again.
  flooder.say('/zusage 3');
  await town.move('+10s');
  expect(town.countLine()).toContain('3 Personen (1 Zusage)');
});

it('in a group everybody together may ask sixty times at once; taps and the office are never asked to wait', async () => {
  town = await Town.open();
  const people = Array.from({ length: 80 }, (_each, i) => town.resident(`Person${i}`, { started: true }));
  for (const person of people) person.start();
  await town.move('+2m');
  for (const person of people) person.say(town.group, '/vielleicht');
  await town.move('+2s');
  const askedToWait = (): number => town.logger.lines.filter(({ message }) => message.includes('they were asked to wait')).length;
  expect(askedToWait()).toBe(20);
  expect((await town.tally()).maybe).toBe(60);
  for (const person of people) person.press(town.card(), 'Zusage');
  for (let i = 0; i < 60; i += 1) town.officer.say('/amt');
  await town.move('+5m');
  expect(town.countLine()).toContain('80 Personen (80 Zusagen) · 0 Vielleicht');
  expect(told(town.officer)).toBe(0);
  expect(askedToWait()).toBe(20);
});

it('what somebody wrote while the bot was down is worked off by when it was written', async () => {
  town = await Town.open();
  const anna = town.resident('Anna', { started: true });
  anna.start();
  await town.move('+1m');
  await town.restart(async () => {
    for (let i = 1; i <= 40; i += 1) {
      anna.say(`/zusage ${i % 2 === 0 ? 2 : 3}`);
      await town.time.move('+20s', { idle: async () => {} });
    }
    for (let i = 0; i < 10; i += 1) anna.say('/zusage 4');
  });
  await town.move('+1m');
  expect(told(anna)).toBe(0);
  expect(town.countLine()).toContain('4 Personen (1 Zusage)');
});
