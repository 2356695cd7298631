import type { Clock } from '../../src/ports/clock.ts';
import type { Intake, Messenger } from '../../src/ports/messenger.ts';
import type { Store } from '../../src/ports/store.ts';

/** Where at a call: before it, at the end of a transaction's work but before its commit, or after it. */
export type Side = 'before' | 'inside' | 'after';

/** The process dies at the `n`-th call of a port (1 …). */
export interface FaultPlan {
  readonly n: number;
  readonly side: Side;
}

/** Thrown into the bot where it dies, and at whoever waits for it. */
export class Died extends Error {}

const never = <T>(): Promise<T> => new Promise<T>(() => {});

/**
 * Counts the calls of all ports of one bot from when it was armed, and lets it die at one of them. A dead bot is heard of no more: every call
 * it makes hangs for ever, open transactions are rolled back, wakes do not reach it.
 */
export class FaultPoints {
  /** So many calls were made, of these. */
  count = 0;
  names: string[] = [];
  /** What the bot was doing when it died. */
  where: string | null = null;
  readonly died: Promise<never>;
  private plan: FaultPlan | null;
  /** SIGKILL in a process of its own; in ours: nothing. */
  private readonly kill: () => void;
  private readonly tell: (error: Died) => void;

  constructor(plan: FaultPlan | null, kill: () => void = () => {}) {
    this.plan = plan;
    this.kill = kill;
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => {});
    this.died = promise;
    this.tell = reject;
  }

  /** Counts anew from here. */
  arm(plan: FaultPlan | null): void {
    this.plan = plan;
    this.count = 0;
    this.names = [];
  }

  get dead(): boolean {
    return this.where !== null;
  }

  /** Dies here and now, whatever the plan. */
  die(where: string): Died {
    this.kill();
    this.where = where;
    const error = new Died(where);
    this.tell(error);
    return error;
  }

  async call<T>(name: string, run: (inside: () => void) => Promise<T>): Promise<T> {
    if (this.dead) return never();
    const n = this.next(name);
    this.pass(n, 'before', name);
    try {
      const result = await run(() => {
        if (this.dead) throw new Died('the transaction of a dead process');
        this.pass(n, 'inside', name);
      });
      if (this.dead) return await never();
      this.pass(n, 'after', name);
      return result;
    } catch (error) {
      if (this.dead && !(error instanceof Died)) return never();
      throw error;
    }
  }

  callNow<T>(name: string, run: () => T): T {
    if (this.dead) throw new Died('a dead process');
    const n = this.next(name);
    this.pass(n, 'before', name);
    const result = run();
    this.pass(n, 'after', name);
    return result;
  }

  private next(name: string): number {
    this.names.push(name);
    return (this.count += 1);
  }

  private pass(n: number, side: Side, name: string): void {
    if (this.plan?.n === n && this.plan.side === side) throw this.die(`${side} call ${n}: ${name}`);
  }
}

export function faultyStore(store: Store, points: FaultPoints): Store {
  return {
    transact: (work) =>
      points.call('transact', (inside) =>
        store.transact(async (unit) => {
          const result = await work(unit);
          inside();
          return result;
        }),
      ),
    view: (work) => points.call('view', () => store.view(work)),
    scrub: () => points.call('scrub', () => store.scrub()),
    close: () => store.close(),
  };
}

export function faultyMessenger(messenger: Messenger, points: FaultPoints): Messenger {
  return {
    platform: messenger.platform,
    limits: messenger.limits,
    whispersAside: messenger.whispersAside,
    repeatsSafely: messenger.repeatsSafely,
    explainsNumbers: messenger.explainsNumbers,
    onFatal: null,
    isGroup: (chat) => messenger.isGroup(chat),
    deepLink: (payload) => messenger.deepLink(payload),
    decode: (payload) => points.callNow('decode', () => messenger.decode(payload)),
    send: (call, name) => points.call(`send ${call.op}`, () => messenger.send(call, name)),
    download: (reference, most, signal) => points.call('download', () => messenger.download(reference, most, signal)),
    start: (intake, profiles) => messenger.start(faultyIntake(intake, points), profiles),
    stop: () => messenger.stop(),
  };
}

function faultyIntake(intake: Intake, points: FaultPoints): Intake {
  return {
    now: () => intake.now(),
    cursor: (platform, account) => points.call('cursor', () => intake.cursor(platform, account)),
    receive: (platform, batch) => points.call('receive', () => intake.receive(platform, batch)),
  };
}

export function faultyClock(clock: Clock, points: FaultPoints): Clock {
  return {
    now: () => clock.now(),
    at: (instant, wake) =>
      clock.at(instant, () => {
        if (points.dead) return;
        try {
          points.callNow('wake', wake);
        } catch (error) {
          if (!(error instanceof Died)) throw error;
        }
      }),
  };
}
