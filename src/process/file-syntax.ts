import type { Document, ErrorCode, YAMLError } from 'yaml';
import { shown } from './file-problems.ts';

const COLON_HINT = 'put a text that contains ": " in double quotes, and write one key a line';

/** What usually helps. The codes not named here are rare enough for the general advice. */
const REMEDIES: Partial<Readonly<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'indent entries of the same block by the same number of spaces',
  BLOCK_AS_IMPLICIT_KEY: COLON_HINT,
  MULTILINE_IMPLICIT_KEY: COLON_HINT,
  BAD_SCALAR_START: 'put the text in double quotes',
  BAD_DQ_ESCAPE: 'write \\\\ for a backslash, or put the text in single quotes',
  MISSING_CHAR: 'look for a missing colon, comma or closing quote here or in the line above',
  TAG_RESOLVE_FAILED: 'put the text in double quotes',
};

/** After one of these the reader is still in step with the file; after any other, what follows is mostly noise. */
const HARMLESS: ReadonlySet<ErrorCode> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

/** The reader's errors worth telling, in the order of the file: up to the first that put it out of step. */
export function tellingErrors({ errors, warnings }: Pick<Document.Parsed, 'errors' | 'warnings'>): YAMLError[] {
  const all = [...errors, ...warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const outOfStep = all.findIndex(({ code }) => !HARMLESS.has(code));
  return outOfStep < 0 ? all : all.slice(0, outOfStep + 1);
}

/** A YAML error as a sentence; `text` is the file. */
export function syntaxSentence({ code, message, pos }: YAMLError, text: string): string {
  const lineStart = text.lastIndexOf('\n', pos[0] - 1) + 1;
  if (code === 'DUPLICATE_KEY') {
    const [key = ''] = /^[^:\n]*/u.exec(text.slice(pos[0], pos[0] + 80)) ?? [];
    return `${shown(key.trim())} stands twice in this block; keep one of the two.`;
  }
  if (code === 'MULTIPLE_DOCS') {
    return 'a second document begins here; keep one process per file and remove this "---".';
  }
  const line = text.slice(lineStart, lineStart + 80);
  if (/^ *\t/u.test(line)) return 'this line begins with a tab; indent with spaces only.';
  const [reason = ''] = message.split('\n');
  const remedy = REMEDIES[code] ?? 'correct this line, comparing it with process/vorlage.yaml';
  return `this is not readable YAML (${reason}); ${remedy}.`;
}

const DEEPEST = 100;

/**
 * Whether reading the text would nest so deep that the YAML reader's recursion could exhaust the stack (which ends
 * the process instead of throwing). Counts brackets and indentation roughly; an honest file stays below ten.
 */
export function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[' || character === '{') open += 1;
    else if ((character === ']' || character === '}') && open > 0) open -= 1;
    if (open > DEEPEST) return true;
  }
  return /^[ \t?:-]{201}/mu.test(text);
}
