import type { WorkingGroup } from '../groups/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import { instant } from '../kernel/time.ts';
import { closingAfter, remindingAt } from '../polls/opening.ts';
import { hangBallot } from './casting.ts';
import { isOver, touchAll } from './model.ts';
import type { DecisionParts } from './ports.ts';
import type { Decision } from './records.ts';
import { DECISION, DECISIONDESK } from './subjects.ts';

/** A decision is open so many days unless the leader says otherwise. */
const USUAL_DAYS = 7;

/** A decision whose rules can still be set. */
export async function draft(turn: Turn, group: WorkingGroup, zone: string, question: string, options: readonly string[]): Promise<Decision> {
  const decision: Decision = {
    id: turn.house.ids.id(),
    groupKey: group.key,
    question,
    options,
    zone,
    method: 'PLURALITY',
    majority: 'SIMPLE',
    tieRule: 'REJECTED',
    quorum: 0,
    quorumUnit: 'PERSONS',
    seed: null,
    secret: false,
    electorate: 'ROSTER',
    state: 'DRAFT',
    closesAt: closingAfter(USUAL_DAYS, [], zone, turn.now),
    remindAt: null,
    createdBy: await turn.person(),
    createdAt: turn.now,
    openedAt: null,
    counted: null,
    runoffOf: null,
  };
  turn.unit.decisions.putDecision(decision);
  return decision;
}

/** What never opened leaves nothing behind. */
export async function discard(turn: Turn, decision: Decision): Promise<void> {
  for (const each of await turn.unit.decisions.substitutes(decision.id)) turn.unit.decisions.removeSubstitute(each);
  turn.unit.decisions.removeDecision(decision);
  await turn.touch(`${DECISIONDESK}:${decision.id}`);
}

/**
 * From here on the rules stand, and with them the seed of a lot. Each room of the group gets the card; where the group
 * has no room, everybody who can be written to gets their ballot.
 */
export async function open(turn: Turn, parts: DecisionParts, decision: Decision): Promise<void> {
  // The end may have passed while the draft lay there.
  const closesAt = isOver(decision, turn.now) ? closingAfter(USUAL_DAYS, [], decision.zone, turn.now) : decision.closesAt;
  const seed = decision.tieRule === 'LOT' ? turn.house.ids.id() : null;
  const opened: Decision = { ...decision, state: 'OPEN', seed, closesAt, openedAt: turn.now, remindAt: remindingAt({ closesAt }, turn.now) };
  turn.unit.decisions.putDecision(opened);
  const rooms = await parts.rosters.roomsOf(turn.unit, decision.groupKey);
  for (const room of rooms) {
    await parts.endQuickPolls(turn, room.id, decision.question);
    await turn.repost(room.id, { kind: DECISION, what: decision.id, personId: null });
  }
  if (rooms.length === 0) {
    for (const { personId } of await parts.rosters.membersOf(turn.unit, decision.groupKey)) {
      const address = await turn.house.directory.addressOf(turn.unit, personId);
      if (address !== null) await hangBallot(turn, address.room, decision.id, personId, personId);
    }
  }
  await touchAll(turn, opened);
}

/** The second round: between those whom the first could not part, by most votes, as long as the first; then it is over. */
export async function openRunoff(turn: Turn, parts: DecisionParts, first: Decision, between: readonly number[]): Promise<void> {
  const length = first.closesAt === null || first.openedAt === null ? null : first.closesAt - first.openedAt;
  const id = turn.house.ids.id();
  for (const substitute of await turn.unit.decisions.substitutes(first.id)) turn.unit.decisions.putSubstitute({ ...substitute, decisionId: id });
  await open(turn, parts, {
    ...first,
    id,
    options: between.map((option) => first.options[option]!),
    method: 'PLURALITY',
    majority: 'SIMPLE',
    tieRule: 'REJECTED',
    closesAt: length === null ? null : instant(turn.now + length),
    createdAt: turn.now,
    runoffOf: first.id,
  });
}

/** A room was bound to the group: the cards of its open decisions hang there too. */
export async function postInRoom(turn: Turn, groupKey: string, room: RoomId): Promise<void> {
  for (const { id, state } of (await turn.unit.decisions.decisionsOf(groupKey)).reverse()) {
    if (state === 'OPEN') await turn.repost(room, { kind: DECISION, what: id, personId: null });
  }
}
