import { isolate } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Mark } from '../view/drawing.ts';
import { human } from '../view/language.ts';
import { altText, drawDateGrid, MOST_COLUMNS, MOST_ROWS, type DateGrid } from '../view/picture.ts';
import { letterOf, pollModel, type PollModel } from './model.ts';
import type { PollParts } from './ports.ts';
import type { DatePoll } from './records.ts';
import type { Standing } from './rules.ts';
import { isVoter, refusalSentence } from './voting.ts';
import { answerKey, countWords, slotWhen } from './words.ts';

/** More at once nobody looks at. */
const MOST_PICTURES = 3;

/**
 * The poll as a picture, to where it was asked for. Names stand in it only for whoever leads, in private; members see
 * the totals and in private their own answers, a group the totals alone. Hidden results stay hidden.
 */
export async function sendPicture(turn: Turn, parts: PollParts, poll: DatePoll): Promise<void> {
  const model = await pollModel(turn.unit, poll.id, turn.now);
  if (model === null || poll.state === 'DRAFT') return turn.refuse(turn.t('polls-none'));
  const leads = turn.isPrivate && (await parts.rosters.mayLead(turn, poll.groupKey));
  if (turn.isPrivate && !leads && !(await isVoter(turn, poll, turn.actor.personId))) return turn.refuse(await refusalSentence(turn, poll, 'NO_MEMBER'));
  if (!leads && !poll.live && poll.state === 'OPEN') return turn.refuse(turn.t('poll-hidden'));
  const shown = shownStandings(model);
  if (shown.length === 0) return turn.refuse(turn.t('poll-all-passed'));
  const rows = leads ? await namedRows(turn, parts, model, shown) : turn.isPrivate ? ownRow(turn, model, shown) : [];
  const left = model.suggestion.standings.length - shown.length;
  const notes = [
    turn.t('poll-answered', { count: model.answered.size, members: model.voters.length }),
    ...(left === 0 ? [] : [turn.t('poll-more', { count: left })]),
    ...(rows.length <= MOST_ROWS ? [] : [turn.t('picture-more-people', { count: rows.length - MOST_ROWS })]),
  ];
  const heading = { title: turn.t('poll-title', { title: human(poll.title) }), subtitle: turn.language.pick(model.group.title), direction: turn.language.direction, notes };
  const words = { YES: turn.t('poll-answer-yes'), IF_NEEDED: turn.t('poll-answer-if-needed'), NO: turn.t('poll-answer-no'), NONE: turn.t('poll-answer-none') };
  const grid: DateGrid = { ...heading, words, rows, columns: shown.map((standing) => column(turn, model, standing)) };
  turn.picture(turn.place.room, drawDateGrid(grid), inWords(turn, model, shown, grid));
  if (turn.update?.what.kind === 'press') turn.answer(turn.t('poll-picture-sent'));
}

/** `/umfragen Bild`: the polls of the room's group; in private those the actor votes in or leads, the newest first. */
export async function sendPictures(turn: Turn, parts: PollParts): Promise<void> {
  const { groups, kernel, polls } = turn.unit;
  const keys = turn.isPrivate ? (await groups.groups()).map(({ key }) => key) : [(await kernel.room(turn.place.room))?.groupKey ?? ''];
  const meant: DatePoll[] = [];
  for (const key of keys) {
    for (const poll of await polls.pollsOf(key)) {
      if (poll.state !== 'OPEN' && poll.state !== 'CLOSED') continue;
      const concerns = !turn.isPrivate || (await isVoter(turn, poll, turn.actor.personId)) || (await parts.rosters.mayLead(turn, key));
      if (concerns) meant.push(poll);
    }
  }
  if (meant.length === 0) return turn.answer(turn.t('polls-none'));
  for (const poll of meant.sort((a, b) => b.createdAt - a.createdAt).slice(0, MOST_PICTURES)) await sendPicture(turn, parts, poll);
}

/** In the order of the calendar; where there are too many, the best of them. */
function shownStandings({ suggestion: { standings } }: PollModel): readonly Standing[] {
  return standings.slice(0, MOST_COLUMNS).sort((a, b) => a.slot.startAt - b.slot.startAt);
}

const isBest = ({ suggestion, answered, poll }: PollModel, { slot }: Standing): boolean => answered.size > 0 && poll.chosenSlot === null && suggestion.best?.slot.id === slot.id;

function column(turn: Turn, model: PollModel, standing: Standing): DateGrid['columns'][number] {
  const { language } = turn;
  const { zone } = model.poll;
  const slot = model.slots.find(({ id }) => id === standing.slot.id)!;
  return {
    head: [letterOf(model.slots.indexOf(slot)), language.day(slot.startAt, zone), `${language.clock(slot.startAt, zone)}–${language.clock(slot.endAt, zone)}`],
    best: isBest(model, standing) ? turn.t('picture-best') : null,
    totals: { YES: standing.yes, IF_NEEDED: standing.ifNeeded, NO: standing.no },
  };
}

async function namedRows(turn: Turn, parts: PollParts, model: PollModel, shown: readonly Standing[]): Promise<DateGrid['rows']> {
  const phoned = new Set(model.votes.flatMap(({ channel, personId }) => (channel === 'PHONE' ? personId : [])));
  const members = await parts.rosters.membersOf(turn.unit, model.group.key);
  return members.map(({ personId, name }) => {
    const known = name ?? turn.t('person-unnamed');
    return { name: phoned.has(personId) ? `${known} (${turn.t('channel-phone')})` : known, cells: cellsOf(model, shown, personId) };
  });
}

function ownRow(turn: Turn, model: PollModel, shown: readonly Standing[]): DateGrid['rows'] {
  const { personId } = turn.actor;
  return personId === null || !model.answered.has(personId) ? [] : [{ name: turn.t('picture-own-answers'), cells: cellsOf(model, shown, personId) }];
}

function cellsOf({ votes }: PollModel, shown: readonly Standing[], personId: string): Mark[] {
  const own = new Map(votes.flatMap((vote) => (vote.personId === personId ? [[vote.slotId, vote.answer] as const] : [])));
  return shown.map(({ slot }) => own.get(slot.id) ?? 'NONE');
}

/** The same for whoever cannot see it: the totals of every date first, then who said what, as far as there is room. */
function inWords(turn: Turn, model: PollModel, shown: readonly Standing[], grid: DateGrid): string {
  const dates = shown.map((standing, index) => {
    const slot = model.slots.find(({ id }) => id === standing.slot.id)!;
    const best = grid.columns[index]!.best === null ? '' : ` · ${turn.t('poll-best')}`;
    return `${grid.columns[index]!.head[0]}: ${slotWhen(turn.language, slot, model.poll.zone, turn.now)} · ${countWords(turn.language, standing)}${best}`;
  });
  const people = grid.rows.map(({ name, cells }) => {
    const said = cells.flatMap((cell, index) => (cell === 'NONE' ? [] : [`${grid.columns[index]!.head[0]} ${turn.t(answerKey(cell))}`]));
    return `${isolate(name)}: ${said.length === 0 ? grid.words.NONE : said.join(', ')}`;
  });
  return altText([grid.title, grid.subtitle, ...dates, ...grid.notes, ...people]);
}
