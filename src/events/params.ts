import { absent, firstWord, problem, value, type Param } from '../kernel/command.ts';
import { eventTime } from './deadline.ts';
import { parseParty } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Event } from './records.ts';
import { MAX_PARTY } from './rules.ts';

/** Events the actor can still say something about, by start: a group's meetings in its own room, and to its members. */
export async function openEvents(turn: Turn): Promise<Event[]> {
  const open = (await turn.unit.events.events()).filter((event) => eventTime(event, turn.now) !== 'OVER');
  const groupKey = turn.update === null || turn.isPrivate ? null : ((await turn.unit.kernel.room(turn.place.room))?.groupKey ?? null);
  const here = groupKey === null ? [] : open.filter(({ workingGroup }) => workingGroup === groupKey);
  if (here.length > 0) return here;
  const { personId } = turn.actor;
  const own = personId === null ? [] : (await turn.unit.groups.membershipsOf(personId)).filter(({ standing }) => standing === 'MEMBER');
  return open.filter(({ workingGroup }) => workingGroup === null || own.some((each) => each.groupKey === workingGroup));
}

/** The event this room is about, or the only open one; null: it must be asked. */
async function meantEvent(turn: Turn): Promise<Event | null> {
  const room = turn.update === null || turn.isPrivate ? null : await turn.unit.kernel.room(turn.place.room);
  const bound = room?.eventKey == null ? null : await turn.unit.events.event(room.eventKey);
  if (bound !== null) return bound;
  const open = await openEvents(turn);
  return open.length === 1 ? open[0]! : null;
}

/** Which event is meant: named by its key, else the room's, else the only open one, else asked with buttons. */
export const eventParam: Param<Event> = {
  take: async (text, turn) => {
    const { word, rest } = firstWord(text);
    const named = word === '' ? null : await turn.unit.events.event(word.toLowerCase());
    if (named !== null) return value(named, word, rest);
    const meant = await meantEvent(turn);
    if (meant !== null) return value(meant, meant.key, text);
    return (await openEvents(turn)).length === 0 ? problem(turn.t('no-open-event')) : absent;
  },
  ask: async (turn) => ({
    text: turn.t('ask-event'),
    choices: (await openEvents(turn)).map((event) => ({ label: turn.language.pick(event.title), raw: event.key })),
  }),
};

export interface Party {
  readonly persons: number;
  readonly children: number | null;
}

/** Reads "3" or "2+1" at the front; a problem for everything that looks meant as a number but is none we take. */
export function takeParty(text: string, turn: Turn): { party: Party; raw: string; rest: string } | { sentence: string } {
  const { word, rest } = firstWord(text);
  const read = parseParty(word);
  if (read === null || read.persons < 1 || read.persons > MAX_PARTY) return { sentence: turn.t('party-range', { most: MAX_PARTY }) };
  const party = { persons: read.persons, children: word.includes('+') || word.includes('＋') ? read.children : null };
  return { party, raw: word, rest };
}

/** How many come; nothing typed: as before. */
export const partyParam: Param<Party | null> = {
  take: async (text, turn) => {
    const { word } = firstWord(text);
    if (word === '' || (await turn.unit.events.event(word.toLowerCase())) !== null) return value(null, '', text);
    const taken = takeParty(text, turn);
    return 'sentence' in taken ? problem(taken.sentence) : value(taken.party, taken.raw, taken.rest);
  },
  ask: null,
};
