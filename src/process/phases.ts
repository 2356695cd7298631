import { zonedInstant, type Instant } from '../kernel/time.ts';
import type { Language } from '../view/language.ts';
import type { ProcessFile } from './file.ts';
import { earliestDay, latestDay, type PhaseDate } from './phase-date.ts';

type Phase = ProcessFile['phases'][number];

/** "Auftakt: Herbst 2018 bis 24.11.2018 (jetzt)" */
export function phaseLine(phase: Phase, language: Language, now: Instant, zone: string): string {
  const from = phase.from === null ? null : zonedInstant(earliestDay(phase.from), '00:00', zone);
  const until = phase.until === null ? null : zonedInstant(latestDay(phase.until), '23:59:59', zone);
  const state = from !== null && now < from ? 'ahead' : until !== null && now > until ? 'done' : 'now';
  return `${nameAndSpan(phase, language, zone)} (${language.t(`phase-${state}`)})`;
}

/** What follows an event: the phase after its own; of an event the process file does not know, the first that begins after it. null: nobody has said. */
export function nextPhase({ phases, events, process: { zone } }: Pick<ProcessFile, 'phases' | 'events' | 'process'>, event: { readonly key: string; readonly endAt: Instant }, language: Language): string | null {
  const own = events.find(({ key }) => key === event.key)?.phase ?? null;
  const isAfter = ({ from }: Phase): boolean => from !== null && zonedInstant(earliestDay(from), '00:00', zone) > event.endAt;
  const next = own === null ? phases.find(isAfter) : phases[phases.findIndex(({ key }) => key === own) + 1];
  return next === undefined ? null : nameAndSpan(next, language, zone);
}

function nameAndSpan(phase: Phase, language: Language, zone: string): string {
  const date = (each: PhaseDate | null): string => {
    if (each === null) return language.t('phase-open');
    return each.kind === 'DATE' ? language.shortDate(zonedInstant(each.date, '12:00', zone), zone) : language.t(`season-${each.season.toLowerCase()}`, { year: String(each.year) });
  };
  // A title may be a sentence of its own; here it stands before a colon.
  return `${language.pick(phase.title).replace(/\.$/, '')}: ${language.t('phase-span', { from: date(phase.from), until: date(phase.until) })}`;
}
