import { defineConfig } from 'vitest/config';

/** Where `.ci/run` reads what really passed. */
const REPORT = 'node_modules/.cache/miteinander/tests.json';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/long/**', 'tests/**/*.long.test.ts'],
    globalSetup: ['tests/support/warm-schema.ts'],
    // Tests start servers, databases and whole bots: processes of their own, two at a time.
    pool: 'forks',
    maxWorkers: 2,
    // The files of a worker share its modules, which saves a fifth of the time: no file may leave anything behind in them.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    reporters: process.env['CI'] === 'true' ? ['default', ['json', { outputFile: REPORT }]] : ['default'],
  },
});
