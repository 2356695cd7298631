import { expect, test } from 'vitest';
import { encryptAttachment } from '../../../adapters/matrix/attachments.ts';
import { attachmentOf, fetchFile } from '../../../adapters/matrix/files.ts';
import { MatrixFailure, type Session } from '../../../adapters/matrix/wire.ts';

const BYTES = Buffer.from('%PDF-1.4');
const signal = new AbortController().signal;

/** A session of which only downloads matter. */
const session = (download: Session['download']): Session => ({ download }) as Partial<Session> as Session;
const fetched = (content: Record<string, unknown>, download: Session['download'], most = 100) => fetchFile(session(download), attachmentOf({ msgtype: 'm.file', body: 'x', ...content })!.reference, most, signal);

test('a file of an encrypted room is decrypted; what does not fit its key or its hash is not what was sent', async () => {
  const { bytes, info } = await encryptAttachment(BYTES);
  const file = { ...info, url: 'mxc://example.org/abc' };
  const lies = async (there: Uint8Array) => fetched({ file }, async (address, most) => (expect([address, most]).toEqual(['mxc://example.org/abc', 100]), there));
  expect(await lies(bytes)).toEqual({ kind: 'bytes', bytes: new Uint8Array(BYTES) });
  expect(await lies(Buffer.concat([bytes, Buffer.from('x')]))).toEqual({ kind: 'never', why: 'GONE' });
  expect(await lies(BYTES)).toEqual({ kind: 'never', why: 'GONE' });
  expect(await fetched({ file: { ...file, key: { k: 'nonsense' } } }, async () => bytes)).toEqual({ kind: 'never', why: 'GONE' });
});

test.each([
  ['M_NOT_FOUND', 404, { kind: 'never', why: 'GONE' }],
  ['M_FORBIDDEN', 403, { kind: 'never', why: 'GONE' }],
  ['M_TOO_LARGE', 413, { kind: 'never', why: 'TOO_LARGE' }],
  ['M_LIMIT_EXCEEDED', 429, { kind: 'notNow', retryAfter: 700 }],
  ['M_NOT_YET_UPLOADED', 504, { kind: 'notNow', retryAfter: 700 }],
  ['M_UNKNOWN_TOKEN', 401, { kind: 'notNow', retryAfter: 700 }],
  [null, null, { kind: 'notNow', retryAfter: 700 }],
])('%s %s', async (code, status, expected) => {
  const fails = async (): Promise<never> => Promise.reject(new MatrixFailure({ code, status, retryAfter: 700, neverSent: false, message: '' }));
  expect(await fetched({ url: 'mxc://example.org/abc' }, fails)).toEqual(expected);
});

test('a file in the clear comes as it lies there; of one that is too large nothing comes', async () => {
  expect(await fetched({ url: 'mxc://example.org/abc' }, async () => BYTES)).toEqual({ kind: 'bytes', bytes: BYTES });
  expect(await fetched({ url: 'mxc://example.org/abc' }, async () => null)).toEqual({ kind: 'never', why: 'TOO_LARGE' });
});
