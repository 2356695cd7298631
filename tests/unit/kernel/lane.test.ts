import { describe, expect, it } from 'vitest';
import type { OutboxRow } from '../../../src/kernel/effect.ts';
import { Lane, type Next } from '../../../src/kernel/lane.ts';
import { instant } from '../../../src/kernel/time.ts';
import { roomId } from '../../../src/kernel/update.ts';

const t = instant;
const GROUP = { burst: 4, refill: 4_000, gap: 1_100 };
const PERSON = { burst: 3, refill: 1_000, gap: 0 };
const group = (): Lane => new Lane(true, GROUP);

function row(effectId: string, notBefore = 0): OutboxRow {
  return {
    effectId,
    seq: 1,
    room: roomId('telegram', '-100'),
    personId: null,
    effect: { kind: 'DELETE', messageId: effectId },
    state: 'READY',
    attempt: 0,
    notBefore: t(notBefore),
    expiresAt: null,
    createdAt: t(0),
    sendingAt: null,
    unknownAt: null,
    messageId: null,
  };
}

/** "send a at 0", "edit card at 4000", "nothing" */
function told(next: Next | null): string {
  return next === null ? 'nothing' : `${next.kind} ${next.kind === 'send' ? next.effectId : next.cardId} at ${next.at}`;
}

/** What leaves the chat until nothing is left: every call succeeds and takes no time. */
function drain(lane: Lane, from = 0): string[] {
  const calls: string[] = [];
  for (let now = t(from), next = lane.next(now); next !== null; next = lane.next(now)) {
    now = t(Math.max(now, next.at));
    next = lane.next(now)!;
    if (next.at > now) continue;
    calls.push(told(next));
    if (next.kind === 'send') lane.takeSend();
    else lane.beginDrawing(next.cardId, now);
    lane.spend(now);
  }
  return calls;
}

it('sends what was decided in the order it was decided', () => {
  const lane = group();
  for (const id of ['a', 'b', 'c']) lane.push(row(id));
  expect(drain(lane)).toEqual(['send a at 0', 'send b at 1100', 'send c at 2200']);
});

it('sends go before edits', () => {
  const lane = group();
  lane.markStale('card', t(0), false);
  lane.push(row('a'));
  lane.push(row('b'));
  expect(drain(lane)).toEqual(['send a at 0', 'send b at 1100', 'edit card at 2200']);
});

it('of two cards the one that is longer due is drawn first', () => {
  const lane = group();
  lane.markStale('second', t(20), false);
  lane.markStale('first', t(10), false);
  expect(drain(lane, 20)).toEqual(['edit first at 20', 'edit second at 1120']);
});

it('a card that changes all the time does not lose its turn by it, nor take another’s', () => {
  const lane = group();
  lane.markStale('quiet', t(10), false);
  lane.markStale('busy', t(0), false);
  for (let now = 11; now <= 20; now += 1) lane.markStale('busy', t(now), false);
  expect(drain(lane, 20)).toEqual(['edit busy at 20', 'edit quiet at 1120']);
});

describe('a message that has to be tried again', () => {
  it('stays in front of those decided after it', () => {
    const lane = group();
    for (const id of ['a', 'b']) lane.push(row(id));
    lane.takeSend();
    lane.putBack(row('a', 10_000));
    expect(drain(lane)).toEqual(['send a at 10000', 'send b at 11100']);
  });

  it('does not hold the cards up', () => {
    const lane = group();
    lane.push(row('a', 10_000));
    lane.markStale('card', t(0), false);
    expect(drain(lane)).toEqual(['edit card at 0', 'send a at 10000']);
  });

  it('nor does a card that is due later hold it up', () => {
    const lane = new Lane(false, PERSON);
    lane.beginDrawing('card', t(0));
    lane.markStale('card', t(100), false);
    lane.push(row('a', 2_000));
    expect(drain(lane, 100)).toEqual(['send a at 2000', 'edit card at 10000']);
  });
});

it('a paused chat waits, sends and edits alike', () => {
  const lane = group();
  lane.push(row('a'));
  lane.markStale('card', t(0), false);
  lane.pause(t(30_000));
  expect(drain(lane)).toEqual(['send a at 30000', 'edit card at 31100']);
});

describe('a card that changes often', () => {
  it('is drawn once for all changes up to then', () => {
    const lane = group();
    lane.markStale('card', t(0), false);
    for (let now = 1; now < 50; now += 1) lane.markStale('card', t(now), false);
    expect(drain(lane, 50)).toEqual(['edit card at 50']);
  });

  it('is drawn again for what changes while it is being drawn', () => {
    const lane = group();
    lane.markStale('card', t(0), false);
    lane.beginDrawing('card', t(0));
    lane.spend(t(0));
    lane.markStale('card', t(5), false);
    expect(told(lane.next(t(5)))).toBe('edit card at 1100');
  });

  it('shows a reader their own act without waiting for other people to stop', () => {
    const lane = new Lane(false, PERSON);
    lane.beginDrawing('mine', t(0));
    lane.markStale('mine', t(1_000), false);
    expect(told(lane.next(t(1_000)))).toBe('edit mine at 10000');
    lane.markStale('mine', t(1_200), true);
    lane.markStale('mine', t(1_300), false);
    expect(lane.next(t(1_300))!.at).toBeLessThanOrEqual(1_300);
  });
});

it('is remembered until its budget is whole again, so that forgetting it gives nobody extra calls', () => {
  const lane = group();
  lane.push(row('a'));
  expect(lane.rested(t(0))).toBe(false);
  drain(lane);
  expect([lane.empty, lane.rested(t(3_999)), lane.rested(t(4_000))]).toEqual([true, false, true]);
});
