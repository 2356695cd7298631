import type { Instant } from '../kernel/time.ts';
import { localDate } from '../kernel/time.ts';
import type { Language } from '../view/language.ts';
import type { DateAnswer, DatePoll, DateSlot } from './records.ts';
import type { Obstacle, Standing } from './rules.ts';

/** "Di., 14.5., 19:00–21:00 Uhr"; with its year where that is not this one. */
export function slotWhen(language: Language, slot: Pick<DateSlot, 'startAt' | 'endAt'>, zone: string, now: Instant): string {
  const thisYear = localDate(slot.startAt, zone).slice(0, 4) === localDate(now, zone).slice(0, 4);
  return spanText(language, thisYear ? language.day(slot.startAt, zone) : language.date(slot.startAt, zone), slot, zone);
}

/** "Dienstag, 14. Mai 2019, 19:00–21:00 Uhr": where something is settled by it. */
export function slotWhenInFull(language: Language, slot: Pick<DateSlot, 'startAt' | 'endAt'>, zone: string): string {
  return spanText(language, language.date(slot.startAt, zone), slot, zone);
}

function spanText(language: Language, date: string, slot: Pick<DateSlot, 'startAt' | 'endAt'>, zone: string): string {
  return language.t('event-when', { date, start: language.clock(slot.startAt, zone), end: language.clock(slot.endAt, zone) });
}

const CELLS = 10;

/** Ten cells: full for yes, half for "if needed". Decoration only, the words beside it say the same. */
export function bar({ yes, ifNeeded }: Pick<Standing, 'yes' | 'ifNeeded'>, voters: number): string {
  const cells = (count: number): number => (voters === 0 ? 0 : Math.round((count / voters) * CELLS));
  const full = cells(yes);
  const half = Math.max(0, cells(yes + ifNeeded) - full);
  return '■'.repeat(full) + '▣'.repeat(half) + '□'.repeat(Math.max(0, CELLS - full - half));
}

export function countWords(language: Language, { yes, ifNeeded, no }: Pick<Standing, 'yes' | 'ifNeeded' | 'no'>): string {
  return language.t('poll-count', { yes, maybe: ifNeeded, no });
}

/** Why a date is out, as a group may read it: without names. */
export function obstacleWords(language: Language, obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'MUST_HAVE':
      return language.t(obstacle.answer === 'NO' ? 'poll-out-must' : 'poll-out-awaited');
    case 'MINIMUM':
      return language.t('poll-out-minimum', { have: obstacle.have, need: obstacle.need });
    case 'SECTOR':
      return language.t('poll-out-sector', { sector: language.t(`sector-${obstacle.sector.toLowerCase()}`), have: obstacle.have, need: obstacle.need });
    default:
      return obstacle satisfies never;
  }
}

export function tieWords(language: Language, { tieRule }: Pick<DatePoll, 'tieRule'>): string {
  return language.t(`poll-tie-${tieRule.toLowerCase().replaceAll('_', '-')}`);
}

/** "Antworten bis Di., 7.5., 18:00 Uhr", or null where nobody has set an end. */
export function closesWords(language: Language, { closesAt, zone }: Pick<DatePoll, 'closesAt' | 'zone'>): string | null {
  return closesAt === null ? null : language.t('poll-closes', { date: language.date(closesAt, zone), time: language.clock(closesAt, zone) });
}

export function answerKey(answer: DateAnswer): 'poll-answer-yes' | 'poll-answer-if-needed' | 'poll-answer-no' {
  return answer === 'YES' ? 'poll-answer-yes' : answer === 'NO' ? 'poll-answer-no' : 'poll-answer-if-needed';
}
