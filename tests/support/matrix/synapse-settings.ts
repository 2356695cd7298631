import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `none`: as fast as the machine can. `default`: what Synapse does where the operator changes nothing (0.2 messages a second, burst 10). */
export type Limits = 'none' | 'default';

export interface SynapseSettings {
  readonly folder: string;
  readonly name: string;
  readonly port: number;
  readonly secret: string;
  readonly limits: Limits;
}

const RATE = { per_second: 10_000, burst_count: 10_000 };

/** https://element-hq.github.io/synapse/latest/usage/configuration/config_documentation.html#ratelimiting */
const UNLIMITED = {
  rc_message: RATE,
  rc_registration: RATE,
  rc_login: { address: RATE, account: RATE, failed_attempts: RATE },
  rc_admin_redaction: RATE,
  rc_joins: { local: RATE, remote: RATE },
  rc_joins_per_room: RATE,
  rc_key_requests: RATE,
  rc_invites: { per_room: RATE, per_user: RATE, per_issuer: RATE },
  rc_media_create: RATE,
  rc_room_creation: RATE,
};

/** Writes what Synapse needs to start in `folder` and answers the path of its configuration. */
export function writeSettings({ folder, name, port, secret, limits }: SynapseSettings): string {
  const file = (path: string, content: unknown): string => {
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
    return join(folder, path);
  };
  // JSON is YAML.
  return file('homeserver.yaml', {
    server_name: name,
    signing_key_path: file('signing.key', `ed25519 a_test ${randomBytes(32).toString('base64').replace(/=+$/, '')}\n`),
    macaroon_secret_key: randomBytes(16).toString('hex'),
    form_secret: randomBytes(16).toString('hex'),
    registration_shared_secret: secret,
    listeners: [{ port, type: 'http', tls: false, bind_addresses: ['127.0.0.1'], resources: [{ names: ['client'], compress: false }] }],
    database: { name: 'sqlite3', args: { database: join(folder, 'homeserver.db') } },
    media_store_path: join(folder, 'media'),
    log_config: file('log.yaml', {
      version: 1,
      formatters: { line: { format: '%(asctime)s %(levelname)s %(name)s %(message)s' } },
      handlers: { file: { class: 'logging.FileHandler', filename: join(folder, 'synapse.log'), formatter: 'line' } },
      root: { level: 'WARNING', handlers: ['file'] },
      disable_existing_loggers: false,
    }),
    bcrypt_rounds: 4,
    presence: { enabled: false },
    trusted_key_servers: [],
    federation_domain_whitelist: [],
    report_stats: false,
    // A cached answer to the first sync would tell a client that was restarted within two minutes that it has no one-time keys.
    caches: { sync_response_cache_duration: '0s' },
    ...(limits === 'none' ? UNLIMITED : {}),
  });
}
