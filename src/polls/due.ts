import type { DueWork } from '../kernel/feature.ts';
import { instant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { human } from '../view/language.ts';
import { callLeaders, close } from './deciding.ts';
import { takesVotes } from './model.ts';
import { discard, draftGoesAt } from './opening.ts';
import type { PollParts } from './ports.ts';
import type { DatePoll, PollReminder } from './records.ts';
import { hangGrid, isVoter } from './voting.ts';

const AT_ONCE = 200;

/** Polls that close, the one reminder of those who have not voted, and drafts that nobody opened. */
export function datePolls(parts: PollParts): DueWork {
  return {
    name: 'date polls',
    next: async ({ polls }) => {
      const planned = [await polls.nextDue(), draftGoesAt(await polls.oldestDraft())].filter((at): at is Instant => at !== null);
      return planned.length === 0 ? null : instant(Math.min(...planned));
    },
    run: async (turn) => {
      for (const poll of await turn.unit.polls.openPolls()) {
        if (poll.closesAt !== null && poll.closesAt <= turn.now) {
          await close(turn, poll);
          await callLeaders(turn, parts, poll);
        } else if (poll.remindAt !== null && poll.remindAt <= turn.now) await remind(turn, parts, poll);
      }
      for (const reminder of await turn.unit.polls.dueReminders(turn.now, AT_ONCE)) await handOver(turn, reminder);
      for (let draft = await turn.unit.polls.oldestDraft(); draft !== null && draftGoesAt(draft)! <= turn.now; draft = await turn.unit.polls.oldestDraft()) await discard(turn, draft);
    },
  };
}

/** Each silent member gets a reminder of their own, for the end of their quiet hours; who has no chat is named to the leader. */
async function remind(turn: Turn, parts: PollParts, poll: DatePoll): Promise<void> {
  turn.unit.polls.putPoll({ ...poll, remindAt: null });
  const worthless = poll.closesAt ?? instant(Math.max(...(await turn.unit.polls.slots(poll.id)).map(({ startAt }) => startAt)));
  const toCall: string[] = [];
  for (const { personId, name } of await parts.rosters.membersOf(turn.unit, poll.groupKey)) {
    if ((await turn.unit.polls.votesIn(poll.id, personId)).length > 0 || (await turn.unit.polls.reminder(poll.id, personId)) !== null) continue;
    if ((await turn.house.directory.addressOf(turn.unit, personId)) === null) {
      toCall.push(name ?? turn.house.languages.fallback.t('person-unnamed'));
      continue;
    }
    const sendAt = await parts.quiet.sendAt(turn, personId, turn.now, poll.zone, worthless);
    if (sendAt !== null) turn.unit.polls.putReminder({ pollId: poll.id, personId, sendAt, state: 'WAITING' });
  }
  if (toCall.length > 0) await tellLeaders(turn, parts, poll, toCall);
  turn.planned();
}

/** Meanwhile they may have voted, left, or the poll may be closed: then nothing goes out. */
async function handOver(turn: Turn, reminder: PollReminder): Promise<void> {
  const { polls } = turn.unit;
  const { pollId, personId } = reminder;
  const poll = await polls.poll(pollId);
  const wanted = poll !== null && takesVotes(poll, turn.now) && (await polls.votesIn(pollId, personId)).length === 0 && (await isVoter(turn, poll, personId));
  const address = wanted ? await turn.house.directory.addressOf(turn.unit, personId) : null;
  polls.putReminder({ ...reminder, state: address === null ? 'DROPPED' : 'HANDED' });
  if (address !== null) await hangGrid(turn, address.room, pollId, personId, personId, true);
}

async function tellLeaders(turn: Turn, parts: PollParts, poll: DatePoll, names: readonly string[]): Promise<void> {
  for (const { personId, role } of await parts.rosters.membersOf(turn.unit, poll.groupKey)) {
    if (role !== 'MEMBER') await turn.tell(personId, (language) => language.t('poll-to-call', { title: human(poll.title), names: human(names.join(', ')), count: names.length }));
  }
}
