import type { Feature } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { PersonalData } from '../people/personal-data.ts';
import { pollCommands } from './commands.ts';
import { deskCardKind } from './desk-card.ts';
import { datePolls } from './due.ts';
import { gridCardKind } from './grid-card.ts';
import { groupCardKind } from './group-card.ts';
import { postInRoom } from './opening.ts';
import { pollsData } from './personal-data.ts';
import type { PollParts } from './ports.ts';
import { sendTables } from './sheet.ts';
import { sendGrid } from './voting.ts';

export interface PollsFeature extends Feature {
  /** Puts the cards of a group's open polls into the room. */
  readonly postInRoom: (turn: Turn, groupKey: string, room: RoomId) => Promise<void>;
  readonly data: PersonalData;
  /** A table for each poll, to where it was asked for: only in private. False: there is none. */
  readonly tables: (turn: Turn) => Promise<boolean>;
  /** Somebody followed "Im privaten Chat" on a poll's card. False: the payload is not ours. */
  readonly greet: (turn: Turn, payload: string) => Promise<boolean>;
}

export function pollsFeature(parts: PollParts): PollsFeature {
  return {
    commands: pollCommands(parts),
    cards: [groupCardKind(parts), gridCardKind(parts), deskCardKind(parts)],
    due: [datePolls(parts)],
    hears: {},
    data: pollsData,
    tables: (turn) => sendTables(turn, parts),
    postInRoom,
    greet: async (turn, payload) => {
      const id = payload.startsWith('umfrage-') ? payload.slice('umfrage-'.length) : null;
      const poll = id === null ? null : await turn.unit.polls.poll(id);
      if (poll === null) return false;
      await sendGrid(turn, poll);
      return true;
    },
  };
}
