import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('S11: a late reply by phone, then the same woman on Telegram: proposed, linked, counted once, and logged', async () => {
  town = await Town.open({ at: '2018-11-19T10:00:00+01:00' });
  const typed = '/erfassen Telefon 2 Frau K.';
  expect(typed.length).toBeLessThan(40);
  town.officer.say(typed);
  await town.move('+10s');
  expect(town.countLine()).toBe('2 Personen (1 Zusage) · 0 Vielleicht · 0 Absagen');
  town.officer.say('/liste');
  await town.move('+5s');
  expect(town.lastPrivate(town.officer).text).toMatch(/Frau K\..* · Zusage 2 · Telefon · nach Frist/);

  const kaya = town.resident('Amira', { last_name: 'Kaya', started: true });
  await town.move('+1h');
  kaya.press(town.card(), 'Zusage');
  await town.move('+10s');
  expect(town.countLine()).toBe('3 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen');

  town.officer.say('/amt');
  await town.move('+5s');
  expect(town.privateTexts(town.officer).some((text) => text.includes('ob es dieselbe Person ist'))).toBe(true);
  expect(town.lastPrivate(town.officer).buttons).toEqual(['Dieselbe Person', 'Zwei Personen']);
  town.officer.press(town.lastPrivate(town.officer), 'Dieselbe Person');
  await town.move('+10s');
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');

  town.officer.say('/verlauf');
  kaya.start();
  kaya.say('/verlauf');
  await town.move('+10s');
  const [office, own] = [town.privateTexts(town.officer).at(-1)!, town.privateTexts(kaya).at(-1)!];
  for (const log of [office, own]) {
    expect(log).toContain('Rückmeldung eingetragen');
    expect(log).toContain('Ina Beauftragte');
    expect(log).toContain('zwei Einträge zusammengeführt');
  }
});
