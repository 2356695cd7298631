import type { Sector } from '../groups/records.ts';
import type { Instant } from '../kernel/time.ts';
import type { DateAnswer, TieRule } from './records.ts';

/** What was fixed before the poll opened. */
export interface PollRule {
  readonly mustHave: readonly string[];
  /** 0: no minimum. */
  readonly minimum: number;
  readonly sectorMinimum: Readonly<Partial<Record<Sector, number>>>;
  readonly tieRule: TieRule;
}

export interface Voter {
  readonly personId: string;
  readonly sector: Sector | null;
}

export interface Slot {
  readonly id: string;
  readonly startAt: Instant;
}

export interface Ballot {
  readonly slotId: string;
  readonly personId: string;
  readonly answer: DateAnswer;
  readonly answeredAt: Instant;
}

/** Why a slot cannot be the meeting. */
export type Obstacle =
  /** `answer` null: has not answered yet. */
  | { readonly kind: 'MUST_HAVE'; readonly personId: string; readonly answer: 'NO' | null }
  | { readonly kind: 'MINIMUM'; readonly have: number; readonly need: number }
  | { readonly kind: 'SECTOR'; readonly sector: Sector; readonly have: number; readonly need: number };

export interface Standing {
  readonly slot: Slot;
  readonly yes: number;
  readonly ifNeeded: number;
  readonly no: number;
  /** Empty: this date would do. */
  readonly obstacles: readonly Obstacle[];
}

/** What would change if somebody could come who must be there and now cannot. */
export interface WhatIf {
  readonly personId: string;
  readonly slotId: string;
  /** So many could come then. */
  readonly people: number;
}

export interface Suggestion {
  /** Best first; those that are out come last, in the same order. */
  readonly standings: readonly Standing[];
  /** null: none will do, or the leader must choose between `tied`. */
  readonly best: Standing | null;
  /** All on which as many can come as on the best; more than one: the tie rule spoke, or the leader must. */
  readonly tied: readonly Standing[];
  readonly whatIf: readonly WhatIf[];
}

/**
 * Which date to take and why. Pure and total. Whether somebody *can* come is what counts first (yes and "if needed"
 * alike); among equally many the tie rule decides. Votes of people who are no voters do not count; of several votes of
 * one person for one slot the newest does, in whatever order they are given.
 */
export function suggest(slots: readonly Slot[], voters: readonly Voter[], ballots: readonly Ballot[], rule: PollRule): Suggestion {
  const sheet = sheetOf(slots, voters, ballots);
  const compare = byRank(rule.tieRule);
  const places = new Map(slots.map((slot, row) => [slot.id, row]));
  const standings = slots.map((_slot, row) => standing(sheet, row, rule, null)).sort(compare);
  const fit = standings.filter(({ obstacles }) => obstacles.length === 0);
  const [first = null] = fit;
  const tied = first === null ? [] : fit.filter((each) => people(each) === people(first));
  const best = rule.tieRule === 'LEADER' && tied.length > 1 ? null : first;
  const whatIf = rule.mustHave.flatMap((personId): WhatIf[] => {
    // The best slot that only this person keeps from being taken, if it would then beat what is best now.
    const supposed = standings
      .filter(({ obstacles }) => obstacles.some((each) => each.kind === 'MUST_HAVE' && each.personId === personId))
      .map(({ slot }) => standing(sheet, places.get(slot.id)!, rule, personId))
      .filter((each) => each.obstacles.length === 0 && (first === null || compare(each, first) < 0));
    const [found] = supposed.sort(compare);
    return found === undefined ? [] : [{ personId, slotId: found.slot.id, people: people(found) }];
  });
  return { standings, best, tied, whatIf };
}

/** How many can come. */
export function people({ yes, ifNeeded }: Pick<Standing, 'yes' | 'ifNeeded'>): number {
  return yes + ifNeeded;
}

/** What an answer is worth in the sheet; 0 stands for none. */
const WORTH: Readonly<Record<DateAnswer, 1 | 2 | 3>> = { NO: 1, IF_NEEDED: 2, YES: 3 };

/** The standing answers as numbers, a row per slot: sixty slots of two hundred people are looked through several times. */
interface Sheet {
  readonly slots: readonly Slot[];
  readonly voters: readonly Voter[];
  readonly columns: ReadonlyMap<string, number>;
  readonly answers: Uint8Array;
}

/** At one and the same instant the kinder answer stands, so that no order of arrival decides. */
function sheetOf(slots: readonly Slot[], voters: readonly Voter[], ballots: readonly Ballot[]): Sheet {
  const rows = new Map(slots.map(({ id }, row) => [id, row]));
  const columns = new Map(voters.map(({ personId }, column) => [personId, column]));
  const answers = new Uint8Array(slots.length * voters.length);
  const times = new Float64Array(answers.length);
  for (const { slotId, personId, answer, answeredAt } of ballots) {
    const row = rows.get(slotId);
    const column = columns.get(personId);
    if (row === undefined || column === undefined) continue;
    const cell = row * voters.length + column;
    const worth = WORTH[answer];
    const newer = answers[cell] === 0 || answeredAt > times[cell]! || (answeredAt === times[cell] && worth > answers[cell]!);
    if (!newer) continue;
    answers[cell] = worth;
    times[cell] = answeredAt;
  }
  return { slots, voters, columns, answers };
}

/** @param coming somebody who is supposed to say yes, whatever they said */
function standing({ slots, voters, columns, answers }: Sheet, row: number, rule: PollRule, coming: string | null): Standing {
  const own = answers.subarray(row * voters.length, (row + 1) * voters.length);
  const worth = (column: number): number => (voters[column]!.personId === coming ? WORTH.YES : own[column]!);
  const count = [0, 0, 0, 0];
  const present: Partial<Record<Sector, number>> = {};
  for (let column = 0; column < own.length; column += 1) {
    const answer = worth(column);
    count[answer] = count[answer]! + 1;
    const { sector } = voters[column]!;
    if (answer >= WORTH.IF_NEEDED && sector !== null) present[sector] = (present[sector] ?? 0) + 1;
  }
  const obstacles: Obstacle[] = [];
  for (const personId of rule.mustHave) {
    const column = columns.get(personId);
    const answer = personId === coming ? WORTH.YES : column === undefined ? 0 : own[column]!;
    if (answer < WORTH.IF_NEEDED) obstacles.push({ kind: 'MUST_HAVE', personId, answer: answer === WORTH.NO ? 'NO' : null });
  }
  const [, no = 0, ifNeeded = 0, yes = 0] = count;
  if (yes + ifNeeded < rule.minimum) obstacles.push({ kind: 'MINIMUM', have: yes + ifNeeded, need: rule.minimum });
  for (const [sector, need] of Object.entries(rule.sectorMinimum) as [Sector, number][]) {
    const have = present[sector] ?? 0;
    if (have < need) obstacles.push({ kind: 'SECTOR', sector, have, need });
  }
  return { slot: slots[row]!, yes, ifNeeded, no, obstacles };
}

/** Negative: `a` before `b`. A total order: ids differ. */
function byRank(tieRule: TieRule): (a: Standing, b: Standing) => number {
  return (a, b) => {
    const fits = Number(a.obstacles.length > 0) - Number(b.obstacles.length > 0);
    if (fits !== 0) return fits;
    const more = people(b) - people(a);
    if (more !== 0) return more;
    const kinder = tieRule === 'EARLIER' ? 0 : a.ifNeeded - b.ifNeeded;
    if (kinder !== 0) return kinder;
    return a.slot.startAt - b.slot.startAt || (a.slot.id < b.slot.id ? -1 : 1);
  };
}
