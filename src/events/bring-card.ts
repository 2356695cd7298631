import { runCommand } from '../kernel/dialog.ts';
import { isolate } from '../kernel/text.ts';
import type { CardKind } from '../kernel/feature.ts';
import type { Card } from '../view/card.ts';
import { document, item, line, strong, title } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { BRING, bringCommand, placesLeft } from './bring.ts';
import type { BringItem, BringSlot, Event } from './records.ts';

/** The bring list as a private card: a button per slot takes it or gives it back. */
export function bringCardKind(): CardKind {
  return {
    kind: BRING,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const event = await records.events.event(copy.subject.slice(BRING.length + 1));
      if (event === null) return null;
      const own = copy.personId === null ? [] : await records.events.itemsOf(copy.personId);
      return bringCard(event, await records.events.slots(event.key), await records.events.items(event.key), own, context.languages[0]!, event.state === 'OPEN' && context.now < event.endAt);
    },
    press: async (turn, copy, actionId) => {
      const eventKey = copy.subject.slice(BRING.length + 1);
      const slot = (await turn.unit.events.slots(eventKey))[Number(actionId.slice(1))];
      if (slot === undefined) return turn.answer(turn.t('press-unknown'));
      const mine = copy.personId === null ? undefined : (await turn.unit.events.itemsOf(copy.personId)).find(({ slotId }) => slotId === slot.id);
      if (mine === undefined) {
        turn.answer(turn.t('bring-asked'));
        return runCommand(turn, bringCommand, slot.id.replace('/', ' '));
      }
      turn.unit.events.removeItem(mine);
      await turn.touch(copy.subject);
      turn.answer(turn.t('bring-given-back', { what: turn.language.pick(slot.title) }));
    },
  };
}

/** A slot in the width of a button. */
function shortTitle(slot: BringSlot, language: Language): string {
  const full = language.pick(slot.title);
  return full.length <= 20 ? full : language.t(`bring-kind-${slot.kind.toLowerCase()}`);
}

function bringCard(event: Event, slots: readonly BringSlot[], items: readonly BringItem[], own: readonly BringItem[], language: Language, open: boolean): Card {
  const mine = new Map(own.map((each) => [each.slotId, each]));
  const rows = slots.map((slot) => {
    const taken = items.filter((each) => each.slotId === slot.id);
    const left = placesLeft(slot, items);
    const state = left === null ? language.t('bring-count', { count: taken.length }) : language.t('bring-left', { left, places: slot.places ?? 0 });
    const words = taken.flatMap((each) => each.what ?? []);
    return item(strong(language.pick(slot.title)), `: ${state}${words.length === 0 ? '' : ` (${words.slice(0, 8).map((each) => isolate(each)).join(', ')})`}`, mine.has(slot.id) ? ` · ${language.t('bring-yours')}` : '');
  });
  return {
    document: document(title(strong(language.t('bring-title', { event: language.pick(event.title) }))), ...rows, line(language.t('bring-how'))),
    actions: slots.flatMap((slot, index) => {
      const left = placesLeft(slot, items);
      if (mine.has(slot.id)) return [{ id: `s${index}`, label: language.t('action-give-back', { what: shortTitle(slot, language) }), row: index }];
      return left === 0 ? [] : [{ id: `s${index}`, label: language.t('action-bring', { what: shortTitle(slot, language) }), row: index }];
    }),
    open,
  };
}
