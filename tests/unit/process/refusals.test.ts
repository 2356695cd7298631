import { describe, expect, test } from 'vitest';
import { parseProcessFile } from '../../../src/process/file.ts';
import { SMALL, smallWith } from './small.ts';

const sentences = (text: string): readonly string[] => {
  const result = parseProcessFile(text, 'p.yaml');
  if (result.ok) return [];
  for (const { line, column, sentence } of result.problems) expect(sentence).toMatch(`p.yaml:${line}:${column} `);
  return result.problems.map(({ sentence }) => sentence);
};

const TEXT = 'a text, or one text per language (de, de-easy, en, tr, ar, fa, uk, sq)';

/** [what is wrong, passage of SMALL, what stands there instead, the sentences it is refused with] */
const REFUSALS: readonly (readonly [string, string, string, ...string[]])[] = [
  // Syntax
  ['unclosed bracket', 'languages: [de, en]', 'languages: [de, en',
    'p.yaml:7:3 this is not readable YAML (Flow sequence in block collection must be sufficiently indented and end with a ]); indent entries of the same block by the same number of spaces.'],
  ['tab', '  key: klein', '\tkey: klein',
    'p.yaml:2:1 this line begins with a tab; indent with spaces only.'],
  ['colon in a text', 'purpose: Probe', 'purpose: Probe: Teil 1',
    'p.yaml:4:12 this is not readable YAML (Nested mappings are not allowed in compact mappings); put a text that contains ": " in double quotes, and write one key a line.'],
  ['second document', 'phases:', '---\nphases:',
    'p.yaml:15:1 a second document begins here; keep one process per file and remove this "---".'],
  ['unknown tag', 'purpose: Probe', 'purpose: !probe Teil',
    'p.yaml:4:12 this is not readable YAML (Unresolved tag: !probe); put the text in double quotes.'],
  ['alias', 'title: Kleiner Prozess\n  purpose: Probe', 'title: &t Kleiner Prozess\n  purpose: *t',
    'p.yaml:4:12 *t refers to another place in the file; write the value out here instead.'],
  ['the same key twice in a block', 'purpose: Probe', 'purpose: Probe\n  zone: Europe/Paris',
    'p.yaml:6:3 "zone" stands twice in this block; keep one of the two.'],

  // Shape
  ['unknown key, near', 'purpose: Probe', 'porpose: Probe',
    `p.yaml:1:1 process has no "purpose"; add it with ${TEXT}.`,
    'p.yaml:4:3 unknown key "porpose" in process; did you mean "purpose"? Rename or remove it.'],
  ['unknown key, far', 'meetings:', 'kaffee: 1\n  meetings:',
    'p.yaml:42:3 unknown key "kaffee" in steeringGroup; remove it or use one of key, title, joining, from, until, text, interest, sectors, meetings.'],
  ['unknown section', 'mandate: null', 'mandat: null', 'p.yaml:14:1 unknown key "mandat"; did you mean "mandate"? Rename or remove it.'],
  ['missing section', 'phases:\n  - { key: eins, title: Eins, from: Herbst 2018, until: 2018-12-31 }\n', '',
    'p.yaml:1:1 the file has no "phases"; add it with a list, each entry beginning with "- ", or [] for none.'],
  ['missing key in a list entry', '    start: 14:00\n', '',
    'p.yaml:18:5 events[0] has no "start"; add it with a time of day such as 14:00.'],
  ['empty value', 'title: Auftakt', 'title:', `p.yaml:21:11 events[0].title is empty; write ${TEXT}.`],
  ['list instead of a text', 'title: Auftakt', 'title: [Auftakt]', `p.yaml:21:12 events[0].title is a list; write ${TEXT}.`],
  ['text instead of a block', 'replyDeadline: { date: 2018-11-15, confirmed: false }', 'replyDeadline: 15.11.',
    'p.yaml:28:20 events[0].replyDeadline is "15.11."; write a block with one line each for date, time, mode, confirmed.'],
  ['empty list', '\n  - { key: wohnen, title: Wohnen }', '',
    'p.yaml:32:16 fieldsOfAction is empty; write a list, each entry beginning with "- ", or [] for none.'],
  ['unknown language of the process', '[de, en]', '[de, xx]',
    'p.yaml:6:19 process.languages[1] is "xx"; write one of de, de-easy, en, tr, ar, fa, uk, sq.'],
  ['no language', '[de, en]', '[]', 'p.yaml:6:14 process.languages is a list; write at least one language.'],
  ['language twice', '[de, en]', '[de, de]',
    'p.yaml:6:19 process.languages[1] repeats "de" of process.languages[0]; name each language once.'],
  ['unknown language of a text', 'en: Town hall', 'de-esay: Rathaus',
    'p.yaml:26:27 unknown language "de-esay" in events[0].place; did you mean "de-easy"? Rename or remove it.'],
  ['text lacks the first language', '{ de: Rathaus, en: Town hall }', '{ en: Town hall }',
    'p.yaml:26:12 events[0].place is a block; write a text that has de too, the first language of the process.'],
  ['unknown zone', 'Europe/Berlin', 'Europe/Moessingen',
    'p.yaml:5:9 process.zone is "Europe/Moessingen"; write a time zone of the IANA database such as Europe/Berlin.'],
  ['offset instead of a zone', 'Europe/Berlin', '"+01:00"',
    'p.yaml:5:9 process.zone is "+01:00"; write a time zone of the IANA database such as Europe/Berlin.'],
  ['date that does not exist', 'date: 2018-11-24', 'date: 2018-02-31',
    'p.yaml:23:11 events[0].date is "2018-02-31"; write a date that exists, year first, such as 2018-11-24.'],
  ['German date', 'date: 2018-11-24', 'date: 24.11.2018',
    'p.yaml:23:11 events[0].date is "24.11.2018"; write a date that exists, year first, such as 2018-11-24.'],
  ['season nobody knows', 'Herbst 2018', 'Erntezeit 2018',
    'p.yaml:16:37 phases[0].from is "Erntezeit 2018"; write a date such as 2018-11-24, or a season: Frühjahr, Sommer, Herbst or Winter with its year.'],
  ['time that does not exist', 'start: 14:00', 'start: 25:00', 'p.yaml:24:12 events[0].start is "25:00"; write a time of day such as 14:00.'],
  ['unknown kind', 'kind: KICKOFF', 'kind: PARTY',
    'p.yaml:19:11 events[0].kind is "PARTY"; write one of KICKOFF, WORKSHOP, PRESENTATION, MEETING.'],
  ['capacity of nobody', 'capacity: 80', 'capacity: 0',
    'p.yaml:27:15 events[0].capacity is 0; write a whole number of places, at least 1, or unlimited.'],
  ['capacity in words', 'capacity: 80', 'capacity: viele',
    'p.yaml:27:15 events[0].capacity is "viele"; write a whole number of places, at least 1, or unlimited.'],
  ['e-mail address', 'email: amt@example.org', 'email: amt(at)example.org',
    'p.yaml:10:12 process.contact.email is "amt(at)example.org"; write an e-mail address such as integration@example.org.'],
  ['key with an umlaut', 'key: klein', 'key: mössingen',
    'p.yaml:2:8 process.key is "mössingen"; write a key of small letters a–z, digits and single hyphens, such as ag-wohnen.'],
  ['reminder without its time', 'daysBefore: 1, time: 18:00', 'daysBefore: 1',
    'p.yaml:44:20 reminders[0].when has no "time"; add it with a time of day such as 14:00.'],
  ['placeholder', 'title: Auftakt', 'title: ausfüllen', `p.yaml:21:12 events[0].title is still to be filled in; write ${TEXT}.`],
  ['controls in a value', 'zone: Europe/Berlin', String.raw`zone: "\e[31m\u202Erot"`,
    String.raw`p.yaml:5:9 process.zone is "\u001b[31m�rot"; write a time zone of the IANA database such as Europe/Berlin.`],

  // Consistency
  ['wrong weekday', 'weekday: Samstag', 'weekday: Sonntag',
    'p.yaml:22:14 2018-11-24 is a Samstag, not a Sonntag; correct the weekday or the date.'],
  ['end before start', 'end: 18:30', 'end: 13:30',
    'p.yaml:25:10 the event ends at 13:30, not after its start at 14:00; correct "start" or "end".'],
  ['deadline after the start', 'date: 2018-11-15', 'date: 2018-11-24',
    'p.yaml:28:28 replies are due at 2018-11-24 23:59:59, after the event has begun; set an earlier deadline.'],
  ['phase that ends before it begins', 'until: 2018-12-31', 'until: 2018-08-31',
    'p.yaml:16:57 phases[0] ends before it begins; correct "from" or "until".'],
  ['two slots with one key', '- { key: kuchen, kind: DISH, title: Kuchen }',
    '- { key: kuchen, kind: DISH, title: Kuchen }\n        - { key: kuchen, kind: HELP, title: Hilfe }',
    'p.yaml:32:18 events[0].bringList.slots[1].key repeats "kuchen" of events[0].bringList.slots[0].key; give each entry a key of its own.'],
  ['two groups with one key', 'fieldOfAction: wohnen }', 'fieldOfAction: wohnen }\n  - { key: ag-wohnen, title: Zweite }',
    'p.yaml:36:12 workingGroups[1].key repeats "ag-wohnen" of workingGroups[0].key; give each entry a key of its own.'],
  ['unknown phase', 'phase: eins', 'phase: einz',
    'p.yaml:20:12 events[0].phase names "einz", which phases does not have; did you mean "eins"? Write the key of an entry in phases.'],
  ['unknown field of action', 'fieldOfAction: wohnen', 'fieldOfAction: arbeit',
    'p.yaml:35:56 workingGroups[0].fieldOfAction names "arbeit", which fieldsOfAction does not have; use the key of an entry in fieldsOfAction, or add one.'],
  ['unknown event', 'events: [auftakt]', 'events: [finale]',
    'p.yaml:44:84 reminders[0].events[0] names "finale", which events does not have; use the key of an entry in events, or add one.'],
  ['fewest above most seats', 'CITIZENS: { min: 6, max: 8 }', 'CITIZENS: { min: 9, max: 8 }',
    'p.yaml:38:22 steeringGroup.sectors.CITIZENS wants at least 9 but at most 8; swap or correct "min" and "max".'],
  ['fewest above most meetings', 'meetings: { min: 3, max: 4 }', 'meetings: { min: 5, max: 4 }',
    'p.yaml:42:20 steeringGroup.meetings wants at least 5 but at most 4; swap or correct "min" and "max".'],
  ['fewest above most meetings of a group', 'fieldOfAction: wohnen }', 'fieldOfAction: wohnen, meetings: { min: 3, max: 2 } }',
    'p.yaml:35:81 workingGroups[0].meetings wants at least 3 but at most 2; swap or correct "min" and "max".'],
  ['a group that ends before it begins', 'fieldOfAction: wohnen }', 'fieldOfAction: wohnen, from: 2019-05-01, until: 2019-04-30 }',
    'p.yaml:35:89 workingGroups[0] ends before it begins; correct "from" or "until".'],
  ['a working group with the steering group’s key', 'key: ag-wohnen', 'key: steuerungskreis',
    "p.yaml:35:12 workingGroups[0].key is also the steering group's; give each group a key of its own."],
  ['quiet holidays of no state', 'reminders:', 'quietHours: { holidays: true }\nreminders:',
    'p.yaml:43:25 quietHours wants public holidays to be quiet, but holidays.region names no state; write the state under holidays, such as region: BW, or say holidays: false here.'],

  // Names of our own
  ...['danke', 'amt', 'angebot'].map((key): [string, string, string, string] => [`a rule named ${key}`, 'key: vortag', `key: ${key}`,
    `p.yaml:44:12 reminders[0].key is "${key}", the name of a reminder every process has; give this rule another key.`]),
  ...['start-5h', 'deadline-2d-1800'].map((key): [string, string, string, string] => [`a rule named ${key}`, 'key: vortag', `key: ${key}`,
    `p.yaml:44:12 reminders[0].key is "${key}", a name kept for lead times the office sets in the chat; give this rule another key.`]),
];

describe('a bad process file is refused with place, fault and remedy', () => {
  test('and the file these are made from is good', () => expect(parseProcessFile(SMALL, 'p.yaml')).toMatchObject({ ok: true }));

  test.each(REFUSALS)('%s', (_, passage, replacement, ...expected) => {
    expect(sentences(smallWith(passage, replacement))).toEqual(expected);
  });

  test.each([['empty', ''], ['only a comment', '# nichts\n']])('%s', (_, text) => {
    expect(sentences(text)).toEqual(['p.yaml:1:1 the file is empty; begin with a copy of process/vorlage.yaml.']);
  });

  test('a text that is no block', () => {
    expect(sentences('Hallo')).toHaveLength(1);
    expect(sentences('Hallo')[0]).toMatch(/^p\.yaml:1:1 the file is "Hallo"; write a block with one line each for process, mandate,/u);
  });

  test.each(['['.repeat(100_000), '- '.repeat(50_000), '{a: '.repeat(20_000), '[[],'.repeat(20_000)])('nesting without end %#', (text) => {
    expect(sentences(text)).toEqual([
      'p.yaml:1:1 brackets or indentation nest too deep for a process file; begin with a copy of process/vorlage.yaml.',
    ]);
  });

  test('all problems at once, in the order of the file', () => {
    const text = smallWith('key: klein', 'key: KLEIN').replace('14:00', '2 Uhr').replace('max: 8', 'max: acht');
    expect(sentences(text).map((sentence) => sentence.split(' ')[0])).toEqual(['p.yaml:2:8', 'p.yaml:24:12', 'p.yaml:38:30']);
  });

  test('everything a block lacks', () => {
    const text = smallWith('  key: klein\n  title: Kleiner Prozess\n', '');
    expect(sentences(text)).toEqual([
      expect.stringMatching(/^p\.yaml:1:1 process has no "key"; add it with a key /u),
      expect.stringMatching(/^p\.yaml:1:1 process has no "title"; add it with a text,/u),
    ]);
  });

  test('lines of a file from Windows count the same', () => {
    expect(sentences(smallWith('end: 18:30', 'end: 13:30').replaceAll('\n', '\r\n'))[0]).toMatch(/^p\.yaml:25:10 /u);
  });
});
