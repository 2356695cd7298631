/**
 * The bot as a process of its own that kills itself with SIGKILL at a call of a port. It lives by a virtual clock which
 * its parent moves; nothing else connects the two but the fake Telegram.
 */
import '../../adapters/system/utc.ts';
import { writeFileSync } from 'node:fs';
import { openStore } from '../../adapters/storage/store.ts';
import { createLogger } from '../../adapters/system/logger.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import { instant } from '../../src/kernel/time.ts';
import { FaultPoints, type FaultPlan } from './faults.ts';
import { raise } from './faults-house.ts';

/** In the environment variable CHILD, as JSON. */
export interface ChildOrder {
  /** Where the database is. */
  readonly url: string;
  readonly now: number;
  readonly token: string;
  readonly apiRoot: string;
  readonly plan: FaultPlan | null;
  /** Where it writes down at what instant of its clock it kills itself. */
  readonly note: string;
  /** Its start counts, too. */
  readonly anew: boolean;
}

/** From the parent: move the clock there; or: the server has nothing more for you. */
export type ToChild = { readonly to: number } | { readonly calm: true };
/** To the parent: up; or: come to rest at this instant, is there more?; or: the clock is where you wanted it. */
export type FromChild = { readonly up: true } | { readonly resting: number } | { readonly arrived: true };

const text = process.env['CHILD'];
if (text !== undefined) await live(JSON.parse(text) as ChildOrder);

async function live({ url, now, token, apiRoot, plan, note, anew }: ChildOrder): Promise<void> {
  const clock = new VirtualClock(instant(now));
  const logger = createLogger({ level: 'info', ids: randomIds, secrets: [token] });
  const fatal = (error: unknown): void => {
    logger.bug(error, 'nothing may be acknowledged any more');
    process.exit(70);
  };
  const store = await openStore(url, { onFatal: fatal });
  const points = new FaultPoints(anew ? plan : null, () => {
    writeFileSync(note, String(clock.now()));
    process.kill(process.pid, 'SIGKILL');
  });
  const { bot } = await raise({ store, clock, token, apiRoot, logger, onFatal: fatal }, points);
  const tell = (message: FromChild): void => void process.send?.(message);
  let calm = (): void => {};
  const settle = async (): Promise<void> => {
    await bot.idle();
    const answered = new Promise<void>((resolve) => (calm = resolve));
    tell({ resting: clock.now() });
    await answered;
    await bot.idle();
  };
  process.on('message', (message: ToChild) => {
    if ('calm' in message) return calm();
    void clock.advanceTo(instant(message.to), settle).then(() => tell({ arrived: true }), fatal);
  });
  process.on('disconnect', () => process.exit(0));
  await bot.start();
  if (!anew) {
    await bot.idle();
    points.arm(plan);
  }
  tell({ up: true });
}
