/** Both forms of the library against each other and against node:crypto, which has never heard of Matrix. */
import { createDecipheriv, createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { encryptAttachment, nativeCipher, wasmCipher, type Cipher, type EncryptionInfo } from '../../../adapters/matrix/attachments.ts';

const native = await nativeCipher();
const wasm = await wasmCipher();
const missing = native === null ? ' (skipped: the native binary of @matrix-org/matrix-sdk-crypto-nodejs is not installed here)' : '';
const calendar = Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:Für alle, die hier leben\r\nEND:VCALENDAR\r\n');
const sizes = [0, 1, 15, 16, 17, 4_095, 100_000];
const bytesOf = (size: number): Buffer => Buffer.from(Array.from({ length: size }, (_, i) => (i * 31) % 251));

/** https://spec.matrix.org/latest/client-server-api/#sending-encrypted-attachments, by hand. */
function decryptByHand(bytes: Uint8Array, info: EncryptionInfo): Buffer {
  const { v, key, iv, hashes } = info as { v: string; key: { kty: string; alg: string; ext: boolean; k: string; key_ops: string[] }; iv: string; hashes: { sha256: string } };
  expect({ v, kty: key.kty, alg: key.alg, ext: key.ext }).toEqual({ v: 'v2', kty: 'oct', alg: 'A256CTR', ext: true });
  expect(key.key_ops).toEqual(expect.arrayContaining(['encrypt', 'decrypt']));
  expect(createHash('sha256').update(bytes).digest('base64').replace(/=+$/, '')).toBe(hashes.sha256);
  const counter = Buffer.from(iv, 'base64');
  expect(counter.subarray(8), 'the counter begins at zero').toEqual(Buffer.alloc(8));
  const decipher = createDecipheriv('aes-256-ctr', Buffer.from(key.k, 'base64url'), counter);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

describe.each(sizes)('a file of %i bytes', (size) => {
  const plain = bytesOf(size);
  test('encrypted by us is read by an independent implementation', async () => {
    const { bytes, info } = await encryptAttachment(plain);
    expect(bytes.length).toBe(plain.length);
    expect(decryptByHand(bytes, info)).toEqual(plain);
  });

  test('comes back through the same form', () => {
    const { bytes, info } = wasm.encrypt(plain);
    expect(Buffer.from(wasm.decrypt(bytes, info))).toEqual(plain);
  });

  test.skipIf(native === null)(`goes both ways between both forms${missing}`, () => {
    for (const [from, to] of [[wasm, native], [native, wasm]] as [Cipher, Cipher][]) {
      const { bytes, info } = from.encrypt(plain);
      expect(Buffer.from(to.decrypt(bytes, info))).toEqual(plain);
      expect(decryptByHand(bytes, info)).toEqual(plain);
      expect(Object.keys(info).sort()).toEqual(Object.keys(to.encrypt(plain).info).sort());
    }
  });
});

test('each file has a key of its own, and its bytes do not show through', () => {
  const [one, two] = [wasm.encrypt(calendar), wasm.encrypt(calendar)];
  expect(Buffer.from(one.bytes)).not.toEqual(Buffer.from(two.bytes));
  expect(JSON.stringify(one.info)).not.toBe(JSON.stringify(two.info));
  expect(Buffer.from(one.bytes).includes('SUMMARY')).toBe(false);
});

test('a byte that changed on the way is noticed', () => {
  const { bytes, info } = wasm.encrypt(calendar);
  const hurt = Uint8Array.from(bytes, (byte, i) => (i === 20 ? byte ^ 1 : byte));
  expect(() => wasm.decrypt(hurt, info)).toThrow();
});
