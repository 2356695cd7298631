import type { Button } from '../../src/ports/messenger.ts';
import type { Block, Document, Inline } from '../../src/view/document.ts';
import { between, clean, cut, inert } from '../../src/view/inert.ts';
import { anchor, element, escaped, isLinkable, join, type Html } from './html.ts';
import { byteLength, legend, type Both } from './legend.ts';
import type { Content } from './wire.ts';

/**
 * An event has at most 65 536 bytes (https://spec.matrix.org/latest/client-server-api/#size-limits); we stay below
 * 60 KiB of it. An edit carries its text twice and encryption adds a third, so one text has this many bytes as JSON.
 */
const MAX_BYTES = 21_000;
/** Of a first block that alone is too long, so many UTF-16 units stay. */
const MAX_FIRST = 1_500;
/** What `<p>`, `<br>`, `<ul>` and the new line add to a block. */
const AROUND = 24;
const MORE: Both = { text: '…', html: element('p', escaped('…')) };

/**
 * A document and its actions as the content of a message. The body alone says everything; `formatted_body` says the
 * same with weight and links. Nobody is mentioned. What does not fit is cut between blocks, and a line `…` says so; the
 * actions always stay.
 *
 * @throws RangeError for buttons nobody could read: a bug on our side.
 */
export function render(document: Document, buttons: readonly Button[]): Content {
  const actions = legend(buttons);
  const blocks = document.blocks.map(renderBlock);
  const kept = fitting(blocks, MAX_BYTES - (actions === null ? 0 : byteLength(actions)) - 200);
  const more = kept.length < blocks.length ? [MORE] : [];
  const tail = actions === null ? [] : [actions];
  return {
    body: [...kept, ...more, ...tail].map(({ text }) => text).join('\n').trim(),
    format: 'org.matrix.custom.html',
    formatted_body: join([paragraphs(kept), ...[...more, ...tail].map(({ html }) => html)]),
    'm.mentions': {},
  };
}

/** One line for where a message has a single one: the caption of a file. */
export function oneLine(text: string): string {
  return cut(inert(commands(text)).trim(), MAX_FIRST);
}

interface Drawn extends Both {
  readonly kind: Block['kind'];
}

/** The first blocks, as many as fit; a first one that does not is cut. */
function fitting(blocks: readonly Drawn[], budget: number): readonly Drawn[] {
  let used = 0;
  for (const [index, block] of blocks.entries()) {
    used += byteLength(block) + AROUND;
    if (used <= budget) continue;
    if (index > 0) return blocks.slice(0, index);
    const text = cut(block.text, MAX_FIRST);
    return [{ kind: block.kind, text, html: escaped(text) }];
  }
  return blocks;
}

/** Lines that follow each other are one paragraph, items one list; a gap only ends them. */
function paragraphs(blocks: readonly Drawn[]): Html {
  const groups: { list: boolean; parts: Html[] }[] = [];
  let open = false;
  for (const { kind, html } of blocks) {
    const list = kind === 'item';
    const last = groups.at(-1);
    if (kind === 'gap') open = false;
    else if (open && last?.list === list) last.parts.push(html);
    else {
      groups.push({ list, parts: [html] });
      open = true;
    }
  }
  return join(groups.map(({ list, parts }) => (list ? element('ul', join(parts.map((part) => element('li', part)))) : element('p', join(parts, '<br>')))));
}

function renderBlock(block: Block): Drawn {
  const writer = new Writer();
  for (const inline of block.inlines) writer.inline(inline);
  const { text, html } = writer;
  switch (block.kind) {
    case 'title':
      return { kind: block.kind, text, html: element('strong', html) };
    case 'line':
      return { kind: block.kind, text, html };
    case 'item':
      return { kind: block.kind, text: `• ${text}`, html };
    case 'quote':
      return { kind: block.kind, text: `„${text}“`, html: element('em', join([escaped('„'), html, escaped('“')])) };
    case 'gap':
      return { kind: block.kind, text: '', html };
    default:
      return block.kind satisfies never;
  }
}

/** Collects the pieces of one block, in both forms at once. */
class Writer {
  text = '';
  html = '' as Html;

  /** There are no moments that readers see in their own zone: the town's own time is what everybody sees. */
  inline(inline: Inline): void {
    if (typeof inline === 'string') return this.#words(inert(commands(inline)));
    switch (inline.kind) {
      case 'strong':
        return this.#words(inert(commands(inline.text)), 'strong');
      case 'code':
      case 'time':
        return this.#words(inert(commands(inline.text)));
      case 'link':
        return this.#link(inline.text, inline.href);
      default:
        return inline satisfies never;
    }
  }

  #words(piece: string, weight?: 'strong'): void {
    const joined = between(this.text, piece);
    const html = escaped(piece);
    this.text += joined + piece;
    this.html = join([this.html, escaped(joined), weight === undefined || piece === '' ? html : element(weight, html)]);
  }

  /** In the plain body an address stands behind its words, unless it is them. */
  #link(label: string, href: string): void {
    const target = clean(href.replace(/^(mailto|tel):/i, ''));
    if (!isLinkable(href)) return this.#words(label.includes(target) ? inert(label) : `${inert(label)} (${inert(target)})`);
    const isAddress = label === href || label === target;
    this.text += isAddress ? target : `${inert(label)} (${target})`;
    this.html = join([this.html, anchor(href, isAddress ? target : inert(label))]);
  }
}

/** Here commands begin with `!`, for many clients keep lines that begin with `/` to themselves. Words of people (isolated) stay as they are. */
function commands(text: string): string {
  return text.replace(/\u2068[^\u2068\u2069]*\u2069|(?<=^|[\s("'„“»])\/(?=[a-z][a-z_]*(?![\p{L}\p{N}/]))/gu, (found) => (found === '/' ? '!' : found));
}
