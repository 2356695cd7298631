/**
 * A session as a process of its own, with the real inbox: it stores what it hears and says numbered things without pause,
 * each under a name that is kept before the call, until it is killed. Told in the environment variable CHILD.
 */
import '../../../adapters/system/utc.ts';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession } from '../../../adapters/matrix/open.ts';
import { MatrixFailure, MARKER } from '../../../adapters/matrix/wire.ts';
import { openStore } from '../../../adapters/storage/store.ts';
import { systemClock } from '../../../adapters/system/clock.ts';
import { DurableIntake } from '../../../src/kernel/intake.ts';
import { noMetrics } from '../../../src/kernel/pulse.ts';
import type { Intake } from '../../../src/ports/messenger.ts';

export interface ChildOrder {
  readonly folder: string;
  readonly homeserver: string;
  readonly user: string;
  readonly password: string;
  /** Where it speaks, once it is there. */
  readonly room: string;
}

const text = process.env['CHILD'];
if (text !== undefined) await live(JSON.parse(text) as ChildOrder);

async function live({ folder, homeserver, user, password, room }: ChildOrder): Promise<void> {
  const begun = performance.now();
  const end = (why: unknown): void => {
    process.stderr.write(`${String(why)}\n`);
    process.exit(70);
  };
  const store = await openStore(`file:${join(folder, 'inbox.db')}`, { onFatal: end });
  const durable = new DurableIntake(store, systemClock, () => 0, noMetrics);
  const logger = { debug: () => {}, info: () => {}, warn: () => {}, bug: (error: unknown) => (process.stderr.write(`bug ${String(error)}\n`), '') };
  const opening = performance.now();
  const session = await openSession(
    { homeserver, user, password, accessToken: null, recoveryKey: null, store: join(folder, 'matrix.db'), storePassphrase: null, allowedRooms: [], shareKeys: 'any', deviceName: 'Bot' },
    { mayInvite: () => true, isOfficer: () => false, showRecoveryKey: () => {}, showEmojis: () => {}, onLost: end, onPanic: end },
    logger,
  );
  let heard = false;
  const intake: Intake = {
    now: () => durable.now(),
    cursor: async (platform, account) => durable.cursor(platform, account),
    async receive(platform, batch) {
      await durable.receive(platform, batch);
      if (!heard) process.stdout.write(`first ${Math.round(performance.now() - opening)} ${Math.round(performance.now() - begun)}\n`);
      heard = true;
    },
  };
  await session.start(intake);
  await speak(session, folder, room);
}

/** Outbox: a line "begun n" before the call and "done n id" after it; what was begun and not done is called again. */
async function speak(session: Awaited<ReturnType<typeof openSession>>, folder: string, room: string): Promise<void> {
  const ledger = join(folder, 'ledger');
  const lines = existsSync(ledger) ? readFileSync(ledger, 'utf8').trim().split('\n') : [];
  const done = new Set(lines.filter((line) => line.startsWith('done')).map((line) => Number(line.split(' ')[1])));
  const open = lines.filter((line) => line.startsWith('begun')).map((line) => Number(line.split(' ')[1])).filter((n) => !done.has(n));
  let next = Math.max(0, ...done, ...open) + 1;
  for (;;) {
    const n = open.shift() ?? next++;
    if (!lines.includes(`begun ${n}`)) appendFileSync(ledger, `begun ${n}\n`);
    lines.push(`begun ${n}`);
    for (;;) {
      try {
        const id = await session.send(room, 'm.room.message', { msgtype: 'm.text', body: `bot ${n}`, [MARKER]: `effect-${n}` }, `effect-${n}`);
        appendFileSync(ledger, `done ${n} ${id}\n`);
        process.stdout.write(`sent ${n}\n`);
        break;
      } catch (error) {
        if (!(error instanceof MatrixFailure)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
}
