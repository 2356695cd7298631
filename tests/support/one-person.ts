import { expect } from 'vitest';
import type { Rsvp } from '../../src/events/records.ts';
import type { Platform } from '../../src/kernel/update.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Person } from './telegram/person.ts';
import { KICKOFF, type Town } from './town.ts';

/** One account of somebody, in whatever messenger: all that stories about two accounts of one person know of it. */
export interface Account {
  readonly platform: Platform;
  readonly account: string;
  /** Writes to the bot in private. */
  say(text: string): void;
  /** What the bot wrote there, oldest first. */
  texts(): readonly string[];
  /** The choices under its newest message. */
  choices(): readonly string[];
  choose(label: string): void;
}

/** Two accounts of one person, each in a private chat with the bot that is open already, and the town around them. */
export interface Both {
  readonly one: Account;
  readonly other: Account;
  readonly store: Store;
  /** The count line of every card there is, in whatever messenger. */
  countLines(): readonly string[];
  /** Until it is this time, with an offset; or for so long, "+10s", so that all that was said is answered. */
  until(time: string): Promise<void>;
}

export function onTelegram(town: Town, person: Person): Account {
  return {
    platform: 'telegram',
    account: String(person.id),
    say: (text) => void person.say(text),
    texts: () => town.privateTexts(person),
    choices: () => town.lastPrivate(person).buttons,
    choose: (label) => void person.press(town.lastPrivate(person), label),
  };
}

export const personOf = async (store: Store, { platform, account }: Account): Promise<string | undefined> => (await store.view((records) => records.people.identity(platform, account)))?.personId;
export const replies = (store: Store): Promise<Rsvp[]> => store.view((records) => records.events.replies(KICKOFF));
export const times = (account: Account, part: string): number => account.texts().filter((text) => text.includes(part)).length;

/** What `/verknuepfen` answered: the command to be typed in the other account. */
export function codeFrom(account: Account): string {
  const [command] = /\/verknuepfen [A-Z0-9]{4}-[A-Z0-9]{4}/.exec(account.texts().at(-1) ?? '') ?? [];
  if (command === undefined) throw new Error(`no code in ${account.texts().at(-1)}`);
  return command;
}

/** Asks for a code here and types it there. */
export async function link(both: Pick<Both, 'until'>, from: Account, into: Account): Promise<void> {
  from.say('/verknuepfen');
  await both.until('+5s');
  into.say(codeFrom(from));
  await both.until('+10s');
}

/** S4 as product.md tells it, on 5 November 2018, with a card that nobody has answered yet. */
export async function tellS4(both: Both): Promise<void> {
  const { one, other, store } = both;
  const reads = (line: string): void => {
    for (const each of both.countLines()) expect(each).toBe(line);
  };
  await both.until('2018-11-05T10:00:00+01:00');
  one.say('/zusage 2');
  await both.until('2018-11-05T10:05:00+01:00');
  other.say('/zusage 1');
  await both.until('+10s');
  reads('3 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen');

  await link(both, one, other);
  reads('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
  const [left, ...more] = await replies(store);
  expect(more).toEqual([]);
  expect(left?.partySize).toBe(1);
  expect(new Date(left!.answeredAt).toISOString()).toMatch(/^2018-11-05T09:05:/);
  expect(await personOf(store, one)).toBe(await personOf(store, other));

  expect(other.texts().at(-1)).toContain('1 oder 2 Personen?');
  expect(other.choices()).toEqual(['1 Person', '2 Personen']);
  expect([times(one, 'oder 2 Personen?'), times(other, 'oder 2 Personen?')]).toEqual([0, 1]);
  expect([times(one, 'als eine Person'), times(other, 'als eine Person')]).toEqual([1, 1]);

  other.choose('2 Personen');
  await both.until('+10s');
  reads('2 Personen (1 Zusage) · 0 Vielleicht · 0 Absagen');
  expect(times(other, 'oder 2 Personen?')).toBe(0);
  // Both accounts speak for the same person now.
  one.say('/absage');
  await both.until('+10s');
  reads('0 Personen (0 Zusagen) · 0 Vielleicht · 1 Absage');
}
