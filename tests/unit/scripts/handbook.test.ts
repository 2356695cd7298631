import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { retell } from '../../../scripts/handbook.ts';

test.each(['docs/handbuch.md', 'docs/rehearsal.md', 'docs/fruehling.md', 'README.md', 'LIESMICH.md'])('what %s says the bot answers is what it answers (npm run handbook writes it anew)', async (path) => {
  const document = readFileSync(path, 'utf8');
  expect(document).toMatch(/^```(probe|telegram)/m);
  expect(await retell(document)).toBe(document);
});
