import type { Feature } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { PersonalData } from '../people/personal-data.ts';
import { ballotCardKind } from './ballot-card.ts';
import { sendBallot } from './casting.ts';
import { decisionCommands } from './commands.ts';
import { deskCardKind } from './desk-card.ts';
import { decisionsDue } from './due.ts';
import { groupCardKind } from './group-card.ts';
import { postInRoom } from './opening.ts';
import { decisionsData } from './personal-data.ts';
import type { DecisionParts } from './ports.ts';
import { sendTables } from './sheet.ts';

export interface DecisionsFeature extends Feature {
  /** Puts the cards of a group's open decisions into the room. */
  readonly postInRoom: (turn: Turn, groupKey: string, room: RoomId) => Promise<void>;
  readonly data: PersonalData;
  /** A table for each outcome, to where it was asked for: only in private. False: there is none. */
  readonly tables: (turn: Turn) => Promise<boolean>;
  /** Somebody followed "Im privaten Chat" on a decision's card. False: the payload is not ours. */
  readonly greet: (turn: Turn, payload: string) => Promise<boolean>;
}

/** What a group decides: rules fixed before the vote, one vote per person, an outcome that stands. */
export function decisionsFeature(parts: DecisionParts): DecisionsFeature {
  return {
    commands: decisionCommands(parts),
    cards: [groupCardKind, ballotCardKind(parts), deskCardKind(parts)],
    due: [decisionsDue(parts)],
    hears: {},
    data: decisionsData,
    tables: (turn) => sendTables(turn, parts),
    postInRoom,
    greet: async (turn, payload) => {
      const id = payload.startsWith('abstimmung-') ? payload.slice('abstimmung-'.length) : null;
      const decision = id === null ? null : await turn.unit.decisions.decision(id);
      if (decision === null) return false;
      await sendBallot(turn, decision);
      return true;
    },
  };
}
