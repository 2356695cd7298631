import { cleanLine } from '../kernel/text.ts';
import type { Attachment } from '../kernel/update.ts';

/** A kind of file that minutes may come as. */
export interface FileType {
  readonly ending: string;
  readonly mime: string;
  /** How its bytes begin; empty: it must be readable text. */
  readonly begins: string;
}

const TYPES: readonly FileType[] = [
  { ending: 'pdf', mime: 'application/pdf', begins: '%PDF-' },
  // Both are ZIP archives; we never open them.
  { ending: 'odt', mime: 'application/vnd.oasis.opendocument.text', begins: 'PK\x03\x04' },
  { ending: 'docx', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', begins: 'PK\x03\x04' },
  { ending: 'txt', mime: 'text/plain', begins: '' },
  { ending: 'jpg', mime: 'image/jpeg', begins: '\xFF\xD8\xFF' },
  { ending: 'png', mime: 'image/png', begins: '\x89PNG\r\n' },
];
const NAME_GRAPHEMES = 60;
/** Messengers that do not know a type say this, or nothing; then the name decides. */
const ANYTHING = 'application/octet-stream';

/** What the messenger says the file is; null: nothing that minutes come as. */
export function typeOf({ mime, name }: Pick<Attachment, 'mime' | 'name'>): FileType | null {
  const said = (mime ?? ANYTHING).split(';')[0]!.trim().toLowerCase();
  const ending = /\.(\w{1,5})$/.exec(name ?? '')?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  return TYPES.find((type) => type.mime === said || (said === ANYTHING && type.ending === ending)) ?? null;
}

/** Whether the bytes are what they are called: a program that calls itself a PDF is not passed on. */
export function isOfType({ begins }: FileType, bytes: Uint8Array): boolean {
  if (begins !== '') return Buffer.from(bytes.subarray(0, begins.length)).toString('latin1') === begins;
  try {
    return bytes.length > 0 && !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** Cleaned like the names of people, without a path, with the ending of its type. @param otherwise where nothing is left of it */
export function fileName(raw: string | null, { ending }: FileType, otherwise: string): string {
  const base = (raw ?? '').split(/[/\\]/).at(-1)!.replace(/\.\w{1,5}$/, '');
  const clean = cleanLine(base, NAME_GRAPHEMES).replace(/[^\p{L}\p{M}\p{N} ()_.,-]+/gu, '_').replace(/^[._ ]+|[. ]+$/g, '');
  return `${clean === '' ? otherwise : clean}.${ending}`;
}
