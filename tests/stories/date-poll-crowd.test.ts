import { afterEach, expect, it } from 'vitest';
import type { Person } from '../support/telegram/person.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

const MEMBERS = 200;

it('two hundred members vote within a minute: every press is answered, no flood, the card is true ten seconds later', async () => {
  town = await Town.open({ at: '2019-05-02T12:00:00+02:00' });
  const room = town.telegram.supergroup({ title: 'AG Wohnen', members: [town.officer] });
  const members: Person[] = [];
  for (let index = 0; index < MEMBERS; index += 1) {
    const person = town.telegram.user({ first_name: `Person${index}`, language_code: 'de' });
    room.admit(person);
    person.start();
    members.push(person);
  }
  town.officer.say('/ag neu AG Wohnen');
  await town.move('+60s');
  town.officer.say(room, '/hier ag-wohnen');
  await town.store.transact(async ({ groups, people }) => {
    for (const [index, { id }] of members.entries()) {
      const { personId } = (await people.identity('telegram', String(id)))!;
      groups.putMembership({ groupKey: 'ag-wohnen', personId, role: index === 0 ? 'LEADER' : 'MEMBER', sector: null, standing: 'MEMBER', channel: 'TELEGRAM', enteredBy: null, since: town.now });
    }
  });
  const [lena] = members as [Person];
  lena.say('/terminumfrage Zweites Treffen: Di 28.5. 19-21, Do 6.6. 19-21');
  await town.move('+5s');
  lena.press(town.lastPrivate(lena), 'Umfrage öffnen');
  await town.move('+10s');
  const card = (): ScreenMessage => town.telegram.screen(room).findLast(({ own, text }) => own && text.startsWith('Terminumfrage'))!;
  for (const person of members) person.press(card(), 'Abstimmen');
  await town.move('+90s');

  const before = town.telegram.sendsAndEdits(room).length;
  const begun = town.now;
  for (const [index, person] of members.entries()) {
    const at = begun + Math.floor((index / MEMBERS) * 60_000);
    if (at > town.now) await town.time.move(new Date(at).toISOString(), town.bot, town.telegram);
    const grid = town.telegram.screen(person).findLast(({ own, buttons }) => own && buttons.includes('B: Ja'))!;
    person.press(grid, index % 4 === 0 ? 'A: Nein' : 'A: Ja');
    person.press(grid, index % 2 === 0 ? 'B: Ja' : 'B: Zur Not');
    if (index % 10 === 0) person.press(grid, 'B: Ja');
  }
  await town.move('+10s');
  expect(town.now - begun).toBeLessThanOrEqual(70_000);
  const lines = card().text.split('\n');
  expect(lines.find((line) => line.includes('A: '))).toContain('150 Ja, 0 Zur Not, 50 Nein');
  expect(lines.find((line) => line.includes('B: '))).toContain('100 Ja, 100 Zur Not, 0 Nein · zurzeit der beste Termin');
  expect(card().text).toContain('200 von 200 haben geantwortet.');
  expect(town.telegram.presses.filter(({ answer }) => answer === undefined)).toEqual([]);
  expect(town.telegram.floods).toEqual([]);
  expect(town.telegram.sendsAndEdits(room).length - before).toBeLessThanOrEqual(24);
}, 300_000);
