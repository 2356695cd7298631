import type { Language } from '../view/language.ts';
import type { Event, EventTally } from './records.ts';
import { freeSeats } from './seats.ts';

/** "11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen", with capacity and wait list where there are any (contract.md). */
export function countLine(language: Language, event: Pick<Event, 'capacity'>, tally: EventTally): string {
  const free = freeSeats(event, tally);
  const parts = [
    language.t('count-attending', { persons: tally.attendingPersons, replies: tally.attendingReplies }),
    language.t('count-maybe', { count: tally.maybe }),
    language.t('count-declined', { count: tally.declined }),
  ];
  if (tally.toConfirm > 0) parts.push(language.t('count-to-confirm', { count: tally.toConfirm }));
  if (event.capacity !== null) {
    if (tally.waitingPersons > 0) parts.push(language.t('count-waiting', { count: tally.waitingPersons }));
    parts.push(language.t('count-free', { free: Math.max(0, free ?? 0), capacity: event.capacity }));
  }
  return parts.join(' · ');
}
