import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../adapters/storage/store.ts';
import { randomIds } from '../../../adapters/system/ids.ts';
import { durations, instant } from '../../../src/kernel/time.ts';
import { CODE_LIVES, GUESSES, GUESSES_EACH, hashOfAccount, readable } from '../../../src/links/code.ts';
import { countGuess, redeemable } from '../../../src/links/redeem.ts';
import { hashOfCode } from '../../../src/office/code.ts';
import type { Store } from '../../../src/ports/store.ts';
import { Accounts } from '../../support/accounts.ts';

let folder: string;
let store: Store;
let town: Accounts;
let runs = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redeem-'));
  store = await openStore(`file:${join(folder, 'redeem.db')}`, {
    onFatal: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Days apart: what one test guessed does not count in the next. */
beforeEach(async () => {
  town = await Accounts.open(store, `town${(runs += 1)}`, null, ['amira', 'ben']);
  town.wait(runs * durations.day);
  const code = { codeHash: hashOfCode(`K7QM-2XP${runs + 1}`), personId: await town.personOf('amira'), createdAt: town.now, expiresAt: instant(town.now + CODE_LIVES) };
  await store.transact(async ({ links }) => links.putCode(code));
});

const tried = (name: string, code: string) => town.turn(name, (turn) => redeemable(turn, code));
const guessed = (name: string, times: number) =>
  town.turn(name, async (turn) => {
    for (let i = 0; i < times; i += 1) countGuess(turn);
  });
const right = (): string => `k7qm 2xp${runs + 1}`;

test('typed with or without separators, in any case; until its last millisecond', async () => {
  expect(await tried('ben', right())).toMatchObject({ personId: await town.personOf('amira') });
  town.wait(CODE_LIVES - 1);
  expect(await tried('ben', right())).not.toBeNull();
  town.wait(1);
  expect(await tried('ben', right())).toBeNull();
});

test('an account that guessed too often is refused whatever it types, for an hour; others are not', async () => {
  await guessed('ben', GUESSES_EACH - 1);
  expect(await tried('ben', right())).not.toBe('too many');
  await guessed('ben', 1);
  expect(await tried('ben', right())).toBe('too many');
  expect(await tried('amira', right())).not.toBe('too many');
  town.wait(durations.hour);
  expect(await tried('ben', right())).toBeNull();
});

test('the whole installation looks at no more than so many wrong codes an hour, whoever types them', async () => {
  for (let i = 0; i < GUESSES - 1; i += 1) await guessed(`stranger${i}`, 1);
  expect(await tried('ben', right())).not.toBe('too many');
  await guessed('stranger', 1);
  expect(await tried('ben', right())).toBe('too many');
  town.wait(durations.hour);
  expect(await tried('ben', right())).not.toBe('too many');
});

test('the arithmetic of code.ts: codes are evenly drawn from 31 characters, eight of them', () => {
  const codes = Array.from({ length: 2_000 }, () => randomIds.code());
  const seen = new Map<string, number>();
  for (const character of codes.join('')) seen.set(character, (seen.get(character) ?? 0) + 1);
  expect(seen.size).toBe(31);
  for (const [character, times] of seen) expect({ character, often: times > 350 && times < 700 }).toEqual({ character, often: true });
  expect(codes.every((code) => code.length === 8 && readable(code) === `${code.slice(0, 4)}-${code.slice(4)}`)).toBe(true);
  expect((GUESSES * 24 * 365 * 100) / 31 ** 8).toBeLessThan(1.1e-4);
});

test('who guesses is kept as a hash that tells accounts and messengers apart', () => {
  const hashes = [hashOfAccount('telegram', '7'), hashOfAccount('telegram', '8'), hashOfAccount('matrix', '7')];
  expect(new Set(hashes).size).toBe(3);
  expect(hashes.every((hash) => /^[\w-]{22}$/.test(hash))).toBe(true);
});
