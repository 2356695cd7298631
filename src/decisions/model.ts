import type { Membership, WorkingGroup } from '../groups/records.ts';
import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import type { Decision, DecisionNote, DecisionOutcome, Substitute } from './records.ts';
import { standingVotes } from './standing.ts';
import { BALLOT, DECISION, DECISIONDESK } from './subjects.ts';

/** All that the cards of a decision show, read in one go from committed state. Knows who has voted, not what. */
export interface DecisionModel {
  readonly decision: Decision;
  readonly group: WorkingGroup;
  readonly electorate: readonly string[];
  readonly substitutes: readonly Substitute[];
  /** Of the electorate, for whom there is a vote: their own, or a substitute's. */
  readonly voted: ReadonlySet<string>;
  readonly outcome: DecisionOutcome | null;
  readonly notes: readonly DecisionNote[];
}

/** null: the decision or its group is gone. */
export async function decisionModel(records: Records, id: string): Promise<DecisionModel | null> {
  const decision = await records.decisions.decision(id);
  const group = decision === null ? null : await records.groups.group(decision.groupKey);
  if (decision === null || group === null) return null;
  const electorate = await electorateOf(records, decision);
  const substitutes = await substitutesOf(records, decision);
  return {
    decision,
    group,
    electorate,
    substitutes,
    voted: new Set(standingVotes(electorate, substitutes, await records.decisions.votes(id)).keys()),
    outcome: await records.decisions.outcome(id),
    notes: await records.decisions.notes(id),
  };
}

/** Who may vote: members since before the opening, so that nobody is brought in for the vote. */
export async function electorateOf(records: Records, decision: Decision): Promise<string[]> {
  return (await records.groups.memberships(decision.groupKey)).filter((membership) => votesIn(decision, membership)).map(({ personId }) => personId);
}

/** Only seats have substitutes; a member without a seat stands for its holder, and only while both are there. */
export async function substitutesOf(records: Records, decision: Decision): Promise<Substitute[]> {
  if (decision.electorate === 'ROSTER') return [];
  const electorate = new Set(await electorateOf(records, decision));
  const found: Substitute[] = [];
  for (const substitute of await records.decisions.substitutes(decision.id)) {
    const membership = await records.groups.membership(decision.groupKey, substitute.personId);
    if (membership?.standing === 'MEMBER' && electorate.has(substitute.holderId)) found.push(substitute);
  }
  return found;
}

/** Whether somebody may vote: for themselves, or for the seat they stand for. */
export async function mayVote(records: Records, decision: Decision, personId: string | null): Promise<boolean> {
  return (await isElector(records, decision, personId)) || (await substitutesOf(records, decision)).some((substitute) => substitute.personId === personId);
}

async function isElector(records: Records, decision: Decision, personId: string | null): Promise<boolean> {
  const membership = personId === null ? null : await records.groups.membership(decision.groupKey, personId);
  return membership !== null && votesIn(decision, membership);
}

function votesIn({ openedAt, electorate }: Decision, { standing, since, sector }: Membership): boolean {
  return standing === 'MEMBER' && (openedAt === null || since <= openedAt) && (electorate === 'ROSTER' || sector !== null);
}

export function isOver({ closesAt }: Pick<Decision, 'closesAt'>, now: Instant): boolean {
  return closesAt !== null && closesAt <= now;
}

/** Opened and not yet counted. */
export function isRunning({ state }: Pick<Decision, 'state'>): boolean {
  return state === 'OPEN' || state === 'COUNTING';
}

/** Whether a vote that comes now can have been meant in time: after the end it must have been on its way before. */
export function takesVotes(decision: Decision, { now, when }: Pick<Turn, 'now' | 'when'>): boolean {
  return isRunning(decision) && (!isOver(decision, now) || (when.at ?? when.after) < decision.closesAt!);
}

/** The person's ballot first, then everything that counts. */
export async function touchVote(turn: Turn, decisionId: string, personId: string): Promise<void> {
  await turn.touch(`${BALLOT}:${decisionId}/${personId}`);
  await turn.touch(`${DECISION}:${decisionId}`);
  await turn.touch(`${DECISIONDESK}:${decisionId}`);
}

/** State or rules changed: every card of the decision says something else. */
export async function touchAll(turn: Turn, decision: Decision): Promise<void> {
  await turn.touch(`${DECISION}:${decision.id}`);
  await turn.touch(`${DECISIONDESK}:${decision.id}`);
  for (const { personId } of await turn.unit.groups.memberships(decision.groupKey)) await turn.touch(`${BALLOT}:${decision.id}/${personId}`);
  turn.planned();
}
