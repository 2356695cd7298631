import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OpenSession } from '../../../adapters/matrix/session.ts';
import { MatrixFailure } from '../../../adapters/matrix/wire.ts';
import { SettingsProblem } from '../../../src/ports/messenger.ts';
import type { Account } from '../../support/matrix/accounts.ts';
import { standBetween, type Between } from '../../support/matrix/between.ts';
import { Inbox, placeFor, type Place } from '../../support/matrix/bot-session.ts';
import { freePort } from '../../support/matrix/synapse-process.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';

const PASSWORD = 'correct horse battery';

onSynapse('logging in', (server) => {
  let account: Account;
  let between: Between;
  let place: Place;
  const open: OpenSession[] = [];

  beforeEach(async () => {
    account = await server().register('bot', 'Bot');
    between = await standBetween(server().url);
    place = placeFor(between.url, account);
  });
  afterEach(async () => {
    for (const session of open.splice(0)) await session.stop();
    await between.stop();
    place.remove();
  });

  const login = async (...how: Parameters<Place['login']>): Promise<OpenSession> => {
    const session = await place.login(...how);
    open.push(session);
    return session;
  };
  const stop = async (): Promise<void> => open.pop()!.stop();
  const devices = async (): Promise<string[]> => {
    const answer = await fetch(`${server().url}/_matrix/client/v3/devices`, { headers: { authorization: `Bearer ${account.accessToken}` } });
    const { devices: all } = (await answer.json()) as { devices: { device_id: string }[] };
    return all.map(({ device_id: id }) => id).filter((id) => id !== account.deviceId);
  };
  const logins = (): number => between.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/login')).length;
  const refused = async (how: Parameters<Place['login']>[0], ...words: string[]): Promise<void> => {
    const error: unknown = await place.login(how).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(SettingsProblem);
    const { message } = error as Error;
    for (const word of words) expect(message).toContain(word);
    for (const secret of [account.password, PASSWORD, account.accessToken, 'wrong']) expect(message).not.toContain(secret);
    expect(message).toMatch(/^[A-Z][^\n]*\.$/);
  };

  test('the second start goes on as the same device, without logging in, and the recovery key is shown once', async () => {
    const first = await login();
    const { deviceId } = first;
    await stop();
    const again = await login({ password: null });
    expect(again.deviceId).toBe(deviceId);
    expect(again.userId).toBe(account.userId);
    expect(logins()).toBe(1);
    expect(place.told.recoveryKeys).toHaveLength(1);
    expect(await devices()).toEqual([deviceId]);
    expect(place.told.log.join('\n')).not.toContain(place.told.recoveryKeys[0]!);
  });

  test('killed between the login and the first key: the next start makes no second device', async () => {
    let logged = 0;
    between.change = (call, { body, status }) => {
      if (!call.path.endsWith('/login') || logged++ > 0) return body;
      expect(status).toBe(200);
      throw new Error('the answer is lost');
    };
    await expect(place.login()).rejects.toBeInstanceOf(MatrixFailure);
    const { deviceId } = await login();
    expect(await devices()).toEqual([deviceId]);
  });

  test('by access token, of a device without keys', async () => {
    const { deviceId } = await login({ password: null, accessToken: account.accessToken });
    expect(deviceId).toBe(account.deviceId);
    expect(logins()).toBe(0);
  });

  describe('is refused with one sentence that names the setting, and never its value', () => {
    test('wrong password', async () => refused({ password: 'wrong' }, 'MATRIX_USER_ID', 'MATRIX_PASSWORD'));
    test('no password', async () => refused({ password: null }, 'MATRIX_PASSWORD', 'MATRIX_ACCESS_TOKEN'));
    test('wrong token', async () => refused({ accessToken: 'wrong' }, 'MATRIX_ACCESS_TOKEN'));
    test('an unknown homeserver', async () => refused({ homeserver: 'http://no-such-host.invalid' }, 'MATRIX_HOMESERVER_URL'));
    test('what is no homeserver', async () => {
      between.instead = () => ({ status: 404, body: { sorry: true } });
      await refused({}, 'MATRIX_HOMESERVER_URL');
    });
    test('no password taken', async () => {
      between.instead = ({ path }) => (path.endsWith('/login') ? { status: 403, body: { errcode: 'M_UNKNOWN', error: 'Password login has been disabled.' } } : null);
      await refused({}, 'MATRIX_ACCESS_TOKEN');
    });
    test("another's token", async () => {
      const other = await server().register('other');
      await refused({ accessToken: other.accessToken }, 'MATRIX_ACCESS_TOKEN', 'MATRIX_USER_ID');
    });
    test('the token of a device whose keys are elsewhere', async () => {
      await login({ accessToken: account.accessToken });
      await stop();
      rmSync(place.settings().store);
      await refused({ accessToken: account.accessToken }, 'MATRIX_ACCESS_TOKEN', place.settings().store);
    });
    test('the keys of another account', async () => {
      await login();
      await stop();
      await refused({ user: '@somebody:else.org' }, 'MATRIX_USER_ID', place.settings().store);
    });
    test('/whoami names another device, or another account', async () => {
      await login();
      await stop();
      for (const change of [{ device_id: 'OTHER' }, { user_id: '@other:synapse.test' }]) {
        between.change = ({ path }, { body }) => (path.endsWith('/whoami') ? { ...(body as object), ...change } : body);
        await refused({}, place.settings().store, 'MATRIX_ACCESS_TOKEN');
      }
    });
    test('a token that has expired for good', async () => {
      const session = await login();
      await stop();
      await fetch(`${server().url}/_matrix/client/v3/logout`, { method: 'POST', headers: { authorization: `Bearer ${tokenOf(place)}` } });
      await refused({}, 'MATRIX_RECOVERY_KEY', 'MATRIX_PASSWORD');
      expect(await devices()).not.toContain(session.deviceId);
      expect(existsSync(place.settings().store)).toBe(true);
    });
  });

  test('a homeserver that is away is no problem of the settings: it may be tried again', async () => {
    await login();
    await stop();
    const error: unknown = await place.login({ homeserver: `http://127.0.0.1:${await freePort()}` }).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(MatrixFailure);
    expect(error).toMatchObject({ neverSent: true });
    await login();
  });

  describe('a soft logout', () => {
    let expired: Set<string | null>;
    beforeEach(() => {
      expired = new Set();
      between.instead = ({ token }) => (expired.has(token) ? { status: 401, body: { errcode: 'M_UNKNOWN_TOKEN', error: 'expired', soft_logout: true } } : null);
    });

    test('in the middle: logs in again on the same device and goes on', async () => {
      const inbox = new Inbox();
      const session = await place.open(inbox);
      open.push(session);
      await expect.poll(() => inbox.batches.length, { timeout: 20_000 }).toBeGreaterThan(0);
      expired.add(tokenOf(between));
      const other = await server().register('amira');
      const room = await session.openDirect(other.userId);
      await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'still here' }, 't1');
      expect(await devices()).toEqual([session.deviceId]);
      expect(logins()).toBe(2);
      expect(place.told.lost).toEqual([]);
    });

    test('at the start, with the password or without', async () => {
      const { deviceId } = await login();
      await stop();
      expired.add(tokenOf(place));
      await refused({ password: null }, 'MATRIX_PASSWORD');
      expect((await login()).deviceId).toBe(deviceId);
      expect(await devices()).toEqual([deviceId]);
    });
  });

  test('a hard logout in the middle ends it with one sentence, and makes no new device', async () => {
    const inbox = new Inbox();
    const session = await place.open(inbox);
    open.push(session);
    await expect.poll(() => inbox.batches.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await fetch(`${server().url}/_matrix/client/v3/logout`, { method: 'POST', headers: { authorization: `Bearer ${tokenOf(between)}` } });
    await expect.poll(() => place.told.lost.length, { timeout: 40_000 }).toBe(1);
    expect(place.told.lost[0]).toContain('MATRIX_RECOVERY_KEY');
    expect(logins()).toBe(1);
    expect(await devices()).toEqual([]);
    expect(place.told.panics).toEqual([]);
  });

  test('with a passphrase nothing secret is in the file', async () => {
    await login({ storePassphrase: PASSWORD });
    const token = tokenOf(between);
    await stop();
    const file = readFileSync(join(place.folder, 'matrix.db'), 'latin1');
    for (const secret of [token, place.told.recoveryKeys[0]!, account.password]) expect(file).not.toContain(secret);
    await refused({ storePassphrase: null }, 'MATRIX_STORE_PASSPHRASE');
    await refused({ storePassphrase: 'wrong' }, 'MATRIX_STORE_PASSPHRASE');
    await login({ storePassphrase: PASSWORD, password: null });
  });

  /** The newest token that was used, or the one in the file. */
  function tokenOf(where: Between | Place): string {
    if ('calls' in where) return where.calls.findLast(({ token }) => token !== null)!.token!;
    return /"token":"([^"]+)"/.exec(readFileSync(where.settings().store, 'latin1'))![1]!;
  }
});
