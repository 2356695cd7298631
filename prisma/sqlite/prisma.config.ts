import { defineConfig } from 'prisma/config';

/** Read by the Prisma command line only; start it with `node scripts/prisma.mjs sqlite …`. */
export default defineConfig({
  schema: '../generated/schema/sqlite',
  migrations: { path: 'migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'file:./data/miteinander.db' },
});
