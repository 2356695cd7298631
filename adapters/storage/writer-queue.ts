/** First come, first served: one holder at a time. */
export class WriterQueue {
  #tail: Promise<void> = Promise.resolve();

  /** Resolves with the way to leave, once everybody who came before has left. Leaving twice does nothing. */
  enter(): Promise<() => void> {
    const { promise: left, resolve: leave } = Promise.withResolvers<void>();
    const turn = this.#tail.then(() => leave);
    this.#tail = left;
    return turn;
  }
}
