import { toIso } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Kept, PersonalData } from '../people/personal-data.ts';
import type { Records } from '../ports/store.ts';
import { line } from '../view/document.ts';
import { human } from '../view/language.ts';
import type { DatePoll, DateVote, MustHave, PollReminder } from './records.ts';
import { touchVotes } from './voting.ts';
import { answerKey, slotWhen } from './words.ts';

/** Votes, proposals and must-have marks of a person: shown, exported, taken away, made one. */
export const pollsData: PersonalData = {
  key: 'polls',
  export: async (records, personId) => {
    const votes = await records.polls.votesOf(personId);
    const spans = new Map<string, { readonly startAt: DateVote['answeredAt']; readonly endAt: DateVote['answeredAt'] }>();
    for (const pollId of new Set(votes.map((vote) => vote.pollId))) for (const slot of await records.polls.slots(pollId)) spans.set(slot.id, slot);
    return {
      dateVotes: votes.map(({ slotId, pollId, answer, comment, channel, enteredBy, answeredAt }) => {
        const span = spans.get(slotId);
        return { poll: pollId, from: span === undefined ? null : toIso(span.startAt), until: span === undefined ? null : toIso(span.endAt), answer, comment, channel, enteredByTheLeader: enteredBy !== null, answeredAt: toIso(answeredAt) };
      }),
      proposedDates: (await records.polls.slotsProposedBy(personId)).map(({ pollId, startAt, endAt }) => ({ poll: pollId, from: toIso(startAt), until: toIso(endAt) })),
      mustHaveIn: (await records.polls.mustHavesOf(personId)).map(({ pollId }) => pollId),
      pollsStarted: (await records.polls.pollsBy(personId)).map(({ id, title, createdAt }) => ({ poll: id, title, createdAt: toIso(createdAt) })),
      pollReminders: (await records.polls.remindersOf(personId)).map(({ pollId, sendAt, state }) => ({ poll: pollId, sendAt: toIso(sendAt), state })),
    };
  },
  describe: async (records, personId, language) => {
    const blocks = [];
    for (const { pollId, slotId, answer, answeredAt } of await records.polls.votesOf(personId)) {
      const poll = await records.polls.poll(pollId);
      const slot = (await records.polls.slots(pollId)).find(({ id }) => id === slotId);
      if (poll === null || slot === undefined) continue;
      blocks.push(line(`${language.t('poll-title', { title: human(poll.title) })}: ${slotWhen(language, slot, poll.zone, answeredAt)}: ${language.t(answerKey(answer))}`));
    }
    return blocks;
  },
  erase: async (turn, personId) => {
    const { polls } = turn.unit;
    for (const vote of await polls.votesOf(personId)) polls.removeVote(vote);
    for (const vote of await polls.votesEnteredBy(personId)) polls.putVote({ ...vote, enteredBy: null });
    for (const slot of await polls.slotsProposedBy(personId)) polls.putSlot({ ...slot, proposedBy: null });
    for (const must of await polls.mustHavesOf(personId)) polls.removeMustHave(must);
    for (const poll of await polls.pollsBy(personId)) polls.putPoll({ ...poll, createdBy: null });
    for (const reminder of await polls.remindersOf(personId)) polls.removeReminder(reminder);
    for (const pollId of await pollsAround(turn.unit, personId)) await touchVotes(turn, pollId, personId);
  },
  merge: async (turn, from, into) => {
    const had: Had = { votes: [...(await turn.unit.polls.votesOf(from)), ...(await turn.unit.polls.votesOf(into))], musts: [...(await turn.unit.polls.mustHavesOf(from)), ...(await turn.unit.polls.mustHavesOf(into))] };
    await mergeVotes(turn, from, into);
    await mergeMarks(turn, from, into);
    return { ...had };
  },
  part: async (turn, from, into, kept) => part(turn, from, into, kept),
};

interface Had {
  /** Of both persons. */
  readonly votes: readonly DateVote[];
  readonly musts: readonly MustHave[];
}

/** Per slot the newest answer stands, with its origin; at equal instants that of `into`. */
async function mergeVotes(turn: Turn, from: string, into: string): Promise<void> {
  const { polls } = turn.unit;
  for (const vote of await polls.votesOf(from)) {
    const own = await polls.vote(vote.slotId, into);
    polls.removeVote(vote);
    if (own === null || vote.answeredAt > own.answeredAt) polls.putVote({ ...vote, personId: into });
    await touchVotes(turn, vote.pollId, into);
  }
  for (const vote of await polls.votesEnteredBy(from)) polls.putVote({ ...vote, enteredBy: into });
}

async function mergeMarks(turn: Turn, from: string, into: string): Promise<void> {
  const { polls } = turn.unit;
  for (const must of await polls.mustHavesOf(from)) {
    polls.removeMustHave(must);
    polls.putMustHave({ ...must, personId: into });
    await touchVotes(turn, must.pollId, into);
  }
  for (const slot of await polls.slotsProposedBy(from)) polls.putSlot({ ...slot, proposedBy: into });
  for (const poll of await polls.pollsBy(from)) polls.putPoll({ ...poll, createdBy: into });
  for (const reminder of await polls.remindersOf(from)) {
    const own = await polls.reminder(reminder.pollId, into);
    polls.removeReminder(reminder);
    polls.putReminder({ ...further(reminder, own), personId: into });
  }
}

/** Whoever was reminded once on either side is not reminded again. */
function further(reminder: PollReminder, own: PollReminder | null): PollReminder {
  if (own === null) return reminder;
  return reminder.state === 'HANDED' || own.state === 'HANDED' ? { ...own, state: 'HANDED' } : own;
}

/** In polls that are still open both have again what they had; what is closed stays as it was counted. */
async function part(turn: Turn, from: string, into: string, kept: Kept): Promise<void> {
  const had = kept as unknown as Had;
  const { polls } = turn.unit;
  const open = new Map<string, DatePoll>();
  for (const poll of await polls.openPolls()) open.set(poll.id, poll);
  const concerned = new Set([...had.votes, ...had.musts].map(({ pollId }) => pollId).filter((pollId) => open.has(pollId)));
  for (const pollId of concerned) {
    for (const vote of await polls.votesIn(pollId, into)) polls.removeVote(vote);
    for (const vote of had.votes) if (vote.pollId === pollId) polls.putVote(vote);
    polls.removeMustHave({ pollId, personId: into });
    for (const must of had.musts) if (must.pollId === pollId) polls.putMustHave(must);
    for (const personId of [from, into]) await touchVotes(turn, pollId, personId);
  }
}

/** Polls of the person's groups: their grid goes, and the count of members is another one. */
async function pollsAround(records: Records, personId: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { groupKey } of await records.groups.membershipsOf(personId)) for (const { id } of await records.polls.pollsOf(groupKey)) found.add(id);
  return found;
}
