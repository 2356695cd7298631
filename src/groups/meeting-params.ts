import { whenText } from '../events/cards.ts';
import type { Answer, Event, Texts } from '../events/records.ts';
import { absent, firstWord, problem, value, type Param } from '../kernel/command.ts';
import { cleanLine } from '../kernel/text.ts';
import { durations, instant, localDate, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { whenSentence } from '../kernel/when-sentence.ts';
import { currentProcess } from '../process/commands.ts';
import { begun, upcoming } from './meetings.ts';
import { namedIn } from './names.ts';
import { groupOf, memberParam } from './params.ts';
import { readRule, soundsRecurring, type Rule } from './recurrence.ts';
import type { WorkingGroup } from './records.ts';
import { activeGroups, isOffice, ledGroups, ownGroups } from './roster.ts';
import { readWhenAndWhere } from './when-and-where.ts';

const VERBS = {
  new: ['neu', 'new'],
  move: ['verschieben', 'move'],
  cancel: ['entfällt', 'entfaellt', 'absagen', 'cancel'],
  topic: ['punkt', 'vorschlag', 'topic'],
  agenda: ['tagesordnung', 'agenda'],
  reply: ['antwort', 'reply'],
  attendance: ['anwesend', 'anwesenheit', 'attendance'],
  stop: ['ende', 'beenden', 'stop'],
} as const;
export type Verb = keyof typeof VERBS | 'show';

type Earlier = Readonly<Record<string, unknown>>;
const verbOf = (earlier: Earlier): Verb => earlier['verb'] as Verb;
/** A meeting lasts so long where nobody says. */
const USUAL = 2 * durations.hour;
const PLACE_GRAPHEMES = 80;
const TOPIC_GRAPHEMES = 120;
const REASON_GRAPHEMES = 200;

/** Nothing, or a group's name alone, shows; everything else that is no verb is meant as a date. */
export const verbParam: Param<Verb> = {
  take: async (text, turn) => {
    const { word, rest } = firstWord(text);
    const said = word.toLowerCase();
    const verb = (Object.keys(VERBS) as (keyof typeof VERBS)[]).find((each) => (VERBS[each] as readonly string[]).includes(said));
    if (verb !== undefined) return value(verb, word, rest);
    const named = namedIn(text, await activeGroups(turn.unit));
    const rests = text === '' || named?.rest === '';
    // The verb is stored as typed; "neu" stands for a date without it.
    return rests ? value('show', '', text) : value('new', 'neu', text);
  },
  ask: null,
};

const shown = groupOf(async (turn) => (isOffice(turn) ? activeGroups(turn.unit) : ownGroups(turn)), 'group-none-own', (earlier) => verbOf(earlier) === 'topic');
const led = groupOf(ledGroups, 'group-leaders-only');
const FOR_MEMBERS: readonly Verb[] = ['show', 'topic', 'agenda'];

export const whichParam: Param<WorkingGroup> = {
  take: (text, turn, earlier) => (FOR_MEMBERS.includes(verbOf(earlier)) ? shown : led).take(text, turn, earlier),
  ask: (turn, earlier) => (FOR_MEMBERS.includes(verbOf(earlier)) ? shown : led).ask!(turn, earlier),
};

/** Meetings a verb can be about, the likeliest first. */
async function candidates(turn: Turn, earlier: Earlier): Promise<Event[]> {
  const { key } = earlier['group'] as WorkingGroup;
  return verbOf(earlier) === 'attendance' ? begun(turn.unit, key, turn.now) : upcoming(turn.unit, key, turn.now);
}

/** The meeting meant: named by its key, else the only one or, where nothing is lost by it, the first; null: none is needed. */
export const meetingParam: Param<Event | null> = {
  take: async (text, turn, earlier) => {
    const verb = verbOf(earlier);
    if (verb === 'show' || verb === 'new' || verb === 'stop') return value(null, '', text);
    const all = await candidates(turn, earlier);
    const { word, rest } = firstWord(text);
    const named = all.find(({ key }) => key === word.toLowerCase());
    if (named !== undefined) return value(named, word, rest);
    const [first] = all;
    if (first === undefined) return problem(turn.t(verb === 'attendance' ? 'meeting-none-begun' : 'meeting-none-ahead'));
    const asked = (verb === 'move' || verb === 'cancel') && all.length > 1;
    return asked ? absent : value(first, first.key, text);
  },
  ask: async (turn, earlier) => ({
    text: turn.t('meeting-ask-which'),
    choices: (await candidates(turn, earlier)).slice(0, 8).map((event) => ({ label: `${turn.language.shortDate(event.startAt, event.zone)}, ${turn.language.clock(event.startAt, event.zone)}`, raw: event.key })),
  }),
};

export type Wanted =
  | { readonly kind: 'once'; readonly start: Instant; readonly end: Instant; readonly place: Texts | null }
  | { readonly kind: 'series'; readonly rule: Rule; readonly end: string; readonly place: Texts | null };

/** "Di 14.5. 19-21 Rathaus", or by rule: "jeden ersten Dienstag 19 Uhr Rathaus". */
export const whenParam: Param<Wanted | null> = {
  take: async (text, turn, earlier) => {
    const verb = verbOf(earlier);
    if (verb !== 'new' && verb !== 'move') return value(null, '', text);
    if (text === '') return absent;
    const { zone } = (await currentProcess(turn.unit)).process;
    if (verb === 'new' && soundsRecurring(text)) return series(turn, text, zone);
    const read = readWhenAndWhere(text, { zone, today: localDate(turn.now, zone) });
    if (!read.ok) return problem(whenSentence(turn.language, read.error, zone));
    const { when, where } = read.value;
    if (when.start <= turn.now) return problem(turn.t('when-in-past'));
    const moved = earlier['meeting'] as Event | null;
    const lasts = moved === null ? USUAL : moved.endAt - moved.startAt;
    return value({ kind: 'once', start: when.start, end: when.end ?? instant(when.start + lasts), place: placeOf(turn, where) }, text);
  },
  ask: async (turn) => ({ text: turn.t('meeting-ask-when'), choices: [] }),
};

function series(turn: Turn, text: string, zone: string): ReturnType<Param<Wanted | null>['take']> {
  const read = readRule(text, zone);
  if (read.ok) {
    const end = read.value.end ?? hoursLater(read.value.start);
    return Promise.resolve(value({ kind: 'series', rule: read.value, end, place: placeOf(turn, read.value.where) }, text));
  }
  if (read.error.kind === 'WHEN') return Promise.resolve(problem(whenSentence(turn.language, read.error.problem, zone)));
  return Promise.resolve(problem(turn.t(read.error.kind === 'NO_WEEKDAY' ? 'series-no-weekday' : 'series-two-meanings')));
}

/** "19:30" → "21:30"; what would run over midnight ends with the day. */
function hoursLater(start: string): string {
  const hours = Number(start.slice(0, 2)) + USUAL / durations.hour;
  return hours >= 24 ? '00:00' : `${String(hours).padStart(2, '0')}${start.slice(2)}`;
}

function placeOf(turn: Turn, where: string): Texts | null {
  const place = cleanLine(where, PLACE_GRAPHEMES);
  return place === '' ? null : { [turn.house.languages.fallback.tag]: place };
}

/** Whose reply it is: somebody told the leader on the phone. */
export const whoParam = memberParam((earlier) => verbOf(earlier) === 'reply', 'ag-ask-who');

const ANSWERS: Readonly<Record<string, Answer>> = { zusage: 'ATTENDING', ja: 'ATTENDING', yes: 'ATTENDING', vielleicht: 'MAYBE', maybe: 'MAYBE', absage: 'DECLINED', nein: 'DECLINED', no: 'DECLINED' };

export const answerParam: Param<Answer | null> = {
  take: async (text, turn, earlier) => {
    if (verbOf(earlier) !== 'reply') return value(null, '', text);
    const { word, rest } = firstWord(text);
    const answer = ANSWERS[word.toLowerCase()];
    if (answer !== undefined) return value(answer, word, rest);
    return text === '' ? absent : problem(turn.t('meeting-answer-how'));
  },
  ask: async (turn) => ({
    text: turn.t('meeting-ask-answer'),
    choices: [
      { label: turn.t('action-yes'), raw: 'Zusage' },
      { label: turn.t('action-maybe'), raw: 'Vielleicht' },
      { label: turn.t('action-no'), raw: 'Absage' },
    ],
  }),
};

/** What a topic says, or why a meeting does not take place. */
export const textParam: Param<string | null> = {
  take: async (text, _turn, earlier) => {
    const verb = verbOf(earlier);
    if (verb !== 'topic' && verb !== 'cancel') return value(null, '', text);
    const said = cleanLine(text, verb === 'topic' ? TOPIC_GRAPHEMES : REASON_GRAPHEMES);
    return said === '' ? absent : value(said, text);
  },
  ask: async (turn, earlier) => ({ text: turn.t(verbOf(earlier) === 'topic' ? 'agenda-ask' : 'cancel-ask-reason'), choices: [] }),
};

/** Whether it reaches many, and what they are asked. */
export const isAskedBack = (earlier: Earlier): boolean => verbOf(earlier) === 'move' || verbOf(earlier) === 'cancel';

export async function askBack(turn: Turn, earlier: Earlier): Promise<string> {
  const meeting = earlier['meeting'] as Event;
  const when = earlier['when'] as Wanted | null;
  const shownAs = when?.kind === 'once' ? { ...meeting, startAt: when.start, endAt: when.end } : meeting;
  return turn.t(when?.kind === 'once' ? 'meeting-move-sure' : 'meeting-cancel-sure', { event: turn.language.pick(meeting.title), when: whenText(shownAs, turn.language) });
}
