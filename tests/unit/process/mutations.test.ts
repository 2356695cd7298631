import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseProcessFile } from '../../../src/process/file.ts';
import { eventInstants } from '../../../src/process/instants.ts';
import { SMALL } from './small.ts';

const reference = readFileSync(new URL('../../../process/moessingen.yaml', import.meta.url), 'utf8');

const YAML_WORDS = [
  ':', ' ', '\n', '\t', '- ', '? ', '[', ']', '{', '}', ',', '#', '&a ', '*a', '!!binary ', '!x ', '|', '>-', '"', "'", '---\n', '...\n',
  '%YAML 1.1\n', '<<: ', '__proto__: ', 'constructor: ', 'null', 'true', '.nan', '-.inf', '1e999', '0x1F', '\u0000', '\uFEFF', '\uD800', '\r\n',
  'ausfüllen', '2018-02-30', '-000001-01-01', '9999-99-99', 'unlimited', 'Winter 9999',
];

/** Cut `length` characters out of the text at a place and put something else in. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(400)),
  inserted: fc.oneof(fc.constantFrom(...YAML_WORDS), fc.array(fc.constantFrom(...YAML_WORDS), { maxLength: 6 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 12 })),
});

const mutated = fc
  .tuple(fc.constantFrom(SMALL, reference), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([text, mutations]) => mutations.reduce((now, { at, length, inserted }) => {
    const start = Math.floor(at * now.length);
    return now.slice(0, start) + inserted + now.slice(start + length);
  }, text));

function neverThrows(text: string): void {
  const result = parseProcessFile(text, 'p.yaml');
  if (result.ok) {
    for (const event of result.process.events) eventInstants(event, result.process.process.zone);
    return;
  }
  expect(result.problems.length).toBeGreaterThan(0);
  const lines = text.split('\n');
  for (const { line, column, sentence } of result.problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    expect(sentence.startsWith(`p.yaml:${line}:${column} `)).toBe(true);
    // One sentence on one line, closed, without anything a terminal would obey.
    expect(sentence).toMatch(/^[^\p{Cc}]+; [^\p{Cc}]+\.$/u);
  }
}

test('whatever happens to the text, reading it answers with a value and a place inside the file', () => {
  fc.assert(fc.property(mutated, neverThrows), { numRuns: 200 });
}, 60_000);

test('any text at all', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), neverThrows), { numRuns: 200 });
}, 60_000);
