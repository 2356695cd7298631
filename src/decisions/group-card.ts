import type { CardKind, DrawContext } from '../kernel/feature.ts';
import type { Instant } from '../kernel/time.ts';
import type { Records } from '../ports/store.ts';
import type { Action } from '../view/card.ts';
import { document, gap, line, strong, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { sendBallot } from './casting.ts';
import { decisionModel, isOver, type DecisionModel } from './model.ts';
import { DECISION } from './subjects.ts';
import { countedOf, optionBlocks, outcomeBlocks, ruleBlocks } from './words.ts';

/** A decision in the group's rooms: its rules and how many have voted; what came out only when it is over, and no names of voters ever. */
export const groupCardKind: CardKind = {
  kind: DECISION,
  prefetch: async () => {},
  draw: async (records, copy, context) => {
    const model = await decisionModel(records, copy.subject.slice(DECISION.length + 1));
    if (model === null || model.decision.state === 'DRAFT') return null;
    const bodies: Block[][] = [];
    for (const language of context.languages) bodies.push(await body(records, model, language, context.now));
    return {
      document: document(...bodies.flatMap((blocks, index) => (index === 0 ? blocks : [gap, ...blocks]))),
      actions: takesPresses(model, context.now) ? actions(model, context) : [],
      // Closed it offers nothing, but a note may be added.
      open: true,
    };
  },
  press: async (turn, copy, actionId) => {
    const decision = await turn.unit.decisions.decision(copy.subject.slice(DECISION.length + 1));
    if (decision === null || actionId !== 'vote') return turn.refuse(turn.t('press-unknown'));
    await sendBallot(turn, decision);
  },
};

const takesPresses = ({ decision }: DecisionModel, now: Instant): boolean => decision.state === 'OPEN' && !isOver(decision, now);

function actions({ decision }: DecisionModel, context: DrawContext): Action[] {
  const words = (key: string): string => [...new Set(context.languages.map((language) => language.t(key)))].join(' / ');
  const link = context.deepLink(`abstimmung-${decision.id}`);
  return [
    { id: 'vote', label: words('action-vote'), row: 0 },
    ...(link === null ? [] : [{ id: 'open', label: words('action-vote-private'), row: 1, url: link }]),
  ];
}

async function body(records: Records, model: DecisionModel, language: Language, now: Instant): Promise<Block[]> {
  const { decision, group, electorate, voted } = model;
  const counted = countedOf(model);
  const head = [title(strong(language.t(decision.runoffOf === null ? 'decision-title' : 'decision-title-runoff', { title: human(decision.question) }))), line(language.pick(group.title))];
  if (counted !== null) return [...head, ...(await outcomeBlocks(language, model, counted, async (personId) => (await records.people.person(personId))?.name ?? null))];
  return [
    ...head,
    ...optionBlocks(decision),
    line(language.t('decision-voted', { count: voted.size, members: electorate.length })),
    ...(isOver(decision, now) ? [line(strong(language.t('decision-counting')))] : [line(language.t('decision-hidden')), ...ruleBlocks(language, decision), ...(model.substitutes.length === 0 ? [] : [line(language.t('decision-substitutes', { count: model.substitutes.length }))])]),
  ];
}
