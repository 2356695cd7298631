/** Telegram at its worst (reliability 2.1): what goes out is tried as the table says, never hotly, and nothing gets lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { check, traceOf } from '../support/checker.ts';
import { Stage } from '../support/faults-stage.ts';
import type { FaultKind, FaultScript } from '../support/telegram/faults.ts';

const ENDINGS: readonly (readonly [FaultKind, Partial<FaultScript>])[] = [
  ['429', { retryAfter: 1 }], ['429', { retryAfter: 300 }], ['500-json', {}], ['502-html', {}], ['reset-before', {}], ['reset-after', {}], ['timeout-after-apply', { ms: 300 }], ['truncated', {}],
];

/** An office that is written to and a group with a card: sends, edits and answers. */
async function play(stage: Stage, fault: () => void): Promise<void> {
  stage.officer.say(stage.group, '/hier');
  await stage.move('+25s');
  const people = Array.from({ length: 6 }, (_, i) => stage.resident(`Person${i}`, { started: true }));
  for (const person of people) person.start();
  await stage.move('+25s');
  fault();
  for (const person of people) person.press(stage.card(), 'Zusage');
  stage.officer.say('/erfassen Telefon 2 Frau K.');
  await stage.move('+25s');
  stage.officer.say('/amt');
  await stage.move('+15m');
}

async function undisturbed() {
  const stage = await Stage.open();
  try {
    await play(stage, () => {});
    return await traceOf(stage);
  } finally {
    await stage.close();
  }
}

const noToken = (stage: Stage): void => expect(JSON.stringify(stage.logger)).not.toContain(stage.telegram.token.split(':')[1]);

it.each(ENDINGS)('%s %j, twice each for messages and cards: everything arrives, whatever is there twice is explained', { timeout: 60_000 }, async (kind, more) => {
  const reference = await undisturbed();
  const stage = await Stage.open();
  try {
    const hits: (() => number)[] = [];
    await play(stage, () => {
      for (const method of ['sendMessage', 'editMessageText']) {
        const fault = stage.telegram.fault({ kind, method, times: 2, ...more });
        hits.push(() => fault.hits());
      }
    });
    for (const hit of hits) expect(hit()).toBeGreaterThan(0);
    // Who must wait for five minutes has missed the answers to what they typed: those are worth a minute, and given up.
    const { wrong } = await check(stage, reference);
    const late = more.retryAfter === 300 ? /^(never sent|not to be seen): |^left in the outbox: .*"state":"DEAD"/ : /^$/;
    expect(wrong.filter((sentence) => !late.test(sentence))).toEqual([]);
    noToken(stage);
  } finally {
    await stage.close();
  }
});

it.each(['502-html', '500-json', 'reset-before', 'truncated'] as const)('ten minutes of %s: no more than a call a second, afterwards every card is right', { timeout: 60_000 }, async (kind) => {
  const stage = await Stage.open();
  try {
    let fault = { cancel: () => {}, hits: () => 0 };
    stage.officer.say(stage.group, '/hier');
    await stage.move('+25s');
    const people = Array.from({ length: 12 }, (_, i) => stage.resident(`Person${i}`, { started: true }));
    for (const person of people) {
      person.start();
      person.say('/zusage');
    }
    await stage.move('+1m');
    fault = stage.telegram.fault({ kind, times: Infinity });
    const since = stage.now;
    people[0]!.press(stage.card(), '+1 Person');
    await stage.move('+10m');
    const calls = stage.telegram.calls().filter(({ at, method }) => at > since && method !== 'getUpdates' && method !== 'answerCallbackQuery');
    const busiest = Math.max(...calls.map(({ at }) => calls.filter((other) => other.at >= at && other.at < at + 10_000).length));
    expect(busiest).toBeLessThanOrEqual(10);
    fault.cancel();
    await stage.move('+10m');
    expect(stage.card().text).toContain('13 Personen (12 Zusagen)');
    for (const person of people.slice(1)) expect(stage.lastCard(person)).toContain('13 Personen (12 Zusagen)');
    expect(stage.fatal).toEqual([]);
    noToken(stage);
  } finally {
    await stage.close();
  }
});

it('receiving through every misfortune: no more than a request a second, then the waiting update comes, once', { timeout: 60_000 }, async () => {
  const lines = await Promise.all(
    ENDINGS.map(async ([kind, more]) => {
      const stage = await Stage.open();
      try {
        await stage.settle();
        const fault = stage.telegram.fault({ kind, method: 'getUpdates', times: Infinity, ...more });
        const waits = Date.now();
        for (let i = 0; i < 4; i += 1) {
          stage.officer.say('/amt');
          await pause(1_000);
        }
        const asked = stage.telegram.calls('getUpdates').filter(({ realAt }) => realAt > waits + 200).length;
        fault.cancel();
        noToken(stage);
        const line = `${kind} ${more.retryAfter ?? ''}: ${asked} requests in 4 s`;
        // Whoever is told to wait five minutes has not asked again by now.
        if (more.retryAfter === 300) return { line, asked, missing: stage.telegram.pendingUpdates.length >= 3 ? 0 : 1 };
        await stage.telegram.waitFor(() => stage.telegram.pendingUpdates.length === 0, { timeoutMs: 20_000 });
        await stage.move('+2m');
        return { line, asked, missing: (await check(stage, await traceOf(stage))).wrong.length };
      } finally {
        await stage.close();
      }
    }),
  );
  console.log(lines.map(({ line }) => line).join('; '));
  expect(lines.filter(({ asked }) => asked > 4)).toEqual([]);
  expect(lines.filter(({ missing }) => missing > 0)).toEqual([]);
});
