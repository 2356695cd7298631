import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseProcessFile, type ProcessFile } from '../../../src/process/file.ts';
import { differences } from '../../../src/process/import.ts';

const TEXT = readFileSync('process/moessingen.yaml', 'utf8');

function read(text: string): ProcessFile {
  const result = parseProcessFile(text, 'process.yaml');
  if (!result.ok) throw new Error(result.problems.map(({ sentence }) => sentence).join('\n'));
  return result.process;
}

it('names what changed by its place in the file, not the whole list it stands in', () => {
  const changed = read(TEXT.replace('  - key: vortag\n    when: { daysBefore: 1, time: 18:00 }', '  - key: vortag\n    when: { daysBefore: 1, time: 17:00 }'));
  expect(differences(read(TEXT), changed)).toEqual(['reminders.vortag.when.time: "18:00" → "17:00"']);
  expect(differences(read(TEXT), read(TEXT))).toEqual([]);
});

it('says of an event’s date that it stays, and who changes it', () => {
  const changed = read(TEXT.replace('date: 2018-11-24', 'date: 2018-12-01'));
  expect(differences(read(TEXT), changed)).toEqual(['events.auftakt.date: "2018-11-24" → "2018-12-01" (stays as it is: for an event that is known the office changes this in the chat, with /verschieben or /veranstaltung)']);
});
