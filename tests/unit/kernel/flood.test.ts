import { describe, expect, it } from 'vitest';
import { Flood, type Verdict } from '../../../src/kernel/flood.ts';
import { instant } from '../../../src/kernel/time.ts';

const START = 1_540_000_000_000;

/** One command of `person` at each of these milliseconds. */
function weighed(flood: Flood, person: string, times: readonly number[], room: string | null = null, received?: number): Verdict[] {
  return times.map((time) => flood.weigh({ person, room, at: instant(START + time), now: instant(START + (received ?? time)) }));
}

const every = (step: number, count: number, from = 0): number[] => Array.from({ length: count }, (_each, i) => from + i * step);
const count = (verdicts: readonly Verdict[], which: Verdict): number => verdicts.filter((each) => each === which).length;

describe('a person', () => {
  it('may write twenty commands at once, and then one every three seconds', () => {
    const flood = new Flood();
    expect(count(weighed(flood, 'a', every(0, 20)), 'GO')).toBe(20);
    expect(count(weighed(flood, 'a', every(3_000, 100, 3_000)), 'GO')).toBe(100);
  });

  it('who writes fifty a second for two minutes has twenty worked off and is told twice; after a pause it goes on', () => {
    const flood = new Flood();
    const verdicts = weighed(flood, 'a', every(20, 6_000));
    expect([count(verdicts, 'GO'), count(verdicts, 'TELL')]).toEqual([20, 2]);
    expect(weighed(flood, 'a', every(3_000, 2, 122_980))).toEqual(['GO', 'GO']);
    expect(weighed(flood, 'b', [120_000])).toEqual(['GO']);
  });

  it('is not blamed for what waited: messages count by when they were sent', () => {
    const flood = new Flood();
    expect(count(weighed(flood, 'a', every(60_000, 180), null, 180 * 60_000), 'GO')).toBe(180);
    expect(count(weighed(flood, 'b', every(100, 180), null, 180 * 60_000), 'GO')).toBe(20);
  });

  it('is not blamed for messages that arrive out of order', () => {
    expect(weighed(new Flood(), 'a', [300_000, 0, 300_000], null, 300_000)).toEqual(['GO', 'GO', 'GO']);
  });

  it('may write again when the clock was set back', () => {
    const flood = new Flood();
    weighed(flood, 'a', every(0, 30, 3_600_000));
    expect(weighed(flood, 'a', [0])).toEqual(['GO']);
    expect(weighed(flood, 'a', every(0, 20))).toEqual([...Array<Verdict>(19).fill('GO'), 'TELL']);
  });
});

describe('a room', () => {
  it('takes sixty commands at once, and then one a second, whoever writes them', () => {
    const flood = new Flood();
    const at = (time: number): Verdict[] => every(0, 40).flatMap((_each, i) => weighed(flood, `p${time}-${i}`, [time], 'room'));
    expect([count(at(0), 'GO'), count(at(0), 'GO'), count(at(10_000), 'GO')]).toEqual([40, 20, 10]);
    expect(weighed(flood, 'c', [10_000], 'another room')).toEqual(['GO']);
  });

  it('is not closed to others by one who writes too much', () => {
    const flood = new Flood();
    weighed(flood, 'a', every(20, 3_000), 'room');
    expect(weighed(flood, 'b', every(0, 20, 60_000), 'room')).toEqual(Array(20).fill('GO'));
  });
});

it('remembers a bounded number of persons and rooms, the latest', () => {
  const flood = new Flood();
  weighed(flood, 'first', every(0, 20));
  for (let i = 0; i < 30_000; i += 1) weighed(flood, `p${i}`, [0], `r${i}`);
  expect(flood.size).toBe(20_000);
  expect(weighed(flood, 'p29999', every(0, 20)).at(-1)).toBe('TELL');
  expect(weighed(flood, 'first', [0])).toEqual(['GO']);
});
