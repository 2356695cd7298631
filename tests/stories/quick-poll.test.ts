import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';

let town: Town;
let room: Room;
let lena: Person;
let tom: Person;

beforeEach(async () => {
  town = await Town.open();
  lena = town.resident('Lena', { started: true });
  tom = town.resident('Tom', { started: true });
  for (const person of [lena, tom]) {
    person.start();
    person.say('/ag mitmachen Wohnen');
  }
  await town.move('+5s');
  town.officer.say('/ag leitung Wohnen Lena');
  room = town.telegram.supergroup({ title: 'AG Wohnen', members: [town.officer, lena, tom] });
  town.officer.say(room, '/hier AG Wohnen');
  await town.move('+5s');
});
afterEach(() => town.close());

/** In the group; answers what only they see there afterwards. */
async function ask(person: Person, text: string, where: Room = room, replyTo?: ScreenMessage): Promise<string> {
  const before = whispers(person, where).length;
  person.say(where, text, replyTo === undefined ? {} : { replyTo: replyTo.id });
  await town.move('+5s');
  return whispers(person, where).slice(before).map((each) => bare(each.text)).join('\n');
}
const whispers = (person: Person, where: Room): ScreenMessage[] => person.sees(where).filter(({ own, ephemeralFor }) => own && ephemeralFor === person.id);

async function opens(person: Person, label: string): Promise<void> {
  person.press(town.telegram.screen(person).findLast(({ buttons }) => buttons.includes(label))!, label);
  await town.move('+5s');
}

const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');
interface ShownPoll {
  readonly question: string;
  readonly description?: string;
  readonly options: readonly { readonly text: string; readonly voter_count: number }[];
  readonly is_closed: boolean;
  readonly is_anonymous: boolean;
  readonly type: string;
  readonly allows_multiple_answers: boolean;
}
const polls = (where: Room = room): ScreenMessage[] => town.telegram.screen(where).filter(({ poll }) => poll !== undefined);
const shown = (message: ScreenMessage): ShownPoll => message.poll as ShownPoll;
const updates = (): Promise<number> => town.store.view(({ kernel }) => kernel.inboxCount('DONE'));

it('one poll of the messenger’s own: it counts by itself, says what it is, and the leader ends it', async () => {
  await ask(lena, '/stimmungsbild Kaffee oder Tee? Kaffee; Tee; beides');
  expect(polls()).toHaveLength(1);
  const [poll] = polls();
  expect(shown(poll!)).toMatchObject({
    question: 'Kaffee oder Tee?',
    options: [{ text: 'Kaffee' }, { text: 'Tee' }, { text: 'beides' }],
    description: 'Ein Stimmungsbild. Beschlüsse fasst die Gruppe mit /abstimmung.',
    type: 'regular', is_anonymous: true, allows_multiple_answers: false, is_closed: false,
  });

  const heard = await updates();
  tom.votes(poll!, 1);
  lena.votes(poll!, 2);
  await town.move('+5s');
  expect(shown(polls()[0]!).options.map(({ voter_count }) => voter_count)).toEqual([0, 1, 1]);
  expect(await updates(), 'votes never come to us').toBe(heard);

  expect(await ask(tom, '/stimmungsbild ende', room, poll)).toContain('Das kann nur die Leitung der Gruppe.');
  expect(await ask(lena, '/stimmungsbild ende', room, poll)).toBe('Das Stimmungsbild ist beendet.');
  expect(shown(polls()[0]!)).toMatchObject({ is_closed: true });
  expect(JSON.stringify(await town.store.view(({ kernel }) => kernel.cardByMessage(`telegram:${room.id}` as never, String(poll!.id))))).not.toContain('Kaffee');
  expect(await ask(lena, '/stimmungsbild ende')).toContain('Hier ist kein Stimmungsbild offen.');
  expect(town.telegram.calls('stopPoll')).toHaveLength(1);
});

it('what is missing is asked for; without a reply the newest one ends', async () => {
  const prompt = (): ScreenMessage => town.telegram.screen(room).findLast(({ own }) => own)!;
  await ask(lena, '/kurzumfrage');
  expect(prompt().text).toContain('Was möchten Sie die Gruppe fragen?');
  await ask(lena, 'Wer bringt Kuchen?', room, prompt());
  expect(prompt().buttons).toEqual(['Ja oder Nein']);
  await ask(lena, 'ich; ich nicht', room, prompt());
  await ask(lena, '/quickpoll Kuchen: süß, salzig');
  expect(polls().map((poll) => [shown(poll).question, shown(poll).options.map(({ text }) => text)])).toEqual([['Wer bringt Kuchen?', ['ich', 'ich nicht']], ['Kuchen', ['süß', 'salzig']]]);
  const talk = town.telegram.screen(room).find(({ text }) => text === 'Wer bringt Kuchen?')!;
  expect(await ask(lena, '/stimmungsbild ende', room, talk)).toContain('Das ist kein offenes Stimmungsbild.');
  await ask(lena, '/stimmungsbild ende');
  expect(polls().map((poll) => shown(poll).is_closed)).toEqual([false, true]);
});

it('a group in two languages reads the line in both; what was asked before stands as it was asked', async () => {
  await ask(lena, '/stimmungsbild Kuchen? ja; nein');
  town.officer.say(room, '/sprachen de en');
  await town.move('+5s');
  await ask(lena, '/stimmungsbild Kaffee oder Tee? Kaffee; Tee');
  await ask(lena, '/stimmungsbild ende');
  const german = 'Ein Stimmungsbild. Beschlüsse fasst die Gruppe mit /abstimmung.';
  expect(polls().map((poll) => [shown(poll).description, shown(poll).is_closed])).toEqual([[german, false], [`${german}\nA show of hands. The group decides with /decision.`, true]]);
  expect(polls().map(({ edited }) => edited)).toEqual([false, false]);
});

it.each([
  ['one answer', 'Kaffee? ja', 'Ein Stimmungsbild braucht mindestens zwei Antworten, mit Strichpunkt getrennt, zum Beispiel: Kaffee; Tee'],
  ['thirteen answers', `Zahl? ${Array.from({ length: 13 }, (_, n) => n + 1).join('; ')}`, 'Das wären 13 Antworten. Bitte wählen Sie höchstens 12 aus.'],
  ['an answer twice', 'Was? Kaffee; Tee; kaffee', '„kaffee“ steht zweimal da. Bitte nennen Sie jede Antwort nur einmal.'],
  ['a question too long', `${'lang '.repeat(60)}? A; B`, 'Die Frage ist zu lang. Bitte fassen Sie sie in höchstens 250 Zeichen.'],
  ['an answer too long', `Was? A; ${'b'.repeat(81)}`, 'Eine Antwort ist zu lang. Bitte fassen Sie jede in höchstens 80 Zeichen.'],
  ['a quorum', 'quorum=5 Kaffee? ja; nein', 'Ein Stimmungsbild kennt keine Regeln wie „quorum=5“. Mit Regeln entscheidet die Gruppe durch /abstimmung.'],
  ['a deadline', 'Kaffee? ja; nein; Frist=morgen', 'Ein Stimmungsbild kennt keine Regeln wie „Frist=morgen“. Mit Regeln entscheidet die Gruppe durch /abstimmung.'],
  ['secrecy', 'Kaffee? --geheim ja; nein', 'Ein Stimmungsbild kennt keine Regeln wie „--geheim“. Mit Regeln entscheidet die Gruppe durch /abstimmung.'],
])('%s is refused in one sentence', async (_what, typed, sentence) => {
  expect(await ask(lena, `/stimmungsbild ${typed}`)).toBe(sentence);
  expect(polls()).toEqual([]);
});

it('only whoever leads asks, only in a group; where a room belongs to no working group, the office', async () => {
  expect(await ask(tom, '/stimmungsbild Kaffee? ja; nein')).toContain('Das kann nur die Leitung der Gruppe.');
  lena.say('/stimmungsbild');
  await town.move('+5s');
  expect(town.lastPrivate(lena).text).toBe('Ein Stimmungsbild gehört in eine Gruppe: Bitte schreiben Sie den Befehl dort.');
  expect(await ask(lena, '/stimmungsbild Kaffee? ja; nein', town.group)).toContain('Das ist dem Amt vorbehalten.');
  expect(polls().concat(polls(town.group))).toEqual([]);
  await ask(town.officer, '/stimmungsbild Kaffee? ja; nein', town.group);
  await ask(town.officer, '/stimmungsbild Kaffee? ja; nein');
  expect([polls(), polls(town.group)].map((each) => each.length)).toEqual([1, 1]);
});

it('where one subject has several rooms each would count its own: it is for a vote', async () => {
  const second = town.telegram.supergroup({ title: 'AG Wohnen 2', members: [town.officer, lena] });
  await ask(lena, '/stimmungsbild Kaffee? ja; nein');
  town.officer.say(second, '/hier AG Wohnen');
  await town.move('+5s');
  for (const where of [room, second]) expect(await ask(lena, '/stimmungsbild', where)).toBe('Zu diesem Thema gibt es mehrere Gruppen im Chat, und ein Stimmungsbild würde nur diese zählen. Alle zusammen zählt /abstimmung.');
  await ask(lena, '/stimmungsbild ende');
  expect(shown(polls()[0]!), 'what was asked before still ends').toMatchObject({ is_closed: true });
  second.kickBot();
  await town.move('+5s');
  await ask(lena, '/stimmungsbild Tee? ja; nein');
  expect(polls()).toHaveLength(2);
});

it('one question is asked once: not beside a vote, a date poll or another show of hands', async () => {
  await ask(lena, '/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus');
  await opens(lena, 'Abstimmung öffnen');
  expect(await ask(lena, '/stimmungsbild wo treffen wir uns: Rathaus; Bürgerhaus')).toContain('Darüber läuft schon eine Abstimmung.');
  await ask(lena, '/terminumfrage Sommerfest: Di 6.11. 19-21, Do 8.11. 19-21');
  await opens(lena, 'Umfrage öffnen');
  expect(await ask(lena, '/stimmungsbild Sommerfest? ja; nein')).toContain('Danach fragt schon eine Terminumfrage.');
  await ask(lena, '/stimmungsbild Kaffee? ja; nein');
  expect(await ask(lena, '/stimmungsbild Kaffee? immer; nie')).toContain('Danach fragt hier schon ein Stimmungsbild.');
  expect(polls()).toHaveLength(1);
  await ask(lena, '/stimmungsbild ende');
  await ask(lena, '/stimmungsbild Kaffee? immer; nie');
  expect(polls()).toHaveLength(2);
});

it('a vote or a date poll about the same takes its place', async () => {
  await ask(lena, '/stimmungsbild Wo treffen wir uns? hier; dort');
  await ask(lena, '/stimmungsbild Sommerfest? ja; nein');
  await ask(lena, '/stimmungsbild Kaffee? ja; nein');
  const ended = (): boolean[] => polls().map((poll) => shown(poll).is_closed);
  await ask(lena, '/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus');
  expect(ended()).toEqual([false, false, false]);
  await opens(lena, 'Abstimmung öffnen');
  expect(ended()).toEqual([true, false, false]);
  await ask(lena, '/terminumfrage Sommerfest: Di 6.11. 19-21, Do 8.11. 19-21');
  await opens(lena, 'Umfrage öffnen');
  expect(ended()).toEqual([true, true, false]);
});

it('a stop between asking and ending loses nothing, and a moved group is not asked a second time', async () => {
  await ask(lena, '/stimmungsbild Kaffee? ja; nein');
  const [poll] = polls();
  await town.restart(async () => void lena.say(room, '/stimmungsbild ende', { replyTo: poll!.id }));
  await town.move('+5s');
  expect(shown(polls()[0]!)).toMatchObject({ is_closed: true });

  const small = town.telegram.group({ title: 'Kleine Gruppe', members: [town.officer] });
  await ask(town.officer, '/stimmungsbild Tee? ja; nein', small);
  expect(polls(small)).toHaveLength(1);
  const large = small.migrate();
  await town.move('+20s');
  expect(polls(large)).toEqual([]);
  expect(await ask(town.officer, '/stimmungsbild ende', large)).toContain('Hier ist kein Stimmungsbild offen.');
  await ask(town.officer, '/stimmungsbild Tee? ja; nein', large);
  expect(polls(large)).toHaveLength(1);
});
