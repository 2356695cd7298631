#!/usr/bin/env node
// Prisma's schema engine as WebAssembly behind the interface of the native one: JSON-RPC, one message a line, on
// standard input and output. The official command line starts it by the name in PRISMA_SCHEMA_ENGINE_BINARY.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { SqliteDriver } from '../adapters/storage/sqlite-driver.ts';

const { values: flags, positionals } = parseArgs({
  options: { datasource: { type: 'string' }, datamodels: { type: 'string', multiple: true } },
  strict: false,
  allowPositionals: true,
});
// `cli can-connect-to-database` and `cli create-database`: connecting is tried by the command itself.
if (positionals[0] === 'cli') process.exit(0);

const url = flags.datasource === undefined ? undefined : JSON.parse(flags.datasource).url;

/** PostgreSQL's internal one-byte "char" (18) is unknown to the adapter; the engine reads it as text (25). */
function withCharAsText(connection) {
  const pool = connection.underlyingDriver();
  const send = pool.query.bind(pool);
  pool.query = async (...args) => {
    const result = await send(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 25;
    return result;
  };
  return connection;
}

const postgresql = {
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => withCharAsText(await new PrismaPg({ connectionString: url }).connect()),
  /** A database of its own, dropped whatever is still connected to it. */
  async connectToShadowDb() {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const database = `miteinander_shadow_${process.pid}`;
    await admin.query(`CREATE DATABASE "${database}"`);
    const { host, port, user, password, ssl } = admin;
    const shadow = withCharAsText(await new PrismaPg({ host, port, user, password, ssl, database }).connect());
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await admin.query(`DROP DATABASE "${database}" WITH (FORCE)`);
      await admin.end();
    };
    return shadow;
  },
};

const sqlite = {
  provider: 'sqlite',
  adapterName: 'miteinander-sqlite',
  /** A comparison of schemas needs no file of its own. */
  async connect() {
    const path = url?.replace(/^file:/, '') ?? ':memory:';
    return forScripts(await new SqliteDriver(method === 'diff' && !existsSync(path) ? ':memory:' : path).connect());
  },
  connectToShadowDb: async () => forScripts(await new SqliteDriver(':memory:').connect()),
};

/** The engine sends whole scripts, `PRAGMA` lines among them, through executeRaw. */
function forScripts(connection) {
  const execute = connection.executeRaw.bind(connection);
  connection.executeRaw = async (query) =>
    query.args.length > 0 ? execute(query) : (await connection.executeScript(query.sql), 0);
  return connection;
}

let errors;

async function loadEngine() {
  const require = createRequire(import.meta.url);
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(require.resolve('@prisma/schema-engine-wasm').replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { message: '', set_message: (text) => (globalThis.PRISMA_WASM_PANIC_REGISTRY.message = text) };
  instance.exports.__wbindgen_start();
  const factory = process.env.MITEINANDER_PROVIDER === 'postgresql' ? postgresql : sqlite;
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const datamodels = flags.datamodels?.map((path) => [path, readFileSync(path, 'utf8')]);
  errors = adapter.errorRegistry;
  return { engine: await glue.SchemaEngine.new({ datamodels }, () => {}, adapter) };
}

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
let loaded;
let method;

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.method === undefined) continue; // the command line's answer to a `print`
  method = request.method;
  try {
    loaded ??= await loadEngine();
    const result = method === 'getDatabaseVersion' ? await loaded.engine.version() : await loaded.engine[method](request.params);
    if (method === 'diff' && result.stdout !== null) send({ id: 'print', method: 'print', params: { content: result.stdout } });
    send({ id: request.id, result: result ?? {} });
  } catch (error) {
    const panic = globalThis.PRISMA_WASM_PANIC_REGISTRY?.message;
    const known = /id#(\d+)/.exec(error?.message ?? '')?.[1];
    const cause = known === undefined ? error : errors?.consumeError(Number(known))?.error;
    const message = panic || String(cause?.message ?? cause ?? error);
    send({ id: request.id, error: { code: 4466, message, data: { message, error_code: error?.code } } });
  }
}
process.exit(0);
