/**
 * npm run backup [-- target]: a copy of the database while the bot runs. `target` is a file that is not there yet or a
 * folder; without one the copy goes to `backups` beside the database. Exit 0 means: the copy is there and was checked.
 */
import '../adapters/system/utc.ts';
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { backupSqlite } from '../adapters/storage/backup.ts';
import { loadEnvFile } from '../adapters/system/env-file.ts';
import { fields } from '../src/config-fields.ts';

const unreadable = loadEnvFile();
if (unreadable !== null) fail(unreadable);
// Only this one setting: a backup must not fail for a mistake in another.
const read = fields.shape.DATABASE_URL.safeParse(process.env['DATABASE_URL']?.trim() || undefined);
if (!read.success) fail(read.error.issues.map(({ message }) => message).join('\n'));
const url = read.data;
if (!url.startsWith('file:')) fail(forPostgres(url, process.argv[2]));

const file = resolve(url.slice('file:'.length).replace(/\?.*$/, ''));
try {
  const began = performance.now();
  const { path, bytes, withheld } = backupSqlite(file, targetOf(process.argv[2]));
  process.stdout.write(`Backed up to ${path}: ${(bytes / 1_048_576).toFixed(1)} MB in ${Math.round(performance.now() - began)} ms, integrity checked.\n`);
  if (withheld > 0) process.stderr.write(`Of ${withheld} open secret vote(s) the copy holds no ballots: after restoring it they are open and everybody is asked again (docs/abstimmungen.md).\n`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

function targetOf(given: string | undefined): string {
  const name = `${basename(file, '.db')}-${new Date().toISOString().replaceAll(':', '-').replace(/\.\d+Z$/, 'Z')}.db`;
  if (given === undefined) return join(dirname(file), 'backups', name);
  const target = resolve(given);
  return existsSync(target) && statSync(target).isDirectory() ? join(target, name) : target;
}

/** Nothing was backed up, so this is no success; without the password, which pg_dump takes from ~/.pgpass or PGPASSWORD. */
function forPostgres(address: string, target = 'miteinander.dump'): string {
  const given = new URL(address);
  given.password = '';
  return [
    'Nothing was backed up: PostgreSQL has its own tool, which needs no pause either. Run',
    `  (umask 077 && pg_dump --format=custom --no-owner --no-privileges --file='${target}' '${given.href}')`,
    'and to restore it into an empty database',
    `  pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname='${given.href}' '${target}'`,
    'While a secret vote is open such a copy holds who chose what: see docs/betrieb.md before you make, keep or restore one.',
  ].join('\n');
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
