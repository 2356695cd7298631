import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
beforeEach(async () => {
  town = await Town.open();
}, 90_000);
afterEach(() => town.close());

it('S16: Telegram away for two hours: the office works on, and afterwards the card shows what is true', async () => {
  const anna = town.resident('Anna', { started: true });
  anna.start();
  await town.move('+10s');
  const mute = town.telegram.fault({ kind: '502-html', times: 1_000_000 });
  const away = town.telegram.fault({ kind: '502-html', method: 'getUpdates', times: 1_000_000 });
  const card = town.card();
  // The call that was waiting when the line broke is the last that hears anything.
  anna.press(card, 'Vielleicht');
  await town.telegram.waitFor(() => away.hits() > 0);
  // What people do meanwhile waits at Telegram.
  anna.press(card, 'Zusage');
  for (let hour = 0; hour < 2; hour += 1) await town.time.move('+1h', town.bot);
  expect(town.countLine()).toBe('0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen');
  mute.cancel();
  away.cancel();
  await town.move('+6m');
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
  const told = town.privateTexts(town.officer).filter((text) => text.includes('haben wir von Telegram nichts gehört'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Von 22.10.2018, 09:00 bis 22.10.2018, 11:0');
  // The press is long forgotten by Telegram, the answer to it too; the reply counts.
  expect(await town.reply(anna)).toMatchObject({ answer: 'ATTENDING', timeliness: 'IN_TIME' });
}, 90_000);
