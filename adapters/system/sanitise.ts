/**
 * What may be written into a log. Texts can hold what nobody should read there: bot tokens in URLs, our own secrets,
 * control characters that rewrite a terminal, a person's words quoted in a parser's complaint.
 */

/** Longest text in a log line. */
const MAX_TEXT = 500;
const MAX_FRAMES = 12;
const TOKEN = /\b(bot)?\d{3,}:[\w-]{8,}/g;
const PASSWORD_IN_URL = /(\b[a-z][a-z\d+.-]*:\/\/)[^\s/@]*@/gi;
const UNPRINTABLE = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

export interface SafeError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly frames: readonly string[];
  readonly cause?: SafeError;
}

export type Sanitise = (text: string) => string;

/** `secrets`: values that are never written, wherever they turn up. */
export function createSanitise(secrets: readonly string[]): Sanitise {
  const known = secrets.filter((secret) => secret.length >= 4).flatMap((secret) => [secret, encodeURIComponent(secret)]);
  known.sort((a, b) => b.length - a.length);
  return (text) => {
    let safe = text;
    for (const secret of known) safe = safe.replaceAll(secret, '[secret]');
    safe = safe.replace(TOKEN, '[token]').replace(PASSWORD_IN_URL, '$1[secret]@');
    return safe.slice(0, MAX_TEXT).replace(UNPRINTABLE, escape);
  };
}

/** An error's name, message, code and stack frames; nothing else of it, for errors carry requests and payloads. */
export function safeError(error: unknown, sanitise: Sanitise, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: typeof error, message: 'something that is no error was thrown', frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, MAX_FRAMES);
  const code = 'code' in error && typeof error.code === 'string' ? { code: sanitise(error.code) } : {};
  const cause = error.cause !== undefined && depth < 3 ? { cause: safeError(error.cause, sanitise, depth + 1) } : {};
  return { name: sanitise(error.name), message: sanitise(messageOf(error)), ...code, frames: frames.map((frame) => sanitise(frame.trim())), ...cause };
}

/** JSON.parse quotes what it read; Prisma quotes the call with its values, and says what is wrong in the last line. */
function messageOf(error: Error): string {
  if (error instanceof SyntaxError) return 'could not be parsed';
  if (error.name.startsWith('PrismaClient')) return error.name === 'PrismaClientValidationError' ? 'an impossible call' : (error.message.trim().split('\n').at(-1) ?? '');
  return error.message;
}

const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
