/**
 * What crosses between the session, which knows the SDK, and the rest of this adapter, which does not.
 * Event types, fields and error codes: https://spec.matrix.org/latest/client-server-api/
 */

export type Content = Readonly<Record<string, unknown>>;

/** One thing that happened in a room, decrypted and complete in itself: its JSON is what the inbox keeps. */
export interface RoomEvent {
  /** The event's id: the key that makes it unique. An unreadable one is stored as `<id>?`, so that it is heard when its key comes. */
  readonly id: string;
  /** Our own account: what we said or what was done to us is known by it. */
  readonly self: string;
  readonly type: string;
  readonly stateKey: string | null;
  readonly sender: string;
  /** Raw, as the room knows the sender; null where it knows no name. */
  readonly senderName: string | null;
  /** Another bot or a bridge's own account; never a person. */
  readonly senderIsBot: boolean;
  /** The sender's power in the room is at least that of a moderator (50). */
  readonly moderator: boolean;
  /** `origin_server_ts`, ms. */
  readonly at: number;
  readonly content: Content;
  /** For state events: what it replaced. */
  readonly previous: Content | null;
  /** The id of the event that this one redacts. */
  readonly redacts: string | null;
  /** Encrypted, and its key is not (yet) here; content is then the encrypted one. */
  readonly unreadable: boolean;
  readonly room: {
    readonly id: string;
    readonly title: string | null;
    /** A direct room: one person and us. */
    readonly direct: boolean;
    readonly encrypted: boolean;
  };
}

/** A logged-in device in its rooms. Every method that talks to the homeserver rejects with MatrixFailure. */
export interface Session {
  readonly userId: string;
  readonly deviceId: string;
  /** Sends a message or reaction, encrypted where the room is (reactions never are, by the specification). The same `transaction` again is the same event. */
  send(room: string, type: string, content: Content, transaction: string): Promise<string>;
  redact(room: string, event: string, transaction: string): Promise<void>;
  /** The direct room with this account: the one there is, or a new encrypted one into which it is invited. */
  openDirect(account: string): Promise<string>;
  /** Looks back in the room for one of our own events whose content carries this marker (`de.miteinander.effect`). */
  findByMarker(room: string, marker: string): Promise<string | null>;
  /** Uploads bytes as they are; answers the mxc:// address. */
  upload(bytes: Uint8Array, type: string, name: string | null): Promise<string>;
  /** The bytes at an mxc:// address, as they lie there; null: more than `most`, and no more was read. */
  download(address: string, most: number, signal: AbortSignal): Promise<Uint8Array | null>;
  isDirect(room: string): boolean;
  isEncrypted(room: string): boolean;
}

/** A call to the homeserver that did not succeed. Its message never holds a token or a text. */
export class MatrixFailure extends Error {
  /** `M_LIMIT_EXCEEDED`, `M_FORBIDDEN` …; null: nothing came back that Matrix defines. */
  readonly code: string | null;
  /** HTTP status; null: no answer. */
  readonly status: number | null;
  /** ms, where the server named it. */
  readonly retryAfter: number | null;
  /** The request surely never reached the server: name not found, connection refused; or, with a `retryAfter`, something was missing here for this one room. */
  readonly neverSent: boolean;

  constructor(problem: { code: string | null; status: number | null; retryAfter: number | null; neverSent: boolean; message: string }) {
    super(problem.message);
    this.code = problem.code;
    this.status = problem.status;
    this.retryAfter = problem.retryAfter;
    this.neverSent = problem.neverSent;
  }
}

/** Polls and their words under the unstable names that clients send and read (MSC3381, MSC1767); not all know the stable ones. */
export const POLL = 'org.matrix.msc3381.poll';
export const TEXT = 'org.matrix.msc1767.text';

/** In the content of everything we send: which effect it carries out (P3). */
export const MARKER = 'de.miteinander.effect';
