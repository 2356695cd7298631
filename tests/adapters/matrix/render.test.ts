/** Documents and actions as the content of a message: words that suffice, weight for those who see it. */
import { expect, test } from 'vitest';
import { oneLine, render } from '../../../adapters/matrix/render.ts';
import type { Button } from '../../../src/ports/messenger.ts';
import { isolate } from '../../../src/kernel/text.ts';
import { code, document, gap, item, line, link, quote, say, strong, time, title } from '../../../src/view/document.ts';

const action = (label: string): Button => ({ label, row: 0, data: `1.${label}`, url: null });
const linked = (label: string, url: string): Button => ({ label, row: 0, data: null, url });

const card = document(
  title('Auftakt'), line(time('Samstag, 24. November 2018, 14:00', Date.UTC(2018, 10, 24, 13)), ', Aula'), gap,
  line(strong('11 Personen'), ' (6 Zusagen)'), item('Suppe'), item('Details: ', link('Seite', 'https://example.org/a')), quote('Alle sind willkommen'), gap,
  line('Bitte antworten Sie mit der Nummer:'),
);

test('the body says everything, with numbers as the kernel counts; HTML says the same with weight', () => {
  expect(render(card, [action('Zusage'), action('Vielleicht'), linked('Details', 'https://example.org/b'), action('Absage')])).toEqual({
    body: [
      'Auftakt', 'Samstag, 24. November 2018, 14:00, Aula', '', '11 Personen (6 Zusagen)', '• Suppe', '• Details: Seite (https://example.org/a)', '„Alle sind willkommen“', '',
      'Bitte antworten Sie mit der Nummer:', '1. Zusage', '2. Vielleicht', '3. Absage', 'Details: https://example.org/b',
    ].join('\n'),
    format: 'org.matrix.custom.html',
    formatted_body: [
      '<p><strong>Auftakt</strong><br>Samstag, 24. November 2018, 14:00, Aula</p>', '<p><strong>11 Personen</strong> (6 Zusagen)</p>',
      '<ul><li>Suppe</li><li>Details: <a href="https://example.org/a">Seite</a></li></ul>', '<p><em>„Alle sind willkommen“</em></p>',
      '<p>Bitte antworten Sie mit der Nummer:</p>', '<ol><li>Zusage</li><li>Vielleicht</li><li>Absage</li></ol>', '<p><a href="https://example.org/b">Details</a></p>',
    ].join(''),
    'm.mentions': {},
  });
});

test('commands begin with an exclamation mark; words of people stay as they are', () => {
  const { body } = render(document(line('Mit /hilfe oder (/zusage 3), nicht Montag/Dienstag, /tmp/x oder https://x/y. ', code('/verknuepfen'), isolate('/hilfe'))), []);
  expect(body).toBe('Mit !hilfe oder (!zusage 3), nicht Montag/Dienstag, /tmp/x oder https://x/y. !verknuepfen\u2068/hilfe\u2069');
});

test('nobody’s words are markup, a mention or a link', () => {
  const { body, formatted_body: html, 'm.mentions': mentions } = render(document(line('<b>@room</b> & @amira:example.org', strong('"x"'))), [action('<i>@room</i>')]);
  expect(body).toBe('<b>@\u2060room</b> & @\u2060amira:example.\u2060org"x"\n1. <i>@\u2060room</i>');
  expect(html).toBe('<p>&lt;b&gt;@\u2060room&lt;/b&gt; &amp; @\u2060amira:example.\u2060org<strong>&quot;x&quot;</strong></p><ol><li>&lt;i&gt;@\u2060room&lt;/i&gt;</li></ol>');
  expect(mentions).toEqual({});
});

test.each([
  ['an address of the web', 'Seite', 'https://example.org/?a=1&b=2', 'Seite (https://example.org/?a=1&b=2)', '<p><a href="https://example.org/?a=1&amp;b=2">Seite</a></p>'],
  ['an address that is its own words', 'https://example.org', 'https://example.org', 'https://example.org', '<p><a href="https://example.org">https://example.org</a></p>'],
  ['mail', 'amt@example.org', 'mailto:amt@example.org', 'amt@example.org', '<p><a href="mailto:amt@example.org">amt@example.org</a></p>'],
  ['a telephone', 'Anrufen', 'tel:+497473', 'Anrufen (+497473)', '<p>Anrufen (+497473)</p>'],
  ['a script', 'Seite', 'javascript:alert(1)', 'Seite (javascript:alert(1))', '<p>Seite (javascript:alert(1))</p>'],
])('a link to %s', (_what, label, href, body, html) => {
  expect(render(document(line(link(label, href))), [])).toMatchObject({ body, formatted_body: html });
});

test('what is too long ends between two blocks, and the actions stay', () => {
  const { body, formatted_body: html } = render({ blocks: Array.from({ length: 2_000 }, (_, i) => line(`Zeile ${i} äöü "<>"`)) }, [action('Zusage')]);
  const lines = String(body).split('\n');
  expect(lines.slice(-2)).toEqual(['…', '1. Zusage']);
  expect(lines.slice(0, -2)).toEqual(lines.slice(0, -2).map((_, i) => `Zeile ${i} äöü "<>"`));
  expect(lines.length).toBeGreaterThan(100);
  expect(String(html)).toMatch(/<\/p><p>…<\/p><ol><li>Zusage<\/li><\/ol>$/);
});

test('a single endless line is cut', () => {
  const { body } = render(say('"'.repeat(100_000)), [action('Zusage')]);
  expect(body).toMatch(/^"+…\n1\. Zusage$/);
});

test('a caption is one text without any markup', () => {
  expect(oneLine(' Kalender @alle: /hilfe ')).toBe('Kalender @\u2060alle: !hilfe');
});

test.each([
  ['without a label', [action(' ')]],
  ['61 of them', Array.from({ length: 61 }, () => action('x'))],
  ['a link that clients do not keep', [linked('x', 'javascript:alert(1)')]],
  ['an endless link', [linked('x', `https://example.org/${'x'.repeat(9_000)}`)]],
])('actions %s are our bug', (_what, buttons) => {
  expect(() => render(say('x'), buttons)).toThrow(RangeError);
});
