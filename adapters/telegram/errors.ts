import { GrammyError, HttpError } from 'grammy';
import type { Outcome, RefusalReason } from '../../src/ports/messenger.ts';

/** No connection ever stood, so nothing was carried out. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_CERT_ALTNAME_INVALID|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * Telegram's refusals by their words; the first that fits counts. Sources: tdlib/telegram-bot-api Client.cpp
 * (fail_query_with_error, check_chat_access, check_message) and MTProto errors it passes on.
 */
const REFUSALS: readonly (readonly [RegExp, RefusalReason])[] = [
  [/bot was blocked by the user|can't initiate conversation/i, 'BLOCKED'],
  [/user is deactivated/i, 'GONE'],
  [/bot was kicked|bot is not a member|group chat was deleted|group chat was deactivated|CHANNEL_PRIVATE/i, 'KICKED'],
  [/message thread not found|TOPIC_CLOSED|TOPIC_DELETED|TOPIC_ID_INVALID/i, 'NO_TOPIC'],
  [/message to (edit|delete) not found|MESSAGE_ID_INVALID|message can't be edited|message with poll to stop not found|query is too old|chat not found|user not found|PEER_ID_INVALID/i, 'NOT_FOUND'],
  [/not enough rights|have no rights|need administrator rights|message can't be deleted|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED|CHAT_SEND_\w+_FORBIDDEN|BOT_NOT_ADMIN|can't send messages to bots|method not found/i, 'UNSUPPORTED'],
];

/**
 * What became of a call that ended in an error (reliability 2.1). Everything that is not certain is `unknown`:
 * a reset or a timeout may have come after Telegram carried the call out, and so may an error page.
 */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof GrammyError)) {
    return neverConnected(error) ? { kind: 'notSent', retryAfter: null, everywhere: true } : { kind: 'unknown' };
  }
  const { error_code: code, description, parameters } = error;
  if (parameters.migrate_to_chat_id !== undefined) return { kind: 'moved', newChat: String(parameters.migrate_to_chat_id) };
  if (code === 429) return { kind: 'notSent', retryAfter: 1_000 * (parameters.retry_after ?? 1), everywhere: false };
  if (lostAccess(error)) return { kind: 'notSent', retryAfter: null, everywhere: true };
  if (/message is not modified|poll has already been closed/i.test(description)) return { kind: 'sent', messageId: null };
  if (code < 400 || code >= 500) return { kind: 'unknown' };
  const known = REFUSALS.find(([words]) => words.test(description));
  return { kind: 'refused', reason: known?.[1] ?? (code === 403 ? 'BLOCKED' : 'BAD_CALL'), detail: describe(error) };
}

/** Telegram or the network ended the call; anything else is a bug of ours from before it. */
export function isRemote(error: unknown): boolean {
  return error instanceof GrammyError || error instanceof HttpError;
}

/** The token is wrong or revoked. Telegram answers 401, or a bare 404 to a token it cannot even read. */
export function lostAccess(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || (error.error_code === 404 && !/method/i.test(error.description)));
}

/** Somebody else receives this bot's updates; the description says who. */
export function isConflict(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 409;
}

/** Whether Telegram answered 400 with these words, so that the call was certainly not carried out. */
export function isBadRequest(error: unknown, words: RegExp): boolean {
  return error instanceof GrammyError && error.error_code === 400 && words.test(error.description);
}

/**
 * A sentence about an error that may be logged and stored. Errors of grammY hold the URL with the token, the payload
 * with people's words (HttpError.error, GrammyError.payload) and, for broken JSON, the start of the answer; only the
 * parts named here leave this file.
 */
export function describe(error: unknown): string {
  if (error instanceof GrammyError) return safe(`${error.method}: ${error.error_code} ${error.description}`);
  const cause = error instanceof HttpError ? error.error : error;
  const method = error instanceof HttpError ? (/'(\w+)'/.exec(error.message)?.[1] ?? 'call') : 'call';
  if (cause instanceof SyntaxError) return `${method}: the answer was not JSON`;
  if (cause instanceof Error && /timed out after \d+ seconds/.test(cause.message)) return `${method}: timed out`;
  const code = codeOf(cause);
  return safe(`${method}: ${code ?? (cause instanceof Error ? cause.name : 'failed')}`);
}

/** An error that is safe to hand to any logger: no stack of the original, no cause. */
export function safeError(error: unknown): Error {
  return new Error(describe(error));
}

/** Without bot tokens, as they appear in URLs and elsewhere, and short enough to store. */
function safe(text: string): string {
  return text.replace(/\d+:[\w-]{8,}/g, '[token]').replace(/https?:\/\/\S+/g, '[url]').slice(0, 200);
}

function neverConnected(error: unknown): boolean {
  const cause = error instanceof HttpError ? error.error : error;
  return NEVER_CONNECTED.test(codeOf(cause) ?? '');
}

/** The error's own code; connecting to several addresses of one name ends in an AggregateError. */
function codeOf(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null) return null;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof AggregateError ? codeOf(cause.errors[0]) : null;
}
