import { command, NO_PARAMS, type Command } from '../kernel/command.ts';
import type { Turn } from '../kernel/turn.ts';
import { document, gap, line, strong, title } from '../view/document.ts';
import { human } from '../view/language.ts';
import { EVENT, ownLine, whenText } from './cards.ts';
import { countLine } from './count.ts';
import { eventParam, openEvents, partyParam } from './params.ts';
import type { Event } from './records.ts';
import type { Replies } from './replies.ts';
import type { Wish } from './rules.ts';

/** What anybody can say about events. */
export function eventCommands(replies: Replies): Command[] {
  const answer = async (turn: Turn, event: Event, wish: Wish): Promise<void> => {
    const newcomer = turn.actor.personId === null;
    await replies.answer(turn, event, await replies.own(turn, event, wish), newcomer ? [turn.t('notice-short')] : []);
  };
  return [
    command({
      name: 'zusage', aliases: ['yes'], who: 'everyone', menu: 'both',
      params: { party: partyParam, event: eventParam },
      run: (turn, { party, event }) => answer(turn, event, { answer: 'ATTENDING', partySize: party?.persons ?? null, children: party?.children ?? null }),
    }),
    command({
      name: 'vielleicht', aliases: ['maybe'], who: 'everyone', menu: 'both',
      params: { event: eventParam },
      run: (turn, { event }) => answer(turn, event, { answer: 'MAYBE', partySize: null, children: null }),
    }),
    command({
      name: 'absage', aliases: ['no'], who: 'everyone', menu: 'both',
      params: { event: eventParam },
      run: (turn, { event }) => answer(turn, event, { answer: 'DECLINED', partySize: null, children: null }),
    }),
    command({
      name: 'termine', aliases: ['events'], who: 'everyone', menu: 'both', params: NO_PARAMS,
      run: async (turn) => listEvents(turn),
    }),
    command({
      name: 'meine', aliases: ['mine'], who: 'everyone', menu: 'private', params: NO_PARAMS,
      run: async (turn) => listOwn(turn),
    }),
  ];
}

async function listEvents(turn: Turn): Promise<void> {
  const events = await openEvents(turn);
  if (events.length === 0) return turn.answer(turn.t('no-open-event'));
  const blocks = [];
  for (const event of events) {
    const tally = await turn.unit.events.tally(event.key);
    blocks.push(title(strong(turn.language.pick(event.title))), line(whenText(event, turn.language)));
    if (event.place !== null) blocks.push(line(turn.language.pick(event.place)));
    blocks.push(line(event.state === 'CANCELLED' ? turn.t('card-cancelled', { reason: human(event.cancelReason ?? '') }) : countLine(turn.language, event, tally)), gap);
  }
  turn.answer(document(...blocks.slice(0, -1)));
  if (turn.isPrivate && turn.actor.personId !== null) for (const event of events) await postPrivateCard(turn, event);
}

/** Puts the person's own card of an event into their private chat. */
export async function postPrivateCard(turn: Turn, event: Event): Promise<void> {
  await turn.repost(turn.place.room, { kind: EVENT, what: event.key, personId: await turn.person() });
}

async function listOwn(turn: Turn): Promise<void> {
  const { personId } = turn.actor;
  const replies = personId === null ? [] : await turn.unit.events.rsvpsOf(personId);
  if (personId === null || replies.length === 0) return turn.answer(turn.t('mine-none'));
  const items = await turn.unit.events.itemsOf(personId);
  const blocks = [];
  for (const rsvp of replies) {
    const event = await turn.unit.events.event(rsvp.eventKey);
    if (event === null) continue;
    blocks.push(title(strong(turn.language.pick(event.title))), line(whenText(event, turn.language)), line(ownLine(rsvp, turn.language)));
    const slots = new Map((await turn.unit.events.slots(event.key)).map((slot) => [slot.id, slot]));
    for (const item of items.filter((each) => each.eventKey === event.key)) {
      const slot = slots.get(item.slotId);
      if (slot !== undefined) blocks.push(line(turn.t('mine-bring', { what: human(item.what ?? turn.language.pick(slot.title)) })));
    }
    blocks.push(gap);
  }
  turn.answer(document(...blocks.slice(0, -1)));
}
