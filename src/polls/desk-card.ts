import type { CardKind } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Card } from '../view/card.ts';
import { document, gap, item, line, strong } from '../view/document.ts';
import { close, decide, reopen } from './deciding.ts';
import { deskOf, DRAFT_LINES, heading, PEOPLE_PER_PAGE, type Desk, type DeskState, type Page } from './desk.ts';
import { choicePage, enterPage } from './desk-pages.ts';
import { isRule, setRule, settingsActions, settingsBlocks } from './desk-settings.ts';
import { letterOf, pollModel, slotNumber } from './model.ts';
import { discard, open } from './opening.ts';
import { sendPicture } from './picture.ts';
import type { PollParts } from './ports.ts';
import type { DatePoll } from './records.ts';
import { POLLDESK } from './subjects.ts';
import { suggestionBlocks } from './suggestion.ts';
import { hangGrid } from './voting.ts';
import { closesWords, slotWhenInFull } from './words.ts';

/** What somebody who leads sees of a poll: before it opens its rules, then the suggestion with its reasons, and names. */
export function deskCardKind(parts: PollParts): CardKind {
  return {
    kind: POLLDESK,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const model = await pollModel(records, pollIdOf(copy), context.now);
      if (model === null) return null;
      const desk = await deskOf(records, parts, model, context.languages[0]!, context.now, copy.data);
      const { state } = model.poll;
      if (state === 'DRAFT') return draftCard(desk);
      if (desk.state.page === 'choose' && state !== 'DECIDED') return choicePage(desk);
      return desk.state.page === 'enter' && state === 'OPEN' ? enterPage(desk) : runningCard(desk);
    },
    press: async (turn, copy, actionId) => {
      const poll = await turn.unit.polls.poll(pollIdOf(copy));
      if (poll === null) return turn.refuse(turn.t('press-unknown'));
      // The right to lead may have gone since the card was hung.
      if (!(await parts.rosters.mayLead(turn, poll.groupKey))) return turn.refuse(await parts.rosters.leadersOnly(turn, poll.groupKey));
      if (await turnPage(turn, parts, copy, poll, actionId)) return;
      await act(turn, parts, copy, poll, actionId);
    },
  };
}

/** So many names of those who are silent a message has room for. */
const SILENT = 20;

const pollIdOf = (copy: CardCopy): string => copy.subject.slice(POLLDESK.length + 1);

function draftCard(desk: Desk): Card {
  const { model, language, hints } = desk;
  const rows = model.slots.slice(0, DRAFT_LINES).map((slot, index) => {
    const warned = hints.get(slot.id) ?? [];
    const hint = warned.length === 0 ? '' : ` · ${language.t('poll-hint', { list: warned.join(', ') })}`;
    return item(strong(`${letterOf(index)}: ${slotWhenInFull(language, slot, model.poll.zone)}`), hint);
  });
  const left = model.slots.length - rows.length;
  return { document: document(...heading(desk), ...rows, ...(left > 0 ? [line(language.t('poll-more', { count: left }))] : []), gap, ...settingsBlocks(desk)), actions: settingsActions(desk), open: true };
}

function runningCard(desk: Desk): Card {
  const { model, members, language, now } = desk;
  const { poll, suggestion, answered } = model;
  const nameOf = (personId: string): string => members.find((member) => member.personId === personId)?.name ?? language.t('poll-left-group');
  const phoned = new Set(model.votes.flatMap(({ channel, personId }) => (channel === 'PHONE' ? personId : [])));
  const silent = members.filter(({ personId }) => !answered.has(personId));
  const state = poll.state === 'OPEN' ? closesWords(language, poll) : language.t(poll.state === 'DECIDED' ? 'poll-state-decided' : 'desk-closed');
  const chosen = model.slots.find(({ id }) => id === poll.chosenSlot);
  const best = poll.state === 'DECIDED' || answered.size === 0 ? null : suggestion.best;
  return {
    document: document(
      ...heading(desk),
      ...(chosen === undefined ? [] : [line(strong(slotWhenInFull(language, chosen, poll.zone)))]),
      ...suggestionBlocks(model, { language, now, nameOf, hints: desk.hints }),
      gap,
      line(language.t('poll-answered', { count: answered.size, members: members.length })),
      ...(phoned.size === 0 ? [] : [line(language.t('desk-phoned', { count: phoned.size }))]),
      ...(silent.length === 0 || poll.state === 'DECIDED' ? [] : [line(language.t('desk-silent', { names: silent.slice(0, SILENT).map(({ name }) => name).join(', ') }))]),
      ...(state === null ? [] : [line(state)]),
    ),
    actions: [
      ...(best === null ? [] : [{ id: `fix${slotNumber(best.slot)}`, label: language.t('action-poll-fix', { day: language.day(best.slot.startAt, poll.zone) }), row: 0 }]),
      ...(poll.state === 'DECIDED' ? [] : [{ id: 'choose', label: language.t('action-poll-choose'), row: 1 }]),
      ...(poll.state === 'OPEN'
        ? [{ id: 'enter', label: language.t('action-poll-enter'), row: 2 }, { id: 'close', label: language.t('action-poll-close'), row: 3 }]
        : [{ id: 'reopen', label: language.t('action-poll-reopen'), row: 3 }]),
      ...(poll.state === 'DECIDED' ? [] : [{ id: 'picture', label: language.t('action-poll-picture'), row: 4 }]),
    ],
    open: true,
  };
}

const PAGES: readonly Page[] = ['dates', 'must', 'minimum', 'sector', 'closing', 'tie', 'choose', 'enter'];

async function show(turn: Turn, copy: CardCopy, state: DeskState): Promise<void> {
  turn.unit.kernel.putCard({ ...copy, data: { ...state } });
  await turn.touch(copy.subject);
}

/** False: the action is not about pages. */
async function turnPage(turn: Turn, parts: PollParts, copy: CardCopy, poll: DatePoll, actionId: string): Promise<boolean> {
  const state: DeskState = copy.data;
  const wanted = actionId === 'more' ? state.page : PAGES.find((page) => page === actionId);
  if (wanted === undefined && actionId !== 'back') return false;
  if (wanted === 'must' || wanted === 'enter') {
    const from = actionId === 'more' ? (state.from ?? 0) + PEOPLE_PER_PAGE : 0;
    const members = await parts.rosters.membersOf(turn.unit, poll.groupKey);
    const ordered = wanted === 'enter' ? [...members].sort((a, b) => Number(a.hasChat) - Number(b.hasChat)) : members;
    await show(turn, copy, { page: wanted, from, people: ordered.slice(from, from + PEOPLE_PER_PAGE).map(({ personId }) => personId) });
  } else await show(turn, copy, wanted === undefined ? {} : { page: wanted });
  turn.answer(turn.t('desk-page'));
  return true;
}

async function act(turn: Turn, parts: PollParts, copy: CardCopy, poll: DatePoll, actionId: string): Promise<void> {
  const [, kind, number] = /^(fix|p)(\d+)$/u.exec(actionId) ?? [];
  if (kind === 'fix' && (poll.state === 'OPEN' || poll.state === 'CLOSED')) return fix(turn, parts, copy, poll, Number(number));
  if (actionId === 'picture') return sendPicture(turn, parts, poll);
  if (kind === 'p' && poll.state === 'OPEN') return enterFor(turn, copy, poll, Number(number));
  switch (`${poll.state} ${actionId}`) {
    case 'DRAFT open':
      if (!(await open(turn, parts, poll))) return turn.refuse(turn.t('poll-all-passed'));
      await show(turn, copy, {});
      return turn.answer(turn.t('poll-opened'));
    case 'DRAFT discard':
      await discard(turn, poll);
      return turn.answer(turn.t('poll-discarded'));
    case 'OPEN close':
      await show(turn, copy, {});
      await close(turn, poll);
      return turn.answer(turn.t('desk-closed'));
    case 'CLOSED reopen':
    case 'DECIDED reopen':
      await reopen(turn, poll);
      return turn.answer(turn.t('poll-reopened'));
    default: {
      // Rules are fixed once the poll is open; what else does not fit its state was done meanwhile, on another card.
      if (poll.state !== 'DRAFT') return turn.refuse(turn.t(isRule(actionId) ? 'poll-rules-fixed' : 'press-closed'));
      const people = (copy.data as DeskState).people ?? [];
      if (!(await setRule(turn, poll, people, actionId))) return turn.refuse(turn.t('press-unknown'));
      await turn.touch(copy.subject);
      return turn.answer(turn.t('poll-rule-noted'));
    }
  }
}

async function fix(turn: Turn, parts: PollParts, copy: CardCopy, poll: DatePoll, number: number): Promise<void> {
  const slot = (await turn.unit.polls.slots(poll.id)).find((each) => slotNumber(each) === number);
  if (slot === undefined) return turn.refuse(turn.t('press-unknown'));
  await show(turn, copy, {});
  const problem = await decide(turn, parts, poll, slot);
  if (problem !== null) return turn.refuse(problem);
  turn.answer(turn.t('poll-fixed', { when: slotWhenInFull(turn.language, slot, poll.zone) }));
}

/** The member's grid hangs in the leader's chat; what is pressed there counts as said by phone. */
async function enterFor(turn: Turn, copy: CardCopy, poll: DatePoll, index: number): Promise<void> {
  const personId = (copy.data as DeskState).people?.[index];
  if (personId === undefined) return turn.refuse(turn.t('press-unknown'));
  await hangGrid(turn, turn.place.room, poll.id, personId, await turn.person());
  turn.answer(turn.t('poll-enter-grid'));
}
