/**
 * Accounts answer, become one person and two again, in any order, against the simplest memory of it: who belongs to
 * whom, and what each said last. LONG=1 runs the nightly number of cases.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStore } from '../../adapters/storage/store.ts';
import type { Answer, Rsvp } from '../../src/events/records.ts';
import { partable } from '../../src/links/links.ts';
import type { Store } from '../../src/ports/store.ts';
import { Accounts } from '../support/accounts.ts';

const RUNS = process.env['LONG'] === '1' ? 2_000 : 40;
vi.setConfig({ testTimeout: 7_200_000 });

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

interface Said {
  readonly answer: Answer;
  readonly at: number;
}

/** A person as the model knows them: their accounts, and what stands. */
interface One {
  readonly accounts: readonly string[];
  readonly said: Said | null;
}

class Memory {
  people: One[] = NAMES.map((name) => ({ accounts: [name], said: null }));
  /** Newest first: who was made one, of whom. */
  links: { readonly from: One; readonly into: One; made: One }[] = [];

  of(name: string): One {
    return this.people.find(({ accounts }) => accounts.includes(name))!;
  }

  say(name: string, said: Said): void {
    const before = this.of(name);
    this.replace(before, { ...before, said });
  }

  link(from: string, into: string): void {
    const [one, two] = [this.of(from), this.of(into)];
    const said = one.said === null || (two.said !== null && two.said.at >= one.said.at) ? two.said : one.said;
    const made = { accounts: [...two.accounts, ...one.accounts], said };
    this.people = [...this.people.filter((each) => each !== one && each !== two), made];
    this.links.unshift({ from: one, into: two, made });
  }

  /** What was said since is given up where both had something to say, or only the one that goes. */
  part(index: number): void {
    const { from, into, made } = this.links[index]!;
    const now = this.of(made.accounts[0]!);
    this.people = [...this.people.filter((each) => each !== now), from, from.said === null ? { ...into, said: now.said } : into];
    this.links.splice(index, 1);
  }

  private replace(before: One, after: One): void {
    this.people = this.people.map((each) => (each === before ? after : each));
    for (const link of this.links) if (link.made === before) link.made = after;
  }
}

type Step =
  | { readonly do: 'say'; readonly who: string; readonly answer: Answer; readonly size: number }
  | { readonly do: 'link'; readonly from: string; readonly into: string }
  | { readonly do: 'part'; readonly nth: number };

const name = fc.constantFrom(...NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), who: name, answer: fc.constantFrom<Answer>('ATTENDING', 'ATTENDING', 'ATTENDING', 'MAYBE', 'DECLINED'), size: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('link' as const), from: name, into: name }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('part' as const), nth: fc.nat(5) }) },
);

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'links-'));
  store = await openStore(`file:${join(folder, 'links.db')}`, {
    onFatal: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

let runs = 0;

test('whatever is answered, linked and taken back: a person counts once, by their newest answer, and no seat is given twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(fc.integer({ min: 1, max: 9 })), fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }), async (capacity, steps) => {
      const town = await Accounts.open(store, `run${(runs += 1)}`, capacity, NAMES);
      const memory = new Memory();
      for (const each of steps) {
        town.wait(1_000);
        const before = await replies(town);
        const concerned = await act(town, memory, each);
        await agree(town, memory, before, concerned);
      }
    }),
    { numRuns: RUNS },
  );
});

const replies = (town: Accounts): Promise<Rsvp[]> => town.store.view((records) => records.events.replies(town.event.key));

/** Does it in the store and in memory. Answers the accounts whose own seats may change by it. */
async function act(town: Accounts, memory: Memory, each: Step): Promise<readonly string[]> {
  if (each.do === 'say') {
    const result = await town.say(each.who, each.answer, each.size);
    if (result.kind === 'stored') memory.say(each.who, { answer: each.answer, at: town.now });
    return memory.of(each.who).accounts;
  }
  if (each.do === 'link') {
    const concerned = [...memory.of(each.from).accounts, ...memory.of(each.into).accounts];
    if (memory.of(each.from) === memory.of(each.into)) return [];
    await town.link(each.from, each.into);
    memory.link(each.from, each.into);
    return concerned;
  }
  const mine = await ownLinks(town);
  const open = mine.filter((link) => partable(link, mine));
  const link = open[each.nth % open.length];
  if (link === undefined) return [];
  const concerned = memory.links[mine.indexOf(link)]!.made.accounts;
  await town.turn(NAMES[0]!, (turn) => town.links.part(turn, link));
  memory.part(mine.indexOf(link));
  return concerned;
}

/** Other runs' links are in the store as well. */
async function ownLinks(town: Accounts) {
  const all = await town.store.view((records) => records.links.links());
  return all.filter(({ kept }) => (kept['people'] as unknown as { accounts: { account: string }[] }).accounts.some(({ account }) => account.startsWith(`${town.event.key}-`)));
}

async function agree(town: Accounts, memory: Memory, before: readonly Rsvp[], concerned: readonly string[]): Promise<void> {
  const now = await replies(town);
  const ids = new Map<string, string>();
  for (const account of NAMES) ids.set(account, await town.personOf(account));
  // Accounts belong together in the store as in memory, and every reply is somebody's.
  for (const one of NAMES) for (const two of NAMES) expect(ids.get(one) === ids.get(two)).toBe(memory.of(one) === memory.of(two));
  expect(now.every(({ personId }) => [...ids.values()].includes(personId))).toBe(true);
  // Each person counts once, by what they said last.
  for (const { accounts, said } of memory.people) {
    const standing = now.filter(({ personId }) => personId === ids.get(accounts[0]!));
    expect(standing.map(({ answer, answeredAt }) => ({ answer, at: answeredAt }))).toEqual(said === null ? [] : [said]);
  }
  const { tally, recount } = await town.store.view(async ({ events }) => ({ tally: await events.tally(town.event.key), recount: await events.recount(town.event.key) }));
  expect(tally).toEqual(recount);
  if (town.event.capacity !== null) expect(tally.attendingPersons + tally.reservedPersons).toBeLessThanOrEqual(town.event.capacity);
  // Nobody loses a seat by what others do.
  const untouched = NAMES.filter((account) => !concerned.includes(account)).map((account) => ids.get(account)!);
  for (const had of before) {
    if ((had.seat !== 'CONFIRMED' && had.seat !== 'OFFERED') || !untouched.includes(had.personId)) continue;
    expect(now.find(({ personId }) => personId === had.personId)).toMatchObject({ seat: had.seat, partySize: had.partySize });
  }
  // The line is a line: everybody has a place of their own, and who could move up has.
  const line = now.filter(({ seat }) => seat === 'WAITING').toSorted((a, b) => a.waitOrder! - b.waitOrder!);
  expect(new Set(line.map(({ waitOrder }) => waitOrder)).size).toBe(line.length);
  if (town.event.capacity !== null && line[0] !== undefined) expect(line[0].partySize).toBeGreaterThan(town.event.capacity - tally.attendingPersons - tally.reservedPersons);
}
