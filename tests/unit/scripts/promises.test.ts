import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every promise in README.md names a test that is there', () => {
  const promises = /^## What we promise\n([^]*?)^## /m.exec(readFileSync('README.md', 'utf8'))![1]!.split(/^- /m).slice(1);
  expect(promises.length).toBeGreaterThan(6);
  for (const promise of promises) {
    const tests = [...promise.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(([, path]) => `tests/${path}`);
    expect(tests.filter((path) => !existsSync(path))).toEqual([]);
    // What is promised for a messenger that is not there yet has none.
    expect(tests.length > 0 || promise.includes('not there yet'), promise).toBe(true);
  }
});
