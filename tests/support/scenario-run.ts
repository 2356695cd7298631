import { check, miscounts, traceOf, type Trace, type Verdict } from './checker.ts';
import { Died, type FaultPlan } from './faults.ts';
import { Stage, type Death } from './faults-stage.ts';
import { inFiles, type Ground } from './houses.ts';
import type { Scenario } from './scenarios.ts';

export interface Run extends Verdict {
  /** Where the bot died; empty: it made fewer calls than planned. */
  readonly deaths: readonly string[];
}

/** The scenario without a fault: what every other run is held against. */
export async function undisturbed(scenario: Scenario, ground: Ground = inFiles): Promise<{ trace: Trace; calls: readonly string[] }> {
  const stage = await played(scenario, ground, null, 'throw');
  try {
    return { trace: await traceOf(stage), calls: stage.calls };
  } finally {
    await stage.close();
  }
}

/** The scenario with a death on the way, and perhaps one more after the bot was raised. */
export async function disturbed(scenario: Scenario, trace: Trace, plan: FaultPlan, death: Death, { again = null, ground = inFiles }: { again?: FaultPlan | null; ground?: Ground } = {}): Promise<Run> {
  const stage = await played(scenario, ground, plan, death, again);
  try {
    // A child that survived is killed at rest; its database must be as good.
    if (death === 'kill' && stage.deaths.length === 0) await stage.raiseHere();
    const verdict = await check(stage, trace);
    return { ...verdict, wrong: [...verdict.wrong, ...(await miscounts(stage))], deaths: stage.deaths };
  } finally {
    await stage.close();
  }
}

async function played(scenario: Scenario, ground: Ground, plan: FaultPlan | null, death: Death, again: FaultPlan | null = null): Promise<Stage> {
  const stage = await Stage.open({ ...(scenario.at === undefined ? {} : { at: scenario.at }), ...(scenario.event === undefined ? {} : { event: scenario.event }) }, ground);
  try {
    const prepared = await scenario.prepare(stage);
    await stage.arm(plan, death, again, scenario.meanwhile && (() => scenario.meanwhile?.(stage, prepared)));
    await scenario.play(stage, prepared);
    return stage;
  } catch (error) {
    await stage.close();
    if (error instanceof Died) throw new Error('a death nobody noticed', { cause: error });
    throw new Error(`${scenario.name}, ${JSON.stringify(plan)} ${death}, died ${JSON.stringify(stage.deaths)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
