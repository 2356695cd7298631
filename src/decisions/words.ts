import { isolate, shortName } from '../kernel/text.ts';
import { item, line, strong, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { letterOf } from '../polls/model.ts';
import type { DecisionModel } from './model.ts';
import { acceptance } from './methods/resistance.ts';
import type { Counted, Decision, DecisionOutcome } from './records.ts';
import { commitmentTo } from './verdict.ts';

/** An option in the width of a button, besides its letter. */
const OPTION_WIDTH = 18;

/** "A: Haus am Markt" as short as a button needs it. */
export function optionLabel({ options }: Decision, option: number): string {
  return `${letterOf(option)}: ${shortName(options[option]!, OPTION_WIDTH)}`;
}

const dashed = (code: string): string => code.toLowerCase().replaceAll('_', '-');

/** What was fixed before the opening, a line each. */
export function ruleBlocks(language: Language, decision: Decision): Block[] {
  const { method, quorum, quorumUnit, seed } = decision;
  return [
    item(language.t(`decision-method-${dashed(method)}`)),
    ...(method === 'PLURALITY' ? [item(language.t(`decision-majority-${dashed(decision.majority)}`))] : []),
    item(language.t(`decision-tie-${dashed(decision.tieRule)}`)),
    ...(seed === null ? [] : [item(language.t('decision-lot-seal', { code: commitmentTo(seed) }))]),
    ...(quorum === 0 ? [] : [item(language.t(quorumUnit === 'PERSONS' ? 'decision-quorum-persons' : 'decision-quorum-percent', { count: quorum }))]),
    item(language.t(decision.electorate === 'ROSTER' ? 'decision-electorate-roster' : 'decision-electorate-seats')),
    item(language.t(decision.secret ? 'decision-secret' : 'decision-named')),
    item(closesText(language, decision)),
  ];
}

function closesText(language: Language, { closesAt, zone }: Decision): string {
  return closesAt === null ? language.t('decision-no-closing') : language.t('decision-closes', { date: language.date(closesAt, zone), time: language.clock(closesAt, zone) });
}

export function optionBlocks({ options }: Decision): Block[] {
  return options.map((option, index) => item(strong(`${letterOf(index)}: ${isolate(option)}`)));
}

/** What came out in one sentence, how many took part, each option's number; then what was written beside it. */
export async function outcomeBlocks(language: Language, model: DecisionModel, counted: Counted, nameOf: (personId: string) => Promise<string | null>): Promise<Block[]> {
  const { decision, outcome } = model;
  const figures = counted.figures.map((count, option) => item(strong(`${letterOf(option)}: ${isolate(decision.options[option]!)}`), ` · ${figureWords(language, decision, counted, count)}`));
  const blocks = [line(strong(outcomeSentence(language, decision, counted))), line(language.t('decision-took-part', { count: counted.abstained, have: counted.voted, members: counted.eligible })), ...figures];
  if (outcome !== null && outcome.seed !== null) blocks.push(line(language.t('decision-lot-opened', { code: outcome.seed })));
  for (const note of await noteWords(language, model, nameOf)) blocks.push(line(strong(note)));
  return blocks;
}

/** What was written beside the outcome, oldest first. */
export async function noteWords(language: Language, { decision, notes }: DecisionModel, nameOf: (personId: string) => Promise<string | null>): Promise<string[]> {
  return Promise.all(notes.map(async ({ text, writtenBy, writtenAt }) => {
    const name = (writtenBy === null ? null : await nameOf(writtenBy)) ?? language.t('decision-note-somebody');
    return language.t('decision-note', { date: language.date(writtenAt, decision.zone), name: human(name), words: human(text) });
  }));
}

/** What is counted so far by nobody is not shown; null while it is open. */
export function countedOf({ decision, outcome }: { readonly decision: Decision; readonly outcome: DecisionOutcome | null }): Counted | null {
  return outcome ?? decision.counted;
}

/** One option's figure, with what it means. */
export function figureWords(language: Language, { method }: Decision, { voted, abstained }: Counted, count: number): string {
  const share = method === 'RESISTANCE' ? acceptance(count, voted - abstained) : 0;
  return language.t(`decision-figure-${dashed(method)}`, method === 'RESISTANCE' ? { count, share } : { count });
}

/** @param called how the options are named in the list of figures: by their letters, where they stand beside it */
export function outcomeSentence(language: Language, { options }: Decision, { verdict, figures, voted }: Counted, called: (option: number) => string = (option) => isolate(options[option]!)): string {
  const list = figures.map((figure, option) => `${called(option)} ${figure}`).join(', ');
  switch (verdict.kind) {
    case 'CHOSEN':
      return language.t(`decision-outcome-${dashed(verdict.by)}`, { title: human(options[verdict.option]!), list });
    case 'REJECTED':
      return verdict.why === 'NO_VOTES' ? language.t('decision-outcome-no-votes') : language.t(verdict.why === 'TIE' ? 'decision-outcome-tie' : 'decision-outcome-no-majority', { list });
    case 'NO_QUORUM':
      return language.t('decision-outcome-no-quorum', { have: voted, need: verdict.need });
    case 'RUNOFF':
      return language.t('decision-outcome-runoff', { list, names: verdict.between.map((option) => isolate(options[option]!)).join(', ') });
    case 'TIED':
      return language.t('decision-outcome-tied', { list });
    default:
      return verdict satisfies never;
  }
}

/** What somebody chose, as they read it. */
export function choiceWords(language: Language, { method, options }: Decision, choice: readonly number[] | null): string {
  if (choice === null) return language.t('decision-choice-none');
  if (choice.length === 0) return language.t('decision-choice-abstained');
  const named = (option: number): string => isolate(options[option]!);
  switch (method) {
    case 'PLURALITY':
    case 'APPROVAL':
      return choice.map(named).join(', ');
    case 'INSTANT_RUNOFF':
    case 'SCHULZE':
      return choice.map((option, index) => `${index + 1}. ${named(option)}`).join(', ');
    case 'RESISTANCE':
      return choice.map((worth, option) => `${named(option)} ${worth}`).join(', ');
    default:
      return method satisfies never;
  }
}
