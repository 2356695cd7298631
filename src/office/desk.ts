import type { OfficeLine } from '../events/ports.ts';
import { contactLine } from '../process/commands.ts';
import type { Turn } from '../kernel/turn.ts';
import type { AuditEntry } from './records.ts';
import { proposeForChat } from './same-person.ts';

/** The office as the other features see it. */
export const desk: OfficeLine = {
  tell: async (turn, content) => {
    for (const member of await turn.unit.office.allStaff()) if (member.role !== 'HELPER') await turn.tell(member.personId, content);
  },
  newReply: (turn, eventKey, personId) => proposeForChat(turn, eventKey, personId),
  contact: (turn) => contactLine(turn.unit, turn.language),
};

/** Writes down what the actor did for the town. Ids and codes only: names are looked up when the log is shown. */
export async function record(turn: Turn, act: string, entry: Partial<Pick<AuditEntry, 'subjectId' | 'eventKey' | 'details'>> = {}): Promise<void> {
  const actorId = turn.actor.kind === 'person' ? await turn.person() : null;
  turn.unit.office.audit({
    id: turn.house.ids.id(),
    at: turn.now,
    actorId,
    subjectId: entry.subjectId ?? null,
    act,
    eventKey: entry.eventKey ?? null,
    details: entry.details ?? {},
  });
}
