import type { FaultPlan, Side } from './faults.ts';
import type { Death } from './faults-stage.ts';
import { inFiles, type Ground } from './houses.ts';
import { disturbed, undisturbed, type Run } from './scenario-run.ts';
import type { Scenario } from './scenarios.ts';

const SIDES: readonly Side[] = ['before', 'inside', 'after'];

/** What many runs came to. */
export class Account {
  runs = 0;
  confirmed = 0;
  twice = 0;
  missing = 0;
  /** What the checker found, with the point at which it did. */
  readonly wrong: string[] = [];

  add(scenario: Scenario, death: Death, run: Run): void {
    if (run.deaths.length === 0) return;
    this.runs += 1;
    this.confirmed += run.confirmed;
    this.twice += run.twice;
    this.missing += run.missing;
    for (const sentence of run.wrong) this.wrong.push(`${scenario.name} (${death}, ${run.deaths.join(' and ')}): ${sentence}`);
  }

  /** A story that could not be told to its end: people saw something else than they should. The other points are tried all the same. */
  broken(error: unknown): null {
    this.runs += 1;
    this.wrong.push(error instanceof Error ? error.message : String(error));
    return null;
  }

  get summary(): string {
    return `${this.runs} deaths, ${this.confirmed} confirmed updates: ${this.wrong.length} faults found; ${this.twice} messages twice and ${this.missing} answers missing, each on record as unknown`;
  }
}

/** `count` points spread over the scenario, sides in turn. A point between two calls of another bot may not exist: it is not counted. */
export async function somePoints(scenario: Scenario, death: Death, count: number, account: Account, ground: Ground = inFiles): Promise<void> {
  const { trace, calls } = await undisturbed(scenario, ground);
  for (let i = 0; i < count; i += 1) {
    const n = Math.max(1, Math.round(((i + 0.5) / count) * (calls.length - 2)));
    const run = await disturbed(scenario, trace, { n, side: i % 2 === 0 ? 'before' : 'after' }, death, { ground });
    account.add(scenario, death, run);
  }
}

/** Every call, every side; with `twice` the bot dies once more soon after it was raised. */
export async function allPoints(scenario: Scenario, death: Death, account: Account, { twice = false, ground = inFiles } = {}): Promise<void> {
  const { trace, calls } = await undisturbed(scenario, ground);
  for (const side of SIDES) {
    // Beyond the calls of the undisturbed run three misses in a row are the end.
    for (let n = 1, missed = 0; missed < 3; n += 1) {
      // Only a transaction has an inside.
      if (side === 'inside' && calls[n - 1] !== 'transact' && n <= calls.length) continue;
      const again: FaultPlan | null = twice ? { n: 1 + (n % 9), side: n % 2 === 0 ? 'before' : 'after' } : null;
      const run = await disturbed(scenario, trace, { n, side }, death, { again, ground }).catch((error: unknown) => account.broken(error));
      if (run === null) continue;
      account.add(scenario, death, run);
      missed = run.deaths.length === 0 && n > calls.length ? missed + 1 : 0;
    }
  }
}
