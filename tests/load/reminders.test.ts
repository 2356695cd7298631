import { afterEach, expect, it } from 'vitest';
import { durations, instant } from '../../src/kernel/time.ts';
import { Town } from '../support/town.ts';
import { claimTimes, storeReminders } from './fill.ts';

const PEOPLE = 240;
const STORED = 48_000;
/** Telegram's limit for all chats together. */
const PER_SECOND = 30;

/** ms this process was given: what else the machine has to do does not count. */
const processorTime = (): number => process.cpuUsage().user / 1_000 + process.cpuUsage().system / 1_000;

let town: Town;
afterEach(() => town.close());

it('of 48,000 stored reminders 240 fall due at once: they go out at the limit, none is refused, and nobody who writes or presses waits for them', { timeout: 180_000 }, async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00' });
  const people = Array.from({ length: PEOPLE }, (_, i) => town.telegram.user({ first_name: `Person${i}`, language_code: 'de', started: true }));
  const [presser, curious] = [town.resident('Drückt'), town.resident('Fragt', { started: true })];
  const soon = instant(town.now + durations.minute);
  await storeReminders(town.store, people.map(({ id }) => id), { each: STORED / PEOPLE, now: town.now, soon, within: 0 });
  // The quickest of twenty: a busy machine only makes them slower.
  const claim = Math.min(...(await claimTimes(town.store, soon, processorTime)));
  town.bot.ring();
  await town.move('+63s');

  const reminders = () => town.telegram.calls('sendMessage').filter(({ params }) => String(params['text']).includes('Wir erinnern Sie'));
  const after = reminders().length;
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThan(PEOPLE / 2);
  const { now } = town;
  curious.say('/hilfe');
  presser.press(town.card(), 'Zusage');
  await town.move('+2s');
  const since = town.telegram.calls().filter(({ at }) => at >= now);
  expect(since.some(({ method, params }) => method === 'sendMessage' && params['chat_id'] === curious.id)).toBe(true);
  expect(since.some(({ method, params }) => method === 'editMessageText' && params['chat_id'] === town.group.id)).toBe(true);

  await town.moveUntil(() => reminders().length === PEOPLE, '2018-11-20T12:02:00+01:00');
  const all = town.telegram.sendsAndEdits(undefined, soon);
  const perSecond = ((all.length - 1) / (all.at(-1)!.at - all[0]!.at)) * durations.second;
  console.log(`${all.length} sends and edits at ${perSecond.toFixed(2)} a second; claim ${claim.toFixed(1)} ms`);
  expect(new Set(reminders().map(({ params }) => params['chat_id'])).size).toBe(PEOPLE);
  expect(perSecond).toBeGreaterThanOrEqual(0.98 * PER_SECOND);
  expect(claim).toBeLessThanOrEqual(20);
});
