import { TELEGRAM_API_ROOT, type fields } from './config-fields.ts';

type Read = ReturnType<typeof fields.parse>;

/** What says nothing without a homeserver. */
const MATRIX_DETAILS = ['MATRIX_USER_ID', 'MATRIX_PASSWORD', 'MATRIX_ACCESS_TOKEN', 'MATRIX_RECOVERY_KEY', 'MATRIX_STORE_PASSPHRASE'] as const;

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
