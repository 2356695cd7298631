import { expect, it } from 'vitest';
import { whyNotReady } from '../../../src/kernel/pulse.ts';
import { instant } from '../../../src/kernel/time.ts';
import type { Pulse } from '../../../src/ports/metrics.ts';

const now = instant(1_000_000);
const ago = (seconds: number) => instant(now - seconds * 1_000);
const well: Pulse = { heard: new Map([['telegram', ago(35)]]), lost: [], heldSince: null, undecided: 3, undecidedSince: ago(2), dead: 1, unsent: 900, dueSince: ago(400), behind: 5 };

it.each([
  ['all is well, however much waits for its budget', well, null],
  ['a long poll and a retry were missed', { ...well, heard: new Map([['telegram', ago(89)]]) }, null],
  ['silence', { ...well, heard: new Map([['telegram', ago(95)]]) }, 'telegram has not been heard for 95 s'],
  ['never heard', { ...well, heard: new Map([['telegram', null]]) }, 'telegram has not answered since the start'],
  ['a backlog', { ...well, undecidedSince: ago(61) }, 'the oldest update has been waiting for 61 s'],
  ['a messenger that is lost until the next start', { ...well, lost: ['The token is not accepted.'], heard: new Map([['telegram', ago(95)]]) }, 'The token is not accepted.'],
  ['a database in use for a moment', { ...well, heldSince: ago(4) }, null],
  ['a database in use elsewhere', { ...well, heldSince: ago(6), heard: new Map([['telegram', ago(95)]]) }, 'another program has held the database for 6 s'],
  ['nothing to do', { ...well, undecided: 0, undecidedSince: null }, null],
] satisfies [string, Pulse, string | null][])('%s', (_what, pulse, reason) => expect(whyNotReady(pulse, now)).toBe(reason));
