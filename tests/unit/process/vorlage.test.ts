import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { privacyOperatorComplete } from '../../../src/process/facts.ts';
import { parseProcessFile } from '../../../src/process/file.ts';

const name = 'process/vorlage.yaml';
const template = readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

/** Where a value (not a comment) still says so. */
const placeholders = template.split('\n').flatMap((line, i) => {
  const column = /^[^#]*: (?=ausfüllen)/u.exec(line)?.[0].length;
  return column === undefined ? [] : [`${name}:${i + 1}:${column + 1}`];
});

const FILLED: Readonly<Record<string, string>> = {
  key: 'musterstadt', title: 'Zusammenleben', purpose: 'Ein Konzept', office: 'Beauftragte/r',
  weekday: 'Samstag', date: '2027-03-20', start: '14:00', end: '18:00',
};
const filled = template
  .replace(/replyDeadline:\n +date: ausfüllen/u, (text) => text.replace('ausfüllen', '2027-03-10'))
  .replace(/^([^#\n]*?(\w+): )ausfüllen/gmu, (_, before: string, key: string) => before + (FILLED[key] ?? 'ausfüllen'));

test('the template is refused exactly where it says "ausfüllen"', () => {
  const result = parseProcessFile(template, name);
  if (result.ok) throw new Error('not refused');
  expect(result.problems.map(({ sentence }) => sentence.split(' ')[0])).toEqual(placeholders);
  for (const { sentence } of result.problems) expect(sentence).toMatch(/ is still to be filled in; write /u);
});

test('filled in, it is good, and tells the office what it may still add', () => {
  const result = parseProcessFile(filled, name);
  if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join('\n'));
  expect(result.missing).toContainEqual({ key: 'event.place', event: 'auftakt' });
  expect(result.missing).toContainEqual({ key: 'steeringGroup.seats', sector: 'CITIZENS' });
  expect(privacyOperatorComplete(result.process)).toBe(false);
});

test('every commented example can be taken as it stands', () => {
  const taken = filled
    .replace(/^(funding: null|guidingQuestions: \[\]|fieldsOfAction: \[\]|workingGroups: \[\])\n/gmu, '')
    .replace('#  name: Name', 'funding:\n  name: Name')
    .replace('#  - key: miteinander', 'guidingQuestions:\n  - key: miteinander')
    .replace('#  - key: wohnen', 'fieldsOfAction:\n  - key: wohnen')
    .replace('#  - key: ag-wohnen', 'workingGroups:\n  - key: ag-wohnen')
    .replace(/^# {2,4}((text|title|fieldOfAction): .*)$/gmu, (line, entry: string) => line.startsWith('#    ') ? `    ${entry}` : `  ${entry}`);
  const result = parseProcessFile(taken, name);
  expect(result).toMatchObject({
    ok: true,
    process: {
      funding: { name: { de: 'Name des Programms' } },
      guidingQuestions: [{ key: 'miteinander' }],
      workingGroups: [{ key: 'ag-wohnen', fieldOfAction: 'wohnen' }],
    },
  });
});
