import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CommitFailed, DatabaseBusy, DatabaseInUse, DatabaseUnusable } from '../../adapters/storage/errors.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import type { Postgres } from '../support/postgres.ts';

describe.skipIf(postgresMissing !== null)(`a store on PostgreSQL${postgresMissing === null ? '' : ` (${postgresMissing})`}`, () => {
  let postgres: Postgres;
  let url: string;
  const onFatal = vi.fn<(error: CommitFailed) => void>();
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  beforeEach(async () => {
    url = await postgres.freshDatabase();
    onFatal.mockReset();
  });
  afterAll(() => postgres.stop());

  /** Ends the server's side of our connections, as a failing network or a restart would. */
  async function hangUp(which: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND ${which}`);
    await client.end();
  }

  const writing = `state = 'idle in transaction'`;

  test('one instance only', async () => {
    const store = await openStore(url, { onFatal });
    await expect(openStore(url, { onFatal })).rejects.toThrow(DatabaseInUse);
    await store.close();
    await (await openStore(url, { onFatal })).close();
    expect(onFatal).not.toHaveBeenCalled();
  });

  test('a connection lost in the middle of a transaction changes nothing, and the next one works', async () => {
    const store = await openStore(url, { onFatal });
    const lost = store.transact(async (unit) => {
      unit.kernel.setMarker('a', '1');
      await unit.kernel.rooms();
      await hangUp(writing);
      await unit.kernel.rooms();
    });
    await expect(lost).rejects.toThrow(/connection/);
    await store.transact(async (unit) => unit.kernel.setMarker('b', '1'));
    expect(await store.view(({ kernel }) => Promise.all([kernel.marker('a'), kernel.marker('b')]))).toEqual([null, '1']);
    expect(onFatal).not.toHaveBeenCalled();
    await store.close();
  });

  test('a connection lost at the commit is the end: nobody knows whether it is on disk', async () => {
    const store = await openStore(url, { onFatal });
    await expect(store.transact(() => hangUp(writing))).rejects.toThrow(CommitFailed);
    expect(onFatal).toHaveBeenCalledOnce();
    await expect(store.transact(async (unit) => unit.kernel.setMarker('late', '1'))).rejects.toThrow(CommitFailed);
    await store.close();
  });

  test('who loses the lock may not write any more', async () => {
    const store = await openStore(url, { onFatal });
    await hangUp(`application_name = 'miteinander (lock)'`);
    await vi.waitFor(() => expect(onFatal).toHaveBeenCalledOnce());
    await expect(store.transact(async () => 1)).rejects.toMatchObject({ exitCode: 70 });
    await store.close();
  });

  test('what is wrong with the address is said in a sentence without the password', async () => {
    const nowhere = await openStore('postgresql://someone:geheim@127.0.0.1:1/town', { onFatal }).catch((error: unknown) => error);
    expect(nowhere).toBeInstanceOf(DatabaseBusy);
    expect(String(nowhere)).toMatch(/127\.0\.0\.1:1\/town cannot be reached/);
    expect(String(nowhere)).not.toContain('geheim');
    const unknown = new URL(url);
    unknown.pathname = '/not_there';
    await expect(openStore(unknown.href, { onFatal })).rejects.toThrow(DatabaseUnusable);
  });
});
