import type { Store, Unit } from '../ports/store.ts';
import { BatchLoop } from './batch-loop.ts';

/** So many pieces that nobody waits for are worth a commit of their own. */
const GATHERED = 256;

type Write = (unit: Unit) => void | Promise<void>;

/**
 * What delivery has to write down (claimed, sent, refused) comes in small pieces from many chats at once; they share
 * commits. `write` resolves when its piece is on disk.
 */
export class Recorder {
  private readonly loop: BatchLoop<{ write: Write; done: () => void }>;
  private readonly unhurried: Write[] = [];

  constructor(store: Store, onError: (error: unknown) => void) {
    this.loop = new BatchLoop(
      512,
      async (pieces) => {
        await store.transact(async (unit) => {
          for (const { write } of pieces) await write(unit);
        });
        for (const { done } of pieces) done();
      },
      onError,
    );
  }

  write(write: Write): Promise<void> {
    return new Promise((done) => this.loop.push({ write, done }));
  }

  /** Nobody waits for this one: it goes along with others of its kind, at the latest when `flush` is called. */
  later(write: Write): void {
    this.unhurried.push(write);
    if (this.unhurried.length >= GATHERED) this.flush();
  }

  flush(): void {
    this.loop.push(...this.unhurried.splice(0).map((write) => ({ write, done: () => {} })));
  }

  get idle(): boolean {
    return this.loop.idle && this.unhurried.length === 0;
  }
}
