import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A real PostgreSQL for tests: the one `POSTGRES_URL` names, or a throwaway cluster that lives in a temporary folder. */
export interface Postgres {
  /** Creates a database, empty or a copy of `template` (a URL; nobody is connected to it), and answers its URL. */
  freshDatabase(template?: string): Promise<string>;
  /** Away with one, whoever is still connected. */
  drop(url: string): Promise<void>;
  stop(): Promise<void>;
}

const serverUrl = process.env['POSTGRES_URL'];
const programs = findPrograms();

/** Why tests on PostgreSQL cannot run here, or null when they can. */
export const postgresMissing: string | null =
  serverUrl === undefined && programs === undefined
    ? 'no PostgreSQL: neither POSTGRES_URL nor initdb in PATH or /usr/lib/postgresql/*/bin'
    : null;

export async function startPostgres(settings: readonly string[] = ['fsync=off']): Promise<Postgres> {
  if (serverUrl !== undefined) return onServer(serverUrl, async () => {});
  if (programs === undefined) throw new Error(postgresMissing ?? 'no PostgreSQL');
  return startCluster(programs, settings);
}

/** The server refuses to run as root, so root lends it the least privileged user there is. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

async function startCluster(bin: string, settings: readonly string[]): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, stdio: 'ignore', ...account } as const;
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], options);
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, '-h', '', ...flags], options);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const kill = () => server.kill('SIGINT');
  process.once('exit', kill);
  return onServer(`postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, async () => {
    process.off('exit', kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
}

async function onServer(url: string, stop: () => Promise<void>): Promise<Postgres> {
  const admin = await connect(url);
  let made = 0;
  return {
    async freshDatabase(template) {
      const name = `test_${process.pid}_${Date.now()}_${(made += 1)}`;
      await admin.query(`CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${nameOf(template)}`}`);
      const fresh = new URL(url);
      fresh.pathname = `/${name}`;
      return fresh.href;
    },
    async drop(gone) {
      await admin.query(`DROP DATABASE IF EXISTS ${nameOf(gone)} WITH (FORCE)`);
    },
    async stop() {
      await admin.end();
      await stop();
    },
  };
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

async function connect(url: string): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(100);
    }
  }
}

function findPrograms(): string | undefined {
  const installed = globSync(['/usr/lib/postgresql/*/bin', '/opt/homebrew/opt/postgresql*/bin', '/usr/local/opt/postgresql*/bin']);
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...installed.sort().reverse()];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}
