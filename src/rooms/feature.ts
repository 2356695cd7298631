import { absent, command, problem, value, type Command, type Param } from '../kernel/command.ts';
import type { Feature } from '../kernel/feature.ts';
import { followMove } from '../kernel/move.ts';
import type { Room } from '../kernel/records.ts';
import { cleanLine } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { splitRoom } from '../kernel/update.ts';
import type { Languages } from '../view/language.ts';

export interface RoomsParts {
  readonly languages: Languages;
  /** Which things a room can be bound to, by key; the events feature offers its open events. */
  readonly bindable: (turn: Turn) => Promise<readonly { readonly key: string; readonly title: string }[]>;
  /** Puts the card of what the room is bound to into it; an older copy there is taken down. */
  readonly postCard: (turn: Turn, key: string) => Promise<void>;
}

/** Groups and channels: the bot is invited, bound to an event, told the languages, moved, sent away. */
export function roomsFeature(parts: RoomsParts): Feature {
  return {
    commands: [here(parts), languages(parts)],
    cards: [],
    due: [],
    hears: {
      joined: async (turn) => {
        const room = await knownRoom(turn);
        turn.unit.kernel.putRoom({ ...room, state: 'ACTIVE' });
        if (room.eventKey !== null) return turn.touch(`EVENT:${room.eventKey}`);
        turn.say(turn.place.room, turn.house.languages.fallback.t('group-hello'));
      },
      left: async (turn) => {
        const { platform, chat } = splitRoom(turn.place.room);
        for (const room of await turn.unit.kernel.rooms()) {
          if (room.platform !== platform || room.chat !== chat) continue;
          turn.unit.kernel.putRoom({ ...room, state: 'LEFT' });
        }
      },
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

/** The room this turn happens in, as stored or as it would be stored. */
async function knownRoom(turn: Turn): Promise<Room> {
  const { room: id, title } = turn.place;
  const { platform, chat, thread } = splitRoom(id);
  const shown = title === null ? null : cleanLine(title, 80);
  const known = await turn.unit.kernel.room(id);
  if (known !== null) return { ...known, title: shown ?? known.title };
  return { id, platform, chat, thread, kind: turn.place.kind === 'CHANNEL' ? 'CHANNEL' : 'GROUP', title: shown, languages: [], state: 'ACTIVE', eventKey: null, addedAt: turn.now };
}

function here(parts: RoomsParts): Command {
  const what: Param<string> = {
    take: async (text, turn) => {
      if (turn.isPrivate) return problem(turn.t('only-in-group'));
      const all = await parts.bindable(turn);
      if (all.length === 0) return problem(turn.t('no-open-event'));
      const only = all.length === 1 ? all[0]! : null;
      if (text === '') return only === null ? absent : value(only.key, only.key);
      const named = all.find(({ key, title }) => key === text.toLowerCase() || title.toLowerCase() === text.toLowerCase());
      return named === undefined ? problem(turn.t('here-unknown', { names: all.map(({ key }) => key).join(', ') })) : value(named.key, text);
    },
    ask: async (turn) => ({ text: turn.t('ask-event'), choices: (await parts.bindable(turn)).map(({ key, title }) => ({ label: title, raw: key })) }),
  };
  return command({
    name: 'hier', aliases: ['here'], who: 'organiser', menu: 'help', params: { what },
    run: async (turn, args) => {
      turn.unit.kernel.putRoom({ ...(await knownRoom(turn)), state: 'ACTIVE', eventKey: args.what });
      await parts.postCard(turn, args.what);
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
      if (room.eventKey !== null) await turn.touch(`EVENT:${room.eventKey}`);
      turn.answer(turn.t('languages-set', { languages: args.tags.map((tag) => parts.languages.of(tag).autonym).join(', ') }));
    },
  });
}
