import type { DecisionVote, Substitute } from './records.ts';

/**
 * The votes that count, at most one for each of the electorate: their own, else that of whoever stands for them.
 * Answers them by the person for whom they count. Of a substitute who is in the electorate themselves it is their own.
 */
export function standingVotes<Vote extends Pick<DecisionVote, 'personId'>>(electorate: readonly string[], substitutes: readonly Pick<Substitute, 'personId' | 'holderId'>[], votes: readonly Vote[]): Map<string, Vote> {
  const given = new Map(votes.map((vote) => [vote.personId, vote]));
  const seated = new Set(electorate);
  const standIn = new Map(substitutes.flatMap(({ personId, holderId }) => (seated.has(personId) ? [] : [[holderId, personId] as const])));
  return new Map(electorate.flatMap((personId) => {
    const vote = given.get(personId) ?? given.get(standIn.get(personId) ?? '');
    return vote === undefined ? [] : [[personId, vote] as const];
  }));
}
