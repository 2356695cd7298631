import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const WARM = new URL('../../scripts/warm.mjs', import.meta.url).href;

/** The whole bot as a process of its own, started as `npm start` does, in a folder of its own, with these settings and no others. */
export class ProcessRun {
  out = '';
  err = '';
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(folder: string, env: Readonly<Record<string, string>>, args: readonly string[] = []) {
    this.child = spawn(process.execPath, ['--import', WARM, MAIN, ...args], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'pipe' });
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.out += text));
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.err += text));
    this.exited = once(this.child, 'close').then(([code]) => code as number | null);
  }

  /** Types lines; `end` closes the input. */
  type(text: string, end = true): this {
    this.child.stdin!.write(text);
    if (end) this.child.stdin!.end();
    return this;
  }

  kill(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): this {
    this.child.kill(signal);
    return this;
  }

  /** Resolves when the output has it; rejects when the process ends before. */
  async until(what: RegExp, timeout = 15_000): Promise<RegExpExecArray> {
    const late = performance.now() + timeout;
    for (;;) {
      const found = what.exec(this.out + this.err);
      if (found !== null) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null || performance.now() > late) throw new Error(`no ${what} in:\n${this.out}\n${this.err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
