/** What comes back from a button may be anything. LONG=1 runs the nightly number of cases. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createSeals } from '../../src/kernel/seal.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 1_000;
vi.setConfig({ testTimeout: 7_200_000 });

const seals = createSeals('the secret of this installation');
const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const chars = (alphabet: string, minLength: number, maxLength = minLength) => fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const cardId = chars(urlSafe, 16);
const actionId = chars('abcdefghijklmnopqrstuvwxyz0123456789-', 1, 12);

test('what we sealed opens as what it was, and fits a button', () => {
  fc.assert(
    fc.property(cardId, actionId, (card, action) => {
      const data = seals.seal(card, action);
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
      expect(seals.open(data)).toEqual({ cardId: card, actionId: action });
    }),
    { numRuns: RUNS },
  );
});

test('nothing made up opens', () => {
  const shaped = fc.tuple(cardId, cardId, actionId).map(([card, seal, action]) => `1.${card}.${seal}.${action}`);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 100 }), chars(`1.${urlSafe}`, 0, 64), shaped), (data) => {
      expect(seals.open(data)).toBeNull();
    }),
    { numRuns: RUNS },
  );
});

test('what another installation sealed does not open', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), cardId, actionId, (secret, card, action) => {
      expect(seals.open(createSeals(`x${secret}`).seal(card, action))).toBeNull();
    }),
    { numRuns: RUNS },
  );
});

test('a seal does not pass from one card to another', () => {
  fc.assert(
    fc.property(cardId, cardId, actionId, (mine, theirs, action) => {
      fc.pre(mine !== theirs);
      expect(seals.open(seals.seal(mine, action).replace(mine, theirs))).toBeNull();
    }),
    { numRuns: RUNS },
  );
});

test('cut, lengthened or with a character changed, it names no other card', () => {
  const changes = fc.oneof(
    fc.record({ at: fc.nat(70), drop: fc.integer({ min: 1, max: 70 }), insert: fc.constant('') }),
    fc.record({ at: fc.nat(70), drop: fc.nat(1), insert: fc.string({ unit: fc.oneof(fc.constantFrom(...urlSafe, '.', ' ', '\n', '\0'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), minLength: 1, maxLength: 3 }) }),
  );
  fc.assert(
    fc.property(cardId, actionId, changes, (card, action, { at, drop, insert }) => {
      const data = seals.seal(card, action);
      const changed = data.slice(0, at) + insert + data.slice(at + drop);
      const opened = seals.open(changed);
      // The action is not sealed: whether it makes sense is looked up on the card at press time.
      const cardPart = 2 + 16 + 1 + 16 + 1;
      if (changed.slice(0, cardPart) === data.slice(0, cardPart)) expect(opened === null || opened.cardId === card).toBe(true);
      else expect(opened).toBeNull();
    }),
    { numRuns: RUNS },
  );
});
