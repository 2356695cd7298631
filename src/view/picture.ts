import { isolate } from '../kernel/text.ts';
import { COLOURS, MARK_SIZE, Sheet, type Mark } from './drawing.ts';

interface Heading {
  readonly title: string;
  readonly subtitle: string;
  readonly direction: 'ltr' | 'rtl';
  /** Short lines below the picture. */
  readonly notes: readonly string[];
}

/** Who can come when. Names only where the reader may see names: without rows it shows the totals alone. */
export interface DateGrid extends Heading {
  /** `best`: the words that mark it, null for all others. `head`: its letter, then day and time. */
  readonly columns: readonly { readonly head: readonly string[]; readonly best: string | null; readonly totals: Readonly<Record<Exclude<Mark, 'NONE'>, number>> }[];
  /** A cell per column. `name` is a person's own words. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly Mark[] }[];
  readonly words: Readonly<Record<Mark, string>>;
}

/** How something came out. */
export interface Bars extends Heading {
  /** `label` may be a person's own words; `numbers` says the parts in words; `best`: the words that mark it. */
  readonly bars: readonly { readonly label: string; readonly parts: readonly { readonly mark: Mark; readonly count: number }[]; readonly numbers: string; readonly best: string | null }[];
  /** What a full bar stands for. */
  readonly full: number;
  readonly legend: readonly { readonly mark: Mark; readonly word: string }[];
}

/** More would make a picture nobody can read on a telephone: it is left out, and `notes` should say so. */
export const MOST_COLUMNS = 12;
export const MOST_ROWS = 50;
export const MOST_BARS = 20;

/** What stands below a picture has less room than a message (Telegram: 1024 characters). */
const LONGEST_ALT = 960;

const MARGIN = 28;
const ROW = 40;
const COLUMN = 120;
const NAMES = 260;
const NARROWEST = 600;
const MOST_NOTES = 6;

/** Pure. An SVG of at most 1760 × 2700 pixels, whatever the texts say. */
export function drawDateGrid(grid: DateGrid): string {
  const columns = grid.columns.slice(0, MOST_COLUMNS);
  const rows = grid.rows.slice(0, MOST_ROWS);
  const width = Math.max(NARROWEST, 2 * MARGIN + NAMES + columns.length * COLUMN);
  const sheet = new Sheet(width, grid.direction);
  const left = (column: number): number => MARGIN + NAMES + column * COLUMN;
  const top = heading(sheet, width, grid) + 8;
  let y = top + (columns.some(({ best }) => best !== null) ? 30 : 0);
  const framed = y;
  y += 8;
  for (const [column, { head, best }] of columns.entries()) {
    for (const [index, line] of head.slice(0, 3).entries()) sheet.text({ x: left(column) + 4, y: y + index * 24, w: COLUMN - 8, h: 24 }, line, { size: index === 0 ? 20 : 15, bold: index === 0, at: 'middle' });
    if (best !== null) sheet.tag({ x: left(column), y: top, w: COLUMN, h: 26 }, best);
  }
  y += 3 * 24 + 6;
  for (const { name, cells } of rows) {
    sheet.divider(y, MARGIN, width - MARGIN);
    sheet.text({ x: MARGIN, y, w: NAMES - 12, h: ROW }, isolate(name), { size: 17 });
    for (const column of columns.keys()) sheet.mark(cells[column] ?? 'NONE', left(column) + (COLUMN - MARK_SIZE) / 2, y + (ROW - MARK_SIZE) / 2);
    y += ROW;
  }
  for (const mark of ['YES', 'IF_NEEDED', 'NO'] as const) {
    sheet.divider(y, MARGIN, width - MARGIN);
    sheet.mark(mark, MARGIN, y + (ROW - MARK_SIZE) / 2);
    sheet.text({ x: MARGIN + MARK_SIZE + 10, y, w: NAMES - MARK_SIZE - 22, h: ROW }, grid.words[mark], { size: 17, bold: true });
    for (const [column, { totals }] of columns.entries()) sheet.text({ x: left(column), y, w: COLUMN, h: ROW }, String(totals[mark]), { size: 20, bold: true, at: 'middle' });
    y += ROW;
  }
  for (const [column, { best }] of columns.entries()) if (best !== null) sheet.frame({ x: left(column) + 2, y: framed, w: COLUMN - 4, h: y - framed });
  y += 14;
  // The totals say what their marks mean; only "no answer" has no line there.
  if (rows.length > 0) y += sheet.legend(y, MARGIN, [{ mark: 'NONE', word: grid.words.NONE }]) + 10;
  return finish(sheet, width, y, grid);
}

/** Pure. An SVG of at most 900 × 2300 pixels, whatever the texts say. */
export function drawBars(picture: Bars): string {
  const width = 900;
  const inner = width - 2 * MARGIN;
  const sheet = new Sheet(width, picture.direction);
  let y = heading(sheet, width, picture) + 12;
  for (const { label, parts, numbers, best } of picture.bars.slice(0, MOST_BARS)) {
    const top = y;
    y += 8;
    const tag = best === null ? 0 : 210;
    if (best !== null) sheet.tag({ x: width - MARGIN - tag - 10, y, w: tag, h: 26 }, best);
    y += sheet.lines({ x: MARGIN + 12, y, w: inner - 36 - tag }, isolate(label), { size: 18, bold: true }, 2) + 4;
    let x = MARGIN + 12;
    for (const { mark, count } of parts) {
      const w = Math.max(0, Math.min((count / Math.max(1, picture.full)) * (inner - 24), MARGIN + inner - 12 - x));
      if (w > 0) sheet.bar(mark, { x, y, w, h: 24 });
      x += w;
    }
    y += 28;
    sheet.text({ x: MARGIN + 12, y, w: inner - 24, h: 24 }, numbers, { size: 17 });
    y += 30;
    if (best !== null) sheet.frame({ x: MARGIN, y: top, w: inner, h: y - top });
    y += 8;
  }
  y += 6;
  if (picture.legend.length > 0) y += sheet.legend(y, MARGIN, picture.legend) + 10;
  return finish(sheet, width, y, picture);
}

/** A picture in words, for whoever cannot see it: line by line, as far as there is room. */
export function altText(lines: readonly string[]): string {
  let length = 0;
  const fits = lines.findIndex((each) => (length += each.length + 1) > LONGEST_ALT);
  return fits < 0 ? lines.join('\n') : [...lines.slice(0, fits), '…'].join('\n');
}

/** Answers where what follows begins. */
function heading(sheet: Sheet, width: number, { title, subtitle }: Heading): number {
  const w = width - 2 * MARGIN;
  const y = MARGIN - 4 + sheet.lines({ x: MARGIN, y: MARGIN - 4, w }, title, { size: 26, bold: true }, 2);
  return y + sheet.lines({ x: MARGIN, y: y + 4, w }, subtitle, { size: 18, colour: COLOURS.quiet[0] }, 2) + 8;
}

function finish(sheet: Sheet, width: number, from: number, { notes, title }: Heading): string {
  let y = from;
  for (const note of notes.slice(0, MOST_NOTES)) y += sheet.lines({ x: MARGIN, y, w: width - 2 * MARGIN }, note, { size: 16, colour: COLOURS.quiet[0] }, 2) + 4;
  return sheet.svg(Math.ceil(y + MARGIN - 8), title);
}
