import { expect, test } from 'vitest';
import { instant } from '../../../src/kernel/time.ts';
import { partable } from '../../../src/links/links.ts';
import type { Link } from '../../../src/links/records.ts';

const link = (fromId: string, intoId: string): Link => ({ id: `${fromId}>${intoId}`, fromId, intoId, madeAt: instant(0), expiresAt: instant(1), kept: {} });
/** Newest first, as they come from the store. */
const free = (...all: Link[]): string[] => all.filter((each) => partable(each, all)).map(({ id }) => id);

test('a link can be taken back unless a younger one was built on it', () => {
  expect(free(link('a', 'b'))).toEqual(['a>b']);
  expect(free(link('c', 'd'), link('a', 'b'))).toEqual(['c>d', 'a>b']);
  expect(free(link('c', 'b'), link('a', 'b'))).toEqual(['c>b']);
  expect(free(link('b', 'c'), link('a', 'b'))).toEqual(['b>c']);
  expect(free(link('b', 'c'), link('x', 'y'), link('a', 'b'))).toEqual(['b>c', 'x>y']);
});
