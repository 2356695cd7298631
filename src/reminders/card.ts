import type { EventActs } from '../events/acts.ts';
import { ownLine, whenText } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import type { CardKind } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { Records } from '../ports/store.ts';
import type { Action } from '../view/card.ts';
import { document, gap, line, strong, time, title, type Block } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import type { ReminderKind } from './records.ts';

/** A reminder in somebody's private chat. Subject `REMINDER:<reminder id>`. What it says is read when it is sent. */
export const REMINDER = 'REMINDER';

/** One thing to be reminded of. */
export interface Reminded {
  readonly eventKey: string;
  readonly kind: ReminderKind;
  /** The event's date it was about: after a move the reminder is out of date. */
  readonly sequence: number;
  /** When it should have come, if it comes late. */
  readonly lateSince: number | null;
}

export function reminderCardKind(acts: EventActs): CardKind {
  return {
    kind: REMINDER,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const language = context.languages[0]!;
      const blocks: Block[] = [];
      const things = remindedOf(copy);
      let only: Event | null = null;
      for (const thing of things) {
        const event = await records.events.event(thing.eventKey);
        if (event === null) continue;
        only = things.length === 1 ? event : null;
        if (blocks.length > 0) blocks.push(gap);
        blocks.push(...(await blocksOf(records, copy, thing, event, language)));
      }
      if (blocks.length === 0) return null;
      const open = only !== null && only.state === 'OPEN' && only.calendarSequence === things[0]?.sequence && context.now < only.startAt && things[0].kind !== 'THANKS';
      return { document: document(...blocks), actions: open ? actionsFor(language) : [], open };
    },
    press: async (turn, copy, actionId) => {
      const [thing] = remindedOf(copy);
      const event = thing === undefined ? null : await turn.unit.events.event(thing.eventKey);
      const act = acts[actionId];
      if (event === null || act === undefined) return turn.answer(turn.t('press-unknown'));
      if (event.calendarSequence === thing?.sequence) await act(turn, event);
      else turn.answer(turn.t('press-closed'));
      // The reminder shows the answer as it stands now.
      await turn.touch(copy.subject);
    },
  };
}

function remindedOf(copy: CardCopy): readonly Reminded[] {
  return (copy.data as { things?: readonly Reminded[] }).things ?? [];
}

async function blocksOf(records: Records, copy: CardCopy, thing: Reminded, event: Event, language: Language): Promise<Block[]> {
  const own = copy.personId === null ? null : await records.events.rsvp(event.key, copy.personId);
  const late = thing.lateSince === null ? [] : [line(language.t('reminder-late', { date: language.shortDate(thing.lateSince, event.zone), time: language.clock(thing.lateSince, event.zone) }))];
  const name = language.pick(event.title);
  if (thing.kind === 'THANKS') return [...late, line(language.t('reminder-thanks', { event: name })), line(language.t('reminder-next-step'))];
  const head = thing.kind === 'DEADLINE' ? language.t('reminder-deadline', { date: language.shortDate(event.deadlineAt ?? event.startAt, event.zone) }) : language.t('reminder-event');
  return [
    ...late,
    title(strong(name)),
    line(head),
    line(time(whenText(event, language), event.startAt)),
    ...(event.place === null ? [] : [line(language.pick(event.place))]),
    line(ownLine(own, language)),
  ];
}

function actionsFor(language: Language): Action[] {
  return [
    { id: 'yes', label: language.t('action-yes'), row: 0 },
    { id: 'maybe', label: language.t('action-maybe'), row: 0 },
    { id: 'no', label: language.t('action-no'), row: 0 },
    { id: 'calendar', label: language.t('action-calendar'), row: 1 },
    { id: 'details', label: language.t('action-details'), row: 1 },
  ];
}
