import { absent, command, problem, value, type Command, type Param } from '../kernel/command.ts';
import { cleanLine } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { human } from '../view/language.ts';
import { letterOf, slotNumber } from './model.ts';
import { ownPollParam, slotsParam } from './params.ts';
import type { DatePoll, DateSlot } from './records.ts';
import type { Span } from './slots.ts';
import { isVoter, refusalSentence, setComment, touchAll } from './voting.ts';
import { slotWhen } from './words.ts';

const COMMENT_GRAPHEMES = 120;

const pollOf = (earlier: Readonly<Record<string, unknown>>): DatePoll => earlier['poll'] as DatePoll;

/** A member proposes further dates; they stand in the poll at once, and everybody's grid has them. */
export const proposeCommand: Command = command({
  name: 'termin_vorschlagen', aliases: ['propose_date'], who: 'everyone', menu: 'none', where: 'private',
  params: { poll: ownPollParam, spans: slotsParam((turn, earlier) => turn.unit.polls.slots(pollOf(earlier).id)) },
  run: async (turn, { poll, spans }) => {
    if (!(await isVoter(turn, poll, turn.actor.personId))) return turn.refuse(await refusalSentence(turn, poll, 'NO_MEMBER'));
    await addSlots(turn, poll.id, spans, turn.actor.personId);
    await touchAll(turn, poll);
    turn.answer(turn.t('poll-proposed', { count: spans.length }));
  },
});

/** A few words on one's own answer to a date; "-" takes them away. */
export const commentCommand: Command = command({
  name: 'bemerkung', aliases: ['comment'], who: 'everyone', menu: 'none', where: 'private',
  params: { poll: ownPollParam, slot: ownSlotParam(), words: wordsParam() },
  run: async (turn, { poll, slot, words }) => {
    const { personId } = turn.actor;
    const kept = personId !== null && (await setComment(turn, slot, personId, words));
    if (!kept) return turn.refuse(turn.t('poll-comment-first-answer'));
    const when = slotWhen(turn.language, slot, poll.zone, turn.now);
    turn.answer(words === null ? turn.t('poll-comment-gone', { when }) : turn.t('poll-comment-noted', { when, words: human(words) }));
  },
});

/** Numbers go on from the highest ever given. */
export async function addSlots(turn: Turn, pollId: string, spans: readonly Span[], proposedBy: string | null): Promise<void> {
  const slots = await turn.unit.polls.slots(pollId);
  let number = slots.reduce((highest, slot) => Math.max(highest, slotNumber(slot)), 0);
  for (const { startAt, endAt } of spans) {
    number += 1;
    turn.unit.polls.putSlot({ id: `${pollId}/${number}`, pollId, startAt, endAt, proposedBy });
  }
}

/** One of the dates the actor has answered, by its letter. */
function ownSlotParam(): Param<DateSlot> {
  const own = async (turn: Turn, poll: DatePoll): Promise<{ slot: DateSlot; letter: string }[]> => {
    const answered = new Set((await turn.unit.polls.votesIn(poll.id, turn.actor.personId ?? '')).map(({ slotId }) => slotId));
    return (await turn.unit.polls.slots(poll.id)).map((slot, index) => ({ slot, letter: letterOf(index) })).filter(({ slot }) => answered.has(slot.id));
  };
  return {
    take: async (text, turn, earlier) => {
      const slots = await own(turn, pollOf(earlier));
      if (slots.length === 0) return problem(turn.t('poll-comment-first-answer'));
      if (text === '') return slots.length === 1 ? value(slots[0]!.slot, slots[0]!.letter) : absent;
      const [word = ''] = text.split(/\s/u);
      const named = slots.find(({ letter }) => letter === word.toUpperCase());
      return named === undefined ? absent : value(named.slot, word, text.slice(word.length).trimStart());
    },
    ask: async (turn, earlier) => {
      const poll = pollOf(earlier);
      return {
        text: turn.t('poll-comment-which'),
        choices: (await own(turn, poll)).map(({ slot, letter }) => ({ label: `${letter}: ${turn.language.day(slot.startAt, poll.zone)}`, raw: letter })),
      };
    },
  };
}

function wordsParam(): Param<string | null> {
  return {
    take: async (text) => (text === '' ? absent : value(text === '-' ? null : cleanLine(text, COMMENT_GRAPHEMES) || null, text)),
    ask: async (turn) => ({ text: turn.t('poll-comment-what'), choices: [{ label: turn.t('action-poll-no-comment'), raw: '-' }] }),
  };
}
