import { z } from 'zod';
import { parseInstant } from './kernel/time.ts';

export const TELEGRAM_API_ROOT = 'https://api.telegram.org';
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * One setting each: text in, value out, or one sentence. A sentence shows a value only where it can be no secret;
 * otherwise it says what kind of value was found.
 */
export const fields = z.object({
  DATABASE_URL: text('file:./data/miteinander.db').refine(
    (url) => /^file:[^?]/.test(url) || /^postgres(ql)?:\/\/./.test(url),
    'DATABASE_URL is neither an SQLite file nor a PostgreSQL address; write file:./data/miteinander.db or postgresql://user:password@host/database.',
  ).refine(
    (url) => !url.startsWith('postgres') || canBeTakenApart(url),
    'DATABASE_URL cannot be taken apart into user, password, host and database; in them write %25 for %, %40 for @, %3A for :, %2F for / and %20 for a space.',
  ),
  PROCESS_FILE: text('process/moessingen.yaml'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d{3,20}:[\w-]{20,100}$/, {
      error: ({ input }) => `TELEGRAM_BOT_TOKEN is ${kindOf(input)}, not a number, a colon and about 35 characters; copy the token from @BotFather (/token).`,
    })
    .optional(),
  TELEGRAM_API_ROOT: text(TELEGRAM_API_ROOT)
    .refine((url) => isUrl(url, /^https?:$/), 'TELEGRAM_API_ROOT is not a web address; write something like http://127.0.0.1:8081, without user or password, or remove it.')
    .transform((url) => url.replace(/\/+$/, '')),
  TELEGRAM_WEBHOOK_URL: z
    .string()
    .refine((url) => isUrl(url, /^https:$/) || isLoopback(url), 'TELEGRAM_WEBHOOK_URL is not an https address; Telegram sends updates to public https addresses only, e.g. https://bot.example.org/telegram.')
    .refine((url) => !['/', '/healthz', '/readyz', '/metrics'].includes(pathOf(url)), 'TELEGRAM_WEBHOOK_URL has no path of its own; add one, e.g. https://bot.example.org/telegram.')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{32,256}$/, {
      error: ({ input }) => `TELEGRAM_WEBHOOK_SECRET is ${kindOf(input)}; it needs 32 to 256 characters of A-Z, a-z, 0-9, _ and - (openssl rand -hex 32 makes one).`,
    })
    .optional(),
  MATRIX_HOMESERVER_URL: z
    .string()
    .refine((url) => isUrl(url, /^https:$/) || isLoopback(url), 'MATRIX_HOMESERVER_URL is not an https address; write the one your homeserver serves clients at, e.g. https://matrix.example.org.')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  MATRIX_USER_ID: z
    .string()
    .regex(/^@[a-z\d._=/+-]{1,200}:[\w.:[\]-]{1,230}$/, { error: ({ input }) => `MATRIX_USER_ID is ${shown(input)}, not a Matrix account; write it like @mitmachen:example.org.` })
    .optional(),
  MATRIX_PASSWORD: z.string().optional(),
  MATRIX_ACCESS_TOKEN: z.string().regex(/^\S{8,1000}$/, { error: ({ input }) => `MATRIX_ACCESS_TOKEN is ${kindOf(input)}; it is one word, as the homeserver gave it.` }).optional(),
  MATRIX_RECOVERY_KEY: z
    .string()
    .regex(/^[1-9A-HJ-NP-Za-km-z ]{48,80}$/, { error: ({ input }) => `MATRIX_RECOVERY_KEY is ${kindOf(input)}, not a recovery key; it is twelve groups of four letters and digits, shown once at the first start.` })
    .optional(),
  MATRIX_STORE_PASSPHRASE: z.string().min(12, { error: ({ input }) => `MATRIX_STORE_PASSPHRASE is ${kindOf(input)}; it needs at least 12 (openssl rand -hex 16 makes one).` }).optional(),
  MATRIX_ALLOWED_ROOMS: text('').transform((list, context) => {
    const names = list.split(/[\s,]+/).filter((name) => name !== '');
    const wrong = names.find((name) => !/^![^\s:]+(:[\w.:[\]-]+)?$/.test(name) && !/^[\w-]+(\.[\w-]+)*(:\d+)?$/.test(name));
    if (wrong === undefined) return names;
    context.addIssue(`MATRIX_ALLOWED_ROOMS names ${shown(wrong)}, neither a room id (!…) nor a server; write for example: example.org, !abc:other.org.`);
    return z.NEVER;
  }),
  MATRIX_SHARE_KEYS: z.enum(['any', 'signed'], { error: ({ input }) => `MATRIX_SHARE_KEYS is ${shown(input)}; it can be any or signed.` }).default('any'),
  OFFICER_CODE: z
    .string()
    .regex(/^(-?[a-z\d]){8,64}$/i, { error: ({ input }) => `OFFICER_CODE is ${kindOf(input)}; it needs 8 to 64 letters (A-Z) and digits, or remove it and a code is made at the start.` })
    .optional(),
  HTTP_ADDRESS: text('127.0.0.1:8080').transform((address, context) => {
    if (address === '') return null;
    const [, host, port] = /^(\[[\da-f:.]+\]|[\w.-]+):(\d{1,5})$/i.exec(address) ?? [];
    if (host !== undefined && Number(port) <= 65_535) return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
    context.addIssue('HTTP_ADDRESS is not a host and a port; write something like 127.0.0.1:8080, or nothing (HTTP_ADDRESS=) to switch it off.');
    return z.NEVER;
  }),
  LOG_LEVEL: z
    .string()
    .refine((level) => LEVELS.includes(level), { error: ({ input }) => `LOG_LEVEL is ${shown(input)}; it can be ${LEVELS.join(', ')}.` })
    .optional(),
  REHEARSAL_START: z
    .string()
    .transform((iso, context) => {
      const read = parseInstant(iso);
      if (read.ok) return read.value;
      const why = read.error === 'NO_OFFSET' ? 'has no offset, so it means another moment on every machine' : 'is not an instant';
      context.addIssue(`REHEARSAL_START (${shown(iso)}) ${why}; write it like 2018-10-22T09:00:00+02:00.`);
      return z.NEVER;
    })
    .optional(),
  REHEARSAL_SPEED: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/, { error: ({ input }) => `REHEARSAL_SPEED is ${shown(input)}; write 1 for real time, 60 for a minute a second, 0 for a clock moved by hand.` })
    .transform(Number)
    .optional(),
});

function text(byDefault: string): z.ZodDefault<z.ZodString> {
  return z.string().default(byDefault);
}

/** What kind of value it is, without any of it. */
function kindOf(value: unknown): string {
  return typeof value === 'string' ? `a text of ${value.length} characters` : 'no text';
}

function shown(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 40));
}

function isUrl(text: string, protocol: RegExp): boolean {
  const url = URL.parse(text);
  return url !== null && protocol.test(url.protocol) && url.username === '' && url.password === '';
}

/** Every part means something when its %-signs are read. */
function canBeTakenApart(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  try {
    return [url.username, url.password, url.hostname, url.pathname].every((part) => decodeURIComponent(part) !== undefined);
  } catch {
    return false;
  }
}

function isLoopback(text: string): boolean {
  return isUrl(text, /^http:$/) && ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(text).hostname);
}

function pathOf(text: string): string {
  return URL.parse(text)?.pathname ?? '/telegram';
}
