import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { human } from '../view/language.ts';
import { isRoomOf } from './audience.ts';
import { BRING } from './bring.ts';
import { EVENT, REMINDER, whenText } from './cards.ts';
import { MOVED } from './moved-card.ts';
import type { Event, Rsvp } from './records.ts';
import type { Replies } from './replies.ts';
import { lapse, retally } from './seats.ts';

/** What the office can change about an event, with everything that follows for the people who answered. */
export class Changes {
  private readonly replies: Replies;

  constructor(replies: Replies) {
    this.replies = replies;
  }

  /** Everybody who answered is asked again, once; whoever cannot be written to is on the call list. */
  async move(turn: Turn, event: Event, startAt: Instant, endAt: Instant): Promise<{ asked: number; toCall: number }> {
    const deadlineAt = event.deadlineAt !== null && event.deadlineAt >= startAt ? null : event.deadlineAt;
    const moved: Event = { ...event, startAt, endAt, deadlineAt, calendarSequence: event.calendarSequence + 1, turnedAt: turn.now };
    turn.unit.events.putEvent(moved);
    const toCall: Rsvp[] = [];
    let asked = 0;
    for (const rsvp of await turn.unit.events.replies(event.key)) {
      if (rsvp.answer === 'ATTENDING') await this.put(turn, rsvp, { ...rsvp, toConfirm: true });
      await turn.touch(`${REMINDER}:${rsvp.personId}`);
      const address = await turn.house.directory.addressOf(turn.unit, rsvp.personId);
      if (address === null) {
        if (rsvp.answer !== 'DECLINED') toCall.push(rsvp);
      } else {
        turn.post(address.room, { kind: MOVED, what: `${event.key}/${rsvp.personId}`, personId: rsvp.personId });
        asked += 1;
      }
    }
    await this.tellRooms(turn, moved, 'group-moved');
    if (toCall.length > 0) await this.replies.callList(turn, moved, toCall, 'office-call-moved');
    await this.touch(turn, event);
    return { asked, toCall: toCall.length };
  }

  /** Nobody comes, nobody waits, nobody brings anything; everybody is told once. */
  async cancel(turn: Turn, event: Event, reason: string): Promise<{ told: number; toCall: number }> {
    const cancelled: Event = { ...event, state: 'CANCELLED', cancelReason: reason, calendarSequence: event.calendarSequence + 1 };
    turn.unit.events.putEvent(cancelled);
    const toCall: Rsvp[] = [];
    let told = 0;
    for (const rsvp of await turn.unit.events.replies(event.key)) {
      await turn.touch(`${REMINDER}:${rsvp.personId}`);
      if (rsvp.seat === 'WAITING' || rsvp.seat === 'OFFERED' || rsvp.toConfirm) await this.put(turn, rsvp, { ...rsvp, toConfirm: false, offerUntil: null });
      if (rsvp.answer === 'DECLINED') continue;
      const reached = await turn.tell(rsvp.personId, (language) => language.t('cancelled-told', { event: language.pick(event.title), when: whenText(event, language), reason: human(reason) }));
      if (reached) told += 1;
      else toCall.push(rsvp);
    }
    for (const item of await turn.unit.events.items(event.key)) turn.unit.events.removeItem(item);
    await this.tellRooms(turn, cancelled, 'group-cancelled');
    if (toCall.length > 0) await this.replies.callList(turn, cancelled, toCall, 'office-call-cancelled');
    await this.touch(turn, event);
    return { told, toCall: toCall.length };
  }

  /** `null`: without limit, on purpose. More seats let waiting people move up; fewer take nobody's seat away. */
  async setCapacity(turn: Turn, event: Event, capacity: number | null): Promise<void> {
    const changed: Event = { ...event, capacity, unlimited: capacity === null };
    turn.unit.events.putEvent(changed);
    await this.releaseTooLarge(turn, changed);
    await this.replies.moveUp(turn, changed);
    await this.touch(turn, event);
  }

  /** A waiting party larger than the whole event can never be seated: it is told, and holds nobody up. */
  private async releaseTooLarge(turn: Turn, event: Event): Promise<void> {
    for (const rsvp of await turn.unit.events.waiting(event.key, 10_000)) {
      if (event.capacity === null || rsvp.partySize <= event.capacity) continue;
      await this.put(turn, rsvp, lapse(rsvp));
      await turn.tell(rsvp.personId, (language) => language.t('waiting-too-large', { event: language.pick(event.title), persons: rsvp.partySize }));
    }
  }

  async setDeadline(turn: Turn, event: Event, change: Partial<Pick<Event, 'deadlineAt' | 'deadlineMode'>>): Promise<void> {
    turn.unit.events.putEvent({ ...event, ...change, deadlineConfirmed: true, turnedAt: change.deadlineAt == null ? event.turnedAt : turn.now });
    await this.touch(turn, event);
  }

  private async put(turn: Turn, before: Rsvp, after: Rsvp): Promise<void> {
    turn.unit.events.putRsvp(after);
    turn.unit.events.putTally(retally(await turn.unit.events.tally(before.eventKey), before, after));
  }

  private async touch(turn: Turn, event: Event): Promise<void> {
    turn.planned();
    await turn.touch(`${EVENT}:${event.key}`);
    await turn.touch(`${BRING}:${event.key}`);
  }

  /** One message in each room of the event; the card above it is edited in place. */
  private async tellRooms(turn: Turn, event: Event, key: string): Promise<void> {
    for (const room of await turn.unit.kernel.rooms()) {
      if (!isRoomOf(room, event)) continue;
      const languages = room.languages.length === 0 ? [turn.house.languages.fallback] : room.languages.map((tag) => turn.house.languages.of(tag));
      const text = languages.map((language) => language.t(key, { event: language.pick(event.title), when: whenText(event, language), reason: human(event.cancelReason ?? '') }));
      turn.say(room.id, text.join('\n\n'));
    }
  }
}

