/**
 * Any document with any actions, as Matrix gets it: only the elements we allow and our links, nobody mentioned, the plain
 * body complete by itself, and small enough even as an encrypted edit. LONG=1 runs the nightly number.
 */
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test, vi } from 'vitest';
import { render } from '../../adapters/matrix/render.ts';
import type { Button } from '../../src/ports/messenger.ts';
import { code, document, gap, item, line, link, quote, strong, time, title, type Block, type Document, type Inline } from '../../src/view/document.ts';
import { inert } from '../../src/view/inert.ts';

vi.setConfig({ testTimeout: 7_200_000 });
const numRuns = process.env['LONG'] === '1' ? 100_000 : 1_000;

const naughty = fc.constantFrom(
  '@room', '@everyone', '@amira:example.org', 'https://matrix.to/#/@amira:example.org', '<a href="https://evil.example">x</a>', '<img src=x onerror=alert(1)>', '<!--', '</p><script>',
  '&amp;', '&#60;b&#62;', '"\'', '<mx-reply>', '\u202Eumgedreht', '\u0000\u0007', '\r\n', '\n\n', '\uD83D', '👩‍👩‍👧‍👦', 'e\u0301'.repeat(40), '/loeschen', '@\u2060x', '@@a', '\u2068Amira\u2069', '1. Zusage', '# Titel', '> zitiert',
);
const text = fc.oneof(naughty, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }), fc.array(naughty, { maxLength: 6 }).map((all) => all.join('')));
const href = fc.oneof(fc.webUrl(), text, fc.constantFrom('mailto:stadt@example.org', 'tel:+49123', 'javascript:alert(1)', 'data:text/html,x', 'https://example.org/"onclick="x'));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 3, arbitrary: text },
  text.map(strong),
  text.map(code),
  fc.tuple(text, href).map(([label, address]) => link(label, address)),
  fc.tuple(text, fc.integer()).map(([label, at]) => time(label, at)),
);
const block: fc.Arbitrary<Block> = fc.oneof(...[title, line, item, quote].map((make) => fc.array(inline, { maxLength: 6 }).map((inlines) => make(...inlines))), fc.constant(gap));
const blocks = fc.oneof(fc.array(block, { maxLength: 12 }), fc.array(block, { minLength: 60, maxLength: 300 }));
const anyDocument: fc.Arbitrary<Document> = blocks.map((all) => ({ blocks: all }));
const label = fc.oneof(naughty, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })).map((words) => `x${words}`);
const button: fc.Arbitrary<Button> = fc.oneof(
  { weight: 4, arbitrary: label.map((words): Button => ({ label: words, row: 0, data: '1.x', url: null })) },
  fc.tuple(label, fc.webUrl()).map(([words, url]): Button => ({ label: words, row: 0, data: null, url })),
);
const buttons = fc.oneof(fc.array(button, { maxLength: 8 }), fc.array(button, { minLength: 60, maxLength: 60 }));

const ALLOWED = new Set(['strong', 'em', 'br', 'p', 'ol', 'ul', 'li', 'a']);
type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a strict browser finds in it. */
function found(html: string): { tags: string[]; links: string[]; attributes: string[]; words: string[]; problems: string[] } {
  const problems: string[] = [];
  const seen = { tags: [] as string[], links: [] as string[], attributes: [] as string[], words: [] as string[], problems };
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if ('value' in node) seen.words.push(node.value);
      if ('data' in node) problems.push('a comment');
      if (!('tagName' in node)) continue;
      seen.tags.push(node.tagName);
      for (const { name, value } of node.attrs) (name === 'href' ? seen.links : seen.attributes).push(value);
      walk(node.childNodes);
    }
  };
  walk(parseFragment(html, { onParseError: (error) => void problems.push(error.code) }).childNodes);
  return seen;
}

/** The addresses we mean to link: of link inlines and buttons. */
const ours = (doc: Document, actions: readonly Button[]): Set<string> =>
  new Set([...doc.blocks.flatMap(({ inlines }) => inlines.flatMap((one) => (typeof one !== 'string' && one.kind === 'link' ? [one.href] : []))), ...actions.flatMap(({ url }) => url ?? [])]);

test('HTML has only allowed elements and our links', () => {
  fc.assert(
    fc.property(anyDocument, buttons, (doc, actions) => {
      const { tags, links, attributes, problems } = found(String(render(doc, actions)['formatted_body']));
      expect(tags.filter((tag) => !ALLOWED.has(tag))).toEqual([]);
      expect(attributes).toEqual([]);
      expect(problems.filter((problem) => !/^(control-character|noncharacter)-in-input-stream$/.test(problem))).toEqual([]);
      const meant = ours(doc, actions);
      for (const address of links) {
        expect(meant.has(address), address).toBe(true);
        expect(address).toMatch(/^(https?:\/\/|mailto:)/i);
      }
    }),
    { numRuns },
  );
});

test('the plain body says everything that HTML says, and numbers what can be chosen', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }).map((all) => ({ blocks: all })), fc.array(button, { maxLength: 8 }), (doc, actions) => {
      const { body, formatted_body: html } = render(doc, actions);
      const { words, links } = found(String(html));
      const plain = squeeze(String(body));
      for (const part of words) expect(plain).toContain(squeeze(part));
      for (const address of links) expect(plain).toContain(squeeze(address.replace(/^mailto:/i, '')));
      const choosable = actions.filter(({ data }) => data !== null);
      const numbered = String(body).split('\n').slice(-actions.length || undefined).slice(0, choosable.length);
      expect(numbered.map((one) => /^\d+\. /.exec(one)?.[0])).toEqual(choosable.map((_, index) => `${index + 1}. `));
    }),
    { numRuns },
  );
});

/** Without blanks, and without what HTML itself does to odd characters. */
const squeeze = (words: string): string => words.replace(/[\s\p{Cc}\uFFFD\u2060]+/gu, '');

/** What was cut behind an `@` ends there. */
const MENTION = /@(?![\u2060…])/;
const EMAIL = /[\w.+-]*\w@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/g;

test('nobody is mentioned, whoever wrote what', () => {
  fc.assert(
    fc.property(text, text, label, (a, b, words) => {
      const content = render(document(title(a), line(b, strong(a), time(b, 0)), quote(a), item(code(b))), [{ label: words, row: 0, data: '1.x', url: null }]);
      expect(content['m.mentions']).toEqual({});
      for (const shown of [content['body'], content['formatted_body']]) expect(String(shown).replace(EMAIL, ' ')).not.toMatch(MENTION);
    }),
    { numRuns },
  );
});

test('fits into an event of 60 KiB, also as an encrypted edit', () => {
  fc.assert(
    fc.property(fc.oneof(anyDocument, fc.array(text, { minLength: 50, maxLength: 100 }).map((all) => document(line(all.join('"').repeat(200))))), buttons, (doc, actions) => {
      const content = render(doc, actions);
      const edit = JSON.stringify({ ...content, msgtype: 'm.text', 'm.new_content': { ...content, msgtype: 'm.text' }, 'm.relates_to': { rel_type: 'm.replace', event_id: `$${'x'.repeat(43)}` } });
      const envelope = 1_000;
      expect((Buffer.byteLength(edit) * 4) / 3 + envelope).toBeLessThanOrEqual(60 * 1_024);
    }),
    { numRuns: numRuns / 2 },
  );
});

test('takes linear time', () => {
  const long = ['a.'.repeat(4_096), '@'.repeat(8_192), '<'.repeat(8_192), '&'.repeat(8_192), '/a'.repeat(4_096), '\u2068'.repeat(8_192), `\u2068${'/a '.repeat(2_000)}`];
  const before = performance.now();
  for (const words of long) render(document(line(words), line(inert(words))), []);
  expect(performance.now() - before).toBeLessThan(500);
});
