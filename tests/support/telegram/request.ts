import type { IncomingMessage } from 'node:http';
import type { RequestJudge } from './schema.ts';
import { isUpload, type Params, type Upload } from './wire.ts';

/** Hands over the whole body, without a promise: this is the hot path of benchmarks. */
export function readBody(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
}

/**
 * All four ways Telegram takes parameters: query string, urlencoded, JSON, multipart. Texts are then read by the type
 * the schema gives the parameter; what cannot be read stays text, so that the schema refuses it.
 */
export function decodeParams(method: string, query: string, contentType: string, body: Buffer, judge: RequestJudge | undefined): Params | Promise<Params> {
  // The plain case first, and at once.
  if (query === '' && contentType.startsWith('application/json')) return parseObject(body);
  return decodeText(method, query, contentType, body, judge);
}

function parseObject(body: Buffer): Params {
  const value = JSON.parse(body.length === 0 ? '{}' : body.toString()) as unknown;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('object expected');
  return value as Params;
}

async function decodeText(method: string, query: string, contentType: string, body: Buffer, judge: RequestJudge | undefined): Promise<Params> {
  const params: Params = {};
  let fromText = false;
  if (query !== '') {
    Object.assign(params, Object.fromEntries(new URLSearchParams(query)));
    fromText = true;
  }
  if (body.length > 0) {
    if (contentType.startsWith('application/json')) Object.assign(params, parseObject(body));
    else if (contentType.startsWith('multipart/form-data')) {
      Object.assign(params, await multipart(contentType, body));
      fromText = true;
    } else {
      Object.assign(params, Object.fromEntries(new URLSearchParams(body.toString())));
      fromText = true;
    }
  }
  if (fromText) for (const [name, value] of Object.entries(params)) params[name] = typeof value === 'string' ? read(method, name, value, judge) : value;
  return attach(params);
}

async function multipart(contentType: string, body: Buffer): Promise<Params> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const params: Params = {};
  for (const [name, value] of form) {
    params[name] =
      typeof value === 'string'
        ? value
        : ({ filename: value.name, mime: value.type, bytes: Buffer.from(await value.arrayBuffer()) } satisfies Upload);
  }
  return params;
}

function read(method: string, name: string, value: string, judge: RequestJudge | undefined): unknown {
  const kind = judge === undefined ? guess(name) : judge.kindOf(method, name);
  if (kind === 'number' || kind === 'chat') return /^-?\d+$/.test(value) ? Number(value) : value;
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  if (kind !== 'json') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Only used when the schema is switched off. */
function guess(name: string): 'number' | 'json' | 'text' {
  if (/_id$|^offset$|^limit$|^timeout$/.test(name) && name !== 'callback_query_id') return 'number';
  return /^(reply_markup|entities|reply_parameters|commands|scope|options|allowed_updates|message_ids)$/.test(name) ? 'json' : 'text';
}

/** Puts uploaded parts where `attach://name` refers to them; a part nobody refers to stays a parameter. */
function attach(params: Params): Params {
  const parts = Object.entries(params).filter(([, value]) => isUpload(value));
  if (parts.length === 0) return params;
  for (const [name, value] of Object.entries(params)) {
    if (typeof value !== 'string' || !value.startsWith('attach://')) continue;
    const part = value.slice('attach://'.length);
    if (!isUpload(params[part])) continue;
    params[name] = params[part];
    if (part !== name) delete params[part];
  }
  return params;
}
