import { isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';
import type * as z from 'zod';
import { PLACEHOLDER } from './file-fields.ts';

/** What is wrong with a process file, and where: `sentence` begins with the place and ends with the remedy. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly sentence: string;
}

export type Path = readonly PropertyKey[];

/** A complaint about the value (or, with `on: 'KEY'`, the key) at a path; not yet tied to a place in the file. */
export interface Complaint {
  readonly path: Path;
  readonly on: 'KEY' | 'VALUE';
  readonly sentence: string;
}

/** Makes problems out of complaints: knows the file's name and where its lines begin. */
export class Places {
  readonly #fileName: string;
  readonly #lines: LineCounter;

  constructor(fileName: string, lines: LineCounter) {
    this.#fileName = fileName;
    this.#lines = lines;
  }

  atOffset(offset: number, sentence: string): Problem {
    const { line, col } = this.#lines.linePos(offset);
    // Before it has seen a line the counter answers line 0.
    const [row, column] = line === 0 ? [1, 1] : [line, col];
    return { line: row, column, sentence: `${this.#fileName}:${row}:${column} ${printable(sentence)}` };
  }

  /** In the order of the file; one a path: what else is said of the same value only follows from the first. */
  of(root: Node, complaints: readonly Complaint[]): Problem[] {
    const byPath = new Map<string, Problem>();
    for (const { path, on, sentence } of complaints) {
      const name = pathName(path);
      if (!byPath.has(name)) byPath.set(name, this.atOffset(offsetOf(root, path, on), sentence));
    }
    return [...byPath.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}

/**
 * Where the path's value begins (its key, on request).
 * What is missing is placed at the key of the block it is missing from.
 */
function offsetOf(root: Node, path: Path, on: Complaint['on']): number {
  let node: Node | null = root;
  let value = root.range?.[0] ?? 0;
  let key = value;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return key;
      key = (pair.key as Node).range?.[0] ?? value;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(step)] ?? null) as Node | null;
      key = node?.range?.[0] ?? value;
    } else return key;
    value = node?.range?.[0] ?? key;
  }
  return on === 'KEY' ? key : value;
}

/** `events[0].title` */
export const pathName = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '');

/** Turns what zod found into complaints. `file` is the value that was checked. */
export function schemaComplaints(issues: readonly z.core.$ZodIssue[], file: unknown): Complaint[] {
  return issues.flatMap((issue) => {
    const path = issue.path;
    if (issue.code === 'unrecognized_keys') return unknownKeys(issue, path);
    if (issue.code === 'invalid_union') {
      const branch = closestBranch(issue.errors);
      if (branch !== undefined) {
        return schemaComplaints(branch.map((inner) => ({ ...inner, path: [...path, ...inner.path] })), file);
      }
    }
    return [{ path, on: 'VALUE' as const, sentence: wrongValue(path, valueAt(file, path), issue.message) }];
  });
}

function wrongValue(path: Path, value: unknown, wanted: string): string {
  if (value === undefined) {
    const parent = pathName(path.slice(0, -1));
    return `${parent === '' ? 'the file' : parent} has no "${String(path.at(-1))}"; add it with ${wanted}.`;
  }
  const found = value === PLACEHOLDER ? 'is still to be filled in' : value === null ? 'is empty' : `is ${shown(value)}`;
  return `${pathName(path) || 'the file'} ${found}; write ${wanted}.`;
}

/** The message of a block lists its known keys: see block() in file-fields.ts. */
function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys, path: Path): Complaint[] {
  const [kind, known = ''] = issue.message.split(': ');
  return issue.keys.map((key) => {
    const near = nearest(key, known.split(', '));
    const remedy = near === undefined
      ? `remove it or use one of ${known}`
      : `did you mean "${near}"? Rename or remove it`;
    const where = path.length === 0 ? '' : ` in ${pathName(path)}`;
    return { path: [...path, key], on: 'KEY', sentence: `unknown ${kind} ${shown(key)}${where}; ${remedy}.` };
  });
}

/** The alternative the writer most likely meant: right in its outermost type, with the fewest faults inside. */
function closestBranch(branches: readonly z.core.$ZodIssue[][]): readonly z.core.$ZodIssue[] | undefined {
  return branches
    .filter((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0))
    .sort((a, b) => a.length - b.length)[0];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
      ? inner[step as never]
      : undefined,
    value,
  );
}

/** A value short enough for a sentence. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a block';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
}

/** Leaves nothing in a text that a terminal would obey or that would turn its direction. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\uFFFD');

/** The candidate at most two (for short words one) edits away. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const [best] = candidates
    .map((candidate) => ({ candidate, edits: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= (word.length < 5 ? 1 : 2) ? best.candidate : undefined;
}

/** Levenshtein; a length difference above two needs no counting. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}
