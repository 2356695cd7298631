import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictures } from '../../adapters/documents/picture.ts';
import type { Mark } from '../../src/view/drawing.ts';
import { drawBars, drawDateGrid } from '../../src/view/picture.ts';

/** What people may be called: markup, entities, what XML does not know, marks without end, turned directions, anything. */
const nasty = fc.oneof(
  fc.constantFrom('</text></svg>', '<script>alert(1)</script>', ']]>', '&amp;&#0;&lt;', '"\' onload="x', '<image href="file:///etc/passwd"/>', '\u202Eabc\u2066', '\uFFFE\uFFFF\u0000\u0008', '\uD800', 'e' + '\u0301'.repeat(500), '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', '\uFDFD'.repeat(9), 'W'.repeat(2_000), 'أحمد محمد', '%s${x}{{y}}', '<!--', '<?xml?>', '<!DOCTYPE svg [<!ENTITY a "b">]>&a;'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
);
const text = fc.array(nasty, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const direction = fc.constantFrom('ltr' as const, 'rtl' as const);
const mark = fc.constantFrom<Mark>('YES', 'IF_NEEDED', 'NO', 'NONE');
const best = fc.option(text, { nil: null });
const count = fc.oneof(fc.nat(300), fc.nat());
const heading = { title: text, subtitle: text, direction, notes: fc.array(text, { maxLength: 8 }) };

const grids = fc.record({
  ...heading,
  columns: fc.array(fc.record({ head: fc.array(text, { maxLength: 4 }), best, totals: fc.record({ YES: count, IF_NEEDED: count, NO: count }) }), { maxLength: 14 }),
  rows: fc.array(fc.record({ name: text, cells: fc.array(mark, { maxLength: 14 }) }), { maxLength: 6 }),
  words: fc.record({ YES: text, IF_NEEDED: text, NO: text, NONE: text }),
});
const bars = fc.record({
  ...heading,
  full: count,
  bars: fc.array(fc.record({ label: text, parts: fc.array(fc.record({ mark, count }), { maxLength: 4 }), numbers: text, best }), { maxLength: 6 }),
  legend: fc.array(fc.record({ mark, word: text }), { maxLength: 4 }),
});

const ELEMENTS = new Set(['svg', 'title', 'defs', 'pattern', 'rect', 'g', 'path', 'circle', 'use', 'text']);

/** Only our own elements, well formed for a strict parser, of bounded size; every box, which clips what is in it, lies inside. */
async function drawable(svg: string): Promise<void> {
  for (const [, name] of svg.matchAll(/<\/?([^\s/>]+)/gu)) expect(ELEMENTS).toContain(name);
  // oxlint-disable-next-line no-control-regex -- what XML 1.0 does not know
  expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u);
  expect(svg.isWellFormed()).toBe(true);
  const png = Buffer.from(await pictures.png(svg));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  expect(width).toBeLessThanOrEqual(2_000);
  expect(height).toBeLessThanOrEqual(3_000);
  // Nothing was drawn smaller to fit.
  expect(svg).toContain(`width="${width}" height="${height}"`);
  for (const [, x, y, w, h] of svg.matchAll(/<(?:svg|rect) x="(-?[\d.]+)" y="(-?[\d.]+)" width="(-?[\d.]+)" height="(-?[\d.]+)"/gu)) {
    const inside = Number(x) >= 0 && Number(y) >= 0 && Number(w) >= 0 && Number(h) >= 0 && Number(x) + Number(w) <= width && Number(y) + Number(h) <= height;
    expect({ x, y, w, h, inside }).toEqual({ x, y, w, h, inside: true });
  }
}

test('any date grid is a picture', async () => {
  await fc.assert(fc.asyncProperty(grids, (grid) => drawable(drawDateGrid(grid))), { numRuns: 60 });
}, 120_000);

test('any result is a picture', async () => {
  await fc.assert(fc.asyncProperty(bars, (result) => drawable(drawBars(result))), { numRuns: 60 });
}, 120_000);

test('the words of a picture are all that people can change in it', () => {
  fc.assert(fc.property(grids, text, (grid, name) => {
    const shape = (title: string): string => drawDateGrid({ ...grid, title: 'x', subtitle: 'x', notes: [], rows: [{ name: title, cells: [] }] }).replaceAll(/>[^<]*<\/text>/gu, '></text>');
    expect(shape(name)).toBe(shape('Lena'));
  }), { numRuns: 200 });
});
