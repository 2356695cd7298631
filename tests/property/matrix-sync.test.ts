import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invitationsOf, isEvent, roomsOf, withoutTimelines, type Raw } from '../../adapters/matrix/receive-sync.ts';

const US = '@us:example.org';
const AFTER = 'org.matrix.msc4222.state_after';

/** Something in the place of something: nothing, nonsense, or what belongs there. */
const spoiled = <Value>(good: fc.Arbitrary<Value>): fc.Arbitrary<unknown> => fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }, { weight: 1, arbitrary: fc.constant(undefined) });
const record = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> => spoiled(fc.record(fields, { requiredKeys: [] }));
const event = record({
  event_id: spoiled(fc.constantFrom('$a', '$b')),
  type: spoiled(fc.constantFrom('m.room.message', 'm.room.member', 'm.room.create')),
  sender: spoiled(fc.constantFrom('@a:b', US)),
  state_key: spoiled(fc.constantFrom(US, '')),
  origin_server_ts: spoiled(fc.nat()),
  content: record({ body: spoiled(fc.string()), membership: fc.constantFrom('join', 'invite') }),
});
const section = record({ events: spoiled(fc.array(event, { maxLength: 4 })) });
const room = record({ timeline: record({ events: spoiled(fc.array(event, { maxLength: 4 })), limited: spoiled(fc.boolean()), prev_batch: spoiled(fc.string()) }), state: section, [AFTER]: section, invite_state: section });
const rooms = spoiled(fc.dictionary(fc.constantFrom('!r1:x', '!r2:x', '__proto__'), room, { maxKeys: 2 }));
const sync = fc.record({ next_batch: fc.string(), rooms: record({ join: rooms, invite: rooms, leave: rooms }) }, { requiredKeys: ['next_batch'] }) as fc.Arbitrary<Raw>;

test('whatever a homeserver answers, we read what is there and nothing else', () => {
  fc.assert(
    fc.property(sync, (answer) => {
      for (const { id, membership, events, state, gap } of roomsOf(answer)) {
        expect(typeof id).toBe('string');
        expect(['join', 'leave']).toContain(membership);
        expect([...events, ...state].every(isEvent)).toBe(true);
        expect(gap === null || typeof gap === 'string').toBe(true);
      }
      for (const { room: id, inviter } of invitationsOf(answer, US)) expect([typeof id, typeof inviter]).toEqual(['string', 'string']);
    }),
    { numRuns: 1_000 },
  );
});

test('the SDK gets no timeline, and every change of the state', () => {
  fc.assert(
    fc.property(sync, (answer) => {
      const stripped = withoutTimelines(answer);
      for (const read of roomsOf(stripped)) {
        expect(read.events).toEqual([]);
        expect(read.gap).toBeNull();
      }
      const before = roomsOf(answer);
      for (const { id, membership, state } of roomsOf(stripped)) {
        const known = before.find((one) => one.id === id && one.membership === membership)!;
        for (const one of state) expect([...known.state, ...known.events]).toContainEqual(one);
      }
    }),
    { numRuns: 1_000 },
  );
});
