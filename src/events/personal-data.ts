import { toIso } from '../kernel/time.ts';
import type { PersonalData } from '../people/personal-data.ts';
import { line } from '../view/document.ts';
import { human } from '../view/language.ts';
import { BRING } from './bring.ts';
import { ownLine } from './cards.ts';
import { merge, part } from './merge.ts';
import type { Replies } from './replies.ts';

/** Replies and bring items of a person: shown, exported, taken away. */
export function eventsData(replies: Replies): PersonalData {
  return {
    key: 'events',
    export: async (records, personId) => ({
      replies: (await records.events.rsvpsOf(personId)).map((rsvp) => ({
        event: rsvp.eventKey,
        answer: rsvp.answer,
        persons: rsvp.partySize,
        children: rsvp.children,
        seat: rsvp.seat,
        channel: rsvp.channel,
        timeliness: rsvp.timeliness,
        answeredAt: toIso(rsvp.answeredAt),
        enteredByTheOffice: rsvp.enteredBy !== null,
      })),
      brings: (await records.events.itemsOf(personId)).map((item) => ({ event: item.eventKey, slot: item.slotId, what: item.what, since: toIso(item.createdAt) })),
    }),
    describe: async (records, personId, language) => {
      const blocks = [];
      for (const rsvp of await records.events.rsvpsOf(personId)) {
        const event = await records.events.event(rsvp.eventKey);
        if (event !== null) blocks.push(line(`${language.pick(event.title)}: ${ownLine(rsvp, language)}`));
      }
      for (const item of await records.events.itemsOf(personId)) {
        const slot = (await records.events.slots(item.eventKey)).find(({ id }) => id === item.slotId);
        blocks.push(line(language.t('mine-bring', { what: human(item.what ?? language.pick(slot?.title ?? {})) })));
      }
      return blocks;
    },
    erase: async (turn, personId) => {
      for (const item of await turn.unit.events.itemsOf(personId)) {
        turn.unit.events.removeItem(item);
        await turn.touch(`${BRING}:${item.eventKey}`);
      }
      for (const rsvp of await turn.unit.events.rsvpsOf(personId)) await replies.remove(turn, rsvp);
    },
    merge: (turn, from, into) => merge(turn, replies, from, into),
    part: (turn, _from, into, kept) => part(turn, replies, into, kept),
  };
}
