import type { Attachment } from '../../src/kernel/update.ts';
import type { Fetched } from '../../src/ports/messenger.ts';
import { decryptAttachment } from './attachments.ts';
import { MatrixFailure, type Content, type Session } from './wire.ts';

/** Where a file lies; and in an encrypted room the key to it, which nobody but the room's members has. */
interface Reference {
  readonly url: string;
  readonly key: Content | null;
}

/**
 * The file of an `m.file` or `m.image` (https://spec.matrix.org/latest/client-server-api/#mfile). Null: it says nowhere
 * where it lies, or not in a form we know.
 */
export function attachmentOf(content: Content): Attachment | null {
  const file = record(content['file']);
  const { url = content['url'], v, key, iv, hashes } = file;
  if (typeof url !== 'string' || !/^mxc:\/\/[^/\s?#]{1,230}\/[\w-]{1,255}$/.test(url)) return null;
  if (content['file'] !== undefined && v !== 'v2') return null;
  const reference: Reference = { url, key: content['file'] === undefined ? null : { v, key, iv, hashes } };
  const { mimetype, size } = record(content['info']);
  return {
    reference: JSON.stringify(reference),
    name: text(content['filename']) ?? text(content['body']),
    mime: text(mimetype),
    size: typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null,
  };
}

/** What was said with a file: its body, where that is not only its name (MSC2530). */
export function captionOf({ body, filename }: Content): string {
  return typeof body === 'string' && typeof filename === 'string' && body !== filename ? body : '';
}

export async function fetchFile(session: Session, reference: string, most: number, signal: AbortSignal): Promise<Fetched> {
  const { url, key } = JSON.parse(reference) as Reference;
  try {
    const bytes = await session.download(url, most, signal);
    if (bytes === null) return { kind: 'never', why: 'TOO_LARGE' };
    return { kind: 'bytes', bytes: key === null ? bytes : await decryptAttachment(bytes, key) };
  } catch (error) {
    // Its key does not fit, or its hash: it is not what was sent.
    if (!(error instanceof MatrixFailure)) return { kind: 'never', why: 'GONE' };
    if (error.code === 'M_TOO_LARGE') return { kind: 'never', why: 'TOO_LARGE' };
    return error.status === 403 || error.code === 'M_NOT_FOUND' ? { kind: 'never', why: 'GONE' } : { kind: 'notNow', retryAfter: error.retryAfter };
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const record = (value: unknown): Content => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Content) : {});
