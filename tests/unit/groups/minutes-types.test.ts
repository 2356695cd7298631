import { describe, expect, test } from 'vitest';
import { fileName, isOfType, typeOf } from '../../../src/groups/minutes-types.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  [{ mime: 'application/pdf', name: 'x' }, 'pdf'],
  [{ mime: 'Application/PDF; charset=binary', name: null }, 'pdf'],
  [{ mime: 'application/vnd.oasis.opendocument.text', name: null }, 'odt'],
  [{ mime: 'application/octet-stream', name: 'Protokoll.DOCX' }, 'docx'],
  [{ mime: null, name: 'flipchart.JPEG' }, 'jpg'],
  [{ mime: 'text/plain', name: 'program.exe' }, 'txt'],
  // What a messenger says counts, not what the name would have it be.
  [{ mime: 'application/x-msdownload', name: 'Protokoll.pdf' }, undefined],
  [{ mime: 'text/html', name: 'x.txt' }, undefined],
  [{ mime: null, name: null }, undefined],
])('%j is %s', (file, ending) => {
  expect(typeOf(file)?.ending).toBe(ending);
});

describe('bytes', () => {
  const of = (mime: string) => typeOf({ mime, name: null })!;

  test.each([
    ['application/pdf', '%PDF-1.7\n', true],
    ['application/pdf', 'MZ', false],
    ['application/pdf', '', false],
    ['image/png', '\x89PNG\r\n\x1A\n', true],
    ['image/jpeg', '\xFF\xD8\xFF\xE0', true],
    ['image/jpeg', '\x89PNG\r\n\x1A\n', false],
    ['application/vnd.oasis.opendocument.text', 'PK\x03\x04', true],
    ['text/plain', 'Gr\xC3\xBC\xC3\x9Fe', true],
    ['text/plain', '\xFF\xFE', false],
    ['text/plain', 'a\0b', false],
    ['text/plain', '', false],
  ])('%s beginning with %j: %s', (mime, content, is) => {
    expect(isOfType(of(mime), bytes(content))).toBe(is);
  });
});

test.each([
  ['Protokoll AG Wohnen.pdf', 'Protokoll AG Wohnen.pdf'],
  ['C:\\Users\\anna\\Protokoll.final.pdf', 'Protokoll.final.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['evil\u202Efdp.exe', 'evilfdp.pdf'],
  ['<script>.pdf', 'script_.pdf'],
  ['.pdf', 'ag-wohnen-1.pdf'],
  ['…\u0000…', 'ag-wohnen-1.pdf'],
  ['محضر الاجتماع.pdf', 'محضر الاجتماع.pdf'],
  [null, 'ag-wohnen-1.pdf'],
  ['x'.repeat(500), `${'x'.repeat(60)}.pdf`],
])('%j is called %s', (raw, name) => {
  expect(fileName(raw, typeOf({ mime: 'application/pdf', name: null })!, 'ag-wohnen-1')).toBe(name);
});
