import { localDate } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { letterOf } from '../polls/model.ts';
import type { FileContent } from '../ports/documents.ts';
import { human } from '../view/language.ts';
import { isCounted } from './picture.ts';
import type { DecisionParts } from './ports.ts';
import type { Counted, Decision } from './records.ts';
import { choiceWords, countedOf, figureWords, outcomeSentence } from './words.ts';

/** So many tables at once; the newest come first. */
const MOST_TABLES = 10;

/** A table for each decision that is counted and that the actor leads (the office: all). False: there is none. Only in private. */
export async function sendTables(turn: Turn, parts: DecisionParts): Promise<boolean> {
  const counted: Decision[] = [];
  for (const group of await turn.unit.groups.groups()) {
    if (await parts.rosters.mayLead(turn, group.key)) counted.push(...(await turn.unit.decisions.decisionsOf(group.key)).filter(isCounted));
  }
  counted.sort((a, b) => b.createdAt - a.createdAt);
  for (const decision of counted.slice(0, MOST_TABLES)) turn.file(turn.place.room, await table(turn, parts, decision), turn.t('decision-title', { title: human(decision.question) }));
  if (counted.length > MOST_TABLES) turn.answer(turn.t('decision-tables-older', { count: counted.length - MOST_TABLES }));
  return counted.length > 0;
}

type Row = readonly [string, number | null, string | null];

/** A line for each option, the sums below; who chose what only of a vote that is not secret. */
async function table(turn: Turn, parts: DecisionParts, decision: Decision): Promise<FileContent> {
  const outcome = await turn.unit.decisions.outcome(decision.id);
  const counted: Counted = countedOf({ decision, outcome })!;
  const { language } = turn;
  const options = counted.figures.map((count, option): Row => [`${letterOf(option)}: ${decision.options[option]!}`, count, figureWords(language, decision, counted, count)]);
  const sums: Row[] = [
    [turn.t('decision-row-eligible'), counted.eligible, null],
    [turn.t('decision-row-voted'), counted.voted, null],
    [turn.t('decision-choice-abstained'), counted.abstained, null],
    [turn.t('decision-row-outcome'), null, outcomeSentence(language, decision, counted)],
    ...(outcome === null ? [] : [[turn.t('list-column-date'), null, localDate(outcome.closedAt, decision.zone)] as const]),
  ];
  const notes = (await turn.unit.decisions.notes(decision.id)).map(({ text }): Row => [turn.t('decision-row-note'), null, text]);
  const header = [turn.t('decision-column-what'), turn.t('decision-column-number'), turn.t('decision-column-words')];
  return parts.documents.csv(header, [...options, ...sums, ...notes, ...(await named(turn, decision))], `${decision.groupKey}-${decision.id}.csv`);
}

/** By name: who voted first is nobody's business. */
async function named(turn: Turn, decision: Decision): Promise<Row[]> {
  if (decision.secret) return [];
  const rows: Row[] = [];
  for (const { personId, choice } of await turn.unit.decisions.votes(decision.id)) {
    rows.push([(await turn.unit.people.person(personId))?.name ?? turn.t('person-unnamed'), null, choiceWords(turn.language, decision, choice)]);
  }
  return rows.sort(([a], [b]) => a.localeCompare(b, 'de'));
}
