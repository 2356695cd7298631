import { whenText } from '../events/cards.ts';
import type { Changes } from '../events/change.ts';
import { eventParam } from '../events/params.ts';
import type { Event } from '../events/records.ts';
import { absent, command, firstWord, problem, value, type Command, type Param } from '../kernel/command.ts';
import { cleanLine, parsePersons } from '../kernel/text.ts';
import { durations, endOfDay, instant, isDate, localDate, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { document, item, line, link, strong, title, type Block } from '../view/document.ts';
import { record } from './record.ts';
import { parseWhen } from '../kernel/when.ts';
import { whenSentence } from '../kernel/when-sentence.ts';

/** Commands with which the office changes an event in chat. */
export function changeCommands(changes: Changes): Command[] {
  return [
    command({
      name: 'verschieben', aliases: ['move'], who: 'office', menu: 'help', params: { event: liveEvent, when: whenParam, sure: sureParam('move-sure') },
      run: async (turn, { event, when, sure }) => {
        if (!sure) return turn.answer(turn.t('change-kept'));
        const result = await changes.move(turn, event, when.start, when.end);
        await record(turn, 'event.moved', { eventKey: event.key, details: { from: localDate(event.startAt, event.zone), to: localDate(when.start, event.zone) } });
        turn.answer(turn.t('moved-done', { asked: result.asked, toCall: result.toCall }));
      },
    }),
    command({
      name: 'entfaellt', aliases: ['cancel_event'], who: 'office', menu: 'help', params: { event: liveEvent, reason: reasonParam, sure: sureParam('cancel-sure') },
      run: async (turn, { event, reason, sure }) => {
        if (!sure) return turn.answer(turn.t('change-kept'));
        const result = await changes.cancel(turn, event, reason);
        await record(turn, 'event.cancelled', { eventKey: event.key });
        turn.answer(turn.t('cancelled-done', { told: result.told, toCall: result.toCall }));
      },
    }),
    command({
      name: 'veranstaltung', aliases: ['event'], who: 'office', menu: 'help', params: { event: eventParam, change: changeParam },
      run: async (turn, { event, change }) => applyChange(turn, changes, event, change),
    }),
  ];
}

const liveEvent: Param<Event> = {
  ...eventParam,
  take: async (text, turn, earlier) => {
    const taken = await eventParam.take(text, turn, earlier);
    return taken.kind === 'value' && taken.value.state === 'CANCELLED' ? problem(turn.t('event-cancelled-already')) : taken;
  },
};

const reasonParam: Param<string> = {
  take: async (text) => (text === '' ? absent : value(cleanLine(text, 200), text)),
  ask: async (turn) => ({ text: turn.t('cancel-ask-reason'), choices: [] }),
};

/** What reaches many people is asked back once. */
function sureParam(key: string): Param<boolean> {
  return {
    take: async (text, turn) => {
      if (text === '') return absent;
      if (/^(ja|yes)$/i.test(text)) return value(true, text);
      return /^(nein|no)$/i.test(text) ? value(false, text) : problem(turn.t('ask-yes-no'));
    },
    ask: async (turn, earlier) => {
      const event = earlier['event'] as Event;
      const when = earlier['when'] as { start: Instant; end: Instant } | undefined;
      const shown = when === undefined ? event : { ...event, startAt: when.start, endAt: when.end };
      return {
        text: turn.t(key, { event: turn.language.pick(event.title), when: whenText(shown, turn.language), replies: await concerned(turn, event, when !== undefined) }),
        choices: [
          { label: turn.t('sure-yes'), raw: 'ja' },
          { label: turn.t('sure-no'), raw: 'nein' },
        ],
      };
    },
  };
}

/** Whom a change reaches: all but those who said no; a move also asks those of them who can be written to. */
async function concerned(turn: Turn, event: Event, moved: boolean): Promise<number> {
  let count = 0;
  for (const rsvp of await turn.unit.events.replies(event.key)) {
    const asked = rsvp.answer !== 'DECLINED' || (moved && (await turn.house.directory.addressOf(turn.unit, rsvp.personId)) !== null);
    if (asked) count += 1;
  }
  return count;
}

/** "1.12.2018 14:00-18:30"; without an end the event lasts as long as before. */
const whenParam: Param<{ start: Instant; end: Instant }> = {
  take: async (text, turn, earlier) => {
    if (text === '') return absent;
    const event = earlier['event'] as Event;
    const read = parseWhen(text, { zone: event.zone, today: localDate(turn.now, event.zone) });
    if (!read.ok) return problem(whenSentence(turn.language, read.error, event.zone));
    if (read.value.start <= turn.now) return problem(turn.t('when-in-past'));
    return value({ start: read.value.start, end: read.value.end ?? instant(read.value.start + event.endAt - event.startAt) }, text);
  },
  ask: async (turn) => ({ text: turn.t('move-ask-when'), choices: [] }),
};

type Change =
  | { readonly kind: 'show' }
  | { readonly kind: 'capacity'; readonly capacity: number | null }
  | { readonly kind: 'deadline'; readonly at: Instant | null; readonly mode: Event['deadlineMode'] | null };

/** "Plätze 120", "Plätze unbegrenzt", "Frist bestätigen", "Frist 15.11.2018", "Frist fest", "Frist offen". */
const changeParam: Param<Change> = {
  take: async (text, turn, earlier) => {
    const event = earlier['event'] as Event;
    const { word, rest } = firstWord(text);
    const what = word.toLowerCase();
    const said = rest.toLowerCase();
    if (what === '') return value({ kind: 'show' }, '');
    if (what === 'plätze' || what === 'plaetze' || what === 'seats') {
      if (said === 'unbegrenzt' || said === 'unlimited') return value({ kind: 'capacity', capacity: null }, text);
      const capacity = parsePersons(rest);
      return capacity === null || capacity < 1 || capacity > 100_000 ? problem(turn.t('event-seats-how')) : value({ kind: 'capacity', capacity }, text);
    }
    if (what === 'frist' || what === 'deadline') {
      if (said === 'bestätigen' || said === 'bestaetigen' || said === 'confirm') return value({ kind: 'deadline', at: null, mode: null }, text);
      if (said === 'fest' || said === 'hard') return value({ kind: 'deadline', at: null, mode: 'HARD' }, text);
      if (said === 'offen' || said === 'soft') return value({ kind: 'deadline', at: null, mode: 'SOFT' }, text);
      const day = readDay(rest);
      const at = day === null ? null : endOfDay(day, event.zone);
      if (at !== null && at < event.startAt && at > turn.now - durations.day) return value({ kind: 'deadline', at, mode: null }, text);
      return problem(turn.t('event-deadline-how'));
    }
    return problem(turn.t('event-how'));
  },
  ask: null,
};

/** "15.11.2018" or "2018-11-15" → "2018-11-15"; null for anything else. */
function readDay(text: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text.trim()) ?? [];
  const iso = day === undefined ? text.trim() : `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(iso) ? iso : null;
}

/** The link behind a poster's QR code. */
function poster(turn: Turn, event: Event): Block[] {
  const href = turn.house.deepLink(turn.place.room, `event-${event.key}`);
  return href === null ? [] : [item(turn.t('event-poster'), ' ', link(href, href))];
}

async function applyChange(turn: Turn, changes: Changes, event: Event, change: Change): Promise<void> {
  switch (change.kind) {
    case 'show':
      break;
    case 'capacity':
      await changes.setCapacity(turn, event, change.capacity);
      await record(turn, 'event.seats', { eventKey: event.key, details: { seats: change.capacity } });
      break;
    case 'deadline':
      await changes.setDeadline(turn, event, { ...(change.at === null ? {} : { deadlineAt: change.at }), ...(change.mode === null ? {} : { deadlineMode: change.mode }) });
      await record(turn, 'event.deadline', { eventKey: event.key });
      break;
    default:
      return change satisfies never;
  }
  const now = (await turn.unit.events.event(event.key)) ?? event;
  const deadline = now.deadlineAt === null ? turn.t('event-no-deadline') : turn.t(now.deadlineMode === 'HARD' ? 'card-deadline-hard' : 'card-deadline-soft', { date: turn.language.shortDate(now.deadlineAt, now.zone) });
  turn.answer(
    document(
      title(strong(turn.language.pick(now.title))),
      line(whenText(now, turn.language)),
      item(now.capacity === null ? turn.t(now.unlimited ? 'event-unlimited' : 'event-capacity-missing') : turn.t('event-capacity', { capacity: now.capacity })),
      item(now.deadlineConfirmed ? deadline : `${deadline} ${turn.t('event-deadline-unconfirmed')}`),
      ...(change.kind === 'show' ? [...poster(turn, now), line(turn.t('event-how'))] : []),
    ),
  );
}

