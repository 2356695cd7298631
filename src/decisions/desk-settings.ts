import type { Turn } from '../kernel/turn.ts';
import { backAction } from '../polls/desk-pages.ts';
import { closingAfter } from '../polls/opening.ts';
import type { Action } from '../view/card.ts';
import { line, strong, type Block } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import type { Decision, DecisionTieRule, Majority, Method } from './records.ts';
import { ruleBlocks } from './words.ts';

/** What a desk shows besides its first page. */
export type Page = 'method' | 'majority' | 'tie' | 'quorum' | 'closing' | 'holder' | 'substitute' | 'enter';

const METHODS: readonly Method[] = ['PLURALITY', 'APPROVAL', 'INSTANT_RUNOFF', 'SCHULZE', 'RESISTANCE'];
const MAJORITIES: readonly Majority[] = ['SIMPLE', 'ABSOLUTE', 'TWO_THIRDS'];
const TIES: readonly DecisionTieRule[] = ['REJECTED', 'RUNOFF', 'LOT', 'LEADER'];
const PERSONS = [0, 3, 4, 5, 6, 8, 10, 12];
const PERCENTS = [33, 50, 67];
/** Days a decision is open; 0: until the leader closes. */
const DAYS = [1, 3, 7, 14, 0];

const dashed = (code: string): string => code.toLowerCase().replaceAll('_', '-');

/** Pages that name people are the desk's own. */
export type RulePage = Exclude<Page, 'holder' | 'substitute' | 'enter'>;

/** The rules as they stand, and what is being chosen. */
export function settingsBlocks(language: Language, decision: Decision, page: RulePage | undefined): Block[] {
  const question = page === undefined ? line(language.t('decision-check')) : line(strong(language.t(`decision-ask-${page}`)));
  return [...ruleBlocks(language, decision), question];
}

export function settingsActions(language: Language, decision: Decision, page: RulePage | undefined): Action[] {
  const back = backAction(language);
  switch (page) {
    case 'method':
      return [...METHODS.map((method, row): Action => ({ id: `m${row}`, label: language.t(`action-decision-${dashed(method)}`), row })), back];
    case 'majority':
      return [...MAJORITIES.map((majority, row): Action => ({ id: `j${row}`, label: language.t(`action-decision-${dashed(majority)}`), row })), back];
    case 'tie':
      return [...TIES.map((tie, row): Action => ({ id: `t${row}`, label: language.t(`action-decision-${dashed(tie)}`), row })), back];
    case 'quorum':
      return [
        ...PERSONS.map((count, index): Action => ({ id: `k${count}`, label: language.t('action-poll-at-least', { count }), row: Math.floor(index / 3) })),
        ...PERCENTS.map((count): Action => ({ id: `c${count}`, label: language.t('action-decision-percent', { count }), row: 9 })),
        back,
      ];
    case 'closing':
      return [...DAYS.map((days, row): Action => ({ id: `d${days}`, label: language.t('action-poll-days', { count: days }), row })), back];
    default:
      return [
        { id: 'open', label: language.t('action-decision-open'), row: 0 },
        { id: 'method', label: language.t('action-decision-method'), row: 1 },
        ...(decision.method === 'PLURALITY' ? [{ id: 'majority', label: language.t('action-decision-majority'), row: 1 }] : []),
        { id: 'tie', label: language.t('action-poll-tie'), row: 2 },
        { id: 'quorum', label: language.t('action-decision-quorum'), row: 2 },
        { id: 'closing', label: language.t('action-decision-closing'), row: 3 },
        decision.secret ? { id: 'named', label: language.t('action-decision-named'), row: 4 } : { id: 'secret', label: language.t('action-decision-secret'), row: 4 },
        decision.electorate === 'ROSTER' ? { id: 'seats', label: language.t('action-decision-seats'), row: 5 } : { id: 'roster', label: language.t('action-decision-roster'), row: 5 },
        ...(decision.electorate === 'SEATS' ? [{ id: 'holder', label: language.t('action-decision-substitute'), row: 5 }] : []),
        { id: 'discard', label: language.t('action-poll-discard'), row: 6 },
      ];
  }
}

const RULE = /^([mjtkcd])(\d+)$/u;

/** Whether an action of a desk is about the decision's rules. */
export function isRule(actionId: string): boolean {
  return RULE.test(actionId) || /^[hs]\d+$/u.test(actionId) || ['s-none', 'secret', 'named', 'seats', 'roster', 'open', 'discard'].includes(actionId);
}

/** Sets one rule of a decision that is not yet open. False: the action sets none. */
export function setRule(turn: Turn, decision: Decision, actionId: string): boolean {
  const change = ruleOf(decision, actionId, turn);
  if (change !== null) turn.unit.decisions.putDecision({ ...decision, ...change });
  return change !== null;
}

function ruleOf({ zone }: Decision, actionId: string, { now }: Turn): Partial<Decision> | null {
  if (actionId === 'secret' || actionId === 'named') return { secret: actionId === 'secret' };
  if (actionId === 'seats' || actionId === 'roster') return { electorate: actionId === 'seats' ? 'SEATS' : 'ROSTER' };
  const [, sign, digits] = RULE.exec(actionId) ?? [];
  const number = Number(digits);
  const [method, majority, tieRule] = [METHODS[number], MAJORITIES[number], TIES[number]];
  switch (sign) {
    case 'm':
      return method === undefined ? null : { method };
    case 'j':
      return majority === undefined ? null : { majority };
    case 't':
      return tieRule === undefined ? null : { tieRule };
    case 'k':
      return PERSONS.includes(number) ? { quorum: number, quorumUnit: 'PERSONS' } : null;
    case 'c':
      return PERCENTS.includes(number) ? { quorum: number, quorumUnit: 'PERCENT' } : null;
    case 'd':
      return DAYS.includes(number) ? { closesAt: number === 0 ? null : closingAfter(number, [], zone, now) } : null;
    default:
      return null;
  }
}
