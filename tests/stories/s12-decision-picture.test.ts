import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';
import { Town } from '../support/town.ts';

let town: Town;
let room: Room;
let lena: Person;
let amira: Person;
let boris: Person;
let outsider: Person;

const bare = (text: string): string => text.replaceAll(/[\u2060\u2066-\u2069]/gu, '');
const photos = (where: Person | Room): ScreenMessage[] => town.telegram.screen(where).filter(({ photo }) => photo !== undefined);
const has = (person: Person, button: string): ScreenMessage => town.telegram.screen(person).findLast(({ own, buttons }) => own && buttons.includes(button))!;
const tables = (person: Person): string[] => town.telegram.screen(person).flatMap(({ document }) => (document?.filename.endsWith('.csv') === true ? [new TextDecoder().decode(document.bytes)] : []));

async function says(person: Person, words: string, where?: Room): Promise<void> {
  if (where === undefined) person.say(words);
  else person.say(where, words);
  await town.move('+8s');
}

async function presses(person: Person, label: string): Promise<void> {
  person.press(has(person, label), label);
  await town.move('+5s');
}

beforeEach(async () => {
  town = await Town.open({ at: '2019-05-02T12:00:00+02:00' });
  room = town.telegram.supergroup({ title: 'AG Wohnen', members: [town.officer] });
  [lena, amira, boris, outsider] = ['Lena', 'Amira', 'Boris', 'Fremd'].map((first_name) => {
    const person = town.telegram.user({ first_name, language_code: 'de' });
    room.admit(person);
    person.start();
    return person;
  }) as [Person, Person, Person, Person];
  await says(town.officer, '/ag neu AG Wohnen');
  await says(town.officer, '/hier ag-wohnen', room);
  for (const person of [lena, amira, boris]) await says(person, '/ag beitreten AG Wohnen');
  await says(town.officer, '/ag leitung AG Wohnen Lena');
});
afterEach(() => town.close());

/** Amira and Boris vote for the Rathaus, Lena for the Bürgerhaus. */
async function voted(...rules: readonly string[]): Promise<void> {
  await says(lena, '/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus');
  for (const label of [...rules, 'Abstimmung öffnen']) await presses(lena, label);
  for (const [person, label] of [[amira, 'A: Rathaus'], [boris, 'A: Rathaus'], [lena, 'B: Bürgerhaus']] as const) {
    await says(person, '/abstimmungen');
    await presses(person, label);
  }
}

const OUTCOME = [
  'Abstimmung: Wo treffen wir uns?',
  'AG Wohnen',
  'Beschlossen ist „Rathaus“: A 2, B 1.',
  '3 von 3 haben abgestimmt, davon 0 mit Enthaltung.',
  'A: Rathaus · 2 Stimmen · beschlossen',
  'B: Bürgerhaus · 1 Stimme',
].join('\n');

it('what came out of a secret vote is there to look at, in sums and in words; before the end for nobody', async () => {
  await voted('Geheim abstimmen');
  for (const person of [amira, lena]) {
    await says(person, '/abstimmungen Bild');
    expect([photos(person), bare(town.privateTexts(person).at(-1)!)]).toEqual([[], 'Es gibt noch kein Abstimmungsergebnis.']);
  }
  await says(lena, '/abstimmungen Tabelle');
  await says(town.officer, '/liste abstimmungen');
  expect([tables(lena), tables(town.officer)]).toEqual([[], []]);

  await presses(lena, 'Abstimmung beenden');
  await says(amira, '/abstimmungen Bild');
  const [seen, ...more] = photos(amira);
  expect([bare(seen!.text), more]).toEqual([OUTCOME, []]);
  expect([...seen!.photo!.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  // The same by a button: on one's own card, and on that of whoever leads.
  for (const person of [amira, lena]) {
    await presses(person, 'Als Bild');
    expect([town.lastToast(person), bare(photos(person).at(-1)!.text)]).toEqual(['Das Bild kommt hier im Chat.', OUTCOME]);
  }
  // The group sees it too; who does not belong to it, and another group, do not.
  await says(boris, '/abstimmungen Bild', room);
  expect(photos(room).map(({ text }) => bare(text))).toEqual([OUTCOME]);
  town.group.admit(amira);
  await says(amira, '/abstimmungen Bild', town.group);
  await says(outsider, '/abstimmungen Bild');
  expect([photos(town.group), photos(outsider)]).toEqual([[], []]);

  // The office's page of it: sums, and nobody's name.
  await says(town.officer, '/liste abstimmungen');
  expect(tables(town.officer).map(bare)).toEqual([[
    '"Möglichkeit oder Person";"Zahl";"in Worten"',
    '"A: Rathaus";2;"2 Stimmen"',
    '"B: Bürgerhaus";1;"1 Stimme"',
    '"Stimmberechtigt";3;',
    '"Abgestimmt";3;',
    '"Enthaltung";0;',
    '"Ergebnis";;"Beschlossen ist „Rathaus“: Rathaus 2, Bürgerhaus 1."',
    '"Datum";;"2019-05-02"',
    '',
  ].join('\r\n')]);
  await says(town.officer, '/verlauf');
  expect(bare(town.lastPrivate(town.officer).text)).toContain('Liste gelesen');
});

it('a correction stands beside the outcome in picture and table; of an open vote the table says who chose what, the picture does not', async () => {
  await voted();
  await presses(lena, 'Abstimmung beenden');
  await presses(lena, 'Anmerkung schreiben');
  await says(lena, 'Am Donnerstag ist das Rathaus zu.');
  await says(boris, '/abstimmungen Bild');
  expect(bare(photos(boris).at(-1)!.text)).toBe(`${OUTCOME}\nAnmerkung vom Donnerstag, 2. Mai 2019, Lena: Am Donnerstag ist das Rathaus zu.`);
  await says(lena, '/abstimmungen Tabelle');
  expect(bare(tables(lena)[0]!).split('\r\n').slice(8)).toEqual(['"Anmerkung";;"Am Donnerstag ist das Rathaus zu."', '"Amira";;"Rathaus"', '"Boris";;"Rathaus"', '"Lena";;"Bürgerhaus"', '']);
  await says(boris, '/abstimmungen Tabelle');
  await says(lena, '/abstimmungen Tabelle', room);
  expect([tables(boris), town.telegram.screen(room).some(({ document }) => document !== undefined)]).toEqual([[], false]);
});
