import { describe, expect, it } from 'vitest';
import { isIdempotent, nextStep, type CallKind, type Step } from '../../../src/kernel/retry-policy.ts';
import type { Outcome, RefusalReason } from '../../../src/ports/messenger.ts';

/** reliability 2.1, row by row. */
type Kind = CallKind;
const VISIBLE_TWICE = ['SAY', 'POST', 'FILE'] as const;
const REPEATABLE = ['EDIT', 'DELETE'] as const;
const ALL: readonly Kind[] = [...VISIBLE_TWICE, ...REPEATABLE, 'ANSWER'];

const unreachable: Outcome = { kind: 'notSent', retryAfter: null, everywhere: true };
const flood = (retryAfter: number): Outcome => ({ kind: 'notSent', retryAfter, everywhere: false });
const refused = (reason: RefusalReason): Outcome => ({ kind: 'refused', reason, detail: '' });
const unknown: Outcome = { kind: 'unknown' };
const step = (outcome: Outcome, kind: Kind, { attempt = 1, wasUnknown = false, whisper = false, effectId = 'u.1.1' } = {}): Step => nextStep(outcome, kind, { effectId, attempt, wasUnknown }, whisper);
const wait = (made: Step): number => {
  if (made.do !== 'retry') throw new Error(`${made.do} is no retry`);
  return made.after;
};

it('what could be seen twice is a message, a card and a file; nothing else', () => {
  expect(ALL.filter((kind) => !isIdempotent(kind))).toEqual(VISIBLE_TWICE);
});

it.each(ALL)('carried out: %s is done, with the message’s number', (kind) => {
  expect(step({ kind: 'sent', messageId: '7' }, kind, { wasUnknown: true })).toEqual({ do: 'done', messageId: '7' });
});

describe('row 1: the platform cannot be reached', () => {
  it.each([...VISIBLE_TWICE, ...REPEATABLE])('%s waits from one second to five minutes, and never gives up', (kind) => {
    for (const [i, least] of [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240].entries()) {
      const waited = wait(step(unreachable, kind, { attempt: i + 1 })) / 1_000;
      expect([i, waited >= least, waited <= least * 1.25]).toEqual([i, true, true]);
    }
    expect(wait(step(unreachable, kind, { attempt: 100_000 }))).toBeLessThanOrEqual(300_000);
  });

  it('what failed together comes back spread over a quarter of the wait, and the same at every replay', () => {
    const waits = Array.from({ length: 1_000 }, (_, i) => wait(step(unreachable, 'SAY', { attempt: 4, effectId: `due.7f3a.${i}` })));
    expect(waits).toEqual(Array.from({ length: 1_000 }, (_, i) => wait(step(unreachable, 'SAY', { attempt: 4, effectId: `due.7f3a.${i}` }))));
    // Twenty slices of 100 ms: fifty each, give or take.
    const slices = Array.from({ length: 20 }, (_, i) => waits.filter((each) => Math.min(19, Math.floor((each - 8_000) / 100)) === i).length);
    expect([Math.min(...waits) >= 8_000, Math.max(...waits) <= 10_000]).toEqual([true, true]);
    expect([Math.min(...slices) >= 25, Math.max(...slices) <= 85]).toEqual([true, true]);
  });

  it('one effect does not keep step with itself: its attempts are spread apart, too', () => {
    const shares = new Set(Array.from({ length: 8 }, (_, i) => Math.round((wait(step(unreachable, 'SAY', { attempt: i + 1 })) / (1_000 * 2 ** i)) * 100)));
    expect(shares.size).toBeGreaterThan(4);
  });

  it('an answer to typed words is tried while anybody waits for it: a minute', () => {
    const waits: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const made = step(unreachable, 'CHATTER', { attempt });
      if (made.do === 'giveUp') break;
      waits.push(wait(made));
    }
    expect(waits).toHaveLength(6);
    expect(step(flood(61_000), 'CHATTER')).toMatchObject({ do: 'giveUp', as: 'DEAD' });
    expect(step(flood(60_000), 'CHATTER')).toEqual({ do: 'retry', after: 60_000 });
  });

  it('a toast is not tried again: nobody waits for it any more', () => {
    expect(step(unreachable, 'ANSWER')).toMatchObject({ do: 'giveUp', as: 'DEAD' });
  });
});

describe('row 2: too many calls (429)', () => {
  it.each([...VISIBLE_TWICE, ...REPEATABLE])('%s waits exactly as long as the platform names, however often, and the chat with it', (kind) => {
    for (const attempt of [1, 5, 50]) {
      for (const after of [1_000, 3_000, 300_000, 3_600_000]) {
        expect(step(flood(after), kind, { attempt })).toEqual({ do: 'retry', after });
      }
    }
  });

  it('a toast is dropped', () => {
    expect(step(flood(1_000), 'ANSWER')).toMatchObject({ do: 'giveUp', as: 'DEAD' });
  });
});

describe('row 3: refused', () => {
  const reasons: readonly RefusalReason[] = ['BLOCKED', 'GONE', 'KICKED', 'NO_TOPIC', 'UNSUPPORTED', 'BAD_CALL'];
  it.each(reasons)('%s: what is seen is dead, with its reason, at the first attempt', (reason) => {
    for (const kind of VISIBLE_TWICE) expect(step(refused(reason), kind)).toEqual({ do: 'giveUp', as: 'DEAD', reason });
  });

  it('a message to be taken away that is gone is done; so is a press that is gone', () => {
    for (const kind of ['DELETE', 'ANSWER'] as const) expect(step(refused('NOT_FOUND'), kind)).toEqual({ do: 'done', messageId: null });
  });

  it('a card to be edited that is gone is not', () => {
    expect(step(refused('NOT_FOUND'), 'EDIT')).toMatchObject({ do: 'giveUp', as: 'DEAD' });
  });

  it('an answer for one person looks for the next way to them, whatever the reason', () => {
    for (const reason of [...reasons, 'NOT_FOUND'] as const) expect(step(refused(reason), 'SAY', { whisper: true })).toEqual({ do: 'nextRoute' });
  });
});

it.each(ALL)('row 4: the chat lives on under another id: %s follows', (kind) => {
  expect(step({ kind: 'moved', newChat: '-100' }, kind)).toEqual({ do: 'follow', newChat: '-100' });
});

describe('row 5: nobody knows whether it happened', () => {
  it.each(VISIBLE_TWICE)('%s is tried once more after ten seconds, then accounted for as unknown', (kind) => {
    expect(step(unknown, kind)).toEqual({ do: 'retryUnknown', after: 10_000 });
    expect(step(unknown, kind, { attempt: 2, wasUnknown: true })).toMatchObject({ do: 'giveUp', as: 'UNKNOWN' });
  });

  it.each(REPEATABLE)('%s is repeated freely', (kind) => {
    for (const attempt of [1, 2, 20]) expect(step(unknown, kind, { attempt, wasUnknown: true })).toMatchObject({ do: 'retry' });
    expect(wait(step(unknown, kind, { attempt: 1_000 }))).toBeLessThanOrEqual(300_000);
  });

  it('a toast is dropped', () => {
    expect(step(unknown, 'ANSWER')).toMatchObject({ do: 'giveUp', as: 'DEAD' });
  });

  it('certainly not sent after an unknown is tried again: it still may have to arrive', () => {
    expect(step(unreachable, 'SAY', { attempt: 2, wasUnknown: true })).toMatchObject({ do: 'retry' });
  });
});

it('P4: however outcomes fall, no message is called for again after two unknown ones', () => {
  for (const kind of VISIBLE_TWICE) {
    for (let pattern = 0; pattern < 2 ** 8; pattern += 1) {
      let wasUnknown = false;
      let unknowns = 0;
      for (let attempt = 1; attempt <= 8; attempt += 1) {
        const lost = (pattern >> (attempt - 1)) % 2 === 1;
        unknowns += lost ? 1 : 0;
        const made = step(lost ? unknown : unreachable, kind, { attempt, wasUnknown });
        if (made.do === 'giveUp') break;
        wasUnknown ||= made.do === 'retryUnknown';
      }
      expect(unknowns).toBeLessThanOrEqual(2);
    }
  }
});
