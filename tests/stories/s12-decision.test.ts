import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupSqlite } from '../../adapters/storage/backup.ts';
import type { Decision } from '../../src/decisions/records.ts';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';
import { Town } from '../support/town.ts';

let town: Town;
let lena: Person;
let others: Person[];
let outsider: Person;
let room: Room;

const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');
/** The leader's card names the group, a ballot does not. */
const desk = (): ScreenMessage => town.telegram.screen(lena).findLast(({ own, text }) => own && /^(?:Abstimmung|Stichwahl): .*\nAG Wohnen\n/u.test(bare(text)))!;
const ballot = (person: Person): ScreenMessage => town.telegram.screen(person).findLast(({ own, text }) => own && /^(?:Abstimmung|Stichwahl): /u.test(text) && !bare(text).includes('\nAG Wohnen\n'))!;
const groupCard = (): ScreenMessage => town.telegram.screen(room).findLast(({ own, text }) => own && /^(?:Abstimmung|Stichwahl): /u.test(text))!;
const inRoom = (): string => town.telegram.screen(room).filter(({ own }) => own).map(({ text }) => bare(text)).join('\n');
const bytesOf = (files: readonly string[]): string => files.map((file) => readFileSync(file).toString('latin1')).join('');
const personId = (person: Person): Promise<string> => town.store.view(async ({ people }) => (await people.identity('telegram', String(person.id)))!.personId);
const decisions = (): Promise<Decision[]> => town.store.view((records) => records.decisions.decisionsOf('ag-wohnen'));

async function press(person: Person, card: ScreenMessage, label: string): Promise<void> {
  person.press(card, label);
  await town.move('+3s');
}

async function votes(person: Person, label: string): Promise<void> {
  await press(person, groupCard(), 'Abstimmen');
  await press(person, ballot(person), label);
}

/** @param rules what is pressed on the desk before the opening */
async function opened(typed: string, ...rules: readonly string[]): Promise<void> {
  lena.say(typed);
  await town.move('+5s');
  for (const label of rules) await press(lena, desk(), label);
  await press(lena, desk(), 'Abstimmung öffnen');
  await town.move('+5s');
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
  others = ['Ayşe', 'Boris', 'Chidi', 'Dana', 'Emre', 'Fatima', 'Georg', 'Hala'].map(member);
  outsider = member('Fremd');
  town.officer.say('/ag neu AG Wohnen');
  await town.move('+5s');
  town.officer.say(room, '/hier ag-wohnen');
  await town.move('+5s');
  for (const person of [lena, ...others]) {
    person.say('/ag beitreten AG Wohnen');
    await town.move('+2s');
  }
  town.officer.say('/ag leitung AG Wohnen Lena');
  await town.move('+5s');
});
afterEach(() => town.close());

const QUESTION = '/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus';

it('S12: 4:4 is nothing decided, as was fixed before; nobody sees how it stands until it is over; the outcome stays, a note stands beside it', async () => {
  await opened(QUESTION);
  expect(bare(groupCard().text)).toContain('A: Rathaus\n• B: Bürgerhaus');
  expect(bare(groupCard().text)).toContain('Bei Gleichstand oder ohne Mehrheit ist nichts beschlossen.');
  expect(groupCard().text).toContain('0 von 9 haben abgestimmt.');

  await press(outsider, groupCard(), 'Abstimmen');
  expect(bare(town.lastToast(outsider))).toBe('Hier stimmen die ab, die bei der Öffnung Mitglied waren: AG Wohnen. Mitmachen können Sie mit /ag.');

  // Votes arrive in an order that favours one side; one changes their mind, one presses twice.
  for (const person of others.slice(0, 4)) await votes(person, 'B: Bürgerhaus');
  expect(town.lastToast(others[0]!)).toBe('Ihre Stimme ist notiert. Bis zum Ende können Sie sie ändern.');
  await votes(others[4]!, 'B: Bürgerhaus');
  await press(others[4]!, ballot(others[4]!), 'A: Rathaus');
  await press(others[4]!, ballot(others[4]!), 'A: Rathaus');
  expect(bare(ballot(others[4]!).text)).toContain('Ihre Wahl: Rathaus');
  for (const person of others.slice(5, 8)) await votes(person, 'A: Rathaus');
  expect(groupCard().text).toContain('8 von 9 haben abgestimmt.');
  for (const text of [inRoom(), bare(desk().text)]) expect(text).not.toMatch(/Rathaus \d|\d Stimmen|Gleichstand,/);

  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+10s');
  const sentence = 'Es steht gleich (Rathaus 4, Bürgerhaus 4), also ist nach der vorher festgelegten Regel nichts beschlossen.';
  expect(bare(groupCard().text)).toContain(sentence);
  expect(bare(groupCard().text)).toContain('8 von 9 haben abgestimmt, davon 0 mit Enthaltung.');
  expect(groupCard().buttons).toEqual([]);
  // Open vote: who voted sees who said what, the room does not.
  expect(bare(ballot(others[0]!).text)).toContain('Emre: Rathaus');
  expect(inRoom()).not.toContain('Emre');

  await press(lena, desk(), 'Anmerkung schreiben');
  lena.say('Das Bürgerhaus war am Donnerstag gar nicht frei.');
  await town.move('+10s');
  expect(bare(groupCard().text)).toContain('Anmerkung vom Donnerstag, 2. Mai 2019, Lena: Das Bürgerhaus war am Donnerstag gar nicht frei.');
  expect(bare(groupCard().text)).toContain(sentence);
  const [decision] = await decisions();
  const outcome = await town.store.view((records) => records.decisions.outcome(decision!.id));
  expect(outcome).toMatchObject({ eligible: 9, voted: 8, figures: [4, 4], verdict: { kind: 'REJECTED', why: 'TIE' } });
  await expect(town.store.transact((unit) => unit.decisions.addOutcome({ ...outcome!, figures: [8, 0] }))).rejects.toThrow('An outcome stands');
  expect(await town.store.view((records) => records.decisions.outcome(decision!.id))).toEqual(outcome);

  // Somebody who is forgotten takes their vote along, and leaves the tally.
  others[0]!.say('/loeschen');
  await town.move('+5s');
  await press(others[0]!, town.lastPrivate(others[0]!), 'Ja');
  await town.move('+10s');
  expect(await town.store.view(async (records) => (await records.decisions.votes(decision!.id)).length)).toBe(7);
  expect(bare(groupCard().text)).toContain(sentence);
});

it('S12: with the run-off as the rule, 4:4 opens a second round between the two, which ends', async () => {
  await opened('/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus; Schule', 'Gleichstand', 'Stichwahl', 'Zurück');
  for (const [index, person] of others.entries()) await votes(person, index < 4 ? 'A: Rathaus' : 'B: Bürgerhaus');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+10s');
  expect(inRoom()).toContain('Noch ist nichts beschlossen (Rathaus 4, Bürgerhaus 4, Schule 0): Es folgt eine Stichwahl zwischen Rathaus, Bürgerhaus.');
  expect(bare(groupCard().text)).toContain('Stichwahl: Wo treffen wir uns?\nAG Wohnen\n• A: Rathaus\n• B: Bürgerhaus\n0 von 9');
  for (const [index, person] of others.entries()) await votes(person, index < 5 ? 'A: Rathaus' : 'B: Bürgerhaus');
  // The time runs out by itself; a minute later what was on its way is in, and it is counted.
  const { closesAt } = (await decisions())[0]!;
  await town.move(new Date(closesAt! + 10_000).toISOString());
  expect(groupCard().text).toContain('Die Zeit ist um. Die Stimmen werden gezählt.');
  await town.move('+70s');
  expect(bare(groupCard().text)).toContain('Beschlossen ist „Rathaus“: Rathaus 5, Bürgerhaus 3.');
});

it('S12: a lot that was sealed before the opening, a casting vote, a quorum, a ranking and a resistance', async () => {
  await opened(QUESTION, 'Gleichstand', 'Los', 'Zurück');
  const seal = /Siegel des Loses: ([0-9a-f]{32})/.exec(groupCard().text)![1];
  await votes(others[0]!, 'A: Rathaus');
  await votes(others[1]!, 'B: Bürgerhaus');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+10s');
  const [drawn] = await decisions();
  const { commitmentTo, drawn: draw } = await import('../../src/decisions/verdict.ts');
  expect(commitmentTo(drawn!.seed!)).toBe(seal);
  expect(bare(groupCard().text)).toContain(`das Los hat „${['Rathaus', 'Bürgerhaus'][draw(drawn!.seed!, 2)]}“ bestimmt.`);

  await opened(QUESTION, 'Gleichstand', 'AG-Leitung entscheidet', 'Zurück');
  await votes(others[0]!, 'A: Rathaus');
  await votes(others[1]!, 'B: Bürgerhaus');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+5s');
  expect(bare(groupCard().text)).toContain('Es steht gleich (Rathaus 1, Bürgerhaus 1), nach der vorher festgelegten Regel entscheidet die AG-Leitung.');
  await press(lena, desk(), 'B: Bürgerhaus');
  await town.move('+5s');
  expect(bare(groupCard().text)).toContain('die AG-Leitung hat nach der vorher festgelegten Regel „Bürgerhaus“ bestimmt.');

  await opened(QUESTION, 'Mindestbeteiligung', '50 %', 'Zurück');
  await votes(others[0]!, 'A: Rathaus');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+5s');
  expect(groupCard().text).toContain('Nur 1 von mindestens 5 Personen haben abgestimmt, also ist nichts beschlossen.');

  await opened('/abstimmung Wohin? Nord; Ost; Süd', 'Art der Abstimmung', 'Rang nach Schulze', 'Zurück');
  await votes(others[0]!, '1. C: Süd');
  await press(others[0]!, ballot(others[0]!), '2. A: Nord');
  expect(bare(ballot(others[0]!).text)).toContain('Ihre Wahl: 1. Süd, 2. Nord');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+5s');
  expect(bare(groupCard().text)).toContain('Beschlossen ist „Süd“');

  await opened('/abstimmung Wohin? Nord; Ost', 'Art der Abstimmung', 'Konsensieren (0–10)', 'Zurück');
  await votes(others[0]!, 'A: Nord');
  await press(others[0]!, ballot(others[0]!), '10');
  expect(bare(ballot(others[0]!).text)).toContain('Ihre Wahl: Nord 10, Ost 0');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+5s');
  expect(bare(groupCard().text)).toContain('B: Ost · Widerstand 0, Akzeptanz 100 %');
});

it('what cannot be voted on is refused in one sentence; rules stand from the opening on; nobody else leads', async () => {
  lena.say('/abstimmung Wo treffen wir uns? Rathaus');
  await town.move('+5s');
  expect(town.privateTexts(lena).at(-1)).toBe('Eine Abstimmung braucht mindestens zwei Möglichkeiten, mit Strichpunkt getrennt, zum Beispiel: Ja; Nein');
  lena.say('/abstimmung Wo treffen wir uns? Rathaus; rathaus');
  await town.move('+5s');
  expect(bare(town.privateTexts(lena).at(-1)!)).toContain('„rathaus“ steht zweimal da.');
  others[0]!.say(QUESTION);
  await town.move('+5s');
  expect(town.privateTexts(others[0]!).at(-1)).toContain('Leitung');
  // Step by step.
  lena.say('/abstimmung');
  await town.move('+5s');
  lena.say('Sollen wir umziehen');
  await town.move('+5s');
  await press(lena, town.lastPrivate(lena), 'Ja oder Nein');
  await town.move('+5s');
  expect(bare(desk().text)).toContain('Abstimmung: Sollen wir umziehen\nAG Wohnen\n• A: Ja\n• B: Nein');
  const draft = desk();
  const secret = town.dataOf(draft, 'Geheim abstimmen');
  await press(lena, draft, 'Abstimmung öffnen');
  lena.press(draft, 'Geheim abstimmen', { forge: secret });
  await town.move('+5s');
  expect(town.lastToast(lena)).toBe('Die Regeln stehen seit der Öffnung fest. Sie können die Abstimmung beenden und eine neue beginnen.');
  // Who joins now was not called to this vote.
  outsider.say('/ag beitreten AG Wohnen');
  await town.move('+5s');
  await press(outsider, groupCard(), 'Abstimmen');
  expect(town.lastToast(outsider)).toContain('bei der Öffnung Mitglied');
  expect(groupCard().text).toContain('0 von 9');
});

it('votes by phone or on paper are entered by the leader, never over what somebody said themselves; who is silent is asked once', async () => {
  lena.say('/ag eintragen AG Wohnen Frau Krämer');
  await town.move('+5s');
  await opened(QUESTION);
  await votes(others[0]!, 'A: Rathaus');
  await press(lena, desk(), 'Für jemanden eintragen');
  await press(lena, desk(), 'Frau Krämer');
  expect(bare(ballot(lena).text)).toContain('Sie tragen ein für: Frau Krämer');
  await press(lena, ballot(lena), 'B: Bürgerhaus');
  expect(groupCard().text).toContain('2 von 10 haben abgestimmt.');
  await press(lena, desk(), 'Ayşe');
  expect(town.lastToast(lena)).toBe('Diese Person hat selbst abgestimmt. Ändern kann sie ihre Stimme nur selbst.');
  const asked = (person: Person): number => town.telegram.screen(person).filter(({ own, text }) => own && text.includes('Ihre Stimme fehlt noch.')).length;
  await town.move('2019-05-08T18:05:00+02:00');
  expect([...others.slice(0, 3), lena].map(asked)).toEqual([0, 1, 1, 1]);
  await town.move('2019-05-09T17:59:00+02:00');
  expect([...others.slice(0, 3), lena].map(asked)).toEqual([0, 1, 1, 1]);
  // Down at the end: what was pressed in time counts.
  const pressed = ballot(others[1]!);
  await town.restart(async () => {
    others[1]!.press(pressed, 'B: Bürgerhaus');
    await town.time.move('2019-05-09T18:20:00+02:00', { idle: async () => {} });
  });
  await town.move('+80s');
  expect(bare(groupCard().text)).toContain('Beschlossen ist „Bürgerhaus“: Rathaus 1, Bürgerhaus 2.');
  others[2]!.press(ballot(others[2]!), 'A: Rathaus', { forge: town.dataOf(pressed, 'A: Rathaus') });
  await town.move('+5s');
  expect(bare(groupCard().text)).toContain('Rathaus 1, Bürgerhaus 2.');
});

it('secret: two accounts of one person are one vote; after the end no byte links anybody with a choice', async () => {
  await opened(QUESTION, 'Geheim abstimmen');
  expect(groupCard().text).toContain('Geheim: Nach dem Ende ist nirgends mehr gespeichert, wer was gewählt hat.');
  const [one, other, third, gone] = others as [Person, Person, Person, Person];
  await votes(gone, 'A: Rathaus');
  await votes(one, 'A: Rathaus');
  await votes(other, 'B: Bürgerhaus');
  await votes(third, 'A: Rathaus');
  await press(one, ballot(one), 'A: Rathaus');
  one.say('/verknuepfen');
  await town.move('+5s');
  other.say(/\/verknuepfen [A-Z0-9]{4}-[A-Z0-9]{4}/.exec(town.privateTexts(one).at(-1) ?? '')![0]);
  await town.move('+15s');
  expect(groupCard().text).toContain('3 von 8 haben abgestimmt.');

  const [decision] = await decisions();
  const voters = [await personId(one), await personId(third), await personId(gone)];
  const linked = (bytes: string): string[] => voters.filter((id) => bytes.includes(`${id}[`));
  const digests = (): Promise<string[]> => town.store.view(async ({ kernel }) => (await Promise.all(voters.map((id) => kernel.cardsOf(`BALLOT:${decision!.id}/${id}`)))).flat().flatMap(({ digest }) => digest ?? []));
  const fingerprints = await digests();
  // The person with two accounts has their ballot in both.
  expect(fingerprints).toHaveLength(voters.length + 1);
  // While it is open the link is there, or nobody could change their vote; a backup has none even then.
  expect(linked(bytesOf(town.databaseFiles()))).toEqual(voters);
  const folder = mkdtempSync(join(tmpdir(), 'backup-'));
  const copy = join(folder, 'copy.db');
  backupSqlite(town.databaseFiles().find((file) => file.endsWith('.db'))!, copy);
  const copied = readFileSync(copy).toString('latin1');
  rmSync(folder, { recursive: true });
  expect(linked(copied)).toEqual([]);
  for (const digest of fingerprints) expect(copied).not.toContain(digest);

  third.say('/meine_daten');
  await town.move('+5s');
  expect(town.privateTexts(third).some((text) => bare(text).includes('Abstimmung: Wo treffen wir uns?: hat abgestimmt (geheim)'))).toBe(true);
  const file = new TextDecoder().decode(town.telegram.screen(third).findLast((message) => message.document !== undefined)!.document!.bytes);
  expect(JSON.parse(file)).toMatchObject({ decisionVotes: [{ question: 'Wo treffen wir uns?', voted: true, secret: true }] });
  expect(file).not.toContain('choice');

  // Whose card cannot be drawn anew: what was known of it goes all the same.
  gone.block();
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+70s');
  // The newest of the one person's two votes stands: they pressed "Rathaus" again after the other account's vote.
  expect(bare(groupCard().text)).toContain('Beschlossen ist „Rathaus“: Rathaus 3, Bürgerhaus 0.');
  expect(bare(groupCard().text)).toContain('3 von 8 haben abgestimmt');
  const votesLeft = await town.store.view((records) => records.decisions.votes(decision!.id));
  expect(votesLeft.map(({ choice, enteredBy, castAt }) => [choice, enteredBy, castAt === decision!.openedAt])).toEqual(voters.map(() => [null, null, true]));
  const bytes = bytesOf(town.databaseFiles());
  expect(linked(bytes)).toEqual([]);
  for (const digest of fingerprints) expect(bytes).not.toContain(digest);
  for (const person of [one, other, third]) for (const text of town.privateTexts(person)) expect(bare(text)).not.toContain('Ihre Wahl');
});

it('only seats vote where that was fixed; a substitute counts only where the seat itself is silent', async () => {
  for (const name of ['Lena', 'Ayşe', 'Boris']) {
    lena.say(`/ag bereich AG Wohnen ${name} Verwaltung`);
    await town.move('+3s');
  }
  const [ayse, boris, chidi, dana] = others as [Person, Person, Person, Person];
  await opened(QUESTION, 'Nur Sitze stimmen ab', 'Stellvertretung', 'Ayşe', 'Chidi', 'Stellvertretung', 'Boris', 'Dana');
  expect(groupCard().text).toContain('Für 2 Sitze gibt es eine Stellvertretung.');
  await press(others[5]!, groupCard(), 'Abstimmen');
  expect(bare(town.lastToast(others[5]!))).toBe('Hier stimmen nur Mitglieder mit einem Sitz ab: AG Wohnen. Fragen Sie gern die AG-Leitung.');
  await votes(chidi, 'A: Rathaus');
  expect(bare(ballot(chidi).text)).toContain('Sie vertreten Ayşe. Ihre Stimme zählt, wenn Ayşe nicht abstimmt.');
  await votes(dana, 'A: Rathaus');
  await votes(boris, 'B: Bürgerhaus');
  expect(groupCard().text).toContain('2 von 3 haben abgestimmt.');
  await votes(ayse, 'B: Bürgerhaus');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+10s');
  expect(bare(groupCard().text)).toContain('Beschlossen ist „Bürgerhaus“: Rathaus 0, Bürgerhaus 2.');

  await opened(QUESTION, 'Nur Sitze stimmen ab', 'Stellvertretung', 'Ayşe', 'Chidi');
  await votes(chidi, 'A: Rathaus');
  await press(lena, desk(), 'Abstimmung beenden');
  await town.move('+10s');
  expect(bare(groupCard().text)).toContain('Beschlossen ist „Rathaus“: Rathaus 1, Bürgerhaus 0.');
  expect(bare(groupCard().text)).toContain('1 von 3 haben abgestimmt');
});
