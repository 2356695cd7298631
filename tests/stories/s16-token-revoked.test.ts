import { afterEach, expect, it } from 'vitest';
import { RealTown } from '../support/kill-run.ts';
import { Town } from '../support/town.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const town of open.splice(0)) await town.close();
});

it('S16: the token is revoked and a new one set after an hour: what waited counts as in time, the card is right, the office is told once', async () => {
  const town = await Town.open({ at: '2018-11-15T23:40:00+01:00' });
  open.push(town);
  const anna = town.resident('Anna', { started: true });
  anna.start();
  await town.move('+10s');
  const card = town.card();
  town.telegram.revoke();
  anna.press(card, 'Zusage');
  await town.bot.stop();
  await town.restart(async () => town.time.move('+1h', { idle: async () => {} }));
  await town.move('+1m');
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
  // The deadline (23:59:59) passed while nobody could ask Telegram.
  expect(await town.reply(anna)).toMatchObject({ answer: 'ATTENDING', timeliness: 'DISTURBANCE' });
  await town.move('+30m');
  const told = town.privateTexts(town.officer).filter((text) => text.includes('haben wir von Telegram nichts gehört'));
  expect(told).toEqual([expect.stringContaining('Von 15.11.2018, 23:40 bis 16.11.2018, 00:40')]);
});

it('S16: with Telegram alone a revoked token ends the process with 78; started with the new one it goes on where it was', async () => {
  const town = await RealTown.open();
  open.push(town);
  const { telegram } = town;
  const people = Array.from({ length: 4 }, (_, i) => telegram.user({ first_name: `Person${i}` }));
  for (const person of people) town.group.admit(person);
  const { card } = town;
  people[0]!.press(card, 'Zusage');
  await telegram.waitFor(() => town.card.text.includes('1 Person (1 Zusage)'), { timeoutMs: 15_000 });
  telegram.revoke();
  expect(await town.run.exited).toBe(78);
  expect(town.run.err.trim().split('\n').at(-1)).toContain('TELEGRAM_BOT_TOKEN');
  for (const person of people.slice(1)) person.press(card, 'Zusage');
  town.start();
  await telegram.waitFor(() => town.card.text.includes('4 Personen (4 Zusagen)'), { timeoutMs: 30_000 });
  expect(await town.run.kill('SIGTERM').exited).toBe(0);
  expect(await town.read((reader) => town.lost(reader))).toEqual([]);
  expect(telegram.violations).toEqual([]);
});
