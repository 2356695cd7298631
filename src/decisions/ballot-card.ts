import type { CardKind } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import { isolate } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import { document, item, line, strong, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { ballotActions, chosenBy } from './ballot-actions.ts';
import { cast } from './casting.ts';
import { decisionModel, isOver } from './model.ts';
import { sendPicture } from './picture.ts';
import type { DecisionParts } from './ports.ts';
import type { Decision, DecisionVote } from './records.ts';
import { BALLOT } from './subjects.ts';
import { choiceWords, countedOf, optionBlocks, outcomeBlocks } from './words.ts';

/** So many names of a vote that is not secret a message has room for. */
const MOST_NAMES = 40;

/** One person's vote, in private; every press sets it and the card replaces itself. Closed, it shows what came out. */
export function ballotCardKind(parts: DecisionParts): CardKind {
  return {
    kind: BALLOT,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const { decisionId, voter } = whose(copy);
      const model = await decisionModel(records, decisionId);
      const standsFor = model?.electorate.includes(voter) === false ? (model.substitutes.find(({ personId }) => personId === voter) ?? null) : null;
      if (model === null || (standsFor === null && !model.electorate.includes(voter))) return null;
      const { decision } = model;
      const [language] = context.languages as [Language];
      const head = title(strong(language.t(decision.runoffOf === null ? 'decision-title' : 'decision-title-runoff', { title: human(decision.question) })));
      const counted = countedOf(model);
      if (counted !== null) {
        const nameOf = async (personId: string): Promise<string | null> => (await records.people.person(personId))?.name ?? null;
        return { document: document(head, ...(await outcomeBlocks(language, model, counted, nameOf)), ...(await namedVotes(records, decision, language, nameOf))), actions: [{ id: 'picture', label: language.t('action-poll-picture'), row: 0 }], open: true };
      }
      if (isOver(decision, context.now)) return { document: document(head, line(language.t('decision-counting'))), actions: [], open: true };
      const vote = visible(copy, voter, await records.decisions.vote(decisionId, voter));
      const page = typeof copy.data['page'] === 'number' ? copy.data['page'] : null;
      return {
        document: document(head, ...(await ask(records, copy, voter, vote, language)), ...(standsFor === null ? [] : [line(language.t('decision-substitute-own', { name: human((await records.people.person(standsFor.holderId))?.name ?? language.t('person-unnamed')) }))]), ...optionBlocks(decision), ...how(decision, page, language), line(strong(language.t('decision-own', { answer: choiceWords(language, decision, vote?.choice ?? null) }))), ...(decision.secret ? [line(language.t('decision-secret-own'))] : [])),
        actions: ballotActions(language, decision, vote?.choice ?? null, page),
        open: true,
      };
    },
    press: async (turn, copy, actionId) => {
      const { decisionId, voter } = whose(copy);
      const decision = await turn.unit.decisions.decision(decisionId);
      if (decision === null) return turn.refuse(turn.t('press-unknown'));
      if (actionId === 'picture') return sendPicture(turn, decision);
      // Servers read reactions, even where messages are encrypted.
      if (turn.update?.what.kind === 'choice' && turn.update.what.reaction) return turn.refuse(turn.t('decision-no-reactions'));
      const [, page] = /^p(\d+)$/u.exec(actionId) ?? [];
      if (page !== undefined || actionId === 'back') return turnPage(turn, copy, page === undefined ? null : Number(page));
      const before = visible(copy, voter, await turn.unit.decisions.vote(decisionId, voter))?.choice ?? null;
      const choice = chosenBy(decision, before, actionId);
      if (choice === null) return turn.refuse(turn.t('press-unknown'));
      const refused = await cast(turn, parts, decision, voter, choice);
      if (refused !== null) return turn.refuse(refused);
      if (copy.data['page'] !== undefined) turn.unit.kernel.putCard({ ...copy, data: {} });
      // The toast is stored until it is sent: what was chosen is only on the card.
      turn.answer(turn.t('decision-noted'));
    },
  };
}

/** What whoever holds this card may see: their own vote, or one that was entered and not given by the voter. */
function visible(copy: CardCopy, voter: string, vote: DecisionVote | null): DecisionVote | null {
  return vote !== null && (copy.personId === voter || vote.channel === 'PHONE') ? vote : null;
}

function whose(copy: CardCopy): { decisionId: string; voter: string } {
  const what = copy.subject.slice(BALLOT.length + 1);
  const slash = what.indexOf('/');
  return { decisionId: what.slice(0, slash), voter: what.slice(slash + 1) };
}

async function turnPage(turn: Turn, copy: CardCopy, page: number | null): Promise<void> {
  turn.unit.kernel.putCard({ ...copy, data: page === null ? {} : { page } });
  await turn.touch(copy.subject);
  turn.answer(turn.t('desk-page'));
}

async function ask(records: Records, copy: CardCopy, voter: string, vote: DecisionVote | null, language: Language): Promise<Block[]> {
  if (voter !== copy.personId) return [line(strong(language.t('poll-for', { name: human((await records.people.person(voter))?.name ?? language.t('person-unnamed')) }))), line(language.t('decision-entered'))];
  return copy.data['asks'] === true && vote === null ? [line(strong(language.t('decision-reminder')))] : [];
}

function how({ method, options }: Decision, page: number | null, language: Language): Block[] {
  if (page !== null && options[page] !== undefined) return [line(language.t('decision-ask-resistance', { title: human(options[page]) }))];
  switch (method) {
    case 'PLURALITY':
      return [line(language.t('decision-how-one'))];
    case 'APPROVAL':
      return [line(language.t('decision-how-several'))];
    case 'INSTANT_RUNOFF':
    case 'SCHULZE':
      return [line(language.t('decision-how-ranking'))];
    case 'RESISTANCE':
      return [line(language.t('decision-how-resistance'))];
    default:
      return method satisfies never;
  }
}

/** Of a vote that is not secret those who voted see, when it is over, who said what. */
async function namedVotes(records: Records, decision: Decision, language: Language, nameOf: (personId: string) => Promise<string | null>): Promise<Block[]> {
  if (decision.secret) return [];
  const votes = await records.decisions.votes(decision.id);
  const rows: Block[] = [];
  const named = await Promise.all(votes.map(async ({ personId, choice }) => ({ name: (await nameOf(personId)) ?? language.t('person-unnamed'), choice })));
  // By name: who voted first is nobody's business.
  named.sort((a, b) => a.name.localeCompare(b.name, 'de'));
  for (const { name, choice } of named.slice(0, MOST_NAMES)) rows.push(item(`${isolate(name)}: ${choiceWords(language, decision, choice)}`));
  const left = votes.length - rows.length;
  return [...rows, ...(left > 0 ? [line(language.t('decision-more-votes', { count: left }))] : [])];
}
