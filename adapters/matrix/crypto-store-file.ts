import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SettingsProblem } from '../../src/ports/messenger.ts';
import { openSeal, passphraseSeal, type Seal } from './crypto-store-seal.ts';

/** The file of keys cannot be used; one sentence, and the exit code: 75 later, 78 a person must look. */
export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  readonly exitCode: 75 | 78;

  constructor(sentence: string, exitCode: 75 | 78, cause: unknown) {
    super(sentence, { cause });
    this.exitCode = exitCode;
  }
}

const FORMAT = 1;

const TABLES = `
  CREATE TABLE IF NOT EXISTS entry (kind TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, name)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS idb_database (name TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS idb_store (base TEXT NOT NULL, name TEXT NOT NULL, shape TEXT NOT NULL, counter INTEGER, PRIMARY KEY (base, name));
  CREATE TABLE IF NOT EXISTS idb_record (base TEXT NOT NULL, store TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (base, store, key));
  PRAGMA user_version = ${FORMAT};
`;

/**
 * One SQLite file for everything that must change together with the device: who we are, the keys, where we are in the
 * sync. Ours alone (a second process is refused), every commit on the disk when `write` returns.
 */
export class StoreFile {
  readonly path: string;
  readonly seal: Seal;
  private readonly raw: Sqlite.Database;
  private readonly prepared = new Map<string, Sqlite.Statement>();

  /** Throws StoreProblem, or SettingsProblem where the passphrase does not fit. */
  constructor(path: string, passphrase: string | null) {
    this.path = path;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      closeSync(openSync(path, 'a', 0o600));
      chmodSync(path, 0o600);
      this.raw = open(path);
    } catch (error) {
      throw explain(error, path);
    }
    try {
      this.seal = this.unlock(passphrase);
    } catch (error) {
      this.raw.close();
      throw error;
    }
  }

  /** Everything that `change` writes is committed together, or nothing is and this throws. */
  write(change: () => void): void {
    this.raw.transaction(change).immediate();
  }

  run(sql: string, ...values: readonly unknown[]): void {
    this.statement(sql).run(...values);
  }

  all<Row>(sql: string, ...values: readonly unknown[]): Row[] {
    return this.statement(sql).all(...values) as Row[];
  }

  /** null: there is none. */
  entry(kind: string, name: string): unknown {
    const [row] = this.all<{ value: Buffer }>('SELECT value FROM entry WHERE kind = ? AND name = ?', kind, name);
    return row === undefined ? null : this.read(row.value);
  }

  entries(kind: string): { name: string; value: unknown }[] {
    const rows = this.all<{ name: string; value: Buffer }>('SELECT name, value FROM entry WHERE kind = ? ORDER BY name', kind);
    return rows.map(({ name, value }) => ({ name, value: this.read(value) }));
  }

  /** null: forgotten. Only JSON survives. */
  setEntry(kind: string, name: string, value: unknown): void {
    if (value === null) return this.run('DELETE FROM entry WHERE kind = ? AND name = ?', kind, name);
    const closed = this.seal.close(Buffer.from(JSON.stringify(value)));
    this.run('INSERT INTO entry (kind, name, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value', kind, name, closed);
  }

  close(): void {
    this.raw.close();
  }

  private read(closed: Buffer): unknown {
    return JSON.parse(this.seal.open(closed).toString());
  }

  private statement(sql: string): Sqlite.Statement {
    const known = this.prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.raw.prepare(sql);
    this.prepared.set(sql, statement);
    return statement;
  }

  /** The first start decides whether there is a passphrase; later ones must know it. */
  private unlock(passphrase: string | null): Seal {
    const [kept] = this.all<{ value: Buffer }>("SELECT value FROM entry WHERE kind = 'seal' AND name = 'salt'");
    if (kept === undefined) {
      const salt = randomBytes(16);
      const seal = passphrase === null ? openSeal : passphraseSeal(passphrase, salt);
      this.write(() => {
        const insert = "INSERT INTO entry (kind, name, value) VALUES ('seal', ?, ?)";
        this.run(insert, 'salt', passphrase === null ? Buffer.alloc(0) : salt);
        this.run(insert, 'proof', seal.close(Buffer.from('proof')));
      });
      return seal;
    }
    if ((kept.value.length === 0) !== (passphrase === null)) {
      throw new SettingsProblem(
        passphrase === null
          ? `The Matrix key store ${this.path} is encrypted; set MATRIX_STORE_PASSPHRASE as it was when the file was made.`
          : `The Matrix key store ${this.path} was made without a passphrase; remove MATRIX_STORE_PASSPHRASE, which can only be set before the first start.`,
      );
    }
    const seal = passphrase === null ? openSeal : passphraseSeal(passphrase, kept.value);
    const [proof] = this.all<{ value: Buffer }>("SELECT value FROM entry WHERE kind = 'seal' AND name = 'proof'");
    try {
      if (proof === undefined || seal.open(proof.value).toString() !== 'proof') throw new Error('not ours');
    } catch {
      throw new SettingsProblem(`MATRIX_STORE_PASSPHRASE does not open the Matrix key store ${this.path}; set it as it was when the file was made.`);
    }
    return seal;
  }
}

function open(path: string): Sqlite.Database {
  const raw = new Sqlite(path, { timeout: 0 });
  try {
    // Before WAL, so that the lock is held from the first access to the end of the process, and no second one gets in.
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('secure_delete = ON');
    raw.exec('BEGIN EXCLUSIVE; COMMIT');
    const asserted = [raw.pragma('journal_mode', { simple: true }), raw.pragma('synchronous', { simple: true })];
    if (asserted[0] !== 'wal' || asserted[1] !== 2) throw new StoreProblem(`The Matrix key store ${path} lies on a disk that promises no durability; put it on a local disk.`, 78, null);
    const format = Number(raw.pragma('user_version', { simple: true }));
    if (format > FORMAT) throw new StoreProblem(`The Matrix key store ${path} was made by a newer version; start that one.`, 78, null);
    const problem: unknown = raw.pragma('quick_check(1)', { simple: true });
    if (problem !== 'ok') throw new StoreProblem(`The Matrix key store ${path} is damaged; move it away, log in as a new device and set MATRIX_RECOVERY_KEY.`, 78, null);
    raw.exec(TABLES);
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** SQLite's and the system's refusals in a sentence an operator can act on. */
function explain(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_BUSY')) return new StoreProblem(`Another instance already uses the Matrix key store ${path}; stop it first, or leave it to this one to try again whenever it is restarted.`, 75, error);
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return new StoreProblem(`The Matrix key store ${path} is damaged or something else; move it away, log in as a new device and set MATRIX_RECOVERY_KEY.`, 78, error);
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR)/.test(code)) return new StoreProblem(`The Matrix key store ${path} cannot be opened for writing; check the folder's and the file's owner and permissions.`, 78, error);
  if (/^(SQLITE_FULL|ENOSPC)/.test(code)) return new StoreProblem(`The disk that holds the Matrix key store ${path} is full; make room, and the next start goes on.`, 75, error);
  return error;
}
