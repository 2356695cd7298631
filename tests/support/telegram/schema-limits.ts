import type { AnySchemaObject } from 'ajv';

/**
 * Limits that Telegram states only in prose ("1-64 bytes", "list of 1-12") become keywords here. The prose comes from
 * the JSDoc of `@gramio/types`, so no limit below was typed by us. Texts "after entities parsing" are left to
 * `messages.ts`, which counts UTF-16 units of the parsed text.
 */
const FRACTIONAL = /latitude|longitude|accuracy|scale|shift|amount|width|height_ratio/;

type Node = AnySchemaObject & { description?: string };

/** Rewrites the whole document in place: narrows widened unions, makes numbers integers, attaches limits. */
export function tighten(document: AnySchemaObject): void {
  for (const definition of Object.values(document['definitions'] as Record<string, Node>)) visit(definition, '');
  const definitions = document['definitions'] as Record<string, Node>;
  if (definitions['TelegramInputFile'] !== undefined) definitions['TelegramInputFile'] = { upload: true };
}

function visit(node: Node, name: string): void {
  narrow(node);
  if (!FRACTIONAL.test(name)) wholeNumbers(node);
  if (typeof node.description === 'string') attachLimits(node, node.description);
  for (const [key, child] of Object.entries((node['properties'] ?? {}) as Record<string, Node>)) visit(child, key);
  if (isNode(node['items'])) visit(node['items'], name);
  for (const branch of (node['anyOf'] ?? []) as Node[]) visit(branch, name);
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** gramio widens `text` to `string | {toString()}` and markups to `X | {toJSON(): X}`; neither exists on the wire. */
function narrow(node: Node): void {
  const branches = node['anyOf'] as Node[] | undefined;
  if (branches === undefined) return;
  const real = branches.filter((branch) => {
    const keys = Object.keys((branch['properties'] ?? {}) as object);
    return !(keys.length === 1 && (keys[0] === 'toString' || keys[0] === 'toJSON'));
  });
  const [only] = real;
  if (real.length === 1 && only !== undefined) {
    delete node['anyOf'];
    Object.assign(node, only, node.description === undefined ? {} : { description: node.description });
  } else node['anyOf'] = real;
}

function wholeNumbers(node: Node): void {
  if (node['type'] === 'number') node['type'] = 'integer';
  else if (Array.isArray(node['type'])) node['type'] = node['type'].map((t: string) => (t === 'number' ? 'integer' : t));
}

function attachLimits(node: Node, prose: string): void {
  const characters = /(\d+)-(\d+) characters/.exec(prose);
  const parsedLater = /after entit(?:y|ies) parsing/.test(prose);
  if (node['type'] === 'string') {
    if (characters && !parsedLater) {
      node['minUnits'] = Number(characters[1]);
      node['maxUnits'] = Number(characters[2]);
    }
    const bytes = /(\d+)-(\d+) bytes/.exec(prose);
    if (bytes) {
      node['minBytes'] = Number(bytes[1]);
      node['maxBytes'] = Number(bytes[2]);
    }
    if (/only lowercase English letters, digits and underscores/.test(prose)) node['pattern'] = '^[a-z0-9_]+$';
    if (/Only characters `A-Z`/.test(prose)) node['pattern'] = '^[A-Za-z0-9_-]*$';
  }
  if (node['type'] === 'array') {
    const list = /(?:list|array) of (\d+)-(\d+)/i.exec(prose);
    if (list) {
      node['minItems'] = Number(list[1]);
      node['maxItems'] = Number(list[2]);
    }
    const most = /At most (\d+) /i.exec(prose);
    if (most) node['maxItems'] = Number(most[1]);
  }
  if (node['type'] === 'integer') {
    const range = /(?:between |, )(\d+)-(\d+)\b/.exec(prose);
    if (range) {
      node['minimum'] = Number(range[1]);
      node['maximum'] = Number(range[2]);
    }
  }
}
