import { TELEGRAM_API_ROOT, fields } from './config-fields.ts';
import { nearest } from './process/file-problems.ts';

type Read = ReturnType<typeof fields.parse>;

/** What says nothing without a homeserver. */
const MATRIX_DETAILS = ['MATRIX_USER_ID', 'MATRIX_PASSWORD', 'MATRIX_ACCESS_TOKEN', 'MATRIX_RECOVERY_KEY', 'MATRIX_STORE_PASSPHRASE'] as const;

const MARK = '\uFEFF';
/** Without these the bot is silent, so a slip in one must not pass for its absence. */
const MESSENGERS = Object.keys(fields.shape).filter((name) => /^(TELEGRAM|MATRIX)_/.test(name));
/** TOKEN, URL, PASSWORD …: a strange name with one of these means a setting; MATRIX_OS is somebody else's. */
const WORDS = new Set(MESSENGERS.flatMap((name) => name.split('_').slice(1)));

/** Names that are set, mean a messenger, and are none of ours: one sentence each, without their values. */
export function strangers(env: Readonly<Record<string, string | undefined>>): string[] {
  const names = Object.keys(env).filter((name) => !MESSENGERS.includes(name) && (env[name]?.trim() ?? '') !== '');
  return names.flatMap((name) => {
    const printable = name.replace(MARK, '').replace(/[^\w-]/g, '?');
    if (name.startsWith(MARK)) return [`${printable} comes after an invisible byte order mark (U+FEFF), so it is not recognised; save .env as UTF-8 without BOM.`];
    const near = nearest(name, MESSENGERS);
    if (near !== undefined) return [`${printable} is no setting; did you mean ${near}? Rename or remove it.`];
    const [prefix] = /^(TELEGRAM|MATRIX)_/i.exec(name) ?? [];
    if (prefix === undefined || !name.toUpperCase().split('_').slice(1).some((word) => WORDS.has(word))) return [];
    return [`${printable} is no setting; use one of ${MESSENGERS.filter((each) => each.startsWith(prefix.toUpperCase())).join(', ')}, or remove it.`];
  });
}

/** Settings that are right alone and wrong together: one sentence each. */
export function crossChecks(env: Read): string[] {
  const telegram = env.TELEGRAM_BOT_TOKEN !== undefined;
  const webhook = env.TELEGRAM_WEBHOOK_URL !== undefined;
  const matrix = env.MATRIX_HOMESERVER_URL !== undefined;
  const matrixAlone = MATRIX_DETAILS.find((name) => env[name] !== undefined);
  const virtual = env.REHEARSAL_START !== undefined || env.REHEARSAL_SPEED !== undefined;
  const complaints: (string | false)[] = [
    !telegram && webhook && 'TELEGRAM_WEBHOOK_URL is set without TELEGRAM_BOT_TOKEN; add the token from @BotFather, or remove it.',
    webhook && env.TELEGRAM_WEBHOOK_SECRET === undefined &&
      'TELEGRAM_WEBHOOK_SECRET is missing; a webhook needs a secret of 32 to 256 characters (openssl rand -hex 32 makes one).',
    !webhook && env.TELEGRAM_WEBHOOK_SECRET !== undefined &&
      'TELEGRAM_WEBHOOK_SECRET is set without TELEGRAM_WEBHOOK_URL; add the address Telegram shall send updates to, or remove it.',
    webhook && env.HTTP_ADDRESS === null && 'HTTP_ADDRESS is switched off, but TELEGRAM_WEBHOOK_URL needs it; set it to the address your proxy leads to, e.g. 127.0.0.1:8080.',
    telegram && virtual && new URL(env.TELEGRAM_API_ROOT).hostname === new URL(TELEGRAM_API_ROOT).hostname &&
      `${env.REHEARSAL_START === undefined ? 'REHEARSAL_SPEED' : 'REHEARSAL_START'} is set together with Telegram's public server, where real people would be written to; set TELEGRAM_API_ROOT to a test server, or remove it.`,
    (telegram || matrix) && env.REHEARSAL_SPEED !== undefined && env.REHEARSAL_START === undefined &&
      'REHEARSAL_SPEED is set without REHEARSAL_START; add the instant at which the rehearsal begins, e.g. 2018-10-22T09:00:00+02:00.',
    !matrix && matrixAlone !== undefined && `${matrixAlone} is set without MATRIX_HOMESERVER_URL; add the homeserver's address, or remove it.`,
    matrix && env.MATRIX_USER_ID === undefined && 'MATRIX_USER_ID is missing; add the account the bot shall use, e.g. @mitmachen:example.org.',
    matrix && virtual && !['127.0.0.1', '[::1]', 'localhost'].includes(new URL(env.MATRIX_HOMESERVER_URL ?? '').hostname) &&
      `${env.REHEARSAL_START === undefined ? 'REHEARSAL_SPEED' : 'REHEARSAL_START'} is set together with a homeserver where real people would be written to; set MATRIX_HOMESERVER_URL to a test server on this machine, or remove it.`,
  ];
  return complaints.filter((complaint) => complaint !== false);
}
