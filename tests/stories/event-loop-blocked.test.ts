import { afterEach, expect, it } from 'vitest';
import { durations, instant } from '../../src/kernel/time.ts';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

/** Nothing runs for so long, no timer and no answer; then everything that is due wakes at once, late. */
function block(ms: number): void {
  const { clock } = town.time;
  Reflect.set(clock, 'base', instant(clock.now() + ms));
  clock.at(clock.now(), () => {});
}

it('the event loop stands still for ninety seconds over a reminder: the bells catch up, nothing is lost or doubled', async () => {
  town = await Town.open({ at: '2018-11-22T09:00:00+01:00' });
  const [anna, ben] = ['Anna', 'Ben'].map((name) => town.resident(name, { started: true })) as [Person, Person];
  for (const person of [anna, ben]) {
    person.start();
    person.say('/zusage');
  }
  await town.move('2018-11-23T17:59:30+01:00');
  const reminders = (chat: Person | Room): number => town.telegram.screen(chat).filter(({ own, text }) => own && /Wir erinnern|Zur Erinnerung/.test(text)).length;
  const all = (): number[] => [reminders(anna), reminders(ben), reminders(town.group)];
  expect(all()).toEqual([0, 0, 0]);

  const card = town.card();
  block(90 * durations.second);
  const presses = [ben.press(card, 'Absage'), ben.press(card, 'Vielleicht')];
  for (let bell = 0; bell < 5; bell += 1) town.bot.ring();
  await town.settle();
  expect(presses.map(({ answer }) => answer === undefined)).toEqual([false, false]);
  for (let seconds = 0; seconds < 60; seconds += 5) {
    await town.move('+5s');
    town.bot.ring();
  }
  expect(await town.reply(ben)).toMatchObject({ answer: 'MAYBE' });
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 1 Vielleicht · 0 Absagen');
  expect(all()).toEqual([1, reminders(ben), 1]);
  expect(reminders(ben)).toBeLessThanOrEqual(1);
  const sent = town.telegram.calls('sendMessage').filter(({ at }) => at >= Date.parse('2018-11-23T18:00:00+01:00'));
  // Handed over within seconds of waking.
  expect(Math.max(...sent.map(({ at }) => at))).toBeLessThan(Date.parse('2018-11-23T18:01:15+01:00'));
}, 90_000);
