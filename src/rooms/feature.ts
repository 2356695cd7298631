import { absent, command, problem, value, type Command, type Param } from '../kernel/command.ts';
import type { Feature } from '../kernel/feature.ts';
import { followMove } from '../kernel/move.ts';
import type { Room } from '../kernel/records.ts';
import { cleanLine, normalizeForCompare, shortName } from '../kernel/text.ts';
import { mayOrganise } from '../kernel/permission.ts';
import type { Turn } from '../kernel/turn.ts';
import { durations, type Instant } from '../kernel/time.ts';
import { splitRoom } from '../kernel/update.ts';
import type { Languages } from '../view/language.ts';
import type { Asked, Binding } from './ports.ts';
import { askOffice, bind, roomRequestCard } from './request.ts';

/** A sentence about unreadable messages stands for as long as this. */
const UNREADABLE_AGAIN = 10 * durations.minute;

export interface RoomsParts {
  readonly languages: Languages;
  /** What a room can be bound to; where nothing is named, the only one of the first of these. */
  readonly bindings: readonly Binding[];
  /** What others than organisers may ask for, and the office allows. */
  readonly asked: Asked;
}

/** Groups and channels: the bot is invited, bound to an event, told the languages, moved, sent away. */
export function roomsFeature(parts: RoomsParts): Feature {
  return {
    commands: [here(parts), languages(parts)],
    cards: [roomRequestCard(parts.asked)],
    due: [],
    hears: {
      joined: async (turn) => {
        const room = await knownRoom(turn);
        turn.unit.kernel.putRoom({ ...room, state: 'ACTIVE' });
        if (await touchBound(turn, parts, room)) return;
        turn.say(turn.place.room, turn.house.languages.fallback.t('group-hello'));
      },
      left: async (turn) => {
        const { platform, chat } = splitRoom(turn.place.room);
        for (const room of await turn.unit.kernel.rooms()) {
          if (room.platform !== platform || room.chat !== chat) continue;
          turn.unit.kernel.putRoom({ ...room, state: 'LEFT' });
        }
      },
      unreadable: unreadable(),
      moved: async (turn) => {
        if (turn.update?.what.kind !== 'moved') return;
        const { platform, chat } = splitRoom(turn.place.room);
        const { effects, subjects } = await followMove(turn.unit, platform, chat, turn.update.what.newChat, turn.now, () => turn.house.nextSeq());
        turn.aftermath.effects.push(...effects);
        for (const subject of subjects) turn.aftermath.recast.add(subject);
      },
    },
  };
}

/** Somebody who sees no answer in private is told once in a while why; in a group nobody knows whom a message meant. */
function unreadable(): (turn: Turn) => Promise<void> {
  const told = new Map<string, Instant>();
  return async (turn) => {
    const { room } = turn.place;
    if (!turn.isPrivate || turn.now - (told.get(room) ?? -Infinity) < UNREADABLE_AGAIN) return;
    told.set(room, turn.now);
    turn.answer(turn.t('message-unreadable'));
  };
}

/** The room this turn happens in, as stored or as it would be stored. */
async function knownRoom(turn: Turn): Promise<Room> {
  const { room: id, title } = turn.place;
  const { platform, chat, thread } = splitRoom(id);
  const shown = title === null ? null : cleanLine(title, 80);
  const known = await turn.unit.kernel.room(id);
  if (known !== null) return { ...known, title: shown ?? known.title };
  return { id, platform, chat, thread, kind: turn.place.kind === 'CHANNEL' ? 'CHANNEL' : 'GROUP', title: shown, languages: [], state: 'ACTIVE', eventKey: null, groupKey: null, addedAt: turn.now };
}

/** Everything the actor may bind the room to here and now, or ask for. */
async function allBindable(turn: Turn, parts: RoomsParts): Promise<{ binding: Binding; key: string; title: string }[]> {
  const all = [];
  const own = mayOrganise(turn) ? null : await parts.asked.own(turn);
  for (const binding of own === null ? parts.bindings : [parts.asked.binding]) {
    for (const { key, title } of await binding.bindable(turn)) if (own?.includes(key) !== false) all.push({ binding, key, title });
  }
  return all;
}

/** What the room is bound to is drawn anew. False: it is bound to nothing. */
async function touchBound(turn: Turn, parts: RoomsParts, room: Room): Promise<boolean> {
  for (const { field, kind } of parts.bindings) {
    if (room[field] === null) continue;
    await turn.touch(`${kind}:${room[field]}`);
    return true;
  }
  return false;
}

function here(parts: RoomsParts): Command {
  const what: Param<{ readonly binding: Binding; readonly key: string }> = {
    take: async (text, turn) => {
      if (turn.isPrivate) return problem(turn.t('only-in-group'));
      const all = await allBindable(turn, parts);
      if (all.length === 0) return problem(turn.t(mayOrganise(turn) ? 'no-open-event' : 'command-not-allowed'));
      const first = mayOrganise(turn) ? all.filter(({ binding }) => binding === parts.bindings[0]) : all;
      const only = first.length === 1 ? first[0]! : null;
      if (text === '') return only === null ? absent : value(only, only.key);
      const said = normalizeForCompare(text);
      const named = all.find(({ key, title }) => normalizeForCompare(key) === said || normalizeForCompare(title) === said);
      return named === undefined ? problem(turn.t('here-unknown', { names: all.map(({ key }) => key).join(', ') })) : value(named, text);
    },
    ask: async (turn) => ({ text: turn.t('ask-here'), choices: (await allBindable(turn, parts)).map(({ key, title }) => ({ label: shortName(title), raw: key })) }),
  };
  return command({
    name: 'hier', aliases: ['here'], who: 'anybody', menu: 'help', params: { what },
    run: async (turn, { what: { binding, key } }) => {
      const room = await knownRoom(turn);
      // What everybody may see, whoever organises here may hang here. A group's cards are its members': there the office has the
      // say, for anybody can administer a chat of their own. What the room is bound to already comes back without a question.
      const isFree = turn.actor.role !== null || (mayOrganise(turn) && binding !== parts.asked.binding);
      if (isFree || room[binding.field] === key) return bind(turn, binding, room, key);
      turn.unit.kernel.putRoom(room);
      turn.answer(turn.t((await askOffice(turn, room, key)) ? 'here-asked' : 'here-nobody'));
    },
  });
}

function languages(parts: RoomsParts): Command {
  const tags: Param<readonly string[]> = {
    take: async (text, turn) => {
      if (turn.isPrivate) return problem(turn.t('only-in-group'));
      if (text === '') return absent;
      const named = text.split(/[\s,]+/).map((each) => parts.languages.match(each));
      const known = named.filter((tag) => tag !== null);
      const wrong = known.length !== named.length || known.length > 2;
      return wrong ? problem(turn.t('languages-one-or-two', { languages: parts.languages.all.map(({ tag }) => tag).join(', ') })) : value([...new Set(known)], text);
    },
    ask: async (turn) => ({ text: turn.t('ask-languages'), choices: parts.languages.all.map(({ autonym, tag }) => ({ label: autonym, raw: tag })) }),
  };
  return command({
    name: 'sprachen', aliases: ['languages'], who: 'organiser', menu: 'help', params: { tags },
    run: async (turn, args) => {
      const room = await knownRoom(turn);
      turn.unit.kernel.putRoom({ ...room, languages: args.tags });
      await touchBound(turn, parts, room);
      turn.answer(turn.t('languages-set', { languages: args.tags.map((tag) => parts.languages.of(tag).autonym).join(', ') }));
    },
  });
}
