/** What has to be settled in the database before the bot opens its doors. */
import type { Ids } from './ports/ids.ts';
import { SettingsProblem } from './ports/messenger.ts';
import type { Store } from './ports/store.ts';
import { hashOfCode } from './office/code.ts';
import { durations, instant, type Instant } from './kernel/time.ts';

const SECRET = 'installation.secret';
const CLOCK = 'installation.clock';
const CODE = 'officer.codeHash';
const CODE_LIVES = 30 * durations.day;

/**
 * What signs the buttons: made once, then the same for the installation's whole life. A database lives by one kind of
 * clock: a rehearsal's times among real ones would remind people of what never happens.
 */
export async function installation(store: Store, ids: Ids, clock: 'real' | 'virtual'): Promise<{ secret: string }> {
  return store.transact(async (unit) => {
    const kept = await unit.kernel.marker(SECRET);
    const lived = await unit.kernel.marker(CLOCK);
    if (lived !== null && lived !== clock) {
      const what = lived === 'virtual' ? 'was made in a rehearsal' : 'holds a real process';
      throw new SettingsProblem(`The database in DATABASE_URL ${what}; name another one, or ${lived === 'virtual' ? 'set' : 'remove'} REHEARSAL_START.`);
    }
    const secret = kept ?? ids.id() + ids.id() + ids.id();
    if (kept === null) unit.kernel.setMarker(SECRET, secret);
    if (lived === null) unit.kernel.setMarker(CLOCK, clock);
    return { secret };
  });
}

/**
 * A database that has been on Matrix belongs to the keys it was there with: without them nobody could read what the bot said,
 * and as a new device it would be a stranger. Only a recovery key says that they are lost indeed. `hasKeys`: the key store is there.
 */
export async function demandKeys(store: Store, matrix: { readonly userId: string; readonly store: string; readonly recoveryKey: object | null }, hasKeys: boolean): Promise<void> {
  if (hasKeys || matrix.recoveryKey !== null) return;
  const cursor = await store.view(async ({ kernel }) => kernel.cursor('matrix', matrix.userId));
  if (cursor === null) return;
  throw new SettingsProblem(
    `The bot has been on Matrix with this database, but its key store ${matrix.store} is not there; put the database back where ${matrix.store.replace(/^.*[/\\]/, '')} lies, or, where the keys are lost for good, set MATRIX_RECOVERY_KEY for a new device.`,
  );
}

/**
 * While nobody holds the office: a one-time code, the given one or a new one. The code of an earlier start is void
 * from now on. null: there is an officer.
 */
export async function officerCode(store: Store, ids: Ids, given: string | null, now: Instant): Promise<string | null> {
  return store.transact(async (unit) => {
    if ((await unit.office.allStaff()).some(({ role }) => role === 'OFFICER')) return null;
    const code = given ?? ids.code();
    const before = await unit.kernel.marker(CODE);
    const old = before === null ? null : await unit.office.invitation(before);
    if (old !== null && old.usedAt === null) unit.office.putInvitation({ ...old, expiresAt: now });
    const codeHash = hashOfCode(code);
    unit.office.putInvitation({ codeHash, role: 'OFFICER', invitedBy: null, createdAt: now, expiresAt: instant(now + CODE_LIVES), usedAt: null });
    unit.kernel.setMarker(CODE, codeHash);
    return code;
  });
}
