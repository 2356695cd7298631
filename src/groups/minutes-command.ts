import { absent, command, firstWord, problem, value, type Command, type Param } from '../kernel/command.ts';
import type { Attachment } from '../kernel/update.ts';
import { meetingsOf } from './meetings.ts';
import { approvedOf, readMinutes, write } from './minutes.ts';
import { takeFile } from './minutes-file.ts';
import { groupOf } from './params.ts';
import type { Event } from '../events/records.ts';
import type { WorkingGroup } from './records.ts';
import { activeGroups, isOffice, mayLead, ownGroups } from './roster.ts';
import { ARCHIVE, MINUTES } from './subjects.ts';

const own = groupOf(async (turn) => (isOffice(turn) ? activeGroups(turn.unit) : ownGroups(turn)), 'group-none-own', () => true);
/** A file is not asked about: it would be gone with the answer. */
const ownGroup: Param<WorkingGroup> = {
  take: async (text, turn, earlier) => {
    const taken = await own.take(text, turn, earlier);
    return taken.kind === 'absent' && turn.attachment !== null ? problem(turn.t('minutes-file-which')) : taken;
  },
  ask: own.ask,
};

/** The meeting the minutes are of: named by its key, else the latest that has begun. null: only reading. */
const meetingParam: Param<Event | null> = {
  take: async (text, turn, earlier) => {
    if (text === '' && turn.attachment === null) return value(null, '');
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

const FILE_WORD = /^(?:datei|file)$/iu;

/** The file that came along; after the word alone it is asked for. */
const fileParam: Param<{ readonly attachment: Attachment; readonly caption: string } | null> = {
  file: true,
  take: async (text, turn, earlier) => {
    if (turn.attachment !== null) return value({ attachment: turn.attachment, caption: text }, text);
    if (earlier['meeting'] === null || !FILE_WORD.test(String(earlier['text']))) return value(null, '', text);
    return text === '' ? absent : problem(turn.t('minutes-file-wanted'));
  },
  ask: async (turn) => ({ text: turn.t('minutes-file-ask'), choices: [] }),
};

/**
 * `/protokoll`: the minutes there are. `/protokoll Wir haben beschlossen …`, or a file with it: writes them, for the leader
 * to approve. `/protokoll Datei` asks for the file, where a messenger sends files without words.
 */
export function minutesCommand(): Command {
  return command({
    name: 'protokoll', aliases: ['minutes'], who: 'everyone', menu: 'help',
    params: { group: ownGroup, meeting: meetingParam, text: textParam, file: fileParam },
    run: async (turn, { group, meeting, text, file }) => {
      const words = FILE_WORD.test(text) ? (file?.caption ?? '') : text;
      if (meeting !== null && words !== '') await write(turn, meeting, readMinutes(turn, words));
      if (meeting !== null && file !== null) return takeFile(turn, meeting, file.attachment);
      if (meeting !== null) return;
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
