import { describe, expect, it } from 'vitest';
import { figures, whyDeaf } from '../../../adapters/matrix/health.ts';
import type { SessionHealth } from '../../../adapters/matrix/session.ts';

const well: SessionHealth = { lastSync: 0, lastDecrypted: 0, unreadable: 0, decrypted: 9, undecryptable: 0, dropped: 0, invitesRefused: 2, crossSigned: true, backedUp: false };
const HOUR = 3_600_000;

describe('whyDeaf', () => {
  it('is silent where there is nothing to read, and about a single message without a key', () => {
    expect([null, well, { ...well, unreadable: 4 }].map((health) => whyDeaf(health, 9 * HOUR))).toEqual([null, null, null]);
  });

  it('says so when messages pile up that nobody can read, though the homeserver answers', () => {
    expect(whyDeaf({ ...well, unreadable: 5 }, HOUR)).toContain('5 messages cannot be read');
    expect(whyDeaf({ ...well, unreadable: 5, lastDecrypted: null }, 1)).not.toBeNull();
    expect(whyDeaf({ ...well, unreadable: 5 }, HOUR - 1)).toBeNull();
  });
});

it('figures are numbers only', () => {
  expect(figures(well)).toEqual({ unreadable: 0, decrypted: 9, undecryptable: 0, dropped: 0, invitesRefused: 2, crossSigned: 1, backedUp: 0 });
});
