import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseCommand } from '../../src/kernel/command.ts';
import { FACELESS, openScene, PEOPLE, says, type Scene, type Someone, type Where } from '../support/door-people.ts';

/** Who is meant, by what comes of it: a text's key, `card KIND`, `asks`, `picture`, `file`. */
type Cells = Readonly<Record<string, string>>;
interface Row {
  readonly private: Cells;
  /** In the working group's chat; where nothing is said, as in private. */
  readonly group?: Cells;
  /** In a chat that is about nothing yet; where nothing is said, as in the working group's. */
  readonly other?: Cells;
}

const STAFF = 'officer deputy helper';
const OFFICE = 'officer deputy';
const LEADS = 'officer deputy leader';
const INSIDE = 'officer deputy leader member';
/** Staff, and whoever has power over this very chat. */
const ORGANISERS = 'officer deputy helper moderator anonymous';
/** Everybody the row does not name. */
const REST = '*';

const all = (key: string): Cells => ({ [key]: REST });
const only = (who: string, key: string, otherwise = 'command-not-allowed'): Cells => ({ [key]: who, [otherwise]: REST });
const leads = (key: string): Cells => only(LEADS, key, 'group-leaders-only');
const inside = (key: string): Cells => only(INSIDE, key, 'group-none-own');
const inPrivate = all('data-in-private');
const officePrivate = only(STAFF, 'office-in-private');
const toTheTown = (key: string): Row => ({ private: { asks: 'leader member', [key]: REST }, group: only('officer deputy helper leader member', key, 'refused-not-member'), other: { asks: 'leader member', [key]: REST } });

/**
 * What one types, and what becomes of it for whom. A new command has its row here, with everything that may be typed
 * behind it and is not everybody's.
 */
const ROWS: Readonly<Record<string, Row>> = {
  '/start': { private: all('welcome-title'), group: all('start-in-private') },
  '/hilfe': { private: all('help-title') },
  '/sprache de': { private: all('language-set') },
  '/meine_daten': { private: only('stranger', 'data-none', 'data-title'), group: inPrivate },
  '/loeschen ja': { private: only('stranger', 'data-none', 'forget-done'), group: inPrivate },
  '/abbrechen': { private: all('dialog-none') },
  '/prozess': { private: all('process-funding') },
  '/kontakt': { private: all('contact-title') },
  '/datenschutz': { private: all('privacy-title') },
  '/zusage': toTheTown('reply-attending'),
  '/vielleicht': toTheTown('reply-maybe'),
  '/absage': toTheTown('reply-declined'),
  '/termine': { private: all('event-when') },
  '/meine': { private: all('mine-none') },
  '/mitbringen': { private: { asks: 'leader member', 'card BRING': REST }, group: all('bring-none'), other: { asks: 'leader member', 'bring-private': REST } },
  '/erinnerung': { private: all('card CHOICES'), group: inPrivate },
  '/ruhe 21-8': { private: all('quiet-set') },
  '/vorlauf auftakt': { private: only(OFFICE, 'lead-title') },
  '/vorlauf auftakt 5 Stunden vorher': { private: only(OFFICE, 'lead-title') },
  '/ag': { private: all('group-list-title') },
  '/ag Wohnen': { private: all('card GROUP'), group: all('group-show-private') },
  '/ag neu Sport': { private: only(OFFICE, 'group-made') },
  '/ag beitreten Wohnen': { private: only('leader member', 'group-none', 'group-joined') },
  '/ag verlassen Wohnen': { private: only('leader member', 'group-left', 'group-not-in') },
  '/ag mitglieder Wohnen': { private: only(INSIDE, 'group-roster-title', 'group-roster-members-only'), group: only(INSIDE, 'group-roster-sent', 'group-roster-members-only') },
  '/ag eintragen Wohnen Herr Z.': { private: leads('group-entered') },
  '/ag austragen Wohnen Mira': { private: leads('group-removed') },
  '/ag leitung Wohnen Mira': { private: leads('group-leader-set') },
  '/ag vertretung Wohnen Mira': { private: leads('group-deputy-set') },
  '/ag bereich Wohnen Mira Verwaltung': { private: leads('group-sector-set') },
  '/ag offen Wohnen': { private: leads('group-open') },
  '/ag anfrage Wohnen': { private: leads('group-approval') },
  '/ag schliessen Wohnen': { private: { 'group-closed': OFFICE, 'command-not-allowed': 'leader', 'group-leaders-only': REST } },
  '/treffen Wohnen': { private: { 'meeting-how-leader': LEADS, 'meeting-how': 'member', 'group-none-own': REST } },
  '/treffen ag-wohnen: Di 6.11.2018 19-21': { private: leads('meeting-made') },
  '/treffen ag-wohnen: jeden ersten Dienstag 19 Uhr': { private: leads('series-made') },
  '/treffen verschieben Wohnen Mi 31.10.2018 19-21': { private: leads('asks') },
  '/treffen entfällt Wohnen': { private: leads('asks') },
  '/treffen punkt ag-wohnen: Lüften': { private: inside('agenda-noted') },
  '/treffen tagesordnung Wohnen': { private: inside('agenda-title') },
  '/treffen anwesend Wohnen': { private: leads('card ATTENDANCE'), group: leads('attendance-private') },
  '/treffen antwort Wohnen Mira Ja': { private: leads('meeting-replied') },
  '/treffen ende Wohnen': { private: leads('series-none') },
  '/aufgabe Wohnen:': { private: inside('card TASKS'), group: inside('tasks-private') },
  '/aufgabe ag-wohnen: Saal fegen, Mira, -': { private: inside('task-given') },
  '/protokoll Wohnen:': { private: inside('minutes-none'), group: inside('minutes-private') },
  '/protokoll ag-wohnen: Wir haben beschlossen': { private: inside('minutes-laid-before') },
  '/terminumfrage AG Wohnen: Fest: Di 14.5.2019 19-21, Do 16.5.2019 19-21': { private: leads('card POLLDESK'), group: leads('poll-draft-sent') },
  '/umfragen': { private: only(INSIDE, 'polls-title', 'polls-none'), group: only('leader member', 'polls-title', 'polls-none') },
  '/umfragen Bild': { private: only(INSIDE, 'picture', 'polls-none'), group: all('picture'), other: all('polls-none') },
  '/umfragen Tabelle': { private: only(LEADS, 'file', 'polls-none'), group: all('polls-in-private') },
  '/termin_vorschlagen Fr 17.5.2019 19-21': { private: only('leader member', 'poll-proposed', 'polls-none'), group: inPrivate },
  '/bemerkung A später': { private: { 'poll-comment-noted': 'member', 'poll-comment-first-answer': 'leader', 'polls-none': REST }, group: inPrivate },
  '/abstimmung AG Wohnen: Farbe? Rot; Blau': { private: leads('card DECISIONDESK'), group: leads('decision-draft-sent') },
  '/abstimmungen': { private: only(INSIDE, 'decisions-open', 'decisions-none'), group: inPrivate },
  '/abstimmungen Bild': { private: only(INSIDE, 'picture', 'decisions-no-outcome'), group: all('picture'), other: all('decisions-no-outcome') },
  '/abstimmungen Tabelle': { private: only(LEADS, 'file', 'decisions-no-outcome'), group: inPrivate },
  '/berichtigung <counted> Zahl falsch': { private: leads('decision-note-kept'), group: inPrivate },
  '/stimmungsbild Kuchen? Ja; Nein': { private: all('quickpoll-in-group'), group: leads('quickpoll-several-rooms'), other: only(OFFICE, 'card QUICKPOLL') },
  '/stimmungsbild ende': { private: all('quickpoll-in-group'), group: leads('quickpoll-none'), other: only(OFFICE, 'quickpoll-none') },
  '/hier auftakt': { private: all('only-in-group'), group: { 'card EVENT': ORGANISERS, 'here-unknown': 'leader', 'command-not-allowed': REST } },
  '/hier ag-wohnen': { private: all('only-in-group'), group: only(`${ORGANISERS} leader`, 'card GROUP'), other: { 'card GROUP': STAFF, 'here-asked': 'leader moderator anonymous', 'command-not-allowed': REST } },
  '/sprachen de en': { private: only(STAFF, 'only-in-group'), group: only(ORGANISERS, 'languages-set') },
  '/liste': { private: only(STAFF, 'list-title'), group: officePrivate },
  '/liste csv': { private: only(STAFF, 'file'), group: officePrivate },
  '/liste umfragen': { private: { file: OFFICE, 'list-no-polls': 'helper', 'command-not-allowed': REST }, group: officePrivate },
  '/liste abstimmungen': { private: { file: OFFICE, 'decisions-no-outcome': 'helper', 'command-not-allowed': REST }, group: officePrivate },
  '/erfassen Telefon 2 Frau K.': { private: only(STAFF, 'entered'), group: officePrivate },
  '/verschieben auftakt 1.12.2018 14:00': { private: only(OFFICE, 'asks') },
  '/entfaellt auftakt Sturm': { private: only(OFFICE, 'asks') },
  '/veranstaltung auftakt': { private: only(OFFICE, 'event-how') },
  '/veranstaltung auftakt plätze 80': { private: only(OFFICE, 'card-deadline-soft') },
  '/amt': { private: only(STAFF, 'board-title'), group: inPrivate },
  '/amt einladen Hilfe': { private: only('officer', 'office-invite'), group: inPrivate },
  '/amt ABCD-EFGH': { private: all('office-code-wrong'), group: inPrivate },
  '/verlauf': { private: only(OFFICE, 'log-title', 'log-empty'), group: inPrivate },
  '/verknuepfen': { private: all('link-code'), group: all('link-in-private') },
  '/verknuepfen Frau Kaya': { private: only(STAFF, 'link-code-entry', 'link-wrong'), group: all('link-in-private') },
  '/verknuepfen ABCD-EFGH': { private: all('link-wrong'), group: all('link-in-private') },
};

const REACHED: readonly Where[] = ['private', 'group', 'other'];
const FACELESS_CELLS: Cells = { 'hidden-admin': 'anonymous', 'not-a-person': 'channel', silence: 'bot' };

/** What the row says of somebody. */
function expected(row: Row, where: Where, who: Someone): string {
  const cells = where === 'private' ? row.private : ((where === 'other' ? row.other : undefined) ?? row.group ?? row.private);
  for (const [key, people] of Object.entries(cells)) if (people.split(' ').includes(who)) return key;
  for (const [key, people] of Object.entries(FACELESS_CELLS)) if (people === who) return key;
  return Object.entries(cells).find(([, people]) => people === REST)?.[0] ?? 'nothing is said of them';
}

let scene: Scene;
beforeAll(async () => void (scene = await openScene()), 60_000);
afterAll(() => scene.door.close());

const rowsOf = (): [string, Row][] => Object.entries(ROWS).map(([typed, row]) => [typed.replace('<counted>', scene.counted), row]);

it('every command has its row', () => {
  const named = new Set(Object.keys(ROWS).map((typed) => parseCommand(typed)?.name));
  const without = scene.door.commands.filter(({ name }) => !named.has(name)).map(({ name }) => `/${name} has no row: write into ROWS in tests/stories/who-may.test.ts what one types, and who may.`);
  expect(without).toEqual([]);
});

it('every command does what it may, for everybody, everywhere', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  let cells = 0;
  for (const [typed, row] of rowsOf()) {
    for (const where of REACHED) {
      const there: readonly Someone[] = where === 'private' ? PEOPLE : [...PEOPLE, ...FACELESS];
      const outcomes = await scene.door.outcomes(there.map((who) => says(scene.door, who, where, typed)));
      for (const [index, who] of there.entries()) {
        cells += 1;
        const meant = expected(row, where, who);
        if (outcomes[index] !== meant) wrong.push(`${typed} · ${where} · ${who}: ${outcomes[index]} instead of ${meant}`);
      }
    }
  }
  console.log(`who may: ${cells} cells, ${Object.keys(ROWS).length} rows, ${scene.door.commands.length} commands`);
  expect(wrong).toEqual([]);
});
