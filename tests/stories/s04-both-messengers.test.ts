import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Unit } from '../../src/ports/store.ts';
import { codeFrom, link as linkWith, onTelegram, personOf as personIn, replies as repliesIn, tellS4, times, type Account, type Both } from '../support/one-person.ts';
import type { Person } from '../support/telegram/person.ts';
import { KICKOFF, Town, type TownOptions } from '../support/town.ts';

let town: Town;
let people: Person[];
let one: Account;
let other: Account;
let both: Both;

async function open(options: TownOptions = {}): Promise<void> {
  town = await Town.open({ at: '2018-11-05T09:00:00+01:00', ...options });
  people = [town.resident('Amira', { last_name: 'Kaya' }), town.resident('Amira K.')];
  for (const person of people) person.start();
  await town.move('+10s');
  [one, other] = people.map((person) => onTelegram(town, person)) as [Account, Account];
  both = { one, other, store: town.store, countLines: () => [town.countLine()], until: (time) => town.move(time) };
}
beforeEach(() => open());
afterEach(() => town.close());

const link = (from: Account, into: Account): Promise<void> => linkWith(both, from, into);
const personOf = (account: Account): Promise<string | undefined> => personIn(town.store, account);
const replies = () => repliesIn(town.store);

it('S4: yes for 2 at 10:00, yes for 1 at 10:05; one person, the answer of 10:05 stands, asked once which number is meant', () => tellS4(both));

it('equal answers, and a no after a yes, leave nothing to ask', async () => {
  one.say('/zusage 2');
  await town.move('+1m');
  other.say('/absage');
  await link(one, other);
  expect(town.countLine()).toBe('0 Personen (0 Zusagen) · 0 Vielleicht · 1 Absage');
  expect(times(other, 'Personen?')).toBe(0);
});

it('an account that never answered brings nothing and takes nothing away', async () => {
  one.say('/zusage 2');
  await link(other, one);
  expect(town.countLine()).toBe('2 Personen (1 Zusage) · 0 Vielleicht · 0 Absagen');
  expect(await replies()).toMatchObject([{ partySize: 2 }]);
});

it('wrong, late, used and spoiled codes are answered with one and the same sentence, and change nothing', async () => {
  const refusals: string[] = [];
  const tried = async (text: string): Promise<void> => {
    other.say(text);
    await town.move('+5s');
    refusals.push(other.texts().at(-1)!);
  };
  await tried('/verknuepfen ABCD-2345');
  await tried('/verknuepfen Frau K.');

  one.say('/verknuepfen');
  await town.move('+5s');
  const late = codeFrom(one);
  await town.move('+10m');
  await tried(late);

  one.say('/verknuepfen');
  await town.move('+5s');
  const replaced = codeFrom(one);
  one.say('/verknuepfen');
  await town.move('+5s');
  await tried(replaced);
  expect(await personOf(one)).not.toBe(await personOf(other));
  const used = codeFrom(one);
  other.say(used);
  await town.move('+5s');
  expect(await personOf(one)).toBe(await personOf(other));
  const third = town.resident('Dritte');
  third.start();
  third.say(used);
  await town.move('+5s');
  refusals.push(town.lastPrivate(third).text);
  expect(new Set(refusals).size).toBe(1);
  expect(refusals[0]).toContain('Dieser Code gilt nicht.');
});

it('after five wrong codes an account waits an hour, even with the right one; others are not held up', async () => {
  for (let i = 0; i < 5; i += 1) other.say(`/verknuepfen ABCD-234${i + 2}`);
  await town.move('+10s');
  await link(one, other);
  expect(other.texts().at(-1)).toContain('zu viele falsche Codes');
  expect(await personOf(one)).not.toBe(await personOf(other));
  await town.move('+1h');
  await link(one, other);
  expect(await personOf(one)).toBe(await personOf(other));
});

it('a code typed in a group was read by others: it is worth nothing any more', async () => {
  one.say('/verknuepfen');
  await town.move('+5s');
  const code = codeFrom(one);
  people[1]!.say(town.group, code);
  await town.move('+5s');
  other.say(code);
  await town.move('+5s');
  expect(other.texts().at(-1)).toContain('Dieser Code gilt nicht.');
  expect(await personOf(one)).not.toBe(await personOf(other));
});

it('the own code in the own account is no guess; it waits for the other one', async () => {
  one.say('/verknuepfen');
  await town.move('+5s');
  const code = codeFrom(one);
  one.say(code);
  await town.move('+5s');
  expect(one.texts().at(-1)).toContain('in Ihrem anderen Konto');
  other.say(code);
  await town.move('+5s');
  expect(await personOf(one)).toBe(await personOf(other));
});

/** "Vortag 18:00" and two hours before, of the process file. */
const EVE = '2018-11-23T18:05:00+01:00';
const DAY = '2018-11-24T12:05:00+01:00';
const counts = (): number[] => [one.texts().length, other.texts().length];
const newOnes = ([a, b]: number[]): number[] => [one.texts().length - a!, other.texts().length - b!];

it('what comes later is written once, where the person last wrote; a tap in a group is not writing', async () => {
  one.say('/zusage');
  await link(one, other);
  await town.move('2018-11-20T10:00:00+01:00');
  one.say('/meine');
  await town.move('2018-11-22T10:00:00+01:00');
  people[1]!.press(town.card(), 'Zusage');
  await town.move('2018-11-23T17:55:00+01:00');
  let before = counts();
  await town.move(EVE);
  expect(newOnes(before)).toEqual([1, 0]);
  other.say('/meine');
  await town.move('+10s');
  before = counts();
  await town.move(DAY);
  expect(newOnes(before)).toEqual([0, 1]);
});

it('where one account is blocked or gone, what was promised arrives in the other', async () => {
  one.say('/zusage');
  await link(other, one);
  await town.move('2018-11-23T17:55:00+01:00');
  const before = other.texts().length;
  // Nobody tells us that an account is gone; the first message finds out.
  people[0]!.deleteAccount();
  await town.move(EVE);
  expect(other.texts().length - before).toBe(1);
  expect(other.texts().at(-1)).toContain('Wir erinnern Sie');
  other.choose('Absage');
  await town.move('+10s');
  expect(town.countLine()).toBe('0 Personen (0 Zusagen) · 0 Vielleicht · 1 Absage');
  const reach = await Promise.all(people.map(async ({ id }) => (await town.store.view((records) => records.people.identity('telegram', String(id))))?.reach));
  expect(reach).toEqual(['GONE', 'OPEN']);
  expect(await town.store.view((records) => records.kernel.marker('undelivered'))).toBeNull();
});

it('/meine_daten names both accounts, /loeschen takes both away', async () => {
  one.say('/zusage');
  await link(one, other);
  other.say('/meine_daten');
  await town.move('+10s');
  const shown = other.texts().find((text) => text.includes('Das ist über Sie gespeichert')) ?? '';
  expect(shown).toContain('Amira Kaya');
  expect(shown).toContain('Amira K.');
  other.say('/loeschen');
  await town.move('+5s');
  other.choose('Ja, alles löschen');
  await town.move('+70s');
  expect(town.countLine()).toBe('0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen');
  expect([await personOf(one), await personOf(other)]).toEqual([undefined, undefined]);
  // Not even in what was kept for taking it back, nor in the file's free pages.
  const bytes = town.databaseFiles().map((file) => readFileSync(file).toString('latin1')).join('');
  for (const trace of ['Kaya', 'Amira', String(people[0]!.id), String(people[1]!.id)]) expect(bytes.includes(trace), trace).toBe(false);
});

it('the office takes a link back within a day: both are as they were, and a day later it no longer can', async () => {
  one.say('/zusage 2');
  await town.move('+1m');
  other.say('/zusage 1');
  await link(one, other);
  town.officer.say('/amt');
  await town.move('+10s');
  expect(town.privateTexts(town.officer).some((text) => text.includes('zwei Konten zu einer Person verbunden'))).toBe(true);
  expect(town.lastPrivate(town.officer).buttons).toEqual(['Wieder trennen']);
  town.officer.press(town.lastPrivate(town.officer), 'Wieder trennen');
  await town.move('+10s');
  expect(town.countLine()).toBe('3 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen');
  expect([await town.reply(people[0]!), await town.reply(people[1]!)]).toMatchObject([{ partySize: 2 }, { partySize: 1 }]);
  for (const account of [one, other]) expect(account.texts().at(-1)).toContain('zurückgenommen');

  await link(one, other);
  town.officer.say('/amt');
  await town.move('+10s');
  const card = town.lastPrivate(town.officer);
  await town.move('+25h');
  expect(town.telegram.screen(town.officer).some(({ text }) => text === card.text)).toBe(false);
  expect(await town.store.view((records) => records.links.links())).toEqual([]);
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
});

it('a seat that becomes free by linking goes to the wait list; taking it back takes it from nobody', async () => {
  await town.close();
  await open({ event: { capacity: 3 } });
  one.say('/zusage 2');
  await town.move('+1m');
  other.say('/zusage 1');
  const waiting = [town.resident('Alma'), town.resident('Bela')];
  for (const person of waiting) {
    person.start();
    person.say('/zusage');
    await town.move('+10s');
  }
  await link(one, other);
  expect(await Promise.all(waiting.map((person) => town.reply(person)))).toMatchObject([{ seat: 'CONFIRMED' }, { seat: 'CONFIRMED' }]);
  town.officer.say('/amt');
  await town.move('+10s');
  town.officer.press(town.lastPrivate(town.officer), 'Wieder trennen');
  await town.move('+10s');
  expect(await Promise.all(waiting.map((person) => town.reply(person)))).toMatchObject([{ seat: 'CONFIRMED' }, { seat: 'CONFIRMED' }]);
  expect(await Promise.all(people.map((person) => town.reply(person)))).toMatchObject([{ seat: 'WAITING', partySize: 2 }, { seat: 'CONFIRMED', partySize: 1 }]);
});

it('at every commit there are two persons or one, never something in between: a kill finds nothing else', async () => {
  one.say('/zusage 2');
  await town.move('+1m');
  other.say('/zusage 1');
  await town.move('+10s');
  const seen: string[] = [];
  const look = (): Promise<string> =>
    town.store.view(async ({ people: known, events, links }) => {
      const ids = new Set<string>();
      for (const { id } of people) ids.add((await known.identity('telegram', String(id)))!.personId);
      const stored = (await Promise.all([...ids].map((id) => known.person(id)))).filter((person) => person !== null);
      const tally = await events.tally(KICKOFF);
      expect(tally).toEqual(await events.recount(KICKOFF));
      return `${ids.size} persons, ${stored.length} stored, ${(await events.replies(KICKOFF)).length} replies, ${tally.attendingPersons} come, ${(await links.links()).length} links`;
    });
  const real = { ...town.store };
  Object.assign(town.store, {
    transact: async (work: (unit: Unit) => Promise<unknown>) => {
      const result = await real.transact(work);
      seen.push(await look());
      return result;
    },
  });
  await link(one, other);
  town.officer.say('/amt');
  await town.move('+10s');
  town.officer.press(town.lastPrivate(town.officer), 'Wieder trennen');
  await town.move('+10s');
  const [two, single] = ['2 persons, 2 stored, 2 replies, 3 come, 0 links', '1 persons, 1 stored, 1 replies, 1 come, 1 links'];
  expect(seen.length).toBeGreaterThan(10);
  expect(seen.filter((state, i) => state !== seen[i - 1])).toEqual([two, single, two]);
});

it('S11: the office gives a code for somebody it wrote down; that person types it and counts once', async () => {
  town.officer.say('/erfassen Telefon 2 Frau Kaya');
  await town.move('+10s');
  town.officer.say('/verknuepfen Frau Kaya');
  await town.move('+5s');
  const code = codeFrom(onTelegram(town, town.officer));
  other.say('/zusage 1');
  await town.move('+10s');
  expect(town.countLine()).toBe('3 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen');
  other.say(code);
  await town.move('+10s');
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
  expect(other.texts().at(-1)).toContain('1 oder 2 Personen?');
  other.say('/verlauf');
  await town.move('+5s');
  const log = other.texts().at(-1)!;
  for (const act of ['Rückmeldung eingetragen', 'Code zum Verbinden ausgegeben', 'zwei Konten verbunden']) expect(log).toContain(act);
});

it('a role in the office comes along, but never by a code alone: the person is asked first', async () => {
  const officer = onTelegram(town, town.officer);
  await link(officer, other);
  expect(other.texts().at(-1)).toContain('Eines der beiden Konten gehört zum Amt.');
  expect(await personOf(other)).not.toBe(await personOf(officer));
  other.choose('Nein');
  await town.move('+5s');
  await link(officer, other);
  other.choose('Ja');
  await town.move('+5s');
  expect(await personOf(other)).toBe(await personOf(officer));
  other.say('/amt');
  await town.move('+5s');
  expect(other.texts().some((text) => text.includes('Übersicht'))).toBe(true);
});
