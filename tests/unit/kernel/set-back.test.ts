import { describe, expect, it } from 'vitest';
import type { OutboxRow } from '../../../src/kernel/effect.ts';
import { Lane } from '../../../src/kernel/lane.ts';
import { durations, instant } from '../../../src/kernel/time.ts';
import { roomId } from '../../../src/kernel/update.ts';

const then = instant(Date.parse('2026-11-22T12:00:00Z'));
/** An hour and a minute, as after a clock change that was corrected by hand. */
const back = instant(then - 61 * durations.minute);
const GROUP = { burst: 4, refill: 4_000, gap: 1_100 };

function effect(change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    effectId: 'e', seq: 1, room: roomId('telegram', '-1'), personId: null, effect: { kind: 'DELETE', messageId: '1' }, state: 'READY', attempt: 0,
    notBefore: then, expiresAt: null, createdAt: then, sendingAt: null, unknownAt: null, messageId: null, ...change,
  };
}

describe('a clock set back', () => {
  it('silences no chat: its budget waits no longer than an empty one would', () => {
    const lane = new Lane(true, GROUP);
    for (let i = 0; i < 4; i += 1) lane.spend(then);
    lane.push(effect({ notBefore: back }));
    expect(lane.next(back)!.at - back).toBe(61 * durations.minute + 4_000);
    lane.setBack(back);
    const { at } = lane.next(back)!;
    expect(at - back).toBeGreaterThan(0);
    expect(at - back).toBeLessThanOrEqual(durations.minute * 5);
  });

  it('keeps the order and brings retries near, but what was planned for an hour stays planned', () => {
    const lane = new Lane(false, { burst: 3, refill: 1_000, gap: 0 });
    lane.push(effect({ effectId: 'a', attempt: 2, notBefore: instant(then + 20_000) }));
    lane.push(effect({ effectId: 'b', notBefore: then }));
    lane.setBack(back);
    expect(lane.waiting.effects.map(({ effectId, notBefore }) => [effectId, notBefore - back])).toEqual([['a', 5 * durations.minute], ['b', 61 * durations.minute]]);
  });

  it('draws what is behind at once, and goes on coalescing', () => {
    const lane = new Lane(false, { burst: 3, refill: 1_000, gap: 0 });
    lane.beginDrawing('c', then);
    expect(lane.markStale('c', then, false)).toBe(true);
    expect(lane.markStale('c', then, false)).toBe(false);
    expect(lane.next(back)!.at).toBeGreaterThan(then);
    lane.setBack(back);
    expect(lane.next(back)).toMatchObject({ kind: 'edit', at: back });
  });
});
