import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringSynapse } from '../../../scripts/synapse.ts';
import { sharedSynapse, sharedSynapseMissing } from './shared-synapse.ts';
import { startSynapse, type Homeserver, type SharedHomeserver } from './synapse.ts';
import type { Limits } from './synapse-settings.ts';

// Here and not in a hook: the very first time a download belongs to it, which no hook's limit allows for.
const brought = await bringSynapse();
const ownMissing = 'missing' in brought ? brought.missing : null;
const missing = await sharedSynapseMissing();

/** Tests on the homeserver that all test files of this run share. Where there is none they are skipped by name; with CI=true that is a failure. */
export function onSynapse(name: string, suite: (server: () => SharedHomeserver) => void): void {
  whereItCan(name, missing, () => {
    let server: SharedHomeserver;
    beforeAll(async () => {
      server = await sharedSynapse();
    }, 90_000);
    suite(() => server);
  });
}

/** The same on a homeserver of their own, which they may pause, kill and restart, and which may have Synapse's own rate limits. */
export function onOwnSynapse(name: string, limits: Limits, suite: (server: () => Homeserver) => void): void {
  whereItCan(name, ownMissing, () => {
    let server: Homeserver;
    beforeAll(async () => {
      server = await startSynapse({ limits });
    }, 90_000);
    afterAll(() => server.stop());
    suite(() => server);
  });
}

function whereItCan(name: string, reason: string | null, suite: () => void): void {
  if (reason !== null && process.env['CI'] === 'true') test(`${name}: Synapse`, () => expect.fail(reason));
  describe.skipIf(reason !== null)(`${name}${reason === null ? '' : ` (${reason})`}`, () => {
    suite();
  });
}
