import type { DueWork } from '../kernel/feature.ts';
import { addDays, instant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { weekdayName } from '../kernel/when-sentence.ts';
import { currentProcess } from '../process/commands.ts';
import type { Records } from '../ports/store.ts';
import type { Language } from '../view/language.ts';
import { countMeetings } from './counter.ts';
import { meetingsOf } from './meetings.ts';
import type { Wanted } from './meeting-params.ts';
import type { Meetings } from './ports.ts';
import { nextDay, nextOccurrence, occurrenceOn } from './recurrence.ts';
import type { MeetingSeries, Recurrence, WorkingGroup } from './records.ts';
import { tellLeaders } from './roster.ts';

/** "jeden ersten Dienstag": the rule in the reader's words. */
export function ruleText(language: Language, recurrence: Recurrence, zone: string): string {
  const weekday = weekdayName(language, recurrence.weekday, zone);
  if (recurrence.kind === 'WEEKLY') return language.t(recurrence.weeks === 1 ? 'series-weekly' : 'series-two-weeks', { weekday });
  return language.t(recurrence.nth === -1 ? 'series-monthly-last' : 'series-monthly', { weekday, number: Math.abs(recurrence.nth) });
}

/** Begins meetings by rule: the first one is made now, the next ones as `recurringMeetings` says. An older rule of the group ends. */
export async function beginSeries(turn: Turn, meetings: Meetings, group: WorkingGroup, { rule, end, place }: Extract<Wanted, { kind: 'series' }>, today: string): Promise<MeetingSeries | null> {
  const { zone } = (await currentProcess(turn.unit)).process;
  for (const old of await turn.unit.groups.activeSeries()) if (old.groupKey === group.key) turn.unit.groups.putSeries({ ...old, state: 'ENDED' });
  const first = nextOccurrence({ recurrence: rule.recurrence, start: rule.start, end }, today, turn.now, zone);
  const made = await meetings.schedule(turn, group.key, { start: first.start, end: first.end, place, title: null }, new Map());
  if (!made.ok) return null;
  const series: MeetingSeries = { id: turn.house.ids.id(), groupKey: group.key, recurrence: rule.recurrence, start: rule.start, end, place, state: 'ACTIVE', lastDate: first.date, lastEventKey: made.value.key };
  turn.unit.groups.putSeries(series);
  return series;
}

/** So many days before, at the hour it begins, a meeting stands at the latest, so that people can plan. */
const DAYS_AHEAD = 21;

/**
 * The next meeting of a series is made when its last one is over, wherever that was moved to, or cancelled; where the rule
 * meets more often than every three weeks, three weeks ahead.
 */
export function recurringMeetings(meetings: Meetings): DueWork {
  return {
    name: 'recurring meetings',
    next: async (records) => {
      const due: Instant[] = [];
      for (const series of await records.groups.activeSeries()) due.push(await nextIsDue(records, series));
      return due.length === 0 ? null : instant(Math.min(...due));
    },
    run: async (turn) => {
      for (const series of await turn.unit.groups.activeSeries()) if ((await nextIsDue(turn.unit, series)) <= turn.now) await goOn(turn, meetings, series);
    },
  };
}

/** When the meeting after the last one is to be made. */
async function nextIsDue(records: Records, series: MeetingSeries): Promise<Instant> {
  const lastEnd = (await records.events.event(series.lastEventKey))?.endAt ?? instant(0);
  const { zone } = (await currentProcess(records)).process;
  const ahead = occurrenceOn(series, addDays(nextDay(series.recurrence, series.lastDate), -DAYS_AHEAD), zone);
  return instant(Math.min(lastEnd, ahead.start));
}

/** Ends by itself with the group, its span, or the most meetings that were said. */
async function goOn(turn: Turn, meetings: Meetings, series: MeetingSeries): Promise<void> {
  const { zone } = (await currentProcess(turn.unit)).process;
  const group = await turn.unit.groups.group(series.groupKey);
  const next = nextOccurrence(series, series.lastDate, turn.now, zone);
  const over = group === null || group.state === 'CLOSED' || (group.until !== null && next.start > group.until) || (await isFull(turn, group));
  const made = over ? null : await meetings.schedule(turn, series.groupKey, { start: next.start, end: next.end, place: series.place, title: null }, new Map());
  if (made?.ok === true) return turn.unit.groups.putSeries({ ...series, lastDate: next.date, lastEventKey: made.value.key });
  turn.unit.groups.putSeries({ ...series, state: 'ENDED' });
  if (group?.state === 'ACTIVE') await tellLeaders(turn, group.key, (language) => language.t('series-over', { group: language.pick(group.title) }));
}

async function isFull(turn: Turn, group: WorkingGroup): Promise<boolean> {
  if (group.meetings === null) return false;
  const { held, planned } = countMeetings(group, await meetingsOf(turn.unit, group.key), turn.now);
  return held + planned >= group.meetings.max;
}
