import { createClient, type MatrixClient } from 'matrix-js-sdk';
import { AllDevicesIsolationMode, OnlySignedDevicesIsolationMode, type CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { logger as sdkLogger, type Logger as SdkLogger } from 'matrix-js-sdk/lib/logger.js';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../src/ports/logger.ts';
import { SettingsProblem } from '../../src/ports/messenger.ts';
import { CryptoStore } from './crypto-store.ts';
import { failureOf } from './failure.ts';
import { establishIdentity, Recovery } from './identity.ts';
import { withoutTimelines, type Raw } from './receive-sync.ts';
import { createFetch } from './session-http.ts';
import { leave, LiveSession } from './session-live.ts';
import { LOGGED_OUT, logIn, logInAgain, type Device } from './session-login.ts';
import type { MatrixSettings, OpenSession, SessionCallbacks } from './session.ts';
import { SyncStore } from './sync-store.ts';
import { EMOJI_COMPARISON } from './verification.ts';

/** The name of the crypto library's databases; never change it: under another one it would begin with new keys. */
const DATABASES = 'miteinander';
/** Between two attempts to log in again after a soft logout, ms. */
const RETRY = 5_000;

/** Parts of the crypto library that the SDK calls and whose failures it only logs. */
interface SyncCrypto {
  processSyncChanges(changes: unknown): Promise<unknown>;
}

/**
 * Logs in, or goes on as the device of the key store, with keys that are on the disk before anybody relies on them. Rejects
 * with SettingsProblem where a person must look, with StoreProblem where the store is in use or unusable, with MatrixFailure
 * where the homeserver cannot be reached; then everything is closed again, and it may be tried again.
 */
export async function openSession(settings: MatrixSettings, callbacks: SessionCallbacks, logger: Logger): Promise<OpenSession> {
  silence();
  const running = new AbortController();
  const frozen = new AbortController();
  const panic = once(running, callbacks.onPanic);
  const keys = await CryptoStore.open(settings.store, settings.storePassphrase, panic);
  let client: MatrixClient | null = null;
  try {
    const login = new Login(settings, keys.file, await logIn(settings, keys.file), once(running, callbacks.onLost), running.signal);
    const { userId, deviceId, token } = login.device;
    const synced: { latest: Raw | null } = { latest: null };
    const fetchFn = createFetch({
      frozen: frozen.signal,
      synced: (answer) => withoutTimelines((synced.latest = answer)),
      loggedOut: async (soft, used) => login.renew(soft, used, (fresh) => client?.setAccessToken(fresh)),
    });
    const store = new SyncStore(keys.file, panic);
    const recovery = new Recovery();
    client = createClient({ baseUrl: settings.homeserver, userId, deviceId, accessToken: token, store, fetchFn, logger: quiet, cryptoCallbacks: recovery.callbacks, verificationMethods: [EMOJI_COMPARISON] });
    const crypto = await startCrypto(client, keys, settings, panic);
    await establishIdentity({ client, crypto, recovery, file: keys.file, settings, userId, deviceId, callbacks, logger });
    return new LiveSession({ client, crypto, keys, store, synced, userId, deviceId, settings, callbacks, logger, running, frozen, panic });
  } catch (error) {
    running.abort();
    frozen.abort();
    if (client !== null) leave(client);
    await keys.close();
    throw error instanceof SettingsProblem ? error : translated(error);
  }
}

async function startCrypto(client: MatrixClient, keys: CryptoStore, { shareKeys }: MatrixSettings, panic: (error: unknown) => void): Promise<CryptoApi> {
  keys.install();
  const { storageKey } = keys.file.seal;
  await client.initRustCrypto({ cryptoDatabasePrefix: DATABASES, ...(storageKey === null ? {} : { storageKey }) });
  const crypto = client.getCrypto();
  if (crypto === undefined) throw new Error('the SDK has come without encryption');
  crypto.setDeviceIsolationMode(shareKeys === 'signed' ? new OnlySignedDevicesIsolationMode() : new AllDevicesIsolationMode(false));
  failStop(crypto as unknown as SyncCrypto, panic);
  return crypto;
}

/**
 * The SDK logs it when the crypto library could not take the keys of an answer, and asks for the next one: they would be lost for
 * good. So the loop stands still there, and the process ends.
 */
function failStop(crypto: SyncCrypto, panic: (error: unknown) => void): void {
  const process = crypto.processSyncChanges.bind(crypto);
  crypto.processSyncChanges = async (changes) => {
    try {
      return await process(changes);
    } catch (error) {
      panic(error);
      return new Promise(() => {});
    }
  };
}

/** The token, which a homeserver may take away. */
class Login {
  device: Device;
  private readonly settings: MatrixSettings;
  private readonly file: CryptoStore['file'];
  private readonly lost: (sentence: string) => void;
  private readonly signal: AbortSignal;
  private renewing: Promise<string | null> | null = null;

  constructor(settings: MatrixSettings, file: CryptoStore['file'], device: Device, lost: (sentence: string) => void, signal: AbortSignal) {
    this.settings = settings;
    this.file = file;
    this.device = device;
    this.lost = lost;
    this.signal = signal;
  }

  /** A token that is newer than `used`: on the same device, and only while the homeserver lets the device live. null: there is none. */
  async renew(soft: boolean, used: string, renewed: (token: string) => void): Promise<string | null> {
    if (used !== this.device.token) return this.device.token;
    this.renewing ??= this.again(soft).finally(() => (this.renewing = null));
    const token = await this.renewing;
    if (token !== null) renewed(token);
    return token;
  }

  private async again(soft: boolean): Promise<string | null> {
    if (!soft) return this.giveUp(LOGGED_OUT);
    while (!this.signal.aborted) {
      try {
        this.device = await logInAgain(this.settings, this.file, this.device);
        return this.device.token;
      } catch (error) {
        if (error instanceof SettingsProblem) return this.giveUp(error.message);
        await delay(failureOf(error).retryAfter ?? RETRY, undefined, { signal: this.signal }).catch(() => undefined);
      }
    }
    return null;
  }

  private giveUp(sentence: string): null {
    this.lost(sentence);
    return null;
  }
}

/** The first thing that ends the session is told, and nothing else goes on. */
function once<Reason>(running: AbortController, tell: (reason: Reason) => void): (reason: Reason) => void {
  return (reason) => {
    if (running.signal.aborted) return;
    running.abort();
    tell(reason);
  };
}

/** Refusals of the homeserver as such; anything else is a bug, or the store's own sentence. */
function translated(error: unknown): unknown {
  const isRemote = error instanceof Error && /^(NoAnswer|ConnectionError|M_\w+|HTTPError|AbortError|TimeoutError|Unknown error code)$/.test(error.name);
  return isRemote ? failureOf(error) : error;
}

const nothing = (): void => {};
/** What the SDK would write names accounts and rooms. */
const quiet: SdkLogger = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, getChild: () => quiet };

/** Parts of the SDK that belong to no client have a logger of their own. */
function silence(): void {
  // oxlint-disable-next-line typescript/no-deprecated -- deprecated for writing to, not for silencing
  Object.assign(sdkLogger, { ...quiet, log: nothing });
}
