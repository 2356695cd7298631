import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Ledger, type Exchange } from './hostile-ledger.ts';

/** What happens to a request instead of what should. */
export type Fault =
  /** 429 M_LIMIT_EXCEEDED; null: without `retry_after_ms`. */
  | { readonly kind: 'LIMIT'; readonly retryAfterMs: number | null }
  /** An answer with this status, as a proxy in front of a dead server gives it: HTML. */
  | { readonly kind: 'STATUS'; readonly status: number }
  /** Never answered, never passed on. */
  | { readonly kind: 'HANG' }
  /** Passed on and carried out; then the connection is reset, and nobody hears of it. */
  | { readonly kind: 'RESET' }
  /** Passed on and carried out; the answer breaks off in the middle. */
  | { readonly kind: 'CUT' };

export type Match = RegExp | ((exchange: Exchange) => boolean);

interface Rule {
  readonly match: Match;
  readonly fault: Fault;
  left: number;
}

/** A reverse proxy in front of a homeserver that misbehaves as it is told and keeps a ledger of all that passes. */
export class HostileProxy {
  readonly ledger = new Ledger();
  readonly #target: URL;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server: Server;
  #rules: Rule[] = [];
  #port = 0;

  private constructor(target: string) {
    this.#target = new URL(target);
    this.#server = createServer((incoming, response) => {
      void this.#handle(incoming, response).catch(() => response.destroy());
    });
  }

  static async before(target: string): Promise<HostileProxy> {
    const proxy = new HostileProxy(target);
    await proxy.up();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The next `times` requests whose path (or entry) matches fail so. The oldest rule that matches counts. */
  fail(match: Match, fault: Fault, times = Infinity): void {
    this.#rules.push({ match, fault, left: times });
  }

  /** From now on everything passes. What hangs, hangs on. */
  calm(): void {
    this.#rules = [];
  }

  /** Cuts all connections; from now on they are refused. */
  async down(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Listens (again) at the same address. */
  async up(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    if (this.#server.listening) await this.down();
    this.#agent.destroy();
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = this.ledger.open(incoming.method ?? '', incoming.url ?? '');
    const fault = this.#faultFor(exchange);
    const body = await buffer(incoming);
    if (fault?.kind === 'HANG') return exchange.close('HANG');
    if (fault?.kind === 'LIMIT' || fault?.kind === 'STATUS') return refuse(exchange, fault, response);
    const answer = await this.#passOn(incoming, body, response).catch(() => null);
    if (answer === null) return refuse(exchange, { kind: 'STATUS', status: 502 }, response);
    exchange.reached = true;
    // These hold for one connection only.
    const { connection: _, 'transfer-encoding': __, 'content-length': ___, ...headers } = answer.headers;
    // A client that waits for news gets the beginning of the answer as soon as it is there.
    if (fault === undefined && exchange.transaction === null) {
      response.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(response);
      return exchange.close(answer.statusCode ?? 502);
    }
    const content = await buffer(answer);
    exchange.carriedOut(content.toString());
    if (fault?.kind === 'RESET') {
      exchange.close('RESET');
      return void incoming.socket.resetAndDestroy();
    }
    response.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': content.length });
    if (fault === undefined) {
      response.end(content);
      return exchange.close(answer.statusCode ?? 502);
    }
    exchange.close('CUT');
    response.write(content.subarray(0, Math.ceil(content.length / 2)), () => response.destroy());
  }

  #faultFor(exchange: Exchange): Fault | undefined {
    const fits = ({ match }: Rule): boolean => (typeof match === 'function' ? match(exchange) : match.test(exchange.path));
    const rule = this.#rules.find((rule) => rule.left > 0 && fits(rule));
    if (rule !== undefined) rule.left -= 1;
    return rule?.fault;
  }

  async #passOn(incoming: IncomingMessage, body: Buffer, response: ServerResponse): Promise<IncomingMessage> {
    const { hostname, port } = this.#target;
    const headers = { ...incoming.headers, host: this.#target.host };
    const options = { hostname, port, method: incoming.method, path: incoming.url, headers, agent: this.#agent };
    return new Promise((resolve, reject) => {
      const outgoing = request(options, resolve).once('error', reject);
      // Whoever has hung up waits for nothing any more.
      response.once('close', () => {
        if (!response.writableFinished) outgoing.destroy();
      });
      outgoing.end(body);
    });
  }
}

function refuse(exchange: Exchange, fault: Fault & { kind: 'LIMIT' | 'STATUS' }, response: ServerResponse): void {
  if (fault.kind === 'STATUS') {
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html><body>Out of order</body></html>');
    return exchange.close(fault.status);
  }
  const told = fault.retryAfterMs === null ? {} : { retry_after_ms: fault.retryAfterMs };
  response.writeHead(429, { 'content-type': 'application/json' }).end(JSON.stringify({ errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', ...told }));
  exchange.close(429);
}
