import type { Language } from '../view/language.ts';
import { addDays, weekdayOf, zonedInstant } from './time.ts';
import type { WhenProblem } from './when.ts';

/** What was wrong with a date somebody typed, and what to do: one sentence. */
export function whenSentence(language: Language, found: WhenProblem, zone: string): string {
  if (found.kind === 'WEEKDAY_MISMATCH') return language.t('when-weekday-mismatch', { given: weekdayName(language, found.given, zone), actual: weekdayName(language, found.actual, zone) });
  return language.t(`when-${found.kind.toLowerCase().replaceAll('_', '-')}`);
}

/** "Dienstag" for 2. 2018-01-01 was a Monday. */
export function weekdayName(language: Language, weekday: number, zone: string): string {
  return language.date(zonedInstant(addDays('2018-01-01', weekday - weekdayOf('2018-01-01')), '12:00', zone), zone).split(',')[0] ?? '';
}
