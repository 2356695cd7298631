import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import { tighten } from './schema-limits.ts';
import { isUpload, type Params } from './wire.ts';

/**
 * The judge of requests: JSON Schema generated from npm `@gramio/types` (itself generated from Telegram's
 * documentation). Nobody in this project wrote these rules. Generation takes seconds, so the result is kept under
 * node_modules/.cache/miteinander/, keyed by both package versions and the list of methods.
 */
export class RequestJudge {
  readonly #document: AnySchemaObject;
  readonly #ajv: Ajv;
  readonly #validators = new Map<string, ValidateFunction>();

  private constructor(document: AnySchemaObject) {
    this.#document = document;
    this.#ajv = createAjv();
    this.#ajv.addSchema(document, 'bot-api');
  }

  static #shared: Map<string, Promise<RequestJudge>> = new Map();

  /** One judge per process and method list: compiled validators are shared by all servers. */
  static load(methods: readonly string[]): Promise<RequestJudge> {
    const key = methods.join();
    let judge = RequestJudge.#shared.get(key);
    if (judge === undefined) {
      judge = loadDefinitions('params', methods.map(paramsType)).then((document) => new RequestJudge(document));
      RequestJudge.#shared.set(key, judge);
    }
    return judge;
  }

  /** The reason for refusal, or undefined when the request obeys the schema. */
  objection(method: string, params: Params): string | undefined {
    let validate = this.#validators.get(method);
    if (validate === undefined) {
      const name = paramsType(method);
      const known = this.#definitions()[name] !== undefined;
      validate = this.#ajv.compile(known ? { $ref: `bot-api#/definitions/${name}` } : { type: 'object', additionalProperties: false });
      this.#validators.set(method, validate);
    }
    if (validate(params)) return undefined;
    return explain(validate);
  }

  /** How a parameter sent as text (form, query) has to be read before it can be judged. */
  kindOf(method: string, parameter: string): 'text' | 'number' | 'boolean' | 'json' | 'chat' | undefined {
    const owner = this.#definitions()[paramsType(method)];
    let node = (owner?.['properties'] as Record<string, AnySchemaObject> | undefined)?.[parameter];
    while (node?.['$ref'] !== undefined) node = this.#definitions()[String(node['$ref']).replace('#/definitions/', '')];
    if (node === undefined) return undefined;
    const type = node['type'] as string | string[] | undefined;
    if (Array.isArray(type)) return type.includes('integer') && type.includes('string') ? 'chat' : 'text';
    if (type === 'integer' || type === 'number') return 'number';
    if (type === 'boolean') return 'boolean';
    if (type === 'array' || type === 'object') return 'json';
    const branches = (node['anyOf'] ?? []) as AnySchemaObject[];
    if (type === 'string' || node['upload'] === true || branches.some((branch) => branch['type'] === 'string')) return 'text';
    return 'json';
  }

  #definitions(): Record<string, AnySchemaObject> {
    return this.#document['definitions'] as Record<string, AnySchemaObject>;
  }
}

/** Knows the keywords that `schema-limits.ts` attaches. Units are UTF-16 code units. */
export function createAjv(): Ajv {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  ajv.addKeyword({ keyword: 'minUnits', type: 'string', validate: (min: number, s: string) => s.length >= min });
  ajv.addKeyword({ keyword: 'maxUnits', type: 'string', validate: (max: number, s: string) => s.length <= max });
  ajv.addKeyword({ keyword: 'minBytes', type: 'string', validate: (min: number, s: string) => Buffer.byteLength(s) >= min });
  ajv.addKeyword({ keyword: 'maxBytes', type: 'string', validate: (max: number, s: string) => Buffer.byteLength(s) <= max });
  ajv.addKeyword({ keyword: 'upload', validate: (_: boolean, value: unknown) => isUpload(value) });
  return ajv;
}

/** The first few reasons in one line. */
export function explain(validate: ValidateFunction): string {
  const said = (validate.errors ?? []).map((error) => {
    const extra = error.params as { additionalProperty?: string };
    const where = error.instancePath === '' ? '' : `${error.instancePath.slice(1)} `;
    return `${where}${error.message ?? error.keyword}${extra.additionalProperty === undefined ? '' : ` '${extra.additionalProperty}'`}`;
  });
  return [...new Set(said)].slice(0, 4).join('; ');
}

const paramsType = (method: string): string => `${method.charAt(0).toUpperCase()}${method.slice(1)}Params`;

/** The tightened definitions of the wanted types, from one of the package's two files of types; cached on disk. */
export async function loadDefinitions(from: 'params' | 'objects', wanted: readonly string[]): Promise<AnySchemaObject> {
  const find = createRequire(import.meta.url);
  const typesRoot = packageRoot(find.resolve.paths('@gramio/types') ?? [], '@gramio/types');
  const generatorRoot = packageRoot(find.resolve.paths('ts-json-schema-generator') ?? [], 'ts-json-schema-generator');
  const digest = createHash('sha256').update(from + wanted.join()).update(readFileSync(new URL('schema-limits.ts', import.meta.url)));
  const key = `${versionOf(typesRoot)}-${versionOf(generatorRoot)}-${digest.digest('hex').slice(0, 12)}`;
  const cache = join(dirname(dirname(typesRoot)), '.cache', 'miteinander');
  const file = join(cache, `bot-api-schema-${key}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as AnySchemaObject;

  const { createGenerator } = await import('ts-json-schema-generator');
  const source = join(typesRoot, 'out', `${from}.d.ts`);
  const generator = createGenerator({ path: source, skipTypeCheck: true, additionalProperties: false, expose: 'all', topRef: true, jsDoc: 'extended' });
  // One pass over everything (2 s) is faster than asking for each wanted type by name.
  const everything = (generator.createSchema('*').definitions ?? {}) as Record<string, AnySchemaObject>;
  const document: AnySchemaObject = { definitions: reachable(everything, wanted) };
  tighten(document);
  mkdirSync(cache, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(document));
  renameSync(draft, file);
  return document;
}

/** The wanted definitions and all they refer to. */
function reachable(all: Record<string, AnySchemaObject>, wanted: readonly string[]): Record<string, AnySchemaObject> {
  const kept: Record<string, AnySchemaObject> = {};
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = all[name];
    if (definition === undefined || name in kept) continue;
    kept[name] = definition;
    for (const [, other] of JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)) if (other !== undefined) open.push(decodeURIComponent(other));
  }
  return kept;
}

function packageRoot(folders: readonly string[], name: string): string {
  for (const folder of folders) {
    const root = join(folder, ...name.split('/'));
    if (existsSync(join(root, 'package.json'))) return root;
  }
  throw new Error(`package ${name} is not installed`);
}

const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
