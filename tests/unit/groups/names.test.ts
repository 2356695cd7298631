import { expect, test } from 'vitest';
import { keyFor, namedIn } from '../../../src/groups/names.ts';
import type { WorkingGroup } from '../../../src/groups/records.ts';
import { instant } from '../../../src/kernel/time.ts';

const group = (key: string, de: string, en: string): WorkingGroup => ({ key, kind: 'WORKING_GROUP', title: { de, en }, fieldOfAction: null, joining: 'OPEN', meetings: null, from: null, until: null, state: 'ACTIVE', createdAt: instant(0) });
const groups = [group('ag-wohnen', 'AG Wohnen', 'Working group on housing'), group('ag-wohnen-alt', 'AG Wohnen im Alter', 'Working group on housing in old age'), group('ag-arbeit', 'AG Arbeit und Beschäftigung', 'Working group on work')];

test.each([
  ['Wohnen Di 14.5. 19-21', 'ag-wohnen', 'Di 14.5. 19-21'],
  ['AG Wohnen', 'ag-wohnen', ''],
  ['wohnen im alter  Frau K.', 'ag-wohnen-alt', 'Frau K.'],
  ['ag-arbeit x', 'ag-arbeit', 'x'],
  ['Arbeit und Beschaeftigung: Text, mit Komma', 'ag-arbeit', 'Text, mit Komma'],
  ['Working group on work', 'ag-arbeit', ''],
  ['Arbeitsgruppe Wohnen', 'ag-wohnen', ''],
  ['housing', 'ag-wohnen', ''],
  ['Di 14.5. Wohnen', null, null],
  ['', null, null],
])('%s', (text, key, rest) => {
  const named = namedIn(text, groups);
  expect([named?.group.key ?? null, named?.rest ?? null]).toEqual([key, rest]);
});

test('a name that two groups bear names neither', () => {
  expect(namedIn('Sport', [group('ag-sport-1', 'AG Sport', 'Sports'), group('ag-sport-2', 'Sport', 'Sports 2')])).toBeNull();
});

test('keys are plain, new, and never a group that only is called AG', () => {
  expect(keyFor('AG Wohnen', [])).toBe('ag-wohnen');
  expect(keyFor('Wohnen & Öffentlichkeit', ['ag-wohnen'])).toBe('ag-wohnen-offentlichkeit');
  expect(keyFor('AG Wohnen', ['ag-wohnen', 'ag-wohnen-2'])).toBe('ag-wohnen-3');
  expect(keyFor('مجموعة', [])).toBe('ag-2');
  expect(keyFor('x'.repeat(60), []).length).toBeLessThanOrEqual(40);
});
