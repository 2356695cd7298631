import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../../src/ports/logger.ts';

/** Reads one request to the end and answers a status. Header names are lower case. */
export type Webhook = (headers: IncomingMessage['headers'], body: string, method: string) => Promise<{ status: number }>;

export interface HttpOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Whether process and database answer: null, or what is wrong. A rejection or five seconds without an answer is wrong too. */
  readonly alive: () => Promise<string | null>;
  /** Whether the bot takes part in the conversation: null, or why not. */
  readonly ready: () => Promise<string | null>;
  readonly metrics: () => Promise<{ readonly type: string; readonly body: string }>;
  readonly webhook: { readonly path: string; readonly handle: Webhook } | null;
  readonly logger: Logger;
}

export interface HttpServer {
  readonly port: number;
  /** Takes nothing new; resolves when what is under way has been answered, or has had a second for it. */
  close(): Promise<void>;
}

const MAX_BODY = 1_000_000;

/** So long whoever is in the middle of something may go on at the end. */
const FAREWELL = 1_000;

/** So long a question about our health may take. */
const PATIENCE = 5_000;

/** Health and metrics for a supervisor, and the door for webhooks. Rejects when the address cannot be had. */
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
        const late = setTimeout(() => server.closeAllConnections(), FAREWELL);
        server.close(() => {
          clearTimeout(late);
          resolve();
        });
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
  const shown = pageOf(options, path);
  if (shown === null) return end(response, 404);
  if (method !== 'GET' && method !== 'HEAD') return end(response, 405);
  const { status, type, body } = await shown();
  end(response, status, body, type);
}

interface Page {
  readonly status: number;
  readonly body: string;
  readonly type?: string;
}

function pageOf({ alive, ready, metrics, logger }: HttpOptions, path: string | undefined): (() => Promise<Page>) | null {
  const health = (ask: () => Promise<string | null>) => async (): Promise<Page> => {
    const wrong = await soon(ask).catch((error: unknown) => {
      logger.bug(error, 'a question about our health has no answer');
      return 'the database does not answer';
    });
    return wrong === null ? { status: 200, body: 'ok\n' } : { status: 503, body: `${wrong}\n` };
  };
  switch (path) {
    case '/healthz':
      return health(alive);
    case '/readyz':
      return health(ready);
    case '/metrics':
      return async () => ({ status: 200, ...(await soon(metrics)) });
    default:
      return null;
  }
}

function soon<T>(ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer in ${PATIENCE} ms`)), PATIENCE);
    ask().then(resolve, reject).finally(() => clearTimeout(late));
  });
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

function end(response: ServerResponse, status: number, body = status === 200 ? 'ok\n' : '', type = 'text/plain; charset=utf-8'): void {
  if (response.headersSent) return;
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, status === 413 ? { ...headers, connection: 'close' } : headers);
  response.end(body);
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
