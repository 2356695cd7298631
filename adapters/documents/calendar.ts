import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { cleanLine, cleanText } from '../../src/kernel/text.ts';
import type { Documents } from '../../src/ports/documents.ts';

const MAX_LINE = 250;
/** The library writes it as it is, and invents one where it is empty. */
const UID = /^[\w.@:+-]{1,250}$/;

/**
 * One VEVENT and no alarm, attendee or attachment, whatever the texts say.
 *
 * Times are written in UTC: the event then needs no VTIMEZONE that could be older than the law, and lasts over a clock
 * change exactly as long as it does; every calendar shows the reader's local time. METHOD is PUBLISH, so that no mail
 * client asks for an answer, or CANCEL, which takes the event out again; both carry the same UID.
 */
export const calendar: Documents['calendar'] = (entry) => {
  if (!UID.test(entry.uid)) throw new RangeError(`not a calendar UID: ${JSON.stringify(entry.uid.slice(0, 40))}`);
  if (entry.end <= entry.start) throw new RangeError('a calendar entry ends after it starts');
  const cancelled = entry.status === 'CANCELLED';
  const email = mailAddress(entry.organizerEmail ?? '');
  const file = ical({
    prodId: { company: 'Miteinander', product: 'Beteiligung', language: languageTag(entry.language) },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  file.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: new Date(entry.stamp),
    start: new Date(entry.start),
    end: new Date(entry.end),
    summary: cleanLine(entry.title, MAX_LINE),
    description: cleanText(entry.description),
    location: entry.place === null ? null : cleanLine(entry.place, MAX_LINE),
    organizer: email === null ? null : { name: email, email },
  });
  return {
    name: entry.fileName,
    mime: `text/calendar; charset=utf-8; method=${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    text: `${file.toString()}\r\n`,
  };
};

/** The library writes a mail address and a language as they are; what could end the line or the value is refused. */
function mailAddress(text: string): string | null {
  return /^[\w.!#$%&*+/=?^`{|}~-]{1,64}@[a-z0-9.-]{1,255}$/i.test(text) ? text : null;
}

function languageTag(text: string): string {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/i.test(text) ? text : 'de';
}
