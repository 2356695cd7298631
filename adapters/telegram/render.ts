import type { MessageEntity } from 'grammy/types';
import type { Block, Document, Inline } from '../../src/view/document.ts';
import { between, clean, cut, inert } from '../../src/view/inert.ts';

/** New parts of the Bot API that an operator may have to switch off (an old own Bot API server). */
export interface Features {
  /** `date_time` entities, Bot API 9.5: readers see moments in their own zone. The town's own time stays the text. */
  readonly dateTime: boolean;
  /** Ephemeral messages in groups, Bot API 10.2, in the form of 10.3. */
  readonly ephemeral: boolean;
}

/** Text with entities, never with a parse mode: nothing anybody wrote can be markup. Offsets are UTF-16 units. */
export interface Rendered {
  readonly text: string;
  readonly entities: MessageEntity[];
}

/** https://core.telegram.org/bots/api#sendmessage, after entities parsing. */
export const MAX_TEXT = 4_096;
/** Further entities would silently be ignored by Telegram. */
export const MAX_ENTITIES = 100;
const ELLIPSIS = '…';
const CLOCK = /\d{1,2}:\d{2}(?!\d)|\d{1,2}(?:\.\d{2})?(?= ?Uhr)/g;

/** A document as Telegram shows it. What does not fit is cut between blocks, and a last line `…` says so. */
export function render(document: Document, features: Features): Rendered {
  const entities: MessageEntity[] = [];
  let text = '';
  const blocks = document.blocks.map((block) => renderBlock(block, features));
  for (const [index, block] of blocks.entries()) {
    const start = index === 0 ? 0 : text.length + 1;
    const room = MAX_TEXT - (index === blocks.length - 1 ? 0 : ELLIPSIS.length + 1);
    if (start + block.text.length > room) {
      text = index === 0 ? cut(block.text, MAX_TEXT) : `${text}\n${ELLIPSIS}`;
      if (index === 0) entities.push(...block.entities);
      break;
    }
    text += index === 0 ? block.text : `\n${block.text}`;
    entities.push(...block.entities.map((entity) => ({ ...entity, offset: entity.offset + start })));
  }
  return trim(text, entities);
}

function renderBlock(block: Block, features: Features): Rendered {
  const writer = new Writer(features);
  if (block.kind === 'item') writer.plain('• ');
  for (const inline of block.inlines) writer.inline(inline, block.kind === 'title');
  if (block.kind === 'quote') writer.quote();
  return { text: writer.text, entities: writer.entities };
}

/** Collects the pieces of one block. Entities nest as Telegram allows: bold around anything but code. */
class Writer {
  text = '';
  readonly entities: MessageEntity[] = [];
  readonly #features: Features;

  constructor(features: Features) {
    this.#features = features;
  }

  plain(text: string): void {
    this.text += between(this.text, text) + text;
  }

  quote(): void {
    this.entities.unshift({ type: 'blockquote', offset: 0, length: this.text.length });
  }

  inline(inline: Inline, inTitle: boolean): void {
    const start = this.text.length;
    if (typeof inline === 'string') this.plain(inert(inline));
    else this.#piece(inline, start);
    const isCode = typeof inline !== 'string' && inline.kind === 'code';
    if ((inTitle && !isCode) || (typeof inline !== 'string' && inline.kind === 'strong')) this.#bold(start);
  }

  #piece(inline: Exclude<Inline, string>, offset: number): void {
    switch (inline.kind) {
      case 'strong':
        return this.plain(inert(inline.text));
      case 'code':
        this.text += clean(inline.text);
        this.entities.push({ type: 'code', offset, length: this.text.length - offset });
        return;
      case 'link':
        return this.#link(inline, offset);
      case 'time':
        return this.#time(inline, offset);
      default:
        return inline satisfies never;
    }
  }

  /** Telegram links http, https and tg only, and finds e-mail addresses by itself; anything else is shown in brackets. */
  #link(inline: { readonly text: string; readonly href: string }, offset: number): void {
    if (/^(https?|tg):\/\/[^\s/]/i.test(inline.href)) {
      this.text += clean(inline.text);
      this.entities.push({ type: 'text_link', offset, length: this.text.length - offset, url: inline.href });
      return;
    }
    const target = clean(inline.href.replace(/^(mailto|tel):/i, ''));
    this.plain(inline.text.includes(target) ? inert(inline.text) : `${inert(inline.text)} (${inert(target)})`);
  }

  #time(inline: { readonly text: string; readonly at: number }, offset: number): void {
    this.plain(inert(inline.text));
    const unixTime = Math.floor(inline.at / 1_000);
    const fits = unixTime > 0 && unixTime < 2 ** 31;
    if (!this.#features.dateTime || !fits) return;
    const length = this.text.length - offset;
    this.entities.push({ type: 'date_time', offset, length, unix_time: unixTime, date_time_format: timeFormat(inline.text) });
  }

  /** Neighbouring bold pieces become one entity. */
  #bold(offset: number): void {
    const length = this.text.length - offset;
    const last = this.entities.findLast((entity) => entity.type === 'bold');
    if (last !== undefined && last.offset + last.length === offset) last.length += length;
    else this.entities.push({ type: 'bold', offset, length });
  }
}

/**
 * Clients replace the text by their own rendering of the moment, so the format may say no less than the text does:
 * date with weekday, clock, or both. Where the text tells more than one moment (`14:00–18:30`) the format is empty:
 * the text stays as it is and a tap shows the moment (https://core.telegram.org/bots/api#date-time-entity-formatting).
 */
function timeFormat(text: string): '' | 't' | 'wD' | 'wDt' {
  const clocks = text.match(CLOCK)?.length ?? 0;
  const numbers = text.replace(CLOCK, '').match(/\d+/g)?.length ?? 0;
  if (clocks > 1 || numbers > 3 || clocks + numbers === 0 || /[ap]\.?m\b|\d\s*[–-]\s*\d/i.test(text)) return '';
  return clocks === 0 ? 'wD' : numbers === 0 ? 't' : 'wDt';
}

/** Telegram trims the whole text; entities are clipped to it, put in order, and reduced to a hundred, decoration first. */
function trim(text: string, entities: readonly MessageEntity[]): Rendered {
  const left = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const clipped = entities.flatMap((entity) => {
    const offset = Math.min(Math.max(entity.offset - left, 0), trimmed.length);
    const length = Math.min(Math.max(entity.offset + entity.length - left, 0), trimmed.length) - offset;
    return length > 0 ? [{ ...entity, offset, length }] : [];
  });
  const surplus = clipped.length - MAX_ENTITIES;
  const dropped = new Set(surplus > 0 ? clipped.filter((e) => e.type === 'bold' || e.type === 'code').slice(-surplus) : []);
  const kept = clipped.filter((entity) => !dropped.has(entity)).slice(0, MAX_ENTITIES);
  return { text: trimmed, entities: kept.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}
