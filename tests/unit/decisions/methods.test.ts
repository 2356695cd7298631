import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../src/decisions/methods/count.ts';
import { instantRunoff } from '../../../src/decisions/methods/instant-runoff.ts';
import { acceptance, resistance } from '../../../src/decisions/methods/resistance.ts';
import { schulze } from '../../../src/decisions/methods/schulze.ts';
import type { DecisionRule } from '../../../src/decisions/records.ts';
import { commitmentTo, decide, drawn, isChoice } from '../../../src/decisions/verdict.ts';

/** "5 ACBED": five ballots with A before C before B … */
const papers = (...lines: readonly string[]): Choice[] => lines.flatMap((line) => {
  const [count, order] = line.split(' ') as [string, string];
  return Array.from({ length: Number(count) }, () => [...order].map((letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0)));
});

/** Memphis, Nashville, Chattanooga, Knoxville by distance: Electowiki, "Effects of different voting systems under similar circumstances". */
const TENNESSEE = papers('42 ABCD', '26 BCDA', '15 CDBA', '17 DCBA');

describe('published examples', () => {
  it('instant run-off: the capital of Tennessee is Knoxville', () => {
    expect(instantRunoff(TENNESSEE, 4)).toEqual({ figures: [42, 26, 15, 17], winners: [3] });
  });

  it('Schulze: the capital of Tennessee is Nashville, which beats every other', () => {
    expect(schulze(TENNESSEE, 4)).toEqual({ figures: [0, 3, 2, 1], winners: [1] });
  });

  it('Schulze: 45 voters, five candidates; the order is E, A, C, B, D (M. Schulze, A new monotonic … method, example 1)', () => {
    const votes = papers('5 ACBED', '5 ADECB', '8 BEDAC', '3 CABED', '7 CAEBD', '2 CBADE', '7 DCEBA', '8 EBADC');
    expect(schulze(votes, 5)).toEqual({ figures: [3, 1, 2, 0, 4], winners: [4] });
  });

  it('resistance: the least group resistance wins, though another is the first choice of most', () => {
    expect(resistance([[0, 2], [0, 2], [10, 1]], 2)).toEqual({ figures: [10, 5], winners: [1] });
    expect([acceptance(10, 3), acceptance(5, 3), acceptance(0, 0)]).toEqual([67, 83, 0]);
  });
});

const RULE: DecisionRule = { method: 'PLURALITY', majority: 'SIMPLE', tieRule: 'REJECTED', quorum: 0, quorumUnit: 'PERSONS', seed: null };
const votes = (...counts: readonly number[]): Choice[] => counts.flatMap((count, option) => Array.from({ length: count }, () => [option]));
const verdict = (choices: readonly Choice[], options: number, rule: Partial<DecisionRule>) => decide(choices, options, 9, { ...RULE, ...rule }).verdict;

describe('majorities and ties', () => {
  it('4:4 is decided by the rule fixed before', () => {
    expect(verdict(votes(4, 4), 2, {})).toEqual({ kind: 'REJECTED', why: 'TIE' });
    expect(verdict(votes(4, 4), 2, { majority: 'ABSOLUTE' })).toEqual({ kind: 'REJECTED', why: 'NO_MAJORITY' });
    expect(verdict(votes(4, 4), 2, { tieRule: 'RUNOFF' })).toEqual({ kind: 'RUNOFF', between: [0, 1] });
    expect(verdict(votes(4, 4), 2, { tieRule: 'LEADER' })).toEqual({ kind: 'TIED', between: [0, 1] });
  });

  it('a majority is one of the votes cast: abstentions are none', () => {
    expect(verdict([...votes(4, 3), []], 2, { majority: 'ABSOLUTE' })).toEqual({ kind: 'CHOSEN', option: 0, by: 'VOTES' });
    expect(verdict([...votes(4, 2), [], []], 2, { majority: 'TWO_THIRDS' })).toEqual({ kind: 'CHOSEN', option: 0, by: 'VOTES' });
    expect(verdict(votes(5, 3), 2, { majority: 'TWO_THIRDS' })).toEqual({ kind: 'REJECTED', why: 'NO_MAJORITY' });
    expect(verdict([[], []], 2, {})).toEqual({ kind: 'REJECTED', why: 'NO_VOTES' });
  });

  it('without a majority the run-off is between the two strongest, with all who equal the second', () => {
    expect(verdict(votes(4, 2, 1), 3, { majority: 'TWO_THIRDS', tieRule: 'RUNOFF' })).toEqual({ kind: 'RUNOFF', between: [0, 1] });
    expect(verdict(votes(4, 2, 2), 3, { majority: 'TWO_THIRDS', tieRule: 'RUNOFF' })).toEqual({ kind: 'RUNOFF', between: [0, 1, 2] });
  });

  it('a quorum counts persons or a share, rounded up', () => {
    expect(verdict(votes(3, 1), 2, { quorum: 5 })).toEqual({ kind: 'NO_QUORUM', need: 5 });
    expect(verdict(votes(3, 1), 2, { quorum: 50, quorumUnit: 'PERCENT' })).toEqual({ kind: 'NO_QUORUM', need: 5 });
    expect(verdict(votes(3, 2), 2, { quorum: 50, quorumUnit: 'PERCENT' })).toEqual({ kind: 'CHOSEN', option: 0, by: 'VOTES' });
  });

  it('the seal tells nothing about the draw, every option is drawn by some seed, and no seed is a bug', () => {
    const seeds = Array.from({ length: 60 }, (_each, index) => `seed-${index}`);
    expect(new Set(seeds.map((seed) => drawn(seed, 3)))).toEqual(new Set([0, 1, 2]));
    expect(new Set(seeds.map(commitmentTo)).size).toBe(60);
    expect(verdict(votes(4, 4), 2, { tieRule: 'LOT', seed: 'seed-1' })).toEqual({ kind: 'CHOSEN', option: drawn('seed-1', 2), by: 'LOT' });
    expect(() => verdict(votes(4, 4), 2, { tieRule: 'LOT' })).toThrow('seed');
  });

  it('only what can be said is taken', () => {
    expect([isChoice([], 2, 'PLURALITY'), isChoice([1], 2, 'PLURALITY'), isChoice([0, 1], 2, 'PLURALITY'), isChoice([2], 2, 'PLURALITY')]).toEqual([true, true, false, false]);
    expect([isChoice([1, 1], 2, 'SCHULZE'), isChoice([0.5], 2, 'APPROVAL'), isChoice([0, 10], 2, 'RESISTANCE'), isChoice([0, 11], 2, 'RESISTANCE'), isChoice([5], 2, 'RESISTANCE')]).toEqual([false, false, true, false, false]);
  });
});
