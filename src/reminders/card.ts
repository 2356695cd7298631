import type { EventActs } from '../events/acts.ts';
import { ownLine, REMINDER, whenText } from '../events/cards.ts';
import type { Event, Rsvp } from '../events/records.ts';
import type { CardKind, DrawContext } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Records, Unit } from '../ports/store.ts';
import type { Action, Card } from '../view/card.ts';
import { document, gap, line, strong, time, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { currentProcess } from '../process/commands.ts';
import type { ProcessFile } from '../process/file.ts';
import { nextPhase } from '../process/phases.ts';
import { isAnswerable, isOffered, LATE, partsOf, worthless } from './meant.ts';
import type { Reminder, ReminderKind } from './records.ts';

/** One thing to be reminded of. */
export interface Reminded {
  /** Names event and rule, and the event's date: after a move the reminder is out of date. */
  readonly planId: string;
  readonly kind: ReminderKind | 'OFFER';
  /** When it may go out. */
  readonly sendAt: Instant;
  /** From then on it is worth nothing. */
  readonly until: Instant;
  /** When it should have come, if that was long before it did. */
  readonly lateSince: Instant | null;
  readonly dueAt: Instant;
}

/** A thing that is still worth a word, with what is known of it now. */
interface Live {
  readonly thing: Reminded;
  readonly event: Event;
}

/** A reminder in somebody's private chat, or in a group. What it says is read when it is sent. */
export function reminderCardKind(acts: EventActs): CardKind {
  return {
    kind: REMINDER,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const live = await liveOf(records, copy, context.now);
      const [first] = live;
      if (first === undefined) return null;
      const late = (thing: Reminded): Instant | null => (copy.messageId === null ? lateSince(thing, context.now) : thing.lateSince);
      if (copy.personId === null) return groupCard(first, late(first.thing), context);
      const language = context.languages[0]!;
      const file = await currentProcess(records);
      const blocks: Block[] = [];
      let answerable = false;
      for (const { thing, event } of live) {
        const rsvp = await records.events.rsvp(event.key, copy.personId);
        if (blocks.length > 0) blocks.push(gap);
        blocks.push(...lateLine(late(thing), event, language), ...blocksOf(thing, event, rsvp, file, language));
        answerable ||= thing.kind !== 'THANKS' && isAnswerable(event, thing.planId, rsvp, context.now);
      }
      const open = answerable && live.length === 1;
      if (answerable && !open) blocks.push(gap, line(language.t('reminder-many')));
      return { document: document(...blocks), actions: open ? actionsFor(first.thing.kind, language) : [], open };
    },
    press: async (turn, copy, actionId) => {
      const [thing] = remindedOf(copy);
      const event = thing === undefined ? null : await turn.unit.events.event(partsOf(thing.planId).eventKey);
      const act = acts[actionId];
      if (thing === undefined || event === null || act === undefined || copy.personId === null) return turn.refuse(turn.t('press-unknown'));
      const rsvp = await turn.unit.events.rsvp(event.key, copy.personId);
      if (isAnswerable(event, thing.planId, rsvp, turn.now)) await act(turn, event);
      else turn.refuse(turn.t('reminder-closed'));
      // The reminder shows the answer as it stands now.
      await turn.touch(copy.subject);
    },
    posted: async (unit, copy, now) => {
      const before = remindedOf(copy);
      // One thing alone was worth a word, or the card would not have been drawn.
      const said = before.length === 1 ? before : (await liveOf(unit, { ...copy, messageId: null }, now)).map(({ thing }) => thing);
      // What the messenger held back was handed over in time, and came late all the same: the message goes on saying so.
      const things = said.map((thing) => ({ ...thing, lateSince: lateSince(thing, now) }));
      for (const thing of things) await settle(unit, copy, thing, { state: 'SENT', reason: null, late: thing.lateSince !== null });
      if (before.length > 1) await settleUnsaid(unit, copy, now);
      if (JSON.stringify(things) !== JSON.stringify(before)) unit.kernel.putCard({ ...copy, data: { ...copy.data, things } });
    },
    lost: settleUnsaid,
  };
}

function lateSince({ lateSince: since, sendAt, dueAt }: Reminded, now: Instant): Instant | null {
  return since ?? (now - sendAt > LATE ? dueAt : null);
}

/** What this card was to say and did not, nor any other in its place. */
async function settleUnsaid(unit: Unit, copy: CardCopy, now: Instant): Promise<void> {
  const file = await currentProcess(unit);
  for (const thing of await oursOf(unit, { ...copy, messageId: null })) {
    const over = await worthless(unit, file, { planId: thing.planId, personId: copy.personId }, now);
    await settle(unit, copy, thing, { state: 'DROPPED', reason: over ?? 'UNDELIVERED', late: false });
  }
}

/** The end of what is on its way; what has ended stays as it is. */
async function settle(unit: Unit, copy: CardCopy, { planId }: Reminded, end: Pick<Reminder, 'state' | 'reason' | 'late'>): Promise<void> {
  const id = copy.personId === null ? copy.subject.slice(`${REMINDER}:`.length) : `${planId}/${copy.personId}`;
  const reminder = await unit.reminders.reminder(id);
  if (reminder?.state === 'HANDED') unit.reminders.putReminder({ ...reminder, ...end });
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
  for (const thing of await oursOf(records, copy)) {
    const event = await records.events.event(partsOf(thing.planId).eventKey);
    if (event === null) continue;
    if (copy.messageId === null && (await worthless(records, file, { planId: thing.planId, personId: copy.personId }, now)) !== null) continue;
    byEvent.set(event.key, { thing, event });
  }
  return [...byEvent.values()];
}

/** What no other card of the person says in this one's place. */
async function oursOf(records: Records, copy: CardCopy): Promise<Reminded[]> {
  const others = copy.personId === null || copy.messageId !== null ? [] : await othersOf(records, copy.personId, copy.room, copy.id);
  return remindedOf(copy).filter((thing) => !saidElsewhere(thing, copy, others));
}

function groupCard({ event }: Live, late: Instant | null, context: DrawContext): Card {
  const texts = context.languages.map((language) => [
    ...lateLine(late, event, language),
    line(language.t('reminder-group', { event: language.pick(event.title), when: whenText(event, language) })),
    ...(event.place === null ? [] : [line(language.pick(event.place))]),
    line(language.t('reminder-group-how')),
  ]);
  return { document: document(...texts.flatMap((blocks, index) => (index === 0 ? blocks : [gap, ...blocks]))), actions: [], open: false };
}

function lateLine(late: Instant | null, event: Event, language: Language): Block[] {
  return late === null ? [] : [line(language.t('reminder-late', { date: language.shortDate(late, event.zone), time: language.clock(late, event.zone) }))];
}

function blocksOf(thing: Reminded, event: Event, rsvp: Rsvp | null, file: ProcessFile, language: Language): Block[] {
  const name = language.pick(event.title);
  if (thing.kind === 'THANKS') {
    const step = nextPhase(file, event, language);
    return [line(language.t('reminder-thanks', { event: name })), line(step === null ? language.t('reminder-next-unknown') : language.t('reminder-next-step', { step }))];
  }
  if (thing.kind === 'OFFER') return [isOffered(rsvp, thing.planId) ? line(offerText(thing, event, rsvp, language)) : line(language.t('offer-settled'))];
  return [
    title(strong(name)),
    ...headOf(thing, event, rsvp, language).map((text) => line(text)),
    line(time(whenText(event, language), event.startAt)),
    ...(event.place === null ? [] : [line(language.pick(event.place))]),
    line(ownLine(rsvp, language)),
  ];
}

function offerText({ planId }: Reminded, event: Event, rsvp: Rsvp | null, language: Language): string {
  const until = instant(Number(partsOf(planId).last));
  return language.t('reminder-offer', { event: language.pick(event.title), persons: rsvp?.partySize ?? 1, date: language.shortDate(until, event.zone), time: language.clock(until, event.zone) });
}

/** Why the message comes; none, where the question is answered by now. */
function headOf(thing: Reminded, event: Event, rsvp: Rsvp | null, language: Language): string[] {
  if (event.state === 'CANCELLED') return [language.t('card-cancelled', { reason: human(event.cancelReason ?? '') })];
  if (thing.kind !== 'DEADLINE') return [language.t('reminder-event')];
  if (rsvp !== null && rsvp.answer !== 'MAYBE') return [];
  return [language.t(rsvp === null ? 'reminder-deadline' : 'reminder-deadline-maybe', { date: language.shortDate(event.deadlineAt ?? event.startAt, event.zone) })];
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
