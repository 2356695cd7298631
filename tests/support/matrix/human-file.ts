import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Human } from './human.ts';
import type { Seen } from './human-sight.ts';

export interface HumanFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

export interface FileWish {
  /** Said with it; clients without captions only name the file. */
  readonly caption?: string;
  readonly replyTo?: string;
  /** Something else lies on the server than was sent. */
  readonly spoilt?: boolean;
}

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** Encrypts by hand, as the specification says (v1.16, 11.12.1.8), uploads, and sends the message. Answers its id. */
export async function sendFile(human: Human, room: string, { name, mime, bytes }: HumanFile, { caption, replyTo, spoilt }: FileWish = {}): Promise<string> {
  const [key, iv] = [randomBytes(32), Buffer.concat([randomBytes(8), Buffer.alloc(8)])];
  const cipher = createCipheriv('aes-256-ctr', key, iv);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const hash = createHash('sha256').update(sealed).digest();
  const lying = spoilt === true ? Buffer.concat([sealed, Buffer.from('x')]) : sealed;
  const { content_uri } = (await call(human, '/_matrix/media/v3/upload', lying).then(async (response) => response.json())) as { content_uri: string };
  const file = { url: content_uri, v: 'v2', key: { kty: 'oct', alg: 'A256CTR', key_ops: ['encrypt', 'decrypt'], k: key.toString('base64url'), ext: true }, iv: unpadded(iv), hashes: { sha256: unpadded(hash) } };
  return human.send(room, 'm.room.message', {
    msgtype: 'm.file',
    body: caption ?? name,
    filename: name,
    info: { mimetype: mime, size: bytes.length },
    file,
    ...(replyTo === undefined ? {} : { 'm.relates_to': { 'm.in_reply_to': { event_id: replyTo } } }),
  });
}

/** What a person gets who opens the file of a message. */
export async function openFile(human: Human, { content }: Seen): Promise<Buffer> {
  const { url, key, iv } = content['file'] as { url: string; key: { k: string }; iv: string };
  const response = await call(human, `/_matrix/client/v1/media/download/${url.slice('mxc://'.length)}`);
  const decipher = createDecipheriv('aes-256-ctr', Buffer.from(key.k, 'base64url'), Buffer.from(iv, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(await response.arrayBuffer())), decipher.final()]);
}

async function call(human: Human, path: string, body?: Buffer): Promise<Response> {
  const response = await fetch(`${human.client.baseUrl}${path}`, { headers: { authorization: `Bearer ${human.account.accessToken}` }, ...(body === undefined ? {} : { method: 'POST', body: new Uint8Array(body) }) });
  if (!response.ok) throw new Error(`${path.split('/')[2] ?? ''}: ${response.status} ${await response.text()}`);
  return response;
}
