import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { KICKOFF } from '../support/town.ts';
import { DoubleTown } from '../support/double-town.ts';
import { keycap, type Resident } from '../support/matrix/resident.ts';
import { onSynapse } from '../support/matrix/synapse-suite.ts';

const [YES, NO] = [keycap(1), keycap(3)];
const ON_TELEGRAM = 200;
const ON_MATRIX = 100;
const MINUTE = 60_000;

onSynapse('S2 on both messengers', (server) => {
  test('300 people within a minute, 120 seats: never oversold, order of receipt kept, both cards true', async () => {
    const town = await DoubleTown.open(server(), { event: { capacity: 120 } });
    let lag: ReturnType<typeof watch> | undefined;
    try {
      const neighbours = Array.from({ length: ON_TELEGRAM }, (_, i) => town.neighbour(`Person${i}`));
      const residents: Resident[] = [];
      for (let i = 0; i < ON_MATRIX; i += 10) residents.push(...(await Promise.all(Array.from({ length: 10 }, (_, j) => town.resident(`r${i + j}`, `Bewohner${i + j}`)))));
      const card = town.telegram.screen(town.group).find((message) => message.own && message.buttons.length >= 7)!;
      const target = town.matrixCard;
      lag = watch(town);

      const begun = performance.now();
      const reactions: Promise<string>[] = [];
      for (let i = 0; i < ON_TELEGRAM; i += 1) {
        const at = (i / ON_TELEGRAM) * MINUTE;
        if (at > performance.now() - begun) await pause(at - (performance.now() - begun));
        neighbours[i]!.press(card, 'Zusage');
        if (i % 10 === 0) neighbours[i]!.press(card, 'Zusage');
        if (i % 2 === 0) reactions.push(residents[i / 2]!.react(town.room, target, YES));
        // Another way of saying the same: the homeserver itself refuses the same reaction twice.
        if (i % 20 === 0) reactions.push(residents[i / 2]!.react(town.room, target, '1'));
        if (i % 25 === 0) expect((await town.tally()).attendingPersons).toBeLessThanOrEqual(120);
      }
      const yeses = await Promise.all(reactions);
      expect(yeses).toHaveLength(ON_MATRIX + 10);
      await town.until(async () => (await town.tally()).waitingPersons === 180, 'all 300 answers', 30_000).catch(async (error: Error) => {
        throw new Error(`${error.message}: ${JSON.stringify(await town.tally())}`);
      });
      for (const person of neighbours.slice(0, 10)) person.press(card, 'Absage');
      for (const resident of residents.slice(90)) await resident.react(town.room, target, NO);
      const took = await town.bothSay('120 Personen (120 Zusagen) · 0 Vielleicht · 20 Absagen · 160 auf der Warteliste · 0 von 120 Plätzen frei', 20_000);
      expect(took).toBeLessThan(10_000);

      expect(await town.tally()).toMatchObject({ attendingPersons: 120, waitingPersons: 160, declined: 20, reservedPersons: 0 });
      const waiting = await town.store.view((records) => records.events.waiting(KICKOFF, 500));
      const received = waiting.map(({ answeredAt }) => answeredAt);
      expect(received).toEqual([...received].sort((a, b) => a - b));
      const lags = await lag.end();
      expect(lags.telegram.p99).toBeLessThan(10_000);
      expect(lags.matrix.p99).toBeLessThan(10_000);
      process.stdout.write(`S2: card behind the count, ms (p50/p99): Telegram ${lags.telegram.p50}/${lags.telegram.p99}, Matrix ${lags.matrix.p50}/${lags.matrix.p99}; both true ${Math.round(took)} ms after the last answer\n`);

      // Nobody's tap stays without an answer, and no minute saw more than twenty sends and edits in the Telegram group.
      expect(town.telegram.presses.filter(({ answer }) => answer === undefined)).toEqual([]);
      const times = town.telegram.sendsAndEdits(town.group).map(({ at }) => at);
      for (const from of times) expect(times.filter((at) => at >= from && at < from + MINUTE).length).toBeLessThanOrEqual(20);
      // On Matrix the answer is waiting in a room of their own.
      for (const resident of residents.slice(0, 5)) await town.until(async () => (await resident.invitations()).length === 1, 'a private answer', 60_000);
    } finally {
      await lag?.end();
      await town.close();
    }
  }, 240_000);
});

/** How far each card is behind the number of answers in the database, looked at ten times a second. */
function watch(town: DoubleTown): { end: () => Promise<Record<'telegram' | 'matrix', { p50: number; p99: number }>> } {
  const looks: { at: number; real: number; telegram: number; matrix: number }[] = [];
  const ending = new AbortController();
  const run = (async () => {
    while (!ending.signal.aborted) {
      const { attendingReplies, waitingReplies, maybe, declined } = await town.tally();
      looks.push({ at: performance.now(), real: attendingReplies + waitingReplies + maybe + declined, telegram: answers(town.telegramCount()), matrix: answers(town.matrixCount()) });
      await pause(100);
    }
  })();
  const lags = (side: 'telegram' | 'matrix'): { p50: number; p99: number } => {
    const behind = looks.flatMap((look) => {
      const shown = looks.find((later) => later.at >= look.at && later[side] >= look.real);
      return shown === undefined ? [] : [Math.round(shown.at - look.at)];
    }).sort((a, b) => a - b);
    return { p50: behind[Math.floor(behind.length * 0.5)] ?? Infinity, p99: behind[Math.floor(behind.length * 0.99)] ?? Infinity };
  };
  return {
    end: async () => {
      ending.abort();
      await run;
      return { telegram: lags('telegram'), matrix: lags('matrix') };
    },
  };
}

/** "120 Personen (120 Zusagen) · 0 Vielleicht · 20 Absagen · 160 auf der Warteliste": all who have answered, one person each. */
function answers(line: string | null): number {
  const number = (pattern: RegExp): number => Number(pattern.exec(line ?? '')?.[1] ?? 0);
  return number(/\((\d+) Zusage/) + number(/(\d+) Vielleicht/) + number(/(\d+) Absage/) + number(/(\d+) auf der Warteliste/);
}
