import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../adapters/storage/store.ts';
import type { DatabaseOptions } from '../../adapters/storage/database.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Store } from '../../src/ports/store.ts';
import { postgresMissing, startPostgres } from '../support/postgres.ts';
import type { Postgres } from '../support/postgres.ts';

export interface Place {
  readonly provider: 'sqlite' | 'postgresql';
  /** The URL of an empty database. */
  fresh(): Promise<string>;
  /** Runs `work` on a new, empty store. */
  on<T>(work: (store: Store, url: string) => Promise<T>, options?: Partial<DatabaseOptions>): Promise<T>;
}

/** The same suite on a real SQLite file and on a real PostgreSQL. */
export function eachStore(name: string, suite: (place: Place) => void): void {
  describe(`${name}: SQLite`, () => {
    let folder: string;
    let made = 0;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'store-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    suite(place('sqlite', async () => `file:${join(folder, `${(made += 1)}.db`)}`));
  });
  if (postgresMissing !== null && process.env['CI'] === 'true') {
    test(`${name}: PostgreSQL`, () => expect.fail(postgresMissing ?? ''));
  }
  describe.skipIf(postgresMissing !== null)(`${name}: PostgreSQL${postgresMissing === null ? '' : ` (${postgresMissing})`}`, () => {
    let postgres: Postgres;
    beforeAll(async () => {
      postgres = await startPostgres();
    }, 60_000);
    afterAll(() => postgres.stop());
    suite(place('postgresql', () => postgres.freshDatabase()));
  });
}

function place(provider: Place['provider'], fresh: () => Promise<string>): Place {
  return {
    provider,
    fresh,
    async on(work, options = {}) {
      const url = await fresh();
      const onFatal = (error: Error) => {
        throw error;
      };
      const store = await openStore(url, { onFatal, ...options });
      try {
        return await work(store, url);
      } finally {
        await store.close();
      }
    },
  };
}

/** An instant of the story, some minutes after Thursday 15 November 2018, noon. */
export function at(minutes: number): Instant {
  return (Date.UTC(2018, 10, 15, 11) + minutes * 60_000) as Instant;
}
