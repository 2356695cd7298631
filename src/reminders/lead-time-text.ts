import type { ReminderRule } from '../process/file.ts';

/** What the office may say about the reminders of an event. */
export type Wanted =
  | { readonly kind: 'show' }
  | { readonly kind: 'add'; readonly rule: ReminderRule }
  /** The number it has in the list, from 1. */
  | { readonly kind: 'remove'; readonly number: number }
  /** As the process file has it. */
  | { readonly kind: 'reset' };

/** Nobody plans further ahead. */
const MOST_DAYS = 60;
const MOST_HOURS = 240;

const LEAD = /^(?:(frist|deadline)\s+)?(\d{1,3})\s*(tage?|days?|stunden?|hours?)(?:\s+(?:vorher|before))?(?:,?\s+(?:um\s+|at\s+)?(\d{1,2})(?:[:.](\d{2}))?(?:\s*uhr)?)?$/;

/** "3 Tage 18:00", "5 Stunden", "Frist 2 Tage 18 Uhr", "weg 2", "zurück", nothing; in English likewise. null: anything else. */
export function parseLeadTime(text: string): Wanted | null {
  const said = text.slice(0, 60).trim().toLowerCase();
  if (said === '') return { kind: 'show' };
  if (/^(?:zurück|zurueck|reset)$/.test(said)) return { kind: 'reset' };
  const number = /^(?:weg|remove)\s+(\d{1,2})$/.exec(said)?.[1];
  if (number !== undefined) return { kind: 'remove', number: Number(number) };
  const [, deadline, count, unit = '', hour, minute = '00'] = LEAD.exec(said) ?? [];
  if (count === undefined) return null;
  const when = unit.startsWith('t') || unit.startsWith('d') ? daysBefore(Number(count), hour, minute) : hoursBefore(Number(count), hour);
  if (when === null) return null;
  const anchor = deadline === undefined ? 'START' : 'DEADLINE';
  return { kind: 'add', rule: { key: keyOf(anchor, when), anchor, when, to: anchor === 'START' ? ['ATTENDING'] : ['UNANSWERED', 'MAYBE'], events: null } };
}

function daysBefore(days: number, hour: string | undefined, minute: string): ReminderRule['when'] | null {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || days > MOST_DAYS) return null;
  return { daysBefore: days, time: `${hour.padStart(2, '0')}:${minute}` };
}

function hoursBefore(hours: number, hour: string | undefined): ReminderRule['when'] | null {
  return hour !== undefined || hours < 1 || hours > MOST_HOURS ? null : { hoursBefore: hours };
}

/** Named by what it says: the same lead time is the same rule, and is not reminded of twice. */
function keyOf(anchor: ReminderRule['anchor'], when: ReminderRule['when']): string {
  const lead = 'hoursBefore' in when ? `${when.hoursBefore}h` : `${when.daysBefore}d-${when.time.replace(':', '')}`;
  return `${anchor.toLowerCase()}-${lead}`;
}
