import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bringSynapse } from '../../../scripts/synapse.ts';
import { registerAccount } from './accounts.ts';
import { SERVER_NAME, type SharedHomeserver } from './synapse.ts';
import { freePort, SynapseProcess, untilReady } from './synapse-process.ts';
import { writeSettings } from './synapse-settings.ts';

const foreign = process.env['SYNAPSE_URL'];
const foreignSecret = process.env['SYNAPSE_SHARED_SECRET'];

/** What the worker that started the server tells the others, in a file. */
interface Entry {
  readonly url: string;
  readonly secret: string;
  readonly pid: number;
}

/**
 * The homeserver of this test run: the one `SYNAPSE_URL` names (its registration_shared_secret in `SYNAPSE_SHARED_SECRET`),
 * or one without limits that the first worker starts for all and that ends with the run.
 */
export async function sharedSynapse(): Promise<SharedHomeserver> {
  if (foreign !== undefined) {
    const secret = foreignSecret ?? '';
    // The ids of its accounts tell its name; their addresses may not.
    const { userId } = await registerAccount(foreign, secret, 'probe');
    return server(foreign, userId.slice(userId.indexOf(':') + 1), secret);
  }
  // Vitest's main process: the parent of all its workers.
  const owner = process.ppid;
  const folder = join(tmpdir(), `synapse-of-${owner}-${startOf(owner)}`);
  if (isFirst(folder)) await startFor(owner, folder);
  const { url, secret, pid } = await entryIn(folder);
  await untilReady(url, () => isAlive(pid), folder);
  return server(url, SERVER_NAME, secret);
}

/** Why tests cannot use it, or null when they can. */
export async function sharedSynapseMissing(): Promise<string | null> {
  if (foreign !== undefined) return foreignSecret === undefined ? 'SYNAPSE_URL needs its registration_shared_secret in SYNAPSE_SHARED_SECRET' : null;
  const brought = await bringSynapse();
  return 'missing' in brought ? `${brought.missing}; SYNAPSE_URL names none` : null;
}

function server(url: string, name: string, secret: string): SharedHomeserver {
  return { url, name, register: (localpart, displayName) => registerAccount(url, secret, localpart, displayName) };
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function startFor(owner: number, folder: string): Promise<void> {
  const brought = await bringSynapse();
  if ('missing' in brought) throw new Error(brought.missing);
  const port = await freePort();
  const secret = randomBytes(16).toString('hex');
  const config = writeSettings({ folder, name: SERVER_NAME, port, secret, limits: 'none' });
  const url = `http://127.0.0.1:${port}`;
  const { pid = 0 } = new SynapseProcess({ python: brought.python, config, folder, url, owner }).spawn();
  const entry: Entry = { url, secret, pid };
  const path = join(folder, 'entry.json');
  writeFileSync(`${path}.new`, JSON.stringify(entry));
  renameSync(`${path}.new`, path);
}

/** The first worker writes it within a second, unless it was killed at that. */
async function entryIn(folder: string): Promise<Entry> {
  const path = join(folder, 'entry.json');
  for (let attempt = 1; !existsSync(path); attempt += 1) {
    if (attempt === 400) throw new Error('The worker that was to start Synapse for all has ended before it did.');
    await pause(50);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Entry;
}

/** When a process began (clock ticks since boot): with its id, a name that no other process ever bears. */
function startOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
