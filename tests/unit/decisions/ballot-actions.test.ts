import { describe, expect, it } from 'vitest';
import { readTexts } from '../../../adapters/system/texts.ts';
import { ballotActions, chosenBy } from '../../../src/decisions/ballot-actions.ts';
import type { Decision, Method } from '../../../src/decisions/records.ts';
import { createLanguages } from '../../../src/view/language.ts';

const german = createLanguages(readTexts()).of('de');
const of = (method: Method, options: readonly string[] = ['Nord', 'Ost', 'Süd']): Decision => ({
  id: 'd', groupKey: 'g', question: 'Wohin?', options, zone: 'Europe/Berlin', method, majority: 'SIMPLE', tieRule: 'REJECTED', quorum: 0, quorumUnit: 'PERSONS', seed: null, secret: false, electorate: 'ROSTER', state: 'OPEN',
  closesAt: null, remindAt: null, createdBy: null, createdAt: 0 as Decision['createdAt'], openedAt: null, counted: null, runoffOf: null,
});
const METHODS: readonly Method[] = ['PLURALITY', 'APPROVAL', 'INSTANT_RUNOFF', 'SCHULZE', 'RESISTANCE'];
const labels = (method: Method, choice: readonly number[] | null, page: number | null = null): string[] => ballotActions(german, of(method), choice, page).map(({ label }) => label);

describe('a ballot', () => {
  it('offers what the method takes, each button in words', () => {
    expect(labels('PLURALITY', null)).toEqual(['A: Nord', 'B: Ost', 'C: Süd', 'Enthaltung']);
    expect(labels('APPROVAL', [1])).toEqual(['+ A: Nord', '− B: Ost', '+ C: Süd', 'Enthaltung']);
    expect(labels('SCHULZE', [2])).toEqual(['2. A: Nord', '2. B: Ost', 'Von vorn beginnen']);
    expect(labels('RESISTANCE', null)).toEqual(['A: Nord', 'B: Ost', 'C: Süd', 'Enthaltung']);
    expect(labels('RESISTANCE', null, 1)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'Zurück']);
  });

  it('sets: the same press twice is the same vote', () => {
    for (const method of METHODS) {
      for (const page of [null, 0]) {
        for (const { id } of ballotActions(german, of(method), null, page)) {
          const once = chosenBy(of(method), null, id);
          if (once !== null) expect(chosenBy(of(method), once, id)).toEqual(once);
        }
      }
    }
    expect(chosenBy(of('APPROVAL'), [0, 2], 'x0')).toEqual([2]);
    expect(chosenBy(of('INSTANT_RUNOFF'), [2], 'r0')).toEqual([2, 0]);
    expect(chosenBy(of('RESISTANCE'), null, 'w1-10')).toEqual([0, 10, 0]);
    expect(chosenBy(of('RESISTANCE'), [1, 10, 0], 'w0-3')).toEqual([3, 10, 0]);
  });

  it('hears nothing that is not on it', () => {
    for (const [method, actionId] of [['PLURALITY', 'o7'], ['PLURALITY', 'y0'], ['APPROVAL', 'o0'], ['RESISTANCE', 'w1'], ['SCHULZE', 'forged']] as const) expect(chosenBy(of(method), null, actionId)).toBeNull();
  });

  it('has labels and ids that messengers take', () => {
    const long = of('SCHULZE', Array.from({ length: 10 }, (_each, index) => `Eine sehr lange Möglichkeit Nummer ${index}`));
    for (const method of METHODS) {
      for (const { id, label } of ballotActions(german, { ...long, method }, [0], null)) {
        expect([...new Intl.Segmenter('de').segment(label)].length).toBeLessThanOrEqual(24);
        expect(id).toMatch(/^[a-z0-9-]{1,12}$/);
      }
    }
  });
});
