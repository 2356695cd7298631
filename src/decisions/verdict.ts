import { createHash } from 'node:crypto';
import { approval } from './methods/approval.ts';
import type { Choice, Count } from './methods/count.ts';
import { instantRunoff } from './methods/instant-runoff.ts';
import { plurality } from './methods/plurality.ts';
import { MOST_RESISTANCE, resistance } from './methods/resistance.ts';
import { schulze } from './methods/schulze.ts';
import type { Counted, DecisionRule, Method, Verdict } from './records.ts';

const COUNTING: Readonly<Record<Method, (choices: readonly Choice[], options: number) => Count>> = {
  PLURALITY: plurality,
  APPROVAL: approval,
  INSTANT_RUNOFF: instantRunoff,
  SCHULZE: schulze,
  RESISTANCE: resistance,
};

/**
 * What was decided. Pure and total; the same whatever the order of the choices.
 * @param choices of those who took part, one each
 * @param eligible how many could have
 */
export function decide(choices: readonly Choice[], options: number, eligible: number, rule: DecisionRule): Counted {
  const { figures, winners } = COUNTING[rule.method](choices, options);
  const abstained = choices.filter((choice) => choice.length === 0).length;
  const tally = { eligible, voted: choices.length, abstained, figures };
  return { ...tally, verdict: verdict(tally, winners, rule) };
}

function verdict({ eligible, voted, abstained, figures }: Omit<Counted, 'verdict'>, winners: readonly number[], rule: DecisionRule): Verdict {
  const need = neededToTakePart(rule, eligible);
  if (voted < need) return { kind: 'NO_QUORUM', need };
  const [first] = winners;
  if (first === undefined) return { kind: 'REJECTED', why: 'NO_VOTES' };
  if (!hasMajority(figures[first]!, voted - abstained, rule)) return rule.tieRule === 'RUNOFF' ? { kind: 'RUNOFF', between: firstTwo(figures) } : { kind: 'REJECTED', why: 'NO_MAJORITY' };
  return winners.length === 1 ? { kind: 'CHOSEN', option: first, by: 'VOTES' } : broken(winners, rule);
}

function broken(tied: readonly number[], { tieRule, seed }: DecisionRule): Verdict {
  switch (tieRule) {
    case 'REJECTED':
      return { kind: 'REJECTED', why: 'TIE' };
    case 'RUNOFF':
      return { kind: 'RUNOFF', between: tied };
    case 'LEADER':
      return { kind: 'TIED', between: tied };
    case 'LOT':
      if (seed === null) throw new Error('a lot needs the seed that was committed at the opening');
      return { kind: 'CHOSEN', option: tied[drawn(seed, tied.length)]!, by: 'LOT' };
    default:
      return tieRule satisfies never;
  }
}

/** How many must take part. A share is rounded up to whole persons. */
export function neededToTakePart({ quorum, quorumUnit }: Pick<DecisionRule, 'quorum' | 'quorumUnit'>, eligible: number): number {
  return quorumUnit === 'PERSONS' ? quorum : Math.ceil((quorum * eligible) / 100);
}

/**
 * Only single choice asks for a majority, of the votes cast for an option (abstentions are no votes, as in § 32 BGB):
 * SIMPLE more than any other, ABSOLUTE more than half, TWO_THIRDS two thirds or more.
 */
function hasMajority(votes: number, cast: number, { method, majority }: DecisionRule): boolean {
  if (method !== 'PLURALITY' || majority === 'SIMPLE') return true;
  return majority === 'ABSOLUTE' ? votes * 2 > cast : votes * 3 >= cast * 2;
}

/** The strongest and the second; with all who are equal to the second. At least two options. */
function firstTwo(figures: readonly number[]): number[] {
  const second = [...figures].sort((a, b) => b - a)[1]!;
  return figures.flatMap((votes, option) => (votes >= second ? [option] : []));
}

/** What is shown before the vote: whoever has it can check afterwards that the seed was not chosen later. */
export function commitmentTo(seed: string): string {
  return sha256(`miteinander lot ${seed}`).slice(0, 32);
}

/** Which of `count` the seed draws: nothing the commitment tells. */
export function drawn(seed: string, count: number): number {
  return Number(BigInt(`0x${sha256(`miteinander draws ${seed}`)}`) % BigInt(count));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Whether this can be said in a vote by this method. */
export function isChoice(choice: Choice, options: number, method: Method): boolean {
  if (choice.length === 0) return true;
  const known = choice.every((each) => Number.isInteger(each) && each >= 0 && each < options) && new Set(choice).size === choice.length;
  switch (method) {
    case 'PLURALITY':
      return known && choice.length === 1;
    case 'RESISTANCE':
      return choice.length === options && choice.every((each) => Number.isInteger(each) && each >= 0 && each <= MOST_RESISTANCE);
    default:
      return known;
  }
}
