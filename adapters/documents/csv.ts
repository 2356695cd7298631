import type { Documents } from '../../src/ports/documents.ts';

/**
 * What Excel, LibreOffice and Sheets take for the start of a formula (OWASP ASVS 5.0, 1.2.10), full-width twins and
 * line feed included.
 */
const FORMULA = /^[=+\-@\t\r\n\0＝＋－＠]/u;

/**
 * RFC 4180 as a German Excel opens it on a double click: byte order mark (else umlauts break), semicolons (the list
 * separator where the comma divides decimals), CRLF. Every text is quoted; a text that could run as a formula begins
 * with an apostrophe. Numbers stand bare with a decimal point, so lists should hold whole numbers; what is no finite
 * number is an empty cell.
 */
export const csv: Documents['csv'] = (header, rows, fileName = 'liste.csv') => ({
  name: fileName,
  mime: 'text/csv; charset=utf-8; header=present',
  text: `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`,
});

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = value.toWellFormed().replaceAll('"', '""');
  return `"${FORMULA.test(text) ? "'" : ''}${text}"`;
}
