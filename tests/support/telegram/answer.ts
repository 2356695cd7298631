import type { ServerResponse } from 'node:http';
import { ApiFailure } from './failure.ts';
import type { Fault } from './faults.ts';
import type { Upload } from './wire.ts';

export interface Outcome {
  result?: unknown;
  error?: ApiFailure;
}

export const failure = (error: ApiFailure): unknown => ({
  ok: false, error_code: error.code, description: error.message, ...(error.parameters ? { parameters: error.parameters } : {}),
});
const envelope = (outcome: Outcome): unknown => (outcome.error ? failure(outcome.error) : { ok: true, result: outcome.result });

export function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = JSON.stringify(body);
  response.sendDate = false;
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers }).end(text);
}

function answer(response: ServerResponse, outcome: Outcome): void {
  const after = outcome.error?.parameters?.retry_after;
  reply(response, outcome.error?.code ?? 200, envelope(outcome), after === undefined ? {} : { 'retry-after': String(after) });
}

/** Answers a call, or does to it what the fault says. */
export function misfortune(response: ServerResponse, outcome: Outcome, fault: Fault | undefined): void {
  switch (fault?.kind) {
    case undefined:
      answer(response, outcome);
      return;
    case 'reset-before':
    case 'reset-after':
      response.socket?.resetAndDestroy();
      return;
    case 'timeout-after-apply': {
      const timer = setTimeout(() => response.socket?.destroy(), fault.ms ?? 60_000);
      response.on('close', () => clearTimeout(timer));
      return;
    }
    case '502-html':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n');
      return;
    case '500-json':
      answer(response, { error: new ApiFailure(500, 'Internal Server Error') });
      return;
    case '429':
      answer(response, { error: new ApiFailure(429, `Too Many Requests: retry after ${fault.retryAfter}`, { parameters: { retry_after: fault.retryAfter } }) });
      return;
    case '401':
      answer(response, { error: new ApiFailure(401, 'Unauthorized') });
      return;
    case 'slow':
      setTimeout(() => response.destroyed || answer(response, outcome), fault.ms ?? 1000).unref();
      return;
    case 'truncated': {
      const text = JSON.stringify(envelope(outcome));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.write(text.slice(0, Math.floor(text.length / 2)), () => response.socket?.destroy());
    }
  }
}

/** The bytes of a file, or what the fault says. */
export function answerDownload(response: ServerResponse, { mime, bytes }: Upload, fault: Fault | undefined): void {
  if (fault !== undefined && fault.kind !== 'truncated') {
    misfortune(response, { error: new ApiFailure(500, 'Internal Server Error') }, fault);
    return;
  }
  response.writeHead(200, { 'content-type': mime, 'content-length': bytes.length });
  if (fault === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}
