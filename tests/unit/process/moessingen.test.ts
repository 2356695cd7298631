import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { privacyOperatorComplete } from '../../../src/process/facts.ts';
import { parseProcessFile, type ProcessFile } from '../../../src/process/file.ts';
import { eventInstants } from '../../../src/process/instants.ts';

const yaml = readFileSync(new URL('../../../process/moessingen.yaml', import.meta.url), 'utf8');
const announcement = readFileSync(new URL('announcement.de.txt', import.meta.url), 'utf8');

const result = parseProcessFile(yaml, 'process/moessingen.yaml');
if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join('\n'));
const file: ProcessFile = result.process;
const [kickOff] = file.events;
if (kickOff === undefined) throw new Error('no kick-off');

/** Every text of the file that is written per language, with its path. */
function texts(value: unknown, path = ''): { path: string; text: Record<string, string> }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('de' in value) return [{ path, text: value as Record<string, string> }];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const smooth = (text: string) => text.replace(/\s+/gu, ' ').replace(/ ([.,])/gu, '$1').trim();

test('every sentence of the announcement is in the file, word for word', () => {
  const all = texts(file).map(({ text }) => smooth(text['de'] ?? '')).join('\n');
  // These three lines became date, time, place and the list of questions; the next test looks at them.
  const structured = ['am Samstag, 24. November 2018, 14:00 bis 18:30Uhr', 'im Bürgersaal des Rathauses Mössingen', 'Einige Leitfragen sind:'];
  const sentences = announcement
    .split('\n')
    .flatMap((line) => smooth(line.replace('•', '')).split(/(?<=[a-zäöü“][.?]) (?=[A-Z])/u))
    .filter((sentence) => sentence !== '' && !structured.includes(sentence));
  expect(sentences.length).toBeGreaterThan(18);
  for (const sentence of sentences) expect(all).toContain(sentence);
});

test('the facts of the announcement', () => {
  expect(kickOff).toMatchObject({
    kind: 'KICKOFF', weekday: 'Samstag', date: '2018-11-24', start: '14:00', end: '18:30',
    place: { de: 'Bürgersaal des Rathauses Mössingen' },
    replyDeadline: { date: '2018-11-15', time: '23:59:59', mode: 'SOFT', confirmed: false },
    capacity: null, offerHours: 24,
  });
  expect(file.mandate?.resolution).toMatchObject({ kind: 'START', date: '2018-06-25', vote: { de: 'einstimmig' } });
  expect(file.process).toMatchObject({ zone: 'Europe/Berlin', contact: { phone: null, email: 'integration@moessingen.de' } });
  expect(file.funding?.name).toEqual({ de: 'Integration durch Bürgerschaftliches Engagement und Zivilgesellschaft' });
  expect(file.phases.at(0)?.from).toEqual({ kind: 'SEASON', season: 'AUTUMN', year: 2018 });
  expect(file.guidingQuestions).toHaveLength(4);
  expect(file.steeringGroup).toMatchObject({ sectors: { CITIZENS: { min: 6, max: 8 } }, meetings: { min: 3, max: 4 } });
  expect(kickOff.bringList?.slots.map(({ kind, places }) => [kind, places])).toEqual([['DISH', 'unlimited'], ['MUSIC', 'unlimited']]);
  // Published by the town after the announcement: four fields of action, and a group for each.
  expect(file.fieldsOfAction.map(({ title }) => title.de)).toEqual(['Bildung und Betreuung', 'Wohnen', 'Arbeit und Beschäftigung', 'Orte der Begegnung']);
  expect(file.workingGroups.map(({ fieldOfAction }) => fieldOfAction)).toEqual(file.fieldsOfAction.map(({ key }) => key));
  expect(file.quietHours).toEqual({ from: '20:00', until: '08:00', sundays: false, holidays: false });
  expect(file.holidays.region).toBe('BW');
});

test('its times as instants', () => {
  expect(eventInstants(kickOff, file.process.zone)).toEqual({
    start: Date.parse('2018-11-24T13:00:00Z'),
    end: Date.parse('2018-11-24T17:30:00Z'),
    deadline: Date.parse('2018-11-15T22:59:59Z'),
  });
});

test('what the announcement does not say is missing, and the office is told', () => {
  expect(result.missing).toEqual([
    { key: 'contact.name' },
    { key: 'contact.phone' },
    { key: 'privacy.operator.name' },
    { key: 'privacy.operator.address' },
    { key: 'privacy.operator.email' },
    { key: 'privacy.dataProtectionOfficer.contact' },
    { key: 'phase.until', phase: 'konzept' },
    { key: 'event.capacity', event: 'auftakt' },
    { key: 'event.deadline.unconfirmed', event: 'auftakt' },
    { key: 'steeringGroup.seats', sector: 'ADMINISTRATION' },
    { key: 'steeringGroup.seats', sector: 'POLITICS' },
    { key: 'steeringGroup.seats', sector: 'INSTITUTIONS' },
  ]);
  expect(privacyOperatorComplete(file)).toBe(false);
});

test('every text but the programme’s name is in plain German and English too, and nothing shouts', () => {
  for (const { path, text } of texts(file)) {
    if (path !== '.funding.name') expect(Object.keys(text), path).toEqual(['de', 'de-easy', 'en']);
    for (const words of Object.values(text)) expect(words, path).not.toMatch(/!/u);
  }
});

test('plain German: short sentences, one thought a line', () => {
  for (const { path, text } of texts(file)) {
    for (const line of (text['de-easy'] ?? '').split('\n')) {
      expect(line.split(' ').length, `${path}: ${line}`).toBeLessThanOrEqual(12);
      expect(line, path).not.toMatch(/, (dass|weil|wenn|die|der|das|welche|damit|obwohl) /u);
    }
  }
});

test('survives being stored as JSON', () => expect(JSON.parse(JSON.stringify(file))).toEqual(file));
