import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OpenSession } from '../../../adapters/matrix/session.ts';
import type { Account } from '../../support/matrix/accounts.ts';
import { standBetween, type Between } from '../../support/matrix/between.ts';
import { Inbox, placeFor, type Place } from '../../support/matrix/bot-session.ts';
import { Human } from '../../support/matrix/human.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';

/** What a panic of the Rust library becomes in JavaScript. */
const { RuntimeError } = (globalThis as unknown as { WebAssembly: { RuntimeError: new (message: string) => Error } }).WebAssembly;

/** What a session is made of, to break it in places no homeserver can. */
interface Inside {
  readonly parts: { readonly keys: { readonly file: { run(sql: string): void } }; readonly crypto: { olmMachine: { receiveSyncChanges: unknown } } };
}

onSynapse('nothing is acknowledged after', (server) => {
  let account: Account;
  let between: Between;
  let place: Place;
  let inbox: Inbox;
  let session: OpenSession;
  let human: Human;
  let room: string;

  beforeEach(async () => {
    account = await server().register('bot', 'Bot');
    between = await standBetween(server().url);
    place = placeFor(between.url, account);
    inbox = new Inbox();
    human = await Human.arrive(server(), 'amira', 'Amira');
    session = await place.open(inbox);
    room = await human.createRoom({ invite: [account.userId] });
    await inbox.until(({ stateKey, content }) => stateKey === account.userId && content['membership'] === 'join', 'that we joined');
    await human.until(() => human.client.getRoom(room)?.getMember(account.userId)?.membership === 'join', 'the bot');
  });
  afterEach(async () => {
    await session.stop();
    human.stop();
    await between.stop();
    place.remove();
  });

  const inside = (): Inside['parts'] => (session as unknown as Inside).parts;
  const syncs = (): number => between.calls.filter(({ path }) => path.endsWith('/sync')).length;

  /** The key comes again at the next start, for the homeserver was never told that we have it. */
  const panicsAndRecovers = async (mend: () => void): Promise<void> => {
    const asked = syncs();
    await human.say(room, 'verloren?');
    await expect.poll(() => place.told.panics.length, { timeout: 20_000 }).toBe(1);
    await human.say(room, 'noch etwas');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(syncs() - asked).toBeLessThanOrEqual(1);
    expect(inbox.heard('verloren?')).toEqual([]);
    await expect(session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'x' }, 't1')).rejects.toMatchObject({ neverSent: true });
    mend();
    await session.stop();
    session = await place.open(inbox);
    await inbox.untilHeard('verloren?');
    await inbox.untilHeard('noch etwas');
    expect(inbox.keys.filter((key) => key.endsWith('?'))).toEqual([]);
    expect(place.told.panics).toHaveLength(1);
  };

  test('a key could not be saved', async () => {
    inside().keys.file.run('ALTER TABLE idb_record RENAME TO hidden');
    await panicsAndRecovers(() => inside().keys.file.run('ALTER TABLE hidden RENAME TO idb_record'));
  });

  test('the crypto library has panicked', async () => {
    inside().crypto.olmMachine.receiveSyncChanges = () => {
      throw new RuntimeError('unreachable');
    };
    await panicsAndRecovers(() => {});
    expect(place.told.panics[0]).toBeInstanceOf(RuntimeError);
  });

  test('the crypto library has panicked over something we say', async () => {
    Object.assign(inside().crypto.olmMachine, {
      encryptRoomEvent: () => {
        throw new RuntimeError('unreachable');
      },
    });
    await expect(session.send(room, 'm.room.message', { msgtype: 'm.text', body: 'geheim' }, 't1')).rejects.toMatchObject({ neverSent: true });
    expect(place.told.panics).toHaveLength(1);
    expect(between.calls.filter(({ path }) => path.includes('/send/'))).toEqual([]);
  });

  test('the state of the sync could not be saved', async () => {
    inside().keys.file.run('CREATE TRIGGER broken BEFORE UPDATE ON entry BEGIN SELECT RAISE(FAIL, \'disk\'); END');
    await human.say(room, 'gehört');
    await expect.poll(() => place.told.panics.length, { timeout: 20_000 }).toBe(1);
    const asked = syncs();
    await human.say(room, 'noch etwas');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(syncs()).toBe(asked);
    inside().keys.file.run('DROP TRIGGER broken');
    await session.stop();
    session = await place.open(inbox);
    await inbox.untilHeard('noch etwas');
    await inbox.untilHeard('gehört');
    expect(inbox.keys.filter((key) => key.endsWith('?'))).toEqual([]);
  });

  test('the SDK has worked through another answer than the one we saw', async () => {
    const { store, synced } = inside() as unknown as { store: { onBatch(batch: object): Promise<unknown> }; synced: object };
    expect(synced).toBeDefined();
    await expect(store.onBatch({ next_batch: 'another' })).rejects.toThrow('over');
    expect(String(place.told.panics[0])).toContain('in another way than we know');
  });
});
