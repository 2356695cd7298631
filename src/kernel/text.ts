/**
 * Cleaning of human text: names, one-line and longer texts, small numbers, and the comparison of names.
 *
 * All functions are total and linear: any string gives a value, 8 KiB take at most a few milliseconds, and what is
 * longer is cut before anything else looks at it. What is thrown away cannot be seen by a reader or would change the
 * order or the place of the text around it; what a language needs (Persian half-spaces, Indic conjuncts, emoji
 * families, variants of Han characters in names) stays.
 */

/** Longest human text read at all, in bytes of UTF-8. */
const MAX_TEXT_BYTES = 8_192;
/** Longest name kept, in graphemes. */
const MAX_NAME_GRAPHEMES = 64;

const FSI = '\u2068';
const PDI = '\u2069';
const utf8 = new TextEncoder();
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Invisible, but meaningful in the right place: joiners and variation selectors. */
const SELECTORS = String.raw`\u200C\u200D\uFE0E\uFE0F\u180B-\u180D\u{E0100}-\u{E01EF}`;
/** Never wanted. Line ends and tabs survive this; they become spaces or newlines afterwards. */
const NEVER = new RegExp(
  String.raw`[[\p{Cc}\p{Cs}\p{NChar}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFC]--[\t\n\v\f\r${SELECTORS}]]`,
  'gv',
);
const BLANK = /[\u2800\u{1D159}]/gu;

const scripts = (names: string): string => names.replace(/\w+/g, String.raw`\p{Script=$&}`).replaceAll(' ', '');
const JOINING = scripts(
  'Arabic Syriac Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala',
);
/** The right places. No mark follows a joiner (but in the one Bengali case), so joiners cannot hide a pile of marks. */
const MEANINGFUL = [
  String.raw`(?<=\p{ExtPict}[\uFE0F\p{EMod}]?)\u200D(?=\p{ExtPict})`, // emoji families
  String.raw`(?<=\p{ExtPict})[\uFE0E\uFE0F]`,
  String.raw`(?<=[0-9#*])\uFE0F(?=\u20E3)`, // keycaps
  String.raw`(?<=[[${JOINING}]&&\p{L}]\p{M}{0,3})[\u200C\u200D](?=[[${JOINING}]&&\p{L}])`,
  String.raw`(?<=\u09B0)\u200D(?=\u09CD)`, // Bengali ra with ya-phala
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`, // variants of Han characters, common in Japanese names
  String.raw`(?<=[\p{Script=Mongolian}&&\p{L}])[\u180B-\u180D]`,
].join('|');
const SELECTOR = new RegExp(`(${MEANINGFUL})|[${SELECTORS}]`, 'gv');

/** What a person may be called in a list, or null when nothing visible remains. At most 64 graphemes, one line. */
export function cleanName(raw: string): string | null {
  return cleanLine(raw, MAX_NAME_GRAPHEMES) || null;
}

/** One line of human text (a reason, a dish): at most `maxGraphemes` graphemes, perhaps empty. */
export function cleanLine(raw: string, maxGraphemes: number): string {
  const line = visible(cutBytes(raw, MAX_TEXT_BYTES)).replace(/\s+/gu, ' ').trim();
  return takeGraphemes(line, maxGraphemes).trimEnd();
}

/** Several lines of human text: at most `maxBytes` bytes of UTF-8, at most one empty line in a row, perhaps empty. */
export function cleanText(raw: string, maxBytes: number = MAX_TEXT_BYTES): string {
  const lines = visible(cutBytes(raw, maxBytes))
    .replace(/\r\n|[\v\f\r\u2028\u2029]/gu, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim());
  const text = lines.filter((line, i) => line !== '' || (lines[i - 1] ?? '') !== '').join('\n').trim();
  return cutBytes(text, maxBytes).trimEnd(); // composing characters may have made it longer
}

/** A name that fits a button or a narrow list: at most `max` graphemes, the last one `…` when something was cut. */
export function shortName(name: string, max = 24): string {
  return takeGraphemes(name, max) === name ? name : `${takeGraphemes(name, max - 1).trimEnd()}…`;
}

/** Puts foreign text into a sentence so that neither disturbs the other's direction (FSI … PDI, Unicode UAX #9). */
export function isolate(name: string): string {
  return FSI + name.replace(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, '') + PDI;
}

/** What a reader can see, well-formed and composed (NFC), with at most three marks on one base. */
function visible(text: string): string {
  return text
    .replace(/\x85/gu, '\n')
    .replace(NEVER, '')
    .replace(BLANK, ' ')
    .replace(SELECTOR, (_match, kept: string | undefined) => kept ?? '')
    .normalize('NFC')
    .replace(/(^|\s)[\p{M}\u200C\u200D]+/gu, '$1')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1');
}

/** The longest start of `text` with at most `maxBytes` bytes of UTF-8; never splits a character. */
function cutBytes(text: string, maxBytes: number): string {
  const start = text.slice(0, maxBytes);
  return start.slice(0, utf8.encodeInto(start, new Uint8Array(maxBytes)).read);
}

/** The first `max` graphemes. A grapheme can be endless (families of families), so eight code units each on average. */
function takeGraphemes(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  let count = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max * 8 + 1))) {
    if (++count > max || index + segment.length > max * 8) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

const digitValues = new Map<string, string>();

/** The decimal digits of every script as 0–9 (`３`, `٣`, `३` → `3`); everything else untouched. */
export function asciiDigits(text: string): string {
  return text.replace(/[\p{Nd}--[0-9]]/gv, (digit) => {
    const value = digitValues.get(digit) ?? digitValue(digit);
    digitValues.set(digit, value);
    return value;
  });
}

/** Unicode sets decimal digits in rows of ten, zero first; rows may touch, but only at their ends. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}

/** `persons` counts everybody, the `children` among them too. */
export type Party = { readonly persons: number; readonly children: number };

/**
 * Reads how many people come: `3`, or adults and children as `2+1` (3 persons, 1 of them a child), in the digits of any
 * script. Null for everything else; whether the number is allowed is for the rules of the event to say.
 */
export function parseParty(raw: string): Party | null {
  const text = asciiDigits(cutBytes(raw, MAX_TEXT_BYTES).replace(NEVER, '')).trim();
  const [, first, second] = /^(\d{1,9})(?:\s?[+＋]\s?(\d{1,9}))?$/u.exec(text) ?? [];
  if (first === undefined) return null;
  const children = Number(second ?? 0);
  return { persons: Number(first) + children, children };
}

/** {@link parseParty} where only one number makes sense. */
export function parsePersons(raw: string): number | null {
  return /[+＋]/u.test(raw.slice(0, MAX_TEXT_BYTES)) ? null : (parseParty(raw)?.persons ?? null);
}

const FOLDS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ə: 'e',
};

/**
 * A name as two people may spell it alike: lower case, without diacritics or punctuation, words divided by one space.
 * ä, ae and a are one (as ö and ü), ß and ss too. Only for comparing; never shown.
 */
export function normalizeForCompare(name: string): string {
  return cutBytes(name, 1_024) // a name; some characters grow eighteenfold
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/gu, '')
    .replace(/[ßæœøłđðþħıə]/gu, (letter) => FOLDS[letter] ?? letter)
    .replace(/([aou])e/gu, '$1')
    .normalize('NFC')
    .replace(/[\p{Default_Ignorable_Code_Point}'’‘ʼ`´]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Forms of address and titles before a name, and behind it, as {@link normalizeForCompare} writes them. */
const TITLES = new Set('frau fr herr herrn hr fam familie dr prof dipl ing mr mrs ms miss mme bay bayan sayin'.split(' '));
const TITLES_BEHIND = new Set(['hanim', 'bey']);
const MAX_WORDS = 8;

/**
 * Whether two names may well mean one person, so that the office is asked "gleiche Person?". A proposal, never a merge.
 *
 * Initials alone count by the family name ("Frau K." ~ "Amira Kaya", not "Amira Öz"); else one full word must agree and
 * every word of the shorter name must find its like in the longer ("K. Yılmaz" ~ "Kemal Yilmaz", "Kaya, Amira" ~
 * "Amira Kaya", "Anna Schmidt" ~ "Anna Maria Schmidt"). Names in different scripts never match.
 */
export function likelySame(a: string, b: string): boolean {
  const one = nameWords(a);
  const two = nameWords(b);
  if (one.length === 0 || two.length === 0) return false;
  if (one.every(isInitial)) return initialsFit(one, two);
  if (two.every(isInitial)) return initialsFit(two, one);
  const [shorter, longer] = one.length <= two.length ? [one, two] : [two, one];
  const free = [...longer];
  const unmatched = shorter.filter((word) => !take(free, (other) => other === word));
  if (unmatched.length === shorter.length) return false;
  return unmatched.every((word) => take(free, (other) => agree(word, other)));
}

/** Words of a name, given names first, without titles (but Bay is a family name too: one word always stays). */
function nameWords(name: string): readonly string[] {
  const cut = name.slice(0, 256);
  const comma = cut.indexOf(',');
  const ordered = comma < 0 ? cut : `${cut.slice(comma + 1)} ${cut.slice(0, comma)}`;
  const words = normalizeForCompare(ordered).split(' ').filter((word) => word !== '');
  if (words.length === 1 && /^\s*\p{Lu}{2,3}\s*$/u.test(cut)) return Array.from(words[0] ?? ''); // initials without dots: "AK"
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift();
  while (words.length > 1 && TITLES_BEHIND.has(words.at(-1) ?? '')) words.pop();
  return words.slice(-MAX_WORDS);
}

function initialsFit(initials: readonly string[], name: readonly string[]): boolean {
  if (!agree(initials.at(-1) ?? '', name.at(-1) ?? '')) return false;
  return initials.length === 1 || name.length === 1 || agree(initials[0] ?? '', name[0] ?? '');
}

function isInitial(word: string): boolean {
  return /^.$/u.test(word);
}

function agree(a: string, b: string): boolean {
  return a === b || (isInitial(a) && b.startsWith(a)) || (isInitial(b) && a.startsWith(b));
}

/** Removes the first word that fits from `words`; whether there was one. */
function take(words: string[], fits: (word: string) => boolean): boolean {
  const at = words.findIndex(fits);
  if (at >= 0) words.splice(at, 1);
  return at >= 0;
}
