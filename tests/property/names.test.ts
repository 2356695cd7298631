/** What people send as a name or a text, at its worst (reliability: bad inputs). LONG=1 runs the nightly number of cases. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  asciiDigits, cleanLine, cleanName, cleanText, isolate, likelySame, normalizeForCompare, parseParty, parsePersons, shortName,
} from '../../src/kernel/text.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 2_000;
vi.setConfig({ testTimeout: 7_200_000 });

const FORBIDDEN = /[[\p{Cc}--\n]\u{34F}\u{AD}\u{61C}\u{115F}\u{1160}\u{200B}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{3164}\u{FEFF}\u{FFA0}\u{E0000}-\u{E00FF}]/v;
const hostile = fc.constantFrom(
  '\u202E', '\u2066', '\u2069', '\u200D', '\u200C', '\u200B', '\u061C', '\0', '\u{E0041}', '\u{E0100}', '\uD83D', '\uDC69', '\uFE0F', '\u0301',
  '\u0335\u0335\u0335', '\u20E3', '👩', '🏽', '❤', '1', 'ب', '\u064B', 'ශ', '්', 'র', '\u09CD', '葛', 'e', 'ﬀ', '\u3164', ' ', '\n', '\r', '\x85', '\u2028',
  '\u1100', '\u1161', '\u11A8', '\u09C7', '\u09BE', '\u0F71', '\u0F72', '\u1820', '\u180B', '\uFB2C', '\u{1D15E}', '🇩', '\u0344', '\u0345',
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(hostile, { maxLength: 120 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);
const count = (text: string): number => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;

test('a clean name is visible, one line, short, composed, well-formed, and clean already', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      const name = cleanName(raw);
      if (name === null) return;
      expect(name).not.toMatch(FORBIDDEN);
      expect(name).not.toMatch(/[\n\r\t]|^\s|\s$|\s\s/u);
      expect(name).not.toMatch(/\p{M}{4}|^\p{M}/u);
      expect(name).toMatch(/[^\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]/u);
      expect(name.isWellFormed()).toBe(true);
      expect(name.normalize('NFC')).toBe(name);
      expect(count(name)).toBeLessThanOrEqual(64);
      expect(cleanName(name)).toBe(name);
      expect(count(shortName(name))).toBeLessThanOrEqual(24);
    }),
    { numRuns: RUNS },
  );
});

test('a clean text has no more bytes than allowed and is clean already', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 120 }), (raw, maxBytes) => {
      const text = cleanText(raw, maxBytes);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBytes);
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(FORBIDDEN);
      expect(text).not.toMatch(/\n\n\n|\r|^\s|\s$/u);
      expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
    }),
    { numRuns: RUNS },
  );
});

test('an isolated name is opened once and closed once, at its ends', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      expect(isolate(raw)).toMatch(/^\u2068[^\p{Cc}\u202A-\u202E\u2066-\u2069\u2029]*\u2069$/u);
    }),
    { numRuns: RUNS },
  );
});

test('comparing is symmetric and never throws; a name is like itself', () => {
  const names = fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom('Frau', 'K.', 'Kaya', 'Amira', 'A.', 'Öz', ','))).map((parts) => parts.join(' '));
  const any = fc.oneof(anything, names);
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(likelySame(a, b)).toBe(likelySame(b, a));
      expect(likelySame(a, a)).toBe(normalizeForCompare(a) !== '');
    }),
    { numRuns: RUNS },
  );
});

test('a number in any digits is read as that number', () => {
  const zeros = [0x30, 0x660, 0x6f0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x1d7f6];
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), fc.constantFrom(...zeros), (n, zero) => {
      const written = String(n).replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
      expect(parsePersons(written)).toBe(n);
      expect(parseParty(`${written}+${written}`)).toEqual({ persons: 2 * n, children: n });
    }),
    { numRuns: RUNS },
  );
});

test('8 KiB take at most 5 ms, 64 KiB no longer', () => {
  const patterns = [
    'x', 'a\u0301', '\u0301', '👩‍', ' \u0301', 'ae', '\n', ' ', '٣', '\u200D', 'ﷺ', 'क्', '\u{1D7FF}', '\u09B0\u200D', 'a ', '\u1100', 'K. ', '1+', '\uD83D', '🇩', '\t\u2028',
  ];
  const functions: readonly ((text: string) => unknown)[] = [
    cleanName, cleanText, shortName, isolate, parseParty, parsePersons, normalizeForCompare, (text) => cleanLine(text, 4_000), (text) => likelySame(text, text),
  ];
  for (const f of functions) {
    for (const pattern of patterns) {
      for (const [units, limit] of [[8_192, 5], [65_536, 5]] as const) {
        const text = pattern.repeat(Math.ceil(units / pattern.length)).slice(0, units);
        expect(fastest(() => f(text)), `${f.name} ${JSON.stringify(pattern)} × ${units}`).toBeLessThanOrEqual(limit);
      }
    }
  }
  expect(fastest(() => asciiDigits('٣'.repeat(8_192)))).toBeLessThanOrEqual(5);
});

/** Milliseconds of the fastest of a few runs: the machine's own pauses do not count. */
function fastest(run: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < 20 && best > 1; i++) {
    const began = performance.now();
    run();
    best = Math.min(best, performance.now() - began);
  }
  return best;
}
