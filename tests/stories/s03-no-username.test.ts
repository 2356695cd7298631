import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
beforeEach(async () => {
  town = await Town.open();
});
afterEach(() => town.close());

it('S3: an id beyond 2³², an Arabic first name only, no username, no language: the tap counts', async () => {
  const amal = town.resident('أمل', { id: 7_123_456_789 });
  const namesake = town.resident('أمل', { id: 7_123_456_790 });
  amal.press(town.card(), 'Zusage');
  namesake.press(town.card(), 'Vielleicht');
  await town.move('+10s');
  expect(town.lastToast(amal)).toBe('Danke. Ihre Zusage für 1 Person ist notiert.');
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 1 Vielleicht · 0 Absagen');

  town.officer.say('/liste');
  town.officer.say('/amt');
  await town.move('+5s');
  const [list, board] = [/2 Rückmeldungen/, /^Übersicht/].map((like) => town.privateTexts(town.officer).findLast((text) => like.test(text)) ?? '');
  expect(list).toContain('\u2068أمل\u2069 · Zusage 1 · Telegram · nicht erreichbar');
  expect(board).toContain('2 nicht erreichbar');

  amal.start();
  await town.move('+5s');
  town.officer.say('/amt');
  await town.move('+5s');
  expect(town.privateTexts(town.officer).at(-1)).toContain('1 nicht erreichbar');
  expect(town.lastPrivate(amal).text).toContain('Ihre Antwort: Zusage für 1 Person');
});
