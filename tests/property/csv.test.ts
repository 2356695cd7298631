/** Tables read back by a second parser (csv-parse): nothing lost, nothing that runs as a formula. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { csv } from '../../adapters/documents/csv.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 1_000;
vi.setConfig({ testTimeout: 7_200_000 });
const DANGEROUS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.constantFrom(...DANGEROUS, '"', ';', ',', "'", 'a', 'ü', ' ', '\r\n', '\uFEFF', '1'), { maxLength: 8 }).map((parts) => parts.join('')),
);
const cell = fc.oneof(text, fc.integer(), fc.double(), fc.constant(null));
const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    header: fc.array(text, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
  }),
);

/** The bytes a spreadsheet would get. */
function read(file: string): string[][] {
  return parse(Buffer.from(file, 'utf8'), { bom: true, delimiter: ';', record_delimiter: '\r\n' });
}

function expected(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return (DANGEROUS.includes(value.charAt(0)) ? "'" : '') + value.toWellFormed();
}

test('every cell comes back, texts with their apostrophe where they need one', () => {
  fc.assert(
    fc.property(table, ({ header, rows }) => {
      // The parser drops a line that is wholly empty; a single empty number or null column writes one.
      const written = [header, ...rows].map((row) => row.map(expected));
      const kept = [header, ...rows].map((row) => row.length > 1 || typeof row[0] === 'string' || expected(row[0] ?? null) !== '');
      const lines = read(csv(header, rows).text).filter((row, i) => row.length > 1 || row[0] !== '' || kept[i]);
      expect(lines).toEqual(written.filter((_, i) => kept[i]));
    }),
    { numRuns: RUNS },
  );
});

test('no text begins like a formula', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DANGEROUS), text, (start, rest) => {
      const [header, row] = read(csv([start + rest, 'n'], [[start + rest, -1]]).text);
      expect(header?.[0]?.charAt(0)).toBe("'");
      expect(row?.[0]).toBe(`'${(start + rest).toWellFormed()}`);
      expect(row?.[1]).toBe('-1');
    }),
    { numRuns: RUNS },
  );
});

test('a list as a German Excel wants it', () => {
  expect(csv(['Name', 'Personen'], [['Özlem "Ö." K.', 4], ['=1+1', null]])).toEqual({
    name: 'liste.csv',
    mime: 'text/csv; charset=utf-8; header=present',
    text: '\uFEFF"Name";"Personen"\r\n"Özlem ""Ö."" K.";4\r\n"\'=1+1";\r\n',
  });
  expect(csv([], [], 'rueckmeldungen.csv').name).toBe('rueckmeldungen.csv');
});
