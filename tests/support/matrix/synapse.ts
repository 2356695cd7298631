import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringSynapse } from '../../../scripts/synapse.ts';
import { registerAccount, type Account } from './accounts.ts';
import { freePort, SynapseProcess } from './synapse-process.ts';
import { writeSettings, type Limits } from './synapse-settings.ts';

/** A homeserver that several test files use at once: rooms and accounts are each test's own. */
export interface SharedHomeserver {
  readonly url: string;
  /** What follows the colon in its ids. */
  readonly name: string;
  /** A new account, `@localpart-<random>:name`. */
  register(localpart: string, displayName?: string): Promise<Account>;
}

/** One of the test's own, which may also fall ill. */
export interface Homeserver extends SharedHomeserver {
  /** Ends it in good order, unless it has already ended, and starts it again at the same address with what it had stored. */
  restart(): Promise<void>;
  /** Ends it and removes what it had stored. */
  stop(): Promise<void>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGSTOP: connections are accepted by the kernel, and nobody answers. */
  pause(): void;
  /** SIGCONT */
  resume(): void;
}

export const SERVER_NAME = 'synapse.test';

/** A real Synapse on 127.0.0.1 with nothing in it; about four seconds. Ends with this process, however that ends. */
export async function startSynapse({ limits = 'none' }: { limits?: Limits } = {}): Promise<Homeserver> {
  const brought = await bringSynapse();
  if ('missing' in brought) throw new Error(brought.missing);
  const folder = mkdtempSync(join(tmpdir(), 'synapse-'));
  const port = await freePort();
  const secret = randomBytes(16).toString('hex');
  const config = writeSettings({ folder, name: SERVER_NAME, port, secret, limits });
  const url = `http://127.0.0.1:${port}`;
  const synapse = new SynapseProcess({ python: brought.python, config, folder, url, owner: process.pid });
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  // While it runs its watcher does this.
  const leave = (): void => {
    if (!synapse.running) clean();
  };
  process.once('exit', leave);
  await synapse.start();
  return {
    url,
    name: SERVER_NAME,
    register: (localpart, displayName) => registerAccount(url, secret, localpart, displayName),
    async restart() {
      await synapse.end('SIGTERM');
      await synapse.start();
    },
    async stop() {
      process.off('exit', leave);
      await synapse.end('SIGKILL');
      clean();
    },
    kill: () => synapse.end('SIGKILL'),
    pause: () => synapse.signal('SIGSTOP'),
    resume: () => synapse.signal('SIGCONT'),
  };
}
