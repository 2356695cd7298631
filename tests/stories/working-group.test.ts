import { afterEach, beforeEach, expect, it } from 'vitest';
import { instant } from '../../src/kernel/time.ts';
import { Town } from '../support/town.ts';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';

/** Monday, 22 October 2018. */
let town: Town;
let room: Room;
let anna: Person;
let tom: Person;
let stranger: Person;

beforeEach(async () => {
  town = await Town.open();
  anna = town.resident('Anna', { started: true });
  tom = town.resident('Tom', { language_code: 'en', started: true });
  stranger = town.resident('Fremd', { started: true });
  for (const person of [anna, tom, stranger]) person.start();
  await town.settle();
  await say(anna, '/ag mitmachen Wohnen');
  await say(town.officer, '/ag leitung Wohnen Anna');
  room = town.telegram.supergroup({ title: 'AG Wohnen', members: [town.officer, anna, tom, stranger] });
  town.officer.say(room, '/hier AG Wohnen');
  await town.move('+5s');
});
afterEach(() => town.close());

/** In the private chat; answers what the person sees last. */
async function say(person: Person, text: string): Promise<string> {
  person.say(text);
  await town.move('+5s');
  return town.lastPrivate(person).text;
}

async function press(person: Person, label: string, on = town.lastPrivate(person)): Promise<void> {
  person.press(on, label);
  await town.move('+5s');
}

const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');
const inRoom = (start: string): ScreenMessage => {
  const found = town.telegram.screen(room).findLast(({ own, text }) => own && text.startsWith(start));
  if (found === undefined) throw new Error(`the room has no ${start}`);
  return found;
};
const seen = (person: Person, part: string): number => town.privateTexts(person).filter((text) => plain(text).includes(part)).length;
const cardOf = (person: Person, start: string) => town.telegram.screen(person).findLast(({ own, text, buttons }) => own && buttons.length > 0 && plain(text).startsWith(start))!;
const roster = () => town.store.view(async (records) => {
  const rows = (await records.groups.memberships('ag-wohnen')).filter(({ standing }) => standing === 'MEMBER');
  return Promise.all(rows.map(async ({ personId, role, channel }) => `${(await records.people.person(personId))?.name} ${role} ${channel}`));
});
const meetings = () => town.store.view(async (records) => (await records.events.events()).filter(({ workingGroup }) => workingGroup === 'ag-wohnen').map(({ key, startAt, state }) => `${key} ${new Date(startAt).toISOString()} ${state}`));

it('a group is joined openly or by asking, its leader enters people without a chat, and the room shows no names', async () => {
  expect(await say(stranger, '/ag')).toContain('AG Wohnen: 1 Mitglied · Wer möchte, kann mitmachen.');
  expect(inRoom('AG Wohnen').text).toContain('Handlungsfeld: Wohnen');
  expect(inRoom('AG Wohnen').buttons).toEqual(['Mitmachen', 'Verlassen']);

  await say(anna, '/ag anfrage');
  await press(tom, 'Mitmachen', inRoom('AG Wohnen'));
  expect(town.lastToast(tom)).toContain('We have asked the leader');
  expect(plain(town.lastPrivate(anna).text)).toContain('Tom möchte mitmachen. Einverstanden?');
  await press(anna, 'Ja, aufnehmen');
  expect(plain(town.lastPrivate(tom).text)).toContain('You are a member now');
  expect(cardOf(anna, 'AG Wohnen\nTom')).toBeUndefined();

  expect(plain(await say(anna, '/ag eintragen Verwaltung Frau K.'))).toContain('Eingetragen: Frau K. gehört jetzt zu AG Wohnen');
  expect(await roster()).toEqual(['Anna LEADER TELEGRAM', 'Tom MEMBER TELEGRAM', 'Frau K. MEMBER PHONE']);
  expect(inRoom('AG Wohnen').text).toContain('3 Mitglieder');
  expect(inRoom('AG Wohnen').text).not.toMatch(/Anna|Tom|Frau K/);
  const list = plain(await say(tom, '/groups members'));
  expect(list).toContain('Frau K. · administration · phone');
  expect(await say(stranger, '/ag mitglieder Wohnen')).toContain('Die Namen sehen nur Mitglieder');
  expect(await say(stranger, '/ag eintragen Herr X')).toContain('Das kann nur die Leitung der Gruppe.');

  anna.say(room, '/ag austragen');
  await town.move('+5s');
  expect(town.telegram.screen(room).filter(({ own }) => own).map(({ text }) => text).join()).not.toMatch(/Anna|Tom|Frau K/);
  await say(anna, '/ag eintragen Herr Z.');
  await say(anna, '/ag austragen Herr Z.');
  expect(await town.store.view(async ({ groups }) => (await groups.memberships('ag-wohnen')).length)).toBe(3);
  await say(tom, '/groups leave');
  await say(tom, '/groups join Wohnen');
  await press(anna, 'Nein, nicht aufnehmen');
  expect(plain(town.lastPrivate(tom).text)).toContain('has not accepted');
  expect(await roster()).toEqual(['Anna LEADER TELEGRAM', 'Frau K. MEMBER PHONE']);
});

it('a meeting is one line: card, notice, calendar file, own cards, a call list, and reminders for those who come', async () => {
  await say(tom, '/groups join Wohnen');
  await say(anna, '/ag eintragen Frau K.');
  const made = plain(await say(anna, '/treffen Di 6.11. 19-21 Rathaus, Raum 12'));
  expect(made).toContain('Eingetragen: AG Wohnen, 1. Treffen, Dienstag, 6. November 2018, 19:00–21:00 Uhr.');
  expect(made).toContain('0 Treffen bisher · 1 geplant');
  expect(seen(anna, 'bitte rufen Sie sie an:\n• Frau K.')).toBe(1);
  expect(inRoom('Der Termin steht fest').text).toContain('AG Wohnen, 1. Treffen, Dienstag, 6. November 2018, 19:00–21:00 Uhr.');
  const card = inRoom('AG Wohnen, 1. Treffen');
  expect(card.text).toContain('Rathaus, Raum 12');
  const file = town.telegram.screen(room).findLast(({ document }) => document !== undefined)?.document;
  expect(new TextDecoder().decode(file?.bytes)).toMatch(/LOCATION:Rathaus\\, Raum 12/);
  expect(inRoom('AG Wohnen\nHandlungsfeld').text).toContain('Nächstes Treffen: Dienstag, 6. November 2018');

  await press(tom, 'Yes', cardOf(tom, 'Working group on housing, meeting 1'));
  await press(stranger, 'Zusage', card);
  expect(town.lastToast(stranger)).toContain('für die Mitglieder der Gruppe');
  expect(inRoom('AG Wohnen, 1. Treffen').text).toContain('1 Person (1 Zusage)');
  expect(await say(stranger, '/termine')).not.toContain('AG Wohnen');
  expect(plain(await say(anna, '/treffen antwort Frau K. Vielleicht'))).toBe('Eingetragen: Frau K., Vielleicht für AG Wohnen, 1. Treffen.');
  expect(inRoom('AG Wohnen, 1. Treffen').text).toContain('1 Person (1 Zusage) · 1 Vielleicht');
  await say(anna, '/treffen antwort');
  await press(anna, 'Frau K.');
  await press(anna, 'Absage');
  expect(inRoom('AG Wohnen, 1. Treffen').text).toContain('1 Person (1 Zusage) · 0 Vielleicht · 1 Absage');
  anna.say(room, '/zusage');
  await town.move('+5s');
  expect(inRoom('AG Wohnen, 1. Treffen').text).toContain('2 Personen (2 Zusagen)');

  await town.move('2018-11-05T18:01:00+01:00');
  expect(seen(tom, 'Working group on housing, meeting 1\nWe would like to remind you')).toBe(1);
  expect(town.privateTexts(stranger).join()).not.toContain('AG Wohnen, 1. Treffen');
  expect(town.telegram.screen(room).filter(({ own, text }) => own && text.startsWith('Zur Erinnerung'))).toHaveLength(1);

  await say(anna, '/treffen verschieben Do 8.11. 18-20');
  await press(anna, 'Ja');
  expect(await meetings()).toEqual(['ag-wohnen-1 2018-11-08T17:00:00.000Z OPEN']);
  expect(plain(town.lastPrivate(tom).text)).toContain('Thursday');
  await say(anna, '/treffen absagen Der Raum ist belegt.');
  await press(anna, 'Ja');
  expect(plain(town.lastPrivate(tom).text)).toContain('Der Raum ist belegt.');
  expect(await meetings()).toEqual(['ag-wohnen-1 2018-11-08T17:00:00.000Z CANCELLED']);
});

it('agenda, attendance, minutes and tasks go from hand to hand', async () => {
  await say(tom, '/groups join Wohnen');
  await say(anna, '/ag eintragen Frau K.');
  await say(anna, '/treffen Di 6.11. 19-21 Rathaus');
  await say(tom, '/meeting topic Mietspiegel');
  await say(anna, '/treffen punkt Begrüßung');
  await say(anna, '/treffen tagesordnung');
  expect(plain(cardOf(anna, 'Tagesordnung').text)).toContain('1. Mietspiegel\n2. Begrüßung');
  await press(anna, 'Nr. 2 nach oben');
  expect(plain(await say(tom, '/meeting'))).toContain('1. Begrüßung\n2. Mietspiegel');

  expect(await say(tom, '/minutes We met.')).toContain('There has been no meeting yet');
  await town.move('2018-11-06T21:30:00+01:00');
  await say(anna, '/treffen anwesend');
  await press(anna, 'Tom: da', cardOf(anna, 'Wer war da'));
  await press(anna, 'Frau K.: da', cardOf(anna, 'Wer war da'));
  expect(plain(cardOf(anna, 'Wer war da').text)).toContain('Anna: offen\n• Tom: da\n• Frau K.: da');
  await press(anna, 'Frau K.: nicht da', cardOf(anna, 'Wer war da'));

  await say(tom, '/minutes en: We agreed on a rent table.');
  await say(tom, '/minutes de: Wir wollen einen Mietspiegel.');
  expect(seen(tom, 'Minutes: Working group on housing')).toBe(0);
  const draft = cardOf(anna, 'Protokoll: AG Wohnen');
  expect(draft.text).toContain('Wir wollen einen Mietspiegel.');
  await press(anna, 'Freigeben', draft);
  expect(town.lastToast(anna)).toBe('Freigegeben und an 2 Mitglieder geschickt.');
  expect(plain(town.lastPrivate(tom).text)).toContain('Present: 1 of 2');
  expect(plain(town.lastPrivate(tom).text)).toContain('We agreed on a rent table.');
  expect(await say(tom, '/minutes en: Something else.')).toContain('approved already');
  await say(tom, '/minutes');
  await press(tom, 'Minutes no. 1');
  expect(seen(tom, 'We agreed on a rent table.')).toBe(2);
  expect(await say(stranger, '/protokoll')).toContain('für die Mitglieder der Arbeitsgruppe');

  expect(plain(await say(anna, '/aufgabe Raum buchen, Tom, 20.11.'))).toContain('Aufgabe Nr. 1 ist bei Tom.');
  await say(tom, '/quiet 17-9');
  await town.move('2018-11-19T18:30:00+01:00');
  expect(seen(tom, 'A reminder of your task')).toBe(0);
  await town.move('2018-11-20T09:00:30+01:00');
  expect(seen(tom, 'A reminder of your task')).toBe(1);
  await press(tom, 'Done', cardOf(tom, 'A reminder of your task'));
  expect(await say(anna, '/aufgabe')).toContain('Keine offenen Aufgaben');

  await say(anna, '/aufgabe Flyer drucken');
  await press(anna, 'Frau K.');
  await press(anna, 'in 2 Wochen');
  expect(plain(town.lastPrivate(anna).text)).toContain('Diese Person hat keinen Chat');
  expect(plain(await say(anna, '/aufgabe'))).toContain('Nr. 2: Flyer drucken · Frau K. · bis 04.12.2018');
});

it('long minutes are laid before the leader by their beginning and go out as a file', async () => {
  await say(anna, '/treffen heute 10-11');
  await town.move('2018-10-22T10:05:00+02:00');
  const long = Array.from({ length: 120 }, (_, index) => `Punkt ${index + 1}: Wir haben lange gesprochen und uns geeinigt.`).join('\n');
  anna.say(`/protokoll ${long.slice(0, 4_000)}`);
  await town.move('+5s');
  const draft = cardOf(anna, 'Protokoll: AG Wohnen');
  expect(draft.text).toContain('Punkt 2: Wir haben lange gesprochen');
  await press(anna, 'Freigeben', draft);
  const file = town.telegram.screen(anna).findLast(({ document }) => document?.filename === 'ag-wohnen-1.txt');
  expect(new TextDecoder().decode(file?.document?.bytes)).toContain('Punkt 60: Wir haben lange gesprochen');
});

it('meetings by rule: the next one comes when the last is over, at the same time of day on both sides of a clock change', async () => {
  expect(plain(await say(anna, '/treffen jeden ersten Dienstag 19-21 Rathaus'))).toContain('jeden Monat am 1. Dienstag, zuerst Dienstag, 6. November 2018, 19:00–21:00 Uhr');
  await town.move('2018-11-06T21:00:30+01:00');
  await town.move('2018-12-04T21:00:30+01:00');
  expect(await meetings()).toEqual(['ag-wohnen-1 2018-11-06T18:00:00.000Z OPEN', 'ag-wohnen-2 2018-12-04T18:00:00.000Z OPEN', 'ag-wohnen-3 2019-01-01T18:00:00.000Z OPEN']);
  expect(await say(anna, '/treffen ende')).toContain('Gut, es kommen keine Treffen von selbst mehr dazu.');
  await town.move('2019-01-02T10:00:00+01:00');
  expect(await meetings()).toHaveLength(3);
});

it('weekly meetings stand three weeks ahead, one more each week, and a skipped one is not made up for', async () => {
  await say(anna, '/treffen jeden Dienstag 19-21 Rathaus');
  await town.move('+10s');
  const days = async () => (await meetings()).map((each) => each.slice(each.indexOf('2018-') + 5, each.indexOf('T')));
  expect(await days()).toEqual(['10-23', '10-30', '11-06']);
  await town.move('2018-10-23T19:00:00+02:00');
  expect(await days()).toEqual(['10-23', '10-30', '11-06', '11-13']);
  await town.restart(() => town.time.clock.advanceTo(instant(Date.parse('2018-11-22T12:00:00+01:00')), async () => {}));
  await town.move('+1m');
  expect(await days()).toEqual(['10-23', '10-30', '11-06', '11-13', '11-27', '12-04', '12-11']);
});

it('the steering group counts its meetings with the same machinery', async () => {
  await say(town.officer, '/ag eintragen Steuerungskreis Herr M.');
  expect(plain(await say(town.officer, '/treffen Steuerungskreis Mi 24.10. 17-19'))).toContain('0 von 3–4 Treffen · 1 geplant');
  await town.move('2018-10-24T19:01:00+02:00');
  expect(plain(await say(town.officer, '/treffen Steuerungskreis'))).toContain('Steuerungskreis\n1 von 3–4 Treffen\n');
});

it('a leader who goes is followed by the deputy, and without one the office is told', async () => {
  await say(tom, '/groups join Wohnen');
  await say(anna, '/ag vertretung Tom');
  await say(anna, '/aufgabe Raum buchen, ich, 20.11.');
  await say(anna, '/treffen Di 6.11. 19-21');
  await say(anna, '/treffen punkt Mietspiegel');
  await say(anna, '/treffen tagesordnung');
  const agenda = cardOf(anna, 'Tagesordnung');
  await say(anna, '/ag verlassen');
  expect(plain(town.lastPrivate(tom).text)).toContain('You now lead this group');
  expect(await roster()).toEqual(['Tom LEADER TELEGRAM']);
  expect(await say(anna, '/treffen Di 13.11. 19-21')).toContain('Das kann nur die Leitung der Gruppe.');
  expect(plain(await say(tom, '/task'))).toContain('No. 1: Raum buchen · nobody yet');
  await press(anna, 'Nr. 1 herausnehmen', agenda);
  expect(town.lastToast(anna)).toContain('Das kann nur die Leitung der Gruppe.');
  await say(tom, '/groups leave');
  expect(plain(town.lastPrivate(town.officer).text)).toContain('hat keine Leitung mehr');
});

it('what a group keeps about somebody is shown, exported and erased', async () => {
  await say(tom, '/groups join Wohnen');
  await say(anna, '/treffen Di 6.11. 19-21 Rathaus');
  await say(tom, '/meeting topic Mietspiegel');
  await say(anna, '/aufgabe Raum buchen, Tom, -');
  await press(tom, 'Yes', cardOf(tom, 'Working group on housing, meeting 1'));
  await say(tom, '/my_data');
  const file = town.telegram.screen(tom).findLast(({ document }) => document?.filename?.endsWith('.json'))?.document ?? town.telegram.screen(tom).findLast(({ document }) => document !== undefined)?.document;
  const data = JSON.parse(new TextDecoder().decode(file?.bytes)) as Record<string, unknown>;
  expect(data).toMatchObject({ groups: [{ group: 'ag-wohnen', role: 'MEMBER', standing: 'MEMBER' }], agenda: [{ text: 'Mietspiegel' }], tasks: [{ number: 1, text: 'Raum buchen' }] });
  await say(tom, '/forget');
  await press(tom, town.lastPrivate(tom).buttons[0]!);
  expect(await roster()).toEqual(['Anna LEADER TELEGRAM']);
  expect(inRoom('AG Wohnen, 1. Treffen').text).toContain('0 Personen (0 Zusagen)');
  await town.store.view(async ({ groups }) => {
    expect(await groups.agenda('ag-wohnen-1')).toMatchObject([{ text: 'Mietspiegel', proposedBy: null }]);
    expect(await groups.tasks('ag-wohnen')).toMatchObject([{ ownerId: null }]);
  });
});

it('what cannot be is answered with one sentence and the next step', async () => {
  const refusals: [string, string][] = [
    ['/treffen am 31.2. 19-21', 'Diesen Tag gibt es nicht.'],
    ['/treffen Mo 6.11. 19-21', 'Dieser Tag ist ein Dienstag, nicht Montag.'],
    ['/treffen heute 7-8', 'Dieser Zeitpunkt ist schon vorbei.'],
    ['/treffen Di 6.11. 21-19', 'Das Ende liegt vor dem Beginn.'],
    ['/treffen Di 6.11.', 'Bitte nennen Sie auch die Uhrzeit'],
    ['/treffen jeden zweiten Dienstag 19 Uhr', 'Das hat zwei Bedeutungen.'],
    ['/treffen jede Woche 19 Uhr', 'Bitte nennen Sie einen Wochentag'],
    ['/treffen verschieben Di 6.11. 19-21', 'Es steht kein Treffen an.'],
    ['/treffen Bildung und Betreuung Di 6.11. 19-21', 'Das kann nur die Leitung der Gruppe.'],
    ['/treffen anwesend', 'Es gab noch kein Treffen.'],
    ['/aufgabe Raum buchen, Niemand', 'Diesen Namen finde ich in der Gruppe nicht eindeutig.'],
    ['/aufgabe Raum buchen, ich, 31.2.', 'Diesen Tag gibt es nicht.'],
    ['/ag tanzen', 'Das habe ich nicht verstanden. Zum Beispiel: /ag'],
    ['/ag mitmachen', 'Welche Arbeitsgruppe meinen Sie?'],
  ];
  for (const [typed, answer] of refusals) expect([typed, plain(await say(anna, typed))]).toEqual([typed, expect.stringContaining(answer)]);
  expect(await meetings()).toEqual([]);
});
