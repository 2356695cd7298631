import { clean } from './inert.ts';

/**
 * The pieces pictures are put together from. Invariants: every text is escaped and stands in a box that it cannot
 * leave; colours come from COLOURS only; nothing is said by colour alone, for each mark has a shape of its own.
 */

/** What a cell or a part of a bar stands for. Solid, striped, crossed out, dotted: to be told apart without colour. */
export type Mark = 'YES' | 'IF_NEEDED' | 'NO' | 'NONE';

/** Each [what is drawn, on what]: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
export const COLOURS = {
  text: ['#1a1a1a', '#ffffff'],
  quiet: ['#4a4a4a', '#ffffff'],
  yes: ['#ffffff', '#14532d'],
  yesOnPaper: ['#14532d', '#ffffff'],
  ifNeeded: ['#6b3f00', '#ffffff'],
  no: ['#8a1c1c', '#ffffff'],
  none: ['#595959', '#ffffff'],
  best: ['#ffffff', '#0b3d91'],
  bestOnPaper: ['#0b3d91', '#ffffff'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

const [INK, PAPER] = COLOURS.text;
/** Lines that only divide. */
const DIVIDER = '#b8b8b8';
/** The side of a mark, in pixels. */
export const MARK_SIZE = 30;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Writing {
  readonly size: number;
  readonly bold?: boolean;
  /** Where in its box; `start` is where the language begins to write. */
  readonly at?: 'start' | 'middle';
  readonly colour?: string;
}

/** A sheet of paper, written from left to right or mirrored. */
export class Sheet {
  private readonly parts: string[] = [];
  private readonly width: number;
  private readonly mirrored: boolean;

  constructor(width: number, direction: 'ltr' | 'rtl') {
    this.width = width;
    this.mirrored = direction === 'rtl';
  }

  /** One line of text, cut between graphemes where the box ends. Its words keep their own direction. */
  text(box: Box, content: string, { size, bold = false, at = 'start', colour = INK }: Writing): void {
    const { x, y, w, h } = this.mirror(box);
    const [anchor, from] = at === 'middle' ? ['middle', w / 2] : this.mirrored ? ['end', w] : ['start', 0];
    const line = fit(content, w, size, bold);
    const words = this.mirrored ? `\u2067${line}\u2069` : line;
    const look = `${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${bold ? ' font-weight="bold"' : ''}${colour === INK ? '' : ` fill="${colour}"`}`;
    this.parts.push(`<svg x="${x}" y="${y}" width="${w}" height="${h}"><text x="${from}" y="${round(h / 2 + size * 0.36)}" font-size="${size}"${look}>${escaped(words)}</text></svg>`);
  }

  /** Several lines; answers how high they are. */
  lines(box: Omit<Box, 'h'>, content: string, writing: Writing, most: number): number {
    const height = round(writing.size * 1.35);
    const lines = wrap(content, box.w, writing.size, writing.bold ?? false, most);
    for (const [index, line] of lines.entries()) this.text({ ...box, y: box.y + index * height, h: height }, line, writing);
    return lines.length * height;
  }

  mark(mark: Mark, x: number, y: number): void {
    const placed = this.mirror({ x, y, w: MARK_SIZE, h: MARK_SIZE });
    this.parts.push(`<use href="#${mark}" x="${placed.x}" y="${placed.y}"/>`);
  }

  /** A part of a bar; its pattern is the mark's. */
  bar(mark: Mark, box: Box): void {
    const { x, y, w, h } = this.mirror(box);
    this.parts.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" ${FILLS[mark]}/>`);
  }

  frame(box: Box): void {
    const { x, y, w, h } = this.mirror(box);
    this.parts.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8" fill="none" stroke="${COLOURS.bestOnPaper[0]}" stroke-width="4"/>`);
  }

  /** The words that mark what is best, white on dark. */
  tag(box: Box, words: string): void {
    const { x, y, w, h } = this.mirror(box);
    this.parts.push(`<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" fill="${COLOURS.best[1]}"/>`);
    this.text({ ...box, x: box.x + 4, w: box.w - 8 }, words, { size: 14, bold: true, at: 'middle', colour: COLOURS.best[0] });
  }

  divider(y: number, from: number, to: number): void {
    const { x, w } = this.mirror({ x: from, y, w: to - from, h: 0 });
    this.parts.push(`<path d="M${x} ${y}h${w}" stroke="${DIVIDER}"/>`);
  }

  /** Marks with their words, one after the other, on as many lines as it takes; answers how high they are. */
  legend(y: number, margin: number, entries: readonly { readonly mark: Mark; readonly word: string }[]): number {
    let [x, top] = [margin, y];
    for (const { mark, word } of entries) {
      const wide = Math.min(MARK_SIZE + 8 + Math.ceil(widthOf(word, 16, false)) + 4, this.width - 2 * margin);
      if (x > margin && x + wide > this.width - margin) [x, top] = [margin, top + MARK_SIZE + 8];
      this.mark(mark, x, top);
      this.text({ x: x + MARK_SIZE + 8, y: top, w: wide - MARK_SIZE - 8, h: MARK_SIZE }, word, { size: 16 });
      x += wide + 20;
    }
    return top + MARK_SIZE - y;
  }

  /** @param alt what a reader who cannot see it is told first */
  svg(height: number, alt: string): string {
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${height}" viewBox="0 0 ${this.width} ${height}" role="img" font-family="DejaVu Sans, sans-serif" fill="${INK}">` +
      `<title>${escaped(alt)}</title>${DEFINITIONS}<rect width="${this.width}" height="${height}" fill="${PAPER}"/>${this.parts.join('')}</svg>`
    );
  }

  private mirror({ x, y, w, h }: Box): Box {
    return { x: round(this.mirrored ? this.width - x - w : x), y: round(y), w: round(w), h: round(h) };
  }
}

const FILLS: Readonly<Record<Mark, string>> = {
  YES: `fill="${COLOURS.yes[1]}"`,
  IF_NEEDED: `fill="url(#stripes)" stroke="${COLOURS.ifNeeded[0]}" stroke-width="2"`,
  NO: `fill="${PAPER}" stroke="${COLOURS.no[0]}" stroke-width="2"`,
  NONE: `fill="${PAPER}" stroke="${COLOURS.none[0]}" stroke-width="2" stroke-dasharray="2 4"`,
};

const SQUARE = `x="1" y="1" width="${MARK_SIZE - 2}" height="${MARK_SIZE - 2}" rx="5"`;
const STROKE = 'fill="none" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"';

/** A tick on solid ground, a wave on a plate between stripes, a cross in a frame, a dash in a dotted frame. */
const DEFINITIONS =
  `<defs><pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${PAPER}"/><rect width="3" height="7" fill="${COLOURS.ifNeeded[0]}"/></pattern>` +
  `<g id="YES"><rect ${SQUARE} ${FILLS.YES}/><path d="M8 16l5 5l9-11" ${STROKE} stroke="${COLOURS.yes[0]}"/></g>` +
  `<g id="IF_NEEDED"><rect ${SQUARE} ${FILLS.IF_NEEDED}/><circle cx="15" cy="15" r="10" fill="${PAPER}"/><path d="M9 17q3-6 6-2t6-2" ${STROKE} stroke="${COLOURS.ifNeeded[0]}"/></g>` +
  `<g id="NO"><rect ${SQUARE} ${FILLS.NO}/><path d="M9 9l12 12M21 9l-12 12" ${STROKE} stroke="${COLOURS.no[0]}"/></g>` +
  `<g id="NONE"><rect ${SQUARE} ${FILLS.NONE}/><path d="M11 15h8" ${STROKE} stroke="${COLOURS.none[0]}"/></g></defs>`;

const round = (pixels: number): number => Math.round(pixels * 10) / 10;

/** What XML 1.0 (2.2) does not know as a character is left out. */
function escaped(text: string): string {
  return clean(text)
    .replace(/[\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The share of the letter size that a character of DejaVu Sans takes, rather too much than too little. */
function shareOf(character: string): number {
  if (/[\p{M}\p{Cf}\p{Cc}]/u.test(character)) return 0;
  if (/[ijlIftr.,:;'|!()[\] -]/.test(character)) return 0.42;
  if (/[mwMW@%&—…–]/.test(character)) return 1;
  if (/\p{Lu}/u.test(character)) return 0.8;
  if (/[\p{Script=Arabic}--\p{Nd}]/v.test(character)) return 0.5;
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Nd}]/u.test(character) ? 0.65 : 1;
}

export function widthOf(text: string, size: number, bold: boolean): number {
  let share = 0;
  for (const character of text) share += shareOf(character);
  return share * size * (bold ? 1.12 : 1);
}

/** The longest start that fits, ending between graphemes; `…` where something was cut. */
export function fit(text: string, width: number, size: number, bold: boolean): string {
  // What is so long is cut in any case.
  const given = text.slice(0, 1_000);
  if (widthOf(given, size, bold) <= width && given.length === text.length) return given;
  const room = width - widthOf('…', size, bold);
  let used = 0;
  let end = 0;
  for (const { index, segment } of graphemes.segment(given)) {
    used += widthOf(segment, size, bold);
    if (used > room) break;
    end = index + segment.length;
  }
  return `${given.slice(0, end).trimEnd()}…`;
}

/** Lines that break between words; the last takes what is left. */
function wrap(text: string, width: number, size: number, bold: boolean, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.slice(0, 1_000).split(/\s+/u)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (widthOf(longer, size, bold) <= width || lines.length === most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
