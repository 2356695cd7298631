import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

const said = (): string => town.lastPrivate(town.officer).text;

async function type(text: string): Promise<string> {
  town.officer.say(text);
  await town.move('+5s');
  return said();
}

it('the office sets when people are reminded of an event, and goes back to the process file', async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  expect((await type('/vorlauf')).split('\n').filter((text) => /^\D*\d: /.test(text))).toHaveLength(3);
  expect(said()).toContain('2: am Tag vorher, 18:00 Uhr · Zusage · einmal in der Gruppe');
  expect(await type('/vorlauf 3 Tage 17:00')).toContain('4: 3 Tage vorher, 17:00 Uhr · Zusage');
  expect(await type('/vorlauf 3 Tage 17:00')).toContain('gibt es schon');
  expect(await type('/vorlauf 4 Tage 11:00')).toContain('schon vorbei');
  expect(await type('/vorlauf zurück')).not.toContain('4: ');
  expect(await town.store.view((records) => records.reminders.leadTimes('auftakt'))).toBe(null);
});

it('own lead times are kept, each once; what was taken away does not come', async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await type('/vorlauf 2 Tage 17:00');
  await type('/vorlauf weg 2');
  const reminded = () => town.privateTexts(anna).filter((text) => text.includes('Wir erinnern Sie')).length;
  await town.move('2018-11-22T16:59:00+01:00');
  expect(reminded()).toBe(0);
  await town.move('2018-11-22T17:01:00+01:00');
  expect(reminded()).toBe(1);
  await town.move('2018-11-23T18:01:00+01:00');
  expect(reminded()).toBe(1);
  // Two hours before stands as it was.
  await town.move('2018-11-24T12:01:00+01:00');
  expect(reminded()).toBe(2);
  expect(await type('/verlauf')).toContain('Erinnerungszeiten geändert');
});

it('taken away and taken back: the process file holds again', async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await type('/vorlauf weg 2');
  expect(said()).not.toContain('am Tag vorher');
  expect(await type('/vorlauf zurück')).toContain('2: am Tag vorher, 18:00 Uhr');
  await town.move('2018-11-23T18:01:00+01:00');
  expect(town.privateTexts(anna).filter((text) => text.includes('Wir erinnern Sie'))).toHaveLength(1);
});

it('what cannot be is refused with its remedy, and only the office may', async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00', event: { deadlineAt: null } });
  expect(await type('/vorlauf morgen')).toContain('/vorlauf 3 Tage 18:00');
  expect(await type('/vorlauf Frist 2 Tage 18:00')).toContain('keine Rückmeldefrist');
  expect(await type('/vorlauf weg 9')).toContain('nicht auf der Liste');
  expect(await type('/vorlauf 1 Tag 18:00')).toContain('gibt es schon');
  expect(await type('/vorlauf 30 Tage 18:00')).toContain('schon vorbei');
  for (const hours of [3, 4, 5]) await type(`/vorlauf ${hours} Stunden`);
  expect(await type('/vorlauf 6 Stunden')).toContain('Mehr als 6 Erinnerungen');
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/vorlauf 2 Tage 18:00');
  await town.move('+5s');
  expect(town.lastPrivate(anna).text).not.toContain('Vorher');
  expect(await town.store.view((records) => records.reminders.leadTimes('auftakt'))).toMatchObject({ rules: { length: 6 } });
});
