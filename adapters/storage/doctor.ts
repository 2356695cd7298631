import { accessSync, constants, existsSync, statSync, statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Finding } from '../../src/ports/finding.ts';
import { DatabaseUnusable } from './errors.ts';
import { recount } from './event-reports.ts';
import { migrationsFolder, pendingMigrations } from './migrate.ts';
import { groundOf, isDiskFull, leadsNowhere, whyLost } from './sqlite-place.ts';

type Ask = (sql: string, values?: readonly string[]) => Promise<readonly Record<string, unknown>[]>;

const MEGABYTE = 1_048_576;
/** SQLite's locks cannot be trusted on these (statfs(2)): NFS, SMB, SMB2, CIFS. */
const NETWORK_DRIVES = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42]);

const ok = (what: string): Finding => ({ level: 'ok', what, remedy: null });
const warn = (what: string, remedy: string): Finding => ({ level: 'warn', what, remedy });
const bad = (what: string, remedy: string): Finding => ({ level: 'bad', what, remedy });

/** Looks at the database without changing anything, whether a bot works on it or not. `now`: ms since 1970. */
export async function examineDatabase(url: string, now: number): Promise<Finding[]> {
  return url.startsWith('file:') ? examineSqlite(resolve(url.slice('file:'.length).replace(/\?.*$/, '')), now) : examinePostgres(url, now);
}

async function examineSqlite(file: string, now: number): Promise<Finding[]> {
  const lost = whyLost(file);
  if (lost !== null) return [badly(lost)];
  const place = examinePlace(file);
  if (!existsSync(file)) return place.some(({ level }) => level === 'bad') ? place : [...place, ok(`there is no database ${file} yet; the first start makes it`)];
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
    const opened = raw;
    const pragma = (name: string): unknown => opened.pragma(name, { simple: true });
    const mode = pragma('journal_mode');
    opened.pragma('synchronous = FULL');
    const found = [
      ok(`${file} opens`),
      mode === 'wal' ? ok('journal_mode is wal') : warn(`journal_mode is ${String(mode)}`, 'a fresh copy has that; the next start sets wal'),
      pragma('synchronous') === 2 ? ok('synchronous can be FULL, by which the bot writes') : bad('synchronous cannot be FULL', 'the bot will not start; see which SQLite is built in'),
    ];
    const damage = pragma('quick_check(1)');
    if (damage !== 'ok') return [...place, ...found, bad(`the database is damaged (${String(damage).split('\n').at(-1)})`, 'stop the bot and restore the last backup')];
    opened.exec('BEGIN');
    const ask: Ask = async (sql, values = []) => opened.prepare<unknown[], Record<string, unknown>>(sql).all(...values);
    return [...place, ...found, ok('quick_check finds no damage'), ...(await examineContents(ask, migrationsFolder('sqlite'), now))];
  } catch (error) {
    if (isDiskFull(codeOf(error), file)) return [...place, bad(`the disk that holds ${file} is full`, 'make room; nothing is lost, and the next start goes on')];
    return [...place, bad(`the database ${file} cannot be read (${codeOf(error)})`, 'check owner and permissions; if it is damaged, restore the last backup')];
  } finally {
    raw?.close();
  }
}

/** Of a database that is there, or of where the first start would make it. */
function examinePlace(file: string): Finding[] {
  const there = existsSync(file);
  const folder = groundOf(file);
  if (!existsSync(folder)) return [badly(leadsNowhere(file))];
  if (!statSync(folder).isDirectory()) return [bad(`the database ${file} cannot be opened for writing`, "check the folder's and the file's owner and permissions")];
  const { bavail, bsize, type } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  const open = there && process.platform !== 'win32' && (statSync(file).mode & 0o044) !== 0 && (statSync(folder).mode & 0o011) !== 0;
  const findings = [
    free < 50 ? bad(`only ${free} MB are free beside the database`, 'make room') : free < 500 ? warn(`only ${free} MB are free beside the database`, 'make room soon') : ok(`${free} MB are free beside the database`),
    open && warn('other users of this machine can read the database', `chmod 700 ${folder}`),
    NETWORK_DRIVES.has(type) && bad('the database lies on a network drive, where SQLite can lose it', 'move it to a local disk, or use PostgreSQL'),
  ];
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (there) accessSync(file, constants.W_OK);
  } catch {
    findings.push(bad('the database cannot be written by this user', 'run this as the user of the bot, or mend owner and permissions'));
  }
  return findings.filter((finding) => finding !== false);
}

async function examinePostgres(url: string, now: number): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'miteinander (doctor)', connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const ask: Ask = async (sql, values = []) => (await client.query<Record<string, unknown>>(sql.replace('?', '$1'), [...values])).rows;
    const setting = async (name: string): Promise<string> => String((await ask(`SELECT current_setting('${name}') AS value`))[0]?.['value']);
    const durable = (await setting('fsync')) === 'on' && (await setting('synchronous_commit')) !== 'off';
    return [
      ok(`PostgreSQL ${await setting('server_version')} answers`),
      durable ? ok('commits wait for the disk (fsync, synchronous_commit)') : warn('commits do not wait for the disk: a power cut may take the last of them', 'set fsync and synchronous_commit to on'),
      ...(await examineContents(ask, migrationsFolder('postgresql'), now)),
    ];
  } catch (error) {
    return [bad(`the database cannot be reached or read (${codeOf(error)})`, 'check DATABASE_URL and the server')];
  } finally {
    await client.end().catch(() => {});
  }
}

async function examineContents(ask: Ask, migrations: string, now: number): Promise<Finding[]> {
  try {
    const pending = await pendingMigrations({ query: ask }, migrations);
    if (pending.length > 0) return [warn(`${pending.length} migrations are still to be applied`, 'make a backup; the next start applies them')];
  } catch (error) {
    if (error instanceof DatabaseUnusable) return [badly(error.message)];
    return [bad(`this is no database of this program (${codeOf(error)})`, 'check DATABASE_URL')];
  }
  return [ok('all migrations are applied'), await examineTallies(ask), ...(await examineLeftovers(ask, now))];
}

async function examineTallies(ask: Ask): Promise<Finding> {
  const keys = (await ask('SELECT "eventKey" FROM "EventTally" UNION SELECT "eventKey" FROM "Rsvp"')).map((row) => String(row['eventKey']));
  const wrong: string[] = [];
  for (const key of keys) {
    const [tally] = await ask('SELECT * FROM "EventTally" WHERE "eventKey" = ?', [key]);
    const [counted] = await ask(recount, [key]);
    if (Object.entries(counted ?? {}).some(([name, value]) => Number(value) !== Number(tally?.[name] ?? 0))) wrong.push(key);
  }
  if (wrong.length === 0) return ok(`the counts of ${keys.length} events equal a recount`);
  return bad(`the counts of ${wrong.join(', ')} do not equal a recount`, 'restore the last backup, and report this as a bug');
}

async function examineLeftovers(ask: Ask, now: number): Promise<Finding[]> {
  const number = async (sql: string): Promise<number> => Number((await ask(sql))[0]?.['n'] ?? 0);
  const dead = await number(`SELECT count(*) AS n FROM "Inbox" WHERE "state" = 'DEAD'`);
  const lost = await number(`SELECT count(*) AS n FROM "Outbox" WHERE "state" = 'UNKNOWN'`);
  const [last] = await ask('SELECT "receivedAt" AS at FROM "Inbox" ORDER BY "seq" DESC LIMIT 1');
  const ahead = last === undefined ? 0 : new Date(last['at'] as string | Date).getTime() - now;
  return [
    dead === 0 ? ok('no update was left unhandled') : warn(`${dead} updates of the last week could not be handled`, 'look for their ids in the log and report them as a bug'),
    lost === 0 ? ok('no message is of unknown ending') : warn(`of ${lost} messages nobody can say whether they arrived`, 'the log says when ("an effect was given up"); ask people where it matters'),
    ahead > 60_000 ? bad(`the last update was received ${Math.round(ahead / 1_000)} s in the future`, 'the clock was set back; set it right (NTP)') : ok('nothing in the database is from the future'),
  ];
}

/** The sentence the bot would end with. */
function badly(sentence: string): Finding {
  const [what = '', remedy = ''] = sentence.replace(/\.$/, '').split('; ');
  return bad(what.replace(/^The /, 'the '), remedy);
}

/** A code, never a message: those may quote data or the address with its password. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'failed';
}
