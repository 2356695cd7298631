import type { Logger } from './ports/logger.ts';
import { SettingsProblem } from './ports/messenger.ts';

/** What a supervisor learns from our end (contract.md): 0 asked to stop, 70 restart me, 75 later, 78 a person must look. */
export const exitCodes = { asked: 0, panic: 70, busy: 75, settings: 78 } as const;

/** Draining takes no longer than this; what is not sent by then is in the outbox. */
const PATIENCE = 10_000;

type Step = () => Promise<unknown>;

/**
 * How the process ends, whatever ends it: asked to stop it drains; after a panic nothing more is acknowledged and it
 * goes at once. Ends once.
 */
export class Lifeline {
  readonly signal: AbortSignal;
  /** Resolves when somebody asked us to stop. */
  readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  private readonly logger: Logger;
  private readonly steps: Step[] = [];
  private readonly lastSteps: Step[] = [];
  private readonly always: (() => void)[] = [];
  private ending = false;

  constructor(logger: Logger) {
    this.logger = logger;
    this.signal = this.stopping.signal;
    this.ended = new Promise((resolve) => this.signal.addEventListener('abort', () => resolve(), { once: true }));
    // Every time: whoever asks again while we drain must not end us in the middle.
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => void this.end(exitCodes.asked));
    process.on('uncaughtException', (error) => this.panic(error, 'an error nobody caught'));
    process.on('unhandledRejection', (error) => this.panic(error, 'a promise nobody caught'));
    // Whoever read our output has gone.
    process.stdout.on('error', () => void this.end(exitCodes.asked));
  }

  /** On the way to an orderly end, the last named first. */
  onEnd(step: Step): void {
    this.steps.unshift(step);
  }

  /** After everything else has come to rest. */
  onLastEnd(step: Step): void {
    this.lastSteps.unshift(step);
  }

  /** Whatever ends us; must be synchronous. */
  onExit(step: () => void): void {
    this.always.push(step);
  }

  /** Runs `work`; its end is ours, and its failure becomes a sentence and an exit code. */
  async guard(work: () => Promise<void>): Promise<void> {
    // Only we decide when the process ends, not an event loop that has run dry.
    setInterval(() => {}, 2 ** 30);
    try {
      await work();
      await this.end(exitCodes.asked);
    } catch (error) {
      if (error instanceof SettingsProblem) return this.end(exitCodes.settings, error.message);
      const code = error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : null;
      if (code === null) return this.panic(error, 'the start failed');
      await this.end(code, (error as Error).message);
    }
  }

  async end(code: number, sentence?: string): Promise<void> {
    if (this.ending) return;
    this.ending = true;
    if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
    this.stopping.abort();
    const drained = this.drain().then(() => true, (error: unknown) => (this.logger.bug(error, 'stopping failed'), true));
    const inTime = await Promise.race([drained, new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE))]);
    if (!inTime) this.logger.warn({}, 'stopped before everything was drained; the rest waits for the next start');
    await new Promise((resolve) => process.stdout.write('', resolve));
    this.exit(code);
  }

  /** Something is wrong that we do not understand: the log, and out. */
  panic(error: unknown, message: string): void {
    this.logger.bug(error, message);
    this.exit(exitCodes.panic);
  }

  private async drain(): Promise<void> {
    for (const step of [...this.steps, ...this.lastSteps]) await step();
  }

  private exit(code: number): never {
    for (const step of this.always) step();
    process.exit(code);
  }
}
