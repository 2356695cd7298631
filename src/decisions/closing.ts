import type { Turn } from '../kernel/turn.ts';
import { electorateOf, substitutesOf, touchAll } from './model.ts';
import { openRunoff } from './opening.ts';
import type { DecisionParts } from './ports.ts';
import type { Counted, Decision } from './records.ts';
import { BALLOT, DECISIONDESK } from './subjects.ts';
import { standingVotes } from './standing.ts';
import { decide } from './verdict.ts';

/**
 * No more votes: what was said is counted and stands. Of a secret vote the choices are destroyed in this same
 * transaction, so that nobody is ever able to link one with a person who has already been counted.
 */
export async function close(turn: Turn, parts: DecisionParts, decision: Decision): Promise<void> {
  const electorate = await electorateOf(turn.unit, decision);
  const votes = await turn.unit.decisions.votes(decision.id);
  const standing = new Set(standingVotes(electorate, await substitutesOf(turn.unit, decision), votes).values());
  // Who has left the group since, or stood for somebody who voted, does not decide.
  for (const vote of votes) if (!standing.has(vote)) turn.unit.decisions.removeVote(vote);
  const choices = [...standing].flatMap(({ choice }) => (choice === null ? [] : [choice]));
  const counted = decide(choices, decision.options.length, electorate.length, decision);
  if (decision.secret) await unlink(turn, decision);
  if (counted.verdict.kind === 'TIED') {
    const tied: Decision = { ...decision, state: 'TIED', counted, remindAt: null };
    turn.unit.decisions.putDecision(tied);
    await touchAll(turn, tied);
  } else await settle(turn, parts, decision, counted);
  await callLeaders(turn, parts, decision);
}

/** The leader's casting vote, chosen as the rule before the opening. False: the option is none of those that are equal. */
export async function castingVote(turn: Turn, parts: DecisionParts, decision: Decision, option: number): Promise<boolean> {
  const { counted } = decision;
  if (counted?.verdict.kind !== 'TIED' || !counted.verdict.between.includes(option)) return false;
  await settle(turn, parts, decision, { ...counted, verdict: { kind: 'CHOSEN', option, by: 'LEADER' } });
  return true;
}

async function settle(turn: Turn, parts: DecisionParts, decision: Decision, counted: Counted): Promise<void> {
  await turn.unit.decisions.addOutcome({ ...counted, decisionId: decision.id, seed: decision.seed, closedAt: turn.now });
  const closed: Decision = { ...decision, state: 'CLOSED', counted: null, remindAt: null };
  turn.unit.decisions.putDecision(closed);
  await touchAll(turn, closed);
  if (counted.verdict.kind === 'RUNOFF') await openRunoff(turn, parts, decision, counted.verdict.between);
}

/**
 * Nothing links a person with a choice any more: no vote, no fingerprint of a card that shows one, no update that could
 * not be handled. What was freed is scrubbed from the files (`erased`). Messages carry no choice, so the outbox has none.
 */
async function unlink(turn: Turn, decision: Decision): Promise<void> {
  const { decisions, groups, kernel, office } = turn.unit;
  const readers = new Set((await office.allStaff()).map(({ personId }) => personId));
  for (const { personId } of await groups.memberships(decision.groupKey)) readers.add(personId);
  for (const vote of await decisions.votes(decision.id)) {
    readers.add(vote.personId);
    if (vote.enteredBy !== null) readers.add(vote.enteredBy);
    decisions.putVote({ ...vote, choice: null, enteredBy: null, castAt: decision.openedAt ?? decision.createdAt });
  }
  for (const personId of readers) {
    for (const copy of await kernel.everyCardOf(personId)) if (copy.subject.startsWith(`${BALLOT}:${decision.id}/`)) kernel.putCard({ ...copy, digest: null });
  }
  await kernel.emptyDeadInbox();
  turn.erased();
}

/** Whoever leads finds the outcome at the end of their chat. */
async function callLeaders(turn: Turn, parts: DecisionParts, { id, groupKey }: Decision): Promise<void> {
  for (const { personId, role } of await parts.rosters.membersOf(turn.unit, groupKey)) {
    const address = role === 'MEMBER' ? null : await turn.house.directory.addressOf(turn.unit, personId);
    if (address !== null) await turn.repost(address.room, { kind: DECISIONDESK, what: id, personId });
  }
}
