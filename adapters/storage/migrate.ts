import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DatabaseUnusable } from './errors.ts';

/** A database that can run a migration, inside a lock and a transaction that its owner has opened. */
export interface MigrationTarget {
  /** `CREATE TABLE IF NOT EXISTS` of Prisma's own ledger. */
  readonly ledger: string;
  /** Five places for values, as this database writes them. */
  readonly places: string;
  script(sql: string): Promise<void>;
  query(sql: string, values?: readonly string[]): Promise<readonly Record<string, unknown>[]>;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export const migrationsFolder = (provider: 'sqlite' | 'postgresql'): string =>
  fileURLToPath(new URL(`../../prisma/${provider}/migrations`, import.meta.url));

/**
 * Brings the schema up to date at every start and answers the names of what it applied. The ledger is Prisma's
 * `_prisma_migrations`, so the official command line may be used on the same database.
 * Invariant: all pending migrations are applied, or none (the owner rolls back when this throws).
 */
export async function migrate(target: MigrationTarget, folder: string): Promise<string[]> {
  await target.script(target.ledger);
  const pending = await pendingMigrations(target, folder);
  for (const migration of pending) await apply(target, migration);
  return pending.map((migration) => migration.name);
}

/** What the next start would apply. @throws DatabaseUnusable where it would refuse. */
export async function pendingMigrations(target: Pick<MigrationTarget, 'query'>, folder: string): Promise<Migration[]> {
  const migrations = readMigrations(folder);
  const applied = await appliedMigrations(target);
  for (const [name, checksum] of applied) {
    const ours = migrations.find((migration) => migration.name === name);
    if (ours === undefined) {
      throw new DatabaseUnusable(`The database was made by a newer version (it knows the migration ${name}); start that version or restore an older copy.`);
    }
    if (ours.checksum !== checksum) {
      throw new DatabaseUnusable(`The migration ${name} was changed after it had been applied to this database; restore the file as it was.`);
    }
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, path: `${folder}/${name}/migration.sql` }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, path }) => {
      const sql = readFileSync(path, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

async function appliedMigrations(target: Pick<MigrationTarget, 'query'>): Promise<Map<string, string>> {
  const rows = await target.query('SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL');
  const unfinished = rows.find((row) => row['finished_at'] === null);
  if (unfinished !== undefined) {
    throw new DatabaseUnusable(`The migration ${String(unfinished['migration_name'])} was begun by hand and never finished; restore the last backup.`);
  }
  return new Map(rows.map((row) => [String(row['migration_name']), String(row['checksum'])]));
}

async function apply(target: MigrationTarget, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await target.script(sql);
  } catch (error) {
    throw new DatabaseUnusable(`The migration ${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  const now = new Date().toISOString();
  await target.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "started_at", "finished_at", "migration_name", "applied_steps_count") VALUES (${target.places}, 1)`,
    [randomUUID(), checksum, now, now, name],
  );
}
