import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every promise in README.md names a test that is there', () => {
  const promises = /^## What we promise\n([^]*?)^## /m.exec(readFileSync('README.md', 'utf8'))![1]!.split(/^- /m).slice(1);
  expect(promises.length).toBeGreaterThan(6);
  // P1 to P6, in order and each once: nothing we promise is without a name or a test.
  expect(promises.flatMap((promise) => /^\*\*(P\d) /.exec(promise)?.[1] ?? [])).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);
  for (const promise of promises) {
    const tests = [...promise.matchAll(/`([\w/.-]+\.test\.ts)`/g)].map(([, path]) => `tests/${path}`);
    expect(tests.filter((path) => !existsSync(path))).toEqual([]);
    // What is promised for a messenger that is not there yet has none.
    expect(tests.length > 0 || promise.includes('not there yet'), promise).toBe(true);
  }
  // What is promised over crashes is tried by crashing.
  for (const [name, promise] of promises.map((each) => [each.slice(2, 4), each] as const)) {
    if (['P1', 'P2', 'P4'].includes(name)) expect(promise, name).toMatch(/`crash\/[\w-]+\.test\.ts`/);
  }
});
