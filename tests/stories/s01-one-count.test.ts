import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
beforeEach(async () => {
  town = await Town.open();
});
afterEach(() => town.close());

it('S1: replies from Telegram and by phone make one count, and no name stands on the card', async () => {
  const [amira, ben, cem, dora] = ['Amira', 'Ben', 'Cem', 'Dora'].map((name) => town.resident(name));
  amira!.press(town.card(), 'Zusage');
  await town.settle();
  amira!.press(town.card(), '+1 Person');
  await town.settle();
  amira!.press(town.card(), '+1 Person');
  ben!.press(town.card(), 'Zusage');
  cem!.press(town.card(), 'Zusage');
  dora!.press(town.card(), 'Vielleicht');
  town.officer.say('/erfassen Telefon 4 Frau K.');
  await town.move('+10s');

  expect(town.countLine()).toBe('9 Personen (4 Zusagen) · 1 Vielleicht · 0 Absagen');
  for (const name of ['Amira', 'Ben', 'Cem', 'Dora', 'Frau K.']) expect(town.card().text).not.toContain(name);
  expect(town.lastToast(amira!)).toBe('Danke. Ihre Zusage für 3 Personen ist notiert.');

  town.officer.say('/liste');
  town.officer.say('/amt');
  await town.move('+10s');
  const texts = town.privateTexts(town.officer);
  const list = texts.find((text) => text.includes('5 Rückmeldungen')) ?? '';
  expect(list.replace(/[\u2068\u2069]/g, '').split('\n').slice(1).sort()).toEqual([
    'Amira · Zusage 3 · Telegram · nicht erreichbar',
    'Ben · Zusage 1 · Telegram · nicht erreichbar',
    'Cem · Zusage 1 · Telegram · nicht erreichbar',
    'Dora · Vielleicht · Telegram · nicht erreichbar',
    'Frau K. · Zusage 4 · Telefon',
  ]);
  expect(texts.findLast((text) => text.startsWith('Übersicht'))).toContain('Personen nach Weg: Telegram 5 · Telefon 4');
});

it('S1: a double tap changes nothing', async () => {
  const amira = town.resident('Amira');
  const card = town.card();
  amira.press(card, 'Zusage');
  amira.press(card, 'Zusage');
  await town.move('+10s');
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
  expect(town.lastToast(amira)).toContain('schon notiert');
});
