import pg from 'pg';
import { CommitFailed, DatabaseBusy, DatabaseInUse, DatabaseUnusable } from './errors.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import type { MigrationTarget } from './migrate.ts';

const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/** Prisma's own key while it migrates. */
const migrationLock = 72_707_369;
/** Ours, held as long as the process lives: "mit" as a number. */
const instanceLock = 7_170_420;

/**
 * Makes a PostgreSQL database ready for use: ours alone, up to date. Answers the way to give it free. When the
 * connection that holds the lock is lost, so is the right to write: `onLost`.
 */
export async function preparePostgres(url: string, onLost: (error: CommitFailed) => void, folder: string = migrationsFolder('postgresql')): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'miteinander (lock)', keepAlive: true, connectionTimeoutMillis: 10_000 });
  let released = false;
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [instanceLock]);
    if (rows[0]?.locked !== true) throw new DatabaseInUse(publicName(url));
    await migratePostgres(client, folder);
  } catch (error) {
    await client.end().catch(() => {});
    throw explain(error, publicName(url));
  }
  client.on('end', () => {
    if (!released) onLost(new CommitFailed(new Error(`the connection that keeps ${publicName(url)} ours was lost`)));
  });
  return async () => {
    released = true;
    await client.end().catch(() => {});
  };
}

async function migratePostgres(client: pg.Client, folder: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query('SET LOCAL client_min_messages = warning');
    await migrate(target(client), folder);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

function target(client: pg.Client): MigrationTarget {
  return {
    ledger,
    places: '$1, $2, $3, $4, $5',
    async script(sql) {
      await client.query(sql);
    },
    async query(sql, values = []) {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    },
  };
}

/** Host and database only: never the password. */
function publicName(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return 'in DATABASE_URL';
  }
}

function explain(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ENOENT|57P0[123]|53300)/.test(code) || /timeout/.test(String(error))) {
    return new DatabaseBusy(`The database ${name} cannot be reached or takes no connection just now (${code || 'timeout'}).`, error);
  }
  if (/^(28|3D000|42501)/.test(code)) return new DatabaseUnusable(`The database ${name} refuses this user, password or name (${code}); check DATABASE_URL.`, error);
  return error;
}
