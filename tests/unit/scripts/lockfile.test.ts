import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Where Node looks for a package from inside another one: its own node_modules, then those around it. */
function placesOf(name: string, from: string): string[] {
  const parts = from === '' ? [] : from.split('/node_modules/');
  return [...parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules/${name}`), `node_modules/${name}`];
}

test('the lockfile knows every optional package of every platform, or `npm ci` refuses on a fresh clone', () => {
  const lock = JSON.parse(readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8')) as { packages: Record<string, Package> };
  const missing = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !placesOf(name, from).some((place) => lock.packages[place]?.version !== undefined)),
  );
  expect(missing).toEqual([]);
});
