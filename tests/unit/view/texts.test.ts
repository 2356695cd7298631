import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type Message } from '@fluent/syntax';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../../adapters/system/texts.ts';
import { createFeatures } from '../../../src/features.ts';
import { instant } from '../../../src/kernel/time.ts';
import { SECTORS } from '../../../src/process/file-schema.ts';
import { createLanguages, human, type TextArgs } from '../../../src/view/language.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const sources = readTexts();
const languages = createLanguages(sources);
const tags = Object.keys(sources);

// ---- The texts as written

interface Text {
  readonly variables: readonly string[];
  /** Variables that decide between variants. */
  readonly selectors: ReadonlySet<string>;
  readonly raw: string;
}

const texts = new Map(tags.map((tag) => [tag, read(sources[tag]!)]));
const german = texts.get('de')!;
const keys = [...german.keys()].sort();

function read(files: readonly string[]): Map<string, Text> {
  const found = new Map<string, Text>();
  for (const file of files) {
    for (const entry of parse(file, { withSpans: true }).body) {
      if (entry.type === 'Junk') throw new Error(`not Fluent: ${file.slice(entry.span?.start, entry.span?.end)}`);
      if (entry.type !== 'Message') continue;
      if (found.has(entry.id.name)) throw new Error(`${entry.id.name} is given twice`);
      found.set(entry.id.name, textOf(entry, file));
    }
  }
  return found;
}

function textOf(message: Message, file: string): Text {
  const variables = new Set<string>();
  const selectors = new Set<string>();
  const look = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(look);
    if (node === null || typeof node !== 'object') return;
    const { type, id, selector } = node as { type?: string; id?: { name: string }; selector?: { type: string; id: { name: string } } };
    if (type === 'VariableReference') variables.add(id!.name);
    if (type === 'SelectExpression' && selector?.type === 'VariableReference') selectors.add(selector.id.name);
    Object.values(node).forEach(look);
  };
  look(message);
  return { variables: [...variables].sort(), selectors, raw: file.slice(message.span?.start, message.span?.end) };
}

// ---- The keys the code asks for

/** Functions that take a key and hand it on: name → which argument it is. */
const CARRIERS: Readonly<Record<string, number>> = { t: 0, words: 0, sureParam: 0, tellRooms: 2, callList: 3, groupOf: 1, memberParam: 1 };
/** Acts of the log, as `record(turn, act)` writes them. */
const acts: string[] = [];

const files = ['src', 'adapters'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(ROOT, folder, name)));
const parsed = new Map(files.map((file) => [relative(ROOT, file), ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)]));

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** All string literals in a type, e.g. the members of a union. */
function literalsOf(file: string, type: string): string[] {
  const found: string[] = [];
  walk(parsed.get(file)!, (node) => {
    if (!ts.isTypeAliasDeclaration(node) || node.name.text !== type) return;
    walk(node.type, (part) => {
      if (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)) found.push(part.literal.text);
    });
  });
  if (found.length === 0) throw new Error(`${type} is no longer in ${file}`);
  return [...new Set(found)];
}

const dashed = (name: string): string => name.toLowerCase().replaceAll(/[._]/g, '-');
const each = (prefix: string, names: readonly string[]): string[] => names.map((name) => `${prefix}-${dashed(name)}`);

const channels = each('channel', literalsOf('src/events/records.ts', 'Channel'));
const roles = literalsOf('src/kernel/directory.ts', 'Role');
const commands = createFeatures({ languages, documents: {} as never, ids: {} as never, startedAt: instant(0) }).features.flatMap((feature) => feature.commands);
const commandKeys = each('command', commands.map(({ name }) => name));
const PASSED_ON: readonly string[] = [];

/** Every place that makes a key instead of naming it, with the keys it can make. */
const DYNAMIC: Readonly<Record<string, readonly string[] | (() => readonly string[])>> = {
  'src/kernel/turn.ts: key': PASSED_ON,
  'src/events/cards.ts: key': PASSED_ON, // words(…)
  'src/events/change.ts: key': PASSED_ON, // tellRooms(…)
  'src/events/replies.ts: key': PASSED_ON, // callList(…)
  'adapters/console/rehearsal.ts: key': PASSED_ON,
  'src/office/change-commands.ts: key': PASSED_ON, // sureParam(…)
  'src/office/log.ts: `${prefix}-${String(code).toLowerCase()}`': PASSED_ON, // channel-, list-, role-: each is named where it is made
  'src/events/bring-card.ts: `bring-kind-${slot.kind.toLowerCase()}`': each('bring-kind', ['DISH', 'MUSIC', 'HELP']),
  'src/reminders/personal-data.ts: `choices-${kind.toLowerCase()}`': each('choices', literalsOf('src/reminders/records.ts', 'ReminderKind')),
  "src/reminders/personal-data.ts: `data-${about === 'THANKS' ? 'thanks' : 'reminder'}-${end}`": ['data-reminder-sent', 'data-reminder-ahead', 'data-thanks-sent', 'data-thanks-ahead'],
  'src/reminders/lead-times.ts: `lead-to-${to.toLowerCase()}`': each('lead-to', ['ATTENDING', 'MAYBE', 'UNANSWERED']),
  'src/reminders/commands.ts: `choices-${kind.toLowerCase()}`': each('choices', literalsOf('src/reminders/records.ts', 'ReminderKind')),
  'src/reminders/commands.ts: `action-${kind.toLowerCase()}-${isOff ? \'on\' : \'off\'}`': each('action', literalsOf('src/reminders/records.ts', 'ReminderKind').flatMap((kind) => [`${kind}-on`, `${kind}-off`])),
  'src/office/alerts.ts: `channel-${platform}`': each('channel', literalsOf('src/kernel/update.ts', 'Platform')),
  'src/links/params.ts: `channel-${channel.toLowerCase()}`': channels,
  'src/links/commands.ts: `channel-${turn.actor.platform}`': each('channel', literalsOf('src/kernel/update.ts', 'Platform')),
  'src/people/own-data.ts: `channel-${platform}`': each('channel', literalsOf('src/kernel/update.ts', 'Platform')),
  'adapters/console/rehearsal.ts: line.key': () => problemsOfScript(),
  'src/kernel/bot.ts: `command-${command.name}`.replaceAll(\'_\', \'-\')': commandKeys,
  'src/people/commands.ts: `command-${each.name.replaceAll(\'_\', \'-\')}`': commandKeys,
  'src/office/board.ts: `channel-${channel.toLowerCase()}`': channels,
  'src/office/enter.ts: `channel-${channel.toLowerCase()}`': channels,
  'src/office/params.ts: `channel-${channel.toLowerCase()}`': channels,
  'src/office/params.ts: `channel-${each.channel.toLowerCase()}`': channels,
  'src/office/list.ts: `channel-${reply.channel.toLowerCase()}`': channels,
  'src/office/list.ts: `channel-${each.channel.toLowerCase()}`': channels,
  'src/office/same-person.ts: `channel-${(each.rsvp?.channel ?? \'PHONE\').toLowerCase()}`': channels,
  'src/office/list.ts: key': [...each('list', literalsOf('src/events/records.ts', 'Answer')), 'list-waiting'],
  'src/office/list.ts: `list-column-${column}`': () => each('list-column', columnsOfList()),
  'src/office/board.ts: key': () => each('missing', literalsOf('src/process/facts.ts', 'MissingFact')),
  'src/office/board.ts: `sector-${fact.sector.toLowerCase()}`': each('sector', SECTORS),
  'src/office/log.ts: `audit-${entry.act.replaceAll(\'.\', \'-\')}`': () => each('audit', acts),
  'src/office/staff.ts: `office-welcome-${invitation.role.toLowerCase()}`': each('office-welcome', roles),
  'src/office/staff.ts: `office-welcome-${turn.actor.role.toLowerCase()}`': each('office-welcome', roles),
  'src/office/staff.ts: `role-${role.toLowerCase()}`': each('role', roles),
  'src/kernel/when-sentence.ts: `when-${found.kind.toLowerCase().replaceAll(\'_\', \'-\')}`': each('when', literalsOf('src/kernel/when.ts', 'WhenProblem')),
  'src/polls/group-card.ts: key': PASSED_ON, // words(…)
  'src/polls/words.ts: `poll-tie-${tieRule.toLowerCase().replaceAll(\'_\', \'-\')}`': each('poll-tie', literalsOf('src/polls/records.ts', 'TieRule')),
  'src/polls/words.ts: `sector-${obstacle.sector.toLowerCase()}`': each('sector', SECTORS),
  'src/polls/desk-settings.ts: `sector-${sector.toLowerCase()}`': each('sector', SECTORS),
  'src/polls/desk-settings.ts: `action-${rule.toLowerCase().replaceAll(\'_\', \'-\')}`': each('action', literalsOf('src/polls/records.ts', 'TieRule')),
  'src/polls/grid-card.ts: answerKey(answer)': each('poll-answer', literalsOf('src/polls/records.ts', 'DateAnswer')),
  'src/polls/grid-card.ts: answerKey(vote.answer)': PASSED_ON, // poll-answer-…
  'src/polls/personal-data.ts: answerKey(answer)': PASSED_ON,
  'src/polls/picture.ts: answerKey(cell)': PASSED_ON,
  'src/polls/sheet.ts: answerKey(answer)': PASSED_ON,
  'src/polls/sheet.ts: answerKey(vote.answer)': PASSED_ON,
  'src/polls/warnings.ts: `holiday-${dashed(holiday)}`': () => each('holiday', namesOfHolidays()),
  'src/polls/warnings.ts: `school-${dashed(school)}`': each('school', literalsOf('src/polls/school-holidays.ts', 'SchoolHoliday')),
  'src/polls/warnings.ts: `feast-${dashed(name)}`': each('feast', literalsOf('src/polls/feast-days.ts', 'FeastName')),
  'src/decisions/group-card.ts: key': PASSED_ON, // words(…)
  'src/decisions/words.ts: `decision-method-${dashed(method)}`': each('decision-method', literalsOf('src/decisions/records.ts', 'Method')),
  'src/decisions/words.ts: `decision-majority-${dashed(decision.majority)}`': each('decision-majority', literalsOf('src/decisions/records.ts', 'Majority')),
  'src/decisions/words.ts: `decision-tie-${dashed(decision.tieRule)}`': each('decision-tie', literalsOf('src/decisions/records.ts', 'DecisionTieRule')),
  'src/decisions/words.ts: `decision-figure-${dashed(method)}`': each('decision-figure', literalsOf('src/decisions/records.ts', 'Method')),
  'src/decisions/words.ts: `decision-outcome-${dashed(verdict.by)}`': each('decision-outcome', ['VOTES', 'LOT', 'LEADER']),
  'src/decisions/desk-settings.ts: `decision-ask-${page}`': each('decision-ask', ['method', 'majority', 'tie', 'quorum', 'closing']),
  'src/decisions/desk-settings.ts: `action-decision-${dashed(method)}`': each('action-decision', literalsOf('src/decisions/records.ts', 'Method')),
  'src/decisions/desk-settings.ts: `action-decision-${dashed(majority)}`': each('action-decision', literalsOf('src/decisions/records.ts', 'Majority')),
  'src/decisions/desk-settings.ts: `action-decision-${dashed(tie)}`': each('action-decision', literalsOf('src/decisions/records.ts', 'DecisionTieRule')),
  'src/groups/params.ts: none': PASSED_ON, // groupOf(…)
  'src/groups/params.ts: question': PASSED_ON, // memberParam(…)
  'src/groups/meeting-command.ts: ANSWER_WORDS[answer]': PASSED_ON, // action-yes, action-maybe, action-no
  'src/groups/group-card.ts: key': PASSED_ON, // words(…)
  'src/groups/group-card.ts: ownKey(own)': each('group-own', ['none', 'asked', 'leader', 'deputy', 'member']),
  'src/groups/ag-command.ts: ownKey(own)': PASSED_ON, // group-own-…
  'src/groups/personal-data.ts: ownKey(membership)': PASSED_ON,
  'src/groups/roster-list.ts: `group-role-${role.toLowerCase()}`': each('group-role', ['LEADER', 'DEPUTY']),
  'src/groups/roster-list.ts: `sector-${sector.toLowerCase()}`': each('sector', SECTORS),
  'src/groups/roster-list.ts: `channel-${channel.toLowerCase()}`': channels,
  'src/groups/ag-params.ts: `sector-${sector.toLowerCase()}`': each('sector', SECTORS),
  'src/groups/ag-command.ts: `sector-${sector.toLowerCase()}`': each('sector', SECTORS),
  'src/process/phases.ts: `season-${each.season.toLowerCase()}`': each('season', literalsOf('src/process/phase-date.ts', 'Season')),
  'src/process/phases.ts: `phase-${state}`': each('phase', ['ahead', 'now', 'done']),
};

/** A line of the rehearsal that was not understood names its text itself. */
function problemsOfScript(): string[] {
  const found: string[] = [];
  walk(parsed.get('adapters/console/script.ts')!, (node) => {
    if (ts.isStringLiteral(node) && node.text.startsWith('console-')) found.push(node.text);
  });
  return found;
}

function namesOfHolidays(): string[] {
  return [...parsed.get('src/kernel/holidays.ts')!.text.matchAll(/name: '([A-Z_0-9]+)'/g)].map(([, name]) => name!);
}

function columnsOfList(): string[] {
  const [, list] = /\[([^\]]+)\]\.map\(\(column\)/.exec(parsed.get('src/office/list.ts')!.text) ?? [];
  return [...(list ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name!);
}

const asked = askedFor();

function askedFor(): { readonly keys: ReadonlySet<string>; readonly unknown: readonly string[]; readonly unused: readonly string[] } {
  const found = new Set<string>();
  const made = new Set<string>();
  const take = (file: string, argument: ts.Expression): void => {
    if (ts.isStringLiteralLike(argument)) found.add(argument.text);
    else if (ts.isParenthesizedExpression(argument)) take(file, argument.expression);
    else if (ts.isConditionalExpression(argument)) [argument.whenTrue, argument.whenFalse].forEach((branch) => take(file, branch));
    else made.add(`${file}: ${argument.getText()}`);
  };
  for (const [file, source] of parsed) {
    if (file.startsWith('src/process/file-')) continue; // the process file's schema has other `words`
    walk(source, (node) => {
      if (!ts.isCallExpression(node)) return;
      const { expression } = node;
      const name = ts.isIdentifier(expression) ? expression.text : ts.isPropertyAccessExpression(expression) ? expression.name.text : '';
      const argument = Object.hasOwn(CARRIERS, name) ? node.arguments[CARRIERS[name]!] : undefined;
      if (argument !== undefined) take(file, argument);
      const act = name === 'record' && node.arguments[0]?.getText() === 'turn' ? node.arguments[1] : undefined;
      if (act === undefined) return;
      if (ts.isStringLiteral(act)) acts.push(act.text);
      else made.add(`${file}: record(${act.getText()})`);
    });
  }
  for (const [place, of] of Object.entries(DYNAMIC)) if (made.has(place)) for (const key of typeof of === 'function' ? of() : of) found.add(key);
  return { keys: found, unknown: [...made].filter((place) => !Object.hasOwn(DYNAMIC, place)), unused: Object.keys(DYNAMIC).filter((place) => !made.has(place)) };
}

// ---- Samples: long, but nothing that would not occur

const EVENT = 'Zusammenleben in Mössingen';
const CONTACT = 'Integrationsbeauftragte/r, Telefon 07473 370-0000, integrationskonzept@stadt-moessingen.de';
const SAMPLES: TextArgs = {
  about: 'yes', more: 'yes',
  act: 'Rückmeldung eingetragen', actor: human('Amira Kaya'), subject: human('Frau K.'), details: 'Telefon, 4',
  fewer: 1, larger: 12, other: human('Frau K.'),
  adults: 11, asked: 11, capacity: 120, children: 11, count: 11, free: 11, kept: 11, left: 11, persons: 12, place: 143, places: 12, replies: 11, toCall: 11, told: 11, unreachable: 11, most: 20,
  actual: 'Donnerstag', given: 'Mittwoch', date: 'Donnerstag, 22. November 2018', time: '14:00', start: '14:00', end: '18:30', when: 'Samstag, 24. November 2018, 14:00–18:30 Uhr',
  body: 'Gemeinderat', vote: 'einstimmig', channel: 'Telefon', code: 'ABCD-EFGH', command: 'veranstaltung', contact: CONTACT, email: 'integration@moessingen.de', event: EVENT, from: 'Herbst 2018', until: 'Herbst 2019',
  id: 'k3v9-x2', language: 'Deutsch (einfach)', languages: 'Deutsch, Deutsch (einfach), English', list: 'Telegram 5 · Telefon 4', messenger: 'telegram', name: human('محمد الأحمد'), names: 'auftakt, werkstatt-1',
  officer: 'Dr. Öz, datenschutz@example.org', operator: 'Stadt Mössingen, Freiherr-vom-Stein-Straße 20, 72116 Mössingen', phone: '07473 370-0', reason: 'Der Saal ist gesperrt', role: 'Vertretung', step: 'Arbeit im Steuerungskreis und in den Arbeitsgruppen: 24.11.2018 bis Herbst 2019',
  key: 'EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d', account: '@ina:example.org', emojis: '🐶 Hund · 🔑 Schlüssel',
  days: 3, hours: 5, kind: 'Rückmeldefrist',
  group: 'AG Wohnen', number: 2, range: '3–4', rule: 'jeden Monat am 1. Dienstag', weekday: 'Dienstag',
  title: human('Zweites Treffen'), yes: 12, maybe: 11, no: 11, have: 11, need: 12, sector: 'Einrichtungen', members: 12, people: 11, slots: 12, page: 12, words: human('ab 19:30 Uhr'), day: 'Do., 22.11.', sentence: 'Diesen Tag gibt es nicht.',
  share: 75,
  answer: 'Zusage 4, nach Frist', what: 'Auftakt', year: '2018',
};
const NUMBERS = [0, 1, 2, 11, 1_200];

const argsOf = (key: string, more: TextArgs = {}): TextArgs => Object.fromEntries((german.get(key)?.variables ?? []).map((name) => [name, more[name] ?? SAMPLES[name]!]));
const visible = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');
const graphemes = (text: string): number => [...new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text)].length;
const inEach = <T>(items: readonly T[]): [string, T][] => tags.flatMap((tag) => items.map((item): [string, T] => [tag, item]));

/** A text with every amount that decides between its variants. */
function variants(tag: string, key: string, more: TextArgs = {}): string[] {
  const chosen = german.get(key)!.variables.filter((name) => typeof SAMPLES[name] === 'number');
  const language = languages.of(tag);
  return [language.t(key, argsOf(key, more)), ...chosen.flatMap((name) => NUMBERS.map((number) => language.t(key, { ...argsOf(key, more), [name]: number })))];
}

// ---- What must hold

describe('keys', () => {
  it('every key that the code makes is in the table above, and the table names nothing else', () => {
    expect(asked.unknown).toEqual([]);
    expect(asked.unused).toEqual([]);
  });

  it('the code asks for what German has, and for nothing else', () => {
    expect([...asked.keys].sort()).toEqual(keys);
  });

  it.each(tags)('%s has exactly the texts of German', (tag) => {
    expect([...texts.get(tag)!.keys()].sort()).toEqual(keys);
  });

  it.each(tags)('%s uses the variables of German', (tag) => {
    for (const key of keys) expect({ key, variables: texts.get(tag)!.get(key)?.variables }).toEqual({ key, variables: german.get(key)!.variables });
  });
});

describe('every text', () => {
  it.each(inEach(keys))('%s: %s can be shown', (tag, key) => {
    for (const name of german.get(key)!.variables) expect(Object.keys(SAMPLES)).toContain(name);
    for (const selector of texts.get(tag)!.get(key)!.selectors) expect(['number', 'string']).toContain(typeof SAMPLES[selector]);
    for (const text of [...variants(tag, key), languages.of(tag).t(key, { ...argsOf(key), about: 'no', more: 'no' })]) {
      expect(text.trim()).toBe(text);
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/[{}]|undefined|NaN| $|\S {2,3}\S/m);
    }
  });

  it.each(tags)('%s shouts at nobody', (tag) => {
    for (const [key, { raw }] of texts.get(tag)!) expect({ key, raw }).toEqual({ key, raw: raw.replaceAll(/[!¡]/g, '') });
  });

  it.each(['de', 'de-easy'])('%s says "Sie"', (tag) => {
    for (const [key, { raw }] of texts.get(tag)!) expect({ key, found: /(?<![\p{L}$])(?:du|dich|dir|dein\p{L}*|euch|euer|eure\p{L}*)(?!\p{L})/iu.exec(raw)?.[0] }).toEqual({ key, found: undefined });
  });

  it('English speaks of residents', () => {
    const found = [...texts.get('en')!].filter(([, { raw }]) => /citizen/i.test(raw)).map(([key]) => key);
    expect(found).toEqual(['sector-citizens']);
  });

  it.each(tags)('%s names only commands that there are, in the words of its readers', (tag) => {
    const typed = new Set(commands.flatMap(({ name, aliases }) => (tag === 'en' ? (aliases.length === 0 ? [name] : aliases) : [name])));
    for (const [key, { raw }] of texts.get(tag)!) {
      if (key === 'welcome-languages') continue; // in two languages
      for (const [, name] of raw.matchAll(/(?<![\p{L}\p{N}/-])\/([a-z_]{2,})/gu)) expect({ key, name, known: typed.has(name!) }).toEqual({ key, name, known: true });
    }
  });

  it('plain German puts at most 13 words into a sentence', () => {
    const aside = /^(?:console-|missing-|profile-|audit-|count-|list-|language|own-|same-entry|office-call-entry|log-entry|board-)/;
    for (const key of keys.filter((each) => !aside.test(each))) {
      const text = visible(languages.of('de-easy').t(key, argsOf(key, { event: 'Auftakt', contact: 'Amt', when: 'Samstag', date: '15.11.', name: 'Amt', names: 'Amt', languages: 'Deutsch', operator: 'Stadt', officer: 'Stadt', reason: 'Regen', sentence: 'Danke' })));
      for (const sentence of text.split(/[.?:]\s|\n|·/)) expect({ key, sentence, short: sentence.trim().split(/\s+/).length <= 13 }).toEqual({ key, sentence, short: true });
    }
  });
});

describe('lengths', () => {
  const labels = [...keys.filter((key) => /^(?:action-|sure-)/.test(key)), 'forget-yes', 'forget-no', 'enter-change', 'enter-another', 'bring-no-words', 'channel-phone', 'channel-email', 'channel-desk', 'channel-paper', 'language-name'];
  it.each(inEach(labels))('%s: the button %s has at most 24 graphemes', (tag, key) => {
    const what = tag === 'en' ? 'Music' : 'Linsensuppe';
    for (const channel of ['phone', 'email', 'desk', 'paper']) {
      const args = argsOf(key, { what, channel: languages.of(tag).t(`channel-${channel}`) });
      for (const persons of [1, 2, 20]) expect(graphemes(visible(languages.of(tag).t(key, 'persons' in args ? { ...args, persons } : args)))).toBeLessThanOrEqual(24);
    }
  });

  it('buttons of a card in two languages have at most 24 graphemes', () => {
    for (const key of ['yes', 'maybe', 'no', 'plus', 'minus', 'calendar', 'details', 'vote', 'vote-private'].map((name) => `action-${name}`)) {
      for (const one of languages.all) {
        for (const other of languages.all) {
          const label = [...new Set([one.t(key), other.t(key)])].join(' / ');
          expect({ label, graphemes: Math.max(24, graphemes(label)) }).toEqual({ label, graphemes: 24 });
        }
      }
    }
  });

  /** Telegram's limit for the answer to a press. */
  const TOAST = 200;
  const toasts = [
    ...keys.filter((key) => /^(?:reply|refused|press|minus|calendar|details|choice|offer-settled|offer-waiting|same-merged|same-apart|bring-asked|bring-given-back|bring-noted|bring-taken|decision-(?:refused|noted|voted-self|open-private|ballot-sent|no-reactions|opened|closed|discarded|rules-fixed|no-substitutes|enter-ballot|counting)-?|poll-(?:refused|noted|page|grid|open|opened|draft|rule|rules|discarded|reopened|fixed|enter)-?|desk-page|desk-closed)/.test(key)),
    // What a dialog ends with, when its last question was answered by a button.
    // What buttons of groups and meetings answer.
    ...keys.filter((key) => /^(?:group-(?:joined|asked|left|not-in|closed|leaders-only|no-leader|members-only|roster-sent|roster-members-only|roster-private)|joining-(?:accepted|declined)|agenda-arranged|attendance-noted|minutes-(?:sent|follow)|task-(?:finished|not-yours))/.test(key)),
    'not-a-person', 'command-not-allowed', 'hidden-admin', 'forget-done', 'forget-kept', 'language-set', 'languages-set', 'moved-done', 'cancelled-done', 'change-kept', 'data-none', 'dialog-none', 'link-parted-card', 'link-part-younger-first',
  ];
  const mark = `${[...new Set(languages.all.map((language) => language.t('rehearsal-mark')))].join(' · ')}: `;
  const long = { contact: CONTACT, date: '15.11.2018', what: 'x'.repeat(60) };
  it('the samples are as long as it gets', () => expect(CONTACT).toHaveLength(90));
  it.each(inEach(toasts))('%s: %s fits into a toast, also in a rehearsal', (tag, key) => {
    for (const text of variants(tag, key, long)) expect({ text, length: Math.max(TOAST, mark.length + text.length) }).toEqual({ text, length: TOAST });
    if (/^(?:reply|refused|press|minus|calendar|details)-/.test(key)) expect(languages.of(tag).t(key, argsOf(key, long)).split('\n').length).toBeLessThanOrEqual(2);
  });

  it.each(tags)('%s: sentences that come together fit into a toast together', (tag) => {
    const language = languages.of(tag);
    for (const state of ['reply-attending', 'reply-maybe', 'reply-declined', 'reply-waiting', 'reply-waiting-fewer']) {
      const pairs = [`${language.t('reply-unchanged')} ${language.t(state, argsOf(state))}`, `${language.t(state, argsOf(state))} ${language.t('reply-late')}`];
      for (const text of pairs) expect({ text, length: Math.max(TOAST, text.length) }).toEqual({ text, length: TOAST });
    }
  });

  it.each(tags)('%s: the profile is as long as messengers allow', (tag) => {
    expect(languages.of(tag).t('profile-description').length).toBeLessThanOrEqual(512);
    expect(languages.of(tag).t('profile-short').length).toBeLessThanOrEqual(120);
  });

  it.each(tags)('%s: a line in the menu of commands has at most 256 characters', (tag) => {
    for (const key of commandKeys) expect(languages.of(tag).t(key).length).toBeLessThanOrEqual(256);
  });
});
