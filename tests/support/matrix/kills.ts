import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { expect } from 'vitest';
import type { ChildOrder } from './kill-child.ts';
import { Human } from './human.ts';
import type { SharedHomeserver } from './synapse.ts';

export interface KillReport {
  readonly kills: number;
  readonly saidByPeople: number;
  readonly saidByBot: number;
  /** From opening the session to the first batch in the inbox, ms, over all restarts. */
  readonly restarts: readonly number[];
}

/**
 * SIGKILLs the bot again and again while both sides talk in an encrypted room whose keys change every three messages. Then
 * checks: everything either side said can be read by the other, once; the bot is still the one device.
 */
export async function killAndCheck(server: SharedHomeserver, kills: number): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const account = await server.register('bot', 'Bot');
  const human = await Human.arrive(server, 'amira', 'Amira');
  const restarts: number[] = [];
  const said: string[] = [];
  const talking = new AbortController();
  let talk: Promise<void> = Promise.resolve();
  let child: ChildProcess | null = null;
  try {
    const rotation = { algorithm: 'm.megolm.v1.aes-sha2', rotation_period_msgs: 3 };
    const room = await human.createRoom({ encrypted: true, state: [{ type: 'm.room.encryption', state_key: '', content: rotation }], invite: [account.userId] });
    const order: ChildOrder = { folder, homeserver: server.url, user: account.userId, password: account.password, room };
    child = await raise(order, restarts);
    await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot', 60_000);
    // Until its keys are known to her, what she says is not for it.
    await human.untilSees(room, /^bot 1$/, 60_000);
    await human.crypto.getUserDeviceInfo([account.userId], true);
    talk = (async () => {
      for (let n = 1; !talking.signal.aborted; n++) {
        said.push(await human.say(room, `human ${n}`));
        await delay(20);
      }
    })();
    for (let kill = 0; kill < kills; kill++) {
      await delay(200 + Math.random() * 1_500);
      child.kill('SIGKILL');
      await once(child, 'close');
      child = await raise(order, restarts);
    }
    await delay(1_000);
    talking.abort();
    await talk;
    const last = said.at(-1)!;
    await expect.poll(() => inbox(folder).has(last), { timeout: 60_000, interval: 200 }).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'close');
    await check({ server, human, room, folder, account, said });
    return { kills, saidByPeople: said.length, saidByBot: ledger(folder).length, restarts: restarts.slice(1) };
  } finally {
    talking.abort();
    await talk.catch(() => undefined);
    child?.kill('SIGKILL');
    human.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function raise(order: ChildOrder, restarts: number[]): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-child.ts')], { env: { ...process.env, CHILD: JSON.stringify(order) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  for (let waited = 0; !/^first \d+/m.test(output); waited += 20) {
    if (child.exitCode !== null || waited > 90_000) throw new Error(`the bot did not come up: ${complaints}`);
    await delay(20);
  }
  restarts.push(Number(/^first (\d+)/m.exec(output)![1]));
  return child;
}

/** What the bot heard: key → payload, of people only. */
function inbox(folder: string): Map<string, { readonly sender: string; readonly unreadable: boolean; readonly content: { readonly body?: string } }> {
  const raw = new Sqlite(join(folder, 'inbox.db'), { readonly: true });
  try {
    const rows = raw.prepare<[], { key: string; payload: string }>('SELECT key, payload FROM inbox').all();
    return new Map(rows.map(({ key, payload }) => [key, JSON.parse(payload) as never]));
  } finally {
    raw.close();
  }
}

function ledger(folder: string): { n: number; id: string }[] {
  return [...readFileSync(join(folder, 'ledger'), 'utf8').matchAll(/^done (\d+) (\S+)$/gm)].map(([, n, id]) => ({ n: Number(n), id: id! }));
}

async function check({ server, human, room, folder, account, said }: { server: SharedHomeserver; human: Human; room: string; folder: string; account: { userId: string; password: string }; said: readonly string[] }): Promise<void> {
  const heard = inbox(folder);
  const unreadable = [...heard].filter(([key]) => key.endsWith('?')).map(([key]) => key);
  expect(unreadable, 'what the bot could not read').toEqual([]);
  expect(said.filter((id) => heard.get(id) === undefined), 'what the bot never heard').toEqual([]);

  const done = ledger(folder);
  await human.untilSees(room, (seen) => seen.id === done.at(-1)!.id, 60_000);
  const shown = human.sees(room).filter(({ sender }) => sender === account.userId);
  expect(shown.filter((seen) => seen.unreadable !== null).map(({ id }) => id), 'what the bot said and she cannot read').toEqual([]);
  const bodies = shown.map(({ body }) => body);
  expect(bodies.filter((body, index) => bodies.indexOf(body) !== index), 'what the bot said twice').toEqual([]);
  expect(done.filter(({ id }) => !shown.some((seen) => seen.id === id)).map(({ n }) => n), 'what was called sent and is not there').toEqual([]);

  const login = await fetch(`${server.url}/_matrix/client/v3/login`, { method: 'POST', body: JSON.stringify({ type: 'm.login.password', identifier: { type: 'm.id.user', user: account.userId }, password: account.password, device_id: 'LOOK' }) });
  const { access_token: token } = (await login.json()) as { access_token: string };
  const answer = await fetch(`${server.url}/_matrix/client/v3/keys/query`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify({ device_keys: { [account.userId]: [] } }) });
  const { device_keys: keys } = (await answer.json()) as { device_keys: Record<string, object> };
  expect(Object.keys(keys[account.userId]!), 'devices with keys').toHaveLength(1);
}
