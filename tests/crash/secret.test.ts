import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupSqlite } from '../../adapters/storage/backup.ts';
import { Stage } from '../support/faults-stage.ts';
import { cast, foundGroup, openDecision, type StageGroup } from '../support/stage-group.ts';

let stage: Stage;
let group: StageGroup;
let voters: string[];

beforeEach(async () => {
  stage = await Stage.open();
  group = await foundGroup(stage, 'Ayşe', 'Boris', 'Chidi');
  await openDecision(stage, group, '/abstimmung Wo treffen wir uns? Rathaus; Bürgerhaus', 'Geheim abstimmen');
  voters = await stage.store.view(async ({ people }) => Promise.all(group.others.map(async ({ id }) => (await people.identity('telegram', String(id)))!.personId)));
});
afterEach(() => stage.close());

/** Whose vote can be read in the file and the log beside it, byte for byte. */
function readable(path = stage.file): string[] {
  const bytes = ['', '-wal'].map((end) => path + end).filter((file) => existsSync(file)).map((file) => readFileSync(file).toString('latin1')).join('');
  return voters.filter((id) => bytes.includes(`${id}[`));
}

/** What is kept until the files are scrubbed. */
const wish = (): Promise<string | null> => stage.store.view(({ kernel }) => kernel.marker('erased'));

/** The bot lives in a process of its own, where everybody but Lena votes. */
async function castElsewhere(): Promise<void> {
  await stage.arm(null, 'kill');
  for (const person of group.others) await cast(stage, group, person, 'B: Bürgerhaus');
}

async function closedElsewhere(): Promise<void> {
  await castElsewhere();
  stage.pressLast(group.lena, 'Abstimmung beenden');
  await stage.move('+10s');
}

it('a process killed in the minute between the end of a secret vote and the scrub scrubs after its next start', async () => {
  await closedElsewhere();
  // The vote is unlinked already; the log still holds the pages of before.
  expect(readable()).toEqual(voters);
  await stage.raiseHere();
  expect(await wish()).not.toBeNull();
  await stage.move('+70s');
  expect(readable()).toEqual([]);
  expect(await wish()).toBeNull();
});

it('while another program reads the files they cannot be scrubbed: tried again every minute, over a kill too, until they are', async () => {
  await closedElsewhere();
  const reader = new Database(stage.file, { readonly: true });
  try {
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM Person').get();
    await stage.move('+70s');
    expect(readable()).toEqual(voters);
    await stage.raiseHere();
    await stage.move('+70s');
    expect(readable()).toEqual(voters);
    reader.exec('COMMIT');
  } finally {
    reader.close();
  }
  await stage.move('+70s');
  expect([readable(), await wish()]).toEqual([[], null]);
  expect(stage.fatal).toEqual([]);
});

it('whoever goes on with a backup made while a secret vote was open finds it open and empty; everybody is asked, and nothing is counted before the leader says so', async () => {
  await castElsewhere();
  expect(readable()).toEqual(voters);
  const copy = `${stage.file}.copy`;
  expect(backupSqlite(stage.file, copy).withheld).toBe(1);
  expect(readable(copy)).toEqual([]);
  renameSync(copy, stage.file);
  for (const end of ['-wal', '-shm']) rmSync(stage.file + end, { force: true });
  await stage.raiseHere();
  await stage.move('+70s');
  const asked = group.others.map((person) => stage.telegram.screen(person).some(({ own, text }) => own && text.includes('Ihre Stimme fehlt noch.')));
  expect(asked).toEqual([true, true, true]);
  await stage.move('+10d');
  const [decision] = await stage.store.view(({ decisions }) => decisions.decisionsOf('ag-wohnen'));
  expect(decision).toMatchObject({ state: 'OPEN', closesAt: null });
  await cast(stage, group, group.others[0]!, 'A: Rathaus');
  stage.pressLast(group.lena, 'Abstimmung beenden');
  await stage.move('+70s');
  expect(await stage.store.view(({ decisions }) => decisions.outcome(decision!.id))).toMatchObject({ voted: 1, figures: [1, 0] });
  expect(readable()).toEqual([]);
  expect(stage.fatal).toEqual([]);
});
