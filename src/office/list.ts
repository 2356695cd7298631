import { eventParam } from '../events/params.ts';
import type { Event, ListedReply, Rsvp } from '../events/records.ts';
import { command, firstWord, value, type Command, type Param } from '../kernel/command.ts';
import { localDate, localTime } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Documents } from '../ports/documents.ts';
import { document, line, strong, title } from '../view/document.ts';
import { human } from '../view/language.ts';
import { record } from './record.ts';

/** So many names fit into one message; a longer list goes on in the next. */
const LINES = 40;
/** More messages than this nobody reads: the table has them all. */
const MESSAGES = 5;

/** A table for each date poll, for each outcome of a decision, to where it was asked for. False: there is none. */
export type GroupTables = Readonly<Record<'polls' | 'decisions', (turn: Turn) => Promise<boolean>>>;

const formatParam: Param<'text' | 'csv' | keyof GroupTables> = {
  take: async (text) => {
    const { word, rest } = firstWord(text);
    if (/^(?:umfragen|polls)$/iu.test(word)) return value('polls', word, rest);
    if (/^(?:abstimmungen|decisions)$/iu.test(word)) return value('decisions', word, rest);
    return word.toLowerCase() === 'csv' ? value('csv', word, rest) : value('text', '', text);
  },
  ask: null,
};

/** Date polls and decisions are of groups: no event is asked for. */
const listedParam: Param<Event | null> = {
  take: async (text, turn, earlier) => (['polls', 'decisions'].includes(String(earlier['format'])) ? value(null, '', text) : eventParam.take(text, turn, earlier)),
  ask: eventParam.ask,
};

/**
 * `/liste`, `/liste csv`: everybody who answered, as it stands; `/liste umfragen`: who can come when, a table for each
 * date poll; `/liste abstimmungen`: what was decided. Only in private, and noted in the log.
 */
export function listCommand(documents: Documents, tables: GroupTables): Command {
  return command({
    name: 'liste', aliases: ['list'], who: 'staff', menu: 'help', where: 'private',
    params: { format: formatParam, event: listedParam },
    run: async (turn, { format, event }) => {
      if (event === null) {
        await record(turn, 'list.read');
        const [send, none] = format === 'decisions' ? [tables.decisions, turn.t('decisions-no-outcome')] : [tables.polls, turn.t('list-no-polls')];
        return (await send(turn)) ? undefined : turn.answer(none);
      }
      const listed = await turn.unit.events.listReplies(event.key);
      await record(turn, 'list.read', { eventKey: event.key });
      if (listed.length === 0) return turn.answer(turn.t('list-empty'));
      if (format === 'csv') return turn.file(turn.place.room, csv(turn, documents, event, listed), turn.language.pick(event.title));
      sayList(turn, event, listed);
    },
  });
}

function sayList(turn: Turn, event: Event, listed: readonly ListedReply[]): void {
  const pages = Math.min(MESSAGES, Math.ceil(listed.length / LINES));
  for (let page = 0; page < pages; page += 1) {
    const rows = listed.slice(page * LINES, (page + 1) * LINES).map((each) => line(row(turn, each)));
    const head = page === 0 ? [title(strong(turn.t('list-title', { event: turn.language.pick(event.title), count: listed.length })))] : [];
    turn.answer(document(...head, ...rows));
  }
  if (listed.length > LINES * MESSAGES) turn.answer(turn.t('list-more', { count: listed.length - LINES * MESSAGES }));
}

/** "Frau K. · Zusage 2 · Telefon · nach Frist" */
function row(turn: Turn, reply: ListedReply): string {
  const name = turn.t('list-name', { name: human(reply.name ?? turn.t('person-unnamed')) });
  return [name, answerWord(turn, reply), turn.t(`channel-${reply.channel.toLowerCase()}`), ...marks(turn, reply)].join(' · ');
}

export function answerWord(turn: Turn, reply: Rsvp): string {
  const key = reply.answer === 'ATTENDING' ? (reply.seat === 'CONFIRMED' ? 'list-attending' : 'list-waiting') : `list-${reply.answer.toLowerCase()}`;
  return turn.t(key, { persons: reply.partySize });
}

function marks(turn: Turn, reply: ListedReply): string[] {
  return [
    ...(reply.timeliness === 'LATE' ? [turn.t('list-late')] : []),
    ...(reply.timeliness === 'DISTURBANCE' ? [turn.t('list-disturbance')] : []),
    ...(reply.toConfirm ? [turn.t('list-to-confirm')] : []),
    ...(reply.hasChat && !reply.reachable ? [turn.t('list-unreachable')] : []),
  ];
}

function csv(turn: Turn, documents: Documents, event: Event, listed: readonly ListedReply[]) {
  const header = ['name', 'answer', 'persons', 'children', 'channel', 'marks', 'date', 'time'].map((column) => turn.t(`list-column-${column}`));
  const rows = listed.map((each) => [
    each.name ?? turn.t('person-unnamed'),
    answerWord(turn, each),
    each.answer === 'DECLINED' ? 0 : each.partySize,
    each.children,
    turn.t(`channel-${each.channel.toLowerCase()}`),
    marks(turn, each).join(', '),
    localDate(each.answeredAt, event.zone),
    localTime(each.answeredAt, event.zone),
  ]);
  return documents.csv(header, rows, `${event.key}.csv`);
}
