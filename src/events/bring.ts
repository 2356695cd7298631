import { absent, command, firstWord, problem, value, type Command, type Param } from '../kernel/command.ts';
import { cleanLine } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { human } from '../view/language.ts';
import { eventParam } from './params.ts';
import type { BringItem, BringSlot, Event } from './records.ts';

/** The bring list of an event, a private card. Subject `BRING:<event key>`: what one takes, all see. */
export const BRING = 'BRING';
export const WHAT_GRAPHEMES = 60;

/** How many places of a slot are left; null: as many as like to. */
export function placesLeft(slot: BringSlot, items: readonly BringItem[]): number | null {
  return slot.places === null ? null : slot.places - items.filter((each) => each.slotId === slot.id).length;
}

/** A slot of the list by its key; nothing typed: the list is shown. */
const slotParam: Param<BringSlot | null> = {
  take: async (text, turn, earlier) => {
    const { word, rest } = firstWord(text);
    if (word === '') return value(null, '');
    const slots = await turn.unit.events.slots((earlier['event'] as Event).key);
    const slot = slots.find(({ id }) => id.endsWith(`/${word.toLowerCase()}`));
    return slot === undefined ? problem(turn.t('bring-no-such-slot')) : value(slot, word, rest);
  },
  ask: null,
};

/** In the person's own words, or "-" for none. */
const whatParam: Param<string | null> = {
  take: async (text, _turn, earlier) => {
    if (earlier['slot'] === null) return value(null, '');
    if (text === '') return absent;
    return value(text === '-' ? null : cleanLine(text, WHAT_GRAPHEMES), text);
  },
  ask: async (turn) => ({ text: turn.t('bring-ask-what'), choices: [{ label: turn.t('bring-no-words'), raw: '-' }] }),
};

/** `/mitbringen` shows the list; `/mitbringen kulinarisches Linsensuppe` takes a slot. */
export const bringCommand: Command = command({
  name: 'mitbringen', aliases: ['bring'], who: 'everyone', menu: 'private',
  params: { event: eventParam, slot: slotParam, what: whatParam },
  run: async (turn, { event, slot, what }) => {
    if (slot !== null) return take(turn, slot, what);
    if ((await turn.unit.events.slots(event.key)).length === 0) return turn.answer(turn.t('bring-none'));
    if (!turn.isPrivate) return turn.answer(turn.t('bring-private'));
    await turn.repost(turn.place.room, { kind: BRING, what: event.key, personId: await turn.person() });
  },
});

async function take(turn: Turn, slot: BringSlot, what: string | null): Promise<void> {
  const { events } = turn.unit;
  const { id: slotId, eventKey } = slot;
  const personId = await turn.person();
  const mine = (await events.itemsOf(personId)).find((each) => each.slotId === slotId);
  const left = placesLeft(slot, await events.items(eventKey));
  if (mine === undefined && left !== null && left <= 0) return turn.answer(turn.t('bring-taken'));
  events.putItem({ slotId, personId, eventKey, what, createdAt: mine?.createdAt ?? turn.now });
  await turn.touch(`${BRING}:${eventKey}`);
  const words = { what: human(what ?? turn.language.pick(slot.title)) };
  const coming = (await events.rsvp(eventKey, personId))?.answer === 'ATTENDING';
  turn.answer(turn.t(coming ? 'bring-noted' : 'bring-noted-not-coming', words));
}
