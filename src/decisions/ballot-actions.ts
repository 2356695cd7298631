import type { Action } from '../view/card.ts';
import type { Language } from '../view/language.ts';
import { MOST_RESISTANCE } from './methods/resistance.ts';
import type { Decision } from './records.ts';
import { optionLabel } from './words.ts';

const RESISTANCES = Array.from({ length: MOST_RESISTANCE + 1 }, (_each, worth) => worth);
const ABSTAIN = 'abstain';

/** Each button says what it sets. @param page the option whose resistance is asked for; null: which one is */
export function ballotActions(language: Language, decision: Decision, choice: readonly number[] | null, page: number | null): Action[] {
  const { method, options } = decision;
  const chosen = new Set(choice);
  const each = (make: (option: number) => Omit<Action, 'row'> | null): Action[] => options.flatMap((_option, option) => {
    const action = make(option);
    return action === null ? [] : [{ ...action, row: option }];
  });
  const label = (option: number, sign = ''): string => `${sign}${optionLabel(decision, option)}`;
  const abstain: Action = { id: ABSTAIN, label: language.t('action-decision-abstain'), row: 20 };
  switch (method) {
    case 'PLURALITY':
      return [...each((option) => ({ id: `o${option}`, label: label(option) })), abstain];
    case 'APPROVAL':
      return [...each((option) => (chosen.has(option) ? { id: `x${option}`, label: label(option, '− ') } : { id: `y${option}`, label: label(option, '+ ') })), abstain];
    case 'INSTANT_RUNOFF':
    case 'SCHULZE':
      return [...each((option) => (chosen.has(option) ? null : { id: `r${option}`, label: label(option, `${chosen.size + 1}. `) })), { ...abstain, label: language.t(chosen.size === 0 ? 'action-decision-abstain' : 'action-decision-anew') }];
    case 'RESISTANCE':
      if (page !== null && options[page] !== undefined) {
        return [...RESISTANCES.map((worth) => ({ id: `w${page}-${worth}`, label: String(worth), row: Math.floor(worth / 3) })), { id: 'back', label: language.t('action-poll-back'), row: 20 }];
      }
      return [...each((option) => ({ id: `p${option}`, label: label(option) })), abstain];
    default:
      return method satisfies never;
  }
}

/**
 * What the vote is after this press; pressing sets, so a second press of the same button changes nothing.
 * @returns null: the action says nothing about this decision
 */
export function chosenBy({ method, options }: Pick<Decision, 'method' | 'options'>, before: readonly number[] | null, actionId: string): readonly number[] | null {
  if (actionId === ABSTAIN) return [];
  const [, sign, first, second] = /^([oxyrw])(\d+)(?:-(\d+))?$/u.exec(actionId) ?? [];
  const option = Number(first);
  const said = before ?? [];
  if (sign === undefined || options[option] === undefined) return null;
  switch (`${method} ${sign}`) {
    case 'PLURALITY o':
      return [option];
    case 'APPROVAL y':
      return [...new Set([...said, option])].sort((a, b) => a - b);
    case 'APPROVAL x':
      return said.filter((each) => each !== option);
    case 'INSTANT_RUNOFF r':
    case 'SCHULZE r':
      return said.includes(option) ? said : [...said, option];
    case 'RESISTANCE w': {
      // What somebody says nothing about does not go against them.
      const known = said.length === options.length ? said : options.map(() => 0);
      return second === undefined ? null : known.with(option, Number(second));
    }
    default:
      return null;
  }
}
