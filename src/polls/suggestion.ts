import type { Instant } from '../kernel/time.ts';
import { isolate } from '../kernel/text.ts';
import { gap, item, line, strong, type Block } from '../view/document.ts';
import type { Language } from '../view/language.ts';
import { letterOf, type PollModel } from './model.ts';
import type { DateSlot } from './records.ts';
import { people, type Obstacle, type Standing, type Suggestion } from './rules.ts';
import { bar, countWords, obstacleWords, slotWhen, slotWhenInFull, tieWords } from './words.ts';

/** So many dates that are out, and so many comments, are told one by one. */
const MOST = 5;

/** What the leader reads; names are looked up, hints per slot are given in the reader's words. */
export interface SuggestionReader {
  readonly language: Language;
  readonly now: Instant;
  readonly nameOf: (personId: string) => string;
  readonly hints: ReadonlyMap<string, readonly string[]>;
}

/** Which date and why, which are out and why, what would change if somebody could come after all. For whoever leads. */
export function suggestionBlocks(model: PollModel, reader: SuggestionReader): Block[] {
  const { suggestion, answered } = model;
  if (answered.size === 0) return [line(reader.language.t('suggest-nothing-yet'))];
  const { out, others } = partsOf(suggestion);
  const { language } = reader;
  return [
    ...bestBlocks(model, reader),
    ...section(language.t('suggest-others'), others.map((each) => describe(model, reader, each))),
    ...section(language.t('suggest-out'), out.map((each) => describe(model, reader, each))),
    ...suggestion.whatIf.map(({ personId, slotId, people: count }) => line(language.t('suggest-what-if', { name: reader.nameOf(personId), when: whenOf(model, reader, slotId), count }))),
    ...section(language.t('suggest-comments'), comments(model, reader)),
  ];
}

function partsOf({ standings, best }: Suggestion): { readonly others: readonly Standing[]; readonly out: readonly Standing[] } {
  return { others: standings.filter((each) => each.obstacles.length === 0 && each !== best), out: standings.filter(({ obstacles }) => obstacles.length > 0) };
}

/** Those that are told one by one. */
export function shownStandings(suggestion: Suggestion): readonly Standing[] {
  const { others, out } = partsOf(suggestion);
  return [...(suggestion.best === null ? [] : [suggestion.best]), ...others.slice(0, MOST), ...out.slice(0, MOST)];
}

function bestBlocks(model: PollModel, { language, hints }: SuggestionReader): Block[] {
  const { poll, suggestion, voters } = model;
  const { best, tied } = suggestion;
  if (best === null) return [line(strong(language.t(tied.length > 1 ? 'suggest-tie-leader' : 'suggest-none')))];
  const slot = slotOf(model, best.slot.id);
  const warned = hints.get(slot.id) ?? [];
  const letters = tied.filter((each) => each !== best).map((each) => letterOf(model.slots.indexOf(slotOf(model, each.slot.id))));
  return [
    line(strong(language.t('suggest-best', { when: slotWhenInFull(language, slot, poll.zone) }))),
    line(`${bar(best, voters.length)} ${language.t('suggest-why', { people: people(best), members: voters.length })} ${countWords(language, best)}`),
    ...(letters.length === 0 ? [] : [line(`${language.t('suggest-tied', { list: letters.join(', ') })} ${tieWords(language, poll)}`)]),
    ...(warned.length === 0 ? [] : [line(strong(language.t('suggest-warning', { list: warned.join(', ') })))]),
  ];
}

function section(heading: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return [];
  const left = texts.length - MOST;
  return [gap, line(strong(heading)), ...texts.slice(0, MOST).map((text) => item(text)), ...(left > 0 ? [item(`… +${left}`)] : [])];
}

function describe(model: PollModel, reader: SuggestionReader, standing: Standing): string {
  const hints = reader.hints.get(standing.slot.id) ?? [];
  const words = [
    `${whenOf(model, reader, standing.slot.id)}: ${countWords(reader.language, standing)}`,
    ...standing.obstacles.map((obstacle) => reason(reader, obstacle)),
    ...(hints.length === 0 ? [] : [reader.language.t('poll-hint', { list: hints.join(', ') })]),
  ];
  return words.join(' · ');
}

/** As the leader may read it: with names. */
function reason({ language, nameOf }: SuggestionReader, obstacle: Obstacle): string {
  if (obstacle.kind !== 'MUST_HAVE') return obstacleWords(language, obstacle);
  return language.t(obstacle.answer === 'NO' ? 'suggest-cannot' : 'suggest-silent', { name: nameOf(obstacle.personId) });
}

function comments({ slots, votes }: PollModel, { nameOf }: SuggestionReader): string[] {
  return votes.flatMap(({ slotId, personId, comment }) => (comment === null ? [] : [`${letterOf(slots.findIndex(({ id }) => id === slotId))}: ${nameOf(personId)}: ${isolate(comment)}`]));
}

function whenOf(model: PollModel, { language, now }: SuggestionReader, slotId: string): string {
  const slot = slotOf(model, slotId);
  return `${letterOf(model.slots.indexOf(slot))}: ${slotWhen(language, slot, model.poll.zone, now)}`;
}

function slotOf({ slots }: PollModel, id: string): DateSlot {
  const found = slots.find((slot) => slot.id === id);
  if (found === undefined) throw new Error('a suggestion names a slot its poll does not have');
  return found;
}
