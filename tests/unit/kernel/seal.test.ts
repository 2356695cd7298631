import { describe, expect, it } from 'vitest';
import { randomIds } from '../../../adapters/system/ids.ts';
import { createSeals } from '../../../src/kernel/seal.ts';

const seals = createSeals('secret');
const card = 'AbCdEfGhIjKlMn-_';

describe('a press', () => {
  it('carries the card and the action in at most 64 bytes, and nothing else', () => {
    const data = seals.seal(card, 'yes');
    expect(data).toMatch(/^1\.AbCdEfGhIjKlMn-_\.[A-Za-z0-9_-]{16}\.yes$/);
    expect(seals.open(data)).toEqual({ cardId: card, actionId: 'yes' });
  });

  it('opens for every id the bot really makes, however many cards there are', () => {
    const made = Array.from({ length: 3_000 }, () => randomIds.id()).map((id) => ({ id, data: seals.seal(id, 'c11') }));
    for (const { id, data } of made) expect(seals.open(data)).toEqual({ cardId: id, actionId: 'c11' });
  });

  it('still opens after a restart, and not after the secret was changed', () => {
    const data = seals.seal(card, 'yes');
    expect(createSeals('secret').open(data)).not.toBeNull();
    expect(createSeals('Secret').open(data)).toBeNull();
  });

  it.each(['', '1', '1...', 'yes', '1.AbCdEfGhIjKlMn-_.AAAAAAAAAAAAAAAA.yes', '2.AbCdEfGhIjKlMn-_.AAAAAAAAAAAAAAAA.yes', '{"card":1}', '../../etc/passwd', '\0', 'x'.repeat(10_000)])(
    'nothing opens for %j',
    (data) => {
      expect(seals.open(data)).toBeNull();
    },
  );

  it.each([
    ['a space behind it', (data: string) => `${data} `],
    ['a line end behind it', (data: string) => `${data}\n`],
    ['something before it', (data: string) => `x${data}`],
    ['another version', (data: string) => data.replace('1.', '2.')],
    ['the case of the seal changed', (data: string) => data.toLowerCase()],
    ['the action cut off', (data: string) => data.slice(0, -4)],
    ['the action in capitals', (data: string) => data.replace('yes', 'YES')],
    ['a longer action than we have', (data: string) => `${data}yesyesyesyes`],
  ])('does not open with %s', (_, change) => {
    expect(seals.open(change(seals.seal(card, 'yes')))).toBeNull();
  });
});
