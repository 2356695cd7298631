import type { Button } from '../../src/ports/messenger.ts';
import type { FileContent, SentContent } from '../../src/ports/documents.ts';
import type { Poll } from '../../src/view/card.ts';
import type { Document } from '../../src/view/document.ts';
import { plain } from '../../src/view/plain.ts';

/** Every line of one output after its first begins with this: so each can be told whose it is. */
const INDENT = '    ';

/** A message with its actions as a numbered legend, links behind them. */
export function messageText(document: Document, buttons: readonly Button[]): string {
  const legend = buttons.filter(({ data }) => data !== null).map(({ label }, index) => `${index + 1} ${label}`);
  const links = buttons.filter(({ url }) => url !== null).map(({ label, url }) => `${label}: ${url}`);
  return [plain(document), ...(legend.length > 0 ? ['', legend.join('   ')] : []), ...links].join('\n');
}

/** A poll as one reads it; nobody can vote in a terminal, so its answers have no numbers. */
export function pollText({ question, options }: Poll, document: Document): string {
  return [`Umfrage: ${question}`, ...options.map((option) => `○ ${option}`), plain(document)].join('\n');
}

export function fileLines(file: FileContent | SentContent): { summary: string; content: string } {
  if ('bytes' in file) return { summary: `Datei ${file.name} (${file.bytes.length} Bytes)`, content: '' };
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return { summary: `Datei ${file.name} (${lines.length} ${lines.length === 1 ? 'Zeile' : 'Zeilen'})`, content: lines.join('\n') };
}

/** `[prefix] first line`, the rest indented. */
export function prefixed(prefix: string, text: string): string[] {
  const [first = '', ...rest] = printable(text).split('\n');
  return [`[${printable(prefix)}] ${first}`.trimEnd(), ...rest.map((line) => `${INDENT}${line}`)];
}

/** No text a person wrote may steer the terminal. Isolation marks stay only around what runs from right to left. */
function printable(text: string): string {
  return text
    .replace(/[\p{Cc}--\n]/gv, '')
    .replace(/\u2068([^\u2068\u2069]*)\u2069/gu, (whole, inner: string) => (RIGHT_TO_LEFT.test(inner) ? whole : inner));
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
