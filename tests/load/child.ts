import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Usage } from './probe.ts';

const PROBE = new URL('probe.ts', import.meta.url).href;

/** Nothing outlives the bench, whatever ends it. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A program under test in a process of its own. What it says on standard error belongs on ours. */
export class Child {
  private readonly process: ChildProcess;
  private readonly exited: Promise<unknown[]>;
  /** Rejects when the program ends by itself. */
  readonly failed: Promise<never>;
  private stopping = false;
  private output = '';

  /** `probed: false`: nothing of ours is loaded into it. */
  constructor(program: URL, options: { folder: string; env: Readonly<Record<string, string>>; probed?: boolean; execArgv?: readonly string[] }) {
    this.process = fork(fileURLToPath(program), [], {
      cwd: options.folder,
      env: { PATH: process.env['PATH'] ?? '', ...options.env },
      execArgv: [...(options.execArgv ?? []), ...(options.probed === false ? [] : ['--import', PROBE])],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.process.stdout!.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.process.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.output += text;
      if (!/"level":30/.test(text)) process.stderr.write(text);
    });
    this.exited = once(this.process, 'exit');
    running.add(this.process);
    void this.exited.then(() => running.delete(this.process));
    this.failed = this.exited.then(([code]: unknown[]) => {
      if (!this.stopping) throw new Error(`the program under test ended with ${String(code)}`);
      return new Promise<never>(() => {});
    });
    this.failed.catch(() => {});
  }

  /** Resolves when the program has said this. */
  async said(what: RegExp): Promise<void> {
    for (const late = performance.now() + 60_000; !what.test(this.output); ) {
      if (this.process.exitCode !== null || performance.now() > late) throw new Error(`the program under test never said ${what}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async usage(): Promise<Usage> {
    const answer = once(this.process, 'message');
    this.process.send('usage');
    return (await answer)[0] as Usage;
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.stopping = true;
    if (this.process.exitCode === null) this.process.kill(signal);
    await this.exited;
  }
}
