/**
 * One worker over a queue: takes what has gathered while it was busy and handles it together. This is where group
 * commit comes from. Invariant: `handle` never runs twice at once, items keep their order.
 */
export class BatchLoop<T> {
  private queue: T[] = [];
  private running = false;
  private readonly handle: (items: T[]) => Promise<void>;
  private readonly most: number;
  private readonly onError: (error: unknown) => void;

  constructor(most: number, handle: (items: T[]) => Promise<void>, onError: (error: unknown) => void) {
    this.most = most;
    this.handle = handle;
    this.onError = onError;
  }

  push(...items: T[]): void {
    this.queue.push(...items);
    if (!this.running && this.queue.length > 0) void this.run();
  }

  get pending(): number {
    return this.queue.length;
  }

  get idle(): boolean {
    return !this.running && this.queue.length === 0;
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (this.queue.length > 0) {
        // One turn of the event loop, so that what arrives together is handled together.
        await new Promise((resolve) => setImmediate(resolve));
        await this.handle(this.queue.splice(0, this.most));
      }
    } catch (error) {
      this.onError(error);
    } finally {
      this.running = false;
    }
  }
}
