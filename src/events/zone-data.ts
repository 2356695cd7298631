import type { DueWork } from '../kernel/feature.ts';
import { durations, instant, localDate, localTime, zonedInstant, type Instant } from '../kernel/time.ts';
import { EVENT } from './cards.ts';
import type { Event } from './records.ts';

/** Marker of an event's times: the instants, and what the town's clocks show then. */
const marker = (key: string): string => `wall/${key}`;

interface Kept {
  /** The event's times when this was written; others now: the event has moved since. */
  readonly times: string;
  /** "2018-11-24 14:00" of start, end and deadline; null: there is none, or the clocks show it twice that night. */
  readonly walls: readonly (string | null)[];
}

const timesOf = ({ startAt, endAt, deadlineAt }: Event): readonly (Instant | null)[] => [startAt, endAt, deadlineAt];
const textOf = (event: Event): string => timesOf(event).join(' ');

/**
 * An event is meant by the clocks on the wall: when other zone data say that 14:00 is another instant, it is the instant
 * that changes. Zone data come with the program, so each event is looked at once after every start and every change.
 */
export function keepingWallTimes(): DueWork {
  const seen = new Map<string, string>();
  const isNew = (event: Event, now: Instant): boolean => event.state === 'OPEN' && event.endAt > now && seen.get(event.key) !== textOf(event);
  return {
    name: 'keeping wall times',
    next: async (records, now) => ((await records.events.events()).some((event) => isNew(event, now)) ? now : null),
    run: async (turn) => {
      for (const event of await turn.unit.events.events()) {
        if (!isNew(event, turn.now)) continue;
        const text = await turn.unit.kernel.marker(marker(event.key));
        const right = text === null ? event : corrected(event, JSON.parse(text) as Kept);
        if (textOf(right) !== textOf(event)) {
          turn.house.logger.warn({ event: event.key }, 'other zone data: an event keeps its time on the clocks and has another instant');
          turn.unit.events.putEvent(right);
          turn.planned();
          await turn.touch(`${EVENT}:${event.key}`);
        }
        const kept: Kept = { times: textOf(right), walls: timesOf(right).map((at) => (at === null ? null : wallOf(at, right.zone))) };
        turn.unit.kernel.setMarker(marker(event.key), JSON.stringify(kept));
        seen.set(event.key, textOf(right));
      }
    },
  };
}

function corrected(event: Event, { times, walls }: Kept): Event {
  if (times !== textOf(event)) return event;
  const [startAt, endAt, deadlineAt] = timesOf(event).map((at, i) => (at === null || walls[i] == null ? at : instantOf(walls[i], at, event.zone)));
  return { ...event, startAt: startAt!, endAt: endAt!, deadlineAt: deadlineAt ?? null };
}

function wallOf(at: Instant, zone: string): string | null {
  const wall = `${localDate(at, zone)} ${localTime(at, zone)}`;
  return instantOf(wall, at, zone) === at ? wall : null;
}

/** The seconds are the same in every zone. */
function instantOf(wall: string, at: Instant, zone: string): Instant {
  const [date = '', time = ''] = wall.split(' ');
  return instant(zonedInstant(date, time, zone) + (at % durations.minute));
}
