import type { Member } from '../groups/ports.ts';
import type { CardKind } from '../kernel/feature.ts';
import { runCommand } from '../kernel/dialog.ts';
import type { CardCopy } from '../kernel/records.ts';
import { isolate, shortName } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { backAction, NAME_WIDTH } from '../polls/desk-pages.ts';
import type { Records } from '../ports/store.ts';
import type { Action, Card } from '../view/card.ts';
import { document, gap, item, line, strong, title } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { castingVote, close } from './closing.ts';
import { hangBallot, hasVotedThemselves } from './casting.ts';
import { isRule, setRule, settingsActions, settingsBlocks, type Page } from './desk-settings.ts';
import { decisionModel, electorateOf, isOver, isRunning, touchAll, type DecisionModel } from './model.ts';
import { noteCommand } from './note-command.ts';
import { discard, open } from './opening.ts';
import { sendPicture } from './picture.ts';
import type { DecisionParts } from './ports.ts';
import type { Decision } from './records.ts';
import { DECISIONDESK } from './subjects.ts';
import { countedOf, optionBlocks, optionLabel, outcomeBlocks, ruleBlocks } from './words.ts';

/** The page a desk is open at, kept with its copy. `people`: whom the buttons of this page mean, in their order. */
interface DeskState {
  readonly page?: Page;
  readonly from?: number;
  readonly people?: readonly string[];
  /** For whom a substitute is being chosen. */
  readonly holder?: string;
}

const PEOPLE_PER_PAGE = 20;
/** More seats, and more who could stand for them, no group has. */
const MOST_SEATS = 40;
const PAGES: readonly Page[] = ['method', 'majority', 'tie', 'quorum', 'closing', 'holder', 'enter'];

/** What somebody who leads sees of a decision: first its rules, then who is still to vote, then what came out. */
export function deskCardKind(parts: DecisionParts): CardKind {
  return {
    kind: DECISIONDESK,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const model = await decisionModel(records, idOf(copy));
      if (model === null) return null;
      const [language] = context.languages as [Language];
      const { decision } = model;
      const members = await parts.rosters.membersOf(records, model.group.key);
      if (decision.state === 'DRAFT') return draftCard(model, members, copy.data, language);
      return isRunning(decision) ? openCard(model, members, copy.data, language, isOver(decision, context.now)) : overCard(records, model, language);
    },
    press: async (turn, copy, actionId) => {
      const decision = await turn.unit.decisions.decision(idOf(copy));
      if (decision === null) return turn.refuse(turn.t('press-unknown'));
      // The right to lead may have gone since the card was hung.
      if (!(await parts.rosters.mayLead(turn, decision.groupKey))) return turn.refuse(await parts.rosters.leadersOnly(turn, decision.groupKey));
      if (actionId === 'picture') return sendPicture(turn, decision);
      if (!(await turnPage(turn, parts, copy, decision, actionId))) await act(turn, parts, copy, decision, actionId);
    },
  };
}

const nameOf = ({ name }: Member, language: Language): string => name ?? language.t('person-unnamed');

function draftCard(model: DecisionModel, members: readonly Member[], state: DeskState, language: Language): Card {
  const { decision, substitutes } = model;
  const { page } = state;
  const called = (personId: string): string => isolate(members.filter((member) => member.personId === personId).map((member) => nameOf(member, language)).join(''));
  const stand = substitutes.map(({ personId, holderId }) => item(language.t('decision-substitute', { name: called(personId), other: called(holderId) })));
  const head = [heading(model, language), line(language.pick(model.group.title)), ...optionBlocks(decision), gap];
  if (page === 'holder' || page === 'substitute') {
    const question = page === 'holder' ? language.t('decision-ask-holder') : language.t('decision-ask-substitute', { name: called(state.holder ?? '') });
    const none = page === 'holder' ? [] : [{ id: 's-none', label: language.t('action-decision-nobody'), row: 80 }];
    return { document: document(...head, ...stand, line(strong(question))), actions: [...peopleActions(page === 'holder' ? 'h' : 's', members, state, language), ...none, backAction(language)], open: true };
  }
  const rulePage = page === 'enter' ? undefined : page;
  return { document: document(...head, ...settingsBlocks(language, decision, rulePage), ...stand), actions: settingsActions(language, decision, rulePage), open: true };
}

/** A button for each person of the page, as far as they are still members. */
function peopleActions(sign: string, members: readonly Member[], { people = [] }: DeskState, language: Language): Action[] {
  return people.flatMap((personId, index) => members.filter((member) => member.personId === personId).map((member): Action => ({ id: `${sign}${index}`, label: shortName(nameOf(member, language), NAME_WIDTH), row: Math.floor(index / 2) })));
}

const idOf = (copy: CardCopy): string => copy.subject.slice(DECISIONDESK.length + 1);

function heading({ decision }: DecisionModel, language: Language) {
  return title(strong(language.t(decision.runoffOf === null ? 'decision-title' : 'decision-title-runoff', { title: human(decision.question) })));
}

function openCard(model: DecisionModel, members: readonly Member[], state: DeskState, language: Language, over: boolean): Card {
  const { decision, group, electorate, voted } = model;
  if (state.page === 'enter' && !over) {
    const more = (state.from ?? 0) + PEOPLE_PER_PAGE < electorate.length;
    return {
      document: document(heading(model, language), line(language.pick(group.title)), line(language.t('decision-enter'))),
      actions: [
        ...peopleActions('v', members, state, language),
        ...(more ? [{ id: 'more', label: language.t('action-poll-next'), row: 80 }] : []),
        backAction(language),
      ],
      open: true,
    };
  }
  const silent = members.filter(({ personId }) => electorate.includes(personId) && !voted.has(personId));
  return {
    document: document(
      heading(model, language),
      line(language.pick(group.title)),
      ...optionBlocks(decision),
      gap,
      ...ruleBlocks(language, decision),
      line(language.t('decision-voted', { count: voted.size, members: electorate.length })),
      ...(silent.length === 0 ? [] : [line(language.t('decision-silent', { names: silent.slice(0, PEOPLE_PER_PAGE).map((member) => isolate(nameOf(member, language))).join(', ') }))]),
      ...(over ? [line(strong(language.t('decision-counting')))] : []),
    ),
    actions: over ? [] : [{ id: 'enter', label: language.t('action-poll-enter'), row: 0 }, { id: 'close', label: language.t('action-decision-close'), row: 1 }],
    open: true,
  };
}

async function overCard(records: Records, model: DecisionModel, language: Language): Promise<Card> {
  const { decision, group } = model;
  const counted = countedOf(model);
  const between = decision.state === 'TIED' && counted?.verdict.kind === 'TIED' ? counted.verdict.between : [];
  const outcome = counted === null ? [] : await outcomeBlocks(language, model, counted, async (personId) => (await records.people.person(personId))?.name ?? null);
  return {
    document: document(heading(model, language), line(language.pick(group.title)), ...outcome),
    actions: [
      ...between.map((option, row): Action => ({ id: `f${option}`, label: optionLabel(decision, option), row })),
      ...(decision.state === 'CLOSED' ? [{ id: 'note', label: language.t('action-decision-note'), row: 20 }] : []),
      { id: 'picture', label: language.t('action-poll-picture'), row: 21 },
    ],
    open: true,
  };
}

async function show(turn: Turn, copy: CardCopy, state: DeskState): Promise<void> {
  turn.unit.kernel.putCard({ ...copy, data: { ...state } });
  await turn.touch(copy.subject);
}

/** False: the action is not about pages. */
async function turnPage(turn: Turn, parts: DecisionParts, copy: CardCopy, decision: Decision, actionId: string): Promise<boolean> {
  const state: DeskState = copy.data;
  const wanted = actionId === 'more' ? state.page : PAGES.find((page) => page === actionId);
  if (wanted === undefined && actionId !== 'back') return false;
  if (wanted === 'enter') {
    const from = actionId === 'more' ? (state.from ?? 0) + PEOPLE_PER_PAGE : 0;
    const electorate = new Set(await electorateOf(turn.unit, decision));
    // Those without a chat first: they are the ones who phone.
    const members = (await parts.rosters.membersOf(turn.unit, decision.groupKey)).filter(({ personId }) => electorate.has(personId)).sort((a, b) => Number(a.hasChat) - Number(b.hasChat));
    await show(turn, copy, { page: wanted, from, people: members.slice(from, from + PEOPLE_PER_PAGE).map(({ personId }) => personId) });
  } else if (wanted === 'holder') await show(turn, copy, { page: wanted, people: (await electorateOf(turn.unit, decision)).slice(0, MOST_SEATS) });
  else await show(turn, copy, wanted === undefined ? {} : { page: wanted });
  turn.answer(turn.t('desk-page'));
  return true;
}

async function act(turn: Turn, parts: DecisionParts, copy: CardCopy, decision: Decision, actionId: string): Promise<void> {
  const [, kind, number] = /^([vfhs])(\d+)$/u.exec(actionId) ?? [];
  if (decision.state === 'DRAFT' && (kind === 'h' || kind === 's' || actionId === 's-none')) return substitute(turn, copy, decision, kind === 'h', number === undefined ? null : Number(number));
  if (kind === 'v' && decision.state === 'OPEN') return enterFor(turn, copy, decision, Number(number));
  if (kind === 'f' && decision.state === 'TIED') return turn.answer(turn.t((await castingVote(turn, parts, decision, Number(number))) ? 'decision-closed' : 'press-unknown'));
  switch (`${decision.state} ${actionId}`) {
    case 'DRAFT open':
      await open(turn, parts, decision);
      await show(turn, copy, {});
      return turn.answer(turn.t('decision-opened'));
    case 'DRAFT discard':
      await discard(turn, decision);
      return turn.answer(turn.t('decision-discarded'));
    case 'OPEN close':
      if (isOver(decision, turn.now)) return turn.refuse(turn.t('decision-counting'));
      turn.unit.kernel.putCard({ ...copy, data: {} });
      await close(turn, parts, decision);
      return turn.answer(turn.t('decision-closed'));
    case 'CLOSED note':
      return runCommand(turn, noteCommand(parts), decision.id);
    default: {
      // Rules are fixed once it is open; what else does not fit its state was done meanwhile, on another card.
      if (decision.state !== 'DRAFT') return turn.refuse(turn.t(isRule(actionId) ? 'decision-rules-fixed' : 'press-closed'));
      if (!setRule(turn, decision, actionId)) return turn.refuse(turn.t('press-unknown'));
      await touchAll(turn, decision);
      return turn.answer(turn.t('poll-rule-noted'));
    }
  }
}

/** First whose seat, then who stands for it; null: nobody. Whoever stood for it before does so no more. */
async function substitute(turn: Turn, copy: CardCopy, decision: Decision, choosesHolder: boolean, index: number | null): Promise<void> {
  const { decisions, groups } = turn.unit;
  const { people = [], holder }: DeskState = copy.data;
  const person = index === null ? null : (people[index] ?? null);
  const electorate = new Set(await electorateOf(turn.unit, decision));
  if (choosesHolder) {
    if (person === null) return turn.refuse(turn.t('press-unknown'));
    const free = (await groups.memberships(decision.groupKey)).filter(({ standing, personId }) => standing === 'MEMBER' && !electorate.has(personId)).map(({ personId }) => personId);
    if (free.length === 0) return turn.refuse(turn.t('decision-no-substitutes'));
    await show(turn, copy, { page: 'substitute', holder: person, people: free.slice(0, MOST_SEATS) });
    return turn.answer(turn.t('desk-page'));
  }
  if (holder === undefined || !electorate.has(holder) || (index !== null && (person === null || electorate.has(person)))) return turn.refuse(turn.t('press-unknown'));
  for (const each of await decisions.substitutes(decision.id)) if (each.holderId === holder) decisions.removeSubstitute(each);
  if (person !== null) decisions.putSubstitute({ decisionId: decision.id, personId: person, holderId: holder });
  await show(turn, copy, {});
  turn.answer(turn.t('poll-rule-noted'));
}

/** The person's ballot hangs in the leader's chat; what is pressed there counts as said by phone or on paper. */
async function enterFor(turn: Turn, copy: CardCopy, decision: Decision, index: number): Promise<void> {
  const personId = (copy.data as DeskState).people?.[index];
  if (personId === undefined) return turn.refuse(turn.t('press-unknown'));
  if (await hasVotedThemselves(turn, decision.id, personId)) return turn.refuse(turn.t('decision-voted-self'));
  await hangBallot(turn, turn.place.room, decision.id, personId, await turn.person());
  turn.answer(turn.t('decision-enter-ballot'));
}
