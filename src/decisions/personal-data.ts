import { toIso } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Kept, PersonalData } from '../people/personal-data.ts';
import { line, type Block } from '../view/document.ts';
import { human } from '../view/language.ts';
import { isRunning, touchVote } from './model.ts';
import type { DecisionReminder, DecisionVote, Substitute } from './records.ts';
import { choiceWords } from './words.ts';

/**
 * Votes, notes and reminders of a person. What somebody chose in a secret vote is in no file and no list, not even while
 * it is open: a file is kept and passed on. Outcomes name nobody and stay as they are.
 */
export const decisionsData: PersonalData = {
  key: 'decisions',
  export: async (records, personId) => {
    const votes = [];
    for (const { decisionId, choice, channel, enteredBy, castAt } of await records.decisions.votesOf(personId)) {
      const decision = await records.decisions.decision(decisionId);
      if (decision === null) continue;
      const said = decision.secret ? {} : { options: decision.options, choice, channel, enteredByTheLeader: enteredBy !== null, castAt: toIso(castAt) };
      votes.push({ decision: decisionId, question: decision.question, voted: true, secret: decision.secret, ...said });
    }
    return {
      decisionVotes: votes,
      decisionsStarted: (await records.decisions.decisionsBy(personId)).map(({ id, question, options, createdAt }) => ({ decision: id, question, options, createdAt: toIso(createdAt) })),
      decisionNotes: (await records.decisions.notesBy(personId)).map(({ decisionId, text, writtenAt }) => ({ decision: decisionId, text, writtenAt: toIso(writtenAt) })),
      decisionSubstitutes: (await records.decisions.substitutesAround(personId)).map((substitute) => ({ decision: substitute.decisionId, standsForAnother: substitute.personId === personId })),
      decisionReminders: (await records.decisions.remindersOf(personId)).map(({ decisionId, sendAt, state }) => ({ decision: decisionId, sendAt: toIso(sendAt), state })),
    };
  },
  describe: async (records, personId, language) => {
    const blocks: Block[] = [];
    for (const { decisionId, choice } of await records.decisions.votesOf(personId)) {
      const decision = await records.decisions.decision(decisionId);
      if (decision === null) continue;
      blocks.push(line(`${language.t('decision-title', { title: human(decision.question) })}: ${decision.secret ? language.t('decision-data-voted') : choiceWords(language, decision, choice)}`));
    }
    return blocks;
  },
  erase: async (turn, personId) => {
    const { decisions } = turn.unit;
    for (const vote of await decisions.votesOf(personId)) {
      decisions.removeVote(vote);
      await touchVote(turn, vote.decisionId, personId);
    }
    for (const vote of await decisions.votesEnteredBy(personId)) decisions.putVote({ ...vote, enteredBy: null });
    for (const substitute of await decisions.substitutesAround(personId)) decisions.removeSubstitute(substitute);
    for (const decision of await decisions.decisionsBy(personId)) decisions.putDecision({ ...decision, createdBy: null });
    for (const note of await decisions.notesBy(personId)) {
      decisions.putNote({ ...note, writtenBy: null });
      await touchVote(turn, note.decisionId, personId);
    }
    for (const reminder of await decisions.remindersOf(personId)) decisions.removeReminder(reminder);
  },
  merge: async (turn, from, into) => {
    const { decisions } = turn.unit;
    const had: Had = { votes: await openNamedVotes(turn, [from, into]), started: (await decisions.decisionsBy(from)).map(({ id }) => id), notes: (await decisions.notesBy(from)).map(({ id }) => id), substitutes: [...(await decisions.substitutesAround(from)), ...(await decisions.substitutesAround(into))] };
    await mergeVotes(turn, from, into);
    await mergeSubstitutes(turn, from, into);
    for (const decision of await decisions.decisionsBy(from)) decisions.putDecision({ ...decision, createdBy: into });
    for (const note of await decisions.notesBy(from)) decisions.putNote({ ...note, writtenBy: into });
    for (const reminder of await decisions.remindersOf(from)) {
      const own = await decisions.reminder(reminder.decisionId, into);
      decisions.removeReminder(reminder);
      decisions.putReminder({ ...further(reminder, own), personId: into });
    }
    return { ...had };
  },
  part: async (turn, from, into, kept) => part(turn, from, into, kept),
};

interface Had {
  /** Of both persons, in votes that are open and not secret: what is kept must not outlive a secret. */
  readonly votes: readonly DecisionVote[];
  readonly started: readonly string[];
  readonly notes: readonly string[];
  /** Around both persons. */
  readonly substitutes: readonly Substitute[];
}

async function openNamedVotes(turn: Turn, persons: readonly string[]): Promise<DecisionVote[]> {
  const found: DecisionVote[] = [];
  for (const personId of persons) for (const vote of await turn.unit.decisions.votesOf(personId)) if (await isOpenNamed(turn, vote.decisionId)) found.push(vote);
  return found;
}

async function isOpenNamed(turn: Turn, decisionId: string): Promise<boolean> {
  const decision = await turn.unit.decisions.decision(decisionId);
  return decision !== null && isRunning(decision) && !decision.secret;
}

/** One vote per decision: the newest, with its origin; at equal instants that of `into`. What is counted stays counted. */
async function mergeVotes(turn: Turn, from: string, into: string): Promise<void> {
  const { decisions } = turn.unit;
  for (const vote of await decisions.votesOf(from)) {
    const own = await decisions.vote(vote.decisionId, into);
    decisions.removeVote(vote);
    if (own === null || vote.castAt > own.castAt) decisions.putVote({ ...vote, personId: into });
    for (const personId of [from, into]) await touchVote(turn, vote.decisionId, personId);
  }
  for (const vote of await decisions.votesEnteredBy(from)) decisions.putVote({ ...vote, enteredBy: into });
}

/** Nobody stands for themselves, or for two: what `into` stands for already, they go on standing for. */
async function mergeSubstitutes(turn: Turn, from: string, into: string): Promise<void> {
  const { decisions } = turn.unit;
  const other = (personId: string): string => (personId === from ? into : personId);
  for (const substitute of await decisions.substitutesAround(from)) {
    const renamed: Substitute = { ...substitute, personId: other(substitute.personId), holderId: other(substitute.holderId) };
    decisions.removeSubstitute(substitute);
    const stands = (await decisions.substitutes(substitute.decisionId)).some(({ personId }) => personId === renamed.personId);
    if (!stands && renamed.personId !== renamed.holderId) decisions.putSubstitute(renamed);
  }
}

/** Whoever was reminded once on either side is not reminded again. */
function further(reminder: DecisionReminder, own: DecisionReminder | null): DecisionReminder {
  if (own === null) return reminder;
  return reminder.state === 'HANDED' ? { ...own, state: 'HANDED' } : own;
}

/** In votes that are open and not secret both have again what they had; in a secret one the vote stays with `into`, and `from` votes anew. */
async function part(turn: Turn, from: string, into: string, kept: Kept): Promise<void> {
  const had = kept as unknown as Had;
  const { decisions } = turn.unit;
  for (const decisionId of new Set(had.votes.map((vote) => vote.decisionId))) {
    if (!(await isOpenNamed(turn, decisionId))) continue;
    decisions.removeVote({ decisionId, personId: into });
    for (const vote of had.votes) if (vote.decisionId === decisionId) decisions.putVote(vote);
    for (const personId of [from, into]) await touchVote(turn, decisionId, personId);
  }
  for (const { decisionId } of had.substitutes) for (const substitute of await decisions.substitutesAround(into)) if (substitute.decisionId === decisionId) decisions.removeSubstitute(substitute);
  for (const substitute of had.substitutes) decisions.putSubstitute(substitute);
  for (const id of had.started) {
    const decision = await decisions.decision(id);
    if (decision?.createdBy === into) decisions.putDecision({ ...decision, createdBy: from });
  }
  for (const note of await decisions.notesBy(into)) if (had.notes.includes(note.id)) decisions.putNote({ ...note, writtenBy: from });
}
