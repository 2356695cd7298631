import { absent, firstWord, problem, value, type Param } from '../kernel/command.ts';
import { cleanName, cleanLine } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { SECTORS } from '../process/file-schema.ts';
import { namedIn } from './names.ts';
import { groupOf, memberParam } from './params.ts';
import type { Sector, WorkingGroup } from './records.ts';
import { activeGroups, ledGroups, mayLead, isOffice } from './roster.ts';

/** What /ag can be asked to do. */
const VERBS = {
  join: ['beitreten', 'mitmachen', 'join'],
  leave: ['verlassen', 'austreten', 'leave'],
  members: ['mitglieder', 'wer', 'members'],
  enter: ['eintragen', 'enter', 'add'],
  remove: ['austragen', 'remove'],
  leader: ['leitung', 'leader'],
  deputy: ['vertretung', 'deputy'],
  sector: ['bereich', 'sector'],
  open: ['offen', 'open'],
  approval: ['anfrage', 'approval'],
  make: ['neu', 'new'],
  close: ['schliessen', 'schließen', 'close'],
} as const;
export type Verb = keyof typeof VERBS | 'list' | 'show';

type Earlier = Readonly<Record<string, unknown>>;
const verbOf = (earlier: Earlier): Verb => earlier['verb'] as Verb;

export const verbParam: Param<Verb> = {
  take: async (text, turn) => {
    const { word, rest } = firstWord(text);
    if (word === '') return value('list', '');
    const said = word.toLowerCase();
    const verb = (Object.keys(VERBS) as (keyof typeof VERBS)[]).find((each) => (VERBS[each] as readonly string[]).includes(said));
    if (verb !== undefined) return value(verb, word, rest);
    return namedIn(text, await activeGroups(turn.unit)) === null ? problem(turn.t('ag-how')) : value('show', '', text);
  },
  ask: null,
};

const named = groupOf(async (turn, earlier) => {
  const all = await activeGroups(turn.unit);
  if (verbOf(earlier) !== 'join') return verbOf(earlier) === 'leave' ? inGroups(turn, all, true) : all;
  return inGroups(turn, all, false);
}, 'group-none');
const led = groupOf(ledGroups, 'group-leaders-only');

/** Groups the actor belongs to or has asked for; or the others, and these all the same when there are none. */
async function inGroups(turn: Turn, all: readonly WorkingGroup[], inside: boolean): Promise<WorkingGroup[]> {
  const { personId } = turn.actor;
  const rows = personId === null ? [] : await turn.unit.groups.membershipsOf(personId);
  const found = all.filter(({ key }) => rows.some((row) => row.groupKey === key && row.standing !== 'LEFT') === inside);
  return found.length === 0 ? [...all] : found;
}

/** null: the verb is about no group in particular. A group named by somebody who may not lead it is taken: `run` says why not. */
export const whichParam: Param<WorkingGroup | null> = {
  take: async (text, turn, earlier) => {
    const verb = verbOf(earlier);
    if (verb === 'list' || verb === 'make') return value(null, '', text);
    return (verb === 'join' || verb === 'leave' || verb === 'members' || verb === 'show' ? named : led).take(text, turn, earlier);
  },
  ask: (turn, earlier) => (['join', 'leave', 'members', 'show'].includes(verbOf(earlier)) ? named : led).ask!(turn, earlier),
};

export const whoParam = memberParam((earlier) => ['remove', 'leader', 'deputy'].includes(verbOf(earlier)), 'ag-ask-who');
/** For the sector the person comes first, the sector behind: taken apart at the sector's word. */
export const whoseParam = memberParam((earlier) => verbOf(earlier) === 'sector', 'ag-ask-who');

const SECTOR_WORDS: Readonly<Record<string, Sector>> = {
  'bürger': 'CITIZENS', 'bürger/innen': 'CITIZENS', 'bürgerinnen': 'CITIZENS', 'einwohner': 'CITIZENS', 'residents': 'CITIZENS', 'citizens': 'CITIZENS',
  verwaltung: 'ADMINISTRATION', administration: 'ADMINISTRATION',
  politik: 'POLITICS', politics: 'POLITICS',
  einrichtung: 'INSTITUTIONS', einrichtungen: 'INSTITUTIONS', institutions: 'INSTITUTIONS',
};

/** "Verwaltung" in front of a name entered, where somebody wants to say it; asked for with the verb `sector`. */
export const sectorParam: Param<Sector | null> = {
  take: async (text, turn, earlier) => {
    const verb = verbOf(earlier);
    if (verb !== 'enter' && verb !== 'sector') return value(null, '', text);
    const { word, rest } = firstWord(text);
    const sector = SECTOR_WORDS[word.toLowerCase()];
    if (sector !== undefined) return value(sector, word, rest);
    if (verb === 'enter') return value(null, '', text);
    return text === '' ? absent : problem(turn.t('ag-sector-unknown'));
  },
  ask: async (turn) => ({ text: turn.t('ag-ask-sector'), choices: SECTORS.map((sector) => ({ label: turn.t(`sector-${sector.toLowerCase()}`), raw: sector.toLowerCase() })) }),
};

/** The name of whoever is entered, or the title of a new group. */
export const nameParam: Param<string | null> = {
  take: async (text, turn, earlier) => {
    const verb = verbOf(earlier);
    if (verb !== 'enter' && verb !== 'make') return value(null, '', text);
    if (verb === 'make' && !isOffice(turn)) return problem(turn.t('command-not-allowed'));
    if (verb === 'enter' && !(await mayLead(turn, (earlier['group'] as WorkingGroup).key))) return problem(turn.t('group-leaders-only'));
    if (text === '') return absent;
    const name = verb === 'make' ? cleanLine(text, 60) || null : cleanName(text);
    return name === null ? problem(turn.t('enter-name-empty')) : value(name, text);
  },
  ask: async (turn, earlier) => ({ text: turn.t(verbOf(earlier) === 'make' ? 'ag-ask-title' : 'ag-ask-name'), choices: [] }),
};
