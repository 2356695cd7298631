import type { Intake, RawBatch } from '../../../src/ports/messenger.ts';
import { instant, type Instant } from '../../../src/kernel/time.ts';
import type { LogFields, Logger } from '../../../src/ports/logger.ts';

/** A logger that remembers every line. */
export class MemoryLogger implements Logger {
  readonly lines: string[] = [];
  debug(fields: LogFields, message: string): void {
    this.#note('debug', fields, message);
  }
  info(fields: LogFields, message: string): void {
    this.#note('info', fields, message);
  }
  warn(fields: LogFields, message: string): void {
    this.#note('warn', fields, message);
  }
  bug(error: unknown, message: string, fields: LogFields = {}): string {
    const said = error instanceof Error ? `${error.message} ${error.stack ?? ''} ${JSON.stringify(error, Object.getOwnPropertyNames(error))}` : String(error);
    this.#note('bug', { ...fields, said }, message);
    return 'id';
  }
  of(level: string): string[] {
    return this.lines.filter((line) => line.startsWith(level));
  }
  #note(level: string, fields: LogFields, message: string): void {
    this.lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  }
}

/** A durable inbox in memory: what is in `rows` is committed. `refuse` makes the next commits fail. */
export class MemoryIntake implements Intake {
  readonly rows = new Map<string, string>();
  readonly batches: RawBatch[] = [];
  saved: string | null = null;
  refuse = 0;
  now(): Instant {
    return instant(Date.now());
  }
  cursor(): Promise<string | null> {
    return Promise.resolve(this.saved);
  }
  async receive(_platform: string, batch: RawBatch): Promise<void> {
    await Promise.resolve();
    if (this.refuse > 0) {
      this.refuse -= 1;
      throw new Error('disk full');
    }
    this.batches.push(batch);
    for (const { key, payload } of batch.updates) this.rows.set(key, payload);
    if (batch.cursor !== null) this.saved = batch.cursor;
  }
}
