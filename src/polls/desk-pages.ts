import { shortName } from '../kernel/text.ts';
import type { Card, Action } from '../view/card.ts';
import { document, item, line } from '../view/document.ts';
import { heading, PEOPLE_PER_PAGE, peopleOnPage, type Desk } from './desk.ts';
import { letterOf, slotNumber } from './model.ts';
import { slotWhen } from './words.ts';

/** A name in the width of a button. */
export const NAME_WIDTH = 20;

export const backAction = (language: Desk['language']): Action => ({ id: 'back', label: language.t('action-poll-back'), row: 90 });

/** Which date, if not the suggested one. All that are still ahead; why one is out was said on the first page. */
export function choicePage(desk: Desk): Card {
  const { model, language, now } = desk;
  const ahead = model.slots.map((slot, index) => ({ slot, letter: letterOf(index) })).filter(({ slot }) => slot.startAt > now);
  return {
    document: document(...heading(desk), line(language.t('desk-choose')), ...ahead.map(({ slot, letter }) => item(`${letter}: ${slotWhen(language, slot, model.poll.zone, now)}`))),
    actions: [...ahead.map(({ slot, letter }, row): Action => ({ id: `fix${slotNumber(slot)}`, label: `${letter}: ${language.day(slot.startAt, model.poll.zone)}`, row: Math.floor(row / 2) })), backAction(language)],
    open: true,
  };
}

/** For whom the leader enters what was said by phone: first those who have no chat. */
export function enterPage(desk: Desk): Card {
  const { language } = desk;
  return {
    document: document(...heading(desk), line(language.t('desk-enter'))),
    actions: [...peopleOnPage(desk).map(({ name, index }): Action => ({ id: `p${index}`, label: shortName(bare(name), NAME_WIDTH), row: Math.floor(index / 2) })), ...moreAction(desk), backAction(language)],
    open: true,
  };
}

/** "Weitere" where the page does not hold everybody. */
export function moreAction({ members, state, language }: Desk): Action[] {
  return (state.from ?? 0) + PEOPLE_PER_PAGE < members.length ? [{ id: 'more', label: language.t('action-poll-next'), row: 80 }] : [];
}

/** Buttons carry no isolation marks: nothing stands beside the name. */
export function bare(name: string): string {
  return name.replace(/[\u2066-\u2069]/gu, '');
}
