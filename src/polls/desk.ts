import { isolate } from '../kernel/text.ts';
import type { Instant } from '../kernel/time.ts';
import type { Records } from '../ports/store.ts';
import { line, strong, title, type Block } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import type { PollModel } from './model.ts';
import type { DateSlot } from './records.ts';
import { shownStandings } from './suggestion.ts';
import type { PollParts } from './ports.ts';
import { hintsOf } from './warnings.ts';

/** What a desk shows besides its first page. */
export type Page = 'dates' | 'must' | 'minimum' | 'sector' | 'closing' | 'tie' | 'choose' | 'enter';

/** The page a desk is open at, kept with its copy. `people`: whom the buttons of this page mean, in their order. */
export interface DeskState {
  readonly page?: Page;
  readonly from?: number;
  readonly people?: readonly string[];
}

export interface DeskMember {
  readonly personId: string;
  /** Isolated, ready to stand in a sentence. */
  readonly name: string;
  readonly hasChat: boolean;
}

/** A poll with what only the desk shows: names, and hints in the reader's words. */
export interface Desk {
  readonly model: PollModel;
  readonly members: readonly DeskMember[];
  readonly hints: ReadonlyMap<string, readonly string[]>;
  readonly language: Language;
  readonly now: Instant;
  readonly state: DeskState;
}

/** So many dates of a draft a message has room for. */
export const DRAFT_LINES = 20;
/** So many people stand on one page. */
export const PEOPLE_PER_PAGE = 20;

export async function deskOf(records: Records, parts: PollParts, model: PollModel, language: Language, now: Instant, state: DeskState): Promise<Desk> {
  const members = (await parts.rosters.membersOf(records, model.group.key)).map(({ personId, name, hasChat }) => ({ personId, hasChat, name: isolate(name ?? language.t('person-unnamed')) }));
  const hints = new Map<string, readonly string[]>();
  for (const slot of hinted(model, state)) hints.set(slot.id, await hintsOf(records, parts.meetings, model.poll, slot, members.map(({ personId }) => personId), language));
  return { model, members, hints, language, now, state };
}

/** A draft tells of its dates one by one; later only those of the suggestion are looked up. */
function hinted({ poll, slots, suggestion }: PollModel, { page }: DeskState): readonly DateSlot[] {
  if (page === 'choose' || page === 'enter') return [];
  if (poll.state === 'DRAFT') return slots.slice(0, DRAFT_LINES);
  const shown = new Set(shownStandings(suggestion).map(({ slot }) => slot.id));
  return slots.filter(({ id }) => shown.has(id));
}

export function heading({ model: { poll, group }, language }: Desk): Block[] {
  return [title(strong(language.t('poll-title', { title: human(poll.title) }))), line(language.pick(group.title))];
}

/** The people of this page: whoever they were when it was opened, as far as they are still members. */
export function peopleOnPage({ members, state }: Desk): (DeskMember & { readonly index: number })[] {
  return (state.people ?? []).flatMap((personId, index) => {
    const member = members.find((each) => each.personId === personId);
    return member === undefined ? [] : [{ ...member, index }];
  });
}
