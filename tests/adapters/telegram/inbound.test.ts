/** Recorded-style updates and what they mean; each file tells what it shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../adapters/telegram/inbound.ts';

interface Fixture {
  about: string;
  update: object;
  decoded: object;
}

const folder = new URL('fixtures/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture] as const);
const self = { id: '700100200', username: 'miteinander_test_bot' };

describe('an update means', () => {
  test.each(fixtures)('%s', (_name, { update, decoded }) => {
    expect(decode(JSON.stringify(update), self)).toEqual(decoded);
  });
});

test('before we know our own name a command keeps the name it is addressed to', () => {
  const found = fixtures.find(([name]) => name === 'command-addressed-to-us')?.[1];
  expect(decode(JSON.stringify(found?.update), null)).toMatchObject({ update: { what: { text: '/zusage@Miteinander_Test_Bot 2' } } });
});

test.each(['', 'null', '[]', '"x"', '{', '{"update_id":"7"}', '{"update_id":1.5}', '[{"update_id":1}]'])('%j is malformed', (payload) => {
  expect(decode(payload, self).kind).toBe('malformed');
});

test('an update with nothing in it is ignored', () => {
  expect(decode('{"update_id":1}', self)).toEqual({ kind: 'ignored', why: 'empty' });
});
