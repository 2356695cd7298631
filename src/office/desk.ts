import type { OfficeLine } from '../events/ports.ts';
import { contactLine } from '../process/commands.ts';
import { missingWords } from './board.ts';
import { proposeForChat } from './same-person.ts';

/** The office as the other features see it. */
export const desk: OfficeLine = {
  tell: async (turn, content) => {
    for (const member of await turn.unit.office.allStaff()) if (member.role !== 'HELPER') await turn.tell(member.personId, content);
  },
  newReply: (turn, eventKey, personId) => proposeForChat(turn, eventKey, personId),
  contact: (turn) => contactLine(turn.unit, turn.language),
  missing: (turn) => missingWords(turn.unit),
};
