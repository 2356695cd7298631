import { afterEach, expect, it } from 'vitest';
import { serveHttp, type HttpServer, type Webhook } from '../../adapters/http/index.ts';
import { RememberingLogger } from '../support/virtual-time.ts';

let server: HttpServer | undefined;
let alive = async (): Promise<string | null> => null;
let metrics = async () => ({ type: 'text/x-metrics', body: 'a 1\n' });
const logger = new RememberingLogger();
afterEach(async () => {
  await server?.close();
  server = undefined;
  logger.bugs.length = 0;
});

async function serve(handle: Webhook | null = null, ready = async (): Promise<string | null> => null): Promise<(path: string, init?: RequestInit) => Promise<number>> {
  server = await serveHttp({ host: '127.0.0.1', port: 0, alive, ready, metrics, webhook: handle === null ? null : { path: '/telegram', handle }, logger });
  const { port } = server;
  return async (path, init) => (await fetch(`http://127.0.0.1:${port}${path}`, init)).status;
}

it('tells a supervisor whether it lives and whether it takes part', async () => {
  let reason: string | null = 'not yet';
  const ask = await serve(null, async () => reason);
  expect([await ask('/healthz'), await ask('/readyz'), await ask('/'), await ask('/telegram', { method: 'POST' })]).toEqual([200, 503, 404, 404]);
  const answer = await fetch(`http://127.0.0.1:${server!.port}/readyz`);
  expect(await answer.text()).toBe('not yet\n');
  reason = null;
  expect([await ask('/readyz?x'), await ask('/healthz', { method: 'POST' }), await ask('/healthz', { method: 'HEAD' })]).toEqual([200, 405, 200]);
});

it('shows the metrics, in the type they come in', async () => {
  const ask = await serve();
  const answer = await fetch(`http://127.0.0.1:${server!.port}/metrics`);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/x-metrics', 'a 1\n']);
  expect(await ask('/metrics', { method: 'POST' })).toBe(405);
});

it('is ill when the database answers an error, or nothing within five seconds', async () => {
  const [well, fine] = [alive, metrics];
  alive = () => Promise.reject(new Error('disk gone'));
  expect(await (await serve())('/healthz')).toBe(503);
  expect(logger.bugs).toHaveLength(1);
  await server!.close();
  alive = () => new Promise(() => {});
  metrics = () => new Promise(() => {});
  const asked = await serve();
  expect(await Promise.all([asked('/healthz'), asked('/metrics'), asked('/readyz')])).toEqual([503, 500, 200]);
  [alive, metrics] = [well, fine];
}, 20_000);

it('hands the webhook its headers, body and method, and answers as it says', async () => {
  const seen: unknown[] = [];
  const ask = await serve(async (headers, body, method) => {
    seen.push([headers['x-telegram-bot-api-secret-token'], body, method]);
    return { status: method === 'POST' ? 200 : 405 };
  });
  expect(await ask('/telegram', { method: 'POST', body: '{"ä":1}', headers: { 'X-Telegram-Bot-Api-Secret-Token': 's' } })).toBe(200);
  expect(await ask('/telegram')).toBe(405);
  expect(await ask('/telegram/x', { method: 'POST' })).toBe(404);
  expect(seen).toEqual([['s', '{"ä":1}', 'POST'], [undefined, '', 'GET']]);
});

it('reads no more than a megabyte, whether announced or not', async () => {
  const ask = await serve(async () => expect.unreachable());
  expect(await ask('/telegram', { method: 'POST', body: 'x'.repeat(1_000_001) })).toBe(413);
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) });
  const streamed = ask('/telegram', { method: 'POST', body: endless, duplex: 'half' }).catch(() => 'cut off');
  expect([413, 'cut off']).toContain(await streamed);
  expect(await ask('/healthz')).toBe(200);
});

it('answers 500 and logs when the webhook throws', async () => {
  const ask = await serve(async () => {
    throw new Error('no disk');
  });
  expect(await ask('/telegram', { method: 'POST', body: '{}' })).toBe(500);
  expect(logger.bugs).toHaveLength(1);
});

it('says so when the address is taken', async () => {
  await serve();
  await expect(serveHttp({ host: '127.0.0.1', port: server!.port, alive, ready: alive, metrics, webhook: null, logger })).rejects.toThrow('EADDRINUSE');
});
