import { describe, expect, it } from 'vitest';
import { Crossing, type Spot } from '../../../src/kernel/crossing.ts';
import type { OutboxRow } from '../../../src/kernel/effect.ts';
import type { Next } from '../../../src/kernel/lane.ts';
import { durations, instant, type Instant } from '../../../src/kernel/time.ts';
import { roomId } from '../../../src/kernel/update.ts';
import type { Limits, Messenger } from '../../../src/ports/messenger.ts';

/** As Telegram's. */
const LIMITS: Limits = { group: { burst: 4, refill: 4_000, gap: 1_100 }, person: { burst: 3, refill: 1_050, gap: 0 }, overall: { calls: 30, within: 1_000, gap: 30 }, atOnce: 16 };
/** Chats whose id begins with a minus are groups. */
const messenger = { platform: 'telegram', limits: LIMITS, isGroup: (chat: string) => chat.startsWith('-') } as Messenger;

let seq = 0;
function row(chat: string, effectId: string, chatter = false): OutboxRow {
  return {
    effectId, seq: (seq += 1), room: roomId('telegram', chat), personId: null, state: 'READY', attempt: 0, notBefore: instant(0), expiresAt: null, createdAt: instant(0),
    sendingAt: null, unknownAt: null, messageId: null,
    effect: { kind: 'SAY', document: { blocks: [] }, replyTo: null, whisper: null, chatter },
  };
}

/** One messenger's traffic by a clock of its own; a call is prepared for `preparing` ms, takes `latency` ms and arrives. */
class Traffic {
  readonly crossing = new Crossing(messenger);
  readonly calls: { readonly at: number; readonly chat: string; readonly what: string }[] = [];
  now: Instant = instant(0);
  private readonly latency: number;
  private readonly preparing: number;
  private under: { readonly at: Instant; readonly what: () => void }[] = [];

  constructor(latency = 0, preparing = 0) {
    this.latency = latency;
    this.preparing = preparing;
  }

  say(chat: string, effectId: string, chatter = false): void {
    const spot = this.crossing.spot(chat, this.now);
    spot.lane.push(row(chat, effectId, chatter));
    this.crossing.sort(spot, this.now);
  }

  press(chat: string, urgent = false): void {
    const spot = this.crossing.spot(chat, this.now);
    spot.lane.markStale('card', this.now, urgent);
    this.crossing.sort(spot, this.now);
  }

  /** Everything that can happen until then does. */
  async run(until: number): Promise<void> {
    for (;;) {
      await this.settle();
      const due = this.crossing.next(this.now)?.at ?? Infinity;
      const next = Math.min(due, this.crossing.gate.opensAt(this.now) ?? Infinity, ...this.under.map(({ at }) => at));
      if (next > until) break;
      this.now = instant(Math.max(this.now, next));
      const done = this.under.filter(({ at }) => at <= this.now);
      this.under = this.under.filter(({ at }) => at > this.now);
      for (const { what } of done) what();
    }
    this.now = instant(until);
  }

  /** Whatever can begin or pass now does. */
  private async settle(): Promise<void> {
    for (let moved = true; moved; await Promise.resolve()) {
      const stood = this.crossing.gate.stood;
      this.crossing.gate.admit(this.now);
      moved = this.crossing.gate.stood !== stood;
      for (let due = this.crossing.next(this.now); due !== null && due.spot !== null && due.at <= this.now; due = this.crossing.next(this.now)) {
        const { spot, next } = due;
        moved = true;
        this.crossing.begin(spot, this.now);
        if (next.kind === 'send') spot.lane.takeSend();
        else spot.lane.beginDrawing(next.cardId, this.now);
        const pass = this.crossing.gate.approach(next.rank);
        this.after(this.preparing, () => this.call(spot, next, pass));
      }
    }
  }

  private call(spot: Spot, next: Next, pass: () => Promise<boolean>): void {
    void pass().then((passed) => {
      if (!passed) return this.crossing.end(spot, this.now);
      this.crossing.calls(spot);
      const begun = this.now;
      this.calls.push({ at: begun, chat: spot.chat, what: next.kind === 'send' ? next.effectId : next.cardId });
      this.after(this.latency, () => {
        this.crossing.heed(spot, { kind: 'sent', messageId: '1' }, begun, this.now);
        this.crossing.end(spot, this.now);
      });
    });
  }

  private after(ms: number, what: () => void): void {
    this.under.push({ at: instant(this.now + ms), what });
  }

  at(what: string): number {
    return this.calls.find((call) => call.what === what)?.at ?? Infinity;
  }
}

const most = (times: readonly number[], within: number): number => Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + within).length));

it.each([[0, 0], [5, 0], [40, 0], [5, 60], [5, 120]])('ten thousand reminders for as many people go out at the limit, at %i ms a call that takes %i ms to prepare', async (latency, preparing) => {
  const traffic = new Traffic(latency, preparing);
  for (let i = 0; i < 10_000; i += 1) traffic.say(`${i}`, `due.x.${i}`);
  await traffic.run(10 * durations.minute);
  const times = traffic.calls.map(({ at }) => at);
  expect(times).toHaveLength(10_000);
  const perSecond = (9_999 / (times.at(-1)! - times[0]!)) * 1_000;
  expect(perSecond).toBeGreaterThanOrEqual(30 * (1_000 / (1_000 + latency)) * 0.995);
  for (let i = 30; i < times.length; i += 1) expect(times[i]! - times[i - 30]!).toBeGreaterThanOrEqual(1_000 + latency);
});

describe('while many wait', () => {
  async function busy(): Promise<Traffic> {
    const traffic = new Traffic(5);
    for (let i = 0; i < 3_000; i += 1) traffic.say(`${i}`, `due.x.${i}`);
    await traffic.run(10_000);
    return traffic;
  }

  it('an answer to somebody who has just written goes out at once', async () => {
    const traffic = await busy();
    traffic.say('777777', 'in.1.1');
    traffic.say('888888', 'in.2.30', true);
    await traffic.run(11_000);
    for (const answer of ['in.1.1', 'in.2.30']) expect(traffic.at(answer)).toBeLessThan(10_200);
  });

  it('even behind a reminder of their own, and after it', async () => {
    const traffic = await busy();
    const behind = traffic.calls.length + 500;
    traffic.say(`${behind}`, 'in.1.1');
    await traffic.run(12_000);
    expect(traffic.at('in.1.1')).toBeLessThan(10_200);
    expect(traffic.at(`due.x.${behind}`)).toBeLessThan(traffic.at('in.1.1'));
  });

  it('a fan-out is nobody’s answer but for its beginning', async () => {
    const traffic = await busy();
    for (let i = 1; i <= 100; i += 1) traffic.say(`fan${i}`, `in.9.${i}`);
    await traffic.run(11_000);
    expect([traffic.at('in.9.8') < 11_000, traffic.at('in.9.9')]).toEqual([true, Infinity]);
  });

  it('a group’s card stays true, and so does the card of whoever presses; other people’s copies wait', async () => {
    const traffic = await busy();
    traffic.press('-1');
    traffic.press('presser', true);
    traffic.press('reader');
    await traffic.run(11_000);
    const drawn = traffic.calls.filter(({ what }) => what === 'card').map(({ chat }) => chat);
    expect(drawn).toEqual(['-1', 'presser']);
    await traffic.run(200_000);
    expect(traffic.calls.filter(({ chat }) => chat === 'reader')).toHaveLength(1);
  });
});

it('one room with 10,000 effects delays another’s by less than two seconds, in whatever order they came', async () => {
  const traffic = new Traffic(5);
  for (let i = 0; i < 10_000; i += 1) traffic.say('-1', `due.x.${i}`);
  await traffic.run(20_000);
  for (let i = 0; i < 50; i += 1) traffic.say(`-2${i}`, `due.other.${i}`);
  await traffic.run(22_000);
  for (let i = 0; i < 50; i += 1) expect(traffic.at(`due.other.${i}`)).toBeLessThan(22_000);
  const own = traffic.calls.filter(({ chat }) => chat === '-1');
  expect(own.map(({ what }) => what)).toEqual(own.map((_, i) => `due.x.${i}`));
  expect(most(own.map(({ at }) => at), 60_000)).toBeLessThanOrEqual(19);
});

it('whoever waits keeps their turn, however often something is added for them', async () => {
  const traffic = new Traffic(5);
  for (let i = 0; i < 300; i += 1) traffic.say(`${i}`, `due.x.${i}`);
  for (let at = 100; at < 9_000; at += 100) {
    await traffic.run(at);
    traffic.say('150', `due.more.${at}`);
  }
  expect(traffic.at('due.x.150')).toBeLessThan(6_000);
});

it('lanes with nothing to do are forgotten once their budgets are whole, and not before', async () => {
  const traffic = new Traffic(5);
  for (let round = 0; round < 60; round += 1) {
    for (let i = 0; i < 30; i += 1) traffic.say(`${round * 100 + i}`, `due.${round}.${i}`);
    await traffic.run(round * 1_100);
  }
  await traffic.run(70_000);
  expect([...traffic.crossing.lanes].length).toBeLessThan(300);
});

it('a clock set back silences nobody', async () => {
  const traffic = new Traffic(5);
  traffic.now = instant(durations.hour);
  for (let i = 0; i < 100; i += 1) traffic.say(`${i}`, `due.x.${i}`);
  await traffic.run(durations.hour + 500);
  const before = traffic.calls.length;
  traffic.now = instant(0);
  traffic.crossing.setBack(traffic.now);
  await traffic.run(durations.minute * 6);
  expect(traffic.calls.length - before).toBe(100 - before);
});
