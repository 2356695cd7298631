/** Events of a room with one to five wounds: a value or a typed refusal, never an exception. LONG=1 runs the nightly number. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decode } from '../../adapters/matrix/inbound.ts';
import { splitRoom } from '../../src/kernel/update.ts';
import { FIXTURES } from '../adapters/matrix/events.ts';

vi.setConfig({ testTimeout: 7_200_000 });
const numRuns = process.env['LONG'] === '1' ? 100_000 : 3_000;

type Node = Record<string, unknown>;
const wound = fc.record({ path: fc.array(fc.nat(), { maxLength: 6 }), how: fc.nat({ max: 8 }), value: fc.jsonValue() });

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
    else if (how === 6) Object.defineProperty(node, '__proto__', { value: { msgtype: 'm.text', body: '1', event_id: '$x' }, enumerable: true, configurable: true, writable: true });
    else if (how === 7) node[key] = typeof child === 'string' ? child.repeat(500) : { [key]: child };
    else node[key] = typeof child === 'string' ? `${child}\u0000/\n` : -1;
    return;
  }
}

test('every fixture is understood', () => {
  expect(FIXTURES.map((one) => decode(JSON.stringify(one)).kind)).toEqual(FIXTURES.map(() => 'update'));
});

test('a wounded event never throws, and what comes out is whole', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIXTURES), fc.array(wound, { minLength: 1, maxLength: 5 }), (original, wounds) => {
      const event = structuredClone(original) as unknown as Node;
      for (const one of wounds) hurt(event, one);
      const decoded = decode(JSON.stringify(event));
      if (decoded.kind !== 'update') {
        expect(decoded.why).toEqual(expect.any(String));
        expect(decoded.why.length).toBeLessThan(40);
        return;
      }
      const { at, sender, place, what } = decoded.update;
      expect(at === null || Number.isSafeInteger(at)).toBe(true);
      const { platform, chat, thread } = splitRoom(place.room);
      expect([platform, chat[0]]).toEqual(['matrix', '!']);
      expect(chat + (thread ?? '')).not.toMatch(/[\s\0]/);
      expect(thread === null || thread.startsWith('$')).toBe(true);
      expect(place.kind === 'PRIVATE' ? [place.title, thread] : []).toEqual(place.kind === 'PRIVATE' ? [null, null] : []);
      expect(place.title === null || typeof place.title === 'string').toBe(true);
      if (sender.kind === 'person') {
        expect(sender.account).toMatch(/^@[^:\s]*:\S+$/);
        expect(typeof sender.name).toBe('string');
      }
      if ('messageId' in what) expect(what.messageId).toMatch(/^\$\S+$/);
      if (what.kind === 'choice') expect([typeof what.choice, what.target === null || what.target.startsWith('$')]).toEqual(['string', true]);
      if (what.kind === 'moved') expect(what.newChat).toMatch(/^![^/\s]+$/);
    }),
    { numRuns },
  );
});

test.each([
  ['any text', fc.string({ unit: 'binary' })],
  ['any JSON', fc.json({ maxDepth: 8 })],
])('%s never throws', (_what, payloads) => {
  const property = fc.property(payloads, (payload) => {
    expect(['ignored', 'malformed']).toContain(decode(payload).kind);
  });
  fc.assert(property, { numRuns });
});

test('ten thousand levels deep', () => {
  const deep = `{"sender":${'{"sender":'.repeat(10_000)}1${'}'.repeat(10_000)}}`;
  expect(decode(deep).kind).toBe('malformed');
});

test('takes linear time', () => {
  const message = FIXTURES[0]!;
  const bodies = ['> <@a:b>\n'.repeat(8_000), '>'.repeat(65_536), '1'.repeat(65_536), ' '.repeat(65_536), '1\uFE0F\u20E3'.repeat(20_000), '\u0663'.repeat(65_536), '!'.repeat(65_536)];
  const before = performance.now();
  for (const body of bodies) decode(JSON.stringify({ ...message, content: { msgtype: 'm.text', body, 'm.relates_to': { 'm.in_reply_to': { event_id: '$card' } } } }));
  expect(performance.now() - before).toBeLessThan(500);
});
