import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../adapters/storage/store.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Store } from '../../src/ports/store.ts';
import { readProcess, takeProcess } from '../../src/take-process.ts';

type OnFatal = (error: unknown) => void;

const PROCESS = 'process/moessingen.yaml';
/** Memory, where there is one to be had: a killed process loses nothing the kernel already has, here or on a disk. */
const SPACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let ours: string | null = null;

/** A folder in {@link SPACE}, gone with this process at the latest. */
export function newFolder(): string {
  if (ours === null) {
    const made = (ours = mkdtempSync(join(SPACE, 'crash-')));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  return mkdtempSync(join(ours, 'house-'));
}

/** A database with the process in it. */
export interface House {
  readonly file: string;
  readonly store: Store;
  /** Nobody lives there any more. */
  leave(): void;
}

interface Kept {
  readonly file: string;
  readonly store: Store;
  onFatal: OnFatal;
  sound: boolean;
}

/** Opening a database costs as much as a short story, its first queries most of all: one that was left is used again. */
const empty: Kept[] = [];

/** As on the day the process began, whoever lived there before; for one dweller at a time. */
export async function moveIn(now: Instant, onFatal: OnFatal): Promise<House> {
  const kept = empty.pop() ?? (await open(join(newFolder(), 'town.db')));
  kept.onFatal = onFatal;
  // Whoever died in the middle of a transaction has left it then.
  await kept.store.transact(async () => {});
  furnish(kept.file, await templateOf(now));
  return { file: kept.file, store: kept.store, leave: () => void (kept.sound && empty.push(kept)) };
}

async function open(file: string): Promise<Kept> {
  const store = await openStore(`file:${file}`, {
    onFatal: (error) => {
      kept.sound = false;
      kept.onFatal(error);
    },
  });
  const kept: Kept = { file, store, onFatal: () => {}, sound: true };
  return kept;
}

/** Every row of every table is the template's, and the files hold no byte of what was there before. */
function furnish(file: string, template: string): void {
  const database = new Database(file);
  try {
    database.pragma('secure_delete = 1');
    database.prepare('ATTACH ? AS template').run(template);
    const tables = database.prepare(`SELECT name FROM template.sqlite_master WHERE type = 'table'`).pluck().all() as string[];
    database.exec(`BEGIN IMMEDIATE; ${tables.map((name) => `DELETE FROM main."${name}"; INSERT INTO main."${name}" SELECT * FROM template."${name}";`).join(' ')} COMMIT`);
    if (database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0) throw new Error('somebody still reads what was there before');
  } finally {
    database.close();
  }
}

/** What new houses of one instant hold: made once in this process. */
const templates = new Map<Instant, Promise<string>>();

function templateOf(now: Instant): Promise<string> {
  const known = templates.get(now) ?? build(now);
  templates.set(now, known);
  return known;
}

async function build(now: Instant): Promise<string> {
  const file = join(newFolder(), 'new.db');
  const store = await openStore(`file:${file}`, { onFatal: (error) => { throw error; } });
  await takeProcess(store, readProcess(readFileSync(PROCESS, 'utf8'), PROCESS), { now, ask: async () => true });
  await store.close();
  return file;
}
