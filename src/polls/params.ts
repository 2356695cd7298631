import type { WorkingGroup } from '../groups/records.ts';
import { absent, firstWord, problem, value, type Choice, type Param } from '../kernel/command.ts';
import { cleanLine, shortName } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { splitWhens, parseWhen } from '../kernel/when.ts';
import { whenSentence } from '../kernel/when-sentence.ts';
import { addDays, localDate, weekdayOf } from '../kernel/time.ts';
import { currentProcess } from '../process/commands.ts';
import { human } from '../view/language.ts';
import { takesVotes } from './model.ts';
import type { DatePoll } from './records.ts';
import { MAX_SLOTS, parseSlots, type SlotProblem, type Span } from './slots.ts';
import { isVoter } from './voting.ts';

const TITLE_GRAPHEMES = 80;

export async function zoneOf(turn: Turn): Promise<string> {
  return (await currentProcess(turn.unit)).process.zone;
}

/** Open polls of the groups the actor belongs to, oldest first. */
async function ownOpenPolls(turn: Turn): Promise<DatePoll[]> {
  const own: DatePoll[] = [];
  for (const poll of await turn.unit.polls.openPolls()) if (takesVotes(poll, turn.now) && (await isVoter(turn, poll, turn.actor.personId))) own.push(poll);
  return own;
}

/** A poll named by its id (as our own cards do), else the actor's only open one, else asked with buttons. */
export const ownPollParam: Param<DatePoll> = {
  take: async (text, turn) => {
    const { word, rest } = firstWord(text);
    const own = await ownOpenPolls(turn);
    const named = own.find(({ id }) => id === word);
    if (named !== undefined) return value(named, word, rest);
    if (own.length === 0) return problem(turn.t('polls-none'));
    return own.length === 1 ? value(own[0]!, own[0]!.id, text) : absent;
  },
  ask: async (turn) => ({ text: turn.t('polls-which'), choices: (await ownOpenPolls(turn)).map(({ id, title }) => ({ label: shortName(title), raw: id })) }),
};

/**
 * "Titel: Di 14.5. 19-21, …": what stands before the first colon that is no time's and no date's. Without one, and with
 * dates, the poll is called after its group.
 */
export const titleParam: Param<string> = {
  take: async (text, turn, earlier) => {
    const [, before = '', after = ''] = /^([^:\n]{1,200}?)\s*(?<!\d):(?!\d)\s*([^]*)$/u.exec(text) ?? [];
    const title = cleanLine(before, TITLE_GRAPHEMES);
    if (title !== '') return value(title, `${title}:`, after);
    const usual = turn.t('poll-usual-title', { group: turn.language.pick((earlier['group'] as WorkingGroup).title) });
    if (text === '') return absent;
    if (text === '-' || (await hasDates(turn, text))) return value(usual, '-', text === '-' ? '' : text);
    const whole = cleanLine(text, TITLE_GRAPHEMES);
    return whole === '' ? absent : value(whole, `${whole}:`);
  },
  ask: async (turn) => ({ text: turn.t('poll-ask-title'), choices: [{ label: turn.t('action-poll-untitled'), raw: '-' }] }),
};

async function hasDates(turn: Turn, text: string): Promise<boolean> {
  const zone = await zoneOf(turn);
  const [first] = splitWhens(text);
  const read = first === undefined ? null : parseWhen(first, { zone, today: localDate(turn.now, zone) });
  return read !== null && (read.ok || read.error.kind !== 'NO_DATE');
}

/**
 * Dates typed naturally, or a handful of evenings with one button.
 * @param known those the poll of this dialog has already
 */
export function slotsParam(known: (turn: Turn, earlier: Readonly<Record<string, unknown>>) => Promise<readonly Span[]>, offered: (turn: Turn) => Promise<readonly Choice[]> = async () => []): Param<readonly Span[]> {
  return {
    take: async (text, turn, earlier) => {
      if (text === '') return absent;
      const zone = await zoneOf(turn);
      const read = parseSlots(text, { zone, now: turn.now, known: await known(turn, earlier) });
      return read.ok ? value(read.value, text) : problem(slotSentence(turn, read.error, zone));
    },
    ask: async (turn) => ({ text: turn.t('poll-ask-slots'), choices: await offered(turn) }),
  };
}

/** The usual hour of a working group. */
const EVENING = '19:00-21:00';

/** The evenings of the next two weeks, and the coming Tuesdays and Thursdays: a beginning from which dates can be struck. */
export async function eveningsOffered(turn: Turn): Promise<readonly Choice[]> {
  const today = localDate(turn.now, await zoneOf(turn));
  const monday = addDays(today, 8 - weekdayOf(today));
  const evenings = (days: readonly number[]): string => days.map((day) => `${addDays(monday, day)} ${EVENING}`).join(', ');
  return [
    { label: turn.t('action-poll-next-week'), raw: evenings([0, 1, 2, 3, 4]) },
    { label: turn.t('action-poll-week-after'), raw: evenings([7, 8, 9, 10, 11]) },
    { label: turn.t('action-poll-tue-thu'), raw: evenings([1, 3, 8, 10, 15, 17]) },
  ];
}

/** What is wrong with which part, and what to do. */
function slotSentence(turn: Turn, found: SlotProblem, zone: string): string {
  switch (found.kind) {
    case 'WHEN':
      return turn.t('poll-slot-problem', { given: human(cleanLine(found.given, 60)), sentence: whenSentence(turn.language, found.problem, zone) });
    case 'PASSED':
      return turn.t('poll-slot-problem', { given: human(cleanLine(found.given, 60)), sentence: turn.t('when-in-past') });
    case 'TWICE':
      return turn.t('poll-slot-twice', { given: human(cleanLine(found.given, 60)) });
    case 'TOO_FAR':
      return turn.t('poll-slot-too-far', { given: human(cleanLine(found.given, 60)) });
    case 'TOO_MANY':
      return turn.t('poll-slot-too-many', { count: found.count, most: MAX_SLOTS });
    case 'NONE':
      return turn.t('poll-ask-slots');
    default:
      return found satisfies never;
  }
}
