/**
 * Files in encrypted rooms (https://spec.matrix.org/latest/client-server-api/#sending-encrypted-attachments): AES-CTR with a
 * key of its own per file, which travels in the encrypted message. Matrix's Rust library does it, in one of two forms:
 * native where its binary could be installed (an optional dependency), else compiled to WebAssembly. Both write the same.
 */

/** What stands in a message as `file`, but for the address. */
export type EncryptionInfo = Readonly<Record<string, unknown>>;

/** One form of the library, as far as both are alike. */
export interface Cipher {
  readonly form: 'native' | 'wasm';
  encrypt(bytes: Uint8Array): { readonly bytes: Uint8Array; readonly info: EncryptionInfo };
  /** @throws where the bytes are not those that were encrypted. */
  decrypt(bytes: Uint8Array, info: EncryptionInfo): Uint8Array;
}

export interface Encrypted {
  readonly encryptedData: Uint8Array;
  /** JSON; kept until it was used for decrypting. */
  readonly mediaEncryptionInfo: string | null | undefined;
}

/** What of the library is used. The native form is declared by it (native-attachments.d.ts): it may not be installed. */
export interface Library {
  readonly Attachment: { encrypt(bytes: Uint8Array): Encrypted; decrypt(attachment: Encrypted): Uint8Array };
  readonly EncryptedAttachment: new (bytes: Uint8Array, info: string) => Encrypted;
}

let chosen: Promise<Cipher> | null = null;

/** Encrypts a file with the better of the two forms. */
export async function encryptAttachment(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly info: EncryptionInfo }> {
  chosen ??= nativeCipher().then((native) => native ?? wasmCipher());
  return (await chosen).encrypt(bytes);
}

/** @throws where the key does not fit or the bytes are not those that were encrypted (their hash says so). */
export async function decryptAttachment(bytes: Uint8Array, info: EncryptionInfo): Promise<Uint8Array> {
  chosen ??= nativeCipher().then((native) => native ?? wasmCipher());
  return (await chosen).decrypt(bytes, info);
}

/** null: its binary is not on this machine. */
export async function nativeCipher(): Promise<Cipher | null> {
  try {
    return cipher('native', await import('@matrix-org/matrix-sdk-crypto-nodejs'));
  } catch {
    return null;
  }
}

export async function wasmCipher(): Promise<Cipher> {
  const wasm = await import('@matrix-org/matrix-sdk-crypto-wasm');
  await wasm.initAsync();
  return cipher('wasm', wasm);
}

function cipher(form: Cipher['form'], { Attachment, EncryptedAttachment }: Library): Cipher {
  return {
    form,
    encrypt(plain) {
      const { encryptedData, mediaEncryptionInfo } = Attachment.encrypt(plain);
      if (mediaEncryptionInfo == null) throw new Error('a file was encrypted without a key');
      return { bytes: encryptedData, info: JSON.parse(mediaEncryptionInfo) as EncryptionInfo };
    },
    decrypt: (bytes, info) => Attachment.decrypt(new EncryptedAttachment(bytes, JSON.stringify(info))),
  };
}
