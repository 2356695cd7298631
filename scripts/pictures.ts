/** Draws the sample pictures of the documentation anew: `npm run pictures`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pictures } from '../adapters/documents/picture.ts';
import type { Mark } from '../src/view/drawing.ts';
import { drawBars, drawDateGrid, type DateGrid } from '../src/view/picture.ts';

const FOLDER = fileURLToPath(new URL('../docs/bilder/', import.meta.url));
const MARKS: Readonly<Record<string, Mark>> = { y: 'YES', i: 'IF_NEEDED', n: 'NO', '-': 'NONE' };

/** "Lena: yyiy": one row; the totals are counted from all rows. */
function rowsAndTotals(lines: readonly string[]): { rows: DateGrid['rows']; totals: (column: number) => DateGrid['columns'][number]['totals'] } {
  const rows = lines.map((line) => {
    const [name = '', cells = ''] = line.split(': ');
    return { name, cells: cells.split('').map((cell) => MARKS[cell] ?? 'NONE') };
  });
  const count = (column: number, mark: Mark): number => rows.filter(({ cells }) => cells[column] === mark).length;
  return { rows, totals: (column) => ({ YES: count(column, 'YES'), IF_NEEDED: count(column, 'IF_NEEDED'), NO: count(column, 'NO') }) };
}

function germanGrid(): string {
  const { rows, totals } = rowsAndTotals(['Lena: yyyy', 'Wohnungsamt: nyyy', 'Ayşe: yyyy', 'Boris: yyyy', 'Chidi: yyyy', 'Dana: yyyn', 'Αλεξάνδρα Παπαδοπούλου-Oberhuber: yiin', 'أحمد العلي: --ny', 'Frau Krämer (Telefon): iyn-']);
  const heads = [['A', 'Di., 28.5.', '19:00–21:00'], ['B', 'Di., 4.6.', '19:00–21:00'], ['C', 'Do., 6.6.', '19:00–21:00'], ['D', 'Di., 18.6.', '19:00–21:00']];
  return drawDateGrid({
    title: 'Terminumfrage: Zweites Treffen', subtitle: 'AG Wohnen', direction: 'ltr', rows,
    columns: heads.map((head, column) => ({ head, best: column === 1 ? 'beste Wahl' : null, totals: totals(column) })),
    words: { YES: 'Ja', IF_NEEDED: 'Zur Not', NO: 'Nein', NONE: 'noch keine Antwort' },
    notes: ['9 von 9 haben geantwortet.', 'Bei Gleichstand zählt: weniger „Zur Not“, dann der frühere Termin.'],
  });
}

function arabicGrid(): string {
  const { rows, totals } = rowsAndTotals(['أحمد العلي: yyn', 'Ayşe Kaya: yin', 'فاطمة حسن: ny-', 'Boris: yyy']);
  const heads = [['أ', 'الثلاثاء 28.5.', '19:00–21:00'], ['ب', 'الثلاثاء 4.6.', '19:00–21:00'], ['ج', 'الخميس 6.6.', '19:00–21:00']];
  return drawDateGrid({
    title: 'استطلاع الموعد: اللقاء الثاني', subtitle: 'مجموعة عمل السكن (AG Wohnen)', direction: 'rtl', rows,
    columns: heads.map((head, column) => ({ head, best: column === 1 ? 'أفضل موعد' : null, totals: totals(column) })),
    words: { YES: 'نعم', IF_NEEDED: 'عند الضرورة', NO: 'لا', NONE: 'لا جواب بعد' },
    notes: ['أجاب 4 من 4.'],
  });
}

/** As a decision draws it: one bar for each option. */
function result(): string {
  const bar = (label: string, count: number, best: string | null) => ({ label, best, numbers: count === 1 ? '1 Zustimmung' : `${count} Zustimmungen`, parts: [{ mark: 'YES' as const, count }] });
  return drawBars({
    title: 'Abstimmung: Welches Angebot soll die AG als Erstes beginnen?', subtitle: 'AG Sprache und Begegnung', direction: 'ltr', full: 12,
    bars: [bar('A: Begegnungscafé im Mehrgenerationenhaus, jeden zweiten Samstag mit Kinderbetreuung', 9, 'beschlossen'), bar('B: Sprachtandem', 7, null), bar('C: \u2068محادثة بالعربية والألمانية\u2069', 4, null), bar('D: Spielabend', 1, null)],
    legend: [],
    notes: ['Beschlossen ist „Begegnungscafé im Mehrgenerationenhaus, jeden zweiten Samstag mit Kinderbetreuung“: A 9, B 7, C 4, D 1.', '12 von 14 haben abgestimmt, davon 0 mit Enthaltung.'],
  });
}

function resistance(): string {
  const bar = (label: string, count: number, share: number, best: string | null) => ({ label, best, numbers: `Widerstand ${count}, Akzeptanz ${share} %`, parts: [{ mark: 'NO' as const, count }] });
  return drawBars({
    title: 'Abstimmung: Wo treffen wir uns künftig?', subtitle: 'AG Wohnen', direction: 'ltr', full: 80,
    bars: [bar('A: Rathaus', 12, 85, 'beschlossen'), bar('B: Bürgerhaus', 31, 61, null), bar('C: Reihum zu Hause', 58, 28, null)],
    legend: [],
    notes: ['Beschlossen ist „Rathaus“: A 12, B 31, C 58.', '8 von 9 haben abgestimmt, davon 0 mit Enthaltung.'],
  });
}

/** File name → SVG. */
export const samples: Readonly<Record<string, string>> = { 'termine.png': germanGrid(), 'termine-arabisch.png': arabicGrid(), 'ergebnis.png': result(), 'ergebnis-widerstand.png': resistance() };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, svg] of Object.entries(samples)) await writeFile(`${FOLDER}${name}`, await pictures.png(svg));
}
