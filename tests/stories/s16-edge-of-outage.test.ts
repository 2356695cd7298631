import { afterEach, expect, it } from 'vitest';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('S16: a question that was asked before the line broke, and answered, does not use up a second try', async () => {
  town = await Town.open({ at: '2018-11-22T09:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('2018-11-23T17:59:50+01:00');
  const reminders = (chat: Person | Room): number => town.telegram.screen(chat).filter(({ own, text }) => own && text.includes('kommt verspätet')).length;
  const tries = (): number => town.telegram.calls('sendMessage').filter(({ fault }) => fault !== undefined).length;
  const mute = town.telegram.fault({ kind: '502-html', times: Infinity });
  await town.time.move('2018-11-23T18:00:03+01:00', town.bot);
  expect(tries()).toBe(2);
  // The call that has been waiting for news since before is answered; the next one meets the outage.
  const away = town.telegram.fault({ kind: '502-html', method: 'getUpdates', times: Infinity });
  anna.press(town.card(), 'Zusage');
  await town.telegram.waitFor(() => away.hits() > 0);
  await town.time.move('2018-11-23T18:20:00+01:00', town.bot);
  expect(tries()).toBe(2);
  for (const fault of [mute, away]) fault.cancel();
  town.officer.say('/amt');
  await town.move('+1m');
  town.officer.say('/amt');
  await town.move('+5m');
  expect([reminders(anna), reminders(town.group)]).toEqual([1, 1]);
}, 90_000);
