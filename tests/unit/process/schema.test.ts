import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { processJsonSchema } from '../../../src/process/file-schema.ts';
import { SMALL, smallWith } from './small.ts';

const read = (name: string) => readFileSync(new URL(`../../../process/${name}`, import.meta.url), 'utf8');

test('process/schema.json is current (else: node scripts/process-schema.ts)', () => {
  expect(read('schema.json')).toBe(`${JSON.stringify(processJsonSchema(), null, 2)}\n`);
});

test('an editor that uses it accepts what the bot accepts, and marks an unknown key', () => {
  const valid = new Ajv2020({ strict: true, strictTypes: false }).compile(JSON.parse(read('schema.json')) as object);
  expect(valid(parse(read('moessingen.yaml'))), JSON.stringify(valid.errors)).toBe(true);
  expect(valid(parse(SMALL)), JSON.stringify(valid.errors)).toBe(true);
  expect(valid(parse(smallWith('purpose: Probe', 'purpose: Probe\n  sinn: Probe')))).toBe(false);
});
