import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a client makes to its homeserver. */
export interface Passing {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: string | null;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Somebody between client and homeserver, who sees each call and may answer it in the homeserver's stead or change its answer. */
export interface Between {
  readonly url: string;
  readonly calls: Passing[];
  /** What it answers is what the client gets; null: let it through. */
  instead: (call: Passing) => Answer | null | Promise<Answer | null>;
  /** The homeserver's answer, on its way back. */
  change: (call: Passing, answer: Answer) => unknown;
  stop(): Promise<void>;
}

export async function standBetween(target: string): Promise<Between> {
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing).catch(() => outgoing.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const between: Between = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    instead: () => null,
    change: (_call, { body }) => body,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const url = new URL(incoming.url ?? '/', target);
    const token = incoming.headers.authorization?.replace(/^Bearer /, '') ?? null;
    const call: Passing = { method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, token, body: Buffer.concat(chunks).toString() };
    between.calls.push(call);
    const answer = await between.instead(call);
    if (answer !== null) return send(outgoing, answer.status, answer.body);
    const { headers } = incoming;
    const onward = request(url, { method: call.method, headers: { ...headers, host: url.host, 'accept-encoding': 'identity' } });
    outgoing.on('close', () => onward.destroy());
    onward.end(Buffer.concat(chunks));
    const [response] = (await once(onward, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const status = response.statusCode ?? 500;
    if (!/json/.test(response.headers['content-type'] ?? '')) {
      outgoing.writeHead(status, { 'content-type': response.headers['content-type'] ?? 'text/plain' }).end(text);
      return;
    }
    send(outgoing, status, between.change(call, { status, body: JSON.parse(text) as unknown }));
  }

  return between;
}

function send(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
