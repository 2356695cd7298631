import type { Intake } from '../../src/ports/messenger.ts';
import type { Session } from './wire.ts';

/** Where we log in, as whom, and what we keep. No value of these is ever written into a log or a sentence. */
export interface MatrixSettings {
  /** MATRIX_HOMESERVER_URL: the address of the client API, or a server name whose .well-known says it. */
  readonly homeserver: string;
  /** MATRIX_USER_ID: `@name:server`. */
  readonly user: string;
  /** MATRIX_PASSWORD: for the first login, and for another after a soft logout. */
  readonly password: string | null;
  /** MATRIX_ACCESS_TOKEN: in the password's stead. */
  readonly accessToken: string | null;
  /** MATRIX_RECOVERY_KEY: only after a lost store, or for an account that already has an identity. */
  readonly recoveryKey: string | null;
  /** The file that holds device, token and keys; never to be copied back from a backup. */
  readonly store: string;
  /** MATRIX_STORE_PASSPHRASE: everything secret in that file is encrypted with it. */
  readonly storePassphrase: string | null;
  /** MATRIX_ALLOWED_ROOMS: room ids, aliases or `:server` names whose invitations are accepted whoever sends them. */
  readonly allowedRooms: readonly string[];
  /** MATRIX_SHARE_KEYS: `signed` gives message keys only to devices their owners have verified. */
  readonly shareKeys: 'any' | 'signed';
  /** What people see in the list of the account's devices. */
  readonly deviceName: string;
}

/** What the session asks, and whom it tells. */
export interface SessionCallbacks {
  /** Whether an invitation from this account is accepted, wherever it leads. */
  readonly mayInvite: (account: string) => boolean | Promise<boolean>;
  /** Whether this account may verify us by comparing emojis. */
  readonly isOfficer: (account: string) => boolean | Promise<boolean>;
  /** Once in the life of the account's identity: for the operator's eyes, never for the log. */
  readonly showRecoveryKey: (recoveryKey: string) => void;
  /** The seven emojis of a verification, in order, to be compared with the other side's. */
  readonly showEmojis: (account: string, emojis: readonly { readonly symbol: string; readonly name: string }[]) => void;
  /** A person must look before it can go on (exit 78). */
  readonly onLost: (sentence: string) => void;
  /** Nothing may be acknowledged any more; end the process and start again (exit 70). */
  readonly onPanic: (error: unknown) => void;
}

/** For health, metrics and the doctor: whether we can read what people write, not only whether we are connected. */
export interface SessionHealth {
  /** ms since the epoch; null: nothing since the start. */
  readonly lastSync: number | null;
  readonly lastDecrypted: number | null;
  /** Messages remembered because their key has not come. */
  readonly unreadable: number;
  /** Since the start. */
  readonly decrypted: number;
  readonly undecryptable: number;
  /** Events too large to be taken, and events of a gap too long to be fetched. */
  readonly dropped: number;
  readonly invitesRefused: number;
  /** Our device is signed by our own identity, so that strict clients talk to us. */
  readonly crossSigned: boolean;
  /** Room keys are kept on the server, encrypted. */
  readonly backedUp: boolean;
}

export interface OpenSession extends Session {
  /** Begins to receive: every batch is committed by `intake` before the homeserver may forget it. Resolves when the first sync is under way. */
  start(intake: Intake): Promise<void>;
  /** Receives nothing more after this resolves; the store is closed, and nothing can be sent. */
  stop(): Promise<void>;
  health(): Promise<SessionHealth>;
}
