import { expect, test } from 'vitest';
import { readWhenAndWhere } from '../../../src/groups/when-and-where.ts';

const CONTEXT = { zone: 'Europe/Berlin', today: '2019-05-01' };
const read = (text: string) => {
  const result = readWhenAndWhere(text, CONTEXT);
  if (!result.ok) return result.error.kind;
  const { when, where } = result.value;
  return [new Date(when.start).toISOString(), when.end === null ? null : new Date(when.end).toISOString(), where];
};

test.each([
  ['Di 14.5. 19-21 Rathaus', ['2019-05-14T17:00:00.000Z', '2019-05-14T19:00:00.000Z', 'Rathaus']],
  ['Di 14.5. 19–21 Uhr, Rathaus, Raum 12', ['2019-05-14T17:00:00.000Z', '2019-05-14T19:00:00.000Z', 'Rathaus, Raum 12']],
  ['14.5.2019 19 Uhr bis 21 Uhr Freiherr-vom-Stein-Straße 20', ['2019-05-14T17:00:00.000Z', '2019-05-14T19:00:00.000Z', 'Freiherr-vom-Stein-Straße 20']],
  ['Dienstag, 14. Mai 19 Uhr', ['2019-05-14T17:00:00.000Z', null, '']],
  ['morgen 18:30 Café', ['2019-05-02T16:30:00.000Z', null, 'Café']],
  ['14 May 7-9 pm library', ['2019-05-14T17:00:00.000Z', '2019-05-14T19:00:00.000Z', 'library']],
])('%s', (text, expected) => expect(read(text)).toEqual(expected));

test.each([['am 31.2. 19-21', 'NO_SUCH_DATE'], ['Mo 14.5. 19-21 Rathaus', 'WEEKDAY_MISMATCH'], ['Rathaus', 'NO_DATE'], ['14.5. Rathaus', 'NO_TIME'], ['14.5. 21-19', 'END_BEFORE_START'], ['', 'NO_DATE']])('%s is a problem', (text, kind) => expect(read(text)).toBe(kind));
