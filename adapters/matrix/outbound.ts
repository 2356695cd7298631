import { splitRoom } from '../../src/kernel/update.ts';
import type { CallName, Outcome, Outgoing, RefusalReason } from '../../src/ports/messenger.ts';
import { isRateLimit, USUAL_PAUSE } from './errors.ts';
import { encryptAttachment } from './attachments.ts';
import { pollEnd, pollStart } from './poll.ts';
import { oneLine, render } from './render.ts';
import { MARKER, MatrixFailure, POLL, type Content, type Session } from './wire.ts';

const SIGNS = { DONE: '✅', REFUSED: '⛔' } as const;

/** Where a call goes: the room and, where it began in one, the thread. */
interface Target {
  readonly chat: string;
  readonly thread: string | null;
}

export interface Outbound {
  readonly session: Session;
  /** So old that the homeserver may have forgotten the transaction: look first whether we said it already (P3). */
  readonly isOld: (name: CallName) => boolean;
}

type Call<Op extends Outgoing['op']> = Extract<Outgoing, { readonly op: Op }>;

/**
 * Carries out one call. Every event goes out under the call's name as its transaction id, so that the same call again
 * is the same event. Rejects with MatrixFailure for what the homeserver or the network did, with RangeError for our bugs.
 */
export async function carryOut(call: Outgoing, name: CallName, outbound: Outbound): Promise<Outcome> {
  const target = targetOf(call.room);
  if (target === null) return refused('BAD_CALL', 'not a Matrix room');
  const { session } = outbound;
  switch (call.op) {
    case 'post': {
      // What answers somebody's message here and now is a notice: it rings at nobody's, and no bot answers it.
      const msgtype = call.replyTo === null || call.buttons.length > 0 ? 'm.text' : 'm.notice';
      return once(target.chat, { msgtype, ...render(call.document, call.buttons), ...relation(target.thread, call.replyTo) }, name, outbound);
    }
    case 'edit':
      await session.send(target.chat, 'm.room.message', replacement(call, name), name.id);
      return sent(call.messageId);
    case 'whisper':
      return whisper(call, name, outbound);
    case 'file':
      return file(call, target, name, outbound);
    case 'picture':
      return picture(call, target, name, outbound);
    case 'poll':
      return once(target.chat, { ...pollStart(call.poll, call.document), ...relation(target.thread, null) }, name, outbound, `${POLL}.start`);
    case 'endPoll':
      await session.send(target.chat, `${POLL}.end`, { ...pollEnd(call.messageId, call.document), [MARKER]: name.id }, name.id);
      return sent(call.messageId);
    case 'answer':
      return refused('NOT_FOUND', 'nothing is pressed on Matrix, only chosen');
    case 'mark':
      await session.send(target.chat, 'm.reaction', annotation(call.messageId, SIGNS[call.sign]), name.id);
      return sent(null);
    case 'delete':
      await session.redact(target.chat, call.messageId, name.id);
      return sent(null);
    default:
      return call satisfies never;
  }
}

/** A reaction to an event. */
export function annotation(event: string, key: string): Content {
  return { 'm.relates_to': { rel_type: 'm.annotation', event_id: event, key } };
}

/** Sends a message or a poll, unless an earlier attempt of the same name did. */
async function once(chat: string, content: Content, name: CallName, { session, isOld }: Outbound, type = 'm.room.message'): Promise<Outcome> {
  const found = isOld(name) ? await session.findByMarker(chat, name.id) : null;
  return sent(found ?? (await session.send(chat, type, { ...content, [MARKER]: name.id }, name.id)));
}

/** Always of the original event, or clients drop it. What clients without edits show begins with an asterisk. */
function replacement({ messageId, document, buttons }: Call<'edit'>, name: CallName): Content {
  const content: Content = { msgtype: 'm.text', ...render(document, buttons) };
  return {
    ...content,
    body: `* ${String(content['body'])}`,
    'm.new_content': content,
    'm.relates_to': { rel_type: 'm.replace', event_id: messageId },
    [MARKER]: name.id,
  };
}

/** For one reader among many there is the direct room; the message it answers is not there. */
async function whisper(call: Call<'whisper'>, name: CallName, outbound: Outbound): Promise<Outcome> {
  let chat: string;
  try {
    chat = await outbound.session.openDirect(call.account);
  } catch (error) {
    // New rooms have a limit of their own, by the minute: it must not hold up what goes to the rooms there are.
    if (error instanceof MatrixFailure && isRateLimit(error)) return { kind: 'notSent', retryAfter: error.retryAfter ?? USUAL_PAUSE, everywhere: false };
    throw error;
  }
  const outcome = await once(chat, { msgtype: 'm.notice', ...render(call.document, []) }, name, outbound);
  return outcome.kind === 'sent' ? sent(null) : outcome;
}

function file({ file: given, caption }: Call<'file'>, target: Target, name: CallName, outbound: Outbound): Promise<Outcome> {
  const filename = given.name.toWellFormed().replace(/[^\p{L}\p{N} ._-]+/gu, '_').slice(-80);
  const words = caption === null ? '' : oneLine(caption);
  return attach(Buffer.from('bytes' in given ? given.bytes : given.text), given.mime, { msgtype: 'm.file', body: words === '' ? filename : words, filename }, target, name, outbound);
}

/** What the picture shows in words is its body: it is read aloud, and shown where images are not loaded. */
function picture({ png, alt, name: filename }: Call<'picture'>, target: Target, name: CallName, outbound: Outbound): Promise<Outcome> {
  const bytes = Buffer.from(png);
  // A PNG begins with its signature and then its header: width and height as four bytes each (PNG, third edition, 11.2.1).
  const info = { w: bytes.readUInt32BE(16), h: bytes.readUInt32BE(20) };
  return attach(bytes, 'image/png', { msgtype: 'm.image', body: oneLine(alt), filename, info }, target, name, outbound);
}

/** Uploads, encrypted where the room is, and says where. */
async function attach(bytes: Buffer, mime: string, { info, ...content }: Content, { chat, thread }: Target, name: CallName, outbound: Outbound): Promise<Outcome> {
  const { session } = outbound;
  const encrypted = session.isEncrypted(chat) ? await encryptAttachment(bytes) : null;
  const url = encrypted === null ? await session.upload(bytes, mime, String(content['filename'])) : await session.upload(encrypted.bytes, 'application/octet-stream', null);
  const message: Content = {
    ...content,
    info: { ...(info as Content | undefined), mimetype: mime, size: bytes.length },
    ...(encrypted === null ? { url } : { file: { ...encrypted.info, url } }),
    'm.mentions': {},
    ...relation(thread, null),
  };
  return once(chat, message, name, outbound);
}

/** In a thread every message says what it follows, for clients that know no threads. */
function relation(thread: string | null, replyTo: string | null): Content {
  const answered = replyTo === null ? {} : { 'm.in_reply_to': { event_id: replyTo } };
  if (thread !== null) return { 'm.relates_to': { rel_type: 'm.thread', event_id: thread, is_falling_back: replyTo === null, 'm.in_reply_to': { event_id: replyTo ?? thread } } };
  return replyTo === null ? {} : { 'm.relates_to': answered };
}

function targetOf(room: Outgoing['room']): Target | null {
  const { platform, chat, thread } = splitRoom(room);
  return platform === 'matrix' && chat.startsWith('!') ? { chat, thread } : null;
}

const sent = (messageId: string | null): Outcome => ({ kind: 'sent', messageId });
const refused = (reason: RefusalReason, detail: string): Outcome => ({ kind: 'refused', reason, detail });
