import type { CardKind } from '../kernel/feature.ts';
import { runCommand } from '../kernel/dialog.ts';
import { isolate } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import type { Action } from '../view/card.ts';
import { document, item, line, strong, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { letterOf, slotNumber, takesVotes } from './model.ts';
import type { PollParts } from './ports.ts';
import { commentCommand, proposeCommand } from './own-commands.ts';
import { sendPicture } from './picture.ts';
import type { DateAnswer, DatePoll, DateSlot, DateVote } from './records.ts';
import { DATEVOTE } from './subjects.ts';
import { CHANNEL_OF, refusalSentence, refusedVote, setVote, type Said } from './voting.ts';
import { answerKey, closesWords, slotWhen } from './words.ts';

/** So many dates stand on one page: a keyboard of more rows is not found its way through. */
const PER_PAGE = 8;

const ANSWER_OF: Readonly<Record<string, DateAnswer>> = { y: 'YES', m: 'IF_NEEDED', n: 'NO' };

/** One person's answers, date by date; every press sets one and the card replaces itself. */
export function gridCardKind(parts: PollParts): CardKind {
  return {
    kind: DATEVOTE,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const { pollId, voter } = whose(copy);
      const poll = await records.polls.poll(pollId);
      const membership = poll === null ? null : await records.groups.membership(poll.groupKey, voter);
      if (poll === null || membership?.standing !== 'MEMBER') return null;
      const slots = await records.polls.slots(pollId);
      const votes = new Map((await records.polls.votesIn(pollId, voter)).map((vote) => [vote.slotId, vote]));
      const language = context.languages[0]!;
      const open = takesVotes(poll, context.now);
      const page = Math.min(pageOf(copy), Math.max(0, Math.ceil(slots.length / PER_PAGE) - 1));
      const shown = slots.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
      const closes = closesWords(language, poll);
      return {
        document: document(
          title(strong(language.t('poll-title', { title: human(poll.title) }))),
          ...(await head(records, copy, voter, votes.size, open, language)),
          ...shown.map((slot) => row(poll, slots, slot, votes.get(slot.id), language, context.now)),
          ...(open && closes !== null ? [line(closes)] : []),
          ...(open ? [line(language.t('poll-own-count', { count: votes.size, slots: slots.length }))] : []),
        ),
        actions: open ? actions(slots, page, language, context.now, votes.size > 0 && voter === copy.personId) : [],
        // Closed it offers nothing, but it may be opened again.
        open: true,
      };
    },
    press: async (turn, copy, actionId) => {
      const { pollId, voter } = whose(copy);
      const poll = await turn.unit.polls.poll(pollId);
      if (poll === null) return turn.refuse(turn.t('press-unknown'));
      if (actionId.startsWith('page-')) return turnPage(turn, copy, Number(actionId.slice(5)));
      if (actionId === 'propose') return runCommand(turn, proposeCommand, pollId);
      if (actionId === 'comment') return runCommand(turn, commentCommand, pollId);
      if (actionId === 'picture') return sendPicture(turn, parts, poll);
      const answer = ANSWER_OF[actionId.slice(0, 1)];
      const slot = (await turn.unit.polls.slots(pollId)).find((each) => slotNumber(each) === Number(actionId.slice(1)));
      if (answer === undefined || slot === undefined) return turn.refuse(turn.t('press-unknown'));
      const said = await saidBy(turn, parts, poll, voter);
      if (said === null) return turn.refuse(await parts.rosters.leadersOnly(turn, poll.groupKey));
      const refused = await refusedVote(turn, poll, slot, voter);
      if (refused !== null) return turn.refuse(await refusalSentence(turn, poll, refused));
      await setVote(turn, slot, said, answer);
      turn.answer(turn.t('poll-noted', { when: slotWhen(turn.language, slot, poll.zone, turn.now), answer: turn.t(answerKey(answer)) }));
    },
  };
}

/** The person themselves, or whoever leads and enters what was said on the phone; null: neither. */
async function saidBy(turn: Turn, parts: PollParts, poll: DatePoll, voter: string): Promise<Said | null> {
  if (turn.actor.personId === voter) return { personId: voter, channel: CHANNEL_OF[turn.actor.platform], enteredBy: null };
  if (!(await parts.rosters.mayLead(turn, poll.groupKey))) return null;
  return { personId: voter, channel: 'PHONE', enteredBy: await turn.person() };
}

function whose(copy: CardCopy): { pollId: string; voter: string } {
  const what = copy.subject.slice(DATEVOTE.length + 1);
  const slash = what.indexOf('/');
  return { pollId: what.slice(0, slash), voter: what.slice(slash + 1) };
}

const pageOf = (copy: CardCopy): number => Number(copy.data['page'] ?? 0);

async function turnPage(turn: Turn, copy: CardCopy, page: number): Promise<void> {
  turn.unit.kernel.putCard({ ...copy, data: { ...copy.data, page } });
  await turn.touch(copy.subject);
  turn.answer(turn.t('poll-page', { page: page + 1 }));
}

async function head(records: Records, copy: CardCopy, voter: string, answers: number, open: boolean, language: Language): Promise<Block[]> {
  if (!open) return [line(language.t('poll-refused-closed'))];
  const entered = voter === copy.personId ? [] : [line(strong(language.t('poll-for', { name: human((await records.people.person(voter))?.name ?? language.t('person-unnamed')) })))];
  const asks = copy.data['asks'] === true && answers === 0 ? [line(strong(language.t('poll-reminder')))] : [];
  return [...asks, ...entered, line(language.t('poll-how'))];
}

function row(poll: DatePoll, slots: readonly DateSlot[], slot: DateSlot, vote: DateVote | undefined, language: Language, now: Instant): Block {
  const said = slot.startAt <= now ? language.t('poll-passed') : language.t(vote === undefined ? 'poll-answer-none' : answerKey(vote.answer));
  const entered = vote?.channel === 'PHONE' ? ` (${language.t('channel-phone')})` : '';
  const comment = vote?.comment == null ? '' : ` · ${isolate(vote.comment)}`;
  return item(`${letterOf(slots.indexOf(slot))}: ${slotWhen(language, slot, poll.zone, now)} · `, strong(said), `${entered}${comment}`);
}

/** Each button says which date and which answer, so that it can be told from the others without seeing its row. */
function actions(slots: readonly DateSlot[], page: number, language: Language, now: Instant, own: boolean): Action[] {
  const shown = slots.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const votes = shown.flatMap((slot, index): Action[] => {
    if (slot.startAt <= now) return [];
    const letter = letterOf(page * PER_PAGE + index);
    return Object.entries(ANSWER_OF).map(([sign, answer]) => ({ id: `${sign}${slotNumber(slot)}`, label: `${letter}: ${language.t(answerKey(answer))}`, row: index }));
  });
  const more = [
    ...(page > 0 ? [{ id: `page-${page - 1}`, label: language.t('action-poll-back'), row: PER_PAGE }] : []),
    ...((page + 1) * PER_PAGE < slots.length ? [{ id: `page-${page + 1}`, label: language.t('action-poll-next'), row: PER_PAGE }] : []),
  ];
  const comment = own ? [{ id: 'comment', label: language.t('action-poll-comment'), row: PER_PAGE + 1 }] : [];
  return [...votes, ...more, ...comment, { id: 'propose', label: language.t('action-poll-propose'), row: PER_PAGE + 1 }, { id: 'picture', label: language.t('action-poll-picture'), row: PER_PAGE + 2 }];
}
