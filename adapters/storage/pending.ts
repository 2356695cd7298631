/**
 * What is to be written, in two layers: what is sure, and what an attempt has added and may still take back.
 * Invariant: the trial layer is empty while no attempt is open.
 */
export class Pending<V extends object> {
  readonly #sure = new Map<string, V>();
  readonly #trial = new Map<string, V>();

  get(key: string): V | undefined {
    return this.#trial.get(key) ?? this.#sure.get(key);
  }

  set(key: string, value: V, onTrial: boolean): void {
    (onTrial ? this.#trial : this.#sure).set(key, value);
  }

  get hasSure(): boolean {
    return this.#sure.size > 0;
  }

  get hasTrial(): boolean {
    return this.#trial.size > 0;
  }

  /** The attempt succeeded. */
  accept(): void {
    for (const [key, value] of this.#trial) this.#sure.set(key, value);
    this.#trial.clear();
  }

  /** The attempt failed. */
  discard(): void {
    this.#trial.clear();
  }

  take(layer: 'sure' | 'trial'): V[] {
    const from = layer === 'sure' ? this.#sure : this.#trial;
    const values = [...from.values()];
    from.clear();
    return values;
  }
}
