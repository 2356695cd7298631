import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../../src/ports/logger.ts';

/** Reads one request to the end and answers a status. Header names are lower case. */
export type Webhook = (headers: IncomingMessage['headers'], body: string, method: string) => Promise<{ status: number }>;

export interface HttpOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Whether the bot takes part in the conversation yet, or still. */
  readonly ready: () => boolean;
  readonly webhook: { readonly path: string; readonly handle: Webhook } | null;
  readonly logger: Logger;
}

export interface HttpServer {
  readonly port: number;
  /** Takes nothing new; resolves when what is under way has been answered. */
  close(): Promise<void>;
}

const MAX_BODY = 1_000_000;

/** Health for a supervisor, and the door for webhooks. Rejects when the address cannot be had. */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      options.logger.bug(error, 'a request could not be answered');
      end(response, 500);
    });
  });
  await listen(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answer(options: HttpOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url?.split('?')[0];
  const method = request.method ?? 'GET';
  const { webhook } = options;
  if (webhook !== null && path === webhook.path) {
    const body = await readBody(request);
    return end(response, body === null ? 413 : (await webhook.handle(request.headers, body, method)).status);
  }
  const reading = method === 'GET' || method === 'HEAD';
  if (path === '/healthz') return end(response, reading ? 200 : 405);
  if (path === '/readyz') return end(response, reading ? (options.ready() ? 200 : 503) : 405);
  end(response, 404);
}

/** null: longer than we read. What was too long is not waited for: the connection ends with the answer. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function end(response: ServerResponse, status: number): void {
  if (response.headersSent) return;
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, status === 413 ? { ...headers, connection: 'close' } : headers);
  response.end(status === 200 ? 'ok\n' : '');
}

function listen(server: Server, { host, port }: HttpOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
