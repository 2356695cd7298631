import type { DrawContext } from '../kernel/feature.ts';
import type { Action, Card } from '../view/card.ts';
import { document, gap, item, line, strong, time, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import { countLine } from './count.ts';
import { eventTime } from './deadline.ts';
import type { Event, EventTally, Rsvp, Texts } from './records.ts';

/** The event card's kind; its subject is `EVENT:<event key>`. */
export const EVENT = 'EVENT';
/** Asks a waiting party whether it takes the seats held for it, or the fewer seats that are free now. */
export const OFFER = 'OFFER';
/** Reminders of events; in private they hang on the subject `REMINDER:<person id>`, for they show the person's own reply. */
export const REMINDER = 'REMINDER';

export interface EventCardModel {
  readonly event: Event;
  readonly tally: EventTally;
  /** The reader's own reply, on a private copy. */
  readonly own: Rsvp | null;
  readonly isPrivate: boolean;
  /** Who pays for the process, named on every card (its rules ask for it); null: nobody named. */
  readonly funding: Texts | null;
}

export function eventCard(model: EventCardModel, context: DrawContext): Card {
  const { event } = model;
  const now = eventTime(event, context.now);
  const open = event.state === 'OPEN' && now !== 'OVER';
  const parts = context.languages.map((language) => body(model, language, now, open));
  return {
    document: document(...parts.flatMap((blocks, index) => (index === 0 ? blocks : [gap, ...blocks]))),
    actions: open ? actions(model, context) : [],
    open,
  };
}

function body(model: EventCardModel, language: Language, now: ReturnType<typeof eventTime>, open: boolean): Block[] {
  const { event, tally } = model;
  const blocks: Block[] = [];
  blocks.push(title(strong(language.pick(event.title))));
  if (event.subtitle !== null) blocks.push(line(language.pick(event.subtitle)));
  if (event.state === 'CANCELLED') blocks.push(line(strong(language.t('card-cancelled', { reason: human(event.cancelReason ?? '') }))));
  blocks.push(line(time(whenText(event, language), event.startAt)));
  if (event.place !== null) blocks.push(line(language.pick(event.place)));
  blocks.push(gap, line(countLine(language, event, tally)));
  const state = stateLine(event, language, now);
  if (state !== null) blocks.push(line(state));
  if (model.isPrivate) blocks.push(line(ownLine(model.own, language)));
  if (model.funding !== null) blocks.push(line(language.t('process-funding', { name: language.pick(model.funding) })));
  if (open && !model.isPrivate) blocks.push(gap, line(language.t('card-notice')));
  return blocks;
}

/** "Samstag, 24. November 2018, 14:00–18:30 Uhr" */
export function whenText(event: Event, language: Language): string {
  return language.t('event-when', {
    date: language.date(event.startAt, event.zone),
    start: language.clock(event.startAt, event.zone),
    end: language.clock(event.endAt, event.zone),
  });
}

function stateLine(event: Event, language: Language, now: ReturnType<typeof eventTime>): string | null {
  if (event.state === 'CANCELLED') return null;
  if (now === 'OVER') return language.t('card-over');
  if (event.deadlineAt === null) return null;
  const date = language.shortDate(event.deadlineAt, event.zone);
  if (now === 'OPEN') return language.t(event.deadlineMode === 'HARD' ? 'card-deadline-hard' : 'card-deadline-soft', { date });
  return language.t(event.deadlineMode === 'HARD' ? 'card-closed-hard' : 'card-past-soft', { date });
}

/** What the reader said, as it stands. */
export function ownLine(own: Rsvp | null, language: Language): string {
  if (own === null) return language.t('own-none');
  const persons = own.partySize;
  if (own.toConfirm) return language.t('own-to-confirm', { persons });
  if (own.answer === 'MAYBE') return language.t('own-maybe');
  if (own.answer === 'DECLINED') return language.t('own-declined');
  if (own.seat === 'WAITING') return language.t('own-waiting', { persons });
  if (own.seat === 'OFFERED') return language.t('own-offered', { persons });
  return language.t('own-attending', { persons });
}

function actions(model: EventCardModel, context: DrawContext): Action[] {
  const words = (key: string): string => [...new Set(context.languages.map((language) => language.t(key)))].join(' / ');
  const { event } = model;
  const details = context.deepLink(`event-${event.key}`);
  const late = event.deadlineMode === 'HARD' && eventTime(event, context.now) === 'PAST_DEADLINE';
  const yes: Action[] = late ? [] : [
    { id: 'yes', label: words('action-yes'), row: 0 },
    { id: 'maybe', label: words('action-maybe'), row: 0 },
  ];
  const persons: Action[] = late ? [] : [{ id: 'plus', label: words('action-plus'), row: 1 }];
  return [
    ...yes,
    { id: 'no', label: words('action-no'), row: 0 },
    ...persons,
    { id: 'minus', label: words('action-minus'), row: 1 },
    { id: 'calendar', label: words('action-calendar'), row: 2 },
    // In a group the link opens the private chat; there, and where there are no links, it is an ordinary action.
    details !== null && !model.isPrivate ? { id: 'details', label: words('action-details'), row: 2, url: details } : { id: 'details', label: words('action-details'), row: 2 },
  ];
}

/** Everything the announcement says about the event, for whoever asks. */
export function detailsDocument(event: Event, language: Language): Block[] {
  const blocks: Block[] = [title(strong(language.pick(event.title)))];
  if (event.subtitle !== null) blocks.push(line(language.pick(event.subtitle)));
  blocks.push(line(whenText(event, language)));
  if (event.place !== null) blocks.push(line(language.pick(event.place)));
  if (event.lead !== null) blocks.push(gap, line(language.pick(event.lead)));
  if (event.programme.length > 0) blocks.push(gap, line(language.t('event-programme')), ...event.programme.map((text) => item(language.pick(text))));
  return blocks;
}
