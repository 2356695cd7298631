import type { Instant } from '../kernel/time.ts';
import type { Documents, FileContent } from '../ports/documents.ts';
import type { Language } from '../view/language.ts';
import type { Event } from './records.ts';

/** The event for somebody's calendar. The same UID for life; every move counts the sequence up, so calendars follow. */
export function calendarFile(documents: Documents, event: Event, language: Language, now: Instant): FileContent {
  return documents.calendar({
    uid: event.calendarUid,
    sequence: event.calendarSequence,
    status: event.state === 'CANCELLED' ? 'CANCELLED' : 'CONFIRMED',
    title: language.pick(event.title),
    description: event.subtitle === null ? '' : language.pick(event.subtitle),
    place: event.place === null ? null : language.pick(event.place),
    start: event.startAt,
    end: event.endAt,
    zone: event.zone,
    stamp: now,
    language: language.tag === 'de-easy' ? 'de' : language.tag,
    fileName: `${event.key}.ics`,
  });
}
