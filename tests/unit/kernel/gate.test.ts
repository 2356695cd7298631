import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/kernel/gate.ts';
import { instant, type Instant } from '../../../src/kernel/time.ts';
import type { Limits } from '../../../src/ports/messenger.ts';

const CHAT = { burst: 3, refill: 1_000, gap: 0 };
const LIMITS: Limits = { group: CHAT, person: CHAT, overall: { calls: 2, within: 1_000, gap: 0 }, atOnce: 16 };
const t = (ms: number): Instant => instant(ms);

/** Who passed, in order; who was turned back has a minus. */
class Seen {
  readonly gate = new Gate(LIMITS);
  readonly passed: string[] = [];

  stand(name: string, rank = 3): void {
    this.standAs(name, this.gate.approach(rank));
  }

  standAs(name: string, pass: () => Promise<boolean>): void {
    void pass().then((passed) => this.passed.push(passed ? name : `-${name}`));
  }

  async admit(now: number): Promise<string[]> {
    this.gate.admit(t(now));
    await new Promise((resolve) => setImmediate(resolve));
    return this.passed.splice(0);
  }
}

describe('the gate', () => {
  it('lets through whom the budget admits, the lower rank first, then whoever came first', async () => {
    const seen = new Seen();
    for (const [name, rank] of [['reminder 1', 3], ['reminder 2', 3], ['answer', 1], ['group card', 0]] as const) seen.stand(name, rank);
    expect(await seen.admit(0)).toEqual(['group card', 'answer']);
    seen.gate.ended(t(5));
    seen.gate.ended(t(7));
    expect(seen.gate.opensAt(t(10))).toBe(1_005);
    expect(await seen.admit(1_004)).toEqual([]);
    expect(await seen.admit(1_005)).toEqual(['reminder 1']);
    expect(await seen.admit(1_007)).toEqual(['reminder 2']);
    expect(seen.gate.opensAt(t(1_008))).toBeNull();
  });

  it('what was prepared before a pause, or was being prepared, is turned back', async () => {
    const seen = new Seen();
    seen.stand('prepared');
    const preparing = seen.gate.approach(3);
    seen.gate.pause(t(4_000));
    seen.standAs('preparing', preparing);
    seen.stand('anew');
    expect(await seen.admit(3_999)).toEqual(['-prepared', '-preparing']);
    expect(await seen.admit(4_000)).toEqual(['anew']);
  });

  it('asks for a few to be prepared shortly before it opens, and for no more', () => {
    const { gate } = new Seen();
    gate.pause(t(4_000));
    expect(gate.preparesAt(t(0), 0)).toBe(3_850);
    expect(gate.preparesAt(t(0), 5)).toBe(3_850);
    expect(gate.preparesAt(t(0), 6)).toBeNull();
  });

  it('where nothing gets through one tries, when it may, once a second', async () => {
    const seen = new Seen();
    seen.gate.pause(seen.gate.trouble.failed(t(0), t(100)));
    expect([seen.gate.preparesAt(t(100), 0), seen.gate.preparesAt(t(100), 1)]).toEqual([1_100, null]);
    seen.stand('a');
    seen.stand('b');
    expect(await seen.admit(1_100)).toEqual(['a']);
    expect(await seen.admit(2_099)).toEqual([]);
    expect(await seen.admit(2_100)).toEqual(['b']);
  });

  it('closed, nobody passes any more', async () => {
    const seen = new Seen();
    seen.stand('a');
    seen.gate.close();
    seen.stand('b');
    expect(await seen.admit(10_000)).toEqual(['-a', '-b']);
  });
});
