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

const bare = (text: string): string => text.replaceAll(/[\u2060\u2066-\u2069]/gu, '');
const photos = (where: Person | Room): ScreenMessage[] => town.telegram.screen(where).filter(({ photo }) => photo !== undefined);
const grid = (person: Person): ScreenMessage => town.telegram.screen(person).findLast(({ own, buttons }) => own && buttons.includes('B: Ja'))!;
const desk = (): ScreenMessage => town.telegram.screen(lena).findLast(({ own, text, photo }) => own && photo === undefined && /^Terminumfrage.*\nAG Wohnen\n/u.test(text))!;
const said = (): string => bare(town.privateTexts(amira).at(-1) ?? '');
const NAMES = /Lena|Amira|Boris|Krämer/u;

beforeEach(async () => {
  town = await Town.open({ at: '2019-05-02T12:00:00+02:00' });
  room = town.telegram.supergroup({ title: 'AG Wohnen', members: [town.officer] });
  [lena, amira, boris] = ['Lena', 'Amira', 'Boris'].map((first_name) => {
    const person = town.telegram.user({ first_name, language_code: 'de' });
    room.admit(person);
    person.start();
    return person;
  }) as [Person, Person, Person];
  town.officer.say('/ag neu AG Wohnen');
  await town.move('+5s');
  town.officer.say(room, '/hier ag-wohnen');
  await town.move('+5s');
  for (const person of [lena, amira]) {
    person.say('/ag beitreten AG Wohnen');
    await town.move('+3s');
  }
  town.officer.say('/ag leitung AG Wohnen Lena');
  await town.move('+5s');
  lena.say('/ag eintragen AG Wohnen Frau Krämer');
  await town.move('+5s');
  lena.say('/terminumfrage Zweites Treffen: Di 28.5. 19-21, Do 6.6. 19-21');
  await town.move('+5s');
});
afterEach(() => town.close());

/** Amira can come to both, Lena to the second only; Frau Krämer said on the phone that she can come to the second. */
async function opened(): Promise<void> {
  lena.press(desk(), 'Umfrage öffnen');
  await town.move('+10s');
  for (const person of [amira, lena]) {
    person.say('/umfragen');
    await town.move('+10s');
  }
  for (const [person, label] of [[amira, 'A: Ja'], [amira, 'B: Ja'], [lena, 'A: Nein'], [lena, 'B: Ja']] as const) {
    person.press(grid(person), label);
    await town.move('+5s');
  }
  lena.press(desk(), 'Für jemanden eintragen');
  await town.move('+5s');
  lena.press(desk(), 'Frau Krämer');
  await town.move('+5s');
  lena.press(grid(lena), 'B: Zur Not');
  await town.move('+5s');
  lena.press(desk(), 'Zurück');
  await town.move('+10s');
}

it('a member asks for the picture and gets it with the same in words; others’ names are not in it', async () => {
  await opened();
  amira.press(grid(amira), 'Als Bild');
  await town.move('+5s');
  expect(town.lastToast(amira)).toBe('Das Bild kommt hier im Chat.');
  const [seen, ...more] = photos(amira);
  expect(more).toEqual([]);
  expect(bare(seen!.text)).toBe([
    'Terminumfrage: Zweites Treffen',
    'AG Wohnen',
    'A: Di., 28.5., 19:00–21:00 Uhr · 1 Ja, 0 Zur Not, 1 Nein',
    'B: Do., 6.6., 19:00–21:00 Uhr · 2 Ja, 1 Zur Not, 0 Nein · zurzeit der beste Termin',
    '3 von 3 haben geantwortet.',
    'Ihre Antworten: A Ja, B Ja',
  ].join('\n'));
  expect([...seen!.photo!.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  expect(seen!.photo!.bytes.readUInt32BE(16)).toBe(600);

  // Whoever leads sees who said what, those by phone marked.
  lena.press(desk(), 'Als Bild');
  await town.move('+5s');
  expect(bare(photos(lena).at(-1)!.text).split('\n').slice(-3)).toEqual(['Lena: A Nein, B Ja', 'Amira: A Ja, B Ja', 'Frau Krämer (Telefon): B Zur Not']);

  // A group sees numbers and no names.
  amira.say(room, '/umfragen Bild');
  await town.move('+10s');
  expect(photos(room)).toHaveLength(1);
  expect(bare(photos(room)[0]!.text)).toContain('2 Ja, 1 Zur Not, 0 Nein');
  expect(photos(room)[0]!.text).not.toMatch(NAMES);
  // Nothing of it stays behind.
  expect(await town.store.view(({ kernel }) => kernel.pendingOutbox(10, 0))).toEqual([]);
});

it('in another group, and for whoever does not belong to it, there is no picture', async () => {
  await opened();
  town.group.admit(amira);
  amira.say(town.group, '/umfragen Bild');
  boris.say('/umfragen Bild');
  await town.move('+15s');
  expect(photos(town.group)).toEqual([]);
  expect(photos(boris)).toEqual([]);
  expect(town.privateTexts(boris).map(bare)).toContain('Für Sie ist keine Umfrage offen.');
});

it('what is hidden until the end is hidden in the picture as well, but not from whoever leads', async () => {
  lena.press(desk(), 'Ergebnisse erst am Ende');
  await town.move('+5s');
  await opened();
  amira.say('/umfragen Bild');
  amira.say(room, '/umfragen Bild');
  await town.move('+10s');
  expect([photos(amira), photos(room)]).toEqual([[], []]);
  expect(said()).toContain('Die Ergebnisse stehen hier, wenn die Umfrage zu Ende ist.');
  lena.say('/umfragen Bild');
  await town.move('+10s');
  expect(photos(lena)).toHaveLength(1);
  lena.press(desk(), 'Umfrage beenden');
  await town.move('+10s');
  amira.say('/umfragen Bild');
  await town.move('+10s');
  expect(photos(amira)).toHaveLength(1);
});

it('a picture that may have arrived is not sent twice; one that surely has not is sent again', async () => {
  await opened();
  const lost = town.telegram.fault({ kind: 'reset-after', method: 'sendPhoto' });
  amira.say('/umfragen Bild');
  await town.move('+2m');
  expect([lost.hits(), photos(amira).length, town.telegram.calls('sendPhoto').length]).toEqual([1, 1, 1]);
  const busy = town.telegram.fault({ kind: '429', method: 'sendPhoto', retryAfter: 5 });
  amira.say('/umfragen Bild');
  await town.move('+2m');
  expect([busy.hits(), photos(amira).length, town.telegram.calls('sendPhoto').length]).toEqual([1, 2, 3]);
});

it('the office has the poll as a table, and so has whoever leads; nobody else', async () => {
  await opened();
  const table = (person: Person): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(town.telegram.screen(person).findLast(({ document }) => document?.filename.endsWith('.csv') === true)?.document?.bytes);
  const wanted = [
    '"Name";"A: 2019-05-28 19:00–21:00";"B: 2019-06-06 19:00–21:00";"Weg"',
    '"Lena";"Nein";"Ja";',
    '"Amira";"Ja";"Ja";',
    '"Frau Krämer";;"Zur Not";"Telefon"',
    '"Ja";1;2;',
    '"Zur Not";0;1;',
    '"Nein";1;0;',
    '',
  ].join('\r\n');
  town.officer.say('/liste umfragen');
  await town.move('+5s');
  expect(table(town.officer)).toBe(`\uFEFF${wanted}`);
  expect(bare(town.lastPrivate(town.officer).text)).toBe('Terminumfrage: Zweites Treffen');
  town.officer.say('/verlauf');
  await town.move('+5s');
  expect(bare(town.lastPrivate(town.officer).text)).toContain('Liste gelesen');
  lena.say('/umfragen Tabelle');
  await town.move('+5s');
  expect(table(lena)).toBe(`\uFEFF${wanted}`);
  for (const word of ['/umfragen Tabelle', '/liste umfragen']) {
    amira.say(word);
    await town.move('+5s');
  }
  expect(table(amira)).toBe('');
});
