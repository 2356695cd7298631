import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';
import type { Person } from '../support/telegram/person.ts';
import type { Room } from '../support/telegram/room.ts';

let town: Town;
let room: Room;
let anna: Person;
let stranger: Person;

beforeEach(async () => {
  town = await Town.open();
  [anna, stranger] = [town.resident('Anna', { started: true }), town.resident('Fremd', { started: true })];
  for (const person of [anna, stranger]) person.start();
  await say(anna, '/ag mitmachen Wohnen');
  await say(town.officer, '/ag leitung Wohnen Anna');
  room = town.telegram.supergroup({ title: 'Wohnen in Mössingen', members: [anna, stranger] });
});
afterEach(() => town.close());

/** Answers what the person sees last there. */
async function say(person: Person, text: string, where: Room | null = null): Promise<string> {
  if (where === null) person.say(text);
  else person.say(where, text);
  await town.move('+5s');
  const seen = where === null ? town.lastPrivate(person) : town.telegram.screen(where, person).findLast(({ own }) => own)!;
  return seen.text.replaceAll(/[\u2060\u2066-\u2069]/g, '');
}

const cards = (): string[] => town.telegram.screen(room).flatMap(({ own, text, buttons }) => (own && buttons.length > 0 ? text.split('\n')[0]! : []));
const bound = () => town.store.view(async ({ kernel }) => (await kernel.rooms()).find(({ title }) => title === 'Wohnen in Mössingen')?.groupKey ?? null);

async function decide(label: string): Promise<void> {
  town.officer.press(town.lastPrivate(town.officer), label);
  await town.move('+5s');
}

it('a leader asks for a room of their own group; the office says yes, and the cards hang there', async () => {
  await say(anna, '/treffen Di 6.11. 19-21 Rathaus');
  expect(await say(anna, '/hier', room)).toContain('Ich habe das Amt gefragt.');
  expect(cards()).toEqual([]);
  expect(await bound()).toBeNull();
  expect(town.lastPrivate(town.officer).text.replaceAll(/[\u2060\u2066-\u2069]/g, '')).toContain('Anna möchte die Chat-Gruppe Wohnen in Mössingen mit AG Wohnen verbinden.');
  await decide('Verbinden');
  expect(cards()).toEqual(['AG Wohnen', 'AG Wohnen, 1. Treffen']);
  expect(await bound()).toBe('ag-wohnen');
  expect(town.lastPrivate(anna).text).toContain('Das Amt hat zugestimmt');
  // From now on the card comes back without a question.
  await say(anna, '/hier', room);
  expect(cards()).toHaveLength(2);
});

it('only that group, only who leads it, and only if the office agrees', async () => {
  expect(await say(stranger, '/hier Wohnen', room)).toContain('Das ist dem Amt vorbehalten.');
  expect(await say(anna, '/hier auftakt', room)).toContain('Das kenne ich nicht. Es gibt: ag-wohnen.');
  await say(anna, '/hier', room);
  await decide('Nicht verbinden');
  expect(await bound()).toBeNull();
  expect(town.lastPrivate(anna).text).toContain('möchte diese Chat-Gruppe nicht verbinden');
  expect(cards()).toEqual([]);
});
