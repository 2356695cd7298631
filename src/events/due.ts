import type { DueWork } from '../kernel/feature.ts';
import { durations, instant, type Instant } from '../kernel/time.ts';
import { document, line, strong, title } from '../view/document.ts';
import { EVENT, OFFER } from './cards.ts';
import { countLine } from './count.ts';
import type { OfficeLine } from './ports.ts';
import type { Event } from './records.ts';
import type { Replies } from './replies.ts';
import { lapse, retally } from './seats.ts';

/** The office hears the count so long after the deadline: what the platforms still held back is in by then. */
const COUNT_AFTER = 5 * durations.minute + durations.second;

/** Offers that nobody took go to the next in line; the party that let it pass is told. */
export function lapsingOffers(replies: Replies): DueWork {
  return {
    name: 'lapsing offers',
    next: (records) => records.events.nextOfferEnd(instant(0)),
    run: async (turn) => {
      const touched = new Set<string>();
      for (const offered of await turn.unit.events.lapsedOffers(turn.now)) {
        const { events } = turn.unit;
        const after = lapse(offered);
        events.putTally(retally(await events.tally(offered.eventKey), offered, after));
        events.putRsvp(after);
        touched.add(offered.eventKey);
        const event = await events.event(offered.eventKey);
        await turn.tell(offered.personId, (language) => language.t('offer-lapsed', { event: language.pick(event?.title ?? {}) }));
        await turn.touch(`${OFFER}:${offered.eventKey}/${offered.personId}`);
      }
      for (const key of touched) {
        const event = await turn.unit.events.event(key);
        if (event !== null) await replies.moveUp(turn, event);
        await turn.touch(`${EVENT}:${key}`);
      }
      turn.planned();
    },
  };
}

/** The moments at which an event's card says something else, or the office is told the count. */
function turns(event: Event): { at: Instant; kind: 'card' | 'count' }[] {
  const deadline = event.deadlineAt;
  return [
    // The deadline's last second is in time; the card turns when it is over.
    ...(deadline === null ? [] : [{ at: instant(deadline + durations.second), kind: 'card' as const }, { at: instant(deadline + COUNT_AFTER), kind: 'count' as const }]),
    { at: event.startAt, kind: 'card' as const },
    { at: event.endAt, kind: 'card' as const },
  ].sort((a, b) => a.at - b.at);
}

/** Deadline, start and end of events; a turn that passed while the bot was down happens at the next start. */
export function eventTurns(office: OfficeLine): DueWork {
  const next = (event: Event) => turns(event).find(({ at }) => at > event.turnedAt) ?? null;
  return {
    name: 'event turns',
    next: async (records) => {
      const planned = (await records.events.events()).flatMap((event) => (event.state === 'OPEN' ? (next(event)?.at ?? []) : []));
      return planned.length === 0 ? null : instant(Math.min(...planned));
    },
    run: async (turn) => {
      for (const event of await turn.unit.events.events()) {
        const due = event.state === 'OPEN' ? next(event) : null;
        if (due === null || due.at > turn.now) continue;
        turn.unit.events.putEvent({ ...event, turnedAt: due.at });
        if (due.kind === 'card') await turn.touch(`${EVENT}:${event.key}`);
        else {
          const tally = await turn.unit.events.tally(event.key);
          await office.tell(turn, (language) =>
            document(title(strong(language.pick(event.title))), line(language.t('office-count', { count: countLine(language, event, tally) })), line(language.t(event.deadlineMode === 'HARD' ? 'office-count-next-hard' : 'office-count-next'))),
          );
        }
      }
    },
  };
}
