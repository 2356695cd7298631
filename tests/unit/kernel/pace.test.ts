import { describe, expect, it } from 'vitest';
import { Bucket, drawAt, type Staleness } from '../../../src/kernel/pace.ts';
import { instant } from '../../../src/kernel/time.ts';

const t = instant;
/** A Telegram group's budget: its 20 calls a minute with something to spare. */
const GROUP = { burst: 4, refill: 4_000, gap: 1_100 };

/** Calls as early as the bucket lets them, from `from` on. */
function greedy(bucket: Bucket, calls: number, from = 0): number[] {
  const times: number[] = [];
  for (let now = from; times.length < calls; ) {
    now = bucket.readyAt(t(now));
    bucket.take(t(now));
    times.push(now);
  }
  return times;
}

describe('a chat’s budget', () => {
  it('lets a handful through, then one at a time', () => {
    expect(greedy(new Bucket(GROUP), 8)).toEqual([0, 1_100, 2_200, 3_300, 4_400, 8_000, 12_000, 16_000]);
  });

  it('is full again after a rest, and not fuller', () => {
    const bucket = new Bucket(GROUP);
    greedy(bucket, 10);
    expect(greedy(bucket, 6, 3_600_000).map((time) => time - 3_600_000)).toEqual([0, 1_100, 2_200, 3_300, 4_400, 8_000]);
  });

  it('stays under Telegram’s 20 a minute with the greediest demand', () => {
    const times = greedy(new Bucket(GROUP), 100);
    for (const start of times) expect(times.filter((time) => time >= start && time < start + 60_000).length).toBeLessThanOrEqual(19);
  });

  it('waits out a pause the platform named, and only then spends', () => {
    const bucket = new Bucket(GROUP);
    bucket.take(t(0));
    bucket.pause(t(30_000));
    expect(greedy(bucket, 2, 500)).toEqual([30_000, 31_100]);
  });

  it('a shorter pause does not end a longer one', () => {
    const bucket = new Bucket(GROUP);
    bucket.pause(t(30_000));
    bucket.pause(t(5_000));
    expect(bucket.readyAt(t(0))).toBe(30_000);
  });

  it('is not forgotten before it is full, nor while it is paused', () => {
    const bucket = new Bucket(GROUP);
    expect(bucket.isFull(t(0))).toBe(true);
    bucket.take(t(0));
    expect([bucket.isFull(t(3_999)), bucket.isFull(t(4_000))]).toEqual([false, true]);
    bucket.pause(t(60_000));
    expect([bucket.isFull(t(59_999)), bucket.isFull(t(60_000))]).toEqual([false, true]);
  });
});

describe('when a card that is behind is drawn', () => {
  const stale = (change: Partial<Record<'since' | 'touched', number>> & { drawn?: number | null; inGroup?: boolean; urgent?: boolean }): number =>
    drawAt({ inGroup: true, urgent: false, drawn: null, since: 0, touched: 0, ...change } as Staleness);

  it('the first change after a rest is shown at once', () => {
    expect(stale({ since: 100_000, touched: 100_000, drawn: 50_000 })).toBe(100_000);
    expect(stale({ since: 100_000, touched: 100_000, drawn: null })).toBe(100_000);
  });

  it('while people keep pressing it is drawn every four seconds', () => {
    expect(stale({ drawn: 10_000, since: 10_200, touched: 13_900 })).toBe(14_000);
  });

  it('when they pause it is drawn a second after the last press', () => {
    expect(stale({ drawn: 10_000, since: 10_200, touched: 11_000 })).toBe(12_000);
  });

  it('a private copy follows other people’s presses at leisure', () => {
    expect(stale({ inGroup: false, drawn: 10_000, since: 10_200, touched: 10_200 })).toBe(20_000);
  });

  it('but its reader’s own at once', () => {
    expect(stale({ inGroup: false, drawn: 10_000, since: 10_200, touched: 10_200, urgent: true })).toBe(10_200);
  });
});
