import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenSession } from '../../../adapters/matrix/session.ts';
import { SettingsProblem } from '../../../src/ports/messenger.ts';
import type { Account } from '../../support/matrix/accounts.ts';
import { standBetween, type Between } from '../../support/matrix/between.ts';
import { Inbox, placeFor, type Place } from '../../support/matrix/bot-session.ts';
import { Human } from '../../support/matrix/human.ts';
import { trusts, verify } from '../../support/matrix/human-verify.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';

/** Well-formed, and nobody's. */
const FOREIGN_KEY = 'EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d';

onSynapse('the identity', (server) => {
  let account: Account;
  let between: Between;
  let place: Place;
  let inbox: Inbox;
  let human: Human;
  const open: OpenSession[] = [];

  beforeEach(async () => {
    account = await server().register('bot', 'Bot');
    between = await standBetween(server().url);
    place = placeFor(between.url, account);
    inbox = new Inbox();
    human = await Human.arrive(server(), 'amira', 'Amira');
  });
  afterEach(async () => {
    for (const session of open.splice(0)) await session.stop();
    human.stop();
    await between.stop();
    place.remove();
    expect(place.told.panics).toEqual([]);
  });

  const start = async (...how: Parameters<Place['login']>): Promise<OpenSession> => {
    const session = await place.open(inbox, ...how);
    open.push(session);
    return session;
  };
  const stop = async (): Promise<void> => open.pop()!.stop();
  const loseStore = (): void => {
    for (const suffix of ['', '-wal']) rmSync(`${place.settings().store}${suffix}`, { force: true });
  };
  const uploads = (): number => between.calls.filter(({ path }) => path.endsWith('/keys/device_signing/upload')).length;
  const refusal = async (change: Parameters<Place['login']>[0]): Promise<string> => {
    const error: unknown = await place.login(change).catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(SettingsProblem);
    return (error as Error).message;
  };
  const together = async (): Promise<string> => {
    const room = await human.createRoom({ invite: [account.userId] });
    await inbox.until(({ stateKey, content, room: { id } }) => stateKey === account.userId && content['membership'] === 'join' && id === room, 'that we joined');
    await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot');
    return room;
  };

  test('after a lost store is recovered by its key: a new device, signed, that can read the past; and nothing else recovers it', async () => {
    await start();
    const room = await together();
    await human.say(room, 'vorher');
    await inbox.untilHeard('vorher');
    await expect.poll(() => between.calls.some(({ method, path }) => method === 'PUT' && path.includes('/room_keys/keys')), { timeout: 30_000 }).toBe(true);
    const [key] = place.told.recoveryKeys as [string];
    const first = open.at(-1)!.deviceId;
    await stop();
    await human.say(room, 'dazwischen');
    loseStore();

    expect(await refusal({})).toContain('MATRIX_RECOVERY_KEY');
    expect(await refusal({ recoveryKey: FOREIGN_KEY })).toMatch(/^MATRIX_RECOVERY_KEY is not the recovery key/);
    expect(await refusal({ recoveryKey: 'EsTc LW2K' })).toMatch(/^MATRIX_RECOVERY_KEY is not the recovery key/);
    expect(uploads()).toBe(1);

    const session = await start({ recoveryKey: key });
    expect(session.deviceId).not.toBe(first);
    await expect.poll(async () => session.health(), { timeout: 20_000 }).toMatchObject({ crossSigned: true, backedUp: true });
    expect(uploads()).toBe(1);
    expect(place.told.recoveryKeys).toEqual([key]);
    expect(place.told.log.join('\n')).toContain('room keys were restored');
    // A strict client talks to the new device.
    await human.say(room, 'nachher');
    await inbox.untilHeard('nachher');
    await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'wieder da' }, 't2');
    expect(await human.untilSees(room, /wieder da/)).toMatchObject({ unreadable: null });
    // What was said before is read again, and known by its id.
    expect(inbox.heard('vorher')).toHaveLength(1);
    await stop();
    await start({ recoveryKey: null, password: null });
  }, 90_000);

  test('a crash anywhere while it is made is made good at the next start, with the key that was made first', async () => {
    const steps = ['/keys/upload', '/keys/device_signing/upload', '/keys/signatures/upload', '/account_data/m.secret_storage.default_key', '/account_data/m.cross_signing.master', '/account_data/m.cross_signing.self_signing', '/room_keys/version', '/account_data/m.megolm_backup.v1'];
    for (const step of steps) {
      between.instead = ({ method, path }) => (method !== 'GET' && path.endsWith(step) ? { status: 400, body: { errcode: 'M_UNKNOWN', error: 'broken' } } : null);
      const ended = await place.login().then(async (session) => (await session.stop(), 'open'), (error: unknown) => (error as { status?: unknown }).status);
      expect(ended, step).toBe(400);
    }
    between.instead = () => null;
    const session = await start();
    await expect.poll(async () => session.health(), { timeout: 20_000 }).toMatchObject({ crossSigned: true, backedUp: true });
    expect(place.told.recoveryKeys).toHaveLength(1);
    const room = await together();
    await human.say(room, 'Guten Tag');
    await inbox.untilHeard('Guten Tag');
    await stop();
    loseStore();
    await start({ recoveryKey: place.told.recoveryKeys[0]! });
  }, 90_000);

  test('keys only to signed devices, where it is so set', async () => {
    const session = await start({ shareKeys: 'signed' });
    const room = await together();
    await human.say(room, 'von einem signierten Gerät');
    await inbox.untilHeard('von einem signierten Gerät');
    await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'Antwort' }, 't1');
    expect(await human.untilSees(room, /Antwort/)).toMatchObject({ unreadable: null });
  });

  test('the officer verifies it by comparing emojis; somebody else is turned down', async () => {
    const session = await start({}, { isOfficer: (who) => who === human.userId });
    const room = await session.openDirect(human.userId);
    await human.acceptInvitation(account.userId);
    await session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'Guten Tag' }, 't1');
    await human.untilSees(room, /Guten Tag/);
    let seen: readonly string[] = [];
    await verify(human, account.userId, room, async (emojis) => {
      seen = emojis;
      await expect.poll(() => place.told.emojis.length).toBe(1);
      return true;
    });
    expect(seen).toHaveLength(7);
    expect(place.told.emojis).toEqual([{ account: human.userId, emojis: seen.map((symbol) => ({ symbol, name: expect.any(String) as string })) }]);
    expect(await trusts(human, account.userId)).toBe(true);

    const stranger = await Human.arrive(server(), 'stranger');
    try {
      const other = await session.openDirect(stranger.userId);
      await stranger.acceptInvitation(account.userId);
      await session.send(other, 'm.room.message', { msgtype: 'm.text', body: 'Guten Tag' }, 't2');
      await stranger.untilSees(other, /Guten Tag/);
      await expect(verify(stranger, account.userId, other, () => true)).rejects.toThrow('called off');
      expect(place.told.emojis).toHaveLength(1);
    } finally {
      stranger.stop();
    }
  });
});
