import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What no import shows: the core asks nobody but its ports what time it is and how it is set up. */
const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['Date.now', /\bDate\.now\b/],
  ['new Date() without an instant', /\bnew Date\(\s*\)/],
  ['Temporal.Now', /\bTemporal\.Now\b/],
  ['process.env', /\bprocess\.env\b/],
  ['Math.random', /\bMath\.random\b/],
  ['performance.now', /\bperformance\.now\b/],
  ['randomUUID and randomBytes', /\brandom(UUID|Bytes|Int)\b/],
  ['global fetch', /(?<![.\w])fetch\(/],
];
/** It puts the parts together, so it may look at the surroundings. */
const COMPOSITION = new Set(['src/main.ts']);

const sources = globSync('src/**/*.ts').map((path) => path.replaceAll('\\', '/'));

test.each(FORBIDDEN)('the core does without %s', (_, pattern) => {
  const offenders = sources.filter((path) => !COMPOSITION.has(path)).flatMap((path) => withoutComments(readFileSync(path, 'utf8')).split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])));
  expect(sources.length).toBeGreaterThan(50);
  expect(offenders).toEqual([]);
});

test('no source hides characters that turn the reading direction round', () => {
  const hidden = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
  const all = globSync(['src/**/*', 'adapters/**/*', 'scripts/*', 'tests/**/*', 'prisma/**/*.{prisma,sql}', 'process/*', '*.{json,md,ts,cjs}'], { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/generated|fixtures/.test(entry.parentPath))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  expect(all.filter((path) => hidden.test(readFileSync(path, 'utf8')))).toEqual([]);
});

/** Block comments keep their line breaks, so that line numbers stay true. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[^]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/(^|\s)\/\/.*$/gm, '$1');
}
