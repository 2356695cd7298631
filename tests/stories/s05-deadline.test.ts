import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('S5: the last second of the 15th is in time, the first of the 16th is taken and marked; the office gets the count', async () => {
  town = await Town.open({ at: '2018-11-15T23:50:00+01:00' });
  const [early, late] = [town.resident('Früh'), town.resident('Spät', { started: true })];
  await town.move('2018-11-15T23:59:59+01:00');
  early.press(town.card(), 'Zusage');
  await town.settle();
  await town.move('2018-11-16T00:00:00+01:00');
  late.press(town.card(), 'Zusage');
  await town.settle();
  expect((await town.reply(early))?.timeliness).toBe('IN_TIME');
  expect((await town.reply(late))?.timeliness).toBe('LATE');
  expect(town.lastToast(late)).toBe('Danke. Ihre Zusage für 1 Person ist notiert. Ihre Antwort zählt, mit dem Vermerk „nach Frist“.');

  await town.move('2018-11-16T00:04:59+01:00');
  expect(town.privateTexts(town.officer).some((text) => text.includes('Stand:'))).toBe(false);
  await town.move('2018-11-16T00:05:30+01:00');
  expect(town.lastPrivate(town.officer).text).toContain('Stand: 2 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen');
  expect(town.card().text).toContain('Die Rückmeldefrist (15.11.2018) ist vorbei. Ihre Antwort ist weiter willkommen.');
  town.officer.say('/liste');
  await town.move('+5s');
  expect(town.lastPrivate(town.officer).text).toMatch(/Spät.* · Zusage 1 · Telegram · nach Frist/);
});

it('S5: a firm deadline refuses with a human to turn to, in the person’s language, and still takes a no', async () => {
  town = await Town.open({ at: '2018-11-15T23:50:00+01:00', event: { deadlineMode: 'HARD' } });
  const [anna, tom] = [town.resident('Anna'), town.resident('Tom', { language_code: 'en' })];
  const before = town.card();
  // A second before midnight the bot hears from Telegram: nothing is held back.
  await town.move('2018-11-15T23:59:59+01:00');
  anna.press(before, 'Zusage');
  await town.move('2018-11-16T00:00:00+01:00');
  // Tom's screen still shows the card of a second ago.
  tom.press(before, 0, { forge: town.dataOf(before, 'Zusage') });
  anna.press(town.card(), 'Absage');
  await town.settle();
  expect(await town.reply(tom)).toBeNull();
  expect(town.lastToast(tom)).toMatch(/15\/11\/2018/);
  expect(town.lastToast(tom)).toContain('integration@moessingen.de');
  expect((await town.reply(anna))?.answer).toBe('DECLINED');
  await town.move('+10s');
  expect(town.card().buttons).not.toContain('Zusage');
});

it('S5: what the platform held back while we were down over the deadline counts as in time and is marked', async () => {
  town = await Town.open({ at: '2018-11-15T23:45:00+01:00' });
  const [queued, after] = [town.resident('Wartet'), town.resident('Danach')];
  const card = town.card();
  await town.move('2018-11-15T23:50:00+01:00');
  await town.restart(async () => {
    queued.press(card, 'Zusage');
    await town.time.move('2018-11-16T00:10:00+01:00', { idle: async () => {} });
  });
  await town.settle();
  expect((await town.reply(queued))?.timeliness).toBe('DISTURBANCE');
  after.press(card, 'Zusage');
  await town.settle();
  expect((await town.reply(after))?.timeliness).toBe('LATE');
  town.officer.say('/amt');
  await town.move('+10s');
  expect(town.privateTexts(town.officer).some((text) => text.includes('1 während einer Störung eingegangen'))).toBe(true);
});
