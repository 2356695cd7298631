import { cleanLine } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Kept } from '../people/personal-data.ts';
import { BRING, placesLeft, WHAT_GRAPHEMES } from './bring.ts';
import type { BringItem, Rsvp } from './records.ts';
import type { Replies } from './replies.ts';

interface Had {
  /** Of both persons, where `from` had answered. */
  readonly replies: readonly Rsvp[];
  /** Of both persons. */
  readonly items: readonly BringItem[];
  /** Which date of its event each reply was about. */
  readonly sequences: Readonly<Record<string, number>>;
}

/** Replies and bring items of two persons become one's. */
export async function merge(turn: Turn, replies: Replies, from: string, into: string): Promise<Kept> {
  const { events } = turn.unit;
  const others = await events.rsvpsOf(from);
  const keys = new Set(others.map(({ eventKey }) => eventKey));
  const own = (await events.rsvpsOf(into)).filter(({ eventKey }) => keys.has(eventKey));
  const had: Had = { replies: [...others, ...own], items: [...(await events.itemsOf(from)), ...(await events.itemsOf(into))], sequences: await sequencesOf(turn, keys) };
  for (const other of others) await replies.merge(turn, other, into);
  for (const item of await events.itemsOf(from)) await takeOver(turn, item, into);
  await releaseDeclined(turn, into);
  return { ...had };
}

/** Nobody counts twice in a slot; what both wanted to bring stands in words. */
async function takeOver(turn: Turn, item: BringItem, into: string): Promise<void> {
  const { events } = turn.unit;
  const own = (await events.itemsOf(into)).find(({ slotId }) => slotId === item.slotId);
  const words = [...new Set([own?.what, item.what].flatMap((what) => what ?? []))];
  events.removeItem(item);
  events.putItem({ ...(own ?? item), personId: into, what: words.length === 0 ? null : cleanLine(words.join(', '), WHAT_GRAPHEMES) });
  await turn.touch(`${BRING}:${item.eventKey}`);
}

/** A no gives back what was taken before it, as it always does. */
async function releaseDeclined(turn: Turn, personId: string): Promise<void> {
  const { events } = turn.unit;
  for (const item of await events.itemsOf(personId)) {
    const rsvp = await events.rsvp(item.eventKey, personId);
    if (rsvp?.answer !== 'DECLINED' || item.createdAt > rsvp.answeredAt) continue;
    events.removeItem(item);
    await turn.touch(`${BRING}:${item.eventKey}`);
  }
}

export async function part(turn: Turn, replies: Replies, into: string, kept: Kept): Promise<void> {
  const { events } = turn.unit;
  const had = kept as unknown as Had;
  for (const eventKey of new Set(had.replies.map((rsvp) => rsvp.eventKey))) {
    const event = await events.event(eventKey);
    if (event === null) continue;
    const moved = event.calendarSequence !== had.sequences[eventKey];
    const back = had.replies.filter((rsvp) => rsvp.eventKey === eventKey).map((rsvp) => (moved && rsvp.answer === 'ATTENDING' ? { ...rsvp, toConfirm: true } : rsvp));
    await replies.part(turn, event, await events.rsvp(eventKey, into), back);
  }
  const slots = new Set(had.items.map(({ slotId }) => slotId));
  for (const item of await events.itemsOf(into)) if (slots.has(item.slotId)) events.removeItem(item);
  for (const item of had.items) {
    const slot = (await events.slots(item.eventKey)).find(({ id }) => id === item.slotId);
    const left = slot === undefined ? 0 : placesLeft(slot, await events.items(item.eventKey));
    if (left === null || left > 0) events.putItem(item);
    await turn.touch(`${BRING}:${item.eventKey}`);
  }
}

async function sequencesOf(turn: Turn, keys: ReadonlySet<string>): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const key of keys) found[key] = (await turn.unit.events.event(key))?.calendarSequence ?? 0;
  return found;
}
