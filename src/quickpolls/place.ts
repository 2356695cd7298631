import type { Rosters } from '../groups/ports.ts';
import { problem, value, type Param } from '../kernel/command.ts';
import type { Room } from '../kernel/records.ts';
import type { Turn } from '../kernel/turn.ts';
import { roomId, splitRoom } from '../kernel/update.ts';
import { asksTheSame, openIn } from './card.ts';

/** What the room is about, as far as it matters here. */
export interface Place {
  /** The working group it belongs to; null: none. */
  readonly groupKey: string | null;
  /** Every room about the same, this one among them; empty: it is about nothing. */
  readonly rooms: readonly Room[];
}

/** Takes nothing of what was typed: whether here is a place for it, and the actor one who may. */
export function placeParam(rosters: Rosters): Param<Place> {
  return {
    take: async (text, turn) => {
      if (turn.isPrivate) return problem(turn.t('quickpoll-in-group'));
      const place = await placeOf(turn);
      const refused = await mayNot(turn, rosters, place.groupKey);
      return refused === null ? value(place, '', text) : problem(refused);
    },
    ask: null,
  };
}

/** As for votes: the group's leader, a deputy, the office; where the room belongs to no group, the office alone. */
async function mayNot(turn: Turn, rosters: Rosters, groupKey: string | null): Promise<string | null> {
  if (groupKey !== null) return (await rosters.mayLead(turn, groupKey)) ? null : rosters.leadersOnly(turn, groupKey);
  const { role } = turn.actor;
  return role === 'OFFICER' || role === 'DEPUTY' ? null : turn.t('command-not-allowed');
}

async function placeOf(turn: Turn): Promise<Place> {
  const { kernel, events } = turn.unit;
  const { platform, chat } = splitRoom(turn.place.room);
  // A thread is part of its room.
  const room = (await kernel.room(turn.place.room)) ?? (await kernel.room(roomId(platform, chat)));
  if (room === null || (room.groupKey === null && room.eventKey === null)) return { groupKey: null, rooms: [] };
  const rooms = (await kernel.rooms()).filter(({ state, groupKey, eventKey }) => state === 'ACTIVE' && groupKey === room.groupKey && eventKey === room.eventKey);
  const event = room.eventKey === null ? null : await events.event(room.eventKey);
  return { groupKey: room.groupKey ?? event?.workingGroup ?? null, rooms };
}

/** Where the same question is already asked here, as a vote, a date poll or a show of hands: one question, one count. null: nowhere. */
export async function alreadyAsked(turn: Turn, { groupKey }: Place, question: string): Promise<string | null> {
  const same = (other: string): boolean => asksTheSame(question, other);
  const { decisions, polls } = turn.unit;
  if ((await decisions.openDecisions()).some((each) => each.groupKey === groupKey && same(each.question))) return turn.t('quickpoll-beside-decision');
  if ((await polls.openPolls()).some((each) => each.groupKey === groupKey && same(each.title))) return turn.t('quickpoll-beside-date-poll');
  return (await openIn(turn.unit, turn.place.room)).some((each) => same(each.question)) ? turn.t('quickpoll-runs') : null;
}
