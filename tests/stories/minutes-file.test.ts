import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import type { SentFile } from '../support/telegram/incoming.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';

/** AG Wohnen has met; Anna leads it, Tom is a member. */
let town: Town;
let room: Room;
let anna: Person;
let tom: Person;
let stranger: Person;

const pdf = (words = 'Mietspiegel', filename = 'Protokoll AG Wohnen.pdf'): SentFile => ({ filename, mime: 'application/pdf', bytes: Buffer.from(`%PDF-1.4\n${words}`) });
const PHOTO: SentFile = { filename: 'x', mime: 'image/jpeg', bytes: Buffer.from('\xFF\xD8\xFF\xE0 Flipchart', 'latin1'), photo: true };
const plain = (text: string): string => text.replaceAll(/[\u2060\u2066-\u2069]/g, '');

beforeEach(async () => {
  town = await Town.open();
  [anna, tom, stranger] = [town.resident('Anna', { started: true }), town.resident('Tom', { language_code: 'en', started: true }), town.resident('Fremd', { started: true })];
  for (const person of [anna, tom, stranger]) person.start();
  await town.settle();
  await say(anna, '/ag mitmachen Wohnen');
  await say(tom, '/groups join Wohnen');
  await say(town.officer, '/ag leitung Wohnen Anna');
  room = town.telegram.supergroup({ title: 'AG Wohnen', members: [town.officer, anna, tom, stranger] });
  town.officer.say(room, '/hier AG Wohnen');
  await say(anna, '/treffen heute 10-11 Rathaus');
  await town.move('2018-10-22T11:05:00+02:00');
});
afterEach(() => town.close());

async function say(person: Person, text: string): Promise<string> {
  person.say(text);
  await town.move('+5s');
  return plain(town.lastPrivate(person).text);
}

async function send(person: Person, file: SentFile, caption = '', where: Room | null = null, replyTo?: ScreenMessage): Promise<string> {
  person.send(where, file, caption, replyTo === undefined ? {} : { replyTo });
  await town.move('+5s');
  return plain(town.lastPrivate(person).text);
}

const draftOf = (person: Person): ScreenMessage => town.telegram.screen(person).findLast(({ own, buttons }) => own && buttons.includes('Freigeben'))!;
const filesOf = (person: Person) => town.telegram.screen(person).flatMap(({ own, document }) => (own && document !== undefined && !document.filename.endsWith('.ics') ? [`${document.filename}: ${document.bytes.toString('latin1').split('\n').at(-1)}`] : []));
const fetched = (): number => town.telegram.calls('getFile').length;

async function approve(): Promise<void> {
  anna.press(draftOf(anna), 'Freigeben');
  await town.move('+5s');
}

it('a file with the command becomes the minutes: approved by the leader, sent to the members, found later', async () => {
  expect(await send(tom, pdf(), '/minutes Rent table agreed.')).toBe('Saved: Working group on housing, meeting 1. Once the leader has approved them, all members get them.');
  expect(town.privateTexts(tom).join('\n')).toContain('Thank you, I am fetching the file.');
  expect(filesOf(anna)).toEqual(['Protokoll AG Wohnen.pdf: Mietspiegel']);
  expect(plain(draftOf(anna).text)).toContain('Rent table agreed.\nAls Datei: Protokoll AG Wohnen.pdf');
  expect(filesOf(tom)).toEqual([]);
  await approve();
  expect(filesOf(tom)).toEqual(['Protokoll AG Wohnen.pdf: Mietspiegel']);
  await say(tom, '/minutes');
  tom.press(town.lastPrivate(tom), 'Minutes no. 1');
  await town.move('+5s');
  expect(filesOf(tom)).toHaveLength(2);
  expect(fetched()).toBe(1);
  expect(filesOf(stranger)).toEqual([]);
});

it('in the group’s room: with the command, in reply to the meeting’s card, or when asked for', async () => {
  tom.send(room, pdf('eins'), '/protokoll');
  await town.move('+5s');
  expect(filesOf(anna)).toEqual(['Protokoll AG Wohnen.pdf: eins']);
  const card = town.telegram.screen(room).findLast(({ own, text }) => own && text.startsWith('AG Wohnen, 1. Treffen'))!;
  tom.send(room, PHOTO, '', { replyTo: card });
  await town.move('+5s');
  expect(filesOf(anna).at(-1)).toMatch(/^ag-wohnen-1\.jpg: .*Flipchart$/);
  expect(plain(draftOf(anna).text)).toContain('Als Datei: ag-wohnen-1.jpg');
  expect(await say(tom, '/minutes file')).toContain('Please send the minutes as a file now');
  expect(await say(tom, 'We met.')).toContain('I need a file here, not a text.');
  await send(tom, pdf('drei'));
  expect(filesOf(anna).at(-1)).toBe('Protokoll AG Wohnen.pdf: drei');
  // One file per meeting: what was replaced is gone.
  expect(await town.store.view(async ({ files }) => (await files.filesOf('MINUTES:ag-wohnen-1')).length)).toBe(1);
});

it('what nobody asked for is never fetched', async () => {
  expect(await send(stranger, pdf())).toContain('Mit dieser Datei kann ich nichts anfangen');
  expect(await send(stranger, pdf(), '/protokoll')).toContain('für die Mitglieder der Arbeitsgruppe');
  expect(await send(tom, pdf(), 'look at this')).toContain('I cannot use this file');
  stranger.send(room, PHOTO, '', { replyTo: town.telegram.screen(room).findLast(({ own, text }) => own && text.startsWith('AG Wohnen, 1. Treffen'))! });
  await town.move('+5s');
  expect(fetched()).toBe(0);
  expect(filesOf(anna)).toEqual([]);
});

it('a refusal names the remedy, and what was there stays', async () => {
  await send(tom, pdf('gut'), '/minutes');
  const refusals: [SentFile, string][] = [
    [{ filename: 'x.exe', mime: 'application/x-msdownload', bytes: Buffer.from('MZ') }, 'Please send the minutes as PDF, ODT, DOCX, text or a photo'],
    [{ filename: 'x.pdf', mime: 'application/pdf', bytes: Buffer.from('MZ program') }, 'The file holds something else than its name says.'],
    [{ filename: 'x.pdf', mime: 'application/pdf', bytes: Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * 1024 * 1024)]) }, 'This file is larger than 10 MB.'],
  ];
  for (const [file, answer] of refusals) expect(await send(tom, file, '/minutes')).toContain(answer);
  expect(plain(draftOf(anna).text)).toContain('Als Datei: Protokoll AG Wohnen.pdf');
  await approve();
  expect(filesOf(tom)).toEqual(['Protokoll AG Wohnen.pdf: gut']);
  expect(await send(tom, pdf('anders'), '/minutes')).toContain('approved already');
  expect(await send(anna, pdf('neu'), '/protokoll')).toContain('Gespeichert');
  expect(fetched()).toBe(3);
});

it('a member of two groups is told how to name the one; names of files are cleaned', async () => {
  await say(tom, '/groups join Arbeit und Beschäftigung');
  expect(await send(tom, pdf(), '/minutes')).toContain('/minutes Housing:');
  expect(await send(tom, pdf('a', '../..\u202E/<b>evil\u0000 fdp.pdf'), '/minutes ag-wohnen')).toContain('Saved');
  expect(filesOf(anna)).toEqual(['b_evil fdp.pdf: a']);
});

it('killed, cut off and slow: it is fetched again until it is whole, once; the token is in no log', async () => {
  town.telegram.fault({ kind: 'reset-before', method: 'getFile' });
  town.telegram.fault({ kind: 'truncated', method: 'download' });
  town.telegram.fault({ kind: '500-json', method: 'download' });
  await send(tom, pdf(), '/minutes');
  await town.move('+1m');
  expect(town.telegram.calls('download')).toHaveLength(3);
  expect(filesOf(anna)).toEqual(['Protokoll AG Wohnen.pdf: Mietspiegel']);
  town.telegram.fault({ kind: '502-html', method: 'download', times: Infinity });
  await send(anna, pdf('zweitens'), '/protokoll');
  await town.restart(async () => {});
  expect(filesOf(anna)).toHaveLength(1);
  await town.move('+25h');
  expect(plain(town.lastPrivate(anna).text)).toContain('konnte ich nicht holen');
  expect(plain(draftOf(anna).text)).toContain('Als Datei: Protokoll AG Wohnen.pdf');
  expect(inspect(town.logger, { depth: null })).not.toContain(town.telegram.token.split(':')[1]);
});

it('who sent a file is shown, exported and cut off by erasure; the file stays the group’s', async () => {
  await send(tom, pdf(), '/minutes');
  await approve();
  await say(tom, '/my_data');
  expect(plain(town.privateTexts(tom).join('\n'))).toContain('File you sent: Protokoll AG Wohnen.pdf');
  const data = town.telegram.screen(tom).findLast(({ document }) => document?.filename.endsWith('.json'))!.document!;
  expect(JSON.parse(data.bytes.toString())).toMatchObject({ minutesFiles: [{ meeting: 'ag-wohnen-1', name: 'Protokoll AG Wohnen.pdf' }] });
  await say(tom, '/forget');
  tom.press(town.lastPrivate(tom), town.lastPrivate(tom).buttons[0]!);
  await town.move('+5s');
  expect(await town.store.view(async ({ files }) => files.filesOf('MINUTES:ag-wohnen-1'))).toMatchObject([{ state: 'KEPT', sentBy: null, reference: '' }]);
  await say(anna, '/protokoll');
  anna.press(town.lastPrivate(anna), 'Protokoll Nr. 1');
  await town.move('+5s');
  // The draft, the minutes sent to her as a member, and those she has just asked for.
  expect(filesOf(anna)).toHaveLength(3);
});
