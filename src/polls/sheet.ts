import { localDate, localTime } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { FileContent } from '../ports/documents.ts';
import { human } from '../view/language.ts';
import { letterOf, pollModel } from './model.ts';
import type { PollParts } from './ports.ts';
import type { DatePoll } from './records.ts';
import { answerKey } from './words.ts';

/** So many tables at once; the newest polls come first. */
const MOST_TABLES = 10;

/** A table for each poll the actor leads (the office: all). False: there is none. Names are in it: only in private. */
export async function sendTables(turn: Turn, parts: PollParts): Promise<boolean> {
  const polls = await ledPolls(turn, parts);
  for (const poll of polls.slice(0, MOST_TABLES)) {
    const found = await table(turn, parts, poll);
    if (found !== null) turn.file(turn.place.room, found, turn.t('poll-title', { title: human(poll.title) }));
  }
  if (polls.length > MOST_TABLES) turn.answer(turn.t('poll-tables-older', { count: polls.length - MOST_TABLES }));
  return polls.length > 0;
}

async function ledPolls(turn: Turn, parts: PollParts): Promise<DatePoll[]> {
  const led: DatePoll[] = [];
  for (const group of await turn.unit.groups.groups()) {
    if (await parts.rosters.mayLead(turn, group.key)) led.push(...(await turn.unit.polls.pollsOf(group.key)).filter(({ state }) => state !== 'DRAFT'));
  }
  return led.sort((a, b) => b.createdAt - a.createdAt);
}

/** A line for each member, a column for each date, the totals below. Whoever answered by phone is marked. */
async function table(turn: Turn, parts: PollParts, poll: DatePoll): Promise<FileContent | null> {
  const model = await pollModel(turn.unit, poll.id, turn.now);
  if (model === null) return null;
  const { slots, votes, group } = model;
  const header = [turn.t('list-column-name'), ...slots.map((slot, index) => `${letterOf(index)}: ${localDate(slot.startAt, poll.zone)} ${localTime(slot.startAt, poll.zone)}–${localTime(slot.endAt, poll.zone)}`), turn.t('list-column-channel')];
  const members = await parts.rosters.membersOf(turn.unit, group.key);
  const rows = members.map(({ personId, name }) => {
    const own = new Map(votes.flatMap((vote) => (vote.personId === personId ? [[vote.slotId, vote] as const] : [])));
    const cells = slots.map(({ id }) => {
      const vote = own.get(id);
      if (vote === undefined) return null;
      return vote.comment === null ? turn.t(answerKey(vote.answer)) : `${turn.t(answerKey(vote.answer))} (${vote.comment})`;
    });
    const byPhone = [...own.values()].some(({ channel }) => channel === 'PHONE');
    return [name ?? turn.t('person-unnamed'), ...cells, byPhone ? turn.t('channel-phone') : null];
  });
  const here = new Set(members.map(({ personId }) => personId));
  const totals = (['YES', 'IF_NEEDED', 'NO'] as const).map((answer) => [turn.t(answerKey(answer)), ...slots.map(({ id }) => votes.filter((vote) => vote.slotId === id && vote.answer === answer && here.has(vote.personId)).length), null]);
  return parts.documents.csv(header, [...rows, ...totals], `${group.key}-${poll.id}.csv`);
}
