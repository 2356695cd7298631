import { durations, instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { PersonalData } from '../people/personal-data.ts';
import type { Link } from './records.ts';

/** So long the office can take a link back; then what is needed for it is forgotten. */
const TAKE_BACK = durations.day;

/**
 * Makes one person of two, and two of one again: the only place that does. Each feature does its part (PersonalData);
 * all of it happens in one transaction, so that there are two persons, or one, and never something in between.
 */
export class Links {
  private readonly data: () => readonly PersonalData[];

  /** @param data in the order of erasure: the person itself last. */
  constructor(data: () => readonly PersonalData[]) {
    this.data = data;
  }

  /** @param into stays; has a chat account. @param from ceases to be. */
  async join(turn: Turn, from: string, into: string): Promise<void> {
    const kept: Record<string, Readonly<Record<string, unknown>>> = {};
    for (const each of this.data()) kept[each.key] = await each.merge(turn, from, into);
    turn.unit.links.putLink({ id: turn.house.ids.id(), fromId: from, intoId: into, madeAt: turn.now, expiresAt: instant(turn.now + TAKE_BACK), kept });
    turn.planned();
    if (turn.actor.personId !== into) return;
    const role = (await turn.unit.office.staff(into))?.role ?? null;
    turn.actor = { ...turn.actor, role, language: await turn.house.directory.languageOf(turn.unit, into) };
  }

  /** `link` must be one that {@link partable} allows. */
  async part(turn: Turn, link: Link): Promise<void> {
    for (const each of this.data().toReversed()) await each.part(turn, link.fromId, link.intoId, link.kept[each.key] ?? {});
    turn.unit.links.removeLink(link.id);
  }
}

/** A link on which a younger one was built must wait until that one is taken back: each restores what it found. */
export function partable(link: Link, all: readonly Link[]): boolean {
  const builtOn = ({ id, fromId, intoId }: Link): boolean => id !== link.id && (fromId === link.intoId || intoId === link.intoId);
  // `all` comes newest first.
  return !all.slice(0, all.findIndex(({ id }) => id === link.id)).some(builtOn);
}
