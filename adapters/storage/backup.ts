import { closeSync, existsSync, fstatSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
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
 * overwritten; under its own name there is nothing, or a copy that is complete, checked and on disk, and for its owner's
 * eyes only. Until then it is called `.part`; what a killed backup leaves under that name, the next one takes away. The
 * copy needs nothing beside it: put in the database's place, it is the database.
 * @throws DatabaseUnusable with one sentence for the operator.
 */
export function backupSqlite(file: string, path: string): Backup {
  if (!existsSync(file)) throw new DatabaseUnusable(`There is no database ${file}; check DATABASE_URL.`);
  if (existsSync(`${path}-wal`)) throw new DatabaseUnusable(`${path}-wal is there already, of a database in use; name another file.`);
  if (existsSync(path)) throw taken(path);
  const part = `${path}.part`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  for (const end of ['', '-journal']) rmSync(`${part}${end}`, { force: true });
  const own = reserve(part);
  const isOurs = (): boolean => statSync(part, { throwIfNoEntry: false })?.ino === fstatSync(own).ino;
  try {
    copy(file, part);
    check(part);
    const withheld = leaveOutSecrets(part);
    fsyncSync(own);
    if (!isOurs()) throw new DatabaseUnusable(`Another backup writes ${part}; wait for it, or name another file.`);
    publish(part, path);
    if (process.platform !== 'win32') flush(dirname(path));
    return { path, bytes: statSync(path).size, withheld };
  } catch (error) {
    if (isOurs()) rmSync(part, { force: true });
    throw error;
  } finally {
    closeSync(own);
  }
}

const taken = (path: string, cause?: unknown): DatabaseUnusable => new DatabaseUnusable(`${path} exists already; name another file, or remove it.`, cause);

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** An empty file for the owner's eyes only; answers its handle. */
function reserve(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? taken(path, error) : error;
  }
}

/** Gives the copy its name, which nobody else may have by then. Some disks (FAT) know no second name for a file: there a kill in between leaves an empty file, on which no bot starts. */
function publish(part: string, path: string): void {
  try {
    linkSync(part, path);
    return rmSync(part);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw taken(path, error);
    if (!/^(EPERM|ENOSYS|ENOTSUP|EOPNOTSUPP|EMLINK|EINVAL)$/.test(codeOf(error))) throw error;
  }
  closeSync(reserve(path));
  try {
    renameSync(part, path);
  } catch (error) {
    rmSync(path, { force: true });
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

function flush(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
