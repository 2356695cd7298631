import type { Event } from '../events/records.ts';
import { durations, type Instant } from '../kernel/time.ts';
import type { Language } from '../view/language.ts';
import type { WorkingGroup } from './records.ts';

/** Between two meetings people need this long: to invite, to do what was agreed. Fewer weeks left than this, no room. */
const BETWEEN = 14 * durations.day;

export interface Count {
  /** Meetings that are over. */
  readonly held: number;
  /** Meetings with a date ahead. */
  readonly planned: number;
  /** How many are still without a date, to reach the least that was said; 0: enough. */
  readonly missing: number;
  /** The span that is left has no room for those. */
  readonly tooFew: boolean;
}

/** How often a group has met, and whether its span leaves room for the least number of meetings. Cancelled ones do not count. */
export function countMeetings(group: Pick<WorkingGroup, 'meetings' | 'until'>, meetings: readonly Event[], now: Instant): Count {
  const open = meetings.filter(({ state }) => state === 'OPEN');
  const held = open.filter(({ endAt }) => endAt <= now).length;
  const planned = open.length - held;
  const missing = Math.max(0, (group.meetings?.min ?? 0) - open.length);
  const last = Math.max(now, ...open.map(({ startAt }) => startAt));
  const room = group.until === null ? missing : Math.max(0, Math.floor((group.until - last) / BETWEEN));
  return { held, planned, missing, tooFew: missing > room };
}

/** "2 von 3–4 Treffen · 1 geplant" */
export function counterLine(language: Language, group: Pick<WorkingGroup, 'meetings'>, { held, planned }: Count): string {
  const { meetings } = group;
  const range = meetings === null ? '' : meetings.min === meetings.max ? String(meetings.min) : `${meetings.min}–${meetings.max}`;
  const met = meetings === null ? language.t('meeting-count', { count: held }) : language.t('meeting-count-of', { count: held, range });
  return planned === 0 ? met : `${met} · ${language.t('meeting-count-planned', { count: planned })}`;
}

/** One sentence where the span leaves no room for what was said; null: it does. */
export function roomWarning(language: Language, group: Pick<WorkingGroup, 'until'>, count: Count, zone: string): string | null {
  if (!count.tooFew || group.until === null) return null;
  return language.t('meeting-no-room', { count: count.missing, date: language.shortDate(group.until, zone) });
}
