import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DatabaseBusy, DatabaseInUse, DatabaseUnusable } from './errors.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import type { MigrationTarget } from './migrate.ts';
import { openSqlite } from './sqlite-driver.ts';
import { sqliteCode } from './sqlite-errors.ts';
import { begin, isDiskFull, leadsNowhere, marker, whyLost } from './sqlite-place.ts';

const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Makes a SQLite file ready for use: ours alone, present unless it never was, undamaged, up to date.
 * Answers the way to give it free.
 */
export async function prepareSqlite(file: string, folder: string = migrationsFolder('sqlite')): Promise<() => void> {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const unlock = lock(file);
    try {
      const lost = whyLost(file);
      if (lost !== null) throw new DatabaseUnusable(lost);
      begin(file);
      await migrateSqlite(file, folder);
      remember(file);
      return unlock;
    } catch (error) {
      unlock();
      throw error;
    }
  } catch (error) {
    throw explain(error, file);
  }
}

/**
 * One process per file. The lock is an operating system's lock on a file beside it, held by SQLite; it ends with the
 * process however that ends.
 */
function lock(file: string): () => void {
  const guard = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    guard.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    guard.close();
    throw sqliteCode(error)?.startsWith('SQLITE_BUSY') === true ? new DatabaseInUse(file, error) : error;
  }
  return () => guard.close();
}

function remember(file: string): void {
  if (existsSync(marker(file))) return;
  const text = `A database has been kept beside this file since ${new Date().toISOString()}. While this file is here, the program will not begin with an empty one.\n`;
  writeFileSync(marker(file), text, { flush: true });
}

async function migrateSqlite(file: string, folder: string): Promise<void> {
  const raw = openSqlite(file);
  try {
    const problem: unknown = raw.pragma('quick_check(1)', { simple: true });
    if (problem !== 'ok') throw new DatabaseUnusable(`The database ${file} is damaged; restore the last backup (${String(problem).split('\n').at(-1)}).`);
    // A table that is rebuilt is dropped first: with foreign keys on that would delete what refers to it, and inside
    // a transaction they cannot be switched off any more.
    raw.pragma('foreign_keys = OFF');
    raw.exec('BEGIN EXCLUSIVE');
    try {
      await migrate(target(raw), folder);
      const orphans = raw.pragma('foreign_key_check');
      if (Array.isArray(orphans) && orphans.length > 0) throw new DatabaseUnusable('A migration would have left rows without what they refer to; nothing was changed.');
      raw.exec('COMMIT');
    } catch (error) {
      if (raw.inTransaction) raw.exec('ROLLBACK');
      throw error;
    }
  } finally {
    raw.close();
  }
}

function target(raw: Sqlite.Database): MigrationTarget {
  return {
    ledger,
    places: '?, ?, ?, ?, ?',
    async script(sql) {
      raw.exec(sql);
    },
    async query(sql, values = []) {
      const statement = raw.prepare<unknown[], Record<string, unknown>>(sql);
      if (statement.reader) return statement.all(...values);
      statement.run(...values);
      return [];
    },
  };
}

/** SQLite's refusals in a sentence an operator can act on. */
function explain(error: unknown, file: string): unknown {
  const code = sqliteCode(error) ?? (error instanceof Error && 'code' in error ? String(error.code) : '');
  // Not 78: as soon as there is room nobody needs to do anything.
  if (isDiskFull(code, file)) return new DatabaseBusy(`The disk that holds ${file} is full; make room, and the next start goes on.`, error);
  if (code.startsWith('SQLITE_BUSY')) return new DatabaseBusy(`The database ${file} is held by another program (a backup, a shell?); start again when it has finished.`, error);
  if (/^(ENOENT|ELOOP)/.test(code) && !existsSync(dirname(file))) return new DatabaseBusy(leadsNowhere(file), error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return new DatabaseUnusable(`The database ${file} is damaged or no database at all; restore the last backup.`, error);
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code)) return new DatabaseUnusable(`The database ${file} cannot be opened for writing; check the folder's and the file's owner and permissions.`, error);
  return error;
}
