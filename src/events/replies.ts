import { document, line, type Document } from '../view/document.ts';
import { human, type Language } from '../view/language.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Platform } from '../kernel/update.ts';
import { EVENT, OFFER, ownLine, REMINDER } from './cards.ts';
import { noteDeed } from './deed.ts';
import type { OfficeLine } from './ports.ts';
import type { Channel, Event, Rsvp } from './records.ts';
import { askHowMany, closeHowMany } from './how-many.ts';
import { reply, type Reply, type Wish } from './rules.ts';
import { freeSeats, keepSeat, promote, retally, takeBack } from './seats.ts';

/** Through which channel somebody answers who writes on a messenger. */
export const CHANNEL_OF: Readonly<Record<Platform, Channel>> = { telegram: 'TELEGRAM', matrix: 'MATRIX', console: 'CONSOLE' };

/** So many waiting parties are looked at in one step. */
const MOVE_UP_AT_ONCE = 200;

/** Whose reply, and through which channel it came. */
export interface Replier {
  readonly personId: string;
  readonly channel: Channel;
  readonly enteredBy: string | null;
  /** First heard of in this very turn: nothing is stored that would have to be looked up. */
  readonly stranger: boolean;
}

/** The use cases around replies: read → rule → write, then whatever follows from it (wait list, bring list, cards). */
export class Replies {
  private readonly office: OfficeLine;

  constructor(office: OfficeLine) {
    this.office = office;
  }

  /** The actor answers for themselves. */
  async own(turn: Turn, event: Event, wish: Wish): Promise<Reply> {
    if (!(await this.mayCome(turn, event))) return { kind: 'refused', why: 'NOT_MEMBER' };
    const stranger = turn.actor.personId === null;
    const personId = await turn.person();
    const result = await this.set(turn, event, wish, { personId, channel: CHANNEL_OF[turn.actor.platform], enteredBy: null, stranger });
    if (result.kind === 'stored') noteDeed(turn, result.before, result.rsvp);
    if (result.kind === 'stored' && result.before === null) await this.office.newReply(turn, event.key, personId);
    return result;
  }

  /** Everybody comes to the town's events; to a group's meeting its members, and the office. */
  private async mayCome(turn: Turn, { workingGroup }: Event): Promise<boolean> {
    const { personId, role } = turn.actor;
    if (workingGroup === null || role !== null) return true;
    return personId !== null && (await turn.unit.groups.membership(workingGroup, personId))?.standing === 'MEMBER';
  }

  async set(turn: Turn, event: Event, wish: Wish, by: Replier): Promise<Reply> {
    const { events } = turn.unit;
    const tally = await events.tally(event.key);
    const before = by.stranger ? null : await events.rsvp(event.key, by.personId);
    const ahead = before?.seat === 'WAITING' ? await events.waitingBefore(event.key, before.waitOrder ?? 0) : tally.waitingReplies - tally.reservedReplies;
    const result = reply(event, tally, before, wish, { ...by, when: turn.when, now: turn.now }, ahead);
    if (result.kind !== 'stored') return result;
    events.putRsvp(result.rsvp);
    events.putTally(result.tally);
    if (result.rsvp.answer === 'DECLINED' && !by.stranger) await this.releaseItems(turn, event.key, by.personId);
    if (result.freed) await this.moveUp(turn, event);
    await turn.touch(`${EVENT}:${event.key}`);
    // Of a stranger nothing hangs anywhere.
    if (!by.stranger) await turn.touch(`${REMINDER}:${by.personId}`);
    if (before?.seat === 'OFFERED' || before?.seat === 'WAITING') await turn.touch(`${OFFER}:${event.key}/${by.personId}`);
    return result;
  }

  /** Takes a reply away without a trace in the counts (erasure, merge). */
  async remove(turn: Turn, rsvp: Rsvp): Promise<void> {
    const { events } = turn.unit;
    const event = await events.event(rsvp.eventKey);
    events.putTally(retally(await events.tally(rsvp.eventKey), rsvp, null));
    events.removeRsvp(rsvp);
    if (event !== null) await this.moveUp(turn, event);
    await turn.touch(`${EVENT}:${rsvp.eventKey}`);
  }

  /**
   * Two persons are one: of two replies the newest stands, with its seat, its origin and its time. Where both said yes
   * for different numbers, the person is asked once which one is meant.
   */
  async merge(turn: Turn, other: Rsvp, personId: string): Promise<void> {
    const { events } = turn.unit;
    const own = await events.rsvp(other.eventKey, personId);
    const event = await events.event(other.eventKey);
    if (event === null) return events.removeRsvp(other);
    const [newest, older] = own !== null && own.answeredAt >= other.answeredAt ? [own, other] : [other, own];
    const without = retally(retally(await events.tally(other.eventKey), other, null), own, null);
    const standing = { ...keepSeat(event, without, newest, older), personId };
    events.putTally(retally(without, null, standing));
    events.removeRsvp(other);
    events.putRsvp(standing);
    await this.moveUp(turn, event);
    await turn.touch(`${EVENT}:${other.eventKey}`);
    if (own !== null) await askHowMany(turn, event, personId, [own, other]);
  }

  /** What {@link merge} made one is two again, as far as seats are left; nobody else loses a seat by it. */
  async part(turn: Turn, event: Event, current: Rsvp | null, back: readonly Rsvp[]): Promise<void> {
    const { events } = turn.unit;
    let tally = retally(await events.tally(event.key), current, null);
    if (current !== null) events.removeRsvp(current);
    const line = [...(await events.replies(event.key)), ...back].flatMap(({ waitOrder }) => waitOrder ?? []);
    const first = Math.min(tally.nextOrder, ...line);
    for (const [index, rsvp] of back.entries()) {
      const restored = takeBack(event, tally, rsvp, first - back.length + index, turn.now);
      tally = retally(tally, null, restored);
      events.putRsvp(restored);
    }
    events.putTally(tally);
    await closeHowMany(turn, event.key, back.map(({ personId }) => personId));
    await this.moveUp(turn, event);
    await turn.touch(`${EVENT}:${event.key}`);
  }

  /** Lets waiting parties move up while there are seats; each is told once. */
  async moveUp(turn: Turn, event: Event): Promise<void> {
    const { events } = turn.unit;
    const waiting = await events.waiting(event.key, MOVE_UP_AT_ONCE);
    const { promotions, tally } = promote(event, await events.tally(event.key), waiting, turn.now);
    if (promotions.length === 0) return;
    events.putTally(tally);
    const unreached: Rsvp[] = [];
    for (const { after } of promotions) {
      events.putRsvp(after);
      if (!(await this.tellPromotion(turn, event, after))) unreached.push(after);
    }
    if (promotions.some(({ after }) => after.seat === 'OFFERED')) turn.planned();
    if (unreached.length > 0) await this.callList(turn, event, unreached, 'office-call-promoted');
    await turn.touch(`${EVENT}:${event.key}`);
    if (promotions.length === MOVE_UP_AT_ONCE) await this.moveUp(turn, event);
  }

  private async tellPromotion(turn: Turn, event: Event, rsvp: Rsvp): Promise<boolean> {
    if (rsvp.seat === 'CONFIRMED') {
      return turn.tell(rsvp.personId, (language) => language.t('promoted', { event: language.pick(event.title), persons: rsvp.partySize }));
    }
    const address = await turn.house.directory.addressOf(turn.unit, rsvp.personId);
    if (address === null) return false;
    turn.post(address.room, { kind: OFFER, what: `${event.key}/${rsvp.personId}`, personId: rsvp.personId, data: { asks: 'held', eventKey: event.key, persons: rsvp.partySize } });
    return true;
  }

  /** People who cannot be written to are phoned: the office gets their names and what to ask. */
  async callList(turn: Turn, event: Event, list: readonly Rsvp[], key: string): Promise<void> {
    const names: { name: string | null; persons: number }[] = [];
    for (const rsvp of list) names.push({ name: (await turn.unit.people.person(rsvp.personId))?.name ?? null, persons: rsvp.partySize });
    const content = (language: Language): Document =>
      document(
        line(language.t(key, { event: language.pick(event.title), count: list.length })),
        ...names.map(({ name, persons }) => line(language.t('office-call-entry', { name: human(name ?? language.t('person-unnamed')), persons }))),
      );
    if (!(await this.tellLeaders(turn, event, content))) await this.office.tell(turn, content);
  }

  /** A group's own people are phoned by whoever leads it. False: it is nobody's group, or no leader can be reached. */
  private async tellLeaders(turn: Turn, { workingGroup }: Event, content: (language: Language) => Document): Promise<boolean> {
    let reached = false;
    const members = workingGroup === null ? [] : await turn.unit.groups.memberships(workingGroup);
    for (const { personId, role, standing } of members) if (standing === 'MEMBER' && role !== 'MEMBER') reached = (await turn.tell(personId, content)) || reached;
    return reached;
  }

  /**
   * Tells the actor what became of their wish; a party that now waits although fewer seats are free is asked in
   * private: fewer now, or all later.
   */
  async answer(turn: Turn, event: Event, result: Reply, addition: readonly string[] = []): Promise<void> {
    const free = await this.fewerFree(turn, event, result);
    const sentence = await replySentence(turn, this.office, event, result, free);
    if (result.kind === 'refused') turn.refuse(sentence);
    else turn.answer([sentence, ...addition].join('\n'));
    if (free === 0 || result.kind !== 'stored') return;
    const { personId, partySize } = result.rsvp;
    const address = await turn.house.directory.addressOf(turn.unit, personId);
    if (address === null) return;
    turn.post(address.room, { kind: OFFER, what: `${event.key}/${personId}`, personId, data: { asks: 'fewer', eventKey: event.key, persons: partySize, free } });
  }

  /** Seats that the first party in line could have now if it were smaller. */
  private async fewerFree(turn: Turn, event: Event, result: Reply): Promise<number> {
    if (result.kind !== 'stored' || result.rsvp.seat !== 'WAITING' || result.rsvp.partySize < 2) return 0;
    const ahead = await turn.unit.events.waitingBefore(event.key, result.rsvp.waitOrder ?? 0);
    return ahead > 0 ? 0 : Math.max(0, freeSeats(event, await turn.unit.events.tally(event.key)) ?? 0);
  }

  private async releaseItems(turn: Turn, eventKey: string, personId: string): Promise<void> {
    for (const item of await turn.unit.events.itemsOf(personId)) if (item.eventKey === eventKey) turn.unit.events.removeItem(item);
  }
}

/** One or two sentences that tell the person what became of their wish. Short enough for a toast. */
export async function replySentence(turn: Turn, office: Pick<OfficeLine, 'contact'>, event: Event, result: Reply, free: number): Promise<string> {
  const { language } = turn;
  switch (result.kind) {
    case 'refused':
      return refusalSentence(language, event, result, await office.contact(turn));
    case 'unchanged':
      return [language.t('reply-unchanged'), ownLine(result.rsvp, language)].join(' ');
    case 'stored': {
      const late = result.rsvp.timeliness === 'LATE' ? [language.t('reply-late')] : [];
      return [state(language, result.rsvp, await placeOf(turn, result.rsvp), free), ...late].join(' ');
    }
    default:
      return result satisfies never;
  }
}

async function placeOf(turn: Turn, rsvp: Rsvp): Promise<number> {
  return rsvp.seat === 'WAITING' ? (await turn.unit.events.waitingBefore(rsvp.eventKey, rsvp.waitOrder ?? 0)) + 1 : 0;
}

function state(language: Language, rsvp: Rsvp, place: number, free: number): string {
  const persons = rsvp.partySize;
  if (rsvp.answer === 'MAYBE') return language.t('reply-maybe');
  if (rsvp.answer === 'DECLINED') return language.t('reply-declined');
  if (rsvp.seat !== 'WAITING') return language.t('reply-attending', { persons });
  return free > 0 ? language.t('reply-waiting-fewer', { place, persons, free }) : language.t('reply-waiting', { place, persons });
}

function refusalSentence(language: Language, event: Event, refusal: Extract<Reply, { kind: 'refused' }>, contact: string): string {
  switch (refusal.why) {
    case 'CANCELLED':
      return language.t('refused-cancelled', { contact });
    case 'OVER':
      return language.t('refused-over', { contact });
    case 'NOT_MEMBER':
      return language.t('refused-not-member');
    case 'DEADLINE':
      return language.t('refused-deadline', { date: language.shortDate(event.deadlineAt ?? event.startAt, event.zone), contact });
    case 'PARTY':
      return language.t('refused-party', { most: refusal.most, contact });
    case 'NO_MORE_SEATS':
      return language.t('refused-seats', { free: refusal.free, kept: refusal.kept, contact });
    default:
      return refusal satisfies never;
  }
}
