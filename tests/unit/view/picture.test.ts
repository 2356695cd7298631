import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pictures } from '../../../adapters/documents/picture.ts';
import { samples } from '../../../scripts/pictures.ts';
import { COLOURS, fit, widthOf } from '../../../src/view/drawing.ts';
import { drawBars, drawDateGrid, MOST_BARS, MOST_COLUMNS, MOST_ROWS, type DateGrid } from '../../../src/view/picture.ts';

const words = { YES: 'Ja', IF_NEEDED: 'Zur Not', NO: 'Nein', NONE: 'noch keine Antwort' };
const column = (letter: string, best: string | null = null): DateGrid['columns'][number] => ({ head: [letter, 'Di., 28.5.', '19:00–21:00'], best, totals: { YES: 1, IF_NEEDED: 0, NO: 2 } });
const grid = (more: Partial<DateGrid> = {}): DateGrid => ({ title: 'Zweites Treffen', subtitle: 'AG Wohnen', direction: 'ltr', notes: [], columns: [column('A'), column('B', 'beste Wahl')], rows: [{ name: 'Lena', cells: ['YES', 'NO'] }, { name: 'Amira', cells: ['IF_NEEDED'] }], words, ...more });

const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text!.replaceAll(/[\u2066-\u2069]/gu, ''));
const marksOf = (svg: string): string[] => [...svg.matchAll(/<use href="#(\w+)"/gu)].map(([, mark]) => mark!);
const framesOf = (svg: string): number[] => [...svg.matchAll(/<rect x="([\d.]+)"[^>]*rx="8" fill="none"/gu)].map(([, x]) => Number(x));
const placeOf = (svg: string, text: string): { x: number; w: number; anchor: string } => {
  const [, x, w, anchor] = new RegExp(`<svg x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)" height="[\\d.]+"><text([^>]*)>[\\u2066-\\u2069]*${text}[\\u2066-\\u2069]*<`, 'u').exec(svg) ?? [];
  return { x: Number(x), w: Number(w), anchor: /text-anchor="(\w+)"/u.exec(anchor ?? '')?.[1] ?? 'start' };
};
const sizeOf = (svg: string): { width: number; height: number } => {
  const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};

describe('a date grid', () => {
  test('says everything in words and shapes, column by column and row by row', () => {
    const svg = drawDateGrid(grid({ notes: ['3 von 4 haben geantwortet.'] }));
    expect(textsOf(svg)).toEqual([
      'Zweites Treffen', 'AG Wohnen', 'A', 'Di., 28.5.', '19:00–21:00', 'B', 'Di., 28.5.', '19:00–21:00', 'beste Wahl',
      'Lena', 'Amira', 'Ja', '1', '1', 'Zur Not', '0', '0', 'Nein', '2', '2', 'noch keine Antwort', '3 von 4 haben geantwortet.',
    ]);
    // A cell nobody filled is one without an answer; each total shows the mark it counts.
    expect(marksOf(svg)).toEqual(['YES', 'NO', 'IF_NEEDED', 'NONE', 'YES', 'IF_NEEDED', 'NO', 'NONE']);
    expect(framesOf(svg)).toHaveLength(1);
    expect(svg).toContain('<title>Zweites Treffen</title>');
  });

  test('without rows it shows the totals alone', () => {
    const svg = drawDateGrid(grid({ rows: [] }));
    expect(textsOf(svg)).not.toContain('Lena');
    expect(marksOf(svg)).toEqual(['YES', 'IF_NEEDED', 'NO']);
  });

  test('is mirrored for who reads from the right', () => {
    const [ltr, rtl] = [drawDateGrid(grid()), drawDateGrid(grid({ direction: 'rtl' }))];
    const { width } = sizeOf(rtl);
    for (const text of ['Lena', 'Zur Not', 'AG Wohnen', 'A', 'B']) {
      const [here, there] = [placeOf(ltr, text), placeOf(rtl, text)];
      expect({ text, x: there.x }).toEqual({ text, x: width - here.x - here.w });
      expect(there.anchor).toBe(here.anchor === 'start' ? 'end' : here.anchor);
    }
    expect(placeOf(rtl, 'A').x).toBeGreaterThan(placeOf(rtl, 'B').x);
    expect(framesOf(rtl)).toEqual([placeOf(rtl, 'B').x - 2]);
  });

  test('of two hundred people and sixty dates shows what can be read, within its bounds', () => {
    const svg = drawDateGrid(grid({ columns: Array.from({ length: 60 }, (_, index) => column(String(index), 'beste Wahl')), rows: Array.from({ length: 200 }, () => ({ name: 'Maximiliane Oberhuber-Schmidt', cells: [] })), notes: Array.from({ length: 30 }, () => 'Wort '.repeat(300)) }));
    expect(marksOf(svg)).toHaveLength(MOST_COLUMNS * MOST_ROWS + 4);
    expect(sizeOf(svg).width).toBeLessThanOrEqual(1_760);
    expect(sizeOf(svg).height).toBeLessThanOrEqual(2_700);
  });
});

describe('bars', () => {
  const bar = (label: string, counts: readonly number[], best: string | null = null) => ({ label, best, numbers: `${counts[0]} Ja`, parts: counts.map((count, index) => ({ mark: (['YES', 'IF_NEEDED', 'NO'] as const)[index]!, count })) });
  const bars = (more: Partial<Parameters<typeof drawBars>[0]> = {}): string => drawBars({ title: 'Frage', subtitle: 'AG', direction: 'ltr', notes: [], full: 10, bars: [bar('Option A', [5, 2, 3], 'beste Wahl'), bar('Option B', [1, 0, 0])], legend: [{ mark: 'YES', word: 'Ja' }], ...more });
  const widths = (svg: string): number[] => [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="24"/gu)].map(([, w]) => Number(w));

  test('have their numbers and labels, and lengths in proportion', () => {
    const svg = bars();
    expect(textsOf(svg)).toEqual(['Frage', 'AG', 'beste Wahl', 'Option A', '5 Ja', 'Option B', '1 Ja', 'Ja']);
    const [yes, ifNeeded, no, other, ...more] = widths(svg);
    expect(more).toEqual([]);
    expect([ifNeeded! / yes!, no! / yes!, other! / yes!].map((share) => Math.round(share * 100))).toEqual([40, 60, 20]);
    expect(framesOf(svg)).toHaveLength(1);
  });

  test('never leave the picture, whatever is counted', () => {
    expect(widths(bars({ full: 0, bars: [bar('viel', [1e9, 5, 5])] }))).toEqual([820]);
    const { width, height } = sizeOf(bars({ bars: Array.from({ length: 90 }, () => bar('Wort '.repeat(300), [1, 1, 1], 'Wort '.repeat(300))), legend: Array.from({ length: 4 }, () => ({ mark: 'NO' as const, word: 'Wort '.repeat(300) })) }));
    expect(width).toBe(900);
    expect(height).toBeLessThanOrEqual(3_000);
    expect(widths(bars({ bars: Array.from({ length: 90 }, () => bar('x', [1])) }))).toHaveLength(MOST_BARS);
  });
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast([one, other]: readonly [string, string]): number {
  const luminance = (colour: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

test.each(Object.entries(COLOURS))('%s can be told from its ground', (_name, pair) => {
  expect(contrast(pair)).toBeGreaterThanOrEqual(4.5);
});

test('no other colours are used, but for lines that only divide', () => {
  const known = new Set([...Object.values(COLOURS).flat(), '#b8b8b8']);
  for (const svg of Object.values(samples)) for (const [colour] of svg.replaceAll(/&#\d+;|href="#\w+"|url\(#\w+\)/gu, '').matchAll(/#[0-9a-f]{3,6}\b/giu)) expect(known).toContain(colour);
});

test('each mark has a shape of its own', () => {
  const shapes = [...drawDateGrid(grid()).matchAll(/<g id="\w+">(.*?)<\/g>/gu)].map(([, shape]) => shape!.replaceAll(/(?:fill|stroke)="#[0-9a-f]{6}"/gu, ''));
  expect(shapes).toHaveLength(4);
  expect(new Set(shapes).size).toBe(4);
});

test('what is too long is cut between graphemes', () => {
  expect(fit('Lena', 200, 17, false)).toBe('Lena');
  for (const name of ['👩‍👩‍👧'.repeat(40), 'Ё'.repeat(90), 'e\u0301'.repeat(200), 'W'.repeat(5_000)]) {
    const short = fit(name, 200, 17, false);
    expect(short.endsWith('…')).toBe(true);
    expect(widthOf(short, 17, false)).toBeLessThanOrEqual(200);
    const pieces = [...new Intl.Segmenter('und').segment(name)].map(({ segment }) => segment);
    expect(pieces.slice(0, [...new Intl.Segmenter('und').segment(short)].length - 1).join('')).toBe(short.slice(0, -1));
  }
});

test('the samples in docs/bilder are what is drawn (npm run pictures draws them anew)', async () => {
  const folder = 'docs/bilder/';
  expect(readdirSync(folder).sort()).toEqual(Object.keys(samples).sort());
  for (const [name, svg] of Object.entries(samples)) expect({ name, same: readFileSync(`${folder}${name}`).equals(await pictures.png(svg)) }).toEqual({ name, same: true });
});
