/** One request, without its body and its query: those hold texts and tokens. */
export class Exchange {
  /** Monotonic, ms: when its head was there. */
  readonly at = performance.now();
  readonly method: string;
  readonly path: string;
  /** The client's own id of this send or redaction. */
  readonly transaction: string | null;
  /** The homeserver has answered it, whatever the client heard. */
  reached = false;
  /** The event it made, by the homeserver's answer. */
  event: string | null = null;
  /** What the client heard; null: nothing yet. */
  status: number | 'HANG' | 'RESET' | 'CUT' | null = null;

  constructor(method: string, url: string) {
    this.method = method;
    this.path = url.split('?')[0] ?? '';
    const found = method === 'PUT' ? /\/(?:send|redact|sendToDevice)\/[^/]+\/([^/]+)$/.exec(this.path)?.[1] : undefined;
    this.transaction = found === undefined ? null : decodeURIComponent(found);
  }

  carriedOut(answer: string): void {
    this.event = /"event_id":\s*"([^"]+)"/.exec(answer)?.[1] ?? null;
  }

  close(status: NonNullable<Exchange['status']>): void {
    this.status = status;
  }
}

export class Ledger {
  readonly exchanges: Exchange[] = [];

  open(method: string, url: string): Exchange {
    const exchange = new Exchange(method, url);
    this.exchanges.push(exchange);
    return exchange;
  }

  /** Those whose path matches. */
  of(path: RegExp): Exchange[] {
    return this.exchanges.filter((exchange) => path.test(exchange.path));
  }

  /** The events each transaction id has made; more than one for one id would be a message twice. */
  eventsByTransaction(): Map<string, Set<string>> {
    const all = new Map<string, Set<string>>();
    for (const { transaction, event } of this.exchanges) {
      if (transaction !== null && event !== null) all.set(transaction, (all.get(transaction) ?? new Set()).add(event));
    }
    return all;
  }

  /** The most requests to such paths that began within any one second. */
  busiestSecond(path: RegExp): number {
    const begins = this.of(path).map((exchange) => exchange.at);
    return Math.max(0, ...begins.map((begin) => begins.filter((at) => at >= begin && at < begin + 1_000).length));
  }
}
