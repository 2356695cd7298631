import type { Turn } from '../kernel/turn.ts';
import type { AuditEntry } from './records.ts';

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
