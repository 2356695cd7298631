import type { CardKind, DrawContext } from '../kernel/feature.ts';
import type { Instant } from '../kernel/time.ts';
import type { Records } from '../ports/store.ts';
import type { Action } from '../view/card.ts';
import { document, gap, item, line, strong, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { letterOf, pollModel, takesVotes, type PollModel } from './model.ts';
import type { PollParts } from './ports.ts';
import type { DateSlot } from './records.ts';
import { DATEPOLL } from './subjects.ts';
import { sendGrid } from './voting.ts';
import { hintsOf } from './warnings.ts';
import { bar, closesWords, countWords, obstacleWords, slotWhen, tieWords } from './words.ts';

/** More dates than this make no card a messenger takes; the best are shown. */
const MOST_LINES = 16;
/** So many lines can bear hints on every date; of more, only the best date says what speaks against it. */
const MOST_HINTS = 6;

/** The poll in the group's rooms: counts without names, the best date said in words, one button that leads to the grid. */
export function groupCardKind(parts: PollParts): CardKind {
  return {
    kind: DATEPOLL,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const model = await pollModel(records, copy.subject.slice(DATEPOLL.length + 1), context.now);
      if (model === null || model.poll.state === 'DRAFT') return null;
      const bodies: Block[][] = [];
      for (const language of context.languages) bodies.push(await body(records, parts, model, language, context.now, Math.floor(MOST_LINES / context.languages.length)));
      return {
        document: document(...bodies.flatMap((blocks, index) => (index === 0 ? blocks : [gap, ...blocks]))),
        actions: takesVotes(model.poll, context.now) ? actions(model, context) : [],
        // Closed it offers nothing, but it may be opened again.
        open: true,
      };
    },
    press: async (turn, copy, actionId) => {
      const poll = await turn.unit.polls.poll(copy.subject.slice(DATEPOLL.length + 1));
      if (poll === null || actionId !== 'vote') return turn.refuse(turn.t('press-unknown'));
      await sendGrid(turn, poll);
    },
  };
}

function actions({ poll }: PollModel, context: DrawContext): Action[] {
  const words = (key: string): string => [...new Set(context.languages.map((language) => language.t(key)))].join(' / ');
  const link = context.deepLink(`umfrage-${poll.id}`);
  return [
    { id: 'vote', label: words('action-vote'), row: 0 },
    ...(link === null ? [] : [{ id: 'open', label: words('action-vote-private'), row: 1, url: link }]),
  ];
}

async function body(records: Records, parts: PollParts, model: PollModel, language: Language, now: Instant, most: number): Promise<Block[]> {
  const { poll, group, voters, answered } = model;
  const shown = shownSlots(model, most);
  const rows: Block[] = [];
  for (const slot of shown) rows.push(await row(records, parts, model, slot, language, now, shown.length <= Math.min(MOST_HINTS, most)));
  const left = model.slots.length - shown.length;
  const closes = closesWords(language, poll);
  return [
    title(strong(language.t('poll-title', { title: human(poll.title) }))),
    line(language.pick(group.title)),
    ...rows,
    ...(left === 0 ? [] : [line(language.t('poll-more', { count: left }))]),
    line(language.t('poll-answered', { count: answered.size, members: voters.length })),
    ...state(model, language, now),
    ...(takesVotes(poll, now) ? [...(closes === null ? [] : [line(closes)]), line(tieWords(language, poll)), line(language.t('poll-notice'))] : []),
  ];
}

/** In the order of the calendar; where there are too many, the best of them. */
function shownSlots({ slots, suggestion }: PollModel, most: number): readonly DateSlot[] {
  if (slots.length <= most) return slots;
  const best = new Set(suggestion.standings.slice(0, most).map(({ slot }) => slot.id));
  return slots.filter(({ id }) => best.has(id));
}

async function row(records: Records, parts: PollParts, model: PollModel, slot: DateSlot, language: Language, now: Instant, roomy: boolean): Promise<Block> {
  const { poll, suggestion, voters, slots } = model;
  const standing = suggestion.standings.find((each) => each.slot.id === slot.id);
  const hints = poll.state === 'OPEN' && (roomy || suggestion.best?.slot.id === slot.id) ? await hintsOf(records, parts.meetings, poll, slot, voters.map(({ personId }) => personId), language) : [];
  const words: string[] = [];
  if (poll.chosenSlot === slot.id) words.push(language.t('poll-chosen'));
  if (standing === undefined) words.push(language.t('poll-passed'));
  else if (poll.live || poll.state !== 'OPEN') {
    words.push(`${bar(standing, voters.length)} ${countWords(language, standing)}`);
    if (poll.chosenSlot === null && model.answered.size > 0) words.push(...verdict(model, standing.slot.id, language));
    words.push(...standing.obstacles.map((obstacle) => obstacleWords(language, obstacle)));
  }
  if (hints.length > 0) words.push(language.t('poll-hint', { list: hints.join(', ') }));
  const head = `${letterOf(slots.indexOf(slot))}: ${slotWhen(language, slot, poll.zone, now)}`;
  return item(strong(head), words.length === 0 ? '' : ` · ${words.join(' · ')}`);
}

function verdict({ suggestion: { best, tied } }: PollModel, slotId: string, language: Language): string[] {
  if (best?.slot.id === slotId) return [language.t('poll-best')];
  return tied.length > 1 && tied.some(({ slot }) => slot.id === slotId) ? [language.t('poll-tied')] : [];
}

function state({ poll }: PollModel, language: Language, now: Instant): Block[] {
  if (poll.state === 'DECIDED') return [line(strong(language.t('poll-state-decided')))];
  if (!takesVotes(poll, now)) return [line(strong(language.t('poll-state-closed')))];
  return poll.live ? [] : [line(language.t('poll-hidden'))];
}
