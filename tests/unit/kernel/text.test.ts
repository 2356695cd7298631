import { describe, expect, it, test } from 'vitest';
import {
  asciiDigits, cleanLine, cleanName, cleanText, isolate, likelySame, normalizeForCompare, parseParty, parsePersons, shortName,
} from '../../../src/kernel/text.ts';

describe('cleanName', () => {
  it.each([
    ['plain', '  Amira \t Kaya\n', 'Amira Kaya'],
    ['composed', 'O\u0308z', 'Öz'],
    ['direction marks', '\u202EAmira\u202C \u2066Kaya\u2069\u200F\u061C', 'Amira Kaya'],
    ['controls and NUL', 'A\0m\u0007i\u009Fra', 'Amira'],
    ['lone surrogates', '\uD800Amira\uDC00', 'Amira'],
    ['tags', 'Amira\u{E0041}\u{E007F}', 'Amira'],
    ['zero-width in a Latin word', 'A\u200Bm\u200Ci\u200Dr\u2060a\uFEFF', 'Amira'],
    ['a pile of marks', `Z${'\u0335'.repeat(200)}`, `Z${'\u0335'.repeat(3)}`],
    ['a pile of marks held together by joiners', `ب${'\u064B\u200D'.repeat(50)}`, `ب${'\u064B'.repeat(3)}`],
    ['a Persian half-space stays', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['a Sinhala conjunct stays', 'ශ්\u200Dරී', 'ශ්\u200Dරී'],
    ['a Bengali ya-phala stays', 'র\u200D্যাব', 'র\u200D্যাব'],
    ['a family stays', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['skin and hair stay', '👨🏽‍💻 ❤️‍🔥 1️⃣', '👨🏽‍💻 ❤️‍🔥 1️⃣'],
    ['a variant of a Han character stays', '葛\u{E0100}城', '葛\u{E0100}城'],
    ['only a full stop', '.', '.'],
  ])('%s', (_what, raw, expected) => {
    expect(cleanName(raw)).toBe(expected);
  });

  it('is null when nothing can be seen', () => {
    for (const raw of ['', ' ', '\u3164', '\u115F\u1160\uFFA0', '\u200B\u200D', '\u2800', '\u0301\u0301', '\u00AD', '\u{E0100}', '\u{1D159}', '\uD800', '\uFE0F'])
      expect(cleanName(raw)).toBeNull();
  });

  it('keeps 64 graphemes, not 64 code units', () => {
    expect(cleanName('é'.repeat(70))).toBe('é'.repeat(64));
    expect(cleanName('👍🏽'.repeat(70))).toBe('👍🏽'.repeat(64));
    expect((cleanName('👩‍'.repeat(2_000)) ?? '').length).toBeLessThanOrEqual(512);
  });
});

test('shortName marks what it cut', () => {
  expect(shortName('Amira Kaya')).toBe('Amira Kaya');
  expect(shortName('Maximiliane von und zu Hohenstein')).toBe('Maximiliane von und zu…');
  expect(shortName('👍🏽'.repeat(10), 4)).toBe(`${'👍🏽'.repeat(3)}…`);
});

test('isolate cannot be broken out of', () => {
  expect(isolate('Amira')).toBe('\u2068Amira\u2069');
  expect(isolate('a\u2069\u202Eb\n')).toBe('\u2068ab\u2069');
});

test('cleanLine and cleanText', () => {
  expect(cleanLine('Börek,\r\nmit\u2028Käse  ', 80)).toBe('Börek, mit Käse');
  expect(cleanLine('abc def', 4)).toBe('abc');
  expect(cleanText(' eins \r\n\r\n\n\u2029 zwei\tdrei \v vier\r')).toBe('eins\n\nzwei drei\nvier');
  expect(cleanText('ää', 3)).toBe('ä');
  expect(cleanText('x'.repeat(10_240))).toHaveLength(8_192);
  expect(cleanText('\u{1D15E}'.repeat(3), 12).length).toBeLessThanOrEqual(12);
});

test.each([
  ['3', 3, 3, 0], ['３', 3, 3, 0], ['٣', 3, 3, 0], ['३', 3, 3, 0], ['\u{1D7DB}', 3, 3, 0], [' 21 ', 21, 21, 0], ['0', 0, 0, 0],
  ['\u200F٣', 3, 3, 0], ['007', 7, 7, 0],
  ['2+1', null, 3, 1], ['٢ ＋ ١', null, 3, 1], ['0+2', null, 2, 2],
])('%s persons', (raw, number, persons, children) => {
  expect(parsePersons(raw)).toBe(number);
  expect(parseParty(raw)).toEqual({ persons, children });
});

test('what is no number of persons', () => {
  for (const raw of ['', 'drei', '3 Personen', '-1', '+1', '1.5', '2+', '2+1+1', '👨‍👩‍👧', '3️⃣', '½', '²', '1'.repeat(10), '3'.repeat(10_240), 'Ⅲ', '三']) {
    expect(parseParty(raw), raw.slice(0, 20)).toBeNull();
    expect(parsePersons(raw), raw.slice(0, 20)).toBeNull();
  }
});

test('asciiDigits', () => {
  expect(asciiDigits('١٤:٣٠ १२ ５ a½')).toBe('14:30 12 5 a½');
  expect(asciiDigits('\u{1D7CE}\u{1D7D7}\u{1D7D8}\u{1D7FF}')).toBe('0909');
});

test('normalizeForCompare', () => {
  for (const name of ['Müller', 'Mueller', 'Muller', 'MÜLLER', 'Mu\u0308ller.']) expect(normalizeForCompare(name)).toBe('muller');
  expect(normalizeForCompare('Weiß-Ørsted, Łukasz O’Neill')).toBe('weiss orsted lukasz oneill');
  expect(normalizeForCompare('İbrahim Yılmaz')).toBe('ibrahim yilmaz');
  expect(normalizeForCompare('!?')).toBe('');
});

describe('likelySame', () => {
  it.each([
    ['Frau K.', 'Amira Kaya'], ['Hr. Dr. K.', 'Kaya'], ['A. K.', 'Amira Kaya'], ['AK', 'Amira Kaya'], ['A.K.', 'Amira Nur Kaya'],
    ['K. Yılmaz', 'Kemal Yilmaz'], ['Frau Yilmaz', 'Ayşe Yılmaz'], ['Amira K.', 'Amira Kaya'], ['Kaya, Amira', 'Amira Kaya'],
    ['Kaya Amira', 'Amira Kaya'], ['Hans Müller', 'Hans Mueller'], ['Anna Schmidt', 'Anna Maria Schmidt'], ['Frau Bay', 'Sevgi Bay'], ['Ayşe Hanım', 'Ayşe Yılmaz'],
    ['Амир', 'амир'],
  ])('%s ~ %s', (a, b) => {
    expect(likelySame(a, b)).toBe(true);
    expect(likelySame(b, a)).toBe(true);
  });

  it.each([
    ['Frau K.', 'Amira Öz'], ['Frau K.', 'Kemal Öz'], ['A. K.', 'Berta Kaya'], ['Anna K.', 'Anna Schmidt'], ['K. Yılmaz', 'Ayşe Yılmaz'],
    ['Amira Kaya', 'Amira Öz'], ['Amira Kaya', 'Kemal Kaya'], ['Frau K.', 'أميرة'], ['', 'Amira'], ['', ''], ['👍', '👍'],
  ])('%s is not %s', (a, b) => {
    expect(likelySame(a, b)).toBe(false);
    expect(likelySame(b, a)).toBe(false);
  });
});
