/** Optional: npm leaves it out where it does not fit the machine. Declared here, so that our types hold without it too. */
declare module '@matrix-org/matrix-sdk-crypto-nodejs' {
  import type { Library } from './attachments.ts';

  export const Attachment: Library['Attachment'];
  export const EncryptedAttachment: Library['EncryptedAttachment'];
}
