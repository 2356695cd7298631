import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('before the deadline only those are asked who said perhaps or opened the bot and did not answer', async () => {
  town = await Town.open({ at: '2018-11-12T12:00:00+01:00' });
  const [yes, perhaps, silent, never] = [town.resident('Ja', { started: true }), town.resident('Vielleicht', { started: true }), town.resident('Still', { started: true, language_code: 'en' }), town.resident('Nie')];
  for (const person of [yes, perhaps, silent]) person.start();
  yes.say('/zusage');
  perhaps.say('/vielleicht');
  never.press(town.card(), 'Vielleicht');
  await town.move('2018-11-13T18:01:00+01:00');
  const asked = (person: typeof yes) => town.privateTexts(person).filter((text) => /Kommen Sie\?|Wissen Sie schon mehr\?|Are you coming\?/.test(text)).length;
  expect([yes, perhaps, silent].map(asked)).toEqual([0, 1, 1]);
  expect(town.lastPrivate(silent).text).toContain('Are you coming?');
  silent.press(town.lastPrivate(silent), 'Yes');
  await town.move('+10s');
  expect(await town.reply(silent)).toMatchObject({ answer: 'ATTENDING' });
  expect(town.lastPrivate(silent).text).toContain('Your answer');
});

it('the group gets one reminder, as a reply to the card, and a thank-you comes the morning after', async () => {
  town = await Town.open({ at: '2018-11-22T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('2018-11-24T13:00:00+01:00');
  const said = town.telegram.screen(town.group).filter(({ own, text }) => own && text.startsWith('Zur Erinnerung'));
  expect(said).toHaveLength(1);
  expect(said[0]?.replyTo).toBe(town.card().id);
  await town.move('2018-11-25T10:01:00+01:00');
  expect(town.privateTexts(anna).filter((text) => text.includes('Vielen Dank, dass Sie'))).toHaveLength(1);
  expect(town.lastPrivate(anna).text).toContain('So geht es weiter: Arbeit im Steuerungskreis und in den Arbeitsgruppen: 24.11.2018 bis Herbst 2019.');
});

it('who does not want to be reminded is not; quiet hours are kept', async () => {
  town = await Town.open({ at: '2018-11-22T12:00:00+01:00' });
  const [off, early] = [town.resident('Aus', { started: true }), town.resident('Früh', { started: true })];
  for (const person of [off, early]) {
    person.start();
    person.say('/zusage');
  }
  off.say('/erinnerung');
  early.say('/ruhe 17-9');
  await town.move('+10s');
  off.press(town.lastPrivate(off), 'Veranstaltung: nein');
  await town.move('2018-11-23T18:30:00+01:00');
  const reminded = (person: typeof off) => town.privateTexts(person).filter((text) => text.includes('Wir erinnern Sie')).length;
  expect([off, early].map(reminded)).toEqual([0, 0]);
  await town.move('2018-11-24T09:00:30+01:00');
  expect([off, early].map(reminded)).toEqual([0, 1]);
});

it('a moved event is reminded of at its new time only', async () => {
  town = await Town.open({ at: '2018-11-20T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  town.officer.say('/verschieben 1.12.2018 14:00-18:30');
  await town.move('+5s');
  town.officer.press(town.lastPrivate(town.officer), 'Ja');
  await town.move('2018-11-30T17:59:00+01:00');
  const reminded = () => town.privateTexts(anna).filter((text) => text.includes('Wir erinnern Sie')).length;
  expect(reminded()).toBe(0);
  await town.move('2018-11-30T18:01:00+01:00');
  expect(reminded()).toBe(1);
});
