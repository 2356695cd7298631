import type { Meetings } from '../groups/ports.ts';
import { holidayOn, type State } from '../kernel/holidays.ts';
import { durations, localDate, localTime } from '../kernel/time.ts';
import type { Records } from '../ports/store.ts';
import type { Language } from '../view/language.ts';
import { feastsOn } from './feast-days.ts';
import type { DatePoll, DateSlot } from './records.ts';
import { schoolHolidayOn } from './school-holidays.ts';

/** From here on a meeting reaches into the evening, and a feast that begins at nightfall matters. */
const EVENING = '17:00';

/**
 * What speaks against a date from outside the poll: public and school holidays, feast days, meetings at the same time.
 * Hints only: no date is put out by them. In the words of the reader; clashes name events, never people.
 */
export async function hintsOf(records: Records, meetings: Pick<Meetings, 'clashes'>, poll: DatePoll, slot: DateSlot, people: readonly string[], language: Language): Promise<string[]> {
  const clashes = await meetings.clashes(records, { start: slot.startAt, end: slot.endAt }, people, poll.eventKey ?? undefined);
  return [
    ...dayHints(slot, poll.zone, (await records.process.current())?.file.holidays.region ?? null, language),
    ...clashes.map(({ event, persons }) => language.t('poll-clash', { event: language.pick(event.title), count: persons.length })),
  ];
}

/** School holidays are known for Baden-Württemberg only; where the state is not known, nothing is said of its holidays. */
export function dayHints(slot: Pick<DateSlot, 'startAt' | 'endAt'>, zone: string, region: State | null, language: Language): string[] {
  const date = localDate(slot.startAt, zone);
  const evening = slot.endAt - slot.startAt >= durations.day || localTime(slot.endAt, zone) > EVENING || localDate(slot.endAt, zone) !== date;
  const holiday = region === null ? null : holidayOn(date, region);
  const school = region === 'BW' ? schoolHolidayOn(date) : null;
  return [
    ...(holiday === null ? [] : [language.t(`holiday-${dashed(holiday)}`)]),
    ...(school === null ? [] : [language.t(`school-${dashed(school)}`)]),
    ...feastsOn(date, evening).map(({ name, about, eve }) => {
      const what = language.t(`feast-${dashed(name)}`);
      return eve ? language.t('poll-eve', { what }) : about ? language.t('poll-about', { what }) : what;
    }),
  ];
}

const dashed = (name: string): string => name.toLowerCase().replaceAll('_', '-');
