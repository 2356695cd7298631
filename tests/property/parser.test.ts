/** Whatever people type: commands, their arguments and dialogs are total and linear. LONG=1 runs the nightly number of cases. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { firstWord, parseCommand } from '../../src/kernel/command.ts';
import { kickoff } from '../unit/events/guest-list.ts';
import { Conversation, noting } from '../unit/kernel/conversation.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 1_000;
vi.setConfig({ testTimeout: 7_200_000 });

const NAUGHTY = [
  '', ' ', '\t', '\n', '\r\n', '\0', '\u0085', '\u00A0', '\u200B', '\u2028', '\u202E', '\uFEFF', '\uFFFE', '\uD800', '\uDFFF', 'undefined', 'null', 'NaN', 'true',
  'constructor', '__proto__', 'toString', 'hasOwnProperty', '{}', '[]', '${7*7}', '{ $name }', '{{x}}', '%s%n%x', '<script>alert(1)</script>', '&lt;', '\\', '\'"`',
  "'; DROP TABLE rsvp; --", '$(rm -rf /)', '../../../etc/passwd', 'CON', '0', '-0', '1e1000', '0x10', '1/0', '１２', '٣', '²', '½', '⅕', 'Ⅻ', '一', '3️⃣', '👩‍👩‍👧‍👦', '🏳️‍🌈', '😀'.repeat(50),
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮', '\u0301'.repeat(100), 'ﷺ', 'İ', 'ß', 'ﬀ', 'ǆ', '\u202Etxet', 'ثم نفس', '@room', '@everyone', 't.me/x', 'mailto:a@b', '/', '//', '/zusage', '!erfassen', 'Telefon', 'vor Ort', 'E-Mail',
  'Absage', 'Vielleicht', '2+1', '+', '+1', '21', '4', 'neu', 'auftakt', 'Frau K.',
];
const piece = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NAUGHTY) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) });
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(' ')),
  fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);

const event = kickoff();
const understood: Readonly<Record<string, unknown>>[] = [];
const commands = [noting('zusage', understood), noting('erfassen', understood)];
const talk = (events = [event]): Conversation => {
  understood.length = 0;
  return new Conversation(commands, { events });
};
const graphemes = (text: string): number => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;

/** Whatever a command has understood is something the rules may be asked about. */
function expectSound(args: Readonly<Record<string, unknown>>): void {
  const { party, wish, name } = args as { party?: { persons: number; children: number | null } | null; wish?: { partySize: number; children: number | null }; name?: string };
  const size = party?.persons ?? wish?.partySize ?? 1;
  const children = party?.children ?? wish?.children ?? 0;
  expect(Number.isInteger(size) && size >= 1 && size <= 20).toBe(true);
  expect(Number.isInteger(children) && children >= 0 && children <= size).toBe(true);
  if (name === undefined) return;
  expect(name.trim()).not.toBe('');
  expect(graphemes(name)).toBeLessThanOrEqual(64);
}

test('every text has a first word without spaces, and nothing else is lost', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { word, rest } = firstWord(text);
      expect(word).not.toMatch(/\s/);
      expect(rest).toBe(rest.trimStart());
      expect((word + rest).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      if (word === '') expect(text.trim()).toBe('');
    }),
    { numRuns: RUNS },
  );
});

test('a text is a command or none; a command’s name is letters, and saying it plainly means the same', () => {
  const commandish = fc.tuple(fc.constantFrom('/', '!', ' /', '\n!'), fc.oneof(fc.constantFrom('zusage', 'meine_daten', 'Löschen', 'X'), piece), fc.constantFrom(' ', '\n', ''), anything).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(anything, commandish), (text) => {
      const parsed = parseCommand(text);
      expect(parsed !== null || !/^\s*[/!][a-z]+(?:\s|$)/.test(text)).toBe(true);
      if (parsed === null) return;
      expect(parsed.name).toMatch(/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u);
      expect(text.trimStart().slice(1).toLowerCase().startsWith(parsed.name)).toBe(true);
      expect(text.endsWith(parsed.rest)).toBe(true);
      expect(parseCommand(`!${text.trimStart().slice(1)}`)).toEqual(parsed);
    }),
    { numRuns: RUNS },
  );
});

test('whatever stands behind /zusage and /erfassen, it is understood, asked about or told, never both and never silence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('/zusage', '/yes', '/erfassen', '/erfassen Telefon', '/erfassen Telefon 4', '/erfassen vor Ort Vielleicht'), anything, async (command, text) => {
      const said = await talk().say(`${command} ${text}`);
      expect(said.length + understood.length).toBe(1);
      for (const sentence of said) expect(sentence.trim()).not.toBe('');
      for (const args of understood) expectSound(args);
    }),
    { numRuns: RUNS },
  );
});

test('however somebody answers, there is never more than one question open, and what is understood in the end is sound', async () => {
  const line = fc.oneof(
    { weight: 3, arbitrary: piece },
    { weight: 1, arbitrary: anything },
    { weight: 2, arbitrary: fc.constantFrom('Telefon', 'Papier', '4', 'Absage', 'Frau K.', 'auftakt', 'werkstatt', '2+1') },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('/zusage', '/erfassen'), piece).map((parts) => parts.join(' ')) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 15 }), async (lines) => {
      const chat = talk([event, kickoff({ key: 'werkstatt', title: { de: 'Werkstatt' } })]);
      for (const each of ['/erfassen', ...lines]) {
        await chat.say(each);
        expect(chat.openQuestions).toBeLessThanOrEqual(1);
      }
      for (const args of understood) expectSound(args);
      // However confused it was: starting anew always leads to the end.
      understood.length = 0;
      for (const each of ['/erfassen', 'auftakt', 'Telefon', '4', 'Frau K.']) await chat.say(each);
      expect(understood).toEqual([{ event, channel: 'PHONE', wish: { answer: 'ATTENDING', partySize: 4, children: null }, name: 'Frau K.', who: null }]);
    }),
    { numRuns: RUNS },
  );
});

test('one line or step by step: /erfassen understands the same', async () => {
  const channel = fc.constantFrom('Telefon', 'E-Mail', 'vor Ort', 'Papier', 'VOR ORT', 'desk');
  const wish = fc.oneof(fc.integer({ min: 1, max: 20 }).map(String), fc.constantFrom('Absage', 'Vielleicht', 'Vielleicht 2', 'Zusage 3', '2+1', '１２'));
  // "Vielleicht" before a name that begins with a number would be that many: these begin with a letter. A name of which nothing can be seen is asked for again.
  const name = fc.oneof(fc.constantFrom('Frau K.', 'K', 'Öztürk, Amira', 'فاطمة'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })).filter((text) => /^[\p{L}--\p{Default_Ignorable_Code_Point}]/v.test(text.trim()));
  await fc.assert(
    fc.asyncProperty(channel, wish, name, async (...parts) => {
      const oneLine = talk();
      expect(await oneLine.say(`/erfassen ${parts.join(' ')}`)).toEqual([]);
      const atOnce = [...understood];
      const steps = talk();
      for (const each of ['/erfassen', ...parts]) await steps.say(each);
      expect(understood).toEqual(atOnce);
      expect(atOnce).toHaveLength(1);
    }),
    { numRuns: RUNS },
  );
});

describe('time', () => {
  const units = ['a', ' ', '\t', '\n', '/', '!', '_', '1', '9+', '+', '2+1 ', 'ä', 'e\u0301', '\u0301', '\u200D', '\u200C', '😀', '👩\u200D👧', '\uD800', '\0', '\u00AD', '\u2066', 'İ', 'ﷺ', 'ß', 'vor ', 'vor Ort ', 'Telefon ', 'absage ', '.', '(', '一', 'ب\u064B', '\u0E33'];
  const filled = (prefix: string, unit: string, suffix: string, length: number): string => prefix + unit.repeat(Math.ceil(length / unit.length)).slice(0, Math.max(0, length - prefix.length - suffix.length)) + suffix;

  /** The least of several measurements in ms: noise only ever adds. */
  async function least(times: number, work: () => unknown): Promise<number> {
    let best = Infinity;
    for (let i = 0; i < times; i += 1) {
      const began = performance.now();
      await work();
      best = Math.min(best, performance.now() - began);
    }
    return best;
  }
  const prefixes = fc.constantFrom('', '/', '!', '/zusage ', '/erfassen ', '/erfassen Telefon ', '/erfassen Telefon 4 ', '/erfassen vor Ort Vielleicht ');
  const suffixes = fc.constantFrom('', 'x', ' x', '!', ' 4', '\u200D', '\n');
  const shape = fc.tuple(prefixes, fc.oneof(fc.constantFrom(...units), fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units)).map((pair) => pair.join(''))), suffixes);

  test('eight kilobytes are read and answered within 5 ms', async () => {
    const chat = talk();
    for (const unit of units) await chat.say(filled('/erfassen Telefon 4 ', unit, '', 8_192));
    await fc.assert(
      fc.asyncProperty(shape, async ([prefix, unit, suffix]) => {
        const text = filled(prefix, unit, suffix, 8_192);
        expect(await least(5, () => talk().say(text))).toBeLessThanOrEqual(5);
      }),
      { numRuns: RUNS / 5 },
    );
  });

  test('twice the text takes at most two and a half times as long', async () => {
    // Read far beyond what is let in, where a squared effort would show as four times, and constants do not count.
    const LENGTH = 256 * 1_024;
    await fc.assert(
      fc.asyncProperty(shape, async ([prefix, unit, suffix]) => {
        const [once, twice] = [filled(prefix, unit, suffix, LENGTH), filled(prefix, unit, suffix, 2 * LENGTH)];
        const read = (text: string) => () => [parseCommand(text), firstWord(text)];
        for (let attempt = 0; ; attempt += 1) {
          const [short, long] = [await least(7, read(once)), await least(7, read(twice))];
          if (long <= 2.5 * short + 0.5) return;
          if (attempt === 4) expect(long).toBeLessThanOrEqual(2.5 * short + 0.5);
        }
      }),
      { numRuns: RUNS / 20 },
    );
  });
});
