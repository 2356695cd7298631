import Database from 'better-sqlite3';
import pg from 'pg';

export type Row = Record<string, unknown>;

/** Reads a database past the store, for those who check it. Names in SQL stand in double quotes: PostgreSQL wants it so. */
export interface Reader {
  all(sql: string): Promise<Row[]>;
  tables(): Promise<string[]>;
  /** What the database says of itself: "ok". */
  integrity(): Promise<string>;
  close(): Promise<void>;
}

export function openReader(url: string): Promise<Reader> {
  return url.startsWith('file:') ? fileReader(url.slice('file:'.length)) : postgresReader(url);
}

async function fileReader(path: string): Promise<Reader> {
  const file = new Database(path, { readonly: true });
  const all = async (sql: string): Promise<Row[]> => file.prepare(sql).all() as Row[];
  return {
    all,
    tables: async () => (await all(`SELECT name FROM sqlite_master WHERE type = 'table'`)).map(({ name }) => String(name)),
    integrity: async () => String(file.pragma('integrity_check', { simple: true })),
    close: async () => void file.close(),
  };
}

async function postgresReader(url: string): Promise<Reader> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const all = async (sql: string): Promise<Row[]> => (await client.query<Row>(sql)).rows;
  return {
    all,
    tables: async () => (await all(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`)).map(({ name }) => String(name)),
    // Its pages are its own affair: it is the bot that is killed, not the server.
    integrity: async () => 'ok',
    close: () => client.end(),
  };
}
