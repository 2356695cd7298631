import { defineConfig } from 'prisma/config';

/** Read by the Prisma command line only; start it with `node scripts/prisma.mjs postgresql …`. */
export default defineConfig({
  schema: '../generated/schema/postgresql',
  migrations: { path: 'migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost/miteinander' },
});
