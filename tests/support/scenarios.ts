import type { Event } from '../../src/events/records.ts';
import type { Stage } from './faults-stage.ts';
import { groupScenarios } from './scenarios-groups.ts';
import type { Person } from './telegram/person.ts';

/** A short story. What `prepare` does goes well; during `play` the bot may die at any call; where something happens `meanwhile`, it is down, and may die at its start as well. */
export interface Scenario<T = unknown> {
  readonly name: string;
  readonly at?: string;
  readonly event?: Partial<Event>;
  prepare(stage: Stage): Promise<T>;
  meanwhile?(stage: Stage, prepared: T): void;
  play(stage: Stage, prepared: T): Promise<void>;
}

/** Long enough for a call of unknown outcome to be tried once more. */
const A_WHILE = '+25s';

const scenario = <T>(made: Scenario<T>): Scenario => made;

async function showCard(stage: Stage): Promise<void> {
  stage.officer.say(stage.group, '/hier');
  await stage.move(A_WHILE);
}

async function opened(stage: Stage, name: string, ...words: string[]): Promise<Person> {
  const person = stage.resident(name, { started: true });
  person.start();
  for (const text of words) person.say(text);
  await stage.move(A_WHILE);
  return person;
}

/** A room of four with one seat left, a party of three and one of two that wait. */
async function full(stage: Stage): Promise<{ seated: Person; three: Person; two: Person }> {
  await showCard(stage);
  const seated = await opened(stage, 'Sitzt', '/zusage 3');
  return { seated, three: await opened(stage, 'Drei', '/zusage 3'), two: await opened(stage, 'Zwei', '/zusage 2') };
}

export const scenarios: readonly Scenario[] = [
  scenario({
    name: 'a yes',
    async prepare(stage) {
      await showCard(stage);
      return stage.resident('Amira');
    },
    async play(stage, amira) {
      amira.press(stage.card(), 'Zusage');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'a double tap, a change of mind, in private too',
    async prepare(stage) {
      await showCard(stage);
      return [stage.resident('Amira'), stage.resident('Ben')] as const;
    },
    async play(stage, [amira, ben]) {
      const card = stage.card();
      amira.press(card, 'Zusage');
      amira.press(card, 'Zusage');
      ben.press(card, 'Vielleicht');
      await stage.move(A_WHILE);
      amira.press(card, '+1 Person');
      ben.press(card, 'Absage');
      ben.start();
      ben.say('/zusage 2');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'a start, with taps and a promise that have waited',
    async prepare(stage) {
      await showCard(stage);
      const ben = await opened(stage, 'Ben');
      stage.telegram.fault({ kind: '429', method: 'sendMessage', chat: ben, retryAfter: 60 });
      ben.say('/zusage 2');
      await stage.move('+2s');
      return { ben, amira: stage.resident('Amira') };
    },
    meanwhile(stage, { ben, amira }) {
      amira.press(stage.card(), 'Zusage');
      ben.say('/vielleicht');
    },
    play: (stage) => stage.move('+90s'),
  }),
  scenario({
    name: 'a full room: a party waits, a seat comes free, an offer',
    event: { capacity: 4 },
    prepare: full,
    async play(stage, { seated, three }) {
      const late = stage.resident('Spät', { started: true });
      late.say('/zusage 2');
      stage.pressLast(three, 'auf 3 warten');
      await stage.move(A_WHILE);
      seated.say('/absage');
      await stage.move(A_WHILE);
      stage.pressLast(three, 'Ja, 3 Plätze');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'an offer lapses, the next in line gets one',
    event: { capacity: 4 },
    async prepare(stage) {
      const { seated, three, two } = await full(stage);
      stage.pressLast(three, 'auf 3 warten');
      seated.say('/absage');
      await stage.move('+1435m');
      // Telegram was heard a moment ago: a bot that is raised after hours of silence would tell the office of them.
      stage.officer.say('/hilfe');
      await stage.move('+5s');
      return two;
    },
    async play(stage, two) {
      await stage.move('+6m');
      stage.pressLast(two, 'Ja, 2 Plätze');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'an entry by phone turns out to be somebody in the chat',
    at: '2018-11-19T10:00:00+01:00',
    async prepare(stage) {
      await showCard(stage);
      return stage.resident('Amira', { last_name: 'Kaya', started: true });
    },
    async play(stage, kaya) {
      stage.officer.say('/erfassen Telefon 2 Frau K.');
      await stage.move(A_WHILE);
      kaya.press(stage.card(), 'Zusage');
      await stage.move(A_WHILE);
      stage.officer.say('/amt');
      await stage.move(A_WHILE);
      stage.pressLast(stage.officer, 'Dieselbe Person');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'two accounts become one person, and two again',
    async prepare(stage) {
      await showCard(stage);
      const other = await opened(stage, 'Amira', '/zusage 2');
      const one = await opened(stage, 'Amira K.', '/zusage', '/verknuepfen');
      const [typed] = /\/verknuepfen \S+/.exec(stage.telegram.screen(one).findLast(({ own }) => own)?.text ?? '') ?? [];
      return { other, typed: typed ?? '' };
    },
    async play(stage, { other, typed }) {
      other.say(typed);
      await stage.move(A_WHILE);
      stage.pressLast(other, '1 Person');
      await stage.move(A_WHILE);
      stage.officer.say('/amt');
      await stage.move(A_WHILE);
      stage.pressLast(stage.officer, 'Wieder trennen');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'the event moves, everybody is asked',
    async prepare(stage) {
      await showCard(stage);
      const [anna, tom, silent] = [await opened(stage, 'Anna'), await opened(stage, 'Tom'), stage.resident('Still')];
      for (const person of [anna, tom, silent]) person.press(stage.card(), 'Zusage');
      await stage.move(A_WHILE);
      return { anna, tom };
    },
    async play(stage, { anna, tom }) {
      stage.officer.say('/verschieben 1.12.2018 14:00-18:30');
      await stage.move(A_WHILE);
      stage.pressLast(stage.officer, 'Ja');
      await stage.move(A_WHILE);
      stage.pressLast(anna, 'Passt');
      stage.pressLast(tom, 'Geht nicht');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'the event is cancelled',
    async prepare(stage) {
      await showCard(stage);
      const anna = await opened(stage, 'Anna', '/zusage', '/mitbringen kulinarisches Linsensuppe');
      stage.resident('Still').press(stage.card(), 'Zusage');
      await stage.move(A_WHILE);
      return anna;
    },
    async play(stage, anna) {
      stage.officer.say('/entfaellt Der Saal ist gesperrt.');
      await stage.move(A_WHILE);
      stage.pressLast(stage.officer, 'Ja');
      await stage.move(A_WHILE);
      anna.say('/zusage');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'somebody wants to be forgotten',
    async prepare(stage) {
      await showCard(stage);
      return opened(stage, 'Nour', '/zusage 2', '/mitbringen kulinarisches Hummus');
    },
    async play(stage, nour) {
      nour.say('/loeschen');
      await stage.move(A_WHILE);
      stage.pressLast(nour, 0);
      await stage.move('+70s');
    },
  }),
  scenario({
    name: 'the first card of a group',
    prepare: async () => {},
    async play(stage) {
      stage.officer.say(stage.group, '/hier');
      await stage.move(A_WHILE);
      stage.resident('Amira').press(stage.card(), 'Zusage');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'a group becomes a supergroup',
    async prepare(stage) {
      const old = stage.telegram.group({ title: 'Alte Gruppe', members: [stage.officer] });
      const anna = stage.telegram.user({ first_name: 'Anna', language_code: 'de' });
      old.admit(anna);
      stage.officer.say(old, '/hier');
      await stage.move(A_WHILE);
      return { old, anna };
    },
    async play(stage, { old, anna }) {
      anna.press(stage.card(old), 'Zusage');
      const moved = old.migrate();
      await stage.move(A_WHILE);
      anna.press(stage.card(moved), 'Absage');
      await stage.move(A_WHILE);
    },
  }),
  scenario({
    name: 'reminders of a day before and of two hours before, each once',
    at: '2018-11-23T17:55:00+01:00',
    async prepare(stage) {
      await showCard(stage);
      await opened(stage, 'Anna', '/zusage 2');
      await opened(stage, 'Tom', '/vielleicht');
    },
    async play(stage) {
      await stage.move('2018-11-23T18:02:00+01:00');
      await stage.move('2018-11-24T12:05:00+01:00');
    },
  }),
  scenario({
    name: 'a reminder is answered by a tap, the office has its tasks and the count',
    at: '2018-11-13T17:55:00+01:00',
    async prepare(stage) {
      await showCard(stage);
      return opened(stage, 'Tom', '/vielleicht');
    },
    async play(stage, tom) {
      await stage.move('2018-11-13T18:02:00+01:00');
      stage.pressLast(tom, 'Zusage');
      await stage.move('2018-11-16T00:10:00+01:00');
    },
  }),
  ...groupScenarios,
];
