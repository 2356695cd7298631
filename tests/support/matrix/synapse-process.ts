import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const HOMESERVER = fileURLToPath(new URL('homeserver.py', import.meta.url));
const START_MS = 60_000;

export interface SynapseOrder {
  readonly python: string;
  readonly config: string;
  readonly folder: string;
  readonly url: string;
  /** The process with which this one ends. */
  readonly owner: number;
}

/** One Synapse, started and ended as often as wanted; only ever its own process is signalled. */
export class SynapseProcess {
  readonly #order: SynapseOrder;
  #child: ChildProcess | undefined;

  constructor(order: SynapseOrder) {
    this.#order = order;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    this.spawn();
    await untilReady(this.#order.url, () => this.running, this.#order.folder);
  }

  /** Starts it without waiting for it. */
  spawn(): ChildProcess {
    const { python, config, folder, owner } = this.#order;
    const errors = openSync(join(folder, 'stderr.log'), 'a');
    // A session of its own: Ctrl-C in the terminal is for the tests, and its owner's end reaches it anyway.
    const child = spawn(python, [HOMESERVER, String(owner), folder, '-c', config], { cwd: folder, stdio: ['ignore', 'ignore', errors], detached: true });
    closeSync(errors);
    child.unref();
    this.#child = child;
    return child;
  }

  get running(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    if (this.running) this.#child?.kill(signal);
  }

  /** Resolves when it is gone; at once where it already is. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined || !this.running) return;
    const gone = once(child, 'exit');
    child.ref();
    child.kill(signal);
    await gone;
  }
}

/** Resolves when the server answers; rejects with its last words when it has ended or takes longer than a minute. */
export async function untilReady(url: string, alive: () => boolean, folder: string): Promise<void> {
  const late = performance.now() + START_MS;
  for (;;) {
    const living = alive();
    const ready = await fetch(new URL('/_matrix/client/versions', url)).then((response) => response.ok, () => false);
    if (ready) return;
    if (!living || performance.now() > late) throw new Error(`Synapse did not start:\n${lastWords(folder)}`);
    await pause(50);
  }
}

function lastWords(folder: string): string {
  const logs = ['stderr.log', 'synapse.log'].map((name) => join(folder, name)).filter((path) => existsSync(path));
  return logs.map((path) => readFileSync(path, 'utf8').slice(-2_000)).join('\n');
}

/** Below the range from which the kernel takes ports for outgoing connections, so that it stays free between two starts. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
