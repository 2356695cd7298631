import { misuse } from './failure.ts';
import type { WireEntity } from './wire.ts';

const RESERVED = '_*[]()~`>#+-=|{}.!';
const NAMES: Readonly<Record<string, string>> = {
  '*': 'Bold', _: 'Italic', __: 'Underline', '~': 'Strikethrough', '||': 'Spoiler', '`': 'Code', '```': 'Pre', '[': 'TextUrl',
};
const failed = (what: string): Error => misuse(`can't parse entities: ${what}`);

/** The common part of MarkdownV2: escapes, * _ __ ~ || ` ``` and [text](url). Block quotes are not supported. */
export function parseMarkdownV2(source: string): { text: string; entities: WireEntity[] } {
  let text = '';
  const entities: WireEntity[] = [];
  const stack: { mark: string; at: number; byte: number }[] = [];
  let at = 0;
  const close = (mark: string, more: Partial<WireEntity> = {}): void => {
    const open = stack.pop();
    const offset = open?.at ?? 0;
    if (text.length > offset) entities.push({ type: (NAMES[mark] ?? '').toLowerCase(), offset, length: text.length - offset, ...more });
  };
  while (at < source.length) {
    const inner = stack.at(-1)?.mark;
    const rest = source.slice(at);
    const unit = source.charAt(at);
    if (unit === '\\' && at + 1 < source.length && source.charCodeAt(at + 1) <= 126) {
      text += source.charAt(at + 1);
      at += 2;
      continue;
    }
    const verbatim = inner === '`' || inner === '```';
    const mark = rest.startsWith('```') ? '```' : rest.startsWith('||') ? '||' : rest.startsWith('__') ? '__' : unit;
    if (verbatim && mark !== inner) {
      text += unit;
      at += 1;
      continue;
    }
    if (unit === ']' && inner === '[') {
      const link = /^\]\(((?:\\.|[^)\\])*)\)/.exec(rest);
      close('[', { type: 'text_link', url: (link?.[1] ?? '').replace(/\\(.)/g, '$1') });
      at += link?.[0].length ?? 1;
      continue;
    }
    if (mark in NAMES && mark !== '[') {
      if (inner === mark) close(mark);
      else stack.push({ mark, at: text.length, byte: Buffer.byteLength(source.slice(0, at)) });
      at += mark.length;
      continue;
    }
    if (unit === '[') {
      stack.push({ mark: '[', at: text.length, byte: Buffer.byteLength(source.slice(0, at)) });
      at += 1;
      continue;
    }
    if (RESERVED.includes(unit)) throw failed(`Character '${unit}' is reserved and must be escaped with the preceding '\\'`);
    text += unit;
    at += 1;
  }
  const unclosed = stack.at(-1);
  if (unclosed) throw failed(`Can't find end of ${NAMES[unclosed.mark]} entity at byte offset ${unclosed.byte}`);
  return { text, entities };
}
