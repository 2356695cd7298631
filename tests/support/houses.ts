import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../../adapters/storage/store.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Store } from '../../src/ports/store.ts';
import { readProcess, takeProcess } from '../../src/take-process.ts';
import type { Postgres } from './postgres.ts';

type OnFatal = (error: unknown) => void;

const PROCESS = 'process/moessingen.yaml';
/** Memory, where there is one to be had: a killed process loses nothing the kernel already has, here or on a disk. */
const SPACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let ours: string | null = null;

/** A folder in {@link SPACE}, gone with this process at the latest. */
function newFolder(): string {
  if (ours === null) {
    const made = (ours = mkdtempSync(join(SPACE, 'crash-')));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  }
  return mkdtempSync(join(ours, 'house-'));
}

/** The path of a file that is not there yet. */
export function newFile(name: string): string {
  return join(newFolder(), name);
}

/** A database with the process in it. */
export interface House {
  readonly url: string;
  readonly store: Store;
  /** Nobody lives there any more. */
  leave(): Promise<void>;
  /** Nobody here holds the database open any more, so that another process may. Where it is from now on: `leave` that. */
  moveOut(): Promise<Pick<House, 'url' | 'leave'>>;
}

/** Where houses stand: each is as on the day the process began, whoever lived there before; for one dweller at a time. */
export interface Ground {
  moveIn(now: Instant, onFatal: OnFatal): Promise<House>;
}

interface Kept {
  readonly file: string;
  readonly store: Store;
  onFatal: OnFatal;
  sound: boolean;
}

/** Opening a database costs as much as a short story, its first queries most of all: one that was left is used again. */
const empty: Kept[] = [];

export const inFiles: Ground = {
  async moveIn(now, onFatal) {
    const kept = empty.pop() ?? (await open(newFile('town.db')));
    kept.onFatal = onFatal;
    // Whoever died in the middle of a transaction has left it then.
    await kept.store.transact(async () => {});
    furnish(kept.file, await templateOf(now));
    const leave = async (): Promise<void> => void (kept.sound && empty.push(kept));
    return {
      url: `file:${kept.file}`,
      store: kept.store,
      leave,
      async moveOut() {
        // So that all of it is in the one file.
        await kept.store.scrub();
        const folder = newFolder();
        const copy = join(folder, 'town.db');
        copyFileSync(kept.file, copy);
        await leave();
        return { url: `file:${copy}`, leave: async () => rmSync(folder, { recursive: true, force: true }) };
      },
    };
  },
};

/** Databases of a PostgreSQL, a new one for each dweller: a copy of the first of that day. */
export function inPostgres(postgres: Postgres): Ground {
  const templates = new Map<Instant, Promise<string>>();
  const build = async (now: Instant): Promise<string> => {
    const url = await postgres.freshDatabase();
    await furnishNew(url, now);
    return url;
  };
  return {
    async moveIn(now, onFatal) {
      const template = templates.get(now) ?? build(now);
      templates.set(now, template);
      const url = await postgres.freshDatabase(await template);
      const store = await openStore(url, { onFatal });
      return {
        url,
        store,
        leave: async () => {
          await store.close().catch(() => {});
          await postgres.drop(url);
        },
        async moveOut() {
          await store.close();
          return { url, leave: () => postgres.drop(url) };
        },
      };
    },
  };
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
  const file = newFile('new.db');
  await furnishNew(`file:${file}`, now);
  return file;
}

async function furnishNew(url: string, now: Instant): Promise<void> {
  const store = await openStore(url, { onFatal: (error) => { throw error; } });
  await takeProcess(store, readProcess(readFileSync(PROCESS, 'utf8'), PROCESS), { now, ask: async () => true });
  await store.close();
}
