/** Recorded updates with one to five wounds: a value or a typed refusal, never an exception. LONG=1 runs the nightly number. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decode } from '../../adapters/telegram/inbound.ts';

vi.setConfig({ testTimeout: 7_200_000 });
const numRuns = process.env['LONG'] === '1' ? 100_000 : 3_000;
const folder = new URL('../adapters/telegram/fixtures/', import.meta.url);
const updates = readdirSync(folder).map((file) => (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { update: object }).update);
const self = { id: '700100200', username: 'miteinander_test_bot' };

type Node = Record<string, unknown>;
const wound = fc.record({ path: fc.array(fc.nat(), { maxLength: 6 }), how: fc.nat({ max: 7 }), value: fc.jsonValue() });

/** Walks down by the numbers of the path and hurts what it finds there. */
function hurt(root: Node, { path, how, value }: { path: number[]; how: number; value: unknown }): void {
  let node = root;
  for (const [i, step] of path.entries()) {
    const keys = Object.keys(node);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const child = node[key];
    if (i < path.length - 1 && typeof child === 'object' && child !== null) {
      node = child as Node;
      continue;
    }
    if (how === 0) delete node[key];
    else if (how === 1) node[key] = value;
    else if (how === 2) node[key] = String(child);
    else if (how === 3) node[key] = [child];
    else if (how === 4) node[key] = Number.MAX_SAFE_INTEGER * 3;
    else if (how === 5) node[key] = null;
    else if (how === 6) Object.defineProperty(node, '__proto__', { value: { text: 'x', id: 1 }, enumerable: true, configurable: true, writable: true });
    else node[key] = { [key]: child };
    return;
  }
}

test('a wounded update never throws, and what comes out is whole', () => {
  fc.assert(
    fc.property(fc.constantFrom(...updates), fc.array(wound, { minLength: 1, maxLength: 5 }), (original, wounds) => {
      const update = structuredClone(original) as Node;
      for (const one of wounds) hurt(update, one);
      const decoded = decode(JSON.stringify(update), self);
      if (decoded.kind !== 'update') {
        expect(decoded.why).toEqual(expect.any(String));
        return;
      }
      const { at, sender, place, what } = decoded.update;
      expect(at === null || Number.isSafeInteger(at)).toBe(true);
      expect(place.room).toMatch(/^telegram:-?\d+(\/-?\d+)?$/);
      expect(place.title === null || typeof place.title === 'string').toBe(true);
      if (sender.kind === 'person') expect([typeof sender.account, typeof sender.name]).toEqual(['string', 'string']);
      if (what.kind === 'text') expect([typeof what.text, typeof what.messageId]).toEqual(['string', 'string']);
      if (what.kind === 'press') expect([typeof what.pressId, typeof what.data]).toEqual(['string', 'string']);
    }),
    { numRuns },
  );
});

test.each([
  ['any text', fc.string({ unit: 'binary' })],
  ['any JSON', fc.json({ maxDepth: 8 })],
])('%s never throws', (_what, payloads) => {
  const property = fc.property(payloads, (payload) => {
    expect(['ignored', 'malformed', 'update']).toContain(decode(payload, self).kind);
  });
  fc.assert(property, { numRuns });
});

test('ten thousand levels deep', () => {
  const deep = `{"update_id":1,"message":${'{"reply_to_message":'.repeat(10_000)}1${'}'.repeat(10_000)}}`;
  expect(decode(deep, self).kind).toBe('malformed');
});
