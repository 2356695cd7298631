import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Event } from '../../src/events/records.ts';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';
import { Town } from '../support/town.ts';

let town: Town;
let lena: Person;
let office: Person;
let others: Person[];
let room: Room;
let outsider: Person;

const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');
/** The leader's card names the group, a person's own card does not. */
const desk = (): ScreenMessage => town.telegram.screen(lena).findLast(({ own, text }) => own && /^Terminumfrage.*\nAG Wohnen\n/u.test(text))!;
const grid = (person: Person): ScreenMessage => town.telegram.screen(person).findLast(({ own, buttons }) => own && buttons.includes('B: Ja'))!;
const groupCard = (): ScreenMessage => town.telegram.screen(room).findLast(({ own, text }) => own && text.startsWith('Terminumfrage'))!;
const row = (letter: string): string => groupCard().text.split('\n').find((line) => line.includes(`${letter}: `)) ?? '';
const WORDS: Readonly<Record<string, string>> = { y: 'Ja', i: 'Zur Not', n: 'Nein' };

/** "ynyy": the person's answers to A, B, C, D, given on their own card. */
async function votes(person: Person, said: string): Promise<void> {
  person.press(groupCard(), 'Abstimmen');
  await town.move('+5s');
  for (const [index, word] of [...said].entries()) {
    person.press(grid(person), `${'ABCD'[index]}: ${WORDS[word]}`);
    await town.move('+3s');
  }
}

beforeEach(async () => {
  town = await Town.open({ at: '2019-05-02T12:00:00+02:00' });
  room = town.telegram.supergroup({ title: 'AG Wohnen', members: [town.officer] });
  const member = (first_name: string): Person => {
    const person = town.telegram.user({ first_name, language_code: 'de' });
    room.admit(person);
    person.start();
    return person;
  };
  lena = member('Lena');
  office = member('Wohnungsamt');
  others = ['Ayşe', 'Boris', 'Chidi', 'Dana', 'Emre', 'Fatima', 'Georg'].map(member);
  outsider = member('Fremd');
  town.officer.say('/ag neu AG Wohnen');
  await town.move('+5s');
  town.officer.say(room, '/hier ag-wohnen');
  await town.move('+5s');
  for (const person of [lena, office, ...others]) {
    person.say('/ag beitreten AG Wohnen');
    await town.move('+2s');
  }
  town.officer.say('/ag leitung AG Wohnen Lena');
  await town.move('+5s');
  lena.say('/terminumfrage Zweites Treffen: Di 28.5. 19-21, Di 4.6. 19-21, Do 6.6. 19-21, Di 18.6. 19-21');
  await town.move('+5s');
});
afterEach(() => town.close());

async function openWithMustHaves(): Promise<void> {
  lena.press(desk(), 'Unverzichtbar');
  await town.move('+3s');
  for (const name of ['Lena', 'Wohnungsamt']) {
    lena.press(desk(), `+ ${name}`);
    await town.move('+3s');
  }
  lena.press(desk(), 'Zurück');
  await town.move('+3s');
  lena.press(desk(), 'Umfrage öffnen');
  await town.move('+10s');
}

/** Seven of nine answer: of D1 six yes but the office no, of D2 and D3 six yes and one if needed, of D4 five yes. */
async function sevenAnswer(): Promise<void> {
  await votes(lena, 'yyyy');
  await votes(office, 'nyyy');
  for (const [index, said] of ['yyyy', 'yyyy', 'yyyy', 'yyyn', 'yiin'].entries()) await votes(others[index]!, said);
  await town.move('+10s');
}

it('S12: before it opens the leader sees what speaks against the dates, and nobody else sees anything', () => {
  const text = bare(desk().text);
  expect(text).toContain('B: Dienstag, 4. Juni 2019, 19:00–21:00 Uhr · Hinweis: um diesen Tag Fest des Fastenbrechens');
  expect(text).toContain('D: Dienstag, 18. Juni 2019, 19:00–21:00 Uhr · Hinweis: Pfingstferien');
  expect(text).toContain('Bei Gleichstand zählt: weniger „Zur Not“, dann der frühere Termin.');
  expect(town.telegram.screen(room).filter(({ text }) => text.startsWith('Terminumfrage'))).toEqual([]);
});

it('S12: D1 is out with its reason, the tie rule gives D2 with its warning, one tap makes the meeting; two are reminded, once', async () => {
  await openWithMustHaves();
  await sevenAnswer();
  expect(bare(groupCard().text)).toContain('7 von 9 haben geantwortet.');
  expect(row('A')).toContain('6 Ja, 0 Zur Not, 1 Nein · geht nicht, eine unverzichtbare Person kann nicht');
  expect(row('B')).toContain('6 Ja, 1 Zur Not, 0 Nein · zurzeit der beste Termin');
  expect(row('C')).toContain('6 Ja, 1 Zur Not, 0 Nein · gleich viele können');
  expect(row('D')).toContain('5 Ja, 0 Zur Not, 2 Nein');
  // Counts, no names: neither on the card nor anywhere else in the room.
  const said = town.telegram.screen(room).filter(({ own }) => own).map(({ text }) => text).join('\n');
  for (const name of ['Wohnungsamt', 'Ayşe', 'Emre']) expect(said).not.toContain(name);

  // The day before the end, by the wall clock: two of nine are asked, and no one twice.
  const asked = (person: Person): number => town.telegram.screen(person).filter(({ own, text }) => own && text.includes('Ihre Antwort fehlt noch.')).length;
  await town.move('2019-05-08T18:05:00+02:00');
  expect([lena, office, ...others].map(asked)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
  await votes(others[5]!, 'ynnn');
  await town.move('2019-05-09T17:00:00+02:00');
  expect([lena, office, ...others.slice(0, 5), others[6]!].map(asked)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  expect(row('A')).toContain('7 Ja, 0 Zur Not, 1 Nein · geht nicht');

  // The poll ends by itself; the leader has the suggestion at the end of the chat.
  await town.move('2019-05-09T18:01:00+02:00');
  const text = bare(desk().text);
  expect(text).toContain('Vorschlag: Dienstag, 4. Juni 2019, 19:00–21:00 Uhr');
  expect(text).toContain('7 von 9 können kommen: 6 Ja, 1 Zur Not, 1 Nein');
  expect(text).toContain('Gleich viele können auch bei C. Bei Gleichstand zählt: weniger „Zur Not“, dann der frühere Termin.');
  expect(text).toContain('Bitte bedenken Sie: um diesen Tag Fest des Fastenbrechens');
  expect(text).toMatch(/Geht nicht\n• A: Di., 28.5., 19:00–21:00 Uhr: 7 Ja, 0 Zur Not, 1 Nein · Wohnungsamt ist unverzichtbar und kann nicht/);
  expect(text).toContain('Kann Wohnungsamt doch, wäre A: Di., 28.5., 19:00–21:00 Uhr der beste Termin, mit 8 Personen.');
  expect(text).toContain('Noch ohne Antwort: Georg');

  lena.press(desk(), 'Festlegen: Di., 4.6.');
  await town.move('+15s');
  const meeting = (await town.store.view((records) => records.events.events())).find(({ workingGroup }) => workingGroup === 'ag-wohnen') as Event;
  expect(new Date(meeting.startAt).toISOString()).toBe('2019-06-04T17:00:00.000Z');
  const replies = await town.store.view((records) => records.events.replies(meeting.key));
  const count = (answer: string): number => replies.filter((reply) => reply.answer === answer).length;
  expect([count('ATTENDING'), count('MAYBE'), count('DECLINED')]).toEqual([6, 1, 1]);
  expect(replies.filter(({ answer }) => answer === 'ATTENDING').every(({ toConfirm }) => toConfirm)).toBe(true);
  expect(groupCard().text).toContain('Der Termin steht fest.');
  expect(groupCard().buttons).toEqual([]);
  expect(row('B')).toContain('festgelegt');
  const file = town.telegram.screen(room).findLast(({ document }) => document !== undefined);
  expect(new TextDecoder().decode(file?.document?.bytes)).toContain('DTSTART:20190604T170000Z');
  // The evening before, those who come are reminded by the process's own rule.
  await town.move('2019-06-03T18:01:00+02:00');
  const reminded = (person: Person): boolean => town.telegram.screen(person).some(({ own, text: message }) => own && message.includes('Wir erinnern Sie'));
  expect([lena, office, others[0]!].map(reminded)).toEqual([true, true, true]);
});

it('S12: nobody who is not a member votes, and nobody decides who does not lead', async () => {
  await openWithMustHaves();
  outsider.press(groupCard(), 'Abstimmen');
  await town.move('+5s');
  expect(town.lastToast(outsider)).toBe('Hier stimmen die Mitglieder ab: AG Wohnen. Mitmachen können Sie mit /ag.');
  outsider.say('/terminumfrage Eigene: Di 28.5. 19-21');
  await town.move('+5s');
  expect(town.privateTexts(outsider).at(-1)).not.toContain('Terminumfrage');
  // Lena no longer leads: her old card is worth nothing, and says so.
  const old = desk();
  town.officer.say('/ag leitung AG Wohnen Boris');
  await town.move('+5s');
  await town.store.transact(async ({ groups, people }) => {
    const personId = (await people.identity('telegram', String(lena.id)))!.personId;
    groups.putMembership({ ...(await groups.membership('ag-wohnen', personId))!, role: 'MEMBER' });
  });
  lena.press(old, 'Umfrage beenden');
  await town.move('+5s');
  expect(town.lastToast(lena)).toContain('Leitung');
  expect(groupCard().buttons).toContain('Abstimmen');
});

it('S12: votes by phone count the same and are marked; a member proposes a date, another changes their mind', async () => {
  lena.say('/ag eintragen AG Wohnen Frau Krämer');
  await town.move('+5s');
  await openWithMustHaves();
  lena.press(desk(), 'Für jemanden eintragen');
  await town.move('+3s');
  lena.press(desk(), 'Frau Krämer');
  await town.move('+5s');
  expect(bare(grid(lena).text)).toContain('Sie tragen ein für: Frau Krämer');
  lena.press(grid(lena), 'B: Ja');
  await town.move('+10s');
  expect(bare(grid(lena).text)).toContain('Ja (Telefon)');
  expect(row('B')).toContain('1 Ja, 0 Zur Not, 0 Nein');
  lena.press(desk(), 'Zurück');
  await town.move('+5s');
  expect(desk().text).toContain('Davon hat 1 Person am Telefon geantwortet.');

  await votes(others[0]!, 'yyyy');
  const messages = town.telegram.screen(others[0]!).length;
  others[0]!.press(grid(others[0]!), 'B: Nein');
  await town.move('+10s');
  expect(town.telegram.screen(others[0]!)).toHaveLength(messages);
  expect(row('B')).toContain('1 Ja, 0 Zur Not, 1 Nein');
  others[0]!.press(grid(others[0]!), 'Termin vorschlagen');
  await town.move('+3s');
  others[0]!.say('am 31.6. 19 Uhr');
  await town.move('+3s');
  expect(bare(town.privateTexts(others[0]!).at(-1)!)).toContain('„am 31.6. 19 Uhr“: Diesen Tag gibt es nicht.');
  others[0]!.say('Mi 12.6. 19-21');
  await town.move('+10s');
  expect(bare(groupCard().text)).toContain('D: Mi., 12.6., 19:00–21:00 Uhr');
  others[0]!.press(grid(others[0]!), 'Bemerkung schreiben');
  await town.move('+3s');
  others[0]!.press(town.lastPrivate(others[0]!), 'A: Di., 28.5.');
  await town.move('+3s');
  others[0]!.say('ab 19:30 Uhr');
  await town.move('+10s');
  expect(bare(grid(others[0]!).text)).toContain('Ja · ab 19:30 Uhr');
});

it('S12: opened again, the votes stand; another date moves the meeting', async () => {
  await openWithMustHaves();
  await sevenAnswer();
  lena.press(desk(), 'Festlegen: Di., 4.6.');
  await town.move('+20s');
  lena.press(desk(), 'Wieder öffnen');
  await town.move('+10s');
  expect(row('B')).toContain('6 Ja, 1 Zur Not, 0 Nein');
  lena.press(desk(), 'Anderen Termin wählen');
  await town.move('+5s');
  lena.press(desk(), 'C: Do., 6.6.');
  await town.move('+20s');
  const meetings = (await town.store.view((records) => records.events.events())).filter(({ workingGroup }) => workingGroup === 'ag-wohnen');
  expect(meetings.map(({ startAt, calendarSequence }) => [new Date(startAt).toISOString(), calendarSequence])).toEqual([['2019-06-06T17:00:00.000Z', 1]]);
});

it('S8: the open date vote of somebody who is forgotten is gone', async () => {
  await openWithMustHaves();
  await votes(others[0]!, 'yyyy');
  await town.move('+5s');
  expect(row('A')).toContain('1 Ja');
  others[0]!.say('/meine_daten');
  await town.move('+5s');
  const file = town.telegram.screen(others[0]!).findLast(({ document }) => document !== undefined)?.document;
  expect(JSON.parse(new TextDecoder().decode(file?.bytes))).toMatchObject({ dateVotes: [{ answer: 'YES' }, { answer: 'YES' }, { answer: 'YES' }, { answer: 'YES' }] });
  others[0]!.say('/loeschen');
  await town.move('+5s');
  others[0]!.press(town.lastPrivate(others[0]!), 'Ja');
  await town.move('+70s');
  expect(row('A')).toContain('0 Ja');
  expect(await town.store.view(async (records) => (await records.polls.openPolls()).length === 1 && (await records.polls.votes((await records.polls.openPolls())[0]!.id)).length)).toBe(0);
});

it('S4: two accounts that turn out to be one person count once, and the newest answer to each date stands', async () => {
  await openWithMustHaves();
  const [one, other] = [others[0]!, others[1]!];
  await votes(one, 'yynn');
  await votes(other, 'nnyn');
  one.press(grid(one), 'A: Zur Not');
  await town.move('+10s');
  expect([row('A'), row('B')].map((line) => /\d+ Ja, \d+ Zur Not, \d+ Nein/.exec(line)?.[0])).toEqual(['0 Ja, 1 Zur Not, 1 Nein', '1 Ja, 0 Zur Not, 1 Nein']);
  one.say('/verknuepfen');
  await town.move('+5s');
  other.say(/\/verknuepfen [A-Z0-9]{4}-[A-Z0-9]{4}/.exec(town.privateTexts(one).at(-1) ?? '')![0]);
  await town.move('+15s');
  expect(['A', 'B', 'C'].map((letter) => /\d+ Ja, \d+ Zur Not, \d+ Nein/.exec(row(letter))?.[0])).toEqual(['0 Ja, 1 Zur Not, 0 Nein', '0 Ja, 0 Zur Not, 1 Nein', '1 Ja, 0 Zur Not, 0 Nein']);
  expect(bare(groupCard().text)).toContain('1 von 8 haben geantwortet.');
});

it('what was pressed before the end counts, though the bot was down at the end; what comes later is refused with the next step', async () => {
  await openWithMustHaves();
  await votes(lena, 'yyyy');
  await town.move('2019-05-09T17:55:00+02:00');
  const pressed = grid(lena);
  await town.restart(async () => {
    lena.press(pressed, 'D: Nein');
    await town.time.move('2019-05-09T18:20:00+02:00', { idle: async () => {} });
  });
  await town.move('+10s');
  expect(groupCard().text).toContain('Die Umfrage ist beendet.');
  expect(row('D')).toContain('0 Ja, 0 Zur Not, 1 Nein');
  await town.move('+60s');
  lena.press(pressed, 'C: Nein', { forge: town.dataOf(pressed, 'C: Nein') });
  await town.move('+5s');
  expect(town.lastToast(lena)).toBe('Diese Umfrage ist beendet. Offene Umfragen sehen Sie mit /umfragen.');
  expect(row('C')).toContain('1 Ja');
});

it('reminders keep quiet hours, whoever has no chat is on a call list, and whoever never opened the bot is told how', async () => {
  others[0]!.say('/ruhe 17-9');
  lena.say('/ag eintragen AG Wohnen Frau Krämer');
  const shy = town.telegram.user({ first_name: 'Scheu', language_code: 'de' });
  room.admit(shy);
  shy.press(town.telegram.screen(room).findLast(({ own, buttons }) => own && buttons.includes('Mitmachen'))!, 'Mitmachen');
  await town.move('+10s');
  await openWithMustHaves();
  shy.press(groupCard(), 'Abstimmen');
  await town.move('+5s');
  expect(town.lastToast(shy)).toBe('Bitte öffnen Sie zuerst den privaten Chat mit mir und schreiben Sie dort /umfragen.');
  const link = groupCard().keyboard.flat().find(({ text }) => text === 'Chat öffnen') as { url?: string };
  shy.start(new URL(link.url!).searchParams.get('start')!);
  await town.move('+5s');
  shy.press(grid(shy), 'A: Ja');
  await town.move('+5s');
  expect(row('A')).toContain('1 Ja');

  const asked = (person: Person): number => town.telegram.screen(person).filter(({ own, text }) => own && text.includes('Ihre Antwort fehlt noch.')).length;
  await town.move('2019-05-08T18:05:00+02:00');
  expect([shy, others[0]!, others[1]!].map(asked)).toEqual([0, 0, 1]);
  expect(bare(town.privateTexts(lena).join('\n'))).toContain('Eine Person ist im Chat nicht erreichbar. Bitte rufen Sie an: Frau Krämer.');
  await town.move('2019-05-09T09:00:30+02:00');
  expect([shy, others[0]!, others[1]!].map(asked)).toEqual([0, 1, 1]);

  // The leader ends it earlier; an old button of the desk says what became of it.
  lena.press(desk(), 'Umfrage beenden');
  await town.move('+10s');
  expect(groupCard().text).toContain('Die Umfrage ist beendet.');
  others[1]!.press(groupCard(), 0, { forge: town.dataOf(desk(), 'Wieder öffnen') });
  await town.move('+5s');
  expect(groupCard().text).toContain('Die Umfrage ist beendet.');
});

it('dates can be chosen with buttons alone: a week of evenings, of which the leader strikes some', async () => {
  lena.say('/terminumfrage');
  await town.move('+5s');
  lena.press(town.lastPrivate(lena), 'Ohne eigenen Titel');
  await town.move('+5s');
  lena.press(town.lastPrivate(lena), 'Nächste Woche, 19 Uhr');
  await town.move('+5s');
  expect(bare(desk().text)).toContain('Terminumfrage: Treffen AG Wohnen');
  lena.press(desk(), 'Termine streichen');
  await town.move('+5s');
  for (const letter of ['− A', '− B']) {
    lena.press(desk(), letter);
    await town.move('+5s');
  }
  lena.press(desk(), 'Zurück');
  await town.move('+5s');
  expect(bare(desk().text).match(/^• [A-Z]: .*Uhr/gmu)).toEqual(['• A: Dienstag, 7. Mai 2019, 19:00–21:00 Uhr', '• B: Donnerstag, 9. Mai 2019, 19:00–21:00 Uhr', '• C: Freitag, 10. Mai 2019, 19:00–21:00 Uhr']);
});
