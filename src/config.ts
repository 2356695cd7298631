import { inspect } from 'node:util';
import type { Result } from './kernel/result.ts';
import { err, ok } from './kernel/result.ts';
import type { Instant } from './kernel/time.ts';
import { crossChecks, strangers } from './config-checks.ts';
import { fields } from './config-fields.ts';

/** A value that cannot be printed by accident; `reveal` is to be called where it is handed to whom it is meant for. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return '[secret]';
  }
  toJSON(): string {
    return '[secret]';
  }
  [inspect.custom](): string {
    return '[secret]';
  }
}

/** How Telegram's updates come. What only a webhook needs exists only there. */
type Receiving =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly url: string; /** where our own server is asked */ readonly path: string; readonly secret: Secret };

export interface Settings {
  /** May hold a password. */
  readonly databaseUrl: Secret;
  readonly processFile: string;
  readonly telegram: { readonly token: Secret; readonly apiRoot: string; readonly receiving: Receiving } | null;
  readonly matrix: {
    readonly homeserver: string;
    readonly userId: string;
    /** At the first login one of both; later the stored device goes on. */
    readonly password: Secret | null;
    readonly accessToken: Secret | null;
    readonly recoveryKey: Secret | null;
    readonly storePassphrase: Secret | null;
    /** The file of keys, device and token: beside the SQLite file; with PostgreSQL in the folder an SQLite file would be in. */
    readonly store: string;
    /** Room ids and servers whose invitations are accepted, besides those of an officer. */
    readonly allowedRooms: readonly string[];
    readonly shareKeys: 'any' | 'signed';
  } | null;
  readonly officerCode: Secret | null;
  readonly http: { readonly host: string; readonly port: number } | null;
  /** null: nothing was asked for. */
  readonly logLevel: string | null;
  /** A virtual clock; null: real time. */
  readonly rehearsal: { readonly start: Instant | null; readonly speed: number } | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Pure: the environment → settings, or one sentence for each setting that is wrong (its name, what kind of value it
 * has, the remedy; never the value of a secret), or set under a name that is none.
 */
export function readConfig(env: Environment): Result<Settings, readonly string[]> {
  const given = Object.fromEntries(Object.keys(fields.shape).map((name) => [name, unsetIfEmpty(name, env[name])]));
  const read = fields.safeParse(given);
  const unknown = strangers(env);
  if (!read.success) return err([...unknown, ...read.error.issues.map(({ message }) => message)]);
  const complaints = unknown.length > 0 ? unknown : crossChecks(read.data);
  if (complaints.length > 0) return err(complaints);
  return ok(settingsFrom(read.data));
}

/** `NAME=` means "not set", but for the one setting that can be switched off. */
function unsetIfEmpty(name: string, value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' && name !== 'HTTP_ADDRESS' ? undefined : trimmed;
}

type Read = ReturnType<typeof fields.parse>;

const secretOf = (value: string | undefined): Secret | null => (value === undefined ? null : new Secret(value));

function matrixFrom(env: Read): Settings['matrix'] {
  if (env.MATRIX_HOMESERVER_URL === undefined || env.MATRIX_USER_ID === undefined) return null;
  return {
    homeserver: env.MATRIX_HOMESERVER_URL,
    userId: env.MATRIX_USER_ID,
    password: secretOf(env.MATRIX_PASSWORD),
    accessToken: secretOf(env.MATRIX_ACCESS_TOKEN),
    recoveryKey: secretOf(env.MATRIX_RECOVERY_KEY),
    storePassphrase: secretOf(env.MATRIX_STORE_PASSPHRASE),
    store: keyStoreBeside(env.DATABASE_URL),
    allowedRooms: env.MATRIX_ALLOWED_ROOMS,
    shareKeys: env.MATRIX_SHARE_KEYS,
  };
}

function keyStoreBeside(databaseUrl: string): string {
  const file = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : './data/miteinander.db';
  return file.replace(/[^/\\]*$/, 'matrix.db');
}

function settingsFrom(env: Read): Settings {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = env;
  const receiving: Receiving =
    url === undefined || secret === undefined
      ? { kind: 'polling' }
      : { kind: 'webhook', url, path: new URL(url).pathname, secret: new Secret(secret) };
  const virtual = env.REHEARSAL_START !== undefined || env.REHEARSAL_SPEED !== undefined;
  return {
    databaseUrl: new Secret(env.DATABASE_URL),
    processFile: env.PROCESS_FILE,
    telegram: token === undefined ? null : { token: new Secret(token), apiRoot: env.TELEGRAM_API_ROOT, receiving },
    matrix: matrixFrom(env),
    officerCode: secretOf(env.OFFICER_CODE),
    http: env.HTTP_ADDRESS,
    logLevel: env.LOG_LEVEL ?? null,
    rehearsal: virtual ? { start: env.REHEARSAL_START ?? null, speed: env.REHEARSAL_SPEED ?? 0 } : null,
  };
}
