import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import { CHANNEL_OF } from '../polls/voting.ts';
import { mayVote, takesVotes, touchVote } from './model.ts';
import type { DecisionParts } from './ports.ts';
import type { Decision } from './records.ts';
import { BALLOT } from './subjects.ts';
import { isChoice } from './verdict.ts';

/**
 * Sets what `voter` chose, said by themselves or entered by whoever leads; the newest stands, but nobody enters over
 * what a person has said themselves.
 * @returns null when it is noted, else one sentence with the next step
 */
export async function cast(turn: Turn, parts: DecisionParts, decision: Decision, voter: string, choice: readonly number[]): Promise<string | null> {
  const refused = await refusal(turn, parts, decision, voter);
  if (refused !== null) return refused;
  if (!isChoice(choice, decision.options.length, decision.method)) return turn.t('press-unknown');
  const own = turn.actor.personId === voter;
  turn.unit.decisions.putVote({
    decisionId: decision.id,
    personId: voter,
    choice,
    channel: own ? CHANNEL_OF[turn.actor.platform] : 'PHONE',
    enteredBy: own ? null : await turn.person(),
    castAt: turn.now,
  });
  await touchVote(turn, decision.id, voter);
  return null;
}

async function refusal(turn: Turn, parts: DecisionParts, decision: Decision, voter: string): Promise<string | null> {
  if (!takesVotes(decision, turn)) return turn.t('decision-refused-closed');
  if (!(await mayVote(turn.unit, decision, voter))) return notElector(turn, decision);
  if (turn.actor.personId === voter) return null;
  if (!(await parts.rosters.mayLead(turn, decision.groupKey))) return parts.rosters.leadersOnly(turn, decision.groupKey);
  return (await hasVotedThemselves(turn, decision.id, voter)) ? turn.t('decision-voted-self') : null;
}

export async function hasVotedThemselves(turn: Turn, decisionId: string, personId: string): Promise<boolean> {
  const vote = await turn.unit.decisions.vote(decisionId, personId);
  return vote !== null && vote.channel !== 'PHONE';
}

/** Why somebody cannot vote, and what they can do. */
async function notElector(turn: Turn, decision: Decision): Promise<string> {
  const group = await turn.unit.groups.group(decision.groupKey);
  return turn.t(decision.electorate === 'SEATS' ? 'decision-refused-seat' : 'decision-refused-no-member', { group: turn.language.pick(group?.title ?? {}) });
}

/** "Abstimmen" was pressed: the actor's ballot comes in private, or one sentence says how to get there. */
export async function sendBallot(turn: Turn, decision: Decision): Promise<void> {
  if (!takesVotes(decision, turn)) return turn.refuse(turn.t('decision-refused-closed'));
  const { personId, privateRoom } = turn.actor;
  if (personId === null || !(await mayVote(turn.unit, decision, personId))) return turn.refuse(await notElector(turn, decision));
  const room = turn.isPrivate ? turn.place.room : privateRoom;
  if (room === null) return turn.refuse(turn.t('decision-open-private'));
  await hangBallot(turn, room, decision.id, personId, personId);
  if (!turn.isPrivate) turn.answer(turn.t('decision-ballot-sent'));
}

/**
 * Hangs the ballot of `voter` into the private room of `reader`; an older copy there goes, so that there is one.
 * @param asks it is a reminder and begins with a request
 */
export async function hangBallot(turn: Turn, room: RoomId, decisionId: string, voter: string, reader: string, asks = false): Promise<void> {
  const copy = await turn.repost(room, { kind: BALLOT, what: `${decisionId}/${voter}`, personId: reader });
  if (asks) turn.unit.kernel.putCard({ ...copy, data: { asks: true } });
}
