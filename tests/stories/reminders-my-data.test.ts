import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('/meine_daten shows and exports what somebody was and is to be reminded of, and what they chose', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  anna.say('/ruhe 21-9');
  await town.move('2018-11-23T18:05:00+01:00');
  anna.say('/erinnerung');
  await town.move('+5s');
  anna.press(town.lastPrivate(anna), 'Dank: nein');
  await town.move('+5s');
  anna.say('/meine_daten');
  await town.move('+10s');
  const shown = town.privateTexts(anna).findLast((text) => text.includes('Das ist über Sie gespeichert'))!;
  expect(shown).toContain('Erinnerung an „Zusammenleben in Mössingen“, 23.11.2018, 18:00 Uhr: geschickt');
  expect(shown).toContain('Erinnerung an „Zusammenleben in Mössingen“, 24.11.2018, 12:00 Uhr: geplant');
  expect(shown).toContain('Ruhezeit: 21:00 bis 09:00 Uhr');
  expect(shown).toContain('Abbestellte Erinnerung: Dank danach');
  // No thank-you is planned: it was switched off.
  expect(shown).not.toContain('25.11.2018');
  const file = town.telegram.screen(anna).findLast(({ document }) => document !== undefined)!.document!;
  expect(JSON.parse(new TextDecoder().decode(file.bytes))).toMatchObject({
    reminders: {
      switchedOff: ['THANKS'],
      quietFrom: '21:00',
      messages: [
        { event: 'auftakt', about: 'EVENT', state: 'sent', at: '2018-11-23T17:00:00.000Z', late: false },
        { event: 'auftakt', about: 'EVENT', state: 'planned', at: '2018-11-24T11:00:00.000Z', late: false },
      ],
    },
  });
});

it('who said no has nothing planned', async () => {
  town = await Town.open({ at: '2018-11-23T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/absage');
  anna.say('/meine_daten');
  await town.move('+10s');
  expect(town.privateTexts(anna).some((text) => text.includes('Erinnerung an'))).toBe(false);
});
