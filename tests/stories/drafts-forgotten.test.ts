import { afterEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

it('a date poll and a decision that nobody opened are gone after thirty days, with all that belongs to them; what was opened stays', async () => {
  town = await Town.open({ at: '2019-05-02T12:00:00+02:00' });
  const lena = town.telegram.user({ first_name: 'Lena', language_code: 'de' });
  lena.start();
  lena.say('/ag beitreten AG Wohnen');
  await town.move('+10s');
  town.officer.say('/ag leitung AG Wohnen Lena');
  await town.move('+10s');
  const says = async (words: string, ...labels: readonly string[]): Promise<void> => {
    lena.say(words);
    await town.move('+5s');
    for (const label of labels) {
      lena.press(town.telegram.screen(lena).findLast(({ own, buttons }) => own && buttons.includes(label))!, label);
      await town.move('+5s');
    }
  };
  await says('/terminumfrage Offene: Di 28.5. 19-21, Do 6.6. 19-21', 'Umfrage öffnen');
  await says('/abstimmung Offene? Ja; Nein', 'Abstimmung öffnen');
  await says('/terminumfrage Entwurf: Di 28.5. 19-21, Do 6.6. 19-21');
  await says('/abstimmung Entwurf? Ja; Nein');
  const found = () => town.store.view(async ({ polls, decisions }) => {
    const [dates, votes] = [await polls.pollsOf('ag-wohnen'), await decisions.decisionsOf('ag-wohnen')];
    const slots = await Promise.all(dates.map(async ({ id }) => (await polls.slots(id)).length));
    return [...dates.map(({ title }) => title), ...votes.map(({ question }) => question), slots];
  });
  const [poll] = await town.store.view(({ polls }) => polls.pollsOf('ag-wohnen'));
  await town.move('2019-06-01T11:50:00+02:00');
  expect(await found()).toEqual(['Entwurf', 'Offene', 'Entwurf?', 'Offene?', [2, 2]]);
  await town.move('2019-06-01T12:10:00+02:00');
  expect(await found()).toEqual(['Offene', 'Offene?', [2]]);
  expect(await town.store.view(({ polls }) => polls.slots(poll!.id))).toEqual([]);
});
