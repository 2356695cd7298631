import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PrismaClient } from '../../prisma/generated/sqlite/client.ts';
import { migrationsFolder } from '../../adapters/storage/migrate.ts';
import { SqliteDriver, openSqlite } from '../../adapters/storage/sqlite-driver.ts';

const beginning = readFileSync(join(migrationsFolder('sqlite'), '20261122140000_beginning/migration.sql'), 'utf8');
let folder: string;
let file: string;
let client: PrismaClient;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
  file = join(folder, 'test.db');
  const raw = openSqlite(file);
  raw.exec(beginning);
  raw.close();
  client = new PrismaClient({ adapter: new SqliteDriver(file) });
});

afterEach(async () => {
  await client.$disconnect();
  rmSync(folder, { recursive: true });
});

describe('connections', () => {
  test('keep what durability and erasure rest on', () => {
    const raw = openSqlite(file);
    const answers = ['journal_mode', 'synchronous', 'busy_timeout', 'foreign_keys', 'secure_delete'].map((name) => raw.pragma(name, { simple: true }));
    expect(answers).toEqual(['wal', 2, 5000, 1, 1]);
    raw.close();
  });

  test('refuse a file that cannot have a write-ahead log', () => {
    expect(() => openSqlite('')).toThrow('SQLite answers journal_mode');
  });
});

describe('transactions', () => {
  test('a write outside an open transaction is refused instead of joining it', async () => {
    const open = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    const transaction = client.$transaction(async (sql) => {
      await sql.marker.create({ data: { key: 'inside', value: '1' } });
      open.resolve();
      await end.promise;
      throw new Error('rolled back');
    });
    await open.promise;
    await expect(client.marker.create({ data: { key: 'outside', value: '1' } })).rejects.toThrow('readonly');
    expect(await client.marker.findMany()).toEqual([]);
    end.resolve();
    await expect(transaction).rejects.toThrow('rolled back');
    expect(await client.marker.findMany()).toEqual([]);
  });

  test('take turns in order of call, 256 at once', async () => {
    const order: number[] = [];
    const all = Array.from({ length: 256 }, (_, index) =>
      client.$transaction(
        async (sql) => {
          const count = Number((await sql.marker.findUnique({ where: { key: 'n' } }))?.value ?? 0);
          await sql.marker.upsert({ where: { key: 'n' }, create: { key: 'n', value: '1' }, update: { value: String(count + 1) } });
          order.push(index);
        },
        { maxWait: 60_000, timeout: 60_000 },
      ),
    );
    await Promise.all(all);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect((await client.marker.findUnique({ where: { key: 'n' } }))?.value).toBe('256');
  });

  test('one that asks for an isolation level sees one state throughout and cannot write', async () => {
    await client.$transaction((sql) => sql.marker.create({ data: { key: 'a', value: '1' } }));
    await client.$transaction(
      async (sql) => {
        const before = await sql.marker.findUnique({ where: { key: 'a' } });
        await client.$transaction((writing) => writing.marker.update({ where: { key: 'a' }, data: { value: '2' } }));
        expect(await sql.marker.findUnique({ where: { key: 'a' } })).toEqual(before);
      },
      { isolationLevel: 'Serializable' },
    );
    const writing = client.$transaction((sql) => sql.marker.deleteMany(), { isolationLevel: 'Serializable' });
    await expect(writing).rejects.toThrow('readonly');
    expect((await client.marker.findUnique({ where: { key: 'a' } }))?.value).toBe('2');
  });

  test("wait for another program's write lock without holding up the event loop", async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const ticker = setInterval(() => (ticks += 1), 10);
    const waiting = client.$transaction((sql) => sql.marker.create({ data: { key: 'a', value: '1' } }));
    setTimeout(() => {
      other.exec('COMMIT');
      other.close();
    }, 300);
    await waiting;
    clearInterval(ticker);
    expect(ticks).toBeGreaterThan(10);
  });
});

describe('values and errors', () => {
  test('an instant stands in the file as readable, sortable text', async () => {
    const startedAt = new Date('2018-11-15T22:59:59.007Z');
    await client.$transaction((sql) => sql.dialog.create({ data: { id: 'd', command: 'c', data: '{}', startedAt, expiresAt: startedAt } }));
    const raw = new Sqlite(file, { readonly: true });
    expect(raw.prepare('SELECT startedAt FROM Dialog').pluck().get()).toBe('2018-11-15T22:59:59.007Z');
    raw.close();
    expect(await client.dialog.findFirst({ where: { startedAt: { lte: startedAt } } })).toMatchObject({ startedAt });
  });

  test('broken constraints have their Prisma codes', async () => {
    const data = { key: 'a', value: '1' };
    const twice = client.$transaction(async (sql) => {
      await sql.marker.create({ data });
      await sql.marker.create({ data });
    });
    await expect(twice).rejects.toMatchObject({ code: 'P2002' });
    const empty = client.$transaction((sql) => sql.$executeRaw`INSERT INTO "Marker" ("key", "value") VALUES ('b', NULL)`);
    await expect(empty).rejects.toMatchObject({ code: 'P2010' });
    const nowhere = client.$transaction((sql) => sql.$queryRaw`SELECT * FROM "Nowhere"`);
    await expect(nowhere).rejects.toThrow(/Nowhere/);
  });
});
