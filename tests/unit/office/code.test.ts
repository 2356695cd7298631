import { expect, it } from 'vitest';
import { randomIds } from '../../../adapters/system/ids.ts';
import { hashOfCode } from '../../../src/office/code.ts';

it('a code is the same in any case, with or without the separators people put in', () => {
  for (const typed of ['ABCD-EFGH', 'abcdefgh', ' AbCd efgh ', 'abcd–efgh', 'abcd.efgh']) expect(hashOfCode(typed)).toBe(hashOfCode('ABCDEFGH'));
});

it('two codes are never one, and what is stored does not show the code', () => {
  const codes = Array.from({ length: 2_000 }, () => randomIds.code());
  expect(new Set(codes.map(hashOfCode)).size).toBe(new Set(codes).size);
  for (const code of codes.slice(0, 50)) expect(hashOfCode(code).toUpperCase()).not.toContain(code.replace(/[^A-Z0-9]/gi, ''));
});
