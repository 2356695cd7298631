import type { EventActs } from '../events/acts.ts';
import { ownLine, whenText } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import type { CardKind, DrawContext } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { Instant } from '../kernel/time.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Records } from '../ports/store.ts';
import type { Action, Card } from '../view/card.ts';
import { document, gap, line, strong, time, title, type Block } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { currentProcess } from '../process/commands.ts';
import { LATE, obsolete, partsOf, rulesOf, worthless } from './meant.ts';
import type { ReminderKind } from './records.ts';

/** A reminder in somebody's private chat, or in a group. Subject `REMINDER:<reminder id>`. What it says is read when it is sent. */
export const REMINDER = 'REMINDER';

/** One thing to be reminded of. */
export interface Reminded {
  /** Names event and rule, and the event's date: after a move the reminder is out of date. */
  readonly planId: string;
  readonly kind: ReminderKind | 'OFFER';
  /** When it may go out. */
  readonly sendAt: Instant;
  /** From then on it is worth nothing. */
  readonly until: Instant;
  /** When it should have come, if that was long ago when it was handed over. */
  readonly lateSince: Instant | null;
  readonly dueAt: Instant;
}

/** A thing that is still worth a word, with what is known of it now. */
interface Live {
  readonly thing: Reminded;
  readonly event: Event;
}

export function reminderCardKind(acts: EventActs): CardKind {
  return {
    kind: REMINDER,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const live = await liveOf(records, copy, context.now);
      const [first] = live;
      if (first === undefined) return null;
      const late = (thing: Reminded): Instant | null => thing.lateSince ?? (copy.messageId === null && context.now - thing.sendAt > LATE ? thing.dueAt : null);
      if (copy.personId === null) return groupCard(first, late(first.thing), context);
      const language = context.languages[0]!;
      const blocks: Block[] = [];
      for (const { thing, event } of live) {
        if (blocks.length > 0) blocks.push(gap);
        blocks.push(...(await blocksOf(records, copy.personId, thing, event, late(thing), language)));
      }
      const open = live.length === 1 && first.thing.kind !== 'THANKS' && (await isOpen(records, first, context.now));
      return { document: document(...blocks), actions: open ? actionsFor(first.thing.kind, language) : [], open };
    },
    press: async (turn, copy, actionId) => {
      const [thing] = remindedOf(copy);
      const event = thing === undefined ? null : await turn.unit.events.event(partsOf(thing.planId).eventKey);
      const act = acts[actionId];
      if (thing === undefined || event === null || act === undefined) return turn.answer(turn.t('press-unknown'));
      if (await isOpen(turn.unit, { thing, event }, turn.now)) await act(turn, event);
      else turn.answer(turn.t('press-closed'));
      // The reminder shows the answer as it stands now.
      await turn.touch(copy.subject);
    },
    // What the messenger held back was handed over in time, and came late all the same.
    posted: async ({ reminders }, copy, now) => {
      for (const { planId, sendAt } of remindedOf(copy)) {
        const reminder = now - sendAt > LATE ? await reminders.reminder(`${planId}/${copy.personId ?? copy.room}`) : null;
        if (reminder?.late === false) reminders.putReminder({ ...reminder, late: true });
      }
    },
  };
}

/** A person's other reminder cards in the same room. */
export async function othersOf(records: Records, personId: string, room: RoomId, id: string | null): Promise<CardCopy[]> {
  return (await records.kernel.everyCardOf(personId)).filter((other) => other.kind === REMINDER && other.room === room && other.id !== id);
}

/**
 * What the messenger held back is told once: by the newest card that waits, which took it over (hand-over.ts), unless
 * an older one was out before. A chat's messages go out one after the other, so neither can change under way.
 */
function saidElsewhere({ planId }: Reminded, copy: CardCopy, others: readonly CardCopy[]): boolean {
  return others.some((other) => remindedOf(other).some((each) => each.planId === planId) && (other.messageId !== null || (other.state === 'LIVE' && other.createdAt > copy.createdAt)));
}

export function remindedOf(copy: CardCopy): readonly Reminded[] {
  return (copy.data as { things?: readonly Reminded[] }).things ?? [];
}

/**
 * What the card speaks of. Before it is out, only what is still worth it; afterwards it stays as it was sent. Of two
 * things about one event the newer speaks for both.
 */
async function liveOf(records: Records, copy: CardCopy, now: Instant): Promise<Live[]> {
  const file = await currentProcess(records);
  const byEvent = new Map<string, Live>();
  const others = copy.personId === null || copy.messageId !== null ? [] : await othersOf(records, copy.personId, copy.room, copy.id);
  for (const thing of remindedOf(copy)) {
    if (saidElsewhere(thing, copy, others)) continue;
    const event = await records.events.event(partsOf(thing.planId).eventKey);
    if (event === null) continue;
    if (copy.messageId === null && (await worthless(records, file, { planId: thing.planId, personId: copy.personId }, now)) !== null) continue;
    byEvent.set(event.key, { thing, event });
  }
  return [...byEvent.values()];
}

/** Whether it can still be answered. */
async function isOpen(records: Records, { thing, event }: Live, now: Instant): Promise<boolean> {
  return obsolete(event, thing.planId, await rulesOf(records, await currentProcess(records), event.key), now) === null;
}

function groupCard({ event }: Live, late: Instant | null, context: DrawContext): Card {
  const texts = context.languages.map((language) => [
    ...lateLine(late, event, language),
    line(language.t('reminder-group', { event: language.pick(event.title), when: whenText(event, language) })),
  ]);
  return { document: document(...texts.flatMap((blocks, index) => (index === 0 ? blocks : [gap, ...blocks]))), actions: [], open: false };
}

function lateLine(late: Instant | null, event: Event, language: Language): Block[] {
  return late === null ? [] : [line(language.t('reminder-late', { date: language.shortDate(late, event.zone), time: language.clock(late, event.zone) }))];
}

async function blocksOf(records: Records, personId: string, thing: Reminded, event: Event, lateSince: Instant | null, language: Language): Promise<Block[]> {
  const late = lateLine(lateSince, event, language);
  const name = language.pick(event.title);
  if (thing.kind === 'THANKS') return [...late, line(language.t('reminder-thanks', { event: name })), line(language.t('reminder-next-step'))];
  if (thing.kind === 'OFFER') {
    const until = partsOf(thing.planId).last;
    return [...late, line(language.t('reminder-offer', { event: name, date: language.shortDate(until, event.zone), time: language.clock(until, event.zone) }))];
  }
  const head = thing.kind === 'DEADLINE' ? language.t('reminder-deadline', { date: language.shortDate(event.deadlineAt ?? event.startAt, event.zone) }) : language.t('reminder-event');
  return [
    ...late,
    title(strong(name)),
    line(head),
    line(time(whenText(event, language), event.startAt)),
    ...(event.place === null ? [] : [line(language.pick(event.place))]),
    line(ownLine(await records.events.rsvp(event.key, personId), language)),
  ];
}

function actionsFor(kind: Reminded['kind'], language: Language): Action[] {
  const yes: Action = { id: 'yes', label: language.t('action-yes'), row: 0 };
  const no: Action = { id: 'no', label: language.t('action-no'), row: 0 };
  if (kind === 'OFFER') return [yes, no];
  return [
    yes,
    { id: 'maybe', label: language.t('action-maybe'), row: 0 },
    no,
    { id: 'calendar', label: language.t('action-calendar'), row: 1 },
    { id: 'details', label: language.t('action-details'), row: 1 },
  ];
}
