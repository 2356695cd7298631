import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { bringSynapse } from '../../../scripts/synapse.ts';
import type { SharedHomeserver } from './synapse.ts';

const PROGRAM = fileURLToPath(new URL('nio-peer.py', import.meta.url));
const WAIT_MS = 15_000;

/** An event of a room's timeline as matrix-nio has it: each by itself, edits and reactions too. */
export interface PeerEvent {
  readonly id: string;
  readonly sender: string;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly redacts: string | null;
  readonly encrypted: boolean;
  readonly unreadable: boolean;
  /** matrix-nio finds it well-formed. */
  readonly valid: boolean;
}

/** A client of an independent make, encryption included, in a process of its own. It reads and writes to whomever it finds, signed or not. */
export class NioPeer {
  readonly userId: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  #orders = 0;
  #errors = '';

  private constructor(userId: string, child: ChildProcessWithoutNullStreams) {
    this.userId = userId;
    this.#child = child;
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#errors += text));
    createInterface({ input: child.stdout }).on('line', (line) => this.#hear(line));
    child.once('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`matrix-nio has ended:\n${this.#errors}`));
    });
    // Told when the process has ended; writing into its closed input is no news then.
    child.stdin.on('error', () => {});
  }

  /** A new account, logged in and synced once. */
  static async arrive(server: SharedHomeserver, localpart: string, displayName?: string): Promise<NioPeer> {
    const brought = await bringSynapse();
    if ('missing' in brought) throw new Error(brought.missing);
    const { userId, deviceId, accessToken } = await server.register(localpart, displayName);
    const peer = new NioPeer(userId, spawn(brought.python, [PROGRAM]));
    await peer.#order('login', { url: server.url, user: userId, device: deviceId, token: accessToken });
    return peer;
  }

  /** From now on the device is signed by an identity of its account; before, strict clients have no part in it. */
  async sign(): Promise<void> {
    await this.#order('sign', {});
  }

  async join(room: string): Promise<void> {
    await this.#order('join', { room });
  }

  /** Any event, encrypted where the room is (reactions never are). Answers the event's id, as do all that follow. */
  async send(room: string, type: string, content: Record<string, unknown>): Promise<string> {
    return this.#order('send', { room, type, content }) as Promise<string>;
  }

  async say(room: string, body: string): Promise<string> {
    return this.send(room, 'm.room.message', { msgtype: 'm.text', body });
  }

  async reply(room: string, to: string, body: string): Promise<string> {
    return this.send(room, 'm.room.message', { msgtype: 'm.text', body, 'm.relates_to': { 'm.in_reply_to': { event_id: to } } });
  }

  async react(room: string, event: string, key: string): Promise<string> {
    return this.send(room, 'm.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: event, key } });
  }

  async edit(room: string, event: string, body: string): Promise<string> {
    const relation = { rel_type: 'm.replace', event_id: event };
    return this.send(room, 'm.room.message', { msgtype: 'm.text', body: `* ${body}`, 'm.new_content': { msgtype: 'm.text', body }, 'm.relates_to': relation });
  }

  async redact(room: string, event: string): Promise<string> {
    return this.#order('redact', { room, event }) as Promise<string>;
  }

  /** All but state, oldest first; what could not be decrypted is tried again each time. */
  async seen(room: string): Promise<PeerEvent[]> {
    return this.#order('seen', { room }) as Promise<PeerEvent[]>;
  }

  /** The latest event that fits (whose body matches), as soon as there is one. */
  async untilSees(room: string, what: RegExp | ((event: PeerEvent) => boolean), timeout = WAIT_MS): Promise<PeerEvent> {
    const fits = typeof what === 'function' ? what : (event: PeerEvent) => typeof event.content['body'] === 'string' && what.test(event.content['body']);
    const late = performance.now() + timeout;
    for (;;) {
      const events = await this.seen(room);
      const found = events.findLast(fits);
      if (found !== undefined) return found;
      if (performance.now() > late) throw new Error(`${this.userId} waited in vain for ${String(what)} and has ${JSON.stringify(events, null, 1)}`);
      await pause(30);
    }
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.stdin.end();
    await once(this.#child, 'exit');
  }

  async #order(name: string, order: Record<string, unknown>): Promise<unknown> {
    const id = (this.#orders += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.stdin.write(`${JSON.stringify({ id, do: name, ...order })}\n`);
    });
  }

  #hear(line: string): void {
    const { id, result, error } = JSON.parse(line) as { id: number; result?: unknown; error?: string };
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error));
  }
}
