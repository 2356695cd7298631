import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseUnusable } from '../../adapters/storage/errors.ts';
import { migrationsFolder } from '../../adapters/storage/migrate.ts';
import { preparePostgres } from '../../adapters/storage/postgres-open.ts';
import { prepareSqlite } from '../../adapters/storage/sqlite-open.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import type { Postgres } from '../support/postgres.ts';

/** A table that others refer to is rebuilt, as Prisma writes it for SQLite. */
const rebuilt = `PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Town" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "persons" INTEGER NOT NULL DEFAULT 0);
INSERT INTO "new_Town" ("id", "name") SELECT "id", "name" FROM "Town";
DROP TABLE "Town";
ALTER TABLE "new_Town" RENAME TO "Town";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;`;
const created = `CREATE TABLE "Town" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL);
CREATE TABLE "Street" ("id" TEXT NOT NULL PRIMARY KEY, "townId" TEXT NOT NULL REFERENCES "Town" ("id") ON DELETE CASCADE);`;
const rows = `INSERT INTO "Town" VALUES ('m', 'Mössingen'); INSERT INTO "Street" VALUES ('f', 'm'), ('g', 'm');`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-'));
  put('1_create', created);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, sql: string): void {
  mkdirSync(join(folder, 'm', name), { recursive: true });
  writeFileSync(join(folder, 'm', name, 'migration.sql'), sql);
}

describe('SQLite', () => {
  const file = () => join(folder, 'town.db');
  const migrate = async () => (await prepareSqlite(file(), join(folder, 'm')))();
  const count = (table: string) => ask(`SELECT count(*) FROM "${table}"`);
  const ask = (sql: string) => {
    const raw = new Sqlite(file());
    try {
      return raw.prepare(sql).pluck().all();
    } finally {
      raw.close();
    }
  };

  async function townWithRows(): Promise<void> {
    await migrate();
    const raw = new Sqlite(file());
    raw.exec(rows);
    raw.close();
  }

  test('rows survive the rebuilding of the table they refer to', async () => {
    await townWithRows();
    put('2_rebuild', rebuilt);
    await migrate();
    expect([...count('Town'), ...count('Street'), ...ask('SELECT "persons" FROM "Town"')]).toEqual([1, 2, 0]);
    await migrate();
    expect(ask('SELECT "migration_name" FROM "_prisma_migrations"')).toEqual(['1_create', '2_rebuild']);
  });

  test('all or nothing: a migration that fails or leaves orphans changes nothing', async () => {
    await townWithRows();
    put('2_add', 'ALTER TABLE "Town" ADD COLUMN "mayor" TEXT;');
    put('3_broken', 'UPDATE "Nowhere" SET "a" = 1;');
    await expect(migrate()).rejects.toThrow(/The migration 3_broken failed and was undone: no such table: Nowhere/);
    put('3_broken', 'DELETE FROM "Town";');
    await expect(migrate()).rejects.toThrow(/rows without what they refer to; nothing was changed/);
    expect([...count('Town'), ...count('Street')]).toEqual([1, 2]);
    expect(ask('SELECT count(*) FROM "_prisma_migrations"')).toEqual([1]);
  });

  test('a migration that was changed afterwards, and one we do not know, are refused in a sentence', async () => {
    await townWithRows();
    appendFileSync(join(folder, 'm/1_create/migration.sql'), '-- better\n');
    await expect(migrate()).rejects.toThrow('The migration 1_create was changed after it had been applied to this database; restore the file as it was.');
    rmSync(join(folder, 'm/1_create'), { recursive: true });
    await expect(migrate()).rejects.toThrow(/made by a newer version \(it knows the migration 1_create\)/);
    await expect(migrate()).rejects.toThrow(DatabaseUnusable);
  });

  test('the schema our migrations make is the schema of our models, and Prisma agrees', { timeout: 60_000 }, async () => {
    expectNoDifference('sqlite', `file:${join(folder, 'absent.db')}`);
    (await prepareSqlite(file()))();
    expect(prisma('sqlite', `file:${file()}`, ['migrate', 'status'])).toMatchObject({ status: 0 });
  });
});

describe.skipIf(postgresMissing !== null)(`PostgreSQL${postgresMissing === null ? '' : ` (${postgresMissing})`}`, () => {
  let postgres: Postgres;
  let url: string;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  beforeEach(async () => {
    url = await postgres.freshDatabase();
  });
  afterAll(() => postgres.stop());

  const migrate = async () => (await preparePostgres(url, () => {}, join(folder, 'm')))();
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const result = await client.query<Record<string, unknown>>(sql);
    await client.end();
    return result.rows;
  };

  test('rows survive, failures change nothing, changed files are refused', async () => {
    await migrate();
    await ask(rows);
    put('2_add', 'ALTER TABLE "Town" ADD COLUMN "persons" INTEGER NOT NULL DEFAULT 0;');
    put('3_broken', 'UPDATE "Nowhere" SET "a" = 1;');
    await expect(migrate()).rejects.toThrow(/The migration 3_broken failed and was undone/);
    expect(await ask('SELECT * FROM "Town"')).toEqual([{ id: 'm', name: 'Mössingen' }]);
    rmSync(join(folder, 'm/3_broken'), { recursive: true });
    await migrate();
    await migrate();
    expect(await ask('SELECT * FROM "Town"')).toEqual([{ id: 'm', name: 'Mössingen', persons: 0 }]);
    appendFileSync(join(folder, 'm/2_add/migration.sql'), '-- better\n');
    await expect(migrate()).rejects.toThrow(/The migration 2_add was changed/);
  });

  test('the schema our migrations make is the schema of our models, and Prisma agrees', { timeout: 60_000 }, async () => {
    expectNoDifference('postgresql', url);
    await (await preparePostgres(url, () => {}))();
    expect(prisma('postgresql', url, ['migrate', 'status'])).toMatchObject({ status: 0 });
  });
});

test('both providers have the same migrations', () => {
  expect(readdirSync(migrationsFolder('sqlite'))).toEqual(readdirSync(migrationsFolder('postgresql')));
});

function expectNoDifference(provider: 'sqlite' | 'postgresql', url: string): void {
  const schema = `prisma/generated/schema/${provider}`;
  expect(prisma(provider, url, ['migrate', 'diff', '--from-migrations', `prisma/${provider}/migrations`, '--to-schema', schema, '--exit-code'])).toMatchObject({ status: 0 });
}

/** The official command line on our engine. */
function prisma(provider: string, url: string, args: readonly string[]) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/prisma.mjs', provider, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url },
  });
  return { status, said: stdout + stderr };
}
