import { absent, command, nameIn, NO_PARAMS, problem, value, type Command, type Param } from '../kernel/command.ts';
import { endDialog } from '../kernel/dialog.ts';
import type { Turn } from '../kernel/turn.ts';
import { document, gap, item, line, strong, title } from '../view/document.ts';
import type { Languages } from '../view/language.ts';
import type { PersonalData } from './personal-data.ts';

export interface PeopleParts {
  readonly languages: Languages;
  /** All commands of the bot, for /hilfe. */
  readonly commands: () => readonly Command[];
  /** What greets somebody who opens the bot: `payload` came with the link they followed. */
  readonly greet: (turn: Turn, payload: string) => Promise<void>;
  readonly data: readonly PersonalData[];
}

export function peopleCommands(parts: PeopleParts): Command[] {
  return [
    command({
      name: 'start', aliases: [], who: 'everyone', menu: 'none', params: { payload: restParam },
      run: (turn, { payload }) => start(turn, parts, payload),
    }),
    command({ name: 'hilfe', aliases: ['help'], who: 'everyone', menu: 'both', params: NO_PARAMS, run: async (turn) => help(turn, parts) }),
    command({
      name: 'sprache', aliases: ['language'], who: 'everyone', menu: 'private', params: { language: languageParam(parts.languages) },
      run: async (turn, { language }) => {
        const personId = await turn.person();
        const person = await turn.unit.people.person(personId);
        if (person !== null) turn.unit.people.putPerson({ ...person, language });
        turn.actor = { ...turn.actor, language: parts.languages.of(language) };
        for (const copy of await turn.unit.kernel.cardsOfPerson(personId)) await turn.touch(copy.subject);
        turn.answer(turn.t('language-set', { language: turn.language.autonym }));
      },
    }),
    command({ name: 'meine_daten', aliases: ['my_data'], who: 'everyone', menu: 'private', where: 'private', params: NO_PARAMS, run: async (turn) => showData(turn, parts.data) }),
    command({
      name: 'loeschen', aliases: ['forget'], who: 'everyone', menu: 'private', where: 'private', params: { sure: sureParam },
      run: async (turn, { sure }) => forget(turn, parts.data, sure),
    }),
    command({
      name: 'abbrechen', aliases: ['abort'], who: 'everyone', menu: 'none', params: NO_PARAMS,
      run: async (turn) => turn.answer(turn.t((await endDialog(turn)) ? 'dialog-aborted' : 'dialog-none')),
    }),
  ];
}

const restParam: Param<string> = { take: async (text) => value(text.slice(0, 64), text), ask: null };

function languageParam(languages: Languages): Param<string> {
  return {
    take: async (text, turn) => {
      if (text === '') return absent;
      const tag = languages.match(text);
      return tag === null ? problem(turn.t('language-unknown', { languages: languages.all.map(({ autonym }) => autonym).join(', ') })) : value(tag, text);
    },
    ask: async (turn) => ({ text: turn.t('ask-language'), choices: languages.all.map(({ autonym, tag }) => ({ label: autonym, raw: tag })) }),
  };
}

const sureParam: Param<boolean> = {
  take: async (text, turn) => {
    if (text === '') return absent;
    const said = text.toLowerCase();
    if (said === 'ja' || said === 'yes') return value(true, text);
    return said === 'nein' || said === 'no' ? value(false, text) : problem(turn.t('ask-yes-no'));
  },
  ask: async (turn) => ({
    text: turn.t('forget-sure'),
    choices: [
      { label: turn.t('forget-yes'), raw: 'ja' },
      { label: turn.t('forget-no'), raw: 'nein' },
    ],
  }),
};

async function start(turn: Turn, parts: PeopleParts, payload: string): Promise<void> {
  if (!turn.isPrivate) return turn.answer(turn.t('start-in-private'));
  await turn.person();
  turn.answer(document(title(strong(turn.t('welcome-title'))), line(turn.t('welcome')), gap, line(turn.t('notice-short')), line(turn.t('welcome-languages'))));
  await parts.greet(turn, payload);
}

function help(turn: Turn, parts: PeopleParts): void {
  const allowed = (each: Command): boolean => {
    const { role } = turn.actor;
    if (each.menu === 'none') return false;
    if (each.name === 'amt') return role !== null;
    if (each.who === 'everyone') return true;
    if (each.who === 'officer') return role === 'OFFICER';
    return role !== null && (each.who !== 'office' || role !== 'HELPER');
  };
  const lines = (mine: readonly Command[]) =>
    mine.map((each) => item(strong(`/${nameIn(turn.language, each)}`), ` – ${turn.t(`command-${each.name.replaceAll('_', '-')}`)}`));
  const commands = parts.commands().filter(allowed);
  const isOffice = ({ name, who }: Command): boolean => who !== 'everyone' || name === 'amt';
  const office = commands.filter(isOffice);
  turn.answer(
    document(
      title(strong(turn.t('help-title'))),
      ...lines(commands.filter((each) => !isOffice(each))),
      ...(office.length === 0 ? [] : [gap, title(strong(turn.t('help-office'))), ...lines(office)]),
      gap,
      line(turn.t('help-human')),
    ),
  );
}

async function showData(turn: Turn, sources: readonly PersonalData[]): Promise<void> {
  const { personId } = turn.actor;
  if (personId === null) return turn.answer(turn.t('data-none'));
  const all: Record<string, unknown> = {};
  const blocks = [];
  for (const source of sources) {
    Object.assign(all, await source.export(turn.unit, personId));
    blocks.push(...(await source.describe(turn.unit, personId, turn.language)));
  }
  turn.answer(document(title(strong(turn.t('data-title'))), ...blocks));
  turn.file(turn.place.room, { name: turn.t('data-file'), mime: 'application/json', text: `${JSON.stringify(all, null, 2)}\n` }, null, personId);
}

async function forget(turn: Turn, sources: readonly PersonalData[], sure: boolean): Promise<void> {
  if (!sure) return turn.answer(turn.t('forget-kept'));
  const { personId, language } = turn.actor;
  if (personId === null) return turn.answer(turn.t('data-none'));
  // What is said from here on concerns nobody we know.
  turn.actor = { ...turn.actor, personId: null, role: null };
  for (const source of sources) await source.erase(turn, personId);
  turn.erased();
  turn.answer(language.t('forget-done'));
}
