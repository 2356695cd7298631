import type { Store, Unit } from '../ports/store.ts';
import { BatchLoop } from './batch-loop.ts';

type Write = (unit: Unit) => void | Promise<void>;

/**
 * What delivery has to write down (claimed, sent, refused) comes in small pieces from many chats at once; they share
 * commits. `write` resolves when its piece is on disk.
 */
export class Recorder {
  readonly loop: BatchLoop<{ write: Write; done: () => void }>;

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
}
