import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync } from 'node:crypto';

/** Turns what we keep into what may lie on a disk, and back. */
export interface Seal {
  close(open: Buffer): Buffer;
  /** Throws where it was closed by another seal, or changed since. */
  open(closed: Buffer): Buffer;
  /** For the Rust store, which encrypts for itself; null: it does not. */
  readonly storageKey: Uint8Array<ArrayBuffer> | null;
}

/** Where the operator gave no passphrase: the file's permissions are all there is. */
export const openSeal: Seal = { close: (open) => open, open: (closed) => closed, storageKey: null };

const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM under a key that scrypt (N = 2^15, r = 8) makes of the passphrase: 0.1 s once a start. The Rust store gets a
 * key of its own from it instead of the passphrase, for its own derivation would cost every start as much again.
 */
export function passphraseSeal(passphrase: string, salt: Buffer): Seal {
  const master = scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 });
  const derive = (use: string): Buffer => createHmac('sha256', master).update(use).digest();
  const key = derive('entries');
  return {
    storageKey: new Uint8Array(derive('rust store')),
    close(open) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(open), cipher.final(), cipher.getAuthTag()]);
    },
    open(closed) {
      const decipher = createDecipheriv('aes-256-gcm', key, closed.subarray(0, NONCE), { authTagLength: TAG });
      decipher.setAuthTag(closed.subarray(-TAG));
      return Buffer.concat([decipher.update(closed.subarray(NONCE, -TAG)), decipher.final()]);
    },
  };
}
