/** Two persons become one in all that groups keep, and two again: nothing names the one that went, nothing is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../adapters/storage/store.ts';
import { Replies } from '../../src/events/replies.ts';
import { groupsData } from '../../src/groups/personal-data.ts';
import type { AgendaItem, Attendance, Membership, Minutes, Task } from '../../src/groups/records.ts';
import { instant } from '../../src/kernel/time.ts';
import { desk } from '../../src/office/desk.ts';
import type { Records, Store, Unit } from '../../src/ports/store.ts';
import { Accounts } from '../support/accounts.ts';

const data = groupsData(new Replies(desk));
const WHO = ['from', 'into', 'other'] as const;
type Who = (typeof WHO)[number];
const who = fc.constantFrom<Who | null>(...WHO, null);
const at = fc.integer({ min: 1, max: 1_000_000 }).map((n) => instant(n));

interface World {
  readonly memberships: readonly { group: number; who: Who; role: Membership['role']; standing: Membership['standing']; sector: Membership['sector']; enteredBy: Who | null; since: Membership['since'] }[];
  readonly agenda: readonly { by: Who | null }[];
  readonly attendance: readonly { event: number; who: Who; present: boolean; markedAt: Attendance['markedAt'] }[];
  readonly minutes: readonly { by: Who | null }[];
  readonly tasks: readonly { owner: Who | null; by: Who | null }[];
}

const worlds: fc.Arbitrary<World> = fc.record({
  memberships: fc.uniqueArray(
    fc.record({
      group: fc.integer({ min: 0, max: 2 }),
      who: fc.constantFrom(...WHO),
      role: fc.constantFrom<Membership['role']>('LEADER', 'DEPUTY', 'MEMBER'),
      standing: fc.constantFrom<Membership['standing']>('ASKED', 'MEMBER', 'LEFT'),
      sector: fc.constantFrom<Membership['sector']>(null, 'CITIZENS', 'POLITICS'),
      enteredBy: who,
      since: at,
    }),
    { selector: (each) => `${each.group}/${each.who}`, maxLength: 9 },
  ),
  agenda: fc.array(fc.record({ by: who }), { maxLength: 4 }),
  attendance: fc.uniqueArray(fc.record({ event: fc.integer({ min: 0, max: 2 }), who: fc.constantFrom(...WHO), present: fc.boolean(), markedAt: at }), { selector: (each) => `${each.event}/${each.who}`, maxLength: 9 }),
  minutes: fc.array(fc.record({ by: who }), { maxLength: 3 }),
  tasks: fc.array(fc.record({ owner: who, by: who }), { maxLength: 5 }),
});

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'group-merge-'));
  store = await openStore(`file:${join(folder, 'town.db')}`, { onFatal: (error) => { throw error; } });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a world under a name of its own. */
function build(unit: Unit, name: string, world: World, id: Readonly<Record<Who, string>>): void {
  const person = (each: Who | null): string | null => (each === null ? null : id[each]);
  const { groups } = unit;
  for (const group of [0, 1, 2]) groups.putGroup({ key: `${name}-${group}`, kind: 'WORKING_GROUP', title: { de: name }, fieldOfAction: null, joining: 'APPROVAL', meetings: null, from: null, until: null, state: 'ACTIVE', createdAt: instant(0) });
  for (const each of world.memberships) groups.putMembership({ groupKey: `${name}-${each.group}`, personId: id[each.who], role: each.role, sector: each.sector, standing: each.standing, channel: 'TELEGRAM', enteredBy: person(each.enteredBy), since: each.since });
  for (const [index, each] of world.agenda.entries()) groups.putAgendaItem({ id: `${name}-a${index}`, eventKey: `${name}-0-1`, number: index + 1, position: index, text: 'x', proposedBy: person(each.by), createdAt: instant(index) });
  for (const each of world.attendance) groups.putAttendance({ eventKey: `${name}-${each.event}-1`, personId: id[each.who], present: each.present, markedAt: each.markedAt });
  for (const [index, each] of world.minutes.entries()) groups.putMinutes({ eventKey: `${name}-m${index}`, groupKey: `${name}-0`, texts: { de: 'x' }, link: null, fileId: null, state: 'DRAFT', writtenBy: person(each.by), writtenAt: instant(index), approvedAt: null });
  for (const [index, each] of world.tasks.entries()) groups.putTask({ id: `${name}-t${index}`, groupKey: `${name}-0`, number: index + 1, text: 'x', ownerId: person(each.owner), dueAt: null, state: 'OPEN', remindAt: null, createdBy: person(each.by), createdAt: instant(index), doneAt: null });
}

interface All {
  readonly memberships: readonly Membership[];
  readonly agenda: readonly AgendaItem[];
  readonly attendance: readonly Attendance[];
  readonly minutes: readonly Minutes[];
  readonly tasks: readonly Task[];
}

async function everything({ groups }: Records, name: string): Promise<All> {
  const memberships: Membership[] = [];
  const attendance: Attendance[] = [];
  for (const group of [0, 1, 2]) {
    memberships.push(...(await groups.memberships(`${name}-${group}`)));
    attendance.push(...(await groups.attendance(`${name}-${group}-1`)));
  }
  const byKeys = <T extends object>(rows: T[]): T[] => rows.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  return { memberships: byKeys(memberships), agenda: await groups.agenda(`${name}-0-1`), attendance: byKeys(attendance), minutes: await groups.minutesOfGroup(`${name}-0`), tasks: await groups.tasks(`${name}-0`) };
}

let run = 0;

test('afterwards no row names the one that went; the higher role, the newest standing and every row stay; parting gives all of it back; erased, the work stays', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (world) => {
      run += 1;
      const name = `w${run}`;
      const accounts = await Accounts.open(store, name, null, [...WHO]);
      const id = { from: await accounts.personOf('from'), into: await accounts.personOf('into'), other: await accounts.personOf('other') };
      await store.transact(async (unit) => build(unit, name, world, id));
      const before = await store.view((records) => everything(records, name));
      const kept = await accounts.turn('into', (turn) => data.merge(turn, id.from, id.into));
      const merged = await store.view((records) => everything(records, name));

      expect(JSON.stringify(merged)).not.toContain(id.from);
      for (const group of [0, 1, 2]) {
        const [a, b] = (['from', 'into'] as const).map((each) => world.memberships.find((row) => row.group === group && row.who === each));
        const one = merged.memberships.filter(({ groupKey, personId }) => groupKey === `${name}-${group}` && personId === id.into);
        expect(one).toHaveLength(a === undefined && b === undefined ? 0 : 1);
        if (a === undefined || b === undefined) continue;
        const newest = a.since > b.since ? a : b;
        expect(one[0]).toMatchObject({ standing: newest.standing, sector: b.sector ?? a.sector });
        const rank = ['MEMBER', 'DEPUTY', 'LEADER'];
        expect(one[0]!.role).toBe(newest.standing === 'MEMBER' ? rank[Math.max(rank.indexOf(a.role), rank.indexOf(b.role))] : 'MEMBER');
      }
      expect([merged.agenda.length, merged.minutes.length, merged.tasks.length]).toEqual([before.agenda.length, before.minutes.length, before.tasks.length]);
      const others = ({ memberships }: All): Membership[] => memberships.filter(({ personId }) => personId === id.other).map((each) => ({ ...each, enteredBy: null }));
      expect(others(merged)).toEqual(others(before));

      await accounts.turn('into', (turn) => data.part(turn, id.from, id.into, JSON.parse(JSON.stringify(kept)) as typeof kept));
      expect(await store.view((records) => everything(records, name))).toEqual(before);

      await accounts.turn('other', (turn) => data.erase(turn, id.from));
      const erased = await store.view((records) => everything(records, name));
      expect(JSON.stringify(erased)).not.toContain(id.from);
      expect([erased.agenda.length, erased.minutes.length, erased.tasks.length]).toEqual([before.agenda.length, before.minutes.length, before.tasks.length]);
    }),
    { numRuns: process.env['LONG'] === '1' ? 2_000 : 40 },
  );
}, 120_000);
