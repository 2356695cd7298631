import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../adapters/storage/store.ts';
import { instant } from '../../../src/kernel/time.ts';
import type { Store } from '../../../src/ports/store.ts';
import { readProcess, takeProcess } from '../../../src/take-process.ts';

const TEXT = readFileSync('process/moessingen.yaml', 'utf8');
const asked: string[][] = [];
const accepting = (answer: boolean) => ({ now: instant(0), ask: async (found: readonly string[]) => (asked.push([...found]), answer) });
const keys = (): Promise<string[]> => store.view(async (records) => (await records.groups.groups()).map(({ key, joining, meetings }) => `${key} ${joining} ${meetings?.min ?? '–'}`));

let folder: string;
let store: Store;
beforeEach(async () => {
  asked.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'take-'));
  store = await openStore(`file:${join(folder, 'town.db')}`, { onFatal: (error) => { throw error; } });
  await takeProcess(store, readProcess(TEXT, 'x'), accepting(false));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an empty database takes the file: the steering group and a working group for each field of action', async () => {
  expect(await keys()).toEqual(['steuerungskreis APPROVAL 3', 'ag-arbeit OPEN –', 'ag-begegnung OPEN –', 'ag-bildung OPEN –', 'ag-wohnen OPEN –']);
  expect(asked).toEqual([]);
});

test('without dates of their own groups work as long as the process: from its first day to its last that is known', async () => {
  const group = await store.view((records) => records.groups.group('steuerungskreis'));
  expect([group?.from, group?.until].map((at) => new Date(at ?? 0).toISOString())).toEqual(['2018-08-31T22:00:00.000Z', '2019-11-30T22:59:59.000Z']);
});

test('what an older version read from the same text is completed without asking', async () => {
  await store.transact(async (unit) => {
    const stored = (await unit.process.current())!;
    unit.process.save({ ...stored, file: { ...stored.file, workingGroups: [] } });
  });
  const file = await takeProcess(store, readProcess(TEXT, 'x'), accepting(false));
  expect(asked).toEqual([]);
  expect(file.workingGroups).toHaveLength(4);
});

test('another text is asked about; how one joins a group stays as the office set it', async () => {
  await store.transact(async (unit) => unit.groups.putGroup({ ...(await unit.groups.group('ag-wohnen'))!, joining: 'APPROVAL' }));
  const changed = readProcess(TEXT.replace('de: AG Wohnen,', 'de: AG Wohnen und Nachbarschaft,'), 'x');
  expect((await takeProcess(store, changed, accepting(false))).workingGroups[1]?.title.de).toBe('AG Wohnen');
  expect(asked).toEqual([[expect.stringContaining('AG Wohnen und Nachbarschaft')]]);
  await takeProcess(store, changed, accepting(true));
  expect(await store.view(async (records) => (await records.groups.group('ag-wohnen'))?.title['de'])).toBe('AG Wohnen und Nachbarschaft');
  expect(await keys()).toContain('ag-wohnen APPROVAL –');
});
