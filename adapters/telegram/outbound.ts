import { InputFile } from 'grammy';
import { splitRoom } from '../../src/kernel/update.ts';
import type { Outcome, Outgoing, RefusalReason } from '../../src/ports/messenger.ts';
import { cut, inert } from '../../src/view/inert.ts';
import type { TelegramApi } from './api.ts';
import { describe, isBadRequest, outcomeOf } from './errors.ts';
import { keyboard } from './keyboard.ts';
import { render, type Features } from './render.ts';

/** https://core.telegram.org/bots/api#answercallbackquery, #senddocument, #sendphoto, #sendpoll */
const MAX_ANSWER = 200;
const MAX_CAPTION = 1_024;
const MAX_QUESTION = 300;
const MAX_OPTION = 100;

/** A call for one chat: how Telegram addresses it. */
interface Target {
  readonly chat: number;
  readonly thread: { readonly message_thread_id?: number };
}

export interface Outbound {
  readonly api: TelegramApi;
  readonly features: Features;
  /** This server takes ephemeral messages for ordinary ones: whisper no more. */
  readonly withoutEphemeral: () => void;
}

type SendMessage = Parameters<TelegramApi['sendMessage']>[0];

/** Carries out one call, once. Rejects only with what the Bot API or the network did; see `outcomeOf`. */
export async function carryOut(call: Outgoing, outbound: Outbound): Promise<Outcome> {
  const target = targetOf(call.room);
  if (target === null) return refused('BAD_CALL', 'not a Telegram room');
  const { api } = outbound;
  switch (call.op) {
    case 'post':
      return post(call, target, outbound);
    case 'edit':
      return edit(call, target, outbound);
    case 'whisper':
      return whisper(call, target, outbound);
    case 'file':
      return file(call, target, outbound);
    case 'picture':
      return picture(call, target, outbound);
    case 'poll':
      return poll(call, target, outbound);
    case 'endPoll': {
      const id = messageNumber(call.messageId);
      if (id === null) return refused('UNSUPPORTED', 'a poll is never ephemeral');
      await api.stopPoll({ chat_id: target.chat, message_id: id });
      return sent(call.messageId);
    }
    case 'answer': {
      const text = cut(call.text.toWellFormed().trim(), MAX_ANSWER);
      await api.answerCallbackQuery({ callback_query_id: call.pressId, ...(text === '' ? {} : { text }) });
      return sent(null);
    }
    case 'mark':
      return { kind: 'refused', reason: 'UNSUPPORTED', detail: 'presses are answered by a toast' };
    case 'delete': {
      const id = messageNumber(call.messageId);
      if (id === null) return refused('UNSUPPORTED', 'an ephemeral message cannot be deleted later');
      await api.deleteMessage({ chat_id: target.chat, message_id: id });
      return sent(null);
    }
    default:
      return call satisfies never;
  }
}

async function post(call: Extract<Outgoing, { op: 'post' }>, { chat, thread }: Target, outbound: Outbound): Promise<Outcome> {
  const buttons = keyboard(call.buttons);
  const reply = call.replyTo === null ? null : messageNumber(call.replyTo);
  const message = await sendText(outbound, {
    chat_id: chat,
    ...thread,
    ...content(call, outbound),
    ...(reply === null ? {} : { reply_parameters: { message_id: reply, allow_sending_without_reply: true } }),
    ...(buttons === undefined ? {} : { reply_markup: buttons }),
  });
  return posted(message);
}

/** Without buttons the keyboard goes away. */
async function edit(call: Extract<Outgoing, { op: 'edit' }>, { chat }: Target, outbound: Outbound): Promise<Outcome> {
  const id = messageNumber(call.messageId);
  if (id === null) return refused('UNSUPPORTED', 'an ephemeral message cannot be edited later');
  const buttons = keyboard(call.buttons);
  const request = { chat_id: chat, message_id: id, ...content(call, outbound), ...(buttons === undefined ? {} : { reply_markup: buttons }) };
  await plainly(request, (request_) => outbound.api.editMessageText(request_));
  return sent(call.messageId);
}

/**
 * An ephemeral message (https://core.telegram.org/bots/api#ephemeral-messages-and-commands): groups only, and unless
 * the bot is an administrator only as an answer, within 15 s, to an ephemeral command. Any refusal therefore means
 * that this way is closed here. A server that does not know the parameter would show the message to everybody; it is
 * taken back at once and never tried again.
 */
async function whisper(call: Extract<Outgoing, { op: 'whisper' }>, { chat, thread }: Target, outbound: Outbound): Promise<Outcome> {
  if (!outbound.features.ephemeral || chat > 0) return refused('UNSUPPORTED', 'no ephemeral messages here');
  const receiver = Number(call.account);
  if (!Number.isSafeInteger(receiver)) return refused('BAD_CALL', 'not a Telegram account');
  const command = /^e(\d+)$/.exec(call.replyTo ?? '')?.[1];
  const request: SendMessage = {
    chat_id: chat,
    ...thread,
    ...content(call, outbound),
    ephemeral_message_parameters: { receiver_user_id: receiver },
    ...(command === undefined ? {} : { reply_parameters: { ephemeral_message_id: Number(command) } }),
  };
  try {
    // One that came too late for its command is not sent alone: the group's budget has room for one call.
    const message = await plainly(request, (each) => outbound.api.sendMessage(each));
    if (message.ephemeral_message_id !== undefined) return sent(null);
    outbound.withoutEphemeral();
    await outbound.api.deleteMessage({ chat_id: chat, message_id: message.message_id });
    return refused('UNSUPPORTED', 'this Bot API server does not know ephemeral messages');
  } catch (error) {
    const outcome = outcomeOf(error);
    const closed = outcome.kind === 'refused' && outcome.reason !== 'KICKED';
    return closed ? refused('UNSUPPORTED', describe(error)) : outcome;
  }
}

/** grammY writes the name bare into the multipart header, where RFC 7578 wants it quoted unless it is plain ASCII. */
async function file(call: Extract<Outgoing, { op: 'file' }>, { chat, thread }: Target, { api }: Outbound): Promise<Outcome> {
  const name = call.file.name.toWellFormed().replace(/[^\p{L}\p{N} ._-]+/gu, '_').slice(-80);
  const document = new InputFile('bytes' in call.file ? call.file.bytes : Buffer.from(call.file.text), `"${name}"`);
  const caption = captionOf(call.caption ?? '');
  const message = await api.sendDocument({ chat_id: chat, ...thread, document, ...(caption === '' ? {} : { caption }) });
  return posted(message);
}

/** Telegram knows no alternative text: the words stand below the photo, where every reader has them. */
async function picture({ png, alt, name }: Extract<Outgoing, { op: 'picture' }>, { chat, thread }: Target, { api }: Outbound): Promise<Outcome> {
  const caption = captionOf(alt);
  return posted(await api.sendPhoto({ chat_id: chat, ...thread, photo: new InputFile(png, `"${name}"`), ...(caption === '' ? {} : { caption }) }));
}

/** Anonymous, one answer that can be changed: as Telegram's own polls are unless somebody asks for more. */
async function poll({ poll: { question, options }, document }: Extract<Outgoing, { op: 'poll' }>, { chat, thread }: Target, { api, features }: Outbound): Promise<Outcome> {
  const within = (text: string, most: number): string => cut(inert(text).trim(), most);
  const message = await api.sendPoll({
    chat_id: chat,
    ...thread,
    question: within(question, MAX_QUESTION),
    options: options.map((text) => ({ text: within(text, MAX_OPTION) })),
    type: 'regular',
    is_anonymous: true,
    allows_multiple_answers: false,
    description: cut(render(document, features).text, MAX_CAPTION),
  });
  return posted(message);
}

const captionOf = (text: string): string => cut(inert(text).trim(), MAX_CAPTION);

function content({ document }: Pick<Extract<Outgoing, { op: 'post' }>, 'document'>, { features }: Outbound) {
  const { text, entities } = render(document, features);
  return { text, link_preview_options: { is_disabled: true }, ...(entities.length === 0 ? {} : { entities }) };
}

/** A reply that cannot be one (deleted message, another topic) is sent as a message of its own. */
async function sendText({ api }: Outbound, request: SendMessage) {
  return plainly(request, async (request_) => {
    try {
      return await api.sendMessage(request_);
    } catch (error) {
      if (request_.reply_parameters === undefined || !isBadRequest(error, /message to be replied not found|MESSAGE_ID_INVALID/i)) throw error;
      const { reply_parameters: _, ...alone } = request_;
      return api.sendMessage(alone);
    }
  });
}

/** Once more without entities where the server finds fault with them: words matter more than weight (reliability 2.1). */
async function plainly<R extends { entities?: unknown }, T>(request: R, send: (request: R) => Promise<T>): Promise<T> {
  try {
    return await send(request);
  } catch (error) {
    if (request.entities === undefined || !isBadRequest(error, /MessageEntity|can't parse entities|\bentity (begins|beginning|ends)/i)) throw error;
    const { entities: _, ...plain } = request;
    return send(plain as R);
  }
}

function targetOf(room: Outgoing['room']): Target | null {
  const { platform, chat, thread } = splitRoom(room);
  const id = Number(chat);
  if (platform !== 'telegram' || chat === '' || !Number.isSafeInteger(id)) return null;
  return { chat: id, thread: thread === null ? {} : { message_thread_id: Number(thread) } };
}

/** Null for an ephemeral message's id. */
function messageNumber(id: string): number | null {
  return /^\d{1,16}$/.test(id) ? Number(id) : null;
}

/** An answer without the message's number leaves open what became of it. */
function posted(message: { readonly message_id?: unknown } | undefined): Outcome {
  const id = message?.message_id;
  return typeof id === 'number' ? sent(String(id)) : { kind: 'unknown' };
}

const sent = (messageId: string | null): Outcome => ({ kind: 'sent', messageId });
const refused = (reason: RefusalReason, detail: string): Outcome => ({ kind: 'refused', reason, detail });
