import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Heap } from '../../../src/kernel/heap.ts';

it('the first of a heap is the smallest of its members, whatever comes and goes', () => {
  const act = fc.oneof(fc.record({ add: fc.integer({ min: 0, max: 30 }) }), fc.record({ remove: fc.nat(1_000) }));
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120 }), (acts) => {
      const heap = new Heap<{ place: number; value: number }>((a, b) => a.value < b.value);
      let members: { place: number; value: number }[] = [];
      for (const each of acts) {
        if ('add' in each) {
          const made = { place: -1, value: each.add };
          members.push(made);
          heap.add(made);
        } else if (members.length > 0) {
          const gone = members[each.remove % members.length]!;
          members = members.filter((other) => other !== gone);
          heap.remove(gone);
          expect(heap.has(gone)).toBe(false);
        }
        expect(members.every((member) => heap.has(member))).toBe(true);
        expect(heap.first?.value).toBe(members.length === 0 ? undefined : Math.min(...members.map(({ value }) => value)));
      }
    }),
  );
});
