import { existsSync, lstatSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSqlite } from './sqlite-driver.ts';

/** With less than this, in bytes, SQLite cannot even make the file of locks it reads a database with (32 KB). */
const HARDLY_ANYTHING = 65_536;

/** A file beside the database which says that there has been one. */
export const marker = (file: string): string => `${file}.exists`;

/** Invariant: never an empty database in the place of one that got lost. Why none may be begun at `file`; null: one may, or there is one. */
export function whyLost(file: string): string | null {
  const size = existsSync(file) ? statSync(file).size : null;
  if (size !== null && size > 0) return null;
  if (existsSync(marker(file))) return `The database ${file} is gone although it existed before; restore a backup, or delete ${marker(file)} to begin with an empty one.`;
  return size === null ? null : `The database ${file} is an empty file, which none of ours ever is; restore a backup, or delete the file to begin with an empty database.`;
}

/** Where there is no database, one without tables. It is made under another name, so that no kill and no full disk leaves half a one; but where the file is a link, SQLite makes it where that leads. */
export function begin(file: string): void {
  if (isThere(file)) return;
  const made = `${file}.new`;
  const sweep = (): void => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${made}${end}`, { force: true });
  };
  sweep();
  try {
    openSqlite(made).close();
    // Of a database that is gone; SQLite would add it to this one.
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    renameSync(made, file);
  } catch (error) {
    sweep();
    throw error;
  }
}

/** What a path will stand on: the nearest folder above it that is there, or what is in the way of one, such as a link that leads nowhere. */
export function groundOf(path: string): string {
  const above = dirname(path);
  return isThere(above) || above === path ? above : groundOf(above);
}

/** A link is there wherever it leads. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** For the bot and for the doctor, who says the same. */
export const leadsNowhere = (file: string): string => `The folder of ${file} leads nowhere; mount its disk or mend the link, and the next start goes on.`;

/** Whether SQLite or the system refused for want of room, whatever they call it. `code`: theirs, such as SQLITE_IOERR_SHMSIZE. */
export function isDiskFull(code: string, file: string): boolean {
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return true;
  if (!/^SQLITE_(IOERR|CANTOPEN)/.test(code)) return false;
  const { bavail, bsize } = statfsSync(groundOf(file));
  return bavail * bsize < HARDLY_ANYTHING;
}
