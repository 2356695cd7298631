import { Method, type MatrixClient } from 'matrix-js-sdk';
import { decodeRecoveryKey, type CryptoApi, type CryptoCallbacks, type GeneratedSecretStorageKey } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { SettingsProblem } from '../../src/ports/messenger.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { StoreFile } from './crypto-store-file.ts';
import { record, type Raw } from './receive-sync.ts';
import type { MatrixSettings, SessionCallbacks } from './session.ts';

const WRONG_KEY = 'MATRIX_RECOVERY_KEY is not the recovery key of this account; copy it as it was shown at the first start.';
const NEEDS_KEY =
  'This account already has an identity for encryption, and its keys are not here; set MATRIX_RECOVERY_KEY (shown at the first start), or take a new account. The bot never resets an identity by itself.';
const NOTHING_TO_RECOVER =
  'This account already has an identity for encryption, and nothing is stored by which MATRIX_RECOVERY_KEY could bring it back; reset it by hand in Element, or take a new account.';
const NO_UPLOAD = 'The homeserver wants a person to confirm the identity of the account (in a browser); confirm it there, or set MATRIX_PASSWORD, and start again.';

/** Who may open the account's secret storage: whoever has the recovery key. One per session. */
export class Recovery {
  private key: GeneratedSecretStorageKey | null = null;

  readonly callbacks: CryptoCallbacks = {
    getSecretStorageKey: async ({ keys }) => {
      const [id] = Object.keys(keys);
      return this.key === null || id === undefined ? null : [id, this.key.privateKey];
    },
  };

  use(key: GeneratedSecretStorageKey): void {
    this.key = key;
  }
}

export interface IdentityOptions {
  readonly client: MatrixClient;
  readonly crypto: CryptoApi;
  readonly recovery: Recovery;
  readonly file: StoreFile;
  readonly settings: MatrixSettings;
  readonly userId: string;
  readonly deviceId: string;
  readonly callbacks: Pick<SessionCallbacks, 'showRecoveryKey'>;
  readonly logger: Logger;
}

/**
 * Makes sure that our device is signed by our account's identity, that the identity can be recovered and that room keys are
 * backed up. Each step is kept before the next, so a crash in between is made good at the next start. Invariant: an identity
 * that exists is recovered or the start refused, never replaced. https://spec.matrix.org/v1.16/client-server-api/#cross-signing
 */
export async function establishIdentity(options: IdentityOptions): Promise<void> {
  const { file, crypto, callbacks } = options;
  if (file.entry('account', 'identity') !== 'ready') {
    poke(crypto);
    const { master } = await onServer(options);
    const ours = await crypto.getCrossSigningKeyId();
    if (master === null || master === ours) await create(options, master === null);
    else await recover(options);
    await signOurselves(options);
    await ownBackup(options);
    // So that the library sees what was signed.
    await crypto.userHasCrossSigningKeys();
    file.write(() => file.setEntry('account', 'identity', 'ready'));
  }
  const made = file.entry('account', 'recovery key') as string | null;
  if (made === null || file.entry('account', 'recovery key shown') === true) return;
  callbacks.showRecoveryKey(made);
  file.write(() => file.setEntry('account', 'recovery key shown', true));
}

/** What the homeserver has: the library answers from what it believes to have uploaded. */
async function onServer({ client, userId, deviceId }: IdentityOptions): Promise<{ master: string | null; signed: boolean }> {
  const answer = await client.http.authedRequest<Raw>(Method.Post, '/keys/query', undefined, { device_keys: { [userId]: [] } });
  const [master] = Object.values(record(record(record(answer['master_keys'])[userId])['keys']));
  const device = record(record(record(answer['device_keys'])[userId])[deviceId]);
  const [signer] = Object.keys(record(record(record(answer['self_signing_keys'])[userId])['keys']));
  const signed = signer !== undefined && signer in record(record(device['signatures'])[userId]);
  return { master: typeof master === 'string' ? master : null, signed };
}

async function create(options: IdentityOptions, fresh: boolean): Promise<void> {
  const { client, crypto, recovery, file, settings, userId } = options;
  const saved = (file.entry('account', 'recovery key') as string | null) ?? settings.recoveryKey;
  const key = saved === null ? await crypto.createRecoveryKeyFromPassphrase() : read(saved);
  const existing = await client.secretStorage.getKey();
  const fits = existing !== null && (await client.secretStorage.checkKey(key.privateKey, existing[1]));
  if (existing !== null && !fits) throw new SettingsProblem(settings.recoveryKey === null ? NEEDS_KEY : WRONG_KEY);
  if (saved === null) file.write(() => file.setEntry('account', 'recovery key', key.encodedPrivateKey));
  recovery.use(key);
  await crypto.bootstrapCrossSigning({
    // Only where the homeserver has none: keys made before a crash may never have got there.
    setupNewCrossSigning: fresh,
    authUploadDeviceSigningKeys: async (upload) => {
      try {
        await upload(null);
      } catch (error) {
        const session = sessionOf(error);
        if (session === null) throw error;
        if (settings.password === null) throw new SettingsProblem(NO_UPLOAD, { cause: error });
        await upload({ type: 'm.login.password', identifier: { type: 'm.id.user', user: userId }, password: settings.password, session });
      }
    },
  });
  poke(crypto);
  const backup = await crypto.getKeyBackupInfo();
  await crypto.bootstrapSecretStorage({ createSecretStorageKey: async () => key, setupNewSecretStorage: !fits, setupNewKeyBackup: backup === null });
}

/** The signature is the last thing to be uploaded, and may be missing after a crash. */
async function signOurselves(options: IdentityOptions): Promise<void> {
  const { signed } = await onServer(options);
  if (!signed) await options.crypto.crossSignDevice(options.deviceId);
}

/** A backup on the homeserver whose key got lost in a crash holds nothing that anybody could read. */
async function ownBackup({ client, crypto }: IdentityOptions): Promise<void> {
  if ((await crypto.getSessionBackupPrivateKey()) !== null || (await client.secretStorage.isStored('m.megolm_backup.v1')) !== null) return;
  await crypto.resetKeyBackup();
}

async function recover({ client, crypto, recovery, file, settings, logger }: IdentityOptions): Promise<void> {
  const given = settings.recoveryKey ?? (file.entry('account', 'recovery key') as string | null);
  if (given === null) throw new SettingsProblem(NEEDS_KEY);
  const key = read(given);
  const stored = await client.secretStorage.getKey();
  if (stored === null || (await client.secretStorage.isStored('m.cross_signing.master')) === null) throw new SettingsProblem(NOTHING_TO_RECOVER);
  if (!(await client.secretStorage.checkKey(key.privateKey, stored[1]))) throw new SettingsProblem(WRONG_KEY);
  recovery.use(key);
  // With the keys in the secret storage this signs our device and uploads no identity.
  await crypto.bootstrapCrossSigning({
    authUploadDeviceSigningKeys: async () => {
      throw new SettingsProblem(NOTHING_TO_RECOVER);
    },
  });
  file.write(() => {
    file.setEntry('account', 'recovery key', key.encodedPrivateKey);
    file.setEntry('account', 'recovery key shown', true);
  });
  if ((await crypto.getKeyBackupInfo()) === null || (await client.secretStorage.isStored('m.megolm_backup.v1')) === null) return;
  await crypto.loadSessionBackupPrivateKeyFromSecretStorage();
  await crypto.checkKeyBackupAndEnable();
  const { imported, total } = await crypto.restoreKeyBackup();
  logger.info({ imported, total }, 'room keys were restored from the backup');
}

/** What the crypto library wants to ask goes out after a sync, and there is none yet; it would wait for the answers for seconds. */
function poke(crypto: CryptoApi): void {
  (crypto as unknown as { onSyncCompleted(state: object): void }).onSyncCompleted({});
}

function read(encoded: string): GeneratedSecretStorageKey & { encodedPrivateKey: string } {
  try {
    return { privateKey: decodeRecoveryKey(encoded), encodedPrivateKey: encoded };
  } catch (error) {
    throw new SettingsProblem(WRONG_KEY, { cause: error });
  }
}

/** The session of the server's question who we are; null: the error is another one. */
function sessionOf(error: unknown): string | null {
  const data = typeof error === 'object' && error !== null && 'data' in error ? (error.data as { session?: unknown; flows?: unknown }) : {};
  return Array.isArray(data.flows) && typeof data.session === 'string' ? data.session : null;
}
