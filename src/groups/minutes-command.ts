import { command, firstWord, problem, value, type Command, type Param } from '../kernel/command.ts';
import { meetingsOf } from './meetings.ts';
import { approvedOf, readMinutes, write } from './minutes.ts';
import { groupOf } from './params.ts';
import type { Event } from '../events/records.ts';
import type { WorkingGroup } from './records.ts';
import { activeGroups, isOffice, mayLead, ownGroups } from './roster.ts';
import { ARCHIVE, MINUTES } from './subjects.ts';

const own = groupOf(async (turn) => (isOffice(turn) ? activeGroups(turn.unit) : ownGroups(turn)), 'group-none-own', () => true);

/** The meeting the minutes are of: named by its key, else the latest that has begun. null: only reading. */
const meetingParam: Param<Event | null> = {
  take: async (text, turn, earlier) => {
    if (text === '') return value(null, '');
    const { key } = earlier['group'] as WorkingGroup;
    const held = (await meetingsOf(turn.unit, key)).filter(({ state, startAt }) => state === 'OPEN' && startAt <= turn.now);
    const { word, rest } = firstWord(text);
    const named = held.find((event) => event.key === word.toLowerCase());
    if (named !== undefined) return value(named, word, rest);
    const latest = held.at(-1);
    return latest === undefined ? problem(turn.t('meeting-none-begun')) : value(latest, latest.key, text);
  },
  ask: null,
};

const textParam: Param<string> = { take: async (text) => value(text, text), ask: null };

/** `/protokoll`: the minutes there are. `/protokoll Wir haben beschlossen …`: writes them, for the leader to approve. */
export function minutesCommand(): Command {
  return command({
    name: 'protokoll', aliases: ['minutes'], who: 'everyone', menu: 'help',
    params: { group: own, meeting: meetingParam, text: textParam },
    run: async (turn, { group, meeting, text }) => {
      if (meeting !== null && text !== '') return write(turn, meeting, readMinutes(turn, text));
      if (!turn.isPrivate) return turn.answer(turn.t('minutes-private'));
      const personId = await turn.person();
      if (await mayLead(turn, group.key)) {
        for (const draft of (await turn.unit.groups.minutesOfGroup(group.key)).filter(({ state }) => state === 'DRAFT').slice(0, 3)) await turn.repost(turn.place.room, { kind: MINUTES, what: draft.eventKey, personId });
      }
      if ((await approvedOf(turn.unit, group.key)).length === 0) return turn.answer(turn.t('minutes-none'));
      await turn.repost(turn.place.room, { kind: ARCHIVE, what: group.key, personId });
    },
  });
}
