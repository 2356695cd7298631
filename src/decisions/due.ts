import type { DueWork } from '../kernel/feature.ts';
import { durations, instant, type Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { draftGoesAt } from '../polls/opening.ts';
import type { Records } from '../ports/store.ts';
import { human } from '../view/language.ts';
import { close } from './closing.ts';
import { hangBallot } from './casting.ts';
import { electorateOf, isOver, substitutesOf, touchAll } from './model.ts';
import { discard } from './opening.ts';
import type { DecisionParts } from './ports.ts';
import type { Decision, DecisionReminder } from './records.ts';
import { standingVotes } from './standing.ts';

const AT_ONCE = 200;

/**
 * So long after the end, or after a start that came later, votes are counted: what was on its way in time is in by
 * then. Counted once, an outcome stands.
 */
const GRACE = durations.minute;

/** Decisions that are counted, the one reminder of those who have not voted, and drafts that nobody opened. */
export function decisionsDue(parts: DecisionParts): DueWork {
  const countedAt = (closesAt: Instant): Instant => instant(Math.max(closesAt, parts.startedAt) + GRACE);
  return {
    name: 'decisions',
    next: async (records) => {
      const planned: (Instant | null)[] = [await records.decisions.nextReminder(), draftGoesAt(await records.decisions.oldestDraft())];
      for (const { state, closesAt, remindAt } of await records.decisions.openDecisions()) {
        if (state === 'COUNTING') planned.push(countedAt(closesAt!));
        else planned.push(closesAt, remindAt);
      }
      const known = planned.filter((at) => at !== null);
      return known.length === 0 ? null : instant(Math.min(...known));
    },
    run: async (turn) => {
      for (const decision of await turn.unit.decisions.openDecisions()) {
        if (decision.state === 'COUNTING') {
          if (countedAt(decision.closesAt!) <= turn.now) await close(turn, parts, decision);
        } else if (isOver(decision, turn.now)) {
          const counting: Decision = { ...decision, state: 'COUNTING', remindAt: null };
          turn.unit.decisions.putDecision(counting);
          await touchAll(turn, counting);
        } else if (decision.remindAt !== null && decision.remindAt <= turn.now) await remind(turn, parts, decision);
      }
      for (const reminder of await turn.unit.decisions.dueReminders(turn.now, AT_ONCE)) await handOver(turn, reminder);
      for (let draft = await turn.unit.decisions.oldestDraft(); draft !== null && draftGoesAt(draft)! <= turn.now; draft = await turn.unit.decisions.oldestDraft()) await discard(turn, draft);
    },
  };
}

/** Who has not voted gets a reminder of their own, for the end of their quiet hours; who has no chat is named to the leader. */
async function remind(turn: Turn, parts: DecisionParts, decision: Decision): Promise<void> {
  const { decisions } = turn.unit;
  decisions.putDecision({ ...decision, remindAt: null });
  const silent = new Set(await silentIn(turn.unit, decision));
  const toCall: string[] = [];
  for (const { personId, name } of await parts.rosters.membersOf(turn.unit, decision.groupKey)) {
    if (!silent.has(personId) || (await decisions.reminder(decision.id, personId)) !== null) continue;
    if ((await turn.house.directory.addressOf(turn.unit, personId)) === null) {
      toCall.push(name ?? turn.house.languages.fallback.t('person-unnamed'));
      continue;
    }
    const sendAt = await parts.quiet.sendAt(turn, personId, turn.now, decision.zone, decision.closesAt ?? instant(turn.now + durations.day));
    if (sendAt !== null) decisions.putReminder({ decisionId: decision.id, personId, sendAt, state: 'WAITING' });
  }
  if (toCall.length > 0) await tellLeaders(turn, parts, decision, toCall);
  turn.planned();
}

/** Of the electorate, for whom there is no vote yet. */
async function silentIn(records: Records, decision: Decision): Promise<string[]> {
  const electorate = await electorateOf(records, decision);
  const standing = standingVotes(electorate, await substitutesOf(records, decision), await records.decisions.votes(decision.id));
  return electorate.filter((personId) => !standing.has(personId));
}

/** Meanwhile they may have voted, left, or it may be over: then nothing goes out. */
async function handOver(turn: Turn, reminder: DecisionReminder): Promise<void> {
  const { decisions } = turn.unit;
  const { decisionId, personId } = reminder;
  const decision = await decisions.decision(decisionId);
  const wanted = decision?.state === 'OPEN' && !isOver(decision, turn.now) && (await silentIn(turn.unit, decision)).includes(personId);
  const address = wanted ? await turn.house.directory.addressOf(turn.unit, personId) : null;
  decisions.putReminder({ ...reminder, state: address === null ? 'DROPPED' : 'HANDED' });
  if (address !== null) await hangBallot(turn, address.room, decisionId, personId, personId, true);
}

async function tellLeaders(turn: Turn, parts: DecisionParts, { groupKey, question }: Decision, names: readonly string[]): Promise<void> {
  for (const { personId, role } of await parts.rosters.membersOf(turn.unit, groupKey)) {
    if (role !== 'MEMBER') await turn.tell(personId, (language) => language.t('decision-to-call', { title: human(question), names: human(names.join(', ')), count: names.length }));
  }
}
