import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseUnusable } from './errors.ts';

export interface Backup {
  readonly path: string;
  readonly bytes: number;
  /** So many secret votes were open, whose choices are not in the copy. */
  readonly withheld: number;
}

/**
 * Copies the database as it is at one moment, while the bot goes on writing. Invariants: an existing file is never
 * overwritten; under its own name a copy is complete, checked and on disk, and for its owner's eyes only. The copy
 * needs nothing beside it: point DATABASE_URL at it, and it is the database.
 * @throws DatabaseUnusable with one sentence for the operator.
 */
export function backupSqlite(file: string, path: string): Backup {
  if (!existsSync(file)) throw new DatabaseUnusable(`There is no database ${file}; check DATABASE_URL.`);
  if (existsSync(`${path}-wal`)) throw new DatabaseUnusable(`${path}-wal is there already, of a database in use; name another file.`);
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  reserve(path);
  try {
    rmSync(part, { force: true });
    reserve(part);
    copy(file, part);
    check(part);
    const withheld = leaveOutSecrets(part);
    flush(part, 'r+');
    renameSync(part, path);
    if (process.platform !== 'win32') flush(dirname(path), 'r');
    return { path, bytes: statSync(path).size, withheld };
  } catch (error) {
    for (const made of [part, path]) rmSync(made, { force: true });
    throw error;
  }
}

function reserve(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw new DatabaseUnusable(`${path} exists already; name another file, or remove it.`, error);
    throw error;
  }
}

/** One reading transaction: writers are not held up, and what they write meanwhile is not in the copy. */
function copy(file: string, path: string): void {
  const source = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    source.prepare('VACUUM INTO ?').run(path);
  } finally {
    source.close();
  }
}

function check(path: string): void {
  const copied = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    const problem: unknown = copied.pragma('integrity_check(1)', { simple: true });
    if (problem !== 'ok') throw new DatabaseUnusable(`The copy is damaged (${String(problem).split('\n').at(-1)}), so the database or the disk is; keep the last good backup and run npm run doctor.`);
    const ours = copied.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
    if (ours === undefined) throw new DatabaseUnusable('The database is empty or not one of this program; check DATABASE_URL.');
  } finally {
    copied.close();
  }
}

/**
 * A copy outlives a vote, so what people chose in a secret one is not in it, and no fingerprint of a card that shows it.
 * Whoever goes on with the copy finds these votes open and not given, everybody is asked, and the leader ends them:
 * nothing may be counted before they have answered. Answers how many votes that concerns.
 */
function leaveOutSecrets(path: string): number {
  const copied = new Sqlite(path, { fileMustExist: true });
  try {
    const tables = copied.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'DecisionVote'`).get();
    if (tables === undefined) return 0;
    const running = `WHERE "secret" AND "state" IN ('OPEN', 'COUNTING')`;
    const { open } = copied.prepare(`SELECT count(*) AS open FROM "Decision" ${running}`).get() as { open: number };
    copied.exec(`
      UPDATE "Card" SET "digest" = NULL WHERE "kind" = 'BALLOT';
      UPDATE "Inbox" SET "payload" = '' WHERE "state" = 'DEAD';
      DELETE FROM "DecisionVote" WHERE "decisionId" IN (SELECT "id" FROM "Decision" ${running});
      DELETE FROM "DecisionReminder" WHERE "decisionId" IN (SELECT "id" FROM "Decision" ${running});
      UPDATE "Decision" SET "state" = 'OPEN', "closesAt" = NULL, "remindAt" = "openedAt" ${running};
      VACUUM;`);
    return open;
  } finally {
    copied.close();
  }
}

function flush(path: string, access: 'r' | 'r+'): void {
  const handle = openSync(path, access);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
