import { addDays } from '../kernel/time.ts';

/**
 * When a phase begins or ends. Announcements often name only a season ("Herbst 2018"); it stays one,
 * so that nobody reads a day into the source which the town never stated.
 */
export type PhaseDate =
  | { readonly kind: 'DATE'; readonly date: string }
  | { readonly kind: 'SEASON'; readonly season: Season; readonly year: number };

export type Season = 'SPRING' | 'SUMMER' | 'AUTUMN' | 'WINTER';

const SEASON_NAMES: Readonly<Record<string, Season>> = {
  Frühjahr: 'SPRING',
  Sommer: 'SUMMER',
  Herbst: 'AUTUMN',
  Winter: 'WINTER',
};

/** First and last day by the meteorological seasons; a winter is named after the year it begins in. */
const SEASON_DAYS: Readonly<Record<Season, (year: number) => readonly [first: string, last: string]>> = {
  SPRING: (year) => [`${year}-03-01`, `${year}-05-31`],
  SUMMER: (year) => [`${year}-06-01`, `${year}-08-31`],
  AUTUMN: (year) => [`${year}-09-01`, `${year}-11-30`],
  WINTER: (year) => [`${year}-12-01`, addDays(`${year + 1}-03-01`, -1)],
};

/** Expects what the schema let through: `2018-11-24` or `Herbst 2018`. */
export function phaseDate(written: string): PhaseDate {
  const [name, year] = written.split(' ');
  const season = name === undefined ? undefined : SEASON_NAMES[name];
  return season === undefined ? { kind: 'DATE', date: written } : { kind: 'SEASON', season, year: Number(year) };
}

/** The first day a phase date can mean: for order and "where are we", never for display. */
export const earliestDay = (when: PhaseDate): string =>
  when.kind === 'DATE' ? when.date : SEASON_DAYS[when.season](when.year)[0];

/** The last day a phase date can mean. */
export const latestDay = (when: PhaseDate): string =>
  when.kind === 'DATE' ? when.date : SEASON_DAYS[when.season](when.year)[1];
