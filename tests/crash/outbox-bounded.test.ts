/** What waits in the outbox while a messenger lets nothing through stays in the database: memory holds a line for each. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import type { OutboxRow } from '../../src/kernel/effect.ts';
import { durations, instant } from '../../src/kernel/time.ts';
import { roomId } from '../../src/kernel/update.ts';
import { say } from '../../src/view/document.ts';
import { Town } from '../support/town.ts';

const WAITING = 50_000;
const CHATS = 5_000;
/** Each says so much: all of it together would be 100 MB. */
const SAYS = 'Wir erinnern Sie. '.repeat(111);
/** So much may the heap grow, MB: 640 bytes for each that waits. */
const MOST = 32;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  for (let i = 0; i < 3; i += 1) collect();
  return process.memoryUsage().heapUsed / 1e6;
}

it(`fifty thousand messages that wait for Telegram take less than ${MOST} MB`, { timeout: 180_000 }, async () => {
  const town = await Town.open();
  try {
    const people = Array.from({ length: CHATS }, (_each, i) => 6_000_000_000 + i);
    const now = town.now;
    const row = (i: number): OutboxRow => ({
      effectId: `due.bounded.${i}`, seq: 1_000_000 + i, room: roomId('telegram', String(people[i % CHATS])), personId: null,
      effect: { kind: 'SAY', document: say(`${i} ${SAYS}`), replyTo: null, whisper: null, chatter: false },
      state: 'READY', attempt: 0, notBefore: now, expiresAt: instant(now + durations.day), createdAt: now, sendingAt: null, unknownAt: null, messageId: null,
    });
    let before = 0;
    town.telegram.fault({ kind: '429', method: 'sendMessage', retryAfter: 3_600, times: Infinity });
    await town.restart(async () => {
      before = heap();
      for (let from = 0; from < WAITING; from += 2_000) await town.store.transact(async (unit) => { for (let i = from; i < from + 2_000; i += 1) unit.kernel.putOutbox(row(i)); });
    });
    await town.move('+2s');
    const grown = heap() - before;
    const waiting = (await town.bot.pulse()).unsent;
    console.log(`outbox: ${waiting} wait, the heap has grown by ${grown.toFixed(1)} MB (${Math.round((grown * 1e6) / waiting)} bytes each); what they say is ${Math.round((WAITING * SAYS.length) / 1e6)} MB`);
    expect(waiting).toBeGreaterThanOrEqual(WAITING);
    expect(grown).toBeLessThan(MOST);
  } finally {
    await town.bot.stop();
    await town.telegram.stop();
    await town.store.close();
  }
});
