import { absent, problem, value, type Param } from '../kernel/command.ts';
import { normalizeForCompare, shortName } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { afterWords, namedIn } from './names.ts';
import type { Member } from './ports.ts';
import type { WorkingGroup } from './records.ts';
import { activeGroups, groupMeant, ledGroups, membersOf } from './roster.ts';

type Earlier = Readonly<Record<string, unknown>>;

/**
 * A group out of `candidates`: named in front, else the meant one, else the only one, else asked with buttons.
 * @param none the text for whoever has none of them, or names one that is not among them
 * @param free what follows is free text: a name in front counts only with a colon ("Wohnen: …"), or it is part of it
 */
export function groupOf(candidates: (turn: Turn, earlier: Earlier) => Promise<WorkingGroup[]>, none: string, free: (earlier: Earlier) => boolean = () => false): Param<WorkingGroup> {
  return {
    take: async (text, turn, earlier) => {
      const all = await candidates(turn, earlier);
      const said = namedIn(text, await activeGroups(turn.unit));
      const named = said === null || (free(earlier) && !said.raw.endsWith(':') && said.raw !== said.group.key) ? null : said;
      if (named !== null && all.some(({ key }) => key === named.group.key)) return value(named.group, named.group.key, named.rest);
      if (named !== null || all.length === 0) return problem(turn.t(none));
      const meant = await groupMeant(turn);
      const found = all.find(({ key }) => key === meant?.key) ?? (all.length === 1 ? all[0]! : null);
      return found === null ? absent : value(found, found.key, text);
    },
    ask: async (turn, earlier) => ({
      text: turn.t('ask-group'),
      choices: (await candidates(turn, earlier)).map((group) => ({ label: shortName(turn.language.pick(group.title)), raw: group.key })),
    }),
  };
}

export const ledGroupParam: Param<WorkingGroup> = groupOf(ledGroups, 'group-leaders-only');

/** "Ja" or "Nein" to something that reaches many. */
export function sureOf(ask: (turn: Turn, earlier: Earlier) => Promise<string>, wanted: (earlier: Earlier) => boolean = () => true): Param<boolean> {
  return {
    take: async (text, turn, earlier) => {
      if (!wanted(earlier)) return value(true, '', text);
      if (text === '') return absent;
      if (/^(ja|yes)$/i.test(text)) return value(true, text);
      return /^(nein|no)$/i.test(text) ? value(false, text) : problem(turn.t('ask-yes-no'));
    },
    ask: async (turn, earlier) => ({
      text: await ask(turn, earlier),
      choices: [
        { label: turn.t('sure-yes'), raw: 'ja' },
        { label: turn.t('sure-no'), raw: 'nein' },
      ],
    }),
  };
}

/** The member whose name was typed; null: nobody, or more than one of that name. "ich" is whoever types. */
export function memberNamed(turn: Turn, members: readonly Member[], typed: string): Member | null {
  const byId = members.find(({ personId }) => personId === typed);
  if (byId !== undefined) return byId;
  const said = normalizeForCompare(typed);
  if (said === 'ich' || said === 'me') return members.find(({ personId }) => personId === turn.actor.personId) ?? null;
  const exact = members.filter(({ name }) => name !== null && normalizeForCompare(name) === said);
  const partly = members.filter(({ name }) => name !== null && said !== '' && normalizeForCompare(name).split(' ').includes(said));
  const found = exact.length > 0 ? exact : partly;
  return found.length === 1 ? found[0]! : null;
}

/** A member of `earlier.group`, named or chosen with a button. `wanted`: whether this command asks for one at all. */
export function memberParam(wanted: (earlier: Earlier) => boolean, question: string): Param<Member | null> {
  const all = (turn: Turn, earlier: Earlier): Promise<Member[]> => membersOf(turn.unit, (earlier['group'] as WorkingGroup).key);
  return {
    take: async (text, turn, earlier) => {
      if (!wanted(earlier)) return value(null, '', text);
      const members = await all(turn, earlier);
      if (members.length === 0) return problem(turn.t('group-empty'));
      // The choices are names: nothing for a group's eyes.
      if (text === '') return turn.isPrivate ? absent : problem(turn.t('group-roster-private'));
      const words = text.split(/\s+/u);
      for (let count = words.length; count > 0; count -= 1) {
        const said = words.slice(0, count).join(' ');
        const named = memberNamed(turn, members, said);
        if (named !== null) return value(named, said, afterWords(text, count));
      }
      return problem(turn.t('group-no-such-member'));
    },
    ask: async (turn, earlier) => ({
      text: turn.t(question),
      choices: (await all(turn, earlier)).map(({ personId, name }) => ({ label: shortName(name ?? turn.t('person-unnamed')), raw: personId })),
    }),
  };
}
